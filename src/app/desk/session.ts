// Who is signed in at the desk: a random secret in a cookie that no script reads and no other site sends; the store keeps its
// hash. Each sign-in makes a new one.

import type { Context } from 'hono';
import type { Editor } from '../../learn/index.ts';
import { cookieOf } from '../seal.ts';
import { cookieName, cookieRules } from './form-guard.ts';
import type { SpokenDesk } from './options.ts';
import { randomSecret } from './secrets.ts';

/** An active editor is noted this often, not with every page. */
const TOUCH_MS = 60_000;

export interface SignedIn {
  readonly editor: Editor;
  /** Hash of the secret. */
  readonly session: string;
}

/** The editor of a request; undefined when nobody is signed in. */
export async function signedIn(desk: SpokenDesk, c: Context): Promise<SignedIn | undefined> {
  const hash = await sessionHash(desk, c);
  if (hash === undefined) return undefined;
  const now = desk.now();
  const session = await desk.store.sessions.read(hash, now);
  if (!session) return undefined;
  if (now - session.seenAt > TOUCH_MS) await desk.store.sessions.touch(hash, now);
  return { editor: session.editor, session: hash };
}

/** Starts a session in place of the one before; every form shown before is worthless after it. */
export async function signIn(
  desk: SpokenDesk,
  c: Context,
  editor: Editor,
  how: 'password' | 'code' | 'passkey',
): Promise<void> {
  const secret = randomSecret();
  await desk.store.sessions.start({
    secret: await desk.secrets.hash(secret),
    editor,
    how,
    instead: await sessionHash(desk, c),
    at: desk.now(),
  });
  const isSecure = isSecureSite(desk, c);
  c.header('set-cookie', `${nameOf(isSecure)}=${secret}; ${cookieRules('Strict', isSecure)}`, {
    append: true,
  });
  c.header('set-cookie', desk.guard.renew(c.req.raw).setCookie, { append: true });
}

export async function signOut(desk: SpokenDesk, c: Context, { editor, session }: SignedIn): Promise<void> {
  await desk.store.sessions.end(session, editor, desk.now());
  const isSecure = isSecureSite(desk, c);
  c.header('set-cookie', `${nameOf(isSecure)}=; Max-Age=0; ${cookieRules('Strict', isSecure)}`, {
    append: true,
  });
  c.header('set-cookie', desk.guard.renew(c.req.raw).setCookie, { append: true });
}

async function sessionHash(desk: SpokenDesk, c: Context): Promise<string | undefined> {
  const secret = cookieOf(c.req.raw, nameOf(isSecureSite(desk, c)));
  return secret && /^[A-Za-z0-9_-]{43}$/.test(secret) ? desk.secrets.hash(secret) : undefined;
}

const nameOf = (isSecure: boolean) => cookieName('backstride-desk', isSecure);

export function isSecureSite({ origin }: Pick<SpokenDesk, 'origin'>, c: Context): boolean {
  return (origin ?? c.req.url).startsWith('https:');
}
