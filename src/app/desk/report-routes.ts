// Reporting a claim, writing to the editors, following what becomes of it.

import { type Context, Hono } from 'hono';
import { type ClaimAtDesk, readReport, StoreTrouble } from '../../learn/index.ts';
import {
  followPage,
  type ReportPage,
  reportPage,
  reportSentPage,
  sayingPage,
} from '../../pages/desk/index.ts';
import type { SpokenDesk } from './options.ts';
import { splitLink } from './secrets.ts';
import { emergencyIn, formPage, frameOf, originOf, retryAfter, sendingLimits, typedIn } from './visit.ts';

const EMPTY = { name: '', email: '', text: '' };

/** Routes /claims/…/report, /contact and /my-report. */
export function reportRoutes(desk: SpokenDesk): Hono {
  const { store, guide, guard, secrets, says, canMail, rates } = desk;
  const frame = frameOf(desk);
  const app = new Hono();

  const purposeOf = (claim: ClaimAtDesk | undefined) => (claim ? `report ${claim.id}` : 'letter');
  const show = async (
    c: Context,
    claim: ClaimAtDesk | undefined,
    more: Partial<ReportPage> = {},
    status: 200 | 403 | 422 | 429 | 503 = 200,
  ) => {
    const issued = await guard.issue(c.req.raw, purposeOf(claim));
    const untouched = { typed: EMPTY, faults: {}, hitch: undefined, emergency: undefined };
    const view = { ...frame, claim, token: issued.token, ...untouched, ...more };
    return formPage(c, reportPage(view), issued, status);
  };

  const add = async (c: Context, claim: ClaimAtDesk | undefined) => {
    const typed = await typedIn(c);
    const given = { name: typed.text('name'), email: typed.text('email'), text: typed.text('text') };
    const kept = { typed: given, emergency: emergencyIn(desk, c, given.text) };
    const form = await guard.read(c.req.raw, purposeOf(claim), typed.text('token'));
    if (!form) return show(c, claim, { ...kept, hitch: 'again' }, 403);
    const read = readReport(given);
    if (!read.ok) return show(c, claim, { ...kept, faults: read.refusal }, 422);
    const secret = await secrets.of('report', form.id);
    const link = `/my-report/${form.id}.${secret}`;
    try {
      const at = desk.now();
      const { email } = read.value;
      const key = `letter ${await secrets.of('letter', email.toLowerCase())}`;
      const mailed =
        canMail && email !== '' && (await store.throttles.take([{ key, rate: rates.letters }], at)) === 0;
      const text = says.letters.report(originOf(desk, c) + link);
      const added = await store.reports.add(
        {
          ...read.value,
          id: form.id,
          // A program that fills in the hidden field gets its page, and an editor a closed report.
          kind: claim ? 'claim' : 'letter',
          claim: claim?.id,
          isSuspect: typed.has('website'),
          secret: await secrets.hash(secret),
          letters: mailed ? [{ to: email, subject: says.letters.reportSubject, text }] : [],
          at,
        },
        await sendingLimits(desk, c, form.id),
      );
      if (added.kind === 'wait') {
        retryAfter(c, added.ms);
        return show(c, claim, { ...kept, hitch: { waitMs: added.ms } }, 429);
      }
      return c.html(reportSentPage({ ...frame, link, mailed, emergency: kept.emergency }));
    } catch (error) {
      if (!(error instanceof StoreTrouble)) throw error;
      desk.report(error);
      retryAfter(c, 30_000);
      return show(c, claim, { ...kept, hitch: 'not-kept' }, 503);
    }
  };

  app.get('/claims/:claim/report', (c) => {
    const claim = guide.claim(c.req.param('claim'));
    return claim ? show(c, claim) : c.notFound();
  });
  app.post('/claims/:claim/report', (c) => {
    const claim = guide.claim(c.req.param('claim'));
    return claim ? add(c, claim) : c.notFound();
  });
  app.get('/contact', (c) => show(c, undefined));
  app.post('/contact', (c) => add(c, undefined));

  app.get('/my-report/:token', async (c) => {
    const link = splitLink(c.req.param('token'));
    const report = link && (await store.reports.own(link.id, await secrets.hash(link.secret)));
    if (!report)
      return c.html(sayingPage({ ...frame, title: says.mine.lostTitle, text: says.mine.lostText }), 404);
    const claim = report.claim === undefined ? undefined : guide.claim(report.claim);
    return c.html(followPage({ ...frame, report, claim }));
  });
  return app;
}
