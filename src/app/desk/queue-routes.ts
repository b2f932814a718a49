// The moderator's part of the desk: comments that wait.

import type { Hono } from 'hono';
import { alarmsIn, type Comment, LIMITS, oneLine, plainText } from '../../learn/index.ts';
import { type DecidePage, decidePage, type Queued, queuePage } from '../../pages/desk/index.ts';
import { type DeskContext, type DeskEnvironment, deskForm, deskPage, deskRoutes } from './desk-visit.ts';
import { replyLetter } from './letters.ts';
import type { SpokenDesk } from './options.ts';
import { formPage, originOf } from './visit.ts';

const AT_ONCE = 30;

/** Routes / and /comments below /desk. */
export function queueRoutes(desk: SpokenDesk): Hono<DeskEnvironment> {
  const { store, guide, says, knowledge } = desk;
  const { comments } = store;
  const app = deskRoutes();

  const queued = async (comment: Comment): Promise<Queued> => ({
    comment,
    page: guide.page(comment.page),
    parent: comment.parent === undefined ? undefined : await comments.byId(comment.parent),
    alarms: alarmsIn(comment.text).map((id) => knowledge.redFlags.find((flag) => flag.id === id)?.name ?? id),
  });

  app.get('/', async (c) => {
    const after = c.req.query('after');
    const { base, issued } = await deskPage(desk, c);
    const waiting = await comments.waiting({ most: AT_ONCE + 1, after: after || undefined });
    const queue = await Promise.all(waiting.slice(0, AT_ONCE).map(queued));
    const next = waiting.length > AT_ONCE ? waiting[AT_ONCE - 1]?.id : undefined;
    return formPage(c, queuePage({ ...base, queue, waiting: await comments.countWaiting(), next }), issued);
  });

  const show = async (
    c: DeskContext,
    comment: Comment,
    more: Partial<DecidePage> = {},
    status: 200 | 403 | 409 | 422 = 200,
  ) => {
    const { base, issued } = await deskPage(desk, c, more.note);
    const page = decidePage({
      ...base,
      ...(await queued(comment)),
      typed: comment.text,
      errors: {},
      ...more,
      note: base.note,
    });
    return formPage(c, page, issued, status);
  };

  app.get('/comments/:id', async (c) => {
    const comment = await comments.byId(c.req.param('id'));
    return comment ? show(c, comment) : c.notFound();
  });

  app.post('/comments/:id', async (c) => {
    const comment = await comments.byId(c.req.param('id'));
    if (!comment) return c.notFound();
    const { typed, form } = await deskForm(desk, c);
    if (!form)
      return show(c, comment, { note: says.desk.stale, typed: typed.text('text') || comment.text }, 403);
    const kind = typed.text('do');
    if (kind !== 'approve' && kind !== 'edit' && kind !== 'reject') return show(c, comment, {}, 422);
    const text = plainText(typed.text('text')).slice(0, LIMITS.text);
    const reason = oneLine(typed.text('reason')).slice(0, 500);
    if (kind === 'edit' && text === '')
      return show(c, comment, { typed: '', errors: { text: says.queue.needsText } }, 422);
    if (kind === 'reject' && reason === '') {
      return show(
        c,
        comment,
        { typed: text || comment.text, errors: { reason: says.queue.needsReason } },
        422,
      );
    }
    const parent = comment.parent === undefined ? undefined : await comments.byId(comment.parent);
    const isNews = kind !== 'reject' && comment.state === 'waiting';
    const letter = isNews
      ? await replyLetter(desk, originOf(desk, c), guide.page(comment.page), parent)
      : undefined;
    const outcome = await comments.decide(comment.id, {
      version: Number(typed.text('version')),
      editor: c.get('who').editor,
      at: desk.now(),
      kind,
      ...(kind === 'edit' ? { text } : {}),
      ...(kind === 'reject' ? { reason } : {}),
      letter,
    });
    if (outcome === 'done') return c.redirect('/desk?done', 303);
    const now = (await comments.byId(comment.id)) ?? comment;
    return show(c, now, { note: `${says.desk.movedOn}. ${says.desk.movedOnText}` }, 409);
  });
  return app;
}
