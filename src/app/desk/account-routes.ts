// What an editor keeps for signing in, and the log.

import type { Hono } from 'hono';
import { oneLine, passwordFault } from '../../learn/index.ts';
import { type AccountPage, accountPage, logPage } from '../../pages/desk/index.ts';
import { takeChallenge, withChallenge } from './challenge.ts';
import { type DeskContext, type DeskEnvironment, deskForm, deskPage, deskRoutes } from './desk-visit.ts';
import type { SpokenDesk } from './options.ts';
import { newCodes } from './recovery-codes.ts';
import { formPage, originOf, type Typed } from './visit.ts';

const LINES = 100;
const MOST_PASSKEYS = 10;

/** Routes /account and /log below /desk. */
export function accountRoutes(desk: SpokenDesk): Hono<DeskEnvironment> {
  const { store, says, passwords, passkeys, secrets } = desk;
  const { editors } = store;
  const app = deskRoutes();

  const show = async (
    c: DeskContext,
    more: Partial<AccountPage> = {},
    status: 200 | 403 | 422 = 200,
  ): Promise<Response> => {
    const { base, issued, editor } = await deskPage(desk, c, more.note);
    const own = await editors.passkeys(editor.id);
    const passkeyOptions = await withChallenge(desk, issued, (challenge) =>
      passkeys?.askToAdd(
        originOf(desk, c),
        challenge,
        editor,
        own.map(({ id }) => id),
      ),
    );
    const codesLeft = await editors.countCodes(editor.id);
    const view = {
      ...base,
      passkeys: own,
      codesLeft,
      newCodes: [],
      passkeyOptions,
      errors: {},
      ...more,
      note: base.note,
    };
    return formPage(c, accountPage(view), issued, status);
  };

  const changePassword = async (c: DeskContext, typed: Typed): Promise<Response> => {
    const { editor, session } = c.get('who');
    const known = await editors.credentials(editor.login);
    if (!(await passwords.verify(typed.text('old').slice(0, 1024), known?.passwordHash))) {
      return show(c, { errors: { old: says.account.wrongPassword } }, 422);
    }
    const fault = passwordFault(typed.text('new'), editor);
    if (fault) return show(c, { errors: { new: says.account.passwordFaults[fault] } }, 422);
    await editors.setPassword(editor, await passwords.hash(typed.text('new')), desk.now());
    await store.sessions.endOthers(editor.id, session);
    return show(c, { note: says.account.passwordChanged });
  };

  const addPasskey = async (
    c: DeskContext,
    typed: Typed,
    form: { readonly id: string; readonly issuedAt: number },
  ): Promise<Response> => {
    const { editor } = c.get('who');
    const refused = () => show(c, { errors: { 'passkey-name': says.account.passkeyRefused } }, 422);
    const name = oneLine(typed.text('passkey-name')).slice(0, 40);
    const challenge = await takeChallenge(desk, form);
    if (!passkeys || challenge === undefined || name === '') return refused();
    if ((await editors.passkeys(editor.id)).length >= MOST_PASSKEYS) return refused();
    const added = await passkeys.added(originOf(desk, c), challenge, typed.text('credential'));
    if (!added || !(await editors.addPasskey(editor, { ...added, name }, desk.now()))) return refused();
    return c.redirect('/desk/account?done', 303);
  };

  app.get('/account', (c) => show(c));
  app.post('/account', async (c) => {
    const { editor } = c.get('who');
    const { typed, form } = await deskForm(desk, c);
    if (!form) return show(c, { note: says.desk.stale }, 403);
    switch (typed.text('do')) {
      case 'password':
        return changePassword(c, typed);
      case 'add-passkey':
        return addPasskey(c, typed, form);
      case 'remove-passkey':
        await editors.removePasskey(editor, typed.text('passkey'), desk.now());
        return c.redirect('/desk/account?done', 303);
      case 'new-codes': {
        const codes = newCodes();
        await editors.setCodes(
          editor,
          await Promise.all(codes.map((code) => secrets.of('code', code.plain))),
          desk.now(),
        );
        return show(c, { newCodes: codes.map(({ shown }) => shown) });
      }
      default:
        return show(c, {}, 422);
    }
  });

  app.get('/log', async (c) => {
    const { base, issued } = await deskPage(desk, c);
    const before = Number(c.req.query('before'));
    const from = Number.isSafeInteger(before) && before > 0 ? before : undefined;
    const lines = await store.audit.read(LINES, from);
    return formPage(c, logPage({ ...base, lines, whole: await store.audit.verify() }), issued);
  });
  return app;
}
