// Which question comes next, worked out once for each string of answers that occurs and then looked up: a tree that grows as people
// walk it. A million interviews share a few thousand nodes, and the tree can be read: it is the list of all interviews there are.

import { NONE, type Session } from './session.ts';

export interface Policy {
  /** Question at each node; -1 where it has not been worked out. */
  readonly question: Int32Array;
  /** Node after each answer, at `node · width + state`; 0 where nobody has been. Node 0 is the start. */
  readonly next: Int32Array;
  readonly width: number;
  /** Number of nodes. */
  nodes: number;
}

/** An empty tree for questions with up to `width` states and room for `most` nodes. */
export function emptyPolicy(width: number, most: number): Policy {
  return { question: new Int32Array(most).fill(-1), next: new Int32Array(most * width), width, nodes: 1 };
}

/**
 * Works out the question at a node: the most telling one, the first of equals.
 * @param path questions and states that lead to the node
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
  policy.question[node] = best;
  return best;
}

/** The node after an answer, made when nobody has been there; NONE when there is no more room. */
export function stepInto(policy: Policy, node: number, state: number): number {
  const at = node * policy.width + state;
  const known = policy.next[at] as number;
  if (known !== 0) return known;
  if (policy.nodes >= policy.question.length) return NONE;
  const made = policy.nodes++;
  policy.next[at] = made;
  return made;
}
