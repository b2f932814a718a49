// Ends the browser by signal at many random moments of interviews and check-ins, and looks each time whether everything that
// was completed is there, and once. `npm run kills -- 200 [SEED]`; the seed of a run is printed.

import { spawnSync } from 'node:child_process';
import { root } from './find-node.mjs';

const [kills = '200', seed = String(Date.now() % 2 ** 32)] = process.argv.slice(2);
if (!/^[1-9]\d*$/.test(kills) || !/^\d+$/.test(seed)) {
  const found = process.argv.slice(2).join(' ');
  console.error(
    `npm run kills: expected a number of kills and a seed, found "${found}". Write e.g. npm run kills -- 200`,
  );
  process.exit(2);
}
console.log(`${kills} kills with seed ${seed}`);
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', '--project=journeys', 'test/journeys/kills.test.ts'],
  { cwd: root, stdio: 'inherit', env: { ...process.env, KILLS: kills, KILLS_SEED: seed } },
);
process.exit(status ?? 1);
