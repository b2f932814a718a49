// The sessions of a plan as an iCalendar file; how the file is written stands in calendar-file.ts.
// - Session ids are not used as identifiers: they begin with the name of the cause, and a calendar is often shared. So a changed plan
//   also updates the days of the one before it.
// - A session that is in an earlier file and not in this one is withdrawn only when the caller says what was there (`earlier`):
//   a file cannot take back what it does not name. Days gone by are left alone.
// Limits: a run's minutes are those of running only, so no event has a length.

import { exerciseById, type KnowledgeBase } from '../knowledge/index.ts';
import {
  doseInWords,
  type OpenPlan,
  type PlanView,
  type RecoverWords,
  recoverEnglish,
  type Session,
  type SessionItem,
} from '../recover/index.ts';
import type { LocalDate } from '../vocabulary/index.ts';
import { type CalendarFileOptions, calendarFile, type Slot, uidOf } from './calendar-file.ts';

export interface CalendarOptions extends CalendarFileOptions {
  /** Nothing that tells of an injury: no exercises, no reasons. */
  readonly discreet?: boolean;
  /** Rest days as events, too. */
  readonly restDays?: boolean;
  /** English without them. */
  readonly words?: RecoverWords;
  /** What earlier exports held; what is no longer planned of it, from today on, is withdrawn. */
  readonly earlier?: readonly Slot[];
  /** The runner’s date, where the plan does not tell it; without it that of `now` in UTC. */
  readonly today?: LocalDate;
}

/**
 * Writes a calendar of sessions. While a plan is not open it holds none, whatever is passed, and only withdraws.
 * @throws RangeError for options out of their range
 */
export function icalendarFrom(
  knowledge: Pick<KnowledgeBase, 'recovery'>,
  plan: PlanView,
  sessions: readonly Session[],
  options: CalendarOptions,
): string {
  const { words = recoverEnglish } = options;
  const says = words.calendar;
  const wanted =
    plan.kind === 'open' ? sessions.filter(({ kind }) => kind !== 'rest' || options.restDays) : [];
  const ids = new Set(wanted.map((session) => uidOf(session, options)));
  const today = plan.kind === 'none' ? (options.today ?? options.now.slice(0, 10)) : plan.today;
  const withdrawn = (options.earlier ?? []).filter(
    (slot) => slot.date >= today && !ids.has(uidOf(slot, options)),
  );
  const events = wanted.map((session) => ({
    date: session.date,
    kind: session.kind,
    summary: summaryOf(session, options),
    ...(options.discreet || plan.kind !== 'open'
      ? {}
      : { description: descriptionOf(knowledge, plan, session, words) }),
  }));
  return calendarFile(
    options.discreet ? says.training : says.plan,
    events,
    options,
    withdrawn.map(({ date, kind }) => ({ date, kind, summary: says.noLonger })),
  );
}

function summaryOf(
  { kind, title, items, run }: Session,
  { discreet, words = recoverEnglish }: CalendarOptions,
): string {
  const says = words.calendar;
  if (kind === 'rest') return says.rest;
  if (discreet) return says.training;
  if (run?.step !== undefined) return says.step(title, run.step, run.of ?? run.step);
  return kind === 'run' ? title : `${title} (${items.length})`;
}

function descriptionOf(
  { recovery }: Pick<KnowledgeBase, 'recovery'>,
  { today, offer }: OpenPlan,
  { items, run, date }: Session,
  words: RecoverWords,
): string {
  const says = words.calendar;
  const running = run && exerciseById(recovery, offer.run?.stage.ladder?.exercise ?? 'run-walk');
  const stops = new Set([...(running?.stop ?? []), ...items.flatMap(({ exercise }) => exercise.stop)]);
  const rules = recovery.stopRules.filter(({ id }) => stops.has(id)).map(({ text }) => text);
  return [
    ...(run ? [run.text, ...run.rules] : []),
    ...items.map((item) => itemInWords(item, words)),
    ...(rules.length > 0 ? ['', says.whenToStop, ...rules.map((text) => `- ${text}`)] : []),
    '',
    ...(date > today ? [says.asPlanned(today)] : []),
    says.notReviewed,
  ].join('\n');
}

function itemInWords({ exercise, dose, side, instead }: SessionItem, words: RecoverWords): string {
  const says = words.calendar;
  const where = side === 'both' ? '' : `, ${says.side(side)}`;
  const use = instead.map((one) => ` ${says.instead(one.use)}`).join('');
  return `- ${exercise.name}${says.colon}${doseInWords(dose, words)}${where}.${use}`;
}
