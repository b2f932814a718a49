// A red flag is a floor for urgency, and for the probability of what it stands for. Who ticks "one leg is swollen" is like
// the people in whom a clot is suspected, and of those one in eight has one, however rare clots are among all runners.
// Where an author gives that share, the answers that fire the flag count as much as the share says, and all other answers
// count on top of it. The probabilities may say more in the end, but not less.

import { evaluate, findingsIn, type RedFlag } from '../knowledge/index.ts';
import type { Answers } from '../vocabulary/index.ts';
import type { Network } from './network.ts';
import { type Belief, beliefOf, sum } from './posterior.ts';

interface Suspicion {
  readonly id: string;
  readonly share: number;
  /** By hypothesis: it holds one of the flag's suspects. */
  readonly isSuspected: readonly boolean[];
  /** Odds of the share against the odds that the flag's own answers give, 1 at least. */
  readonly raise: number;
}

/**
 * Raises what the fired flags suspect. First by the odds that are missing, for people of whom only the flag's own answers
 * are known, to its share: the other answers then move the suspects from there. Then, should the others speak against it,
 * up to the share itself (Jeffrey's rule: inside and outside the suspected set the odds among hypotheses stay as they
 * are). What several flags suspect is raised once, by the most. Flags with smaller shares go first, so that the largest is
 * met exactly; the order of the answers plays no part.
 */
export function withSuspicion(network: Network, answers: Answers, belief: Belief): Belief {
  const fired = network.knowledge.redFlags
    .filter((flag) => flag.share && evaluate(flag.when, answers) === 'true')
    .map((flag) => suspicionOf(network, answers, flag, flag.share?.value ?? 0))
    .sort((a, b) => a.share - b.share || (a.id < b.id ? -1 : 1));
  if (fired.length === 0) return belief;
  const posterior = belief.posterior.map(
    (p, row) =>
      fired.reduce((most, { isSuspected, raise }) => (isSuspected[row] ? Math.max(most, raise) : most), 1) *
      p,
  );
  const total = sum(posterior);
  posterior.forEach((p, row) => {
    posterior[row] = p / total;
  });
  for (const { isSuspected, share } of fired) {
    const now = suspectedIn(posterior, isSuspected);
    if (now >= share || now <= 0) continue;
    posterior.forEach((p, row) => {
      posterior[row] = isSuspected[row] ? p * (share / now) : p * ((1 - share) / (1 - now));
    });
  }
  return { ...belief, posterior };
}

function suspicionOf(network: Network, answers: Answers, flag: RedFlag, share: number): Suspicion {
  const isSuspected = suspectedBy(network, flag);
  const named = findingsIn(flag.when);
  const own = Object.fromEntries(Object.entries(answers).filter(([id]) => named.includes(id)));
  const before = suspectedIn(beliefOf(network, own).posterior, isSuspected);
  const raise = before > 0 ? (share * (1 - before)) / ((1 - share) * before) : 1;
  return { id: flag.id, share, isSuspected, raise: Math.max(1, raise) };
}

const suspected = new WeakMap<Network, Map<RedFlag, readonly boolean[]>>();

/** By hypothesis: whether it holds one of the flag's suspects; worked out once. */
export function suspectedBy(network: Network, flag: RedFlag): readonly boolean[] {
  const ofNetwork = suspected.get(network) ?? new Map<RedFlag, readonly boolean[]>();
  suspected.set(network, ofNetwork);
  const known = ofNetwork.get(flag);
  if (known) return known;
  const isSuspect = network.knowledge.conditions.map(({ id }) => flag.suspects.includes(id));
  const worked = network.hypotheses.map(({ conditions }) => conditions.some((index) => isSuspect[index]));
  ofNetwork.set(flag, worked);
  return worked;
}

function suspectedIn(posterior: Float64Array, isSuspected: readonly boolean[]): number {
  return sum(posterior.map((p, row) => (isSuspected[row] ? p : 0)));
}
