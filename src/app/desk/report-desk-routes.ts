// Reports and letters at the desk. A moderator answers letters, a reviewer decides about claims.

import type { Hono } from 'hono';
import { LIMITS, may, plainText, type Report, type Role, statesFor } from '../../learn/index.ts';
import { type ReportDeskPage, reportDeskPage, reportsPage, sayingPage } from '../../pages/desk/index.ts';
import { type DeskContext, type DeskEnvironment, deskForm, deskPage, deskRoutes } from './desk-visit.ts';
import { stateLetter } from './letters.ts';
import type { SpokenDesk } from './options.ts';
import { formPage, frameOf, originOf } from './visit.ts';

const AT_ONCE = 50;

/** Routes below /desk/reports. */
export function reportDeskRoutes(desk: SpokenDesk): Hono<DeskEnvironment> {
  const { store, guide, says } = desk;
  const { reports } = store;
  const app = deskRoutes();
  const claimOf = ({ claim }: Report) => (claim === undefined ? undefined : guide.claim(claim));

  app.get('/', async (c) => {
    const { base, issued } = await deskPage(desk, c);
    const list = await reports.list('open', { most: AT_ONCE + 1, after: c.req.query('after') || undefined });
    const shown = list.slice(0, AT_ONCE).map((report) => ({ report, claim: claimOf(report) }));
    const next = list.length > AT_ONCE ? list[AT_ONCE - 1]?.id : undefined;
    return formPage(
      c,
      reportsPage({ ...base, reports: shown, open: await reports.countOpen(), next }),
      issued,
    );
  });

  const show = async (
    c: DeskContext,
    report: Report,
    more: Partial<ReportDeskPage> = {},
    status: 200 | 403 | 409 | 422 = 200,
  ) => {
    const { base, issued } = await deskPage(desk, c, more.note);
    const view = { ...base, report, claim: claimOf(report), error: undefined, ...more, note: base.note };
    return formPage(c, reportDeskPage(view), issued, status);
  };

  app.get('/:id', async (c) => {
    const report = await reports.byId(c.req.param('id'));
    return report ? show(c, report) : c.notFound();
  });

  app.post('/:id', async (c) => {
    const report = await reports.byId(c.req.param('id'));
    if (!report) return c.notFound();
    const { editor } = c.get('who');
    const needed: Role = report.kind === 'claim' ? 'reviewer' : 'moderator';
    if (!may(editor, needed)) {
      const text = says.desk.notYoursText(says.desk.roles[needed]);
      return c.html(sayingPage({ ...frameOf(desk), title: says.desk.notYours, text }), 403);
    }
    const { typed, form } = await deskForm(desk, c);
    const answer = plainText(typed.text('answer')).slice(0, LIMITS.text);
    if (!form) return show(c, { ...report, answer }, { note: says.desk.stale }, 403);
    const state = statesFor(report.kind).find((one) => one === typed.text('state'));
    if (!state) return show(c, { ...report, answer }, { error: says.reports.chooseState }, 422);
    const isNews = state !== report.state || answer !== report.answer;
    const outcome = await reports.change(report.id, {
      version: Number(typed.text('version')),
      editor,
      state,
      answer,
      at: desk.now(),
      letter: isNews ? await stateLetter(desk, originOf(desk, c), report) : undefined,
    });
    if (outcome === 'done') return c.redirect('/desk/reports?done', 303);
    const now = (await reports.byId(report.id)) ?? report;
    return show(c, now, { note: `${says.desk.movedOn}. ${says.desk.movedOnText}` }, 409);
  });
  return app;
}
