// A million made-up people answer the adaptive interview: each is drawn from the network and goes down the policy tree, and the exact
// probabilities are worked out at every leaf that anybody reaches. All go together: at each node those who say yes are parted from those
// who say no, so that nobody waits for memory alone. Chance comes from the number of the person alone, so that it makes no difference
// how the people are split over threads.

import {
  emptyPolicy,
  growPolicy,
  type Policy,
  rowsOf,
  Session,
  stepInto,
  type Tables,
} from '../../src/inference/index.ts';
import { spent } from './timing.ts';

export interface People {
  readonly tables: Tables;
  /** Cumulative prior of the sets, and by slice of it where to begin to look: the set in which the slice begins. */
  readonly prior: Float64Array;
  readonly guide: Uint16Array;
  /** P(yes) in units of 2⁻³², at `set · findings + finding`. */
  readonly yes: Uint32Array;
}

const SLICES = 4096;

export function peopleOf(tables: Tables): People {
  const { sets, states } = tables;
  const yes = new Uint32Array(sets.size * states.length);
  states.forEach((_, at) => {
    const finding = tables.finding(at);
    rowsOf(sets, finding.subsets).forEach((row, set) => {
      const p = finding.weak[2 * row + 1] as number;
      yes[set * states.length + at] = Math.min(2 ** 32 - 1, Math.ceil(p * 2 ** 32));
    });
  });
  let sum = 0;
  const prior = new Session(tables).setProbabilities().map((p) => {
    sum += p;
    return sum;
  });
  const guide = Uint16Array.from({ length: SLICES }, (_, slice) =>
    prior.findIndex((p) => p > slice / SLICES),
  );
  return { tables, prior, guide, yes };
}

/** The tree and what is known at its leaves; in shared memory, several threads can use it. */
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

/** By thread, one bit for each depth: whether the yeses go first. The first two meet in the middle. */
const ORDERS = [0, 0xffff, 0x5555, 0xaaaa];

/**
 * Leads the people from `from` up to `to` through `questions` questions.
 * @param thread its number: threads go through the tree in different orders, so that they seldom work out the same at once
 */
export function walk(
  people: People,
  forest: Forest,
  from: number,
  to: number,
  questions: number,
  thread = 0,
): Walked {
  const { tables, yes } = people;
  const { policy, probabilities } = forest;
  const { causes } = tables.sets;
  const findings = tables.states.length;
  const session = new Session(tables);
  const path = new Int32Array(questions);
  const states = new Int32Array(questions);
  const seeds = new Int32Array(to - from);
  // Where the row of the person's set begins in `yes`.
  const rows = new Int32Array(to - from);
  for (let person = from; person < to; person++) {
    const seed = seedOf(person);
    seeds[person - from] = seed;
    rows[person - from] = setOf(people, seed) * findings;
  }
  const order = ORDERS[thread % ORDERS.length] as number;
  let check = 0;
  const lead = (node: number, depth: number, begin: number, end: number) => {
    if (depth === questions) {
      const leaf = leafAt(forest, session, node, path, states);
      check += (end - begin) * (probabilities[leaf * causes] as number);
      return;
    }
    const known = policy.question[node] as number;
    const finding = known >= 0 ? known : growPolicy(policy, node, session, path, states, depth);
    path[depth] = finding;
    const middle = part(seeds, rows, yes, finding, begin, end);
    for (let turn = 0; turn < 2; turn++) {
      const state = turn ^ ((order >> depth) & 1);
      const first = state === 0 ? begin : middle;
      const last = state === 0 ? middle : end;
      if (first === last) continue;
      states[depth] = state;
      lead(stepInto(policy, node, state), depth + 1, first, last);
    }
  };
  lead(0, 0, 0, to - from);
  return { check };
}

/** Lets people answer and parts them, noes first. Returns where the yeses begin. */
function part(
  seeds: Int32Array,
  rows: Int32Array,
  yes: Uint32Array,
  finding: number,
  begin: number,
  end: number,
): number {
  let middle = end;
  for (let at = begin; at < middle; ) {
    const seed = shifted(seeds[at] as number);
    const row = rows[at] as number;
    if (seed >>> 0 < (yes[row + finding] as number)) {
      middle--;
      seeds[at] = seeds[middle] as number;
      rows[at] = rows[middle] as number;
      seeds[middle] = seed;
      rows[middle] = row;
    } else seeds[at++] = seed;
  }
  return middle;
}

/** The probabilities at a leaf, worked out where nobody has arrived before. */
function leafAt(
  { leafOf, leaves, probabilities }: Forest,
  session: Session,
  node: number,
  path: Int32Array,
  states: Int32Array,
): number {
  const known = leafOf[node] as number;
  if (known > 0) return known - 1;
  session.clear();
  for (let at = 0; at < path.length; at++) session.answer(path[at] as number, states[at] as number);
  const posterior = session.posterior();
  const leaf = Atomics.add(leaves, 0, 1);
  probabilities.set(posterior, leaf * posterior.length);
  Atomics.store(leafOf, node, leaf + 1);
  return leaf;
}

/** Chance of a person, from the person's number alone. */
function seedOf(person: number): number {
  return shifted(shifted(shifted((2463534242 + Math.imul(person, 2654435761)) | 0)));
}

function setOf({ prior, guide }: People, seed: number): number {
  const u = (seed >>> 0) / 4294967296;
  let set = guide[(u * SLICES) | 0] as number;
  while (set < prior.length - 1 && (prior[set] as number) <= u) set++;
  return set;
}

/**
 * The same without a tree: at every step of each interview the probabilities and the next question are worked out from the answers.
 * @returns microseconds of processor time for each person
 */
export function walkEachStep(people: People, count: number, questions: number): number {
  const { tables, yes } = people;
  const session = new Session(tables);
  const single = emptyPolicy(2, 1);
  const path = new Int32Array(questions);
  const states = new Int32Array(questions);
  const begin = process.threadCpuUsage();
  for (let person = 0; person < count; person++) {
    let seed = seedOf(person);
    const first = setOf(people, seed) * tables.states.length;
    for (let depth = 0; depth < questions; depth++) {
      const finding = growPolicy(single, 0, session, path, states, depth);
      session.posterior();
      seed = shifted(seed);
      path[depth] = finding;
      states[depth] = seed >>> 0 < (yes[first + finding] as number) ? 1 : 0;
    }
    session.clear();
    for (let at = 0; at < questions; at++) session.answer(path[at] as number, states[at] as number);
    session.posterior();
  }
  return spent(begin) / count;
}

function shifted(seed: number): number {
  let s = seed ^ (seed << 13);
  s ^= s >>> 17;
  return s ^ (s << 5);
}
