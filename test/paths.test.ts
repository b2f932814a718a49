// Every red flag for emergency or same-day care can be reached through what the interview asks.

import { expect, test } from 'vitest';
import { lostPaths, pathsTo } from '../src/evaluate/index.ts';
import { evaluate } from '../src/knowledge/index.ts';
import { readKnowledgeKept } from '../src/store/index.ts';

const loaded = await readKnowledgeKept();
if (!loaded.ok) throw new Error('The knowledge does not load: npm run check:knowledge');
const knowledge = loaded.value;

test.each(['emergency', 'same-day'] as const)('every path to %s is walked to its end', (level) => {
  const paths = pathsTo(knowledge, level);
  const flags = knowledge.redFlags.filter((flag) => flag.level === level);
  expect(new Set(paths.map(({ flag }) => flag))).toEqual(new Set(flags));
  expect(lostPaths(knowledge, paths).map(({ flag }) => flag.id)).toEqual([]);
});

test('the answers of a path fire its flag, and none of them can be left out', () => {
  const paths = [...pathsTo(knowledge, 'emergency'), ...pathsTo(knowledge, 'same-day')];
  for (const { flag, answers } of paths) {
    const all = Object.fromEntries([...answers].map(([id, states]) => [id, states[0] ?? '']));
    expect(evaluate(flag.when, all), flag.id).toBe('true');
    for (const id of answers.keys()) {
      const { [id]: _left, ...rest } = all;
      const reaches = [...answers.keys()].every((one) => {
        const { asksWhen } = knowledge.findings.find((finding) => finding.id === one) ?? {};
        return one === id || !asksWhen || evaluate(asksWhen, rest) === 'true';
      });
      expect(evaluate(flag.when, rest) === 'true' && reaches, `${flag.id} without ${id}`).toBe(false);
    }
  }
});
