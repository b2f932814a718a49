// Which question tells two causes apart, and by how much: the textbook likelihood ratio of every answer for every pair that
// an author has to keep apart. A cause is taken as a whole here, all its presentations by their shares, and alone; answers
// are those reported, so the answer channel bounds every ratio. A group of findings that travel together keeps each average,
// so it changes no single ratio; but ratios of one group must not be multiplied.

import type { Basis, Condition, Finding, KnowledgeBase } from '../knowledge/index.ts';
import { entropyBits, throughChannel } from '../probability/index.ts';
import { CERTAINTIES, type Certainty, isMoreUrgent } from '../vocabulary/index.ts';

/** What one question says about two causes. */
export interface Separation {
  readonly finding: Finding;
  /** P(this answer | the first cause) / P(this answer | the second), one number a state. */
  readonly ratios: readonly number[];
  /** Expected information about which of the two it is, when both are equally probable: 0–1 bit. */
  readonly bits: number;
  /** For each cause the weakest certainty among the numbers that its part of the ratios is made of. */
  readonly certainties: readonly [Certainty, Certainty];
}

/** Two causes that must be kept apart. */
export interface Pair {
  readonly conditions: readonly [Condition, Condition];
  /** Both are among the most probable, or the second is what the serious first one is most easily taken for. */
  readonly because: 'probable' | 'mimic';
}

/** So many of the most probable causes are compared each with each. */
const MOST_PROBABLE = 12;
/** A serious cause is compared with so many causes that it is most easily taken for. */
const MIMICS = 4;

/**
 * Lists what every finding says about two causes, the most telling first; findings on which both are silent left out.
 * A ratio is infinite when only the first cause ever gives the answer; an answer channel above 0 rules that out.
 */
export function separationsOf(knowledge: KnowledgeBase, a: Condition, b: Condition): readonly Separation[] {
  return knowledge.findings
    .flatMap((finding): readonly Separation[] => {
      const first = shownIn(knowledge, a, finding);
      const second = shownIn(knowledge, b, finding);
      if (first.isSilent && second.isSilent) return [];
      return [
        {
          finding,
          ratios: first.p.map((p, state) => p / (second.p[state] ?? 0)),
          bits: sharedBits(first.p, second.p),
          certainties: [weakest(first.bases), weakest(second.bases)],
        },
      ];
    })
    .sort((one, other) => other.bits - one.bits || (one.finding.id < other.finding.id ? -1 : 1));
}

/**
 * Chooses the pairs worth a table: the most probable causes each with each, and every cause that can be an emergency or need
 * care the same day with those it is most easily taken for. That is measured by the Bhattacharyya bound: nobody who knows
 * all answers confuses two causes more often than √(P(a)·P(b)) · Π over findings of Σ √(P(answer|a)·P(answer|b)). The product
 * takes findings for independent, which is good enough for choosing. A cause that is silent on everything ("something else")
 * has no ratios of its own and is left out.
 */
export function leadingPairs(knowledge: KnowledgeBase): readonly Pair[] {
  const { conditions } = knowledge;
  const speaking = conditions.filter((condition) =>
    presentationsOf(knowledge, condition).some(({ likelihoods }) => Object.keys(likelihoods).length > 0),
  );
  const byPrior = [...speaking].sort((a, b) => b.prior - a.prior || (a.id < b.id ? -1 : 1));
  const probable = byPrior.slice(0, MOST_PROBABLE);
  const pairs: Pair[] = probable.flatMap((a, index) =>
    probable.slice(index + 1).map((b): Pair => ({ conditions: [a, b], because: 'probable' })),
  );
  const known = new Set(pairs.map((pair) => keyOf(pair.conditions)));
  for (const serious of speaking.filter((condition) => isSerious(knowledge, condition))) {
    const mimics = speaking
      .filter((other) => other !== serious)
      .map((other) => ({ other, bound: Math.sqrt(other.prior) * overlap(knowledge, serious, other) }))
      .sort((x, y) => y.bound - x.bound || (x.other.id < y.other.id ? -1 : 1))
      .slice(0, MIMICS);
    for (const { other } of mimics) {
      const pair: Pair = { conditions: [serious, other], because: 'mimic' };
      if (!known.has(keyOf(pair.conditions))) pairs.push(pair);
      known.add(keyOf(pair.conditions));
    }
  }
  return pairs;
}

/** P(reported state | this cause alone), and the numbers that went into it. */
function shownIn(
  knowledge: KnowledgeBase,
  condition: Condition,
  finding: Finding,
): { readonly p: readonly number[]; readonly bases: readonly Basis[]; readonly isSilent: boolean } {
  const presentations = presentationsOf(knowledge, condition);
  const share = presentations.reduce((sum, one) => sum + one.share, 0);
  const mixed = finding.background.map((silent, state) =>
    presentations.reduce(
      (sum, one) => sum + (one.share / share) * (one.likelihoods[finding.id]?.p[state] ?? silent),
      0,
    ),
  );
  return {
    p: throughChannel(mixed, finding.misreport),
    bases: presentations.map((one) => one.likelihoods[finding.id]?.basis ?? finding.backgroundBasis),
    isSilent: presentations.every((one) => one.likelihoods[finding.id] === undefined),
  };
}

/** Mutual information of an answer and a fair coin that chooses between two distributions (Jensen–Shannon divergence). */
function sharedBits(a: readonly number[], b: readonly number[]): number {
  const mean = a.map((p, state) => (p + (b[state] ?? 0)) / 2);
  return Math.max(0, entropyBits(mean) - (entropyBits(a) + entropyBits(b)) / 2);
}

/** Product over all findings of the Bhattacharyya coefficient: 1 when two causes look the same, near 0 when they do not. */
function overlap(knowledge: KnowledgeBase, a: Condition, b: Condition): number {
  return knowledge.findings.reduce((product, finding) => {
    const first = shownIn(knowledge, a, finding).p;
    const second = shownIn(knowledge, b, finding).p;
    return product * first.reduce((sum, p, state) => sum + Math.sqrt(p * (second[state] ?? 0)), 0);
  }, 1);
}

function presentationsOf(knowledge: KnowledgeBase, condition: Condition) {
  const index = knowledge.conditions.indexOf(condition);
  return knowledge.presentations.filter((one) => one.condition === index);
}

function isSerious(knowledge: KnowledgeBase, condition: Condition): boolean {
  return presentationsOf(knowledge, condition).some(({ triage }) => isMoreUrgent(triage, 'within-days'));
}

function weakest(bases: readonly Basis[]): Certainty {
  const ranks = bases.map(({ certainty }) => CERTAINTIES.indexOf(certainty));
  return CERTAINTIES[Math.max(0, ...ranks)] ?? 'estimate';
}

function keyOf([a, b]: Pair['conditions']): string {
  return [a.id, b.id].sort().join(' ');
}
