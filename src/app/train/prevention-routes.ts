// Staying well without pain: what is known to help, and its days as a calendar file. Nothing of it is kept anywhere, so a later file
// updates an earlier one only when it begins on the same day, and withdraws nothing.

import { type Context, Hono } from 'hono';
import { type CalendarEvent, calendarFile } from '../../connect/index.ts';
import type { PreventionPart } from '../../knowledge/index.ts';
import {
  type PreventionPage,
  preventionDayLines,
  preventionPage,
  type TrainPage,
} from '../../pages/index.ts';
import { preventionDays } from '../../train/index.ts';
import { addDays, isLocalDate, isTimeOfDay, type LocalDate } from '../../vocabulary/index.ts';
import type { SpokenOptions } from '../options.ts';
import { formOf } from '../read-body.ts';
import { calendarNameFrom } from '../recover/export-routes.ts';
import { postedOf } from '../recover/forms.ts';

/** How far the calendar reaches: the amounts have stopped growing by then. */
const WEEKS = 8;

/** Whose page it is, and the runner's date. */
export type Visit = (c: Context) => Promise<{ readonly base: TrainPage; readonly today: LocalDate }>;

export function preventionRoutes(options: SpokenOptions, visit: Visit): Hono {
  const { words } = options;
  const { prevention: says, ofRecover, problems } = words;
  const routes = new Hono();
  const viewOf = async (c: Context): Promise<PreventionPage> => {
    const { base, today } = await visit(c);
    return { ...base, today, weeks: WEEKS, posted: {}, errors: {} };
  };

  routes.get('/', async (c) => c.html(preventionPage(await viewOf(c))));

  routes.post('/calendar', async (c) => {
    const view = await viewOf(c);
    const posted = postedOf(await formOf(c.req.raw));
    const parts = view.training.prevention.parts.filter(({ id }) => posted.parts?.includes(id));
    const [first = '', at = ''] = [posted.first?.[0], posted.at?.[0]];
    const errors = {
      ...(parts.length === 0 ? { parts: says.errors.parts } : {}),
      ...(isNear(first, view.today) ? {} : { first: says.errors.first }),
      // Browsers without a field for times send what was typed.
      ...(at === '' || isTimeOfDay(at) ? {} : { at: problems.notATime(at) }),
    };
    if (Object.keys(errors).length > 0) return c.html(preventionPage({ ...view, posted, errors }), 422);
    const discreet = posted.discreet?.[0] === 'yes';
    const events = parts.flatMap((part) => eventsOf(view, part, first, discreet));
    const file = calendarFile(discreet ? ofRecover.calendar.training : says.calendarName, events, {
      calendar: await calendarNameFrom(`stay well from ${first}`),
      now: new Date(options.now()).toISOString(),
      ...(at === '' ? {} : { at }),
    });
    return c.body(file, 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="training.ics"',
    });
  });

  return routes;

  function eventsOf(
    { knowledge, training }: PreventionPage,
    part: PreventionPart,
    first: LocalDate,
    discreet: boolean,
  ): readonly CalendarEvent[] {
    const notes = training.prevention.review.state === 'reviewed' ? [] : ['', says.notReviewed];
    return preventionDays(part, first, WEEKS).map((day) => {
      const event = { date: day.date, kind: part.id };
      if (discreet) return { ...event, summary: ofRecover.calendar.training };
      const description = [...preventionDayLines(words, knowledge, part, day), ...notes].join('\n');
      return { ...event, summary: part.name, description };
    });
  }
}

function isNear(first: string, today: LocalDate): boolean {
  return isLocalDate(first) && first >= addDays(today, -31) && first <= addDays(today, 366);
}
