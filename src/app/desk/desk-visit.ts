// One request to the desk: nobody is let in without a session, nor into a part that is not theirs; every form has the token of
// this session.

import { type Context, Hono, type MiddlewareHandler } from 'hono';
import type { Editor, Role } from '../../learn/index.ts';
import { may } from '../../learn/index.ts';
import { type DeskPage, sayingPage } from '../../pages/desk/index.ts';
import type { Issued } from './form-guard.ts';
import type { SpokenDesk } from './options.ts';
import { type SignedIn, signedIn } from './session.ts';
import { frameOf, type Typed, typedIn } from './visit.ts';

export interface DeskEnvironment {
  Variables: { who: SignedIn };
}
export type DeskContext = Context<DeskEnvironment>;

export function deskRoutes(): Hono<DeskEnvironment> {
  return new Hono<DeskEnvironment>();
}

/** Lets through who is signed in; sends others to sign in, and answers a form of theirs with it. */
export function onlySignedIn(desk: SpokenDesk): MiddlewareHandler<DeskEnvironment> {
  return async (c, next) => {
    const who = await signedIn(desk, c);
    if (!who) return c.redirect('/desk/sign-in', 303);
    c.set('who', who);
    await next();
    return undefined;
  };
}

export function onlyFor(desk: SpokenDesk, role: Role): MiddlewareHandler<DeskEnvironment> {
  return async (c, next) => {
    if (may(c.get('who').editor, role)) {
      await next();
      return undefined;
    }
    const { desk: says } = desk.says;
    const text = says.notYoursText(says.roles[role]);
    return c.html(sayingPage({ ...frameOf(desk), title: says.notYours, text }), 403);
  };
}

/** What every page of the desk needs, and the cookie of its form. */
export async function deskPage(
  desk: SpokenDesk,
  c: DeskContext,
  note?: string,
): Promise<{ readonly base: DeskPage; readonly issued: Issued; readonly editor: Editor }> {
  const { editor, session } = c.get('who');
  const issued = await desk.guard.issue(c.req.raw, `desk ${session}`);
  const said = note ?? (c.req.query('done') === undefined ? undefined : desk.says.desk.done);
  return { base: { ...frameOf(desk), editor, note: said, token: issued.token }, issued, editor };
}

/** Reads a form of the desk; without a good token its page says so and nothing is done. */
export async function deskForm(
  desk: SpokenDesk,
  c: DeskContext,
): Promise<{
  readonly typed: Typed;
  readonly form: { readonly id: string; readonly issuedAt: number } | undefined;
}> {
  const typed = await typedIn(c);
  const form = await desk.guard.read(c.req.raw, `desk ${c.get('who').session}`, typed.text('token'));
  return { typed, form };
}
