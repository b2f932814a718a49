// The library as somebody else would use it: built into an empty folder, no package beside it, and every example of its
// page run as it stands.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildLibrary, ENTRANCES } from '../scripts/build.mjs';
import { MAIN } from '../src/cli/test-run.ts';

const page = readFileSync(new URL('../docs/library.md', import.meta.url), 'utf8');
const own = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const examples = [...page.matchAll(/```js\n([\s\S]*?)```\s+```text\n([\s\S]*?)```/g)].map(
  ([, code = '', says = '']) => [code, says] as const,
);
let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'backstride-library-'));
  const installed = join(folder, 'node_modules/backstride');
  mkdirSync(installed, { recursive: true });
  await buildLibrary(join(folder, 'built'));
  cpSync(join(folder, 'built'), join(installed, 'dist'), { recursive: true });
  const { name, version, type, exports } = own;
  writeFileSync(join(installed, 'package.json'), JSON.stringify({ name, version, type, exports }));
  const exported = spawnSync(process.execPath, [MAIN, 'knowledge', 'export'], {
    encoding: 'utf8',
    maxBuffer: 64 * 2 ** 20,
  });
  writeFileSync(join(folder, 'knowledge.json'), exported.stdout);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(name: string, code: string) {
  writeFileSync(join(folder, name), code);
  return spawnSync(process.execPath, [join(folder, name)], { cwd: folder, encoding: 'utf8' });
}

test('the page shows an example for the engine and one for the knowledge', () => {
  expect(examples).toHaveLength(2);
});

test.each(examples)('an example prints what the page says %#', (code, says) => {
  const { stdout, stderr } = run('example.mjs', code);
  expect(stderr).toBe('');
  expect(stdout).toBe(says);
});

test('every entrance loads, and no other does', () => {
  for (const entrance of ENTRANCES) {
    const { stdout, stderr } = run(
      'entrance.mjs',
      `import * as room from 'backstride/${entrance}'; console.log(Object.keys(room).length > 0);`,
    );
    expect(stdout, stderr).toBe('true\n');
  }
  expect(run('entrance.mjs', `import 'backstride/server';`).stderr).toContain(
    'ERR_PACKAGE_PATH_NOT_EXPORTED',
  );
});
