// Runs on the web: an overview, each run, typing one in, bringing files in, what is known about load. Runs are kept apart from the
// events of a plan: they are there before a plan begins and stay when it is deleted.

import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import {
  addRunPage,
  allRunsPage,
  beliefsPage,
  coachPage,
  importRunsPage,
  runPage,
  runsOverviewPage,
  sharedRunsPage,
  type TrainPage,
} from '../../pages/index.ts';
import {
  bookFromJson,
  byStart,
  CURVE_LOADS,
  curvesOf,
  highestHeartRateOf,
  longestRatio,
  manualRun,
  monotonyOf,
  ownOf,
  type RunBook,
  type RunFileReport,
  type RunSource,
  ratiosIn,
  runsIn,
  runsOf,
  warningsOfRun,
  withEdit,
  withImported,
  withNight,
  withoutRun,
  withRuns,
} from '../../train/index.ts';
import { dateInZone, type LocalDate } from '../../vocabulary/index.ts';
import type { SpokenOptions } from '../options.ts';
import { formOf } from '../read-body.ts';
import { type Current, currentOf, lastZone } from '../recover/current.ts';
import { postedOf } from '../recover/forms.ts';
import { idFrom } from '../recover/visit.ts';
import { readAbout, readEdit, readTypedRun } from './forms.ts';
import { planSentences } from './plan-sentences.ts';
import { preventionRoutes } from './prevention-routes.ts';
import { runsOverview } from './views.ts';

/** Where another app hands over files of runs; see the manifest. */
export const SHARE = '/train/share';
export const BRING_IN = '/train/bring-in';

interface TrainVisit {
  readonly base: TrainPage;
  readonly book: RunBook;
  readonly current: Current | undefined;
  readonly today: LocalDate;
}

/** Routes below /train; nothing is there in a wing without training.yaml. */
export function trainRoutes(options: SpokenOptions): Hono {
  const { knowledge, stylesheets, runs: keeper, runReader, episodes, words } = options;
  const { train } = words;
  const { training } = knowledge;
  const routes = new Hono();
  if (!training) return routes;
  const visit = async (c: Context): Promise<TrainVisit> => {
    const [events, book] = await Promise.all([episodes.read(c.req.raw), keeper.read(c.req.raw)]);
    const current = currentOf(options, events, book);
    const zone = options.zone ?? (events.length > 0 ? lastZone(events) : 'UTC');
    return {
      base: { words, knowledge, training, stylesheets, kept: keeper.place },
      book,
      current,
      today: dateInZone(options.now(), zone),
    };
  };
  /** Changes what is kept and goes on to a page. */
  const change = async (c: Context, then: string, act: (book: RunBook) => RunBook): Promise<Response> => {
    const headers = await keeper.change(c.req.raw, act);
    headers.set('location', then);
    return new Response(null, { status: 303, headers });
  };
  const doneOf = (c: Context): string | undefined => {
    const told: Readonly<Record<string, string>> = train.done;
    return told[c.req.query('done') ?? ''];
  };

  routes.get('/', async (c) => {
    const { base, book, current, today } = await visit(c);
    return c.html(runsOverviewPage(runsOverview(base, book, current, today, doneOf(c))));
  });

  routes.get('/all', async (c) => {
    const { base, book, today } = await visit(c);
    const runs = runsOf(book);
    const years = [...new Set(runs.map(({ day }) => day.slice(0, 4)))].sort().reverse();
    const year = years.find((one) => one === c.req.query('year')) ?? years[0] ?? today.slice(0, 4);
    const window = { from: `${year}-01-01`, to: `${year}-12-31` };
    const ratios = new Map(ratiosIn(training, runs, window).map((one) => [one.run.id, one]));
    const ofYear = runs
      .filter(({ day }) => day >= window.from && day <= window.to)
      .sort(byStart)
      .reverse();
    return c.html(allRunsPage({ ...base, year, years, runs: ofYear, ratios }));
  });

  routes.get('/add', async (c) => {
    const { base, today } = await visit(c);
    return c.html(addRunPage({ ...base, today, posted: {}, errors: {}, id: options.newId() }));
  });

  routes.post('/add', async (c) => {
    const { base, today } = await visit(c);
    const posted = postedOf(await formOf(c.req.raw));
    const id = idFrom(options, posted);
    // West of Greenwich today is still to come in world time, and the server knows no better.
    const latest = options.zone === undefined ? dateInZone(options.now(), 'Pacific/Kiritimati') : today;
    const { run, errors } = readTypedRun(words, posted, id, latest);
    if (!run) return c.html(addRunPage({ ...base, today, posted, errors, id }), 422);
    return change(c, '/train?done=added', (book) => withRuns(book, [manualRun(run)]));
  });

  routes.get('/runs/:id', async (c) => {
    const found = await runView(c, await visit(c));
    return found ? c.html(runPage({ ...found, posted: {}, errors: {}, done: doneOf(c) })) : c.notFound();
  });

  routes.post('/runs/:id', async (c) => {
    const found = await runView(c, await visit(c));
    if (!found) return c.notFound();
    const posted = postedOf(await formOf(c.req.raw));
    const { edit, errors } = readEdit(words, posted, found.read);
    if (Object.keys(errors).length > 0) {
      return c.html(runPage({ ...found, posted, errors, done: undefined }), 422);
    }
    return change(c, `/train/runs/${found.read.id}?done=changed`, (book) => withEdit(book, edit));
  });

  routes.post('/runs/:id/delete', (c) =>
    change(c, '/train?done=deleted', (book) => withoutRun(book, c.req.param('id'))),
  );

  routes.get('/import', async (c) => c.html(importRunsPage((await visit(c)).base)));

  // On the device only: on a server the limit for forms has refused the files, and what is left of them is not looked at.
  routes.post('/share', async (c) => {
    const { base } = await visit(c);
    if (keeper.place !== 'device' || !runReader) return c.html(importRunsPage(base), 403);
    const files = (await formOf(c.req.raw)).getAll('files').filter((one) => typeof one !== 'string');
    const zone = options.zone ?? 'UTC';
    const reports: RunFileReport[] = [];
    for await (const report of runReader()(files.map(sourceOfFile), { zone })) reports.push(report);
    return c.html(sharedRunsPage({ ...base, reports }));
  });

  // What another app hands over any site could hand over: so the runner says yes on a page of ours first.
  routes.post(BRING_IN.slice('/train'.length), async (c) => {
    const text = (await formOf(c.req.raw)).get('runs');
    const list = typeof text === 'string' ? listFrom(text) : undefined;
    const read = Array.isArray(list) ? bookFromJson({ runs: list }) : undefined;
    if (!read?.ok) throw new HTTPException(400);
    return change(c, '/train?done=shared', (book) => withImported(book, read.value.runs));
  });

  routes.get('/coach', async (c) => c.html(coachPage(coachView(c, await visit(c), {}, {}))));

  routes.post('/about', async (c) => {
    const seen = await visit(c);
    const posted = postedOf(await formOf(c.req.raw));
    const isOnset = posted.only?.[0] === 'onset';
    const { about, errors } = readAbout(words, posted, seen.book.about, seen.today);
    if (Object.keys(errors).length > 0) {
      return isOnset ? c.redirect('/train', 303) : c.html(coachPage(coachView(c, seen, posted, errors)), 422);
    }
    return change(c, isOnset ? '/train?done=marked#onset' : '/train/coach', (book) => ({ ...book, about }));
  });

  routes.post('/morning', async (c) => {
    const { today } = await visit(c);
    const told = postedOf(await formOf(c.req.raw)).morning ?? [];
    const night = { day: today, sleptBadly: told.includes('sleptBadly'), sore: told.includes('sore') };
    return change(c, '/train?done=morning', (book) => withNight(book, night));
  });

  routes.get('/beliefs', async (c) => c.html(beliefsPage((await visit(c)).base)));
  routes.route('/prevention', preventionRoutes(options, visit));

  routes.get('/runs.json', async (c) => {
    const { book } = await visit(c);
    const file = { format: 'backstride-runs', version: 1, ...book };
    return c.body(`${JSON.stringify(file, null, 1)}\n`, 200, {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="backstride-runs.json"',
    });
  });

  routes.post('/forget', async (c) => {
    const headers = await keeper.forget(c.req.raw);
    headers.set('location', '/train?done=gone');
    return new Response(null, { status: 303, headers });
  });

  return routes;

  async function runView(c: Context, { base, book, current }: TrainVisit) {
    const id = c.req.param('id');
    const read = book.runs.find((one) => one.id === id);
    const runs = runsOf(book);
    const run = runs.find((one) => one.id === id);
    if (!read || !run || !training) return undefined;
    const own = ownOf(book);
    return {
      ...base,
      run,
      read,
      edit: book.edits.find((one) => one.id === id),
      ratio: longestRatio(training, runs, run),
      warnings: warningsOfRun(training, runs, run, own),
      own,
      withPlan: current ? planSentences(options, current, run) : [],
    };
  }

  function coachView(
    c: Context,
    { base, book, today }: TrainVisit,
    posted: Readonly<Record<string, readonly string[]>>,
    errors: Readonly<Record<string, string>>,
  ) {
    const runs = runsOf(book);
    const own = ownOf(book);
    const of = CURVE_LOADS.find((one) => one === c.req.query('of')) ?? 'minutes';
    const window = { from: runs.map(({ day }) => day).reduce((a, b) => (a < b ? a : b), today), to: today };
    const all = runsIn(runs, window);
    const curves = curvesOf(base.training, all, window, of, own);
    return {
      ...base,
      of,
      days: all.length > 0 ? curves.days.slice(-364) : [],
      known: curves.known,
      runs: curves.runs,
      monotony: monotonyOf(base.training, runs, today),
      highestSeen: highestHeartRateOf(book.runs),
      restingHeartRate: book.about.restingHeartRate,
      highestHeartRate: book.about.highestHeartRate,
      posted,
      errors,
    };
  }
}

function listFrom(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A file of a form as a source of bytes, read piece by piece. */
function sourceOfFile(file: File): RunSource {
  return {
    name: file.name,
    size: file.size,
    read: (from, to) =>
      file
        .slice(from, to)
        .arrayBuffer()
        .then(
          (bytes) => new Uint8Array(bytes),
          () => null,
        ),
  };
}
