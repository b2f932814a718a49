// Answers of which nothing is fixed: one variable for each answer that each finding can be given, at most one of them
// true; none of them true is "not asked". A statement about them has two terms, when it is true and when it is false,
// and is unknown when neither holds: the same three values as `evaluate` in src/knowledge/formula.ts.

import { type Finding, type Formula, findingById, type KnowledgeBase } from '../../src/knowledge/index.ts';
import { type Answers, type FindingId, UNSURE } from '../../src/vocabulary/index.ts';
import { and, atLeast, FALSE, not, or, same, type Term, variable } from './terms.ts';

/** When a statement is known to be true, and when it is known to be false. */
export interface Kleene {
  readonly true: Term;
  readonly false: Term;
}

export interface SymbolicAnswers {
  readonly knowledge: KnowledgeBase;
  readonly given: (finding: FindingId, answer: string) => Term;
  readonly asked: (finding: FindingId) => Term;
  readonly truth: (formula: Formula) => Kleene;
  /** Every finding has at most one answer. */
  readonly wellFormed: Term;
}

export interface Semantics {
  /** What a finding answered `unsure` makes of a statement about it; the real one is `unknown`. */
  readonly unsure: 'unknown' | 'false';
}

export const REAL: Semantics = { unsure: 'unknown' };

/** Answers under a name, so that two sets of them can stand in one claim. */
export function symbolicAnswers(
  knowledge: KnowledgeBase,
  name: string,
  semantics: Semantics = REAL,
): SymbolicAnswers {
  const variables = new Map<string, Term>();
  for (const finding of knowledge.findings) {
    for (const answer of answersOf(finding)) {
      const key = `${finding.id}=${answer}`;
      variables.set(key, variable(`${name}:${key}`));
    }
  }
  const given = (finding: FindingId, answer: string): Term => variables.get(`${finding}=${answer}`) ?? FALSE;
  const askedTerms = new Map(
    knowledge.findings.map((finding) => [
      finding.id,
      or(...answersOf(finding).map((answer) => given(finding.id, answer))),
    ]),
  );
  const memory = new Map<Formula, Kleene>();
  const truth = (formula: Formula): Kleene => {
    const before = memory.get(formula);
    if (before) return before;
    const terms = truthAnew(formula);
    memory.set(formula, terms);
    return terms;
  };
  const truthAnew = (formula: Formula): Kleene => {
    switch (formula.kind) {
      case 'is': {
        const finding = findingById(knowledge, formula.finding);
        const answers = finding ? answersOf(finding) : [];
        const others = answers.filter(
          (answer) => !formula.states.includes(answer) && (answer !== UNSURE || semantics.unsure === 'false'),
        );
        return {
          true: or(...formula.states.map((state) => given(formula.finding, state))),
          false: or(...others.map((answer) => given(formula.finding, answer))),
        };
      }
      case 'atLeast': {
        const parts = formula.of.map(truth);
        return {
          true: atLeast(
            formula.count,
            parts.map((part) => part.true),
          ),
          false: atLeast(
            formula.of.length - formula.count + 1,
            parts.map((part) => part.false),
          ),
        };
      }
      case 'not': {
        const inner = truth(formula.of);
        return { true: inner.false, false: inner.true };
      }
    }
  };
  return {
    knowledge,
    given,
    asked: (finding) => askedTerms.get(finding) ?? FALSE,
    truth,
    wellFormed: and(
      ...knowledge.findings.map((finding) =>
        not(
          atLeast(
            2,
            answersOf(finding).map((answer) => given(finding.id, answer)),
          ),
        ),
      ),
    ),
  };
}

export function answersOf(finding: Finding): readonly string[] {
  return [...finding.states.map(({ id }) => id), UNSURE];
}

export function isUnknown({ true: yes, false: no }: Kleene): Term {
  return and(not(yes), not(no));
}

/** Every answer of `before` still stands in `after`; `after` may hold more. */
export function isExtendedBy(before: SymbolicAnswers, after: SymbolicAnswers): Term {
  return and(
    ...before.knowledge.findings.flatMap((finding) =>
      answersOf(finding).map((answer) =>
        or(not(before.given(finding.id, answer)), after.given(finding.id, answer)),
      ),
    ),
  );
}

/** As `isExtendedBy`, but what was `unsure` may have become anything. */
export function isRefinedBy(before: SymbolicAnswers, after: SymbolicAnswers): Term {
  return and(
    ...before.knowledge.findings.flatMap((finding) =>
      finding.states.map(({ id }) => or(not(before.given(finding.id, id)), after.given(finding.id, id))),
    ),
    ...before.knowledge.findings.map((finding) => or(not(before.asked(finding.id)), after.asked(finding.id))),
  );
}

/** Both answer this finding alike, or neither was asked. */
export function agreesOn(one: SymbolicAnswers, other: SymbolicAnswers, finding: Finding): Term {
  return and(
    ...answersOf(finding).map((answer) =>
      same(one.given(finding.id, answer), other.given(finding.id, answer)),
    ),
  );
}

/** The variables that are true for given answers. */
export function assignmentOf(answers: Answers, name: string): ReadonlySet<string> {
  return new Set(Object.entries(answers).map(([finding, answer]) => `${name}:${finding}=${answer}`));
}

/** The answers of one name in an assignment, in the order of the findings. */
export function answersIn(knowledge: KnowledgeBase, name: string, assignment: ReadonlySet<string>): Answers {
  return Object.fromEntries(
    knowledge.findings.flatMap((finding) =>
      answersOf(finding)
        .filter((answer) => assignment.has(`${name}:${finding.id}=${answer}`))
        .map((answer) => [finding.id, answer]),
    ),
  );
}
