// The checks that need no test runner, each by name: `node scripts/check.mjs [name...]`, all of them without a name.
// `npm test` runs them too, before the tests. Two run at a time; each says what it found when its turn in the list has come.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, startedAs } from './find-node.mjs';

const tsc = 'node_modules/typescript/bin/tsc';
const biome = 'node_modules/@biomejs/biome/bin/biome';
const cli = 'src/cli/main.ts';
const projects = ['pure', 'app', 'shells', 'browser', 'page', 'tests'];

/**
 * @typedef {object} Check
 * @property {string} name
 * @property {string} headline
 * @property {(signal: AbortSignal) => Promise<Found>} look
 * @property {string[]} [needs] files without which there is nothing to check yet
 */

/**
 * @typedef {object} Found
 * @property {boolean} passes
 * @property {string} said
 */

/** Checks at the same time. */
const LANES = 2;

/** @type {Check[]} */
export const checks = [
  {
    name: 'types',
    headline: 'Types: each part of the house against the world it may know',
    look: typesAreRight,
  },
  {
    name: 'lint',
    headline: 'Lint and format',
    look: node([biome, 'check', '--error-on-warnings', '--diagnostic-level=warn']),
  },
  {
    name: 'arrows',
    headline: 'Arrows: rooms import only what the floor plan allows',
    look: node(['scripts/check-arrows.mjs']),
  },
  {
    name: 'knowledge',
    headline: 'Knowledge: shape, meaning and sources of the medical wing',
    look: node([cli, 'knowledge', 'check']),
    needs: [cli],
  },
  {
    name: 'schemas',
    headline: 'Schemas: knowledge/schemas is what the code would write',
    look: node([cli, 'schemas', '--check']),
    needs: [cli, 'knowledge/schemas'],
  },
  {
    name: 'scores',
    headline: 'Scores: cases/scores.md and cases/outcomes.md are what the knowledge gives',
    look: node(['scripts/scores.ts', '--check']),
  },
  {
    name: 'tables',
    headline: 'Tables: docs/tables is what the knowledge gives',
    look: node(['scripts/tables.ts', '--check']),
  },
  {
    name: 'proofs',
    headline: 'Proofs: the safety claims over all combinations of answers',
    look: node(['scripts/prove.ts']),
  },
  {
    name: 'policy',
    headline: 'Policy: docs/paths.md is what the knowledge gives',
    look: node(['scripts/policy.ts', '--check']),
  },
  {
    name: 'forecast',
    headline: 'Forecast: cases/forecast-scores.md is what the studies give',
    look: node(['scripts/forecast-scores.ts', '--check']),
  },
];

/**
 * Runs checks, tells of them in order up to the first that fails, and counts both. Then nothing more is begun.
 * @param {Check[]} chosen
 */
export async function runChecks(chosen) {
  const waiting = chosen.filter(({ needs = [] }) => needs.every((file) => existsSync(join(root, file))));
  const stop = new AbortController();
  const all = waiting.map((check) => ({ check, ...Promise.withResolvers() }));
  const queue = all.values();
  const lane = async () => {
    for (const { check, resolve } of queue) {
      resolve(stop.signal.aborted ? { passes: false, said: '' } : await check.look(stop.signal));
    }
  };
  const lanes = Array.from({ length: LANES }, lane);
  let passed = 0;
  for (const { check, promise } of all) {
    /** @type {Found} */
    const { passes, said } = await promise;
    console.log(`\n== ${check.headline}`);
    if (said) console.log(said);
    if (!passes) stop.abort();
    if (!passes) break;
    passed += 1;
  }
  await Promise.all(lanes);
  return { passed, failed: passed < all.length ? 1 : 0 };
}

/** @param {AbortSignal} signal */
async function typesAreRight(signal) {
  // A file of one part is seen again from the next; what is wrong with it is said once.
  const mistakes = new Set();
  for (const name of projects) {
    const { passes, said } = await node([tsc, '-p', `tsconfig.${name}.json`, '--pretty', 'false'])(signal);
    // A part of the house that is not built yet has no files: TypeScript calls that an error, we do not.
    if (passes || said.startsWith('error TS18003')) continue;
    for (const line of said.split('\n')) mistakes.add(line);
  }
  return { passes: mistakes.size === 0, said: [...mistakes].join('\n') };
}

/**
 * A check that is a script: it passes when that ends well.
 * @param {string[]} args
 * @returns {(signal: AbortSignal) => Promise<Found>}
 */
function node(args) {
  return (signal) =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, args, { cwd: root, signal, stdio: ['ignore', 'pipe', 'pipe'] });
      let said = '';
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8');
        stream.on('data', (part) => {
          said += part;
        });
      }
      child.on('error', (error) => resolve({ passes: false, said: `${said}${error.message}` }));
      child.on('close', (code) => resolve({ passes: code === 0, said: said.trimEnd() }));
    });
}

if (startedAs(import.meta.url)) {
  const names = process.argv.slice(2);
  const unknown = names.filter((name) => !checks.some((check) => check.name === name));
  if (unknown.length > 0) {
    console.error(
      `No check is named ${unknown.join(', ')}. There are: ${checks.map((c) => c.name).join(', ')}.`,
    );
    process.exit(1);
  }
  const { failed } = await runChecks(
    checks.filter((check) => names.length === 0 || names.includes(check.name)),
  );
  process.exitCode = failed;
}
