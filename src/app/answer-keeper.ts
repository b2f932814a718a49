// Where the answers of a runner are between two requests. The server keeps nothing: they travel in one cookie, sealed
// (AES-256-GCM) so that nobody but this server can read or change it, and good for two hours.

import type { KnowledgeBase } from '../knowledge/index.ts';
import { sheetFromShort, shortOfSheet } from './answer-codes.ts';
import type { AnswerSheet } from './answer-sheet.ts';
import { cookieAttributes, cookieOf, type MakeSeal, sealFor } from './seal.ts';

/** Where answers live. */
export type KeptIn = 'device' | 'cookie';

/** Port: the shell decides where the sheet is kept (sealed cookie on the server; the device's own store in a service worker). */
export interface AnswerKeeper {
  /** Returns the sheet of this request; undefined when there is none, or it is too old, or was tampered with. */
  readonly read: (request: Request) => Promise<AnswerSheet | undefined>;
  /** Returns the headers that keep the sheet; `undefined` forgets it. */
  readonly write: (
    request: Request,
    sheet: AnswerSheet | undefined,
  ) => Promise<Readonly<Record<string, string>>>;
  /** Where it is kept: on this device until it is deleted, or in this browser's cookie for two hours. */
  readonly place: KeptIn;
}

const COOKIE = 'backstride';
const MAX_AGE_SECONDS = 2 * 60 * 60;
/** Browsers keep cookies up to 4,096 bytes; a full interview needs well under half of it. */
const MAX_COOKIE_BYTES = 4000;

export interface SealOptions {
  readonly knowledge: KnowledgeBase;
  /** 32 random bytes. */
  readonly secret: Uint8Array<ArrayBuffer>;
  readonly now: () => number;
  /** The platform's own way to seal, where it has a quicker one. */
  readonly makeSeal?: MakeSeal;
}

/** Keeps the sheet in a sealed cookie. The seal is bound to the knowledge: after an update the interview starts anew. */
export function sealedCookieKeeper(options: SealOptions): AnswerKeeper {
  const { knowledge, secret, now, makeSeal = sealFor } = options;
  const { seal, unseal } = makeSeal(secret, knowledge.hash);
  return {
    read: async (request) => {
      const token = cookieOf(request, COOKIE);
      const text = token === undefined ? undefined : await unseal(token);
      const sheet = text === undefined ? undefined : sheetFromShort(knowledge, text);
      return sheet && now() - sheet.startedAt <= MAX_AGE_SECONDS * 1000 ? sheet : undefined;
    },
    write: async (request, sheet) => {
      const attributes = cookieAttributes(request);
      if (!sheet) return { 'set-cookie': `${COOKIE}=; Max-Age=0; ${attributes}` };
      const token = await seal(shortOfSheet(knowledge, sheet));
      if (token.length > MAX_COOKIE_BYTES) throw new Error('The sealed answers do not fit into a cookie.');
      const age = Math.max(0, MAX_AGE_SECONDS - Math.floor((now() - sheet.startedAt) / 1000));
      return { 'set-cookie': `${COOKIE}=${token}; Max-Age=${age}; ${attributes}` };
    },
    place: 'cookie',
  };
}
