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
import { and, atLeast, FALSE, implies, not, or, remembered, type Term, TRUE, variable } from './terms.ts';

export const EMERGENCY: readonly TriageLevel[] = ['emergency'];
export const MUST_BE_ASKED: readonly TriageLevel[] = ['emergency', 'same-day'];

export interface TriageModel {
  readonly answers: SymbolicAnswers;
  readonly fired: (flag: RedFlag) => Term;
  /** Of any level: unknown, and at least one of its findings is in doubt. */
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

/** Deliberate mistakes in the translation, to see that the claims catch them; without any it is the real logic. */
export interface Slips {
  /** The floor follows the least urgent flag that has fired. */
  readonly lowestFloor?: boolean;
  /** The probabilities alone set the level. */
  readonly demandAlone?: boolean;
  /** A question that another one opens is forgotten until it is open. */
  readonly closedGates?: boolean;
  /** What hangs on "not sure" is dropped in silence. */
  readonly noDoubts?: boolean;
  /** Emergency flags need not be asked before the end. */
  readonly sameDayOnly?: boolean;
}

export function triageModel(answers: SymbolicAnswers, name: string, slips: Slips = {}): TriageModel {
  const { knowledge, truth, asked } = answers;
  const fired = (flag: RedFlag) => truth(flag.when).true;
  const ofLevels = (which: (index: number) => boolean) =>
    or(...knowledge.redFlags.filter((flag) => which(TRIAGE_LEVELS.indexOf(flag.level))).map(fired));
  const floors = byLevel((level) => {
    const index = TRIAGE_LEVELS.indexOf(level);
    if (level === 'self-care') return TRUE;
    const high = ofLevels((one) => one <= index);
    return slips.lowestFloor ? and(high, not(ofLevels((one) => one > index))) : high;
  });
  const demands = byLevel((level) => (level === 'self-care' ? TRUE : variable(`${name}:demands:${level}`)));
  const isAboveFloor = (flag: RedFlag) => not(floors[flag.level]);

  const isInDoubt = (id: FindingId): Term => {
    const finding = findingById(knowledge, id);
    if (!finding || finding.kind === 'self-test') return FALSE;
    const gate = finding.asksWhen;
    const waits = gate
      ? and(not(asked(id)), isUnknown(truth(gate)), or(...findingsIn(gate).map(isInDoubt)))
      : FALSE;
    return or(answers.given(id, UNSURE), waits);
  };
  const uncleared = remembered((flag: RedFlag) =>
    slips.noDoubts ? FALSE : and(isUnknown(truth(flag.when)), or(...findingsIn(flag.when).map(isInDoubt))),
  );

  const namedBy = new Map(knowledge.redFlags.map((flag) => [flag, new Set(findingsIn(flag.when))]));
  const couldFire = new Map(
    knowledge.redFlags.map((flag) => [flag, and(isAboveFloor(flag), isOpen(flag.when, answers))]),
  );
  const wanted = new Map<string, (id: FindingId) => Term>();
  /** It could fire a flag, or tell whether a question that could may be put. */
  const isWanted = (id: FindingId, levels: readonly TriageLevel[]): Term => {
    const key = levels.join();
    const ofLevels = wanted.get(key) ?? remembered((one: FindingId) => wantedTerm(one, levels));
    wanted.set(key, ofLevels);
    return ofLevels(id);
  };
  const isSafetyQuestion = (id: FindingId, levels: readonly TriageLevel[]): Term => {
    const gate = findingById(knowledge, id)?.asksWhen;
    return and(isWanted(id, levels), gate ? truth(gate).true : TRUE);
  };
  const wantedTerm = (id: FindingId, levels: readonly TriageLevel[]): Term => {
    if (isSelfTest(knowledge, id)) return FALSE;
    const forFlags = knowledge.redFlags
      .filter((flag) => levels.includes(flag.level) && namedBy.get(flag)?.has(id))
      .map((flag) => and(couldFire.get(flag) ?? FALSE, isUndecided(flag.when, id, answers)));
    const forGates = slips.closedGates
      ? []
      : knowledge.findings.flatMap(({ id: behind, asksWhen }) =>
          asksWhen && findingsIn(asksWhen).includes(id)
            ? [and(isWanted(behind, levels), isOpen(asksWhen, answers), isUndecided(asksWhen, id, answers))]
            : [],
        );
    return or(...forFlags, ...forGates);
  };
  const isAskable = remembered((id: FindingId) => {
    const finding = findingById(knowledge, id);
    if (!finding) return FALSE;
    return and(
      not(asked(id)),
      finding.asksWhen ? truth(finding.asksWhen).true : TRUE,
      finding.selfTest ? truth(finding.selfTest.notIf).false : TRUE,
    );
  });
  const fixed = [...knowledge.screens.flatMap((screen) => screen.findings), ...knowledge.first];
  const beforeTheEnd = slips.sameDayOnly ? (['same-day'] as const) : MUST_BE_ASKED;
  return {
    answers,
    fired,
    uncleared,
    doubtful: remembered((flag) => and(isAboveFloor(flag), uncleared(flag))),
    floorIsAtLeast: (level) => floors[level],
    demandIsAtLeast: (level) => demands[level],
    levelIsAtLeast: (level) => (slips.demandAlone ? demands[level] : or(floors[level], demands[level])),
    isSafetyQuestion,
    isAskable,
    mayStop: and(
      not(floors.emergency),
      ...(slips.sameDayOnly ? [] : fixed.map((id) => not(isAskable(id)))),
      ...knowledge.findings.map(({ id }) => not(and(isAskable(id), isSafetyQuestion(id, beforeTheEnd)))),
    ),
    wellFormed: and(
      answers.wellFormed,
      ...TRIAGE_LEVELS.slice(1).map((level, index) =>
        implies(demands[TRIAGE_LEVELS[index] ?? level], demands[level]),
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

/** As `openFindings` in src/knowledge/formula.ts, when it lists anything. */
function isOpen(formula: Formula, answers: SymbolicAnswers): Term {
  return and(isUnknown(answers.truth(formula)), canBecome(true, formula, answers));
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
