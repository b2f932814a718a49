// Where a red flag says how often what it suspects is there, the probabilities say at least that.

import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { assess } from '../src/assess/index.ts';
import { parseCases } from '../src/evaluate/index.ts';
import type { KnowledgeBase } from '../src/knowledge/index.ts';
import { readKnowledgeKept } from '../src/store/index.ts';
import type { Answers } from '../src/vocabulary/index.ts';

const loaded = await readKnowledgeKept();
if (!loaded.ok) throw new Error('The knowledge does not load: npm run check:knowledge');
const knowledge = loaded.value;
const parsed = parseCases(
  await readFile(new URL('../cases/triage-rules.jsonl', import.meta.url), 'utf8'),
  knowledge,
);
if (!parsed.ok) throw new Error('The rule cases do not load.');
const cases = parsed.value;

const suspected = (base: KnowledgeBase, answers: Answers, ids: readonly string[]) =>
  assess(base, answers)
    .differential.filter(({ condition }) => ids.includes(condition.id))
    .reduce((sum, one) => sum + one.probability, 0);

const withShare = knowledge.redFlags.flatMap((flag) =>
  flag.share ? [[flag.id, flag, flag.share.value] as const] : [],
);

describe('a red flag with a share', () => {
  test.each(withShare)('%s raises what it suspects to its share', (id, flag, share) => {
    const alone = cases.find(
      (one) =>
        one.fires?.includes(id) &&
        one.fires.every((other) => other === id || !knowledge.redFlags.find((f) => f.id === other)?.share),
    );
    if (!alone) return;
    expect(suspected(knowledge, alone.answers, flag.suspects)).toBeGreaterThanOrEqual(share - 1e-9);
  });

  test.each([
    ['tense-growing-pain', 'tense-hard-thigh', { mechanism: 'blow', 'local-swelling': 'yes' }],
    ['cold-pale-leg', 'cold-pale-numb-leg', { onset: 'sudden', 'smoker-or-vessel': 'yes', age: '65-plus' }],
    ['one-leg-swelling', 'swollen-leg', { 'past-clot': 'yes', onset: 'gradual' }],
  ] as const)('%s alone gives its share, and what else speaks for it counts on top', (tick, id, more) => {
    const flag = knowledge.redFlags.find((one) => one.id === id);
    if (!flag?.share) throw new Error(`${id} has no share.`);
    const alone = suspected(knowledge, { [tick]: 'yes' }, flag.suspects);
    expect(alone).toBeCloseTo(flag.share.value, 2);
    expect(suspected(knowledge, { [tick]: 'yes', ...more }, flag.suspects)).toBeGreaterThan(1.5 * alone);
  });

  test('never lowers what it suspects', () => {
    const without: KnowledgeBase = {
      ...knowledge,
      redFlags: knowledge.redFlags.map(({ share: _share, ...flag }) => flag),
    };
    for (const [id, flag] of withShare) {
      for (const one of cases.filter(({ fires }) => fires?.length === 1 && fires[0] === id)) {
        const before = suspected(without, one.answers, flag.suspects);
        expect(suspected(knowledge, one.answers, flag.suspects), one.id).toBeGreaterThanOrEqual(
          before - 1e-9,
        );
      }
    }
  });
});
