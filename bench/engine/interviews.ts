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

/** The tree and what is known at its leaves; in shared memory, several threads can walk it. */
export interface Forest {
  readonly policy: Policy;
  /**
   * What a walker needs at a node in one place, at `4 · node`: the question (at a leaf: the place of its probabilities; -1 while not
   * known), then where the next nodes are in here (0 while not known).
   */
  readonly track: Int32Array;
  readonly leaves: Int32Array;
  readonly probabilities: Float64Array;
}

const MOST_NODES = 1 << 17;
const MOST_LEAVES = 1 << 15;

export function emptyForest(causes: number, room?: (bytes: number) => ArrayBufferLike): Forest {
  const make = room ?? ((bytes: number) => new ArrayBuffer(bytes));
  const track = new Int32Array(make(16 * MOST_NODES));
  for (let node = 0; node < MOST_NODES; node++) track[4 * node] = -1;
  return {
    policy: emptyPolicy(2, MOST_NODES, make),
    track,
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
export function walk(people: People, forest: Forest, from: number, to: number, questions: number): Walked {
  const { tables, yes } = people;
  const { track, probabilities } = forest;
  const { causes } = tables.sets;
  const findings = tables.states.length;
  const session = new Session(tables);
  let check = 0;
  for (let person = from; person < to; person++) {
    let seed = seedOf(person);
    const first = setOf(people, seed) * findings;
    let at = 0;
    for (let depth = 0; depth < questions; depth++) {
      let finding = track[at] as number;
      if (finding < 0) finding = growQuestion(people, forest, session, person, depth);
      seed = shifted(seed);
      const state = seed >>> 0 < (yes[first + finding] as number) ? 1 : 0;
      const next = track[at + 1 + state] as number;
      at = next === 0 ? growStep(forest, at, state) : next;
    }
    let leaf = track[at] as number;
    if (leaf < 0) leaf = growLeaf(people, forest, session, person, questions);
    check += probabilities[leaf * causes] as number;
  }
  return { check };
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

/** Goes the way of a person again and notes it: rare enough that nobody notes it on the first walk. */
function retrace(people: People, { track }: Forest, person: number, depth: number) {
  const path = new Int32Array(depth);
  const states = new Int32Array(depth);
  let seed = seedOf(person);
  const first = setOf(people, seed) * people.tables.states.length;
  let at = 0;
  for (let step = 0; step < depth; step++) {
    const finding = track[at] as number;
    seed = shifted(seed);
    const state = seed >>> 0 < (people.yes[first + finding] as number) ? 1 : 0;
    path[step] = finding;
    states[step] = state;
    at = track[at + 1 + state] as number;
  }
  return { path, states, at };
}

/** Works out the question where a person stands, or takes it over from another thread. */
function growQuestion(
  people: People,
  forest: Forest,
  session: Session,
  person: number,
  depth: number,
): number {
  const { policy, track } = forest;
  const { path, states, at } = retrace(people, forest, person, depth);
  const known = policy.question[at >> 2] as number;
  const finding = known >= 0 ? known : growPolicy(policy, at >> 2, session, path, states, depth);
  track[at] = finding;
  return finding;
}

function growStep({ policy, track }: Forest, at: number, state: number): number {
  const next = 4 * stepInto(policy, at >> 2, state);
  track[at + 1 + state] = next;
  return next;
}

/** Works out the probabilities where nobody has arrived before. */
function growLeaf(
  people: People,
  forest: Forest,
  session: Session,
  person: number,
  questions: number,
): number {
  const { leaves, probabilities, track } = forest;
  const { path, states, at } = retrace(people, forest, person, questions);
  session.clear();
  for (let step = 0; step < questions; step++) session.answer(path[step] as number, states[step] as number);
  const leaf = Atomics.add(leaves, 0, 1);
  probabilities.set(session.posterior(), leaf * people.tables.sets.causes);
  Atomics.store(track, at, leaf);
  return leaf;
}

/**
 * The same without a tree: every step of each interview is worked out.
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
