// What a runner takes along from a plan: the sessions as a calendar file, what it needs as a list for the shop.

import { Hono } from 'hono';
import { outcomeOf } from '../../assess/index.ts';
import { icalendarFrom, type Slot } from '../../connect/index.ts';
import { problemPage, suppliesPage } from '../../pages/index.ts';
import { planFor, sessionsFor, suppliesFor } from '../../recover/index.ts';
import { addDays, isTimeOfDay } from '../../vocabulary/index.ts';
import type { SpokenOptions } from '../options.ts';
import type { Current } from './current.ts';
import { visit } from './visit.ts';

/** Days that the calendar reaches ahead: sessions are those of today's step, so further would promise too much. */
const DAYS = 14;

export function exportRoutes(options: SpokenOptions): Hono {
  const { knowledge, stylesheets, words } = options;
  const routes = new Hono();

  routes.get('/calendar.ics', async (c) => {
    const { events, current } = await visit(options, c);
    const begun = events.find(({ type }) => type === 'plan-started');
    if (!current || !begun) return c.redirect('/recover/start', 303);
    const { today } = current;
    // What the answers forbid locks the calendar as well.
    const plan = current.obstacle ? lockedBy(current) : current.plan;
    const sessions =
      plan.kind === 'open' ? sessionsFor(plan, today, addDays(today, DAYS - 1), words.ofRecover) : [];
    const at = c.req.query('at') ?? '';
    // Browsers without a field for times send what was typed.
    if (at !== '' && !isTimeOfDay(at)) {
      const { notATimeTitle: title, notATime } = words.problems;
      return c.html(problemPage({ words, title, message: notATime(at), stylesheets }), 422);
    }
    const file = icalendarFrom(knowledge, plan, sessions, {
      calendar: await calendarNameFrom(begun.id),
      now: new Date(options.now()).toISOString(),
      earlier: earlierSlots(options, current),
      today,
      words: words.ofRecover,
      discreet: c.req.query('discreet') === 'yes',
      ...(at === '' ? {} : { at }),
    });
    return c.body(file, 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="training.ics"',
    });
  });

  routes.get('/supplies', async (c) => {
    const { current, base } = await visit(options, c);
    if (!current || current.obstacle || current.plan.kind !== 'open') return c.redirect('/recover', 303);
    const { state, belief, log, plan } = current;
    const asked = Object.keys(state.answers).length > 0;
    const care = asked ? outcomeOf(knowledge, state.answers).reasons.care.now : [];
    return c.html(suppliesPage({ ...base, supplies: suppliesFor(knowledge, belief, log, plan, care) }));
  });

  return routes;
}

function lockedBy({ obstacle }: Current): Current['plan'] {
  return { kind: 'none', because: obstacle?.because ?? '' };
}

/** What the files of the last days held, so that what is no longer planned of it can be withdrawn. */
function earlierSlots({ knowledge }: SpokenOptions, current: Current): readonly Slot[] {
  const { belief, runner, log, today } = current;
  const dates = Array.from({ length: DAYS - 1 }, (_, index) => addDays(today, -1 - index));
  return dates
    .filter((date) => date >= log.start)
    .flatMap((date) => {
      const plan = planFor(knowledge, belief, runner, log, date);
      return plan.kind === 'open' ? sessionsFor(plan, date, addDays(date, DAYS - 1)) : [];
    })
    .filter(({ kind }) => kind !== 'rest');
}

/** A name for the runner's calendar that follows from what is told, as the first plan, and tells nothing. */
export async function calendarNameFrom(id: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(id));
  return [...new Uint8Array(digest).slice(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
