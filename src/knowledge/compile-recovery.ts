// From checked files about the way back to one RecoveryKnowledge.

import type {
  AuthoredCriterion,
  AuthoredDose,
  AuthoredExercise,
  AuthoredLadder,
  AuthoredLimit,
  AuthoredPlan,
  AuthoredRecovery,
} from './authored-recovery.ts';
import type { Parameter, SourcedText } from './basis.ts';
import type { ShapedRecovery } from './check-shape.ts';
import { type Based, basisOf, compileForbids, optional, parameterOf } from './compile-basis.ts';
import {
  type ClearanceGate,
  type Comparison,
  type Criterion,
  type Dose,
  type Exercise,
  type Kit,
  type Ladder,
  type LeftOut,
  type Limit,
  NO_RECOVERY,
  type Plan,
  type RecoveryKnowledge,
  type Span,
  type Stage,
} from './recovery-knowledge.ts';

/** Compiles what the checker has passed; a wing without recovery.yaml has no way back to offer. */
export function compileRecovery({ shared, exercises, ladders, plans }: ShapedRecovery): RecoveryKnowledge {
  if (!shared) return NO_RECOVERY;
  return {
    ...compileShared(shared.content),
    exercises: exercises.map(({ content }) => compileExercise(content)),
    ladders: ladders.map(({ content }) => compileLadder(content)),
    plans: plans.map(({ content }) => compilePlan(content)),
  };
}

function compileShared(
  written: AuthoredRecovery,
): Omit<RecoveryKnowledge, 'exercises' | 'ladders' | 'plans'> {
  const { ageing } = written;
  return {
    measures: written.measures,
    needs: written.needs,
    screen: written.screen.map((one) => ({ finding: one.finding, level: one.level, basis: basisOf(one) })),
    ageing: { finding: ageing.finding, steps: ageing.steps, basis: basisOf(ageing) },
    limits: written.limits.map(compileLimit),
    rules: mapped(written.rules, sourced),
    figures: mapped(written.figures, parameterOf),
    stopRules: written.stopRules.map((one) => ({ id: one.id, ...sourced(one) })),
    kit: written.kit.map(compileKit),
    careKit: written.careKit.map((one) => ({ ...compileKit(one), action: one.action })),
    clearances: written.clearances.map(({ id, says, lifts, ...rest }) => ({
      id,
      says,
      lifts,
      basis: basisOf(rest),
    })),
    early: sourced(written.early),
    older: sourced(written.older),
  };
}

function compileExercise(written: AuthoredExercise): Exercise {
  const { source, certainty, note, dose, gentle, ...rest } = written;
  return {
    ...rest,
    gentle: gentle ?? false,
    dose: compileDose(dose),
    basis: basisOf({ source, certainty, ...optional('note', note) }),
  };
}

function compileLadder(written: AuthoredLadder): Ladder {
  return {
    id: written.id,
    name: written.name,
    kind: written.kind,
    exercise: written.exercise,
    actions: written.actions,
    everyDays: parameterOf(written.everyDays),
    perWeek: parameterOf(written.perWeek),
    goodSessions: parameterOf(written.goodSessions),
    steps: written.steps,
    rules: written.rules,
    basis: basisOf(written),
    review: written.review,
  };
}

function compilePlan(written: AuthoredPlan): Plan {
  return {
    id: written.id,
    name: written.name,
    summary: written.summary,
    conditions: written.conditions,
    ...optional('clearance', written.clearance && gate(written.clearance)),
    needs: written.needs ?? [],
    forbids: (written.forbids ?? []).map(compileForbids),
    forgiving: written.forgiving ?? false,
    byName: written.byName ?? false,
    leaveOut: written.leaveOut.map(leftOut),
    limits: written.limits.map(compileLimit),
    variants: (written.variants ?? []).map((one) => ({
      id: one.id,
      name: one.name,
      presentations: one.presentations,
      ...optional('clearance', one.clearance && gate(one.clearance)),
      atLeastDays: mapped(one.atLeastDays ?? {}, parameterOf),
      atMostDays: mapped(one.atMostDays ?? {}, parameterOf),
      firstStep: mapped(one.firstStep ?? {}, parameterOf),
      leaveOut: (one.leaveOut ?? []).map(leftOut),
      basis: basisOf(one),
    })),
    stages: written.stages.map(compileStage),
    basis: basisOf(written),
    review: written.review,
  };
}

function compileStage(written: AuthoredPlan['stages'][number]): Stage {
  const { running } = written;
  return {
    id: written.id,
    name: written.name,
    aim: written.aim,
    ...optional('clearance', written.clearance),
    ...optional('onlyFor', written.onlyFor),
    enter: (written.enter ?? []).map(compileCriterion),
    leave: written.leave.map(compileCriterion),
    needs: written.needs ?? [],
    atLeastDays: parameterOf(written.atLeastDays),
    atMostDays: parameterOf(written.atMostDays),
    exercises: written.exercises.map(({ exercise, dose }) => ({ exercise, dose: compileDose(dose) })),
    running: {
      kind: running.kind,
      ...optional('ladder', running.ladder),
      text: running.text,
      basis: basisOf(running),
    },
    cross: written.cross.map((one) => ({ text: one.text, action: one.action, basis: basisOf(one) })),
    daily: written.daily.map(sourced),
    avoid: written.avoid.map(sourced),
    keep: written.keep ?? false,
  };
}

function compileDose(written: AuthoredDose): Dose {
  return {
    ...optional('sets', span(written.sets)),
    ...optional('reps', span(written.reps)),
    ...optional('holdSeconds', span(written.holdSeconds)),
    ...optional('minutes', span(written.minutes)),
    ...optional('metres', span(written.metres)),
    ...optional('effortPercent', span(written.effortPercent)),
    ...optional('load', written.load),
    ...optional('tempo', written.tempo),
    ...optional('perDay', span(written.perDay)),
    ...optional('perWeek', written.perWeek),
    basis: basisOf(written),
  };
}

function span(written: number | readonly number[] | undefined): Span | undefined {
  if (written === undefined) return undefined;
  if (typeof written === 'number') return { from: written, to: written };
  return { from: written[0] ?? 0, to: written[1] ?? 0 };
}

function comparison(written: {
  readonly measure: string;
  readonly atMost?: number | undefined;
  readonly atLeast?: number | undefined;
}): Comparison {
  return written.atMost === undefined
    ? { measure: written.measure, bound: 'atLeast', value: written.atLeast ?? 0 }
    : { measure: written.measure, bound: 'atMost', value: written.atMost };
}

function compileCriterion(written: AuthoredCriterion): Criterion {
  return { id: written.id, says: written.says, ...comparison(written), basis: basisOf(written) };
}

function compileLimit(written: AuthoredLimit): Limit {
  return {
    id: written.id,
    colour: written.colour,
    because: written.because,
    ...comparison(written),
    ...optional('stages', written.stages),
    basis: basisOf(written),
  };
}

function gate(written: NonNullable<AuthoredPlan['clearance']>): ClearanceGate {
  return { covers: written.covers, because: written.because, basis: basisOf(written) };
}

function leftOut(written: AuthoredPlan['leaveOut'][number]): LeftOut {
  return { exercise: written.exercise, because: written.because, basis: basisOf(written) };
}

function sourced(written: Based & { readonly text: string }): SourcedText {
  return { text: written.text, basis: basisOf(written) };
}

function mapped<From, To extends SourcedText | Parameter>(
  written: Readonly<Record<string, From>>,
  compile: (from: From) => To,
): Readonly<Record<string, To>> {
  return Object.fromEntries(Object.entries(written).map(([key, value]) => [key, compile(value)]));
}

function compileKit(one: AuthoredRecovery['kit'][number]): Kit {
  return {
    id: one.id,
    name: one.name,
    found: one.found,
    ...optional('substitute', one.substitute),
    basis: basisOf(one),
  };
}
