// What is believed about the cause, and what would have to be asked to open what a plan withholds.

import { assess, possibleCauses } from '../assess/index.ts';
import { conditionById, evaluate, findingById, findingsIn, type KnowledgeBase } from '../knowledge/index.ts';
import type { Belief, Opener, PossibleCause } from '../recover/index.ts';
import { type Answers, isAsked, type TriageLevel } from '../vocabulary/index.ts';
import type { EpisodeState } from './fold.ts';

/** The causes that are still possible, for the recover room. */
export function possibleNow(knowledge: KnowledgeBase, answers: Answers): readonly PossibleCause[] {
  return possibleCauses(knowledge, answers).map(({ condition, probability, presentations }) => ({
    condition: condition.id,
    probability,
    presentations,
  }));
}

/** How urgent the answers are and why, in plain words. */
export function urgencyNow(
  knowledge: KnowledgeBase,
  answers: Answers,
): { readonly level: TriageLevel; readonly because: string } {
  const { triage } = assess(knowledge, answers);
  const flag = triage.fired.find(({ level }) => level === triage.level);
  return { level: triage.level, because: flag?.because ?? knowledge.levels[triage.level].title };
}

/** What is believed now: the clinician's diagnosis where there is one, else what the answers say, else the result taken. */
export function beliefOf(knowledge: KnowledgeBase, state: EpisodeState): Belief {
  const { answers, answeredOn, answeredAt, diagnosis, result, named } = state;
  const shared = {
    answers,
    ...(answeredOn === undefined || answeredAt === undefined ? {} : { answeredOn, answeredAt }),
  };
  if (diagnosis) {
    const presentations = diagnosis.presentation === undefined ? {} : { [diagnosis.presentation]: 1 };
    return {
      ...shared,
      level: 'self-care',
      possible: [{ condition: diagnosis.condition, probability: 1, presentations }],
      diagnosed: true,
      openers: [],
    };
  }
  if (Object.keys(answers).length === 0) {
    const said = named && [{ condition: named.condition, probability: 1, presentations: {} }];
    return {
      ...shared,
      ...(result ? { answeredOn: result.about, answeredAt: result.recordedAt } : {}),
      level: result?.level ?? 'self-care',
      possible: result?.possible ?? said ?? [],
      diagnosed: false,
      openers: [],
    };
  }
  const possible = possibleNow(knowledge, answers);
  return {
    ...shared,
    level: urgencyNow(knowledge, answers).level,
    possible,
    diagnosed: false,
    openers: openersFor(knowledge, answers, possible),
  };
}

/**
 * Answers and tests not given yet that could, by themselves, bring a cause below "still possible" or show that what it
 * forbids does not hold. The leading cause is left alone: its own plan stands on it.
 */
export function openersFor(
  knowledge: KnowledgeBase,
  answers: Answers,
  possible: readonly PossibleCause[],
): readonly Opener[] {
  const others = possible.slice(1).filter(({ condition }) => condition !== 'something-else');
  if (others.length === 0) return [];
  const open = knowledge.findings.filter(
    (finding) =>
      !isAsked(answers, finding.id) &&
      (!finding.selfTest || evaluate(finding.selfTest.notIf, answers) === 'false'),
  );
  const openers: Opener[] = [];
  for (const finding of open) {
    for (const { id: state } of finding.states) {
      const after = { ...answers, [finding.id]: state };
      const left = new Set(possibleCauses(knowledge, after).map(({ condition }) => condition.id));
      for (const { condition } of others) {
        if (!left.has(condition) || lifts(knowledge, condition, finding.id, answers, after)) {
          openers.push({ condition, finding: finding.id, state });
        }
      }
    }
  }
  return openers;
}

/** Whether an answer shows that everything a cause forbids does not hold. */
function lifts(
  knowledge: KnowledgeBase,
  condition: string,
  finding: string,
  before: Answers,
  after: Answers,
): boolean {
  const rules = conditionById(knowledge, condition)?.forbids ?? [];
  const inForce = rules.filter(({ when }) => !when || evaluate(when, before) !== 'false');
  return (
    inForce.length > 0 &&
    inForce.every(
      ({ when }) => when && findingsIn(when).includes(finding) && evaluate(when, after) === 'false',
    )
  );
}

/** The question behind an opener, in the words of the interview. */
export function openerWords(knowledge: KnowledgeBase, opener: Opener): string {
  const finding = findingById(knowledge, opener.finding);
  const label = finding?.states.find(({ id }) => id === opener.state)?.label ?? opener.state;
  return `${finding?.question ?? opener.finding} ${label}`;
}
