// How firmly a result stands, in one plain sentence each for the urgency and for the leading cause.

import type { OtherAnswer, Sensitivity } from '../assess/index.ts';
import type { KnowledgeBase } from '../knowledge/index.ts';

const COUNT = ['no answer', 'one answer', 'two answers', 'three answers'];

/** The sentences, for a page and a terminal alike. */
export function sensitivityLines(
  knowledge: KnowledgeBase,
  { urgency, leader }: Sensitivity,
): readonly string[] {
  const firm =
    'would stay the same if any one of your answers were different, or the two or three that matter most.';
  const title = urgency && knowledge.levels[urgency.becomes].title;
  const name = leader && knowledge.conditions[leader.becomes]?.name;
  return [
    urgency
      ? `How urgent this is rests on ${COUNT[urgency.changes.length]}. ${otherwise(urgency.changes)}, it would be: ${title}.`
      : `How urgent this is ${firm}`,
    leader
      ? `Which cause comes first rests on ${COUNT[leader.changes.length]}. ${otherwise(leader.changes)}, it would be: ${name}.`
      : `Which cause comes first ${firm}`,
  ];
}

function otherwise(changes: readonly OtherAnswer[]): string {
  const parts = changes.map(
    ({ finding, given, instead }) =>
      `“${instead.label}” instead of “${given.label}” to “${finding.question}”`,
  );
  const last = parts.at(-1) ?? '';
  return `Had you answered ${parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${last}` : last}`;
}
