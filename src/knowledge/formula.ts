// Logical statements about answers, in Kleene's strong three-valued logic: an answer that is missing or `unsure`
// makes a statement unknown, never false. Once a formula is true or false, further answers cannot change it,
// which is why a red flag that has fired stays fired.

import { type Answers, type FindingId, isAsked, type StateId, UNSURE } from '../vocabulary/index.ts';

export type Formula =
  | { readonly kind: 'is'; readonly finding: FindingId; readonly states: readonly StateId[] }
  | { readonly kind: 'atLeast'; readonly count: number; readonly of: readonly Formula[] }
  | { readonly kind: 'not'; readonly of: Formula };

/** `all` is "at least every one", `any` is "at least one": one rule of evaluation serves the three. */
export function all(of: readonly Formula[]): Formula {
  return { kind: 'atLeast', count: of.length, of };
}

export function any(of: readonly Formula[]): Formula {
  return { kind: 'atLeast', count: 1, of };
}

export type Truth = 'true' | 'false' | 'unknown';

/** Evaluates a formula over the answers given so far. */
export function evaluate(formula: Formula, answers: Answers): Truth {
  switch (formula.kind) {
    case 'is': {
      const answer = answers[formula.finding];
      if (!isAsked(answers, formula.finding) || answer === undefined) return 'unknown';
      if (formula.states.includes(answer)) return 'true';
      return answer === UNSURE ? 'unknown' : 'false';
    }
    case 'atLeast': {
      // As soon as it is decided the rest is not asked: a step of the interview evaluates hundreds of formulas.
      const { of, count } = formula;
      let known = 0;
      let possible = of.length;
      for (let at = 0; at < of.length && known < count && possible >= count; at++) {
        const truth = evaluate(of[at] as Formula, answers);
        if (truth === 'true') known++;
        else if (truth === 'false') possible--;
      }
      if (known >= count) return 'true';
      return possible < count ? 'false' : 'unknown';
    }
    case 'not': {
      const truth = evaluate(formula.of, answers);
      if (truth === 'unknown') return 'unknown';
      return truth === 'true' ? 'false' : 'true';
    }
  }
}

/**
 * Tells whether further answers could still make the formula true (or, with `false`, false). Findings answered
 * `unsure` stay unknown; only findings not yet asked are free. Each finding is treated on its own, so the answer
 * errs on the side of "could".
 */
export function canBecome(target: boolean, formula: Formula, answers: Answers): boolean {
  switch (formula.kind) {
    case 'is': {
      const truth = evaluate(formula, answers);
      if (truth === 'unknown') return !isAsked(answers, formula.finding);
      return (truth === 'true') === target;
    }
    case 'atLeast': {
      const needed = target ? formula.count : formula.of.length - formula.count + 1;
      return formula.of.filter((part) => canBecome(target, part, answers)).length >= needed;
    }
    case 'not':
      return canBecome(!target, formula.of, answers);
  }
}

/** Lists the findings not yet asked on which the formula still hangs; empty when it cannot become true any more. */
export function openFindings(formula: Formula, answers: Answers): readonly FindingId[] {
  if (evaluate(formula, answers) !== 'unknown' || !canBecome(true, formula, answers)) return [];
  return [...new Set(undecided(formula, answers))];
}

function undecided(formula: Formula, answers: Answers): readonly FindingId[] {
  if (evaluate(formula, answers) !== 'unknown') return [];
  switch (formula.kind) {
    case 'is':
      return isAsked(answers, formula.finding) ? [] : [formula.finding];
    case 'atLeast':
      return formula.of.flatMap((part) => undecided(part, answers));
    case 'not':
      return undecided(formula.of, answers);
  }
}

/** Lists the findings, not asked or answered `unsure`, on which the truth of the formula hangs; empty when it is known. */
export function hangsOn(formula: Formula, answers: Answers): readonly FindingId[] {
  if (evaluate(formula, answers) !== 'unknown') return [];
  switch (formula.kind) {
    case 'is':
      return [formula.finding];
    case 'atLeast':
      return [...new Set(formula.of.flatMap((part) => hangsOn(part, answers)))];
    case 'not':
      return hangsOn(formula.of, answers);
  }
}

/** Lists every finding that the formula names. */
export function findingsIn(formula: Formula): readonly FindingId[] {
  switch (formula.kind) {
    case 'is':
      return [formula.finding];
    case 'atLeast':
      return [...new Set(formula.of.flatMap(findingsIn))];
    case 'not':
      return findingsIn(formula.of);
  }
}
