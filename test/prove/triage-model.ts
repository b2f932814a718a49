// What src/assess/triage.ts and src/assess/next-step.ts decide, as terms over symbolic answers. agreement.ts compares
// every one of these terms with the real functions.

import {
  type Formula,
  findingById,
  findingsIn,
  type KnowledgeBase,
  type RedFlag,
} from '../../src/knowledge/index.ts';
import { type FindingId, TRIAGE_LEVELS, type TriageLevel, UNSURE } from '../../src/vocabulary/index.ts';
import { isUnknown, type SymbolicAnswers } from './symbolic-answers.ts';
import { and, atLeast, FALSE, not, or, type Term, variable } from './terms.ts';

export const EMERGENCY: readonly TriageLevel[] = ['emergency'];
export const MUST_BE_ASKED: readonly TriageLevel[] = ['emergency', 'same-day'];

export interface TriageModel {
  readonly answers: SymbolicAnswers;
  readonly fired: (flag: RedFlag) => Term;
  /** Of any level: unknown, and at least one of its findings, self-tests aside, was answered `unsure`. */
  readonly uncleared: (flag: RedFlag) => Term;
  /** Uncleared, and more urgent than the floor: named on the result. */
  readonly doubtful: (flag: RedFlag) => Term;
  readonly floorIsAtLeast: (level: TriageLevel) => Term;
  /** The probabilities ask for this level or a more urgent one; free, but in order: see `wellFormed`. */
  readonly demandIsAtLeast: (level: TriageLevel) => Term;
  readonly levelIsAtLeast: (level: TriageLevel) => Term;
  readonly isSafetyQuestion: (finding: FindingId, levels: readonly TriageLevel[]) => Term;
  readonly isAskable: (finding: FindingId) => Term;
  readonly mayStop: Term;
  readonly wellFormed: Term;
}

export function triageModel(answers: SymbolicAnswers, name: string): TriageModel {
  const { knowledge, truth, asked } = answers;
  const flagsDownTo = (level: TriageLevel) =>
    knowledge.redFlags.filter((flag) => TRIAGE_LEVELS.indexOf(flag.level) <= TRIAGE_LEVELS.indexOf(level));
  const fired = (flag: RedFlag) => truth(flag.when).true;
  const floors = byLevel((level) =>
    level === 'self-care' ? not(FALSE) : or(...flagsDownTo(level).map(fired)),
  );
  const demands = byLevel((level) =>
    level === 'self-care' ? not(FALSE) : variable(`${name}:demands:${level}`),
  );
  const isAboveFloor = (flag: RedFlag) => not(floors[flag.level]);
  const uncleared = (flag: RedFlag) =>
    and(
      isUnknown(truth(flag.when)),
      or(
        ...findingsIn(flag.when)
          .filter((id) => !isSelfTest(knowledge, id))
          .map((id) => answers.given(id, UNSURE)),
      ),
    );
  const canFire = new Map(
    knowledge.redFlags.map((flag) => [
      flag,
      and(isUnknown(truth(flag.when)), canBecome(true, flag.when, answers)),
    ]),
  );
  const isSafetyQuestion = (finding: FindingId, levels: readonly TriageLevel[]) =>
    isSelfTest(knowledge, finding)
      ? FALSE
      : or(
          ...knowledge.redFlags
            .filter((flag) => levels.includes(flag.level))
            .filter((flag) => findingsIn(flag.when).includes(finding))
            .map((flag) =>
              and(isAboveFloor(flag), canFire.get(flag) ?? FALSE, isUndecided(flag.when, finding, answers)),
            ),
        );
  const isAskable = (id: FindingId) => {
    const finding = findingById(knowledge, id);
    if (!finding) return FALSE;
    return and(
      not(asked(id)),
      ...(finding.asksWhen ? [truth(finding.asksWhen).true] : []),
      ...(finding.selfTest ? [truth(finding.selfTest.notIf).false] : []),
    );
  };
  const fixed = [...knowledge.screens.flatMap((screen) => screen.findings), ...knowledge.first];
  return {
    answers,
    fired,
    uncleared,
    doubtful: (flag) => and(isAboveFloor(flag), uncleared(flag)),
    floorIsAtLeast: (level) => floors[level],
    demandIsAtLeast: (level) => demands[level],
    levelIsAtLeast: (level) => or(floors[level], demands[level]),
    isSafetyQuestion,
    isAskable,
    mayStop: and(
      not(floors.emergency),
      ...fixed.map((id) => not(isAskable(id))),
      ...knowledge.findings.map(({ id }) => not(and(isAskable(id), isSafetyQuestion(id, MUST_BE_ASKED)))),
    ),
    wellFormed: and(
      answers.wellFormed,
      ...TRIAGE_LEVELS.slice(1).map((level, index) =>
        or(not(demands[TRIAGE_LEVELS[index] ?? level]), demands[level]),
      ),
    ),
  };
}

export function isSelfTest(knowledge: KnowledgeBase, id: FindingId): boolean {
  return findingById(knowledge, id)?.kind === 'self-test';
}

function byLevel(term: (level: TriageLevel) => Term): Readonly<Record<TriageLevel, Term>> {
  return {
    emergency: term('emergency'),
    'same-day': term('same-day'),
    'within-days': term('within-days'),
    routine: term('routine'),
    'self-care': term('self-care'),
  };
}

/** As `canBecome` in src/knowledge/formula.ts. */
function canBecome(target: boolean, formula: Formula, answers: SymbolicAnswers): Term {
  const { true: yes, false: no } = answers.truth(formula);
  switch (formula.kind) {
    case 'is':
      return or(target ? yes : no, and(not(yes), not(no), not(answers.asked(formula.finding))));
    case 'atLeast': {
      const needed = target ? formula.count : formula.of.length - formula.count + 1;
      return atLeast(
        needed,
        formula.of.map((part) => canBecome(target, part, answers)),
      );
    }
    case 'not':
      return canBecome(!target, formula.of, answers);
  }
}

/** The finding was not asked and stands in a part that is unknown, as is everything around it. */
function isUndecided(formula: Formula, finding: FindingId, answers: SymbolicAnswers): Term {
  const unknown = isUnknown(answers.truth(formula));
  switch (formula.kind) {
    case 'is':
      return formula.finding === finding ? and(unknown, not(answers.asked(finding))) : FALSE;
    case 'atLeast':
      return and(unknown, or(...formula.of.map((part) => isUndecided(part, finding, answers))));
    case 'not':
      return and(unknown, isUndecided(formula.of, finding, answers));
  }
}
