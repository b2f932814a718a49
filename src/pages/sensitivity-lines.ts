// How firmly a result stands, in one plain sentence each for the urgency and for the leading cause.

import type { OtherAnswer, Sensitivity, Triage } from '../assess/index.ts';
import type { KnowledgeBase } from '../knowledge/index.ts';
import { isMoreUrgent } from '../vocabulary/index.ts';
import { english, type Words } from './words/index.ts';

/**
 * The sentences, for a page and a terminal alike. Where a danger sign was named, how to take it back is not said: that is no
 * way to be less ill.
 */
export function sensitivityLines(
  knowledge: KnowledgeBase,
  { level, floor }: Triage,
  { urgency, leader }: Sensitivity,
  { firmness }: Words = english,
): readonly string[] {
  const isSign =
    floor === level && (!urgency || isMoreUrgent(level, urgency.becomes)) && level !== 'self-care';
  const name = leader && (knowledge.conditions[leader.becomes]?.name ?? '');
  const otherwise = (changes: readonly OtherAnswer[]) =>
    firmness.hadYouAnswered(
      changes.map(({ finding, given, instead }) =>
        firmness.instead(instead.label, given.label, finding.question),
      ),
    );
  return [
    isSign
      ? firmness.onASign
      : urgency
        ? firmness.urgency(
            urgency.changes.length,
            otherwise(urgency.changes),
            knowledge.levels[urgency.becomes].title,
          )
        : firmness.urgencyIsFirm,
    leader
      ? firmness.leader(leader.changes.length, otherwise(leader.changes), name ?? '')
      : firmness.leaderIsFirm,
  ];
}
