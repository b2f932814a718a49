// The tree of interviews asks what would be asked without it.

import { expect, test } from 'vitest';
import { drawPerson, networkOf, REFERENCE } from '../bench/networks.ts';
import { compileTables, emptyPolicy, growPolicy, Session, stepInto } from '../src/inference/index.ts';
import { randomFrom } from '../src/probability/index.ts';

const network = networkOf({ ...REFERENCE, causes: 12, findings: 30 });

test('at every node the tree holds the most telling question after the answers that lead there', () => {
  const session = new Session(compileTables(network));
  const fresh = new Session(compileTables(network));
  const policy = emptyPolicy(2, 4096);
  const random = randomFrom(1);
  const path = new Int32Array(6);
  const given = new Int32Array(6);
  for (let person = 0; person < 60; person++) {
    const { states } = drawPerson(network, random);
    fresh.clear();
    let node = 0;
    for (let depth = 0; depth < 6; depth++) {
      const known = policy.question[node] ?? -1;
      const finding = known >= 0 ? known : growPolicy(policy, node, session, path, given, depth);
      const values = fresh.values();
      expect(values[finding]).toBe(Math.max(...values));
      const state = states[finding] ?? 0;
      path[depth] = finding;
      given[depth] = state;
      fresh.answer(finding, state);
      node = stepInto(policy, node, state);
    }
  }
});

test('says so when there is no more room', () => {
  expect(() => stepInto(emptyPolicy(2, 1), 0, 1)).toThrow(/room for 1 nodes only/);
});
