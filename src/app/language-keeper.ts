// Which language a runner chose. It is no health data and no secret, so on the server a plain cookie holds it, for a year.

import { isLanguage, type Language } from '../vocabulary/index.ts';
import { cookieAttributes, cookieOf } from './seal.ts';

/** Port: the shell decides where the choice is kept. */
export interface LanguageKeeper {
  /** Undefined before anything was chosen. */
  readonly read: (request: Request) => Promise<Language | undefined>;
  /** Returns the headers that keep the choice. */
  readonly write: (request: Request, language: Language) => Promise<Readonly<Record<string, string>>>;
}

export const LANGUAGE_COOKIE = 'backstride-language';
const MAX_AGE_SECONDS = 365 * 24 * 60 * 60;

export const cookieLanguageKeeper: LanguageKeeper = {
  read: async (request) => {
    const kept = cookieOf(request, LANGUAGE_COOKIE);
    return isLanguage(kept) ? kept : undefined;
  },
  write: async (request, language) => ({
    'set-cookie': `${LANGUAGE_COOKIE}=${language}; Max-Age=${MAX_AGE_SECONDS}; ${cookieAttributes(request)}`,
  }),
};
