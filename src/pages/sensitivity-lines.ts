// How firmly a result stands, in one plain sentence each for the urgency and for the leading cause.

import type { OtherAnswer, Sensitivity, Triage } from '../assess/index.ts';
import type { KnowledgeBase } from '../knowledge/index.ts';
import { isMoreUrgent } from '../vocabulary/index.ts';

const COUNT = ['no answer', 'one answer', 'two answers', 'three answers'];

/**
 * The sentences, for a page and a terminal alike. Where a danger sign was named, how to take it back is not said: that is no
 * way to be less ill.
 */
export function sensitivityLines(
  knowledge: KnowledgeBase,
  { level, floor }: Triage,
  { urgency, leader }: Sensitivity,
): readonly string[] {
  const isSign =
    floor === level && (!urgency || isMoreUrgent(level, urgency.becomes)) && level !== 'self-care';
  const name = leader && knowledge.conditions[leader.becomes]?.name;
  return [
    isSign
      ? 'How urgent this is rests on a sign that you named. No other answer makes it less urgent.'
      : urgency
        ? `How urgent this is rests on ${COUNT[urgency.changes.length]}. ${otherwise(urgency.changes)}, it would be: ${knowledge.levels[urgency.becomes].title}.`
        : `How urgent this is ${FIRM}`,
    leader
      ? `Which cause comes first rests on ${COUNT[leader.changes.length]}. ${otherwise(leader.changes)}, it would be: ${name}.`
      : `Which cause comes first ${FIRM}`,
  ];
}

const FIRM =
  'would stay the same if any one of your answers were different, or the two or three that matter most.';

function otherwise(changes: readonly OtherAnswer[]): string {
  const parts = changes.map(
    ({ finding, given, instead }) =>
      `“${instead.label}” instead of “${given.label}” to “${finding.question}”`,
  );
  const last = parts.at(-1) ?? '';
  return `Had you answered ${parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${last}` : last}`;
}
