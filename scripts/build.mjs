// Builds the engine as a library: `node scripts/build.mjs [folder]`, dist/ by default. One JavaScript file an entrance (and
// what they share), without imports from any package, so that it runs in Node, a page, a service worker or a bundler as it
// is; declarations beside it. Vite bundles because it is here already for the browser; nothing is minified, readers come first.

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { root, startedAs } from './find-node.mjs';

/** Entrances of the package, as in `exports` of package.json. */
export const ENTRANCES = ['probability', 'inference', 'assess'];

/**
 * Builds into a folder, which is emptied first.
 * @param {string} folder
 * @throws {Error} when something in it would need a package at run time
 */
export async function buildLibrary(folder) {
  const entry = Object.fromEntries(ENTRANCES.map((room) => [room, join(root, `src/${room}/index.ts`)]));
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: folder,
      emptyOutDir: true,
      minify: false,
      target: 'es2024',
      lib: { entry, formats: ['es'] },
      // Reading YAML and checking shapes stand in the same room as the compiled knowledge; the engine needs neither.
      rolldownOptions: { treeshake: { moduleSideEffects: false } },
    },
  });
  const needy = readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .filter((name) =>
      /^\s*(?:import|export)\b[^'"]*from\s*["'][^.]/m.test(readFileSync(join(folder, name), 'utf8')),
    );
  if (needy.length > 0)
    throw new Error(`The library must need no package; found imports in ${needy.join(', ')}.`);
  declare(join(folder, 'types'));
}

/** @param {string} folder */
function declare(folder) {
  rmSync(folder, { recursive: true, force: true });
  const { status, stdout } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/typescript/bin/tsc'),
      '--project',
      join(root, 'tsconfig.library.json'),
      '--outDir',
      folder,
    ],
    { cwd: root, encoding: 'utf8' },
  );
  if (status !== 0 || !existsSync(folder)) throw new Error(`No declarations were written:\n${stdout}`);
}

if (startedAs(import.meta.url)) {
  const folder = resolve(process.argv[2] ?? join(root, 'dist'));
  await buildLibrary(folder);
  console.log(`Built ${ENTRANCES.map((room) => `${room}.js`).join(', ')} into ${folder}`);
}
