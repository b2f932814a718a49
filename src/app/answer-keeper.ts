// Where the answers of a runner are between two requests. The server keeps nothing: they travel in one cookie, sealed
// (AES-256-GCM) so that nobody but this server can read or change it, and good for two hours.

import type { KnowledgeBase } from '../knowledge/index.ts';
import { type AnswerSheet, formatSheet, parseSheet } from './answer-sheet.ts';

/** Port: the shell decides where the sheet is kept (sealed cookie on the server; later the device's own store). */
export interface AnswerKeeper {
  /** Returns the sheet of this request; undefined when there is none, or it is too old, or was tampered with. */
  readonly read: (request: Request) => Promise<AnswerSheet | undefined>;
  /** Returns the headers that keep the sheet; `undefined` forgets it. */
  readonly write: (
    request: Request,
    sheet: AnswerSheet | undefined,
  ) => Promise<Readonly<Record<string, string>>>;
}

const COOKIE = 'backstride';
const MAX_AGE_SECONDS = 2 * 60 * 60;
/** Browsers keep cookies up to 4,096 bytes; a full interview needs well under half of it. */
const MAX_COOKIE_BYTES = 4000;
const IV_BYTES = 12;

export interface SealOptions {
  readonly knowledge: KnowledgeBase;
  /** 32 random bytes. */
  readonly secret: Uint8Array<ArrayBuffer>;
  readonly now: () => number;
}

/** Keeps the sheet in a sealed cookie. The seal is bound to the knowledge: after an update the interview starts anew. */
export function sealedCookieKeeper({ knowledge, secret, now }: SealOptions): AnswerKeeper {
  const key = crypto.subtle.importKey('raw', secret, 'AES-GCM', false, ['encrypt', 'decrypt']);
  const bound = new TextEncoder().encode(knowledge.hash);
  return {
    read: async (request) => {
      const token = cookieOf(request);
      const text = token === undefined ? undefined : await unseal(await key, bound, token);
      const sheet = text === undefined ? undefined : parseSheet(text, knowledge);
      return sheet && now() - sheet.startedAt <= MAX_AGE_SECONDS * 1000 ? sheet : undefined;
    },
    write: async (request, sheet) => {
      const secure = new URL(request.url).protocol === 'https:' ? '; Secure' : '';
      const attributes = `Path=/; HttpOnly; SameSite=Lax${secure}`;
      if (!sheet) return { 'set-cookie': `${COOKIE}=; Max-Age=0; ${attributes}` };
      const token = await seal(await key, bound, formatSheet(sheet));
      if (token.length > MAX_COOKIE_BYTES) throw new Error('The sealed answers do not fit into a cookie.');
      const age = Math.max(0, MAX_AGE_SECONDS - Math.floor((now() - sheet.startedAt) / 1000));
      return { 'set-cookie': `${COOKIE}=${token}; Max-Age=${age}; ${attributes}` };
    },
  };
}

function cookieOf(request: Request): string | undefined {
  const cookies = (request.headers.get('cookie') ?? '').split(/;\s*/);
  return cookies.find((cookie) => cookie.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1);
}

/** Node's types and the browser's name this type differently; the function has one. */
type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

async function seal(key: Key, bound: Uint8Array<ArrayBuffer>, text: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const plain = await through(new CompressionStream('deflate-raw'), new TextEncoder().encode(text));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bound }, key, plain);
  const token = new Uint8Array(IV_BYTES + sealed.byteLength);
  token.set(iv);
  token.set(new Uint8Array(sealed), IV_BYTES);
  return btoa(String.fromCharCode(...token))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** Anything that was not sealed by this server for this knowledge comes back as undefined. */
async function unseal(key: Key, bound: Uint8Array<ArrayBuffer>, token: string): Promise<string | undefined> {
  try {
    const bytes = Uint8Array.from(atob(token.replaceAll('-', '+').replaceAll('_', '/')), (char) =>
      char.charCodeAt(0),
    );
    const iv = bytes.slice(0, IV_BYTES);
    const sealed = bytes.slice(IV_BYTES);
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: bound }, key, sealed);
    return new TextDecoder().decode(
      await through(new DecompressionStream('deflate-raw'), new Uint8Array(plain)),
    );
  } catch {
    return undefined;
  }
}

async function through(
  transform: CompressionStream | DecompressionStream,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(transform);
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
