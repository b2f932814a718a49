// One request to the way back: what is kept, where it stands, and how what was posted becomes events.

import type { Context } from 'hono';
import { type Command, decide, type EpisodeEvent, fold } from '../../episode/index.ts';
import { type Posted, problemPage, type RecoverPage } from '../../pages/index.ts';
import { addDays, type LocalDate } from '../../vocabulary/index.ts';
import type { SpokenOptions } from '../options.ts';
import { type Current, currentOf } from './current.ts';

/** Runs that a plan looks back on: how fast one was before it began. */
const DAYS_OF_RUNS = 365;

/** What the handlers of one request share. */
export interface Visit {
  readonly events: readonly EpisodeEvent[];
  /** Undefined before a plan has begun. */
  readonly current: Current | undefined;
  readonly base: RecoverPage;
}

/** Reads what is kept and works out where it stands. */
export async function visit(options: SpokenOptions, c: Context): Promise<Visit> {
  const { knowledge, stylesheets, episodes, runs, words } = options;
  const events = await episodes.read(c.req.raw);
  const begun = events.find(({ type }) => type === 'plan-started');
  const book = begun ? await runs.read(c.req.raw, addDays(begun.about, -DAYS_OF_RUNS)) : undefined;
  return {
    events,
    current: currentOf(options, events, book),
    base: { words, knowledge, stylesheets, kept: episodes.place },
  };
}

/** The id of the event that a form makes; one of our own where a browser sent something else. */
export function idFrom(options: SpokenOptions, posted: Posted): string {
  const id = posted.id?.[0] ?? '';
  return /^[A-Za-z0-9-]{8,60}$/.test(id) ? id : options.newId();
}

/** Carries out commands one after the other, keeps what has happened, and goes on to a page; a refusal becomes a page. */
export async function append(
  options: SpokenOptions,
  c: Context,
  before: readonly EpisodeEvent[],
  then: string,
  about: LocalDate,
  zone: string,
  id: string,
  commands: readonly Command[],
): Promise<Response> {
  const { knowledge, episodes, stylesheets, words } = options;
  const recordedAt = new Date(options.now()).toISOString();
  const happened: EpisodeEvent[] = [];
  for (const [index, command] of commands.entries()) {
    const state = fold(knowledge, [...before, ...happened]);
    const envelope = { id: commands.length > 1 ? `${id}-${index + 1}` : id, about, zone, recordedAt };
    const made = decide(knowledge, state, command, envelope);
    if (made.ok) happened.push(...made.value);
    else if (made.refusal.kind === 'repeated-id') return c.redirect(then, 303);
    else {
      const { notSavedTitle: title, notSaved } = words.problems;
      const message = notSaved(made.refusal.expected, made.refusal.found);
      return c.html(problemPage({ words, title, message, stylesheets }), 422);
    }
  }
  const headers = await episodes.append(c.req.raw, happened);
  headers.set('location', then);
  return new Response(null, { status: 303, headers });
}
