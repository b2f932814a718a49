// Builds what runs in the browser: `node scripts/build-browser.mjs [folder]`. sw.js is the whole application as a service
// worker; the others are the scripts of pages, a file each. Kept in .cache under a name made from everything that goes in, so
// that a server finds it there; the server runs this by itself when it does not.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root, startedAs } from './find-node.mjs';

const cache = join(root, '.cache');
/** Rooms that never run in a browser. */
const NOT_IN_BROWSER = ['cli', 'server', 'evaluate'];

/** The folder that holds the files of this code, built or not yet. */
export function browserFolder() {
  const hash = createHash('sha256');
  for (const file of inputs()) hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  return join(cache, `browser-${hash.digest('hex').slice(0, 32)}`);
}

function inputs() {
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .filter((file) => !NOT_IN_BROWSER.includes(file.split('/')[0] ?? ''))
    .map((file) => `src/${file}`);
  return ['package-lock.json', 'scripts/build-browser.mjs', ...sources.sort()];
}

/**
 * Builds into a folder; it is there whole or not at all.
 * @param {string} folder
 */
export async function buildBrowser(folder) {
  const { build } = await import('vite');
  mkdirSync(cache, { recursive: true });
  const unfinished = mkdtempSync(join(cache, 'unfinished-'));
  try {
    await one(build, 'src/browser/service-worker.ts', 'sw.js', 'iife', unfinished);
    for (const name of ['register', 'timer', 'turn', 'remind', 'import', 'passkey']) {
      await one(build, `src/browser/page/${name}.ts`, `${name}.js`, 'es', unfinished);
    }
    await one(build, 'src/browser/import-worker.ts', 'import-worker.js', 'iife', unfinished);
    if (existsSync(folder)) rmSync(folder, { recursive: true });
    renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/**
 * @param {typeof import('vite').build} build
 * @param {string} entry
 * @param {string} fileName
 * @param {'iife' | 'es'} format
 * @param {string} outDir
 */
function one(build, entry, fileName, format, outDir) {
  return build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2022',
      minify: true,
      lib: { entry: join(root, entry), formats: [format], name: 'backstride', fileName: () => fileName },
      // Compiling knowledge from YAML stands in rooms that the browser needs for other things.
      rolldownOptions: { treeshake: { moduleSideEffects: [join(root, entry)] } },
    },
  });
}

if (startedAs(import.meta.url)) {
  const folder = process.argv[2] ? resolve(process.argv[2]) : browserFolder();
  if (!existsSync(join(folder, 'sw.js'))) {
    await buildBrowser(folder);
    // Of older code nothing is needed any more.
    for (const name of readdirSync(cache)) {
      if (name.startsWith('browser-') && join(cache, name) !== folder)
        rmSync(join(cache, name), { recursive: true, force: true });
    }
  }
  console.log(folder);
}
