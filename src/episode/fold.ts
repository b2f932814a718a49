// From events to the state of an episode. The result does not depend on the order in which events arrive: facts that
// replace each other are taken in the order of recording, entries about a date are merged by a rule without order, and a
// correction replaces what it corrects wherever it stands.

import type { KnowledgeBase } from '../knowledge/index.ts';
import {
  type Clearance,
  type Day,
  EMPTY_DAY,
  type Log,
  mergeDays,
  type Runner,
  type UrgentResult,
} from '../recover/index.ts';
import { type Answers, isMoreUrgent, type LocalDate, type Spots } from '../vocabulary/index.ts';
import { type CheckIn, type EpisodeEvent, inOrder } from './events.ts';

type Of<Type extends EpisodeEvent['type']> = Extract<EpisodeEvent, { readonly type: Type }>;

export interface EpisodeState {
  readonly answers: Answers;
  /** Where exactly some of them lie, as it was told with the last answers. */
  readonly spots: Spots;
  readonly answeredOn?: LocalDate;
  readonly answeredAt?: string;
  readonly result?: Of<'result-taken'>;
  readonly diagnosis?: Of<'diagnosis-entered'>;
  /** What the runner calls it, without an interview and without a clinician. */
  readonly named?: Of<'cause-named'>;
  readonly plan?: { readonly start: LocalDate; readonly runner: Runner };
  readonly days: Readonly<Record<LocalDate, Day>>;
  readonly clearances: readonly Clearance[];
  readonly urgent: readonly UrgentResult[];
  readonly closed?: { readonly date: LocalDate; readonly because: string };
  /** Check-ins by event id with the date they are about, for corrections; and every id that is taken. */
  readonly checkIns: Readonly<Record<string, LocalDate>>;
  readonly ids: readonly string[];
}

/** Folds events into the state. */
export function fold(knowledge: KnowledgeBase, events: readonly EpisodeEvent[]): EpisodeState {
  const ordered = inOrder(events);
  const of = <Type extends EpisodeEvent['type']>(type: Type) =>
    ordered.filter((event): event is Of<Type> => event.type === type);
  const given = of('answers-given');
  const lastGiven = given.at(-1);
  const result = of('result-taken').at(-1);
  const diagnosis = of('diagnosis-entered').at(-1);
  const named = of('cause-named').at(-1);
  const started = of('plan-started').at(-1);
  const closed = of('closed').at(-1);
  return {
    answers: Object.assign({}, ...given.map(({ answers }) => answers)) as Answers,
    spots: lastGiven?.spots ?? {},
    ...(lastGiven ? { answeredOn: lastGiven.about, answeredAt: lastGiven.recordedAt } : {}),
    ...(result ? { result } : {}),
    ...(diagnosis ? { diagnosis } : {}),
    ...(named ? { named } : {}),
    ...(started ? { plan: { start: started.about, runner: started.runner } } : {}),
    days: daysOf(knowledge, ordered),
    clearances: of('clearance-given').map(({ about, recordedAt, covers }) => ({
      date: about,
      recordedAt,
      covers,
    })),
    urgent: of('result-taken')
      .filter(({ level }) => isMoreUrgent(level, 'within-days'))
      .map(({ about, recordedAt, level, because }) => ({ date: about, recordedAt, level, because })),
    ...(closed ? { closed: { date: closed.about, because: closed.because } } : {}),
    checkIns: Object.fromEntries(
      [...of('checked-in'), ...of('check-in-corrected')].map(({ id, about }) => [id, about]),
    ),
    ids: ordered.map(({ id }) => id),
  };
}

/** What the rules of the day need; undefined before a plan has begun. */
export function logOf({ plan, days, clearances, urgent }: EpisodeState): Log | undefined {
  return plan && { start: plan.start, days, clearances, urgent };
}

/**
 * Entries about one date are merged, the worse counts; of several corrections of one entry, and of what was said of one
 * session, the last recorded one.
 */
function daysOf(
  { recovery }: KnowledgeBase,
  ordered: readonly EpisodeEvent[],
): Readonly<Record<LocalDate, Day>> {
  const corrected = new Set(
    ordered.flatMap((event) => (event.type === 'check-in-corrected' ? [event.corrects] : [])),
  );
  const lastFor = new Map<string, string>();
  for (const event of ordered) {
    if (event.type === 'check-in-corrected') lastFor.set(event.corrects, event.id);
    if (event.type === 'session-done') lastFor.set(event.sessionId, event.id);
  }
  const days: Record<LocalDate, Day> = {};
  for (const event of ordered) {
    if (corrected.has(event.id)) continue;
    if (event.type === 'check-in-corrected' && lastFor.get(event.corrects) !== event.id) continue;
    if (event.type === 'session-done' && lastFor.get(event.sessionId) !== event.id) continue;
    const day = dayFrom(event);
    if (day) days[event.about] = mergeDays(recovery.measures, days[event.about] ?? EMPTY_DAY, day);
  }
  return days;
}

function dayFrom(event: EpisodeEvent): Day | undefined {
  switch (event.type) {
    case 'checked-in':
    case 'check-in-corrected':
      return fromCheckIn(event.checkIn, event.recordedAt);
    case 'session-done':
      return { ...EMPTY_DAY, exercised: event.exercised, ran: event.ran };
    case 'red-flag-reported':
      return { ...EMPTY_DAY, screen: event.screen, ...flag(event.screen, event.recordedAt) };
    default:
      return undefined;
  }
}

function fromCheckIn({ values, screen, exercised, ran }: CheckIn, recordedAt: string): Day {
  return {
    checkedIn: true,
    values,
    screen,
    exercised: exercised ?? false,
    ran: ran ?? false,
    ...flag(screen, recordedAt),
  };
}

function flag(screen: CheckIn['screen'], recordedAt: string): { readonly flaggedAt?: string } {
  return Object.values(screen).includes('yes') ? { flaggedAt: recordedAt } : {};
}
