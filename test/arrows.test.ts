// The floor plan is kept by machine: scripts/check-arrows.mjs for who imports whom, Biome for what may not stand
// above the line. Here both are seen to refuse, so that neither can fall silent unnoticed.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { wrongArrows } from '../scripts/check-arrows.mjs';
import { root } from '../scripts/find-node.mjs';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function cloneWith(file: string, code: string): string {
  const clone = mkdtempSync(join(tmpdir(), 'backstride-arrows-'));
  folders.push(clone);
  mkdirSync(dirname(join(clone, file)), { recursive: true });
  writeFileSync(join(clone, file), code);
  return clone;
}

describe('an arrow the wrong way is refused', () => {
  test.each([
    ['a room beside it', 'src/assess/a.ts', "import { plan } from '../recover/index.ts';"],
    ['a room above the arrow', 'src/vocabulary/a.ts', "import { odds } from '../probability/index.ts';"],
    ['a type only', 'src/train/a.ts', "import type { Claim } from '../learn/index.ts';"],
    ['a type written in place', 'src/train/a.ts', "export type Claim = import('../learn/index.ts').Claim;"],
    ['passing something on', 'src/pages/a.ts', "export * from '../connect/index.ts';"],
    ['an import over several lines', 'src/app/a.ts', "import {\n  a,\n  b,\n} from '../server/index.ts';"],
    ['an import for its effect', 'src/store/a.ts', "import '../cli/index.ts';"],
    ['a later import', 'src/episode/a.ts', "export const later = () => import('../pages/index.ts');"],
    ['an import of something computed', 'src/learn/a.ts', 'export const later = (x: string) => import(x);'],
    ['past the door', 'src/assess/a.ts', "import { parse } from '../knowledge/load.ts';"],
    ['a room of the same name as a folder', 'src/pages/learn/a.ts', "import '../../app/index.ts';"],
    ['Node above the line', 'src/assess/a.ts', "import { readFile } from 'node:fs';"],
    ["Node's types above the line", 'src/assess/a.ts', '/// <reference types="node" />\nexport {};'],
    ['Node in the browser', 'src/browser/a.ts', "import { readFile } from 'node:fs';"],
    ['a package that is not for this room', 'src/pages/a.ts', "import { Hono } from 'hono';"],
    ['something outside src', 'src/app/a.ts', "import manifest from '../../package.json';"],
    ['a room without a place in the plan', 'src/utils/a.ts', 'export {};'],
    ['a file in no room', 'src/a.ts', 'export {};'],
  ])('%s', (_, file, code) => {
    expect(wrongArrows(cloneWith(file, code))).toEqual([expect.stringContaining(`${file}:1 `)]);
  });

  test('the message names the line, what was imported, what is allowed and what to do', () => {
    const clone = cloneWith('src/recover/a.ts', "\n\nimport { assess } from '../assess/index.ts';\n");
    expect(wrongArrows(clone)).toEqual([
      'src/recover/a.ts:3 imports ../assess/index.ts, but recover may import only vocabulary, probability, ' +
        'knowledge. Pass the value in, or move the code to a lower room.',
    ]);
  });
});

describe('an arrow the right way is let through', () => {
  test.each([
    ['a lower room through its door', 'src/assess/a.ts', "import { load } from '../knowledge/index.ts';"],
    ['any file of the same room', 'src/pages/button/a.ts', "import { layout } from '../layout.ts';"],
    ['a package of this room', 'src/knowledge/a.ts', "import { Errors } from 'typebox/value';"],
    ["a test's own tools", 'src/assess/a.test.ts', "import { test } from 'vitest';\nimport 'node:fs';"],
    ['Node in a shell', 'src/cli/a.ts', "import { readFile } from 'node:fs';\nimport '../store/index.ts';"],
    ['an import in a comment', 'src/assess/a.ts', "/*\nimport '../pages/index.ts'\n*/\nexport {};"],
    [
      'an import without a name in a form',
      'src/pages/a.ts',
      'export const a = `<input name="from" value="">`;',
    ],
  ])('%s', (_, file, code) => {
    expect(wrongArrows(cloneWith(file, code))).toEqual([]);
  });
});

describe('above the line Biome refuses the clock, chance and the outer world', () => {
  const complaints = (file: string, code: string): string => complaintsIn(cloneWith(file, code));

  /** What the project's own Biome rules say about a clone. */
  function complaintsIn(clone: string): string {
    mkdirSync(join(clone, 'scripts'));
    for (const file of ['biome.json', 'scripts/pure.grit']) cpSync(join(root, file), join(clone, file));
    const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
    const { stdout, stderr } = spawnSync(process.execPath, [biome, 'lint'], { cwd: clone, encoding: 'utf8' });
    return stdout + stderr;
  }

  test.each([
    ['Date.now()', 'No clock and no chance'],
    ['new Date()', 'No clock and no chance'],
    ['Math.random()', 'No clock and no chance'],
    ['performance.now()', 'noRestrictedGlobals'],
    ['setTimeout', 'noRestrictedGlobals'],
    ['process.env', 'noRestrictedGlobals'],
    ['globalThis', 'noRestrictedGlobals'],
    ['console', 'noRestrictedGlobals'],
  ])('%s', (expression, complaint) => {
    const code = `export const found = ${expression};\n`;
    expect(complaints('src/assess/a.ts', code)).toContain(complaint);
    expect(complaints('src/server/a.ts', code)).not.toContain(complaint);
  });

  test.each([
    ['a default export', 'export default 1;\n', 'noDefaultExport'],
    ['an enum', 'export enum Level {\n  High,\n}\n', 'noEnum'],
  ])('%s', (_, code, complaint) => {
    expect(complaints('src/cli/a.ts', code)).toContain(complaint);
  });

  test('two files that import each other, be it only types', () => {
    const clone = cloneWith('src/cli/a.ts', "import type { B } from './b.ts';\n\nexport type A = B | 1;\n");
    writeFileSync(join(clone, 'src/cli/b.ts'), "import type { A } from './a.ts';\n\nexport type B = A[];\n");
    expect(complaintsIn(clone)).toContain('noImportCycles');
  });

  test('a date that is computed from a text is let through', () => {
    const code = "export const birthday = new Date('2000-01-01');\n";
    expect(complaints('src/assess/a.ts', code)).not.toContain('No clock');
  });
});
