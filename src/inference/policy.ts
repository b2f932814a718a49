// Which question comes next, worked out once for each string of answers that occurs and then looked up: a tree that grows as people
// walk it. A million interviews share a few ten thousand nodes, and the tree can be read: it is the list of all interviews there are.
// Laid into shared memory it can be grown by several threads at once. They may number nodes differently from run to run; the questions,
// which depend on the answers alone, are the same.

import { NONE, type Session } from './session.ts';

export interface Policy {
  /** Question at each node; NONE where it has not been worked out. */
  readonly question: Int32Array;
  /** Node after each answer, at `node · width + state`; 0 where nobody has been. Node 0 is the start. */
  readonly next: Int32Array;
  readonly width: number;
  /** One number: how many nodes there are. */
  readonly nodes: Int32Array;
}

/**
 * An empty tree for questions with up to `width` states and room for `most` nodes.
 * @param room makes memory of so many bytes; shared memory, for several threads
 */
export function emptyPolicy(
  width: number,
  most: number,
  room: (bytes: number) => ArrayBufferLike = (bytes) => new ArrayBuffer(bytes),
): Policy {
  const nodes = new Int32Array(room(4));
  nodes[0] = 1;
  return {
    question: new Int32Array(room(4 * most)).fill(NONE),
    next: new Int32Array(room(4 * most * width)),
    width,
    nodes,
  };
}

/**
 * Works out the question at a node: the most telling one, the first of equals.
 * @param path questions and states that lead to the node, the first `depth` of each
 */
export function growPolicy(
  policy: Policy,
  node: number,
  session: Session,
  path: Int32Array,
  states: Int32Array,
  depth: number,
): number {
  session.clear();
  for (let at = 0; at < depth; at++) session.answer(path[at] as number, states[at] as number);
  const values = session.values();
  let best = 0;
  for (let finding = 1; finding < values.length; finding++) {
    if ((values[finding] as number) > (values[best] as number)) best = finding;
  }
  return Atomics.store(policy.question, node, best);
}

/**
 * The node after an answer, made when nobody has been there.
 * @throws RangeError when there is no more room
 */
export function stepInto({ next, nodes, width, question }: Policy, node: number, state: number): number {
  const at = node * width + state;
  const known = next[at] as number;
  if (known !== 0) return known;
  const made = Atomics.add(nodes, 0, 1);
  if (made >= question.length) throw new RangeError(`The policy has room for ${question.length} nodes only.`);
  // Another thread may have been quicker: then its node counts, and the number taken stays unused.
  return Atomics.compareExchange(next, at, 0, made) || made;
}
