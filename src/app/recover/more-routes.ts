// What is needed seldom: a clinician's word, the file with everything, deleting.

import { Hono } from 'hono';
import { type Command, type EpisodeEvent, eventFromJson, inOrder } from '../../episode/index.ts';
import { conditionById } from '../../knowledge/index.ts';
import { clinicianPage, morePage, summaryPage, summaryText } from '../../pages/index.ts';
import { dayAt } from '../../recover/index.ts';
import { CannotKeep } from '../cannot-keep.ts';
import type { SpokenOptions } from '../options.ts';
import { summaryOf } from '../summary.ts';
import { postedOf, readClearance, readDiagnosis } from './forms.ts';
import { append, formOf, idFrom, visit } from './visit.ts';

/** Says which program wrote a file, and in which form. */
const FORMAT = 'backstride-episode';
const VERSION = 1;
const MOST_EVENTS = 5000;
/** Hours of the runner's day between which it reminds. */
const [FIRST_HOUR, LAST_HOUR] = [7, 21];

export function moreRoutes(options: SpokenOptions): Hono {
  const { knowledge, episodes, keeper, words } = options;
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
    const posted = postedOf(await formOf(c));
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
    const summary = summaryOf(options, current.state.answers, current.today, current);
    return c.html(
      summaryPage({
        words,
        summary,
        back: '/recover/more',
        text: '/recover/summary.txt',
        stylesheet: base.stylesheet,
      }),
    );
  });

  routes.get('/summary.txt', async (c) => {
    const { current } = await visit(options, c);
    if (!current) return c.redirect('/recover/start', 303);
    return c.text(summaryText(summaryOf(options, current.state.answers, current.today, current), words));
  });

  routes.get('/backstride.json', async (c) => {
    const { events } = await visit(options, c);
    const { version, hash } = knowledge;
    const file = { format: FORMAT, version: VERSION, knowledge: { version, hash }, events: inOrder(events) };
    return c.body(`${JSON.stringify(file, null, 2)}\n`, 200, {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="backstride.json"',
    });
  });

  routes.post('/import', async (c) => {
    const { events, current, base } = await visit(options, c);
    const file = (await formOf(c)).get('file');
    const refused = (errors: readonly string[]) =>
      c.html(
        morePage({ ...base, events: events.length, done: undefined, errors, begun: current !== undefined }),
        422,
      );
    if (!file || typeof file === 'string' || file.size === 0) return refused([forms.chooseFile]);
    const read = eventsFrom(options, await file.text());
    if (typeof read === 'string') return refused([read]);
    try {
      const headers = await episodes.append(c.req.raw, read);
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
    headers.set('location', '/recover/gone');
    return new Response(null, { status: 303, headers });
  });

  routes.get('/gone', async (c) => {
    const { events, base } = await visit(options, c);
    const done = events.length === 0 ? more.isGone : more.isNotGone(events.length);
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

/** The events of a file, or what is wrong with it. A file is taken whole or not at all. */
function eventsFrom({ knowledge, words }: SpokenOptions, text: string): readonly EpisodeEvent[] | string {
  const { forms } = words;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return forms.notJson;
  }
  const { format, version, events } = (value ?? {}) as Record<string, unknown>;
  if (format !== FORMAT || !Array.isArray(events)) {
    return forms.notOurs;
  }
  if (typeof version !== 'number' || version > VERSION) {
    return forms.newerFile(String(version).slice(0, 10), VERSION);
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
  return read;
}
