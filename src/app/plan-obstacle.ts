// Why answers allow no plan, or none yet: something urgent, somebody whom the causes do not fit, a danger sign that is in doubt.

import { outcomeOf } from '../assess/index.ts';
import { urgencyNow } from '../episode/index.ts';
import type { KnowledgeBase } from '../knowledge/index.ts';
import { type Answers, isMoreUrgent } from '../vocabulary/index.ts';

export interface Obstacle {
  readonly kind: 'none' | 'locked';
  readonly because: string;
  /** What to do instead. */
  readonly instead: readonly string[];
}

export const SEEN_FIRST = ['What to do first stands on your result.'];

export const AGE_MISSING: Obstacle = {
  kind: 'none',
  because: 'A plan needs your age, since bones that still grow need another one.',
  instead: ['Give your age among your answers, then come back.'],
};

/** What stands between these answers and a plan; undefined when nothing does. */
export function obstacleTo(knowledge: KnowledgeBase, answers: Answers): Obstacle | undefined {
  const { assessment, reasons } = outcomeOf(knowledge, answers);
  const { level, because } = urgencyNow(knowledge, answers);
  const text = knowledge.levels[level];
  // What the result says is written with care for what rules each other out; here only the way to it.
  if (isMoreUrgent(level, 'within-days')) {
    return { kind: 'locked', because, instead: [text.action, text.where, ...SEEN_FIRST] };
  }
  const only = reasons.care.safetyOnly;
  if (only) {
    return { kind: 'none', because: `${only.name}: no plan here. ${only.because}`, instead: SEEN_FIRST };
  }
  const doubtful = assessment.triage.doubtful.filter((flag) => isMoreUrgent(flag.level, 'within-days'));
  if (doubtful.length === 0) return undefined;
  return {
    kind: 'locked',
    because: '“Not sure” is not a no. Before there is a plan, check these again or have them looked at.',
    instead: doubtful.map(({ name, because: why }) => `${name}. ${why}`),
  };
}
