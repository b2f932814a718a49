// A plan as JSON for programs: plain values, ids beside texts.

import { openerWords } from '../episode/index.ts';
import type { Basis, KnowledgeBase } from '../knowledge/index.ts';
import { doseInWords, levelOf, mostDays, type PlanView, type Session } from '../recover/index.ts';
import { noticesOf } from './result.ts';

export function planJson(knowledge: KnowledgeBase, plan: PlanView, sessions: readonly Session[]) {
  const shared = {
    knowledge: { version: knowledge.version, hash: knowledge.hash },
    kind: plan.kind,
    notices: noticesOf(knowledge),
  };
  if (plan.kind === 'none') return { ...shared, because: plan.because };
  const { route, course, decision } = plan;
  const level = levelOf(route, course.standing);
  const here = route.stages[level.stage];
  const about = {
    ...shared,
    plan: { id: plan.id, of: route.plan.id, name: route.plan.name, variant: route.variant?.id ?? null },
    today: plan.today,
    decision,
    stage: { id: here?.stage.id, name: here?.stage.name, index: level.stage, step: level.step ?? null },
    stages: route.stages.map(({ stage, atLeastDays, atMostDays, steps }) => ({
      id: stage.id,
      name: stage.name,
      aim: stage.aim,
      atLeastDays,
      atMostDays,
      steps: steps.map(({ text }) => text),
      leave: stage.leave.map(({ basis, ...criterion }) => ({ ...criterion, ...from(basis) })),
    })),
    mostDays: mostDays(route),
  };
  if (plan.kind === 'locked') {
    return { ...about, level: plan.level, because: plan.because, doNow: plan.doNow };
  }
  return {
    ...about,
    earliestReturn: plan.earliestReturn,
    sessions: sessions.map(session),
    withheld: plan.withheld.map(({ exercise, name, reasons, opensWith }) => ({
      exercise: exercise?.id ?? null,
      name,
      reasons,
      opensWith: opensWith.map((opener) => ({ ...opener, says: openerWords(knowledge, opener) })),
    })),
    notes: plan.notes,
  };
}

function session({ items, ...rest }: Session) {
  return {
    ...rest,
    items: items.map(({ exercise, dose, side, instead }) => ({
      exercise: exercise.id,
      name: exercise.name,
      dose: doseInWords(dose),
      side,
      instead,
      ...from(dose.basis),
    })),
  };
}

function from({ sources, certainty }: Basis) {
  return { sources, certainty };
}
