// Every emergency and same-day flag can fire by questions that the interview asks, no self-test among them. Here the
// solver finds the runner instead of excluding one: answers that fire the flag and no other emergency before it. For
// emergency flags the real interview is then held with that runner.

import { interview } from '../../src/assess/index.ts';
import { findingsIn, type KnowledgeBase, type RedFlag } from '../../src/knowledge/index.ts';
import { type Answers, UNSURE } from '../../src/vocabulary/index.ts';
import { urgentFlags } from './claims.ts';
import type { Solver } from './solver.ts';
import { answersIn, symbolicAnswers } from './symbolic-answers.ts';
import { and, not, same, type Term, TRUE } from './terms.ts';
import { isSelfTest } from './triage-model.ts';

export type Reach =
  /** Fires while the questions are asked. */
  | { readonly flag: RedFlag; readonly kind: 'fires'; readonly runner: Answers }
  /**
   * Wherever it is true an emergency flag is true as well and has ended the questions before (`others`: those that always
   * are): it fires only when an answer is changed or all are given at once.
   */
  | { readonly flag: RedFlag; readonly kind: 'comes-second'; readonly others: readonly string[] }
  | { readonly flag: RedFlag; readonly kind: 'never'; readonly why: string };

/** Tells for each emergency and same-day flag how it is reached. */
export async function reachOfFlags(
  knowledge: KnowledgeBase,
  solver: Solver,
  flags: readonly RedFlag[] = urgentFlags(knowledge),
  hold = interview,
): Promise<readonly Reach[]> {
  const found: Reach[] = [];
  for (const flag of flags) found.push(await reachOf(knowledge, solver, flag, hold));
  return found;
}

async function reachOf(
  knowledge: KnowledgeBase,
  solver: Solver,
  flag: RedFlag,
  hold: typeof interview,
): Promise<Reach> {
  const answers = symbolicAnswers(knowledge, 'runner');
  const fires = (one: RedFlag) => answers.truth(one.when).true;
  const ends = knowledge.redFlags.filter((one) => one.level === 'emergency' && one !== flag);
  // What is asked: everything that applies, no self-test; "not sure" only where the flag itself is about doubt.
  const asked = knowledge.findings.map((finding): Term => {
    if (isSelfTest(knowledge, finding.id)) return not(answers.asked(finding.id));
    const applies = finding.asksWhen ? answers.truth(finding.asksWhen).true : TRUE;
    const certain = findingsIn(flag.when).includes(finding.id)
      ? TRUE
      : not(answers.given(finding.id, UNSURE));
    return and(same(answers.asked(finding.id), applies), certain);
  });
  const given = [answers.wellFormed, ...asked, fires(flag)];
  const before = await solver.solve(...given, ...ends.map((one) => not(fires(one))));
  if (before) {
    const runner = answersIn(knowledge, 'runner', before);
    if (flag.level !== 'emergency') return { flag, kind: 'fires', runner };
    const { assessment } = hold(knowledge, ({ id }) => runner[id] ?? UNSURE);
    if (assessment.triage.fired.some(({ id }) => id === flag.id)) return { flag, kind: 'fires', runner };
    return { flag, kind: 'never', why: `the interview ends without it for ${JSON.stringify(runner)}` };
  }
  if (!(await solver.solve(...given))) {
    return { flag, kind: 'never', why: 'no question that the interview asks can fire it' };
  }
  const others: string[] = [];
  for (const one of ends) if (!(await solver.solve(...given, not(fires(one))))) others.push(one.id);
  return { flag, kind: 'comes-second', others };
}
