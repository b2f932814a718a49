// The checks that need no test runner, each by name: `node scripts/check.mjs [name...]`, all of them without a name.
// `npm test` runs them too, before the tests.

import { spawnSync } from 'node:child_process';
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
 * @property {() => boolean} passes
 * @property {string[]} [needs] files without which there is nothing to check yet
 */

/** @type {Check[]} */
export const checks = [
  {
    name: 'types',
    headline: 'Types: each part of the house against the world it may know',
    passes: typesAreRight,
  },
  {
    name: 'lint',
    headline: 'Lint and format',
    passes: () => node([biome, 'check', '--error-on-warnings', '--diagnostic-level=warn']),
  },
  {
    name: 'arrows',
    headline: 'Arrows: rooms import only what the floor plan allows',
    passes: () => node(['scripts/check-arrows.mjs']),
  },
  {
    name: 'knowledge',
    headline: 'Knowledge: shape, meaning and sources of the medical wing',
    passes: () => node([cli, 'knowledge', 'check']),
    needs: [cli],
  },
  {
    name: 'schemas',
    headline: 'Schemas: knowledge/schemas is what the code would write',
    passes: () => node([cli, 'schemas', '--check']),
    needs: [cli, 'knowledge/schemas'],
  },
  {
    name: 'scores',
    headline: 'Scores: cases/scores.md and cases/outcomes.md are what the knowledge gives',
    passes: () => node(['scripts/scores.ts', '--check']),
  },
  {
    name: 'tables',
    headline: 'Tables: docs/tables is what the knowledge gives',
    passes: () => node(['scripts/tables.ts', '--check']),
  },
  {
    name: 'proofs',
    headline: 'Proofs: the safety claims over all combinations of answers',
    passes: () => node(['scripts/prove.ts']),
  },
  {
    name: 'policy',
    headline: 'Policy: docs/paths.md is what the knowledge gives',
    passes: () => node(['scripts/policy.ts', '--check']),
  },
  {
    name: 'forecast',
    headline: 'Forecast: cases/forecast-scores.md is what the studies give',
    passes: () => node(['scripts/forecast-scores.ts', '--check']),
  },
];

/**
 * Runs checks in order up to the first that fails and counts both.
 * @param {Check[]} chosen
 */
export function runChecks(chosen) {
  let passed = 0;
  for (const check of chosen) {
    if (check.needs?.some((file) => !existsSync(join(root, file)))) continue;
    console.log(`\n== ${check.headline}`);
    if (!check.passes()) return { passed, failed: 1 };
    passed += 1;
  }
  return { passed, failed: 0 };
}

function typesAreRight() {
  // A file of one part is seen again from the next; what is wrong with it is said once.
  const mistakes = new Set(projects.flatMap((name) => typeMistakes(`tsconfig.${name}.json`)));
  for (const line of mistakes) console.log(line);
  return mistakes.size === 0;
}

/** @param {string} config */
function typeMistakes(config) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [tsc, '-p', config, '--pretty', 'false'], {
    cwd: root,
    encoding: 'utf8',
  });
  // A part of the house that is not built yet has no files: TypeScript calls that an error, we do not.
  if (status === 0 || stdout.startsWith('error TS18003')) return [];
  return `${stdout}${stderr}`.trim().split('\n');
}

/** @param {string[]} args */
function node(args) {
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status === 0;
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
  const { failed } = runChecks(checks.filter((check) => names.length === 0 || names.includes(check.name)));
  process.exitCode = failed;
}
