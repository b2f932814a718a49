// The authors' notes apart from the knowledge, and put back.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type KnowledgeBase, withNotes, withoutNotes } from '../src/knowledge/index.ts';
import { realKnowledge } from './in-process.ts';

/** As a device gets it. */
const sent = <Content>(content: Content): Content => JSON.parse(JSON.stringify(content));

test('of this package come back where they were, and the knowledge without them has none', async () => {
  const whole = await realKnowledge();
  const { knowledge, notes } = withoutNotes(whole);
  expect(JSON.stringify(knowledge)).not.toContain('"note":');
  expect(notes.filter((one) => typeof one === 'string').length).toBeGreaterThan(1000);
  expect(withNotes(sent(knowledge), sent(notes))).toEqual(sent(whole));
  expect(knowledge.hash).toBe(whole.hash);
});

test('of any value with notes anywhere come back', () => {
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      fc.integer(),
      fc.string(),
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.record(
        { note: fc.string(), a: tie('tree'), b: tie('tree'), c: tie('tree') },
        { requiredKeys: [], noNullPrototype: true },
      ),
    ),
  }));
  fc.assert(
    fc.property(fc.array(tree), (value) => {
      const { knowledge, notes } = withoutNotes(value as unknown as KnowledgeBase);
      expect(withNotes(sent(knowledge), sent(notes))).toEqual(sent(value));
    }),
  );
});
