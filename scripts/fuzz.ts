// `npm run fuzz -- [--inputs N] [--seed S] [FILE…]`: reads broken files by the million. Files that are named are broken too, besides those that
// the tests make. Says how many were read and refused, the slowest, and the memory; ends with 1 at the first that throws, takes over a second
// or gives a run that cannot be, and leaves that input in .cache/fuzz.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { drawing, type FuzzInput, faultOf, inputOf, madeSeeds, outcomeOf } from '../test/runs/fuzzing.ts';

const LONGEST_MS = 1000;

const { values, positionals } = parseArgs({
  options: { inputs: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } },
  allowPositionals: true,
});
const [inputs, seed] = [Number(values.inputs), Number(values.seed)];
if (!Number.isSafeInteger(inputs) || inputs < 1 || !Number.isSafeInteger(seed)) {
  console.error('Expected npm run fuzz -- [--inputs N] [--seed S] [FILE…], with whole numbers.');
  process.exit(2);
}

const seeds = [
  ...madeSeeds(),
  ...positionals.map((path) => ({
    name: basename(path).toLowerCase(),
    bytes: new Uint8Array(readFileSync(path)),
  })),
];
const draw = drawing(seed);
const counts = { read: 0, refused: 0, plain: 0, gzip: 0, zip: 0 };
const kinds = new Map<string, number>();
let slowest = 0;
let memory = 0;
for (let count = 1; count <= inputs; count++) {
  const input = inputOf(seeds, draw);
  const begin = process.threadCpuUsage();
  const fault = await outcomeOf(input).then(
    (outcome) => {
      counts.read += outcome.runs.length > 0 ? 1 : 0;
      counts.refused += outcome.refusals.length > 0 ? 1 : 0;
      for (const { kind } of outcome.refusals) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      return faultOf(outcome);
    },
    (error: unknown) => `it throws: ${error instanceof Error ? error.stack : error}`,
  );
  const { user, system } = process.threadCpuUsage(begin);
  // Of the processor, so that what else runs on the machine does not look like a hang.
  const spent = (user + system) / 1000;
  counts[input.shape]++;
  slowest = Math.max(slowest, spent);
  if (fault !== undefined || spent > LONGEST_MS)
    end(input, count, fault ?? `it takes ${Math.round(spent)} ms`);
  if (count % 50_000 === 0 || count === inputs) {
    memory = Math.max(memory, process.memoryUsage().rss);
    console.error(`${count} inputs`);
  }
}
console.log(
  JSON.stringify({ inputs, seed, seeds: seeds.length, ...counts, refusals: Object.fromEntries(kinds) }),
);
console.log(
  `slowest ${slowest.toFixed(0)} ms, memory of the process at most ${Math.round(memory / 2 ** 20)} MiB`,
);

function end(input: FuzzInput, count: number, fault: string): never {
  const folder = fileURLToPath(new URL('../.cache/fuzz/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${seed}-${count}-${input.name}`);
  writeFileSync(path, input.bytes);
  console.error(`Input ${count} of seed ${seed}: ${fault}\nIt is kept in ${path}`);
  process.exit(1);
}
