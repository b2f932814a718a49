// The result as JSON for programs: plain values, ids beside texts.

import type { Assessment, Evidence, NextStep, OtherAnswer } from '../assess/index.ts';
import type { Basis, RedFlag } from '../knowledge/index.ts';
import { noticesOf, once, type ShownOutcome } from './result.ts';

export function resultJson(outcome: ShownOutcome) {
  const { knowledge, place, assessment, leading, important, reasons } = outcome;
  const { triage } = assessment;
  const text = knowledge.levels[triage.level];
  return {
    knowledge: assessment.knowledge,
    triage: {
      level: triage.level,
      floor: triage.floor,
      demanded: triage.demanded,
      title: text.title,
      action: text.action,
      where: text.where,
      safetyNet: text.safetyNet,
      recheck: text.recheck,
      fired: triage.fired.map((one) => ({ ...flag(one), doNow: reasons.care.firstAid[one.id] ?? [] })),
      doubtful: triage.doubtful.map(flag),
      atLeast: triage.atLeast,
    },
    call: { place: place.id, emergency: place.emergency, urgent: place.urgent ?? null },
    differential: differential(assessment),
    twoAtOnce: assessment.twoAtOnce,
    next: next(assessment.next),
    questions: assessment.questions,
    levelStability: reasons.stability.level,
    explanations: leading.map(({ condition }, index) => ({
      condition: condition.id,
      range: reasons.stability.ranges[index] ?? null,
      for: (reasons.explanations[index]?.for ?? []).map(evidence),
      against: (reasons.explanations[index]?.against ?? []).map(evidence),
    })),
    importantNotToMiss: important.map(({ condition }) => condition.id),
    advice: {
      now: reasons.care.now.map(({ condition, action, text, cautions, basis }) => ({
        condition,
        action,
        text,
        cautions: cautions.map(sourced),
        ...from(basis),
      })),
      told: reasons.care.told.map(sourced),
      avoid: once(leading.flatMap(({ condition }) => condition.avoid)).map(sourced),
      getHelp: once(leading.flatMap(({ condition }) => condition.getHelp)).map(sourced),
    },
    withheld: reasons.care.withheld.map(({ because, ...one }) => ({ ...one, because: because.map(sourced) })),
    // Under 16 a program should show urgency and danger signs only, as the pages do.
    safetyOnly: reasons.care.safetyOnly ?? null,
    pivot: pivot(outcome),
    sensitivity: sensitivity(outcome),
    notices: noticesOf(knowledge),
  };
}

function flag({ id, code, name, level, because, basis }: RedFlag) {
  return { id, code, name, level, because, ...from(basis) };
}

function differential({ differential: candidates }: Assessment) {
  return candidates.map(({ condition, probability, presentation }) => ({
    id: condition.id,
    name: condition.name,
    clinicalName: condition.clinicalName,
    probability,
    presentation,
  }));
}

function next(step: NextStep) {
  switch (step.kind) {
    case 'screen':
      return {
        kind: step.kind,
        screen: step.screen.id,
        title: step.screen.title,
        findings: step.open.map(({ id }) => id),
      };
    case 'question':
      return {
        kind: step.kind,
        finding: step.finding.id,
        question: step.finding.question,
        states: step.finding.states.map(({ id, label }) => ({ id, label })),
        reason: step.reason,
        valueBits: step.valueBits,
      };
    case 'stop':
      return { kind: step.kind, because: step.because };
  }
}

function evidence({ finding, state, weightBits, basis }: Evidence) {
  return { finding: finding.id, state: state.id, says: state.says, weightBits, ...from(basis) };
}

function pivot({ knowledge, reasons }: ShownOutcome) {
  if (!reasons.pivot) return null;
  const { finding, state, leads, probability, change } = reasons.pivot;
  return {
    finding: finding.id,
    question: finding.question,
    state: state.id,
    leads: knowledge.conditions[leads]?.id ?? null,
    probability,
    change,
  };
}

/** Fewest other answers that would change the urgency or the leading cause; null where none were found. */
function sensitivity({ knowledge, reasons }: ShownOutcome) {
  const { urgency, leader } = reasons.sensitivity;
  return {
    urgency: urgency ? { changes: urgency.changes.map(otherAnswer), becomes: urgency.becomes } : null,
    leader: leader
      ? {
          changes: leader.changes.map(otherAnswer),
          becomes: knowledge.conditions[leader.becomes]?.id ?? null,
          probability: leader.probability,
        }
      : null,
  };
}

function otherAnswer({ finding, given, instead }: OtherAnswer) {
  return { finding: finding.id, given: given.id, instead: instead.id };
}

function sourced({ text, basis }: { readonly text: string; readonly basis: Basis }) {
  return { text, ...from(basis) };
}

function from({ sources, certainty }: Basis) {
  return { sources, certainty };
}
