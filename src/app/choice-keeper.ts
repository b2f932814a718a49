// What a runner chose about the pages themselves: a language, a unit of distances. It is no health data and no secret, so on the
// server a plain cookie holds each, for a year.

import { type DistanceUnit, isDistanceUnit, isLanguage, type Language } from '../vocabulary/index.ts';
import { cookieAttributes, cookieOf } from './seal.ts';

/** Port: the shell decides where the choice is kept. */
export interface ChoiceKeeper<Choice> {
  /** Undefined before anything was chosen. */
  readonly read: (request: Request) => Promise<Choice | undefined>;
  /** Returns the headers that keep the choice. */
  readonly write: (request: Request, choice: Choice) => Promise<Readonly<Record<string, string>>>;
}

export type LanguageKeeper = ChoiceKeeper<Language>;
export type UnitKeeper = ChoiceKeeper<DistanceUnit>;

export const LANGUAGE_COOKIE = 'backstride-language';
export const UNIT_COOKIE = 'backstride-unit';
const MAX_AGE_SECONDS = 365 * 24 * 60 * 60;

export const cookieLanguageKeeper: LanguageKeeper = inCookie(LANGUAGE_COOKIE, isLanguage);
export const cookieUnitKeeper: UnitKeeper = inCookie(UNIT_COOKIE, isDistanceUnit);

function inCookie<Choice extends string>(
  name: string,
  isOne: (text: unknown) => text is Choice,
): ChoiceKeeper<Choice> {
  return {
    read: async (request) => {
      const kept = cookieOf(request, name);
      return isOne(kept) ? kept : undefined;
    },
    write: async (request, choice) => ({
      'set-cookie': `${name}=${choice}; Max-Age=${MAX_AGE_SECONDS}; ${cookieAttributes(request)}`,
    }),
  };
}
