// Reading comments, writing one, and what its author can do at the secret link.

import { type Context, Hono } from 'hono';
import {
  type Comment,
  type CommentStore,
  essenceOf,
  type Letter,
  LIMITS,
  plainText,
  readWritten,
  StoreTrouble,
  suspicionsOf,
} from '../../learn/index.ts';
import {
  type CommentedPage,
  type CommentsPage,
  commentsPage,
  type MinePage,
  minePage,
  repliesPage,
  sayingPage,
  sentPage,
} from '../../pages/desk/index.ts';
import { replyLetter } from './letters.ts';
import type { SpokenDesk } from './options.ts';
import { splitLink } from './secrets.ts';
import { emergencyIn, formPage, frameOf, originOf, retryAfter, sendingLimits, typedIn } from './visit.ts';

const EMPTY = { name: '', email: '', text: '', mail: false };

/** Routes /comments, /my-comment and /replies. */
export function commentRoutes(desk: SpokenDesk): Hono {
  const { store, guide, guard, secrets, says, premoderated, canMail } = desk;
  const { comments } = store;
  const frame = frameOf(desk);
  const app = new Hono();

  const purposeOf = (page: CommentedPage, parent: Comment | undefined) =>
    `comment ${page.id} ${parent?.id ?? ''}`;
  const show = async (
    c: Context,
    page: CommentedPage,
    replyTo: Comment | undefined,
    more: Partial<CommentsPage> = {},
    status: 200 | 403 | 422 | 429 | 503 = 200,
  ) => {
    const issued = await guard.issue(c.req.raw, purposeOf(page, replyTo));
    // When the store is in trouble, the text that was typed is what matters.
    const there = await comments
      .onPage(page.id)
      .catch((error) => (status === 503 ? [] : Promise.reject(error)));
    const view = { ...frame, page, comments: there, replyTo, token: issued.token, premoderated, canMail };
    const untouched = { typed: EMPTY, faults: {}, hitch: undefined, emergency: undefined };
    return formPage(c, commentsPage({ ...view, ...untouched, ...more }), issued, status);
  };

  const add = async (c: Context, page: CommentedPage, replyTo: Comment | undefined) => {
    const typed = await typedIn(c);
    const [name, email, text] = [typed.text('name'), typed.text('email'), typed.text('text')];
    const kept = {
      typed: { name, email, text, mail: typed.has('mail') },
      emergency: emergencyIn(desk, c, text),
    };
    const form = await guard.read(c.req.raw, purposeOf(page, replyTo), typed.text('token'));
    if (!form) return show(c, page, replyTo, { ...kept, hitch: 'again' }, 403);
    const read = readWritten({ name, email, text });
    if (!read.ok) return show(c, page, replyTo, { ...kept, faults: read.refusal }, 422);
    try {
      const at = desk.now();
      const essence = await secrets.hash(essenceOf(read.value.text));
      const suspicions = suspicionsOf(read.value, {
        honeypot: typed.has('website'),
        seconds: (at - form.issuedAt) / 1000,
        isDuplicate: await comments.isAlike(essence),
      });
      const secret = await secrets.of('comment', form.id);
      const link = `/my-comment/${form.id}.${secret}`;
      const wantsMail = canMail && typed.has('mail');
      const letters = canMail
        ? await ownLetters(desk, c, read.value.email, link, wantsMail ? form.id : undefined)
        : [];
      const state = premoderated || suspicions.length > 0 ? 'waiting' : 'published';
      const reply =
        state === 'published' ? await replyLetter(desk, originOf(desk, c), page, replyTo) : undefined;
      const added = await comments.add(
        {
          ...read.value,
          id: form.id,
          page: page.id,
          parent: replyTo?.id,
          state,
          suspicions,
          wantsMail,
          secret: await secrets.hash(secret),
          essence,
          letters: [...letters, ...(reply ? [reply] : [])],
          at,
        },
        await sendingLimits(desk, c, form.id),
      );
      if (added.kind === 'wait') {
        retryAfter(c, added.ms);
        return show(c, page, replyTo, { ...kept, hitch: { waitMs: added.ms } }, 429);
      }
      const { emergency } = kept;
      const mailed = letters.length > 0;
      return c.html(
        sentPage({
          ...frame,
          page,
          link,
          isShown: state === 'published',
          isNew: added.isNew,
          mailed,
          emergency,
        }),
      );
    } catch (error) {
      if (!(error instanceof StoreTrouble)) throw error;
      desk.report(error);
      retryAfter(c, 30_000);
      return show(c, page, replyTo, { ...kept, hitch: 'not-kept' }, 503);
    }
  };

  app.get('/comments/:page', async (c) => {
    const page = guide.page(c.req.param('page'));
    return page ? show(c, page, undefined) : c.notFound();
  });
  app.post('/comments/:page', async (c) => {
    const page = guide.page(c.req.param('page'));
    return page ? add(c, page, undefined) : c.notFound();
  });
  app.get('/comments/:page/reply/:id', async (c) => {
    const page = guide.page(c.req.param('page'));
    const parent = page && (await parentOf(comments, page, c.req.param('id')));
    return page && parent ? show(c, page, parent) : c.notFound();
  });
  app.post('/comments/:page/reply/:id', async (c) => {
    const page = guide.page(c.req.param('page'));
    const parent = page && (await parentOf(comments, page, c.req.param('id')));
    return page && parent ? add(c, page, parent) : c.notFound();
  });

  const lost = (c: Context) =>
    c.html(sayingPage({ ...frame, title: says.mine.lostTitle, text: says.mine.lostText }), 404);
  const mineOf = async (token: string) => {
    const link = splitLink(token);
    return link && comments.own(link.id, await secrets.hash(link.secret));
  };
  const showMine = async (
    c: Context,
    comment: Comment,
    more: Partial<MinePage> = {},
    status: 200 | 403 | 409 | 422 = 200,
  ) => {
    const issued = await guard.issue(c.req.raw, `mine ${comment.id}`);
    const done = c.req.query('done') !== undefined && status === 200;
    const untouched = { typed: comment.text, fault: undefined, hitch: undefined, emergency: undefined, done };
    const view = { ...frame, comment, path: c.req.path, token: issued.token, premoderated };
    return formPage(c, minePage({ ...view, ...untouched, ...more }), issued, status);
  };
  app.get('/my-comment/:token', async (c) => {
    const comment = await mineOf(c.req.param('token'));
    return comment ? showMine(c, comment) : lost(c);
  });
  app.post('/my-comment/:token', async (c) => {
    const comment = await mineOf(c.req.param('token'));
    if (!comment) return lost(c);
    const typed = await typedIn(c);
    const text = plainText(typed.text('text'));
    const isChange = typed.text('do') === 'change';
    const kept = isChange ? { typed: text, emergency: emergencyIn(desk, c, text) } : {};
    const form = await guard.read(c.req.raw, `mine ${comment.id}`, typed.text('token'));
    if (!form) return showMine(c, comment, { ...kept, hitch: 'again' }, 403);
    const [version, at] = [Number(typed.text('version')), desk.now()];
    const movedOn = async () => {
      const now = await mineOf(c.req.param('token'));
      return now ? showMine(c, now, { ...kept, hitch: 'moved-on' }, 409) : lost(c);
    };
    if (typed.text('do') === 'delete') {
      if ((await comments.erase(comment.id, version, at)) === 'moved-on') return movedOn();
      return c.html(sayingPage({ ...frame, title: says.mine.removed, text: says.mine.removedText }));
    }
    if (text === '') return showMine(c, comment, { ...kept, fault: 'missing' }, 422);
    if (text.length > LIMITS.text) return showMine(c, comment, { ...kept, fault: 'too-long' }, 422);
    const suspicions = suspicionsOf(
      { ...comment, text },
      { honeypot: false, seconds: 60, isDuplicate: false },
    );
    const state =
      premoderated || suspicions.length > 0 || comment.state !== 'published' ? 'waiting' : 'published';
    if ((await comments.revise(comment.id, { version, text, state, at })) === 'moved-on') return movedOn();
    const changed = await mineOf(c.req.param('token'));
    return changed ? showMine(c, changed, { done: true, ...kept, typed: changed.text }) : lost(c);
  });

  app.get('/replies/:token', async (c) => {
    const comment = await mailedOf(desk, c.req.param('token'));
    if (!comment) return lost(c);
    const issued = await guard.issue(c.req.raw, `replies ${comment.id}`);
    const isOn = comment.mail === 'confirmed';
    return formPage(c, repliesPage({ ...frame, path: c.req.path, isOn, token: issued.token }), issued);
  });
  app.post('/replies/:token', async (c) => {
    const comment = await mailedOf(desk, c.req.param('token'));
    if (!comment) return lost(c);
    const typed = await typedIn(c);
    const form = await guard.read(c.req.raw, `replies ${comment.id}`, typed.text('token'));
    const isOn = form ? typed.text('do') === 'start' : comment.mail === 'confirmed';
    if (form) await comments.setMail(comment.id, isOn ? 'confirmed' : 'none');
    const issued = await guard.issue(c.req.raw, `replies ${comment.id}`);
    const page = repliesPage({ ...frame, path: c.req.path, isOn, token: issued.token });
    return formPage(c, page, issued, form ? 200 : 403);
  });
  return app;
}

/** What can be replied to: a published comment of this page that is no reply itself. */
async function parentOf(
  comments: CommentStore,
  page: CommentedPage,
  id: string,
): Promise<Comment | undefined> {
  const comment = await comments.byId(id);
  const isOpen = comment?.state === 'published' && comment.page === page.id && comment.parent === undefined;
  return isOpen ? comment : undefined;
}

/** The comment of a link that only its address has been sent. */
async function mailedOf({ store, secrets }: SpokenDesk, token: string): Promise<Comment | undefined> {
  const link = splitLink(token);
  if (!link || link.secret !== (await secrets.of('replies', link.id))) return undefined;
  const comment = await store.comments.byId(link.id);
  return comment && comment.state !== 'deleted' ? comment : undefined;
}

/** The letter with the author's own link; not too many to one address, whoever asks for them. */
async function ownLetters(
  desk: SpokenDesk,
  c: Context,
  to: string,
  link: string,
  asksForReplies: string | undefined,
): Promise<readonly Letter[]> {
  const { store, secrets, rates, says } = desk;
  const key = `letter ${await secrets.of('letter', to.toLowerCase())}`;
  if ((await store.throttles.take([{ key, rate: rates.letters }], desk.now())) > 0) return [];
  const origin = originOf(desk, c);
  const confirm =
    asksForReplies === undefined
      ? ''
      : `\n${says.letters.confirm(`${origin}/replies/${asksForReplies}.${await secrets.of('replies', asksForReplies)}`)}`;
  return [{ to, subject: says.letters.ownSubject, text: `${says.letters.own(origin + link)}${confirm}` }];
}
