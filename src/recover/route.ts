// A plan made for one runner: which stages are needed for the goal, how long each takes at least and at most for this
// grade, where each ladder begins and ends. Its levels are the single steps that one can be on, from the first to the last.

import type {
  ClearanceGate,
  Ladder,
  LadderStep,
  LeftOut,
  Plan,
  RecoveryKnowledge,
  Stage,
  Variant,
} from '../knowledge/index.ts';
import type { Belief, Runner } from './runner.ts';

export interface RouteStage {
  readonly stage: Stage;
  readonly atLeastDays: number;
  readonly atMostDays: number;
  readonly ladder?: Ladder;
  /** The steps of the ladder that this runner takes. */
  readonly steps: readonly LadderStep[];
}

/** One step: a stage, or one rung of its ladder. */
export interface Level {
  /** Index into `stages`. */
  readonly stage: number;
  /** Index into the steps of the stage; undefined without a ladder. */
  readonly step?: number;
  /** Good sessions in a row before the next level. */
  readonly need: number;
  /** Days from one session that counts to the next. */
  readonly everyDays: number;
}

export interface Route {
  readonly plan: Plan;
  readonly variant?: Variant;
  readonly gate?: ClearanceGate;
  readonly leaveOut: readonly LeftOut[];
  readonly stages: readonly RouteStage[];
  readonly levels: readonly Level[];
}

/** The variant that counts: of those likely enough the most careful one; the most careful of all when nothing is known. */
export function variantFor(
  { figures }: RecoveryKnowledge,
  plan: Plan,
  presentations: Readonly<Record<string, number>>,
): Variant | undefined {
  const share = figures.variantShare?.value ?? 0.2;
  const likely = plan.variants.filter((variant) =>
    variant.presentations.some((id) => (presentations[id] ?? 0) >= share),
  );
  return likely.at(-1) ?? plan.variants.at(-1);
}

export function routeFor(
  knowledge: RecoveryKnowledge,
  plan: Plan,
  belief: Pick<Belief, 'possible'>,
  runner: Runner,
): Route {
  const presentations = Object.assign(
    {},
    ...belief.possible
      .filter(({ condition }) => plan.conditions.includes(condition))
      .map((cause) => cause.presentations),
  ) as Readonly<Record<string, number>>;
  const variant = variantFor(knowledge, plan, presentations);
  const stages = plan.stages
    .filter((stage) => stage.onlyFor === undefined || stage.onlyFor.includes(runner.goal.kind))
    .map((stage): RouteStage => {
      const ladder = knowledge.ladders.find(({ id }) => id === stage.running.ladder);
      return {
        stage,
        atLeastDays: (variant?.atLeastDays[stage.id] ?? stage.atLeastDays).value,
        atMostDays: (variant?.atMostDays[stage.id] ?? stage.atMostDays).value,
        ...(ladder ? { ladder } : {}),
        steps: ladder ? stepsFor(ladder, runner, variant?.firstStep[stage.id]?.value ?? 1) : [],
      };
    });
  const good = knowledge.figures.goodSessions?.value ?? 2;
  const levels = stages.flatMap(({ stage, ladder, steps }, index): readonly Level[] => {
    if (stage.keep) return [{ stage: index, need: Number.POSITIVE_INFINITY, everyDays: 1 }];
    if (!ladder) return [{ stage: index, need: good, everyDays: 1 }];
    return steps.map((_, step) => ({
      stage: index,
      step,
      need: Math.max(good, ladder.goodSessions.value),
      everyDays: ladder.everyDays.value,
    }));
  });
  const gate = plan.clearance ?? variant?.clearance;
  return {
    plan,
    ...(variant ? { variant } : {}),
    ...(gate ? { gate } : {}),
    leaveOut: [...plan.leaveOut, ...(variant?.leaveOut ?? [])],
    stages,
    levels,
  };
}

/** From the first step for this grade up to the longest run this runner did before; always at least one. */
function stepsFor(ladder: Ladder, runner: Runner, firstStep: number): readonly LadderStep[] {
  const from = ladder.steps.slice(Math.min(firstStep, ladder.steps.length) - 1);
  if (ladder.kind === 'speed') return from;
  const within = from.filter((step, index) => index === 0 || step.runMinutes <= runner.longestRunMinutes);
  return within;
}

/** The least number of days from the first day of the plan to each stage, if every day goes well. */
export function leastDaysTo(route: Route): readonly number[] {
  const days: number[] = [];
  let total = 0;
  route.stages.forEach((_, index) => {
    days.push(total);
    const climbing = route.levels
      .filter((level) => level.stage === index && Number.isFinite(level.need))
      .reduce((sum, level) => sum + level.need * level.everyDays, 0);
    total += Math.max(route.stages[index]?.atLeastDays ?? 0, climbing);
  });
  return days;
}

/** The most days that the plan can take before it ends one way or the other. */
export function mostDays(route: Route): number {
  return route.stages.reduce((sum, stage) => sum + stage.atMostDays, 0) + route.stages.length;
}
