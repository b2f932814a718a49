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

/** The tree and what is known at its leaves; in shared memory, several threads can walk it. */
export interface Forest {
  readonly policy: Policy;
  /** By node: 1 + place of its probabilities, 0 where nobody has arrived. */
  readonly leafOf: Int32Array;
  readonly leaves: Int32Array;
  readonly probabilities: Float64Array;
}

const MOST_NODES = 1 << 17;
const MOST_LEAVES = 1 << 15;

export function emptyForest(causes: number, room?: (bytes: number) => ArrayBufferLike): Forest {
  const make = room ?? ((bytes: number) => new ArrayBuffer(bytes));
  return {
    policy: emptyPolicy(2, MOST_NODES, make),
    leafOf: new Int32Array(make(4 * MOST_NODES)),
    leaves: new Int32Array(make(4)),
    probabilities: new Float64Array(make(8 * MOST_LEAVES * causes)),
  };
}

export interface Walked {
  /** Sum over the interviews of the probability of the first cause: the same whoever walks them, but for rounding. */
  readonly check: number;
  /** Processor time, where it was measured. */
  readonly milliseconds?: number;
}

/** Walks the people from `from` up to `to` through `questions` questions. */
export function walk(
  { tables, prior, rows, yes, stride }: People,
  { policy, leafOf, leaves, probabilities }: Forest,
  from: number,
  to: number,
  questions: number,
): Walked {
  const { size, causes } = tables.sets;
  const session = new Session(tables);
  const path = new Int32Array(questions);
  const states = new Int32Array(questions);
  let check = 0;
  for (let person = from; person < to; person++) {
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
    for (let depth = 0; depth < questions; depth++) {
      let finding = policy.question[node] as number;
      if (finding < 0) finding = growPolicy(policy, node, session, path, states, depth);
      seed = shifted(seed);
      const p = yes[finding * stride + (rows[finding * size + low] as number)] as number;
      const state = seed >>> 0 < p * 4294967296 ? 1 : 0;
      path[depth] = finding;
      states[depth] = state;
      node = stepInto(policy, node, state);
    }
    let leaf = leafOf[node] as number;
    if (leaf === 0) {
      session.clear();
      for (let at = 0; at < questions; at++) session.answer(path[at] as number, states[at] as number);
      leaf = Atomics.add(leaves, 0, 1) + 1;
      probabilities.set(session.posterior(), (leaf - 1) * causes);
      Atomics.store(leafOf, node, leaf);
    }
    check += probabilities[(leaf - 1) * causes] as number;
  }
  return { check };
}

function shifted(seed: number): number {
  let s = seed ^ (seed << 13);
  s ^= s >>> 17;
  return s ^ (s << 5);
}
