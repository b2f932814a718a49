import type { Language } from '../../vocabulary/index.ts';
import { english, type Words } from './en.ts';
import { french } from './fr.ts';

export { english, french, type Words };

export const WORDS: Readonly<Record<Language, Words>> = { 'en-GB': english, 'fr-CA': french };

/** What a language calls itself. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { 'en-GB': 'English', 'fr-CA': 'Français' };
