// `npm run calibration`: do the probabilities mean what they say? Many made-up runners, half of all findings answered, three
// ways: from the model, with the findings of a group tied, and from other numbers with twice the misreporting. Prints the
// error of the model alone, and of what is shown after red flags have raised what they suspect. Takes about a minute.
//
// Usage: node scripts/with-node.mjs scripts/calibration.ts [runners]

import { type Generator, moved, PERTURBED, SELF_CONSISTENT, simulate } from '../src/evaluate/index.ts';
import type { KnowledgeBase } from '../src/knowledge/index.ts';
import { randomFrom } from '../src/probability/index.ts';
import { readKnowledge } from '../src/store/index.ts';

const runners = Number(process.argv[2] ?? 40_000);
if (!Number.isInteger(runners) || runners < 1) throw new Error('Expected a number of runners, 1 or more.');
const loaded = await readKnowledge();
if (!loaded.ok) throw new Error('The knowledge does not load: npm run check:knowledge');
const knowledge = loaded.value;

const ways: readonly (readonly [string, KnowledgeBase, Generator])[] = [
  ['drawn from the model', knowledge, SELF_CONSISTENT],
  ['tied within groups (0.45)', knowledge, { ...PERTURBED, misreport: 1 }],
  ['other numbers, tied, twice the misreporting', moved(knowledge, randomFrom(12)), PERTURBED],
];
console.log(`Calibration error over ${runners} made-up runners each`);
for (const [name, drawn, generator] of ways) {
  const { ece, eceOfModel } = simulate(knowledge, drawn, generator, runners, randomFrom(11));
  console.log(`  ${name.padEnd(46)} model ${eceOfModel.toFixed(4)}   as shown ${ece.toFixed(4)}`);
}
