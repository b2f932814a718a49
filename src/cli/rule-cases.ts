// Cases of kind `rule`: which red flags must fire and which must stay silent when all answers are given at
// once.

import { assess } from '../assess/index.ts';
import type { Case } from '../evaluate/index.ts';
import type { KnowledgeBase } from '../knowledge/index.ts';
import { strong } from './terminal.ts';
import { bullets, count } from './text.ts';

export interface RuleCheck {
  readonly checked: number;
  readonly breaches: readonly { readonly id: string; readonly says: string }[];
}

/** Compares the flags that fire with those that a rule case names, by id or code. */
export function ruleBreaches(knowledge: KnowledgeBase, cases: readonly Case[]): RuleCheck {
  const rules = cases.filter(({ kind, fires, silent }) => kind === 'rule' && (fires ?? silent) !== undefined);
  const breaches = rules.flatMap((one) => {
    const { fired } = assess(knowledge, one.answers).triage;
    const hasFired = (name: string) => fired.some(({ id, code }) => id === name || code === name);
    const quiet = (one.fires ?? []).filter((name) => !hasFired(name));
    const loud = (one.silent ?? []).filter(hasFired);
    return [
      ...quiet.map((name) => ({ id: one.id, says: `${name} should fire and did not` })),
      ...loud.map((name) => ({ id: one.id, says: `${name} should stay silent and fired` })),
    ];
  });
  return { checked: rules.length, breaches };
}

/** Empty when there was no rule case. */
export function ruleReport({ checked, breaches }: RuleCheck, width: number): string {
  if (checked === 0) return '';
  if (breaches.length === 0) return strong(`Rules: ${count(checked, 'case')}, all as expected`);
  const title = `Rules: ${count(checked, 'case')}, ${count(breaches.length, 'breach', 'breaches')}`;
  const lines = breaches.map(({ id, says }) => `${id}: ${says}`);
  return `${strong(title)}\n${bullets(lines, width, '  ')}`;
}
