// The check-in: a day told, told again, or corrected.

import { Hono } from 'hono';
import { type Command, type EpisodeEvent, inOrder } from '../../episode/index.ts';
import { findingById } from '../../knowledge/index.ts';
import { type CheckInPage, checkInPage, type RecoverPage } from '../../pages/index.ts';
import { type Day, dayAt, measuresToAsk } from '../../recover/index.ts';
import type { LocalDate } from '../../vocabulary/index.ts';
import type { SpokenOptions } from '../options.ts';
import { formOf } from '../read-body.ts';
import { daySentences, runsOfDay } from '../train/plan-sentences.ts';
import type { Current } from './current.ts';
import { datesToTell, type Errors, postedOf, readSigns, readValues } from './forms.ts';
import { append, idFrom, visit } from './visit.ts';

export function checkInRoutes(options: SpokenOptions): Hono {
  const routes = new Hono();

  routes.get('/check-in', async (c) => {
    const { events, current, base } = await visit(options, c);
    if (!current) return c.redirect('/recover/start', 303);
    const date = dateFrom(current, c.req.query('date'));
    const last = c.req.query('more') === '1' ? undefined : lastCheckIn(events, date);
    const day = dayAt(current.log, date);
    // A run that was recorded is ticked for the runner, who may take the tick away.
    const ran = day.ran || (!day.checkedIn && runsOfDay(current, date).length > 0);
    const shown: Pick<Day, 'values' | 'screen' | 'exercised' | 'ran'> = last
      ? {
          values: last.checkIn.values,
          screen: last.checkIn.screen,
          exercised: last.checkIn.exercised || day.exercised,
          ran: last.checkIn.ran || ran,
        }
      : { values: {}, screen: {}, exercised: day.exercised, ran };
    return c.html(
      checkInPage(checkInView(options, base, current, date, { shown, corrects: last?.id, errors: {} })),
    );
  });

  routes.post('/check-in', async (c) => {
    const { events, current, base } = await visit(options, c);
    if (!current) return c.redirect('/recover/start', 303);
    const posted = postedOf(await formOf(c.req.raw));
    const date = dateFrom(current, posted.date?.[0]);
    const corrects = posted.corrects?.[0];
    const signs = readSigns(options, posted);
    const { values, errors: wrong } = readValues(options, posted);
    const did = posted.did ?? [];
    const checkIn = {
      values,
      screen: signs.screen,
      exercised: did.includes('exercised'),
      ran: did.includes('ran'),
    };
    const errors: Errors = { ...(signs.error === undefined ? {} : { found: signs.error }), ...wrong };
    // A danger sign counts at once, whatever else is missing.
    const isDanger = Object.values(signs.screen).includes('yes');
    if (Object.keys(errors).length > 0 && !isDanger) {
      const shown = { ...checkIn };
      return c.html(
        checkInPage(
          checkInView(options, base, current, date, {
            shown,
            corrects,
            errors,
            ticked: posted.found ?? [],
            each: signs.each,
            ...(posted.id?.[0] === undefined ? {} : { id: posted.id[0] }),
          }),
        ),
        422,
      );
    }
    const command: Command =
      corrects !== undefined && current.state.checkIns[corrects] === date
        ? { kind: 'correct-check-in', corrects, checkIn }
        : { kind: 'check-in', checkIn };
    return append(options, c, events, '/recover?done=check-in', date, current.zone, idFrom(options, posted), [
      command,
    ]);
  });

  return routes;
}

/** A date that can be told of; today when it is none. */
function dateFrom({ log, today }: Current, text: string | undefined): LocalDate {
  return datesToTell(log.start, today).find((date) => date === text) ?? today;
}

/** The last entry about a date that still counts. */
function lastCheckIn(events: readonly EpisodeEvent[], date: LocalDate) {
  const ordered = inOrder(events);
  const corrected = new Set(
    ordered.flatMap((one) => (one.type === 'check-in-corrected' ? [one.corrects] : [])),
  );
  return ordered
    .filter((one) => one.type === 'checked-in' || one.type === 'check-in-corrected')
    .findLast(({ about, id }) => about === date && !corrected.has(id));
}

function checkInView(
  options: SpokenOptions,
  base: RecoverPage,
  current: Current,
  date: LocalDate,
  form: {
    readonly shown: Pick<Day, 'values' | 'screen' | 'exercised' | 'ran'>;
    readonly corrects: string | undefined;
    readonly errors: Errors;
    readonly ticked?: readonly string[];
    readonly each?: boolean;
    readonly id?: string;
  },
): CheckInPage {
  const { knowledge } = options;
  const { plan, runner, log, today } = current;
  const { recovery } = knowledge;
  const signs = recovery.screen.flatMap(({ finding }) => findingById(knowledge, finding) ?? []);
  const screen = form.shown.screen;
  const unsure = Object.values(screen).includes('unsure');
  const said = Object.keys(screen).length > 0;
  const yes = Object.entries(screen).flatMap(([id, answer]) => (answer === 'yes' ? [id] : []));
  return {
    ...base,
    today,
    date,
    dates: datesToTell(log.start, today),
    signs,
    measures:
      plan.kind === 'none'
        ? recovery.measures.filter(({ always }) => always)
        : measuresToAsk(recovery, plan.route, plan.course.standing, runner, log, date),
    activities: runner.activities ?? [],
    shown: form.shown,
    ticked: form.ticked ?? (said && yes.length === 0 ? ['none'] : yes),
    each: form.each ?? unsure,
    corrects: form.corrects,
    errors: form.errors,
    id: form.id ?? options.newId(),
    found: daySentences(options, current, date),
  };
}
