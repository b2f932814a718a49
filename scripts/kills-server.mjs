// Ends the server of comments and desk by signal 9 at many random moments under writes, on PostgreSQL sometimes the database
// instead, and looks each time whether everything acknowledged is there, and once.
// `npm run kills:server -- 100 [sqlite|postgres] [SEED]`; both databases without a name. The seed of a run is printed.
// A hundred took ten minutes on a busy machine; the test itself allows
// fifty, so no tighter limit should stand around it.

import { spawnSync } from 'node:child_process';
import { root } from './find-node.mjs';

const [kills = '100', database = 'sqlite,postgres', seed = String(Date.now() % 2 ** 32)] =
  process.argv.slice(2);
if (
  !/^[1-9]\d*$/.test(kills) ||
  !/^(sqlite|postgres|sqlite,postgres)$/.test(database) ||
  !/^\d+$/.test(seed)
) {
  const found = process.argv.slice(2).join(' ');
  console.error(
    `npm run kills:server: expected a number of kills, sqlite or postgres, and a seed, found "${found}". Write e.g. npm run kills:server -- 100 sqlite`,
  );
  process.exit(2);
}
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', '--project=rooms', 'test/durability/kills.test.ts'],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, KILLS_SERVER: kills, KILLS_SEED: seed, KILLS_DATABASE: database },
  },
);
process.exit(status ?? 1);
