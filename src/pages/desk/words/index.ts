import type { Language } from '../../../vocabulary/index.ts';
import { type DeskWords, deskEnglish } from './en.ts';
import { deskFrench } from './fr.ts';

export { type DeskWords, deskEnglish, deskFrench };

export const DESK_WORDS: Readonly<Record<Language, DeskWords>> = {
  'en-GB': deskEnglish,
  'fr-CA': deskFrench,
};
