// What is needed seldom: a clinician's word, the file with everything, deleting.

import { Hono } from 'hono';
import { type Command, type EpisodeEvent, eventFromJson, inOrder } from '../../episode/index.ts';
import { conditionById } from '../../knowledge/index.ts';
import { clinicianPage, morePage, summaryPage, summaryText } from '../../pages/index.ts';
import { dayAt } from '../../recover/index.ts';
import { bookFromJson, isEmptyBook, type RunBook, withBook } from '../../train/index.ts';
import { CannotKeep } from '../cannot-keep.ts';
import type { SpokenOptions } from '../options.ts';
import { formOf } from '../read-body.ts';
import { summaryOf } from '../summary.ts';
import { postedOf, readClearance, readDiagnosis } from './forms.ts';
import { append, idFrom, visit } from './visit.ts';

/** Says which program wrote a file, and in which form. */
const FORMAT = 'backstride-episode';
/** 2 may hold runs beside the events. */
const VERSION = 2;
const MOST_EVENTS = 5000;
/** Hours of the runner's day between which it reminds. */
const [FIRST_HOUR, LAST_HOUR] = [7, 21];
/** Runs alone, as the terminal writes them. */
const RUNS_FORMAT = 'backstride-runs';
const RUNS_VERSION = 1;

export function moreRoutes(options: SpokenOptions): Hono {
  const { knowledge, episodes, keeper, runs, words } = options;
  const { more, forms, problems } = words;
  const routes = new Hono();

  routes.get('/more', async (c) => {
    const { events, current, base } = await visit(options, c);
    const done = c.req.query('done') === 'import' ? more.fileIsIn : undefined;
    return c.html(
      morePage({ ...base, events: events.length, done, errors: [], begun: current !== undefined }),
    );
  });

  // What the service worker asks before it reminds. Nobody wants to be woken by it.
  routes.get('/due', async (c) => {
    const { current } = await visit(options, c);
    const hour = current ? hourIn(current.zone, options.now()) : 0;
    const isDue =
      current !== undefined &&
      current.plan.kind === 'open' &&
      !dayAt(current.log, current.today).checkedIn &&
      hour >= FIRST_HOUR &&
      hour < LAST_HOUR;
    return c.json({ due: isDue, says: words.reminder.ready });
  });

  routes.get('/clinician', async (c) => {
    const { current, base } = await visit(options, c);
    if (!current) return c.redirect('/recover/start', 303);
    return c.html(clinicianPage({ ...base, causes: causes(options), errors: {}, id: options.newId() }));
  });

  routes.post('/clinician', async (c) => {
    const { events, current, base } = await visit(options, c);
    if (!current) return c.redirect('/recover/start', 303);
    const posted = postedOf(await formOf(c.req.raw));
    const covers = readClearance(posted, 'covers');
    const diagnosis = readDiagnosis(posted);
    if (!covers && posted.covers?.[0] !== 'nothing') {
      const errors = { covers: forms.chooseAllowed };
      const id = idFrom(options, posted);
      return c.html(clinicianPage({ ...base, causes: causes(options), errors, id }), 422);
    }
    const commands: readonly Command[] = [
      ...(diagnosis ? [{ kind: 'enter-diagnosis', ...diagnosis } as const] : []),
      ...(covers ? [{ kind: 'give-clearance', covers } as const] : []),
    ];
    if (commands.length === 0) return c.redirect('/recover', 303);
    const { today, zone } = current;
    return append(options, c, events, '/recover?done=word', today, zone, idFrom(options, posted), commands);
  });

  routes.get('/summary', async (c) => {
    const { current, base } = await visit(options, c);
    if (!current) return c.redirect('/recover/start', 303);
    const summary = summaryOf(options, current.state, current.today, current);
    return c.html(
      summaryPage({
        words,
        summary,
        back: '/recover/more',
        text: '/recover/summary.txt',
        stylesheets: base.stylesheets,
      }),
    );
  });

  routes.get('/summary.txt', async (c) => {
    const { current } = await visit(options, c);
    if (!current) return c.redirect('/recover/start', 303);
    return c.text(summaryText(summaryOf(options, current.state, current.today, current), words));
  });

  routes.get('/backstride.json', async (c) => {
    const { events } = await visit(options, c);
    const { version, hash } = knowledge;
    const training = await runs.read(c.req.raw);
    const file = {
      format: FORMAT,
      version: VERSION,
      knowledge: { version, hash },
      events: inOrder(events),
      ...(isEmptyBook(training) ? {} : { training }),
    };
    return c.body(`${JSON.stringify(file, null, 2)}\n`, 200, {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="backstride.json"',
    });
  });

  routes.post('/import', async (c) => {
    const { events, current, base } = await visit(options, c);
    const file = (await formOf(c.req.raw)).get('file');
    const refused = (errors: readonly string[]) =>
      c.html(
        morePage({ ...base, events: events.length, done: undefined, errors, begun: current !== undefined }),
        422,
      );
    if (!file || typeof file === 'string' || file.size === 0) return refused([forms.chooseFile]);
    const read = everythingFrom(options, await file.text());
    if (typeof read === 'string') return refused([read]);
    try {
      // First the runs: they take the room, and where they are refused the events are not in either.
      const headers = await runs.change(c.req.raw, (book) => (read.book ? withBook(book, read.book) : book));
      if (read.events.length > 0) {
        for (const [name, value] of await episodes.append(c.req.raw, read.events))
          headers.append(name, value);
      }
      headers.set('location', '/recover/more?done=import');
      return new Response(null, { status: 303, headers });
    } catch (error) {
      if (!(error instanceof CannotKeep)) throw error;
      return refused([forms.nothingBroughtIn(problems.cannotKeep[error.reason].title)]);
    }
  });

  routes.post('/forget', async (c) => {
    const headers = await episodes.forget(c.req.raw);
    for (const [name, value] of Object.entries(await keeper.write(c.req.raw, undefined)))
      headers.append(name, value);
    for (const [name, value] of await runs.forget(c.req.raw)) headers.append(name, value);
    headers.set('location', '/recover/gone');
    return new Response(null, { status: 303, headers });
  });

  routes.get('/gone', async (c) => {
    const { events, base } = await visit(options, c);
    const left = events.length + (await runs.read(c.req.raw)).runs.length;
    const done = left === 0 ? more.isGone : more.isNotGone(left);
    return c.html(morePage({ ...base, events: events.length, done, errors: [], begun: events.length > 0 }));
  });

  return routes;
}

function hourIn(timeZone: string, now: number): number {
  return Number(
    new Intl.DateTimeFormat('en-GB', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(now),
  );
}

function causes({ knowledge }: SpokenOptions) {
  return knowledge.recovery.plans.flatMap(({ conditions }) =>
    conditions.flatMap((id) => {
      const condition = conditionById(knowledge, id);
      return condition ? [{ value: id, label: condition.name }] : [];
    }),
  );
}

/** What a file of ours holds: events, runs, or both. */
interface Everything {
  readonly events: readonly EpisodeEvent[];
  readonly book: RunBook | undefined;
}

/** The content of a file, or what is wrong with it. A file is taken whole or not at all. */
function everythingFrom({ knowledge, words }: SpokenOptions, text: string): Everything | string {
  const { forms } = words;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return forms.notJson;
  }
  const { format, version, events = [], training } = (value ?? {}) as Record<string, unknown>;
  const isRuns = format === RUNS_FORMAT;
  if ((format !== FORMAT && !isRuns) || !Array.isArray(events)) {
    return forms.notOurs;
  }
  const newest = isRuns ? RUNS_VERSION : VERSION;
  if (typeof version !== 'number' || version > newest) {
    return forms.newerFile(String(version).slice(0, 10), newest);
  }
  if (events.length > MOST_EVENTS) return forms.tooManyEntries(MOST_EVENTS);
  const read: EpisodeEvent[] = [];
  for (const [index, one] of events.entries()) {
    const event = eventFromJson(knowledge, one);
    if (!event.ok) {
      return forms.badEntry(index + 1, event.refusal.expected, event.refusal.found);
    }
    read.push(event.value);
  }
  const runs = isRuns ? value : training;
  const book = runs === undefined ? undefined : bookFromJson(runs);
  if (book && !book.ok) return forms.badRun(book.refusal.at, book.refusal.expected, book.refusal.found);
  return { events: isRuns ? [] : read, book: book?.value };
}
