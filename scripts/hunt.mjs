// Looks for counterexamples to the properties with seeds that nobody has tried, round after round, until one is found or
// the rounds are over. `npm run hunt -- 20 test/recover-laws` plays twenty rounds of one file.

import { spawnSync } from 'node:child_process';
import { root } from './find-node.mjs';

const [rounds = '5', ...files] = process.argv.slice(2);
if (!/^[1-9]\d*$/.test(rounds)) {
  console.error(
    `npm run hunt: expected a number of rounds, found "${rounds}". Write e.g. npm run hunt -- 20 test/recover-laws`,
  );
  process.exit(2);
}
for (let round = 1; round <= Number(rounds); round += 1) {
  console.log(`\n== Round ${round} of ${rounds}`);
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--project=rooms', '--reporter=dot', ...files],
    { cwd: root, stdio: 'inherit', env: { ...process.env, HUNT: '1' } },
  );
  if (status !== 0) process.exit(status ?? 1);
}
console.log(`\nNo counterexample in ${rounds} rounds.`);
