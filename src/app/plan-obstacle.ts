// Why answers allow no plan, or none yet: something urgent, somebody whom the causes do not fit, a danger sign that is in doubt.

import { outcomeOf } from '../assess/index.ts';
import { urgencyNow } from '../episode/index.ts';
import { type Answers, isMoreUrgent } from '../vocabulary/index.ts';
import type { SpokenOptions } from './options.ts';

export interface Obstacle {
  readonly kind: 'none' | 'locked';
  readonly because: string;
  /** What to do instead. */
  readonly instead: readonly string[];
}

/** What stands between these answers and a plan; undefined when nothing does. */
export function obstacleTo(
  { knowledge, words }: Pick<SpokenOptions, 'knowledge' | 'words'>,
  answers: Answers,
): Obstacle | undefined {
  const says = words.planOfResult;
  const { assessment, reasons } = outcomeOf(knowledge, answers, words.ofAssess);
  const { level, because } = urgencyNow(knowledge, answers);
  const text = knowledge.levels[level];
  // What the result says is written with care for what rules each other out; here only the way to it.
  if (isMoreUrgent(level, 'within-days')) {
    return { kind: 'locked', because, instead: [text.action, text.where, says.seeResult] };
  }
  const only = reasons.care.safetyOnly;
  if (only) {
    return { kind: 'none', because: says.noPlanFor(only.name, only.because), instead: [says.seeResult] };
  }
  const doubtful = assessment.triage.doubtful.filter((flag) => isMoreUrgent(flag.level, 'within-days'));
  if (doubtful.length === 0) return undefined;
  return {
    kind: 'locked',
    because: says.inDoubt,
    instead: doubtful.map(({ name, because: why }) => `${name}. ${why}`),
  };
}
