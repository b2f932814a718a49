// Looks at every page in light, dark, forced colours and print, on a narrow and on a wide screen, and in French: `npm run matrix`.

import { spawnSync } from 'node:child_process';
import { root } from './find-node.mjs';

const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', '--project=journeys', 'test/journeys/matrix.test.ts'],
  { cwd: root, stdio: 'inherit', env: { ...process.env, MATRIX: 'all' } },
);
process.exit(status ?? 1);
