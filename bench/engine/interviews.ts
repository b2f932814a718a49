// A million made-up people answer the adaptive interview: each is drawn from the network, walks the policy tree, and the exact
// probabilities are worked out at every leaf that anybody reaches. Chance comes from the number of the person alone, so that it makes
// no difference how the people are split over threads.

import {
  emptyPolicy,
  growPolicy,
  type Policy,
  rowsOf,
  Session,
  stepInto,
  type Tables,
} from '../../src/inference/index.ts';

export interface People {
  readonly tables: Tables;
  /** Cumulative prior of the sets. */
  readonly prior: Float64Array;
  /** Row of each set in each finding, at `finding · sets + set`, and P(yes) of each row, at `finding · stride + row`. */
  readonly rows: Uint16Array;
  readonly yes: Float64Array;
  readonly stride: number;
}

export function peopleOf(tables: Tables): People {
  const { sets } = tables;
  const findings = Array.from(tables.states, (_, index) => tables.finding(index));
  const stride = Math.max(...findings.map(({ weak }) => weak.length / 2));
  const rows = new Uint16Array(findings.length * sets.size);
  const yes = new Float64Array(findings.length * stride);
  findings.forEach((finding, at) => {
    rows.set(rowsOf(sets, finding.subsets), at * sets.size);
    yes.set(
      finding.weak.filter((_, place) => place % 2 === 1),
      at * stride,
    );
  });
  let sum = 0;
  const prior = new Session(tables).setProbabilities().map((p) => {
    sum += p;
    return sum;
  });
  return { tables, prior, rows, yes, stride };
}

export interface Walked {
  readonly interviews: number;
  readonly nodes: number;
  readonly leaves: number;
  /** Mean probability of the first cause over the interviews: the same whatever the number of threads. */
  readonly check: number;
  /** Processor time, where it was measured. */
  readonly milliseconds?: number;
}

/**
 * Walks people through `questions` questions.
 * @param owner which of the paths of the first `SPLIT` answers are walked to the end here; the others are another thread's
 */
export function walk(
  { tables, prior, rows, yes, stride }: People,
  people: number,
  questions: number,
  owner: (prefix: number) => boolean = () => true,
): Walked {
  const size = tables.sets.size;
  const session = new Session(tables);
  const policy: Policy = emptyPolicy(2, 1 << 20);
  const leafOf = new Int32Array(1 << 20);
  const leaves: Float64Array[] = [];
  const path = new Int32Array(questions);
  const states = new Int32Array(questions);
  let interviews = 0;
  let check = 0;
  for (let person = 0; person < people; person++) {
    let seed = (2463534242 + Math.imul(person, 2654435761)) | 0;
    seed = shifted(shifted(seed));
    const u = (seed >>> 0) / 4294967296;
    let low = 0;
    let high = size - 1;
    while (low < high) {
      const mid = (low + high) >> 1;
      if ((prior[mid] as number) > u) high = mid;
      else low = mid + 1;
    }
    let node = 0;
    let prefix = 1;
    for (let depth = 0; depth < questions; depth++) {
      let finding = policy.question[node] as number;
      if (finding < 0) finding = growPolicy(policy, node, session, path, states, depth);
      seed = shifted(seed);
      const p = yes[finding * stride + (rows[finding * size + low] as number)] as number;
      const state = seed >>> 0 < p * 4294967296 ? 1 : 0;
      path[depth] = finding;
      states[depth] = state;
      node = stepInto(policy, node, state);
      if (depth < SPLIT) {
        prefix = 2 * prefix + state;
        if (depth === SPLIT - 1 && !owner(prefix)) {
          node = -1;
          break;
        }
      }
    }
    if (node < 0) continue;
    let leaf = leafOf[node] as number;
    if (leaf === 0) {
      session.clear();
      for (let at = 0; at < questions; at++) session.answer(path[at] as number, states[at] as number);
      leaves.push(Float64Array.from(session.posterior()));
      leaf = leaves.length;
      leafOf[node] = leaf;
    }
    interviews++;
    check += leaves[leaf - 1]?.[0] ?? 0;
  }
  return { interviews, nodes: policy.nodes, leaves: leaves.length, check: check / people };
}

/** Answers by which interviews are split over threads. */
export const SPLIT = 5;

function shifted(seed: number): number {
  let s = seed ^ (seed << 13);
  s ^= s >>> 17;
  return s ^ (s << 5);
}
