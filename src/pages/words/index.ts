import type { DistanceUnit, Language } from '../../vocabulary/index.ts';
import { english, type Words } from './en.ts';
import { figureWords } from './figures.ts';
import { french } from './fr.ts';

export { english, french, type Words };

export const WORDS: Readonly<Record<Language, Words>> = { 'en-GB': english, 'fr-CA': french };

/** The texts of a language with distances in a unit. */
export function wordsIn(language: Language, unit: DistanceUnit): Words {
  const words = WORDS[language];
  return unit === words.figures.unit ? words : { ...words, figures: figureWords(language, unit) };
}

/** What a language calls itself. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { 'en-GB': 'English', 'fr-CA': 'Français' };
