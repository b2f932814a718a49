// What a check-in asks: no more than the rules of this plan, at this stage, look at. Derived from the limits, needs and
// criteria that judge the day, so a rule that is added is asked for by itself.

import type { CheckInMeasure, MeasureId, RecoveryKnowledge } from '../knowledge/index.ts';
import { addDays, type LocalDate } from '../vocabulary/index.ts';
import { DERIVED_FROM, dayAt, type Log } from './log.ts';
import type { Route } from './route.ts';
import type { Runner } from './runner.ts';
import { levelOf, type Standing } from './standing.ts';

/** Days before a test whose value still counts is asked again. */
const TEST_AGAIN_DAYS = 3;
const ACTIVITY = /^activity([1-3])$/;

/** The measures to ask about a date, in the order of recovery.yaml. */
export function measuresToAsk(
  knowledge: RecoveryKnowledge,
  route: Route,
  standing: Standing,
  runner: Pick<Runner, 'activities'>,
  log: Log,
  date: LocalDate,
): readonly CheckInMeasure[] {
  const { stage: index } = levelOf(route, standing);
  const here = route.stages[index]?.stage;
  const next = route.stages[index + 1]?.stage;
  const limits = [...knowledge.limits, ...route.plan.limits].filter(
    ({ stages }) => !stages || (here && stages.includes(here.id)),
  );
  const looked = new Set<MeasureId>(
    [
      ...knowledge.needs,
      ...route.plan.needs,
      ...(here?.needs ?? []),
      ...limits.map(({ measure }) => measure),
      ...(here?.leave ?? []).map(({ measure }) => measure),
      ...(next?.enter ?? []).map(({ measure }) => measure),
    ].flatMap((id) => DERIVED_FROM[id] ?? [id]),
  );
  const days = (id: MeasureId, back: number) =>
    Array.from({ length: back }, (_, ago) => dayAt(log, addDays(date, -1 - ago)).values[id]);
  return knowledge.measures.filter(({ id, kind, always, keepsDays }) => {
    if (kind === 'derived') return false;
    const activity = ACTIVITY.exec(id);
    if (activity) {
      const named = runner.activities?.[Number(activity[1]) - 1];
      return named !== undefined && days(id, keepsDays - 1).every((value) => value === undefined);
    }
    if (!always && !looked.has(id)) return false;
    return kind === 'daily' || days(id, TEST_AGAIN_DAYS).every((value) => value === undefined);
  });
}
