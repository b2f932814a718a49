// Editors: who may decide what. Only the terminal makes one; there is no account that exists from the start.

import { oneLine } from './comment.ts';

export const ROLES = ['moderator', 'reviewer'] as const;
/** A moderator decides about comments and letters, a reviewer about claims and the corrections of them. */
export type Role = (typeof ROLES)[number];

export interface Editor {
  readonly id: string;
  /** What they sign in with. */
  readonly login: string;
  /** What they sign with, as the public reads it. */
  readonly name: string;
  readonly roles: readonly Role[];
}

export function may(editor: Editor, role: Role): boolean {
  return editor.roles.includes(role);
}

/** Lower case, so that `Ann` and `ann` are one; undefined for what cannot be a login. */
export function readLogin(typed: string): string | undefined {
  const login = oneLine(typed).toLowerCase();
  return /^[a-z0-9][a-z0-9._@-]{1,63}$/.test(login) ? login : undefined;
}

/**
 * NIST SP 800-63B (section 3.1.1.2 of revision 4): at least 15 letters where a password stands alone, no rules about kinds of
 * letters, long ones taken. The upper bound keeps a hash from costing more than it should.
 */
export const PASSWORD = { shortest: 15, longest: 256 } as const;

export type PasswordFault = 'too-short' | 'too-long' | 'guessable';

/** What is wrong with a password; undefined when nothing is. */
export function passwordFault(
  password: string,
  { login, name }: Pick<Editor, 'login' | 'name'>,
): PasswordFault | undefined {
  const letters = [...password];
  if (letters.length < PASSWORD.shortest) return 'too-short';
  if (letters.length > PASSWORD.longest) return 'too-long';
  const plain = password.toLowerCase();
  const rest = [login, ...name.toLowerCase().split(' '), 'backstride', 'password', 'hamstring'].reduce(
    (left, word) => (word === '' ? left : left.replaceAll(word, '')),
    plain,
  );
  // What is left of it when the words that everybody would try are taken out, and how many different letters it has.
  return rest.replaceAll(' ', '').length < 8 || new Set(plain).size < 6 ? 'guessable' : undefined;
}

export interface Session {
  readonly editor: Editor;
  readonly createdAt: number;
  readonly seenAt: number;
}

/**
 * NIST SP 800-63B, second level of assurance: sign in again after 12 hours, or after 30 minutes in which nothing was done.
 */
export const SESSION = { idleMs: 30 * 60 * 1000, longestMs: 12 * 60 * 60 * 1000 } as const;

export function isAlive({ createdAt, seenAt }: Pick<Session, 'createdAt' | 'seenAt'>, now: number): boolean {
  return now - seenAt < SESSION.idleMs && now - createdAt < SESSION.longestMs;
}
