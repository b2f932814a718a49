// The README shows a command and its output; what it shows must be true.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

test('the output in the README is what the command prints', () => {
  const readme = readFileSync(`${root}README.md`, 'utf8');
  const shown = /\$ npm run -s backstride -- (.*)\n([\s\S]*?)\n…/.exec(readme);
  const { stdout } = spawnSync(process.execPath, ['src/cli/main.ts', ...(shown?.[1] ?? '').split(' ')], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, COLUMNS: '100', NO_COLOR: '1' },
  });
  expect(stdout.startsWith(shown?.[2] ?? 'nothing shown')).toBe(true);
});
