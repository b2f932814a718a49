// The interview on the web: one address a step, answers posted and then redirected, so that back, forward, reload and
// a second tab all show what is true. A step that was answered before shows its answer; the step after the last one
// shows the question that the engine asks next.

import { type Context, Hono } from 'hono';
import type { Standing } from '../assess/index.ts';
import { findingById, type KnowledgeBase, type Screen } from '../knowledge/index.ts';
import {
  checkPage,
  type Html,
  planOfResultPage,
  problemPage,
  questionPage,
  resultPage,
  screenPage,
  summaryPage,
  summaryText,
  type Urgent,
} from '../pages/index.ts';
import { dateInZone, type Side, type Spots } from '../vocabulary/index.ts';
import { type AnswerSheet, answeredPages, newSheet, openOn, type Page, withAnswers } from './answer-sheet.ts';
import { guideLinks } from './guide-routes.ts';
import { keepNewest } from './keep-newest.ts';
import type { KeptPage, SpokenOptions } from './options.ts';
import { planView } from './plan-view.ts';
import { type Form, formOf } from './read-body.ts';
import { type FormErrors, type Given, readEach, readQuestion, readScreen, readSide } from './read-form.ts';
import { standingOf } from './standing.ts';
import { summaryOf } from './summary.ts';
import { checkView, placeOf, resultView, sectionOf } from './views.ts';

/** About 15 kB each, with its packed copies; those that carry their stylesheet three times as much. */
const MOST_PAGES = { linked: 1000, inline: 100 };
const STEP = '/step/:step{[1-9][0-9]{0,2}}';

export function assessRoutes(options: SpokenOptions): Hono {
  const { knowledge, keeper, stylesheets, words } = options;
  const { problems } = words;
  const routes = new Hono();
  const pages = keepNewest<string, KeptPage>(MOST_PAGES[stylesheets.inline ? 'inline' : 'linked']);

  const redirect = async (c: Context, path: string, sheet?: AnswerSheet) => {
    const headers = sheet ? await keeper.write(c.req.raw, sheet) : {};
    return c.body(null, 303, { ...headers, location: path });
  };
  const lost = (c: Context) =>
    c.html(
      problemPage({
        words,
        title: problems.lostTitle,
        message: problems.lost[keeper.place],
        stylesheets,
      }),
      410,
    );

  routes.get('/', async (c) => {
    const sheet = await keeper.read(c.req.raw);
    return redirect(c, sheet ? frontier(options, sheet) : '/');
  });

  routes.post('/start', async (c) => {
    const place = placeOf(knowledge, undefined, c.req.header('accept-language')).id;
    return redirect(c, '/assess/step/1', newSheet(options.now(), place));
  });

  routes.post('/tell-more', async (c) => {
    const sheet = await keeper.read(c.req.raw);
    if (!sheet) return lost(c);
    const after = { ...sheet, tellsMore: true } as const;
    return redirect(c, frontier(options, after), after);
  });

  routes.post('/forget', async (c) => {
    const headers = await keeper.write(c.req.raw, undefined);
    return c.html(
      problemPage({
        words,
        title: problems.goneTitle,
        message: problems.gone[keeper.place],
        stylesheets,
      }),
      200,
      headers,
    );
  });

  routes.get(STEP, async (c) => {
    const sheet = await keeper.read(c.req.raw);
    if (!sheet) return lost(c);
    const step = Number(c.req.param('step'));
    const page = pageAt(options, sheet, step);
    if (!page) return redirect(c, frontier(options, sheet));
    const shown = {
      fromCheck: c.req.query('from') === 'check',
      moved: c.req.query('moved') === '1',
      each: c.req.query('each') === '1',
      errors: {},
    };
    const key = keyOfPage(options, sheet, page, step, shown);
    const known = pages.get(key) ?? { html: String(render(options, sheet, page, step, shown)) };
    pages.set(key, known);
    const response = await c.html(known.html);
    options.comesAgain?.(response, known);
    return response;
  });

  routes.post(STEP, async (c) => {
    const sheet = await keeper.read(c.req.raw);
    if (!sheet) return lost(c);
    const form = await formOf(c.req.raw);
    const step = Number(c.req.param('step'));
    const ask = String(form.get('ask') ?? '');
    const fromCheck = form.get('from') === 'check';
    const page = [...answeredPages(knowledge, sheet.answers), ...nextPage(standingOf(knowledge, sheet))].find(
      (one) => idOf(one) === ask,
    );
    if (!page) {
      const exists = knowledge.screens.some((one) => one.id === ask) || findingById(knowledge, ask);
      if (exists) return redirect(c, `${frontier(options, sheet)}?moved=1`);
      return c.html(problemPage({ words, stylesheets, ...problems.noQuestion }), 400);
    }
    const read = readPage(options, page, form, sheet);
    const after = withAnswers(knowledge, sheet, read.given, read.spots);
    const saysSomething = Object.keys(read.given).length > 0;
    if (saysSomething && mustSeeCard(knowledge, sheet, after)) return redirect(c, '/assess/result', after);
    if (!read.ok) {
      const ticked = form.getAll('found').map(String);
      const side = page.kind === 'question' ? readSide(form, page.finding) : {};
      const shown = { fromCheck, moved: false, each: form.has('each'), errors: read.errors, ticked, ...side };
      return c.html(render(options, after, page, step, shown), 422);
    }
    if (read.askEach)
      return redirect(c, `/assess/step/${step}?each=1${fromCheck ? '&from=check' : ''}`, after);
    return redirect(c, fromCheck ? afterChange(options, after) : nextPath(options, after, step), after);
  });

  routes.get('/check', async (c) => {
    const sheet = await keeper.read(c.req.raw);
    if (!sheet) return lost(c);
    const moved = c.req.query('moved') === '1';
    return c.html(checkPage(checkView(options, sheet, frontier(options, sheet), moved)));
  });

  routes.get('/result', async (c) => {
    const sheet = await keeper.read(c.req.raw);
    if (!sheet) return lost(c);
    if (Object.keys(sheet.answers).length === 0) return redirect(c, '/assess/step/1');
    const chosen = c.req.query('place');
    const place = placeOf(knowledge, chosen ?? sheet.place, c.req.header('accept-language'));
    const headers = chosen ? await keeper.write(c.req.raw, { ...sheet, place: place.id }) : {};
    return c.html(resultPage(resultView(options, sheet, place, await guideLinks(options))), 200, headers);
  });

  routes.get('/summary', async (c) => {
    const sheet = await keeper.read(c.req.raw);
    if (!sheet) return lost(c);
    const summary = summaryOf(options, sheet, dateInZone(options.now(), options.zone ?? 'UTC'), undefined);
    return c.html(
      summaryPage({ words, summary, back: '/assess/result', text: '/assess/summary.txt', stylesheets }),
    );
  });

  routes.get('/summary.txt', async (c) => {
    const sheet = await keeper.read(c.req.raw);
    if (!sheet) return lost(c);
    return c.text(
      summaryText(
        summaryOf(options, sheet, dateInZone(options.now(), options.zone ?? 'UTC'), undefined),
        words,
      ),
    );
  });

  routes.get('/plan', async (c) => {
    const sheet = await keeper.read(c.req.raw);
    if (!sheet) return lost(c);
    // A danger sign not asked about yet may be there: first the rest of the interview.
    const open = frontier(options, sheet);
    if (open.startsWith('/assess/step/')) return redirect(c, open);
    const view = planView(options, sheet);
    return c.html(
      planOfResultPage(view.kind === 'open' ? { ...view, guideLink: await guideLinks(options) } : view),
    );
  });

  return routes;
}

type PageRead =
  | { readonly ok: true; readonly given: Given; readonly spots?: Spots; readonly askEach: boolean }
  | { readonly ok: false; readonly given: Given; readonly spots?: Spots; readonly errors: FormErrors };

function readPage({ knowledge, words }: SpokenOptions, page: Page, form: Form, sheet: AnswerSheet): PageRead {
  if (page.kind === 'question') {
    const read = readQuestion(words, form, page.finding);
    return read.ok
      ? { ok: true, ...read.value, askEach: false }
      : { ok: false, given: {}, errors: { [page.finding.id]: read.refusal } };
  }
  if (form.has('each')) {
    const read = readEach(words, form, openOn(knowledge, page.screen, {}));
    return Object.keys(read.errors).length > 0
      ? { ok: false, ...read }
      : { ok: true, ...read, askEach: false };
  }
  const read = readScreen(words, form, page.screen, sheet.answers);
  return read.ok ? { ok: true, ...read.value } : { ok: false, given: {}, errors: read.refusal };
}

interface Shown {
  readonly fromCheck: boolean;
  readonly moved: boolean;
  readonly each: boolean;
  readonly errors: FormErrors;
  /** What was ticked on the form that is shown again. */
  readonly ticked?: readonly string[];
  /** The side that was told on it. */
  readonly side?: Side;
}

function render(options: SpokenOptions, sheet: AnswerSheet, page: Page, step: number, shown: Shown): Html {
  const { knowledge, stylesheets, words } = options;
  const { floor } = standingOf(knowledge, sheet);
  const common = {
    words,
    step,
    back: shown.fromCheck ? '/assess/check' : step === 1 ? '/' : `/assess/step/${step - 1}`,
    returnsToCheck: shown.fromCheck,
    urgent: urgentOf(options, sheet, floor),
    stylesheets,
    keptIn: options.keeper.place,
  };
  if (page.kind === 'question') {
    return questionPage({
      ...common,
      finding: page.finding,
      section: sectionOf(options, sheet, page.finding),
      answer: sheet.answers[page.finding.id],
      spot: { ...sheet.spots?.[page.finding.id], ...(shown.side ? { side: shown.side } : {}) },
      error: shown.errors[page.finding.id],
      moved: shown.moved,
    });
  }
  return screenPage({
    ...common,
    screen: page.screen,
    findings: openOn(knowledge, page.screen, {}),
    of: knowledge.screens.length,
    answers: sheet.answers,
    each: shown.each || isHalfAnswered(options, page.screen, sheet),
    errors: shown.errors,
    moved: shown.moved,
    ticked: shown.ticked,
  });
}

/** All that a page without mistakes on it shows of a runner; many runners see the same. */
function keyOfPage(
  options: SpokenOptions,
  sheet: AnswerSheet,
  page: Page,
  step: number,
  shown: Shown,
): string {
  const { floor } = standingOf(options.knowledge, sheet);
  const { answers, spots } = sheet;
  const own =
    page.kind === 'question'
      ? [sectionOf(options, sheet, page.finding), answers[page.finding.id], spots?.[page.finding.id]]
      : [page.screen.findings.map((id) => answers[id])];
  const { fromCheck, moved, each } = shown;
  return JSON.stringify([idOf(page), step, fromCheck, moved, each, urgentOf(options, sheet, floor), own]);
}

function urgentOf({ knowledge }: SpokenOptions, sheet: AnswerSheet, floor: Standing['floor']): Urgent {
  if (floor === 'emergency') return { call: placeOf(knowledge, sheet.place, undefined).emergency };
  return floor === 'same-day' ? 'today' : undefined;
}

function isHalfAnswered({ knowledge }: SpokenOptions, screen: Screen, sheet: AnswerSheet): boolean {
  const open = openOn(knowledge, screen, sheet.answers).length;
  return open > 0 && open < screen.findings.length;
}

function nextPage({ next }: Standing): readonly Page[] {
  if (next.kind === 'stop') return [];
  return next.kind === 'screen'
    ? [{ kind: 'screen', screen: next.screen }]
    : [{ kind: 'question', finding: next.finding }];
}

function idOf(page: Page): string {
  return page.kind === 'screen' ? page.screen.id : page.finding.id;
}

/** The pages of the interview: those answered, then the one to answer next (unless it is one of them, half done). */
function pagesOf({ knowledge }: SpokenOptions, sheet: AnswerSheet): readonly Page[] {
  const answered = answeredPages(knowledge, sheet.answers);
  const next = nextPage(standingOf(knowledge, sheet));
  return [...answered, ...next.filter((page) => !answered.some((one) => idOf(one) === idOf(page)))];
}

function pageAt(options: SpokenOptions, sheet: AnswerSheet, step: number): Page | undefined {
  return pagesOf(options, sheet)[step - 1];
}

/** Where the interview stands: the page to answer next, else check or, in an emergency, the result. */
function frontier(options: SpokenOptions, sheet: AnswerSheet): string {
  const standing = standingOf(options.knowledge, sheet);
  const [next] = nextPage(standing);
  if (!next) return standing.floor === 'emergency' ? '/assess/result' : '/assess/check';
  return `/assess/step/${pagesOf(options, sheet).findIndex((page) => idOf(page) === idOf(next)) + 1}`;
}

/** After an answer the next page, answered or not; an emergency goes straight to the result. */
function nextPath(options: SpokenOptions, sheet: AnswerSheet, step: number): string {
  if (standingOf(options.knowledge, sheet).floor === 'emergency' && !sheet.tellsMore) return '/assess/result';
  return step < answeredPages(options.knowledge, sheet.answers).length
    ? `/assess/step/${step + 1}`
    : frontier(options, sheet);
}

/** An emergency shows at once what to do; also one more, to somebody who tells more while waiting for help. */
function mustSeeCard(knowledge: KnowledgeBase, before: AnswerSheet, after: AnswerSheet): boolean {
  const emergencies = (sheet: AnswerSheet) =>
    standingOf(knowledge, sheet).fired.filter(({ level }) => level === 'emergency');
  const known = before.tellsMore ? emergencies(before) : [];
  return emergencies(after).some((flag) => !known.includes(flag));
}

/** After a change from the list of answers: the questions that are new, then the list. */
function afterChange(options: SpokenOptions, sheet: AnswerSheet): string {
  return frontier(options, sheet);
}
