// A rule nobody has tried is a rule nobody knows: each red flag needs a case that fires it and one that comes near and does
// not. Cases stand outside the wing and name findings of it, so this check comes after the others, on compiled knowledge.

import { type Answers, isAsked } from '../vocabulary/index.ts';
import { type AuthoredFile, type Mistake, readAuthoredFile } from './authored-files.ts';
import { evaluate, findingsIn } from './formula.ts';
import type { KnowledgeBase, RedFlag } from './knowledge-base.ts';

/** What is needed of a case here. */
export interface TriedAnswers {
  readonly answers: Answers;
  /** Ids of red flags that the case is written to leave silent. */
  readonly silent?: readonly string[];
}

/**
 * Lists every red flag without a case that fires it, or without a near miss: a case that names it in `silent`, answers
 * something it asks for, and does not fire it.
 * @param files the authored files the knowledge was compiled from, for the lines
 */
export function redFlagsAreTried(
  knowledge: KnowledgeBase,
  files: readonly AuthoredFile[],
  cases: readonly TriedAnswers[],
): readonly Mistake[] {
  return knowledge.redFlags.flatMap((flag) => {
    const fires = cases.some(({ answers }) => evaluate(flag.when, answers) === 'true');
    return [
      ...(fires
        ? []
        : [
            untried(
              flag,
              files,
              'a case that fires it',
              `Add one with fires: ["${flag.id}"] to cases/triage-rules.jsonl.`,
            ),
          ]),
      ...(cases.some((one) => isNearMiss(flag, one))
        ? []
        : [
            untried(
              flag,
              files,
              'a near miss: a case that almost fires it',
              `Add one with silent: ["${flag.id}"] to cases/triage-rules.jsonl; it must answer what the flag asks for.`,
            ),
          ]),
    ];
  });
}

function isNearMiss(flag: RedFlag, { answers, silent }: TriedAnswers): boolean {
  const comesNear = findingsIn(flag.when).some((finding) => isAsked(answers, finding));
  return silent?.includes(flag.id) === true && comesNear && evaluate(flag.when, answers) !== 'true';
}

function untried(flag: RedFlag, files: readonly AuthoredFile[], expected: string, remedy: string): Mistake {
  const path = `red-flags/${flag.id}.yaml`;
  const file = files.find((one) => one.path === path);
  const read = file && readAuthoredFile(file, 'red-flag');
  return {
    file: path,
    line: read && 'lineOf' in read ? read.lineOf(['when']) : 1,
    expected,
    found: 'none',
    remedy,
  };
}
