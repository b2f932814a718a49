// What one day's session did: a colour. Worst first: refer, red, amber; a session that hit no limit is good only when
// everything needed to say so is known, the next morning included, and no painkiller hides it.

import type { DayRule, Limit, Plan, RecoveryKnowledge, Stage } from '../knowledge/index.ts';
import { addDays, type LocalDate } from '../vocabulary/index.ts';
import { type Day, dayAt, type Log, valueOn } from './log.ts';

export interface Verdict {
  /** `masked` and `unknown` are no better than amber, but cost no hold; `none`: no session and nothing wrong. */
  readonly colour: 'refer' | 'red' | 'amber' | 'masked' | 'unknown' | 'green' | 'none';
  /** The limit that was hit, or the rule of the day. */
  readonly limit?: Limit;
  readonly rule?: DayRule;
  /** What is missing, for the sentence of the rule. */
  readonly what?: string;
  /** Whether there was a session. */
  readonly session: boolean;
}

/** Measures that only the next morning knows. */
const MORNING: ReadonlySet<string> = new Set(['morningRise']);

/**
 * The stages that a date is judged by: first the one that the runner stands in; then, where the day has cost some already,
 * those up to the one that it began in. What happened there keeps its limits, or a worse morning would excuse a worse run.
 */
export type JudgedStages = readonly [Stage, ...Stage[]];

/** Judges what the date itself says, without the next morning; for stopping at once. */
export function judgeAtOnce(
  knowledge: RecoveryKnowledge,
  plan: Plan,
  stages: JudgedStages,
  log: Log,
  date: LocalDate,
): Verdict {
  const hit = worstHit(knowledge, plan, stages, log, date, (limit) => !MORNING.has(limit.measure));
  return hit ?? { colour: 'none', session: hadSession(stages[0], dayAt(log, date)) };
}

/** Judges a date with its next morning. */
export function judge(
  knowledge: RecoveryKnowledge,
  plan: Plan,
  stages: JudgedStages,
  log: Log,
  date: LocalDate,
): Verdict {
  const [stage] = stages;
  const day = dayAt(log, date);
  const next = dayAt(log, addDays(date, 1));
  const session = hadSession(stage, day);
  const hit = worstHit(knowledge, plan, stages, log, date, () => true);
  if (hit) return hit;
  if (!session) return { colour: 'none', session };
  if (day.values.painkillers === 1 || next.values.painkillers === 1) {
    return { colour: 'masked', rule: 'masked', session };
  }
  if (next.values.painMorning === undefined) return { colour: 'unknown', rule: 'morning-missing', session };
  const missing = neededOf(knowledge, plan, stage).find(
    (id) => valueOn(knowledge, log, id, date) === undefined,
  );
  if (missing !== undefined || next.values.painkillers === undefined) {
    const label = knowledge.measures.find(({ id }) => id === (missing ?? 'painkillers'))?.label ?? '';
    return { colour: 'unknown', rule: 'measure-missing', what: label, session };
  }
  if (!isScreenClear(knowledge, day) || !isScreenClear(knowledge, next)) {
    return { colour: 'unknown', rule: 'screen-missing', session };
  }
  return { colour: 'green', session };
}

/** Tells whether every danger sign of the screen was answered with no. */
export function isScreenClear({ screen }: RecoveryKnowledge, day: Day): boolean {
  return screen.every(({ finding }) => day.screen[finding] === 'no');
}

/** In a stage with a ladder the run is the session; elsewhere either will do. */
export function hadSession(stage: Stage, day: Day): boolean {
  return stage.running.kind === 'ladder' ? day.ran : day.ran || day.exercised;
}

function neededOf(knowledge: RecoveryKnowledge, plan: Plan, stage: Stage): readonly string[] {
  return [...knowledge.needs, ...plan.needs, ...stage.needs];
}

function worstHit(
  knowledge: RecoveryKnowledge,
  plan: Plan,
  stages: JudgedStages,
  log: Log,
  date: LocalDate,
  counts: (limit: Limit) => boolean,
): Verdict | undefined {
  const hits = [...plan.limits, ...knowledge.limits].filter((limit) => {
    if (!counts(limit) || (limit.stages && !stages.some(({ id }) => limit.stages?.includes(id))))
      return false;
    const value = valueOn(knowledge, log, limit.measure, date);
    if (value === undefined) return false;
    return limit.bound === 'atLeast' ? value >= limit.value : value <= limit.value;
  });
  for (const colour of ['refer', 'red', 'amber'] as const) {
    const limit = hits.find((one) => one.colour === colour);
    if (limit) return { colour, limit, session: hadSession(stages[0], dayAt(log, date)) };
  }
  return undefined;
}
