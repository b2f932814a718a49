// A red flag is a floor for urgency, and for the probability of what it stands for. Who ticks "one leg is swollen" is like
// the people in whom a clot is suspected, and of those one in eight has one, however rare clots are among all runners.
// Where an author gives that share, the probabilities may say more but not less.

import { evaluate } from '../knowledge/index.ts';
import type { Answers } from '../vocabulary/index.ts';
import type { Network } from './network.ts';
import { type Belief, sum } from './posterior.ts';

/**
 * Raises what the fired flags suspect to their shares (Jeffrey's rule: inside and outside the suspected set the odds among
 * hypotheses stay as they are). Flags with smaller shares go first, so that the largest is met exactly; the order of the
 * answers plays no part.
 */
export function withSuspicion(network: Network, answers: Answers, belief: Belief): Belief {
  const { knowledge, hypotheses } = network;
  const fired = knowledge.redFlags
    .flatMap((flag) =>
      flag.share && evaluate(flag.when, answers) === 'true' ? [{ ...flag, share: flag.share.value }] : [],
    )
    .sort((a, b) => a.share - b.share || (a.id < b.id ? -1 : 1));
  if (fired.length === 0) return belief;
  const posterior = Float64Array.from(belief.posterior);
  for (const { suspects, share } of fired) {
    const isSuspect = knowledge.conditions.map(({ id }) => suspects.includes(id));
    const suspected = hypotheses.map(({ conditions }) => conditions.some((index) => isSuspect[index]));
    const now = sum(posterior.map((p, row) => (suspected[row] ? p : 0)));
    if (now >= share || now <= 0) continue;
    posterior.forEach((p, row) => {
      posterior[row] = suspected[row] ? p * (share / now) : p * ((1 - share) / (1 - now));
    });
  }
  return { ...belief, posterior };
}
