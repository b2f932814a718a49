// Signing in and out. Whether a name exists shows neither in the answer nor in its time; tries are counted in the store for each
// network and each name, whether there is such a name or not.

import { type Context, Hono } from 'hono';
import { type Editor, readLogin, StoreTrouble } from '../../learn/index.ts';
import { type SignInPage, signInPage } from '../../pages/desk/index.ts';
import { takeChallenge, withChallenge } from './challenge.ts';
import type { SpokenDesk } from './options.ts';
import { signedIn, signIn, signOut } from './session.ts';
import { formPage, frameOf, networkOf, originOf, retryAfter, type Typed, typedIn } from './visit.ts';

const PURPOSE = 'sign-in';

/** Routes below /desk. */
export function signInRoutes(desk: SpokenDesk): Hono {
  const { guard, says, passkeys, store } = desk;
  const app = new Hono();

  const show = async (
    c: Context,
    more: Partial<SignInPage> = {},
    status: 200 | 403 | 422 | 429 = 200,
  ): Promise<Response> => {
    const issued = await guard.issue(c.req.raw, PURPOSE);
    const passkeyOptions = await withChallenge(desk, issued, (challenge) =>
      passkeys?.askToSignIn(originOf(desk, c), challenge),
    );
    const note = c.req.query('out') === undefined || status !== 200 ? undefined : says.desk.signedOut;
    const view = { ...frameOf(desk), token: issued.token, error: undefined, note, passkeyOptions, ...more };
    return formPage(c, signInPage(view), issued, status);
  };

  app.get('/sign-in', async (c) => ((await signedIn(desk, c)) ? c.redirect('/desk', 303) : show(c)));

  app.post('/sign-in', async (c) => {
    const typed = await typedIn(c);
    const form = await guard.read(c.req.raw, PURPOSE, typed.text('token'));
    if (!form) return show(c, { error: says.desk.stale }, 403);
    if (typed.text('by') === 'passkey') {
      const editor = await byPasskey(desk, c, typed, form);
      if (!editor) return show(c, { error: says.desk.passkeyFailed }, 422);
      await signIn(desk, c, editor, 'passkey');
      return c.redirect('/desk', 303);
    }
    const login = readLogin(typed.text('login'));
    const limits = await limitsOf(desk, c, login ?? typed.text('login').slice(0, 64));
    const waitMs = await store.throttles.take(limits, desk.now());
    if (waitMs > 0) {
      retryAfter(c, waitMs);
      return show(c, { error: says.desk.wait(Math.ceil(waitMs / 60_000)) }, 429);
    }
    const how = typed.text('by') === 'code' ? 'code' : 'password';
    const editor = await (how === 'code' ? byCode : byPassword)(desk, login, typed);
    if (!editor) return show(c, { error: says.desk.refused }, 422);
    for (const { key } of limits) await store.throttles.forget(key);
    await signIn(desk, c, editor, how);
    return c.redirect(how === 'code' ? '/desk/account' : '/desk', 303);
  });

  app.post('/sign-out', async (c) => {
    const who = await signedIn(desk, c);
    const typed = await typedIn(c);
    const form = who && (await guard.read(c.req.raw, `desk ${who.session}`, typed.text('token')));
    if (who && form) await signOut(desk, c, who);
    return c.redirect(who && !form ? '/desk' : '/desk/sign-in?out', 303);
  });
  return app;
}

async function limitsOf({ secrets, rates, addressOf }: SpokenDesk, c: Context, login: string) {
  const network = await secrets.of('network', networkOf(addressOf(c)));
  return [
    { key: `sign-in ${network}`, rate: rates.signInsPerAddress },
    { key: `sign-in as ${await secrets.of('login', login)}`, rate: rates.signInsPerLogin },
  ];
}

async function byPassword(
  { store, passwords }: SpokenDesk,
  login: string | undefined,
  typed: Typed,
): Promise<Editor | undefined> {
  const known = login === undefined ? undefined : await store.editors.credentials(login);
  const fits = await passwords.verify(typed.text('password').slice(0, 1024), known?.passwordHash);
  return fits ? known?.editor : undefined;
}

/** A code is long and random, so its hash is quick; an unknown name takes the same steps. */
async function byCode(
  desk: SpokenDesk,
  login: string | undefined,
  typed: Typed,
): Promise<Editor | undefined> {
  const known = login === undefined ? undefined : await desk.store.editors.credentials(login);
  const code = await desk.secrets.of('code', plainCode(typed.text('code')));
  const fits = await desk.store.editors.useCode(known?.editor.id ?? 'nobody', code, desk.now());
  return fits ? known?.editor : undefined;
}

async function byPasskey(
  desk: SpokenDesk,
  c: Context,
  typed: Typed,
  form: { readonly id: string },
): Promise<Editor | undefined> {
  const { passkeys, store } = desk;
  const answer = typed.text('credential');
  const id = passkeys?.idOf(answer);
  const found = id === undefined ? undefined : await store.editors.passkey(id);
  const challenge = await takeChallenge(desk, form);
  if (!passkeys || !found || challenge === undefined) return undefined;
  try {
    const counter = await passkeys.proves(originOf(desk, c), challenge, answer, found.passkey);
    if (counter === undefined) return undefined;
    return (await store.editors.usePasskey(found.passkey.id, counter, desk.now())) ? found.editor : undefined;
  } catch (error) {
    if (error instanceof StoreTrouble) throw error;
    return undefined;
  }
}

/** Codes are read from paper: case and lines between do not matter. */
export function plainCode(typed: string): string {
  return typed.toLowerCase().replace(/[^a-z0-9]/g, '');
}
