// The peers as pages: LHC-Forms (lforms; its own terms, after BSD) as its package ships it, and Smart Forms (Apache-2.0) built by
// vite for production. Both are development-only: they are installed into the cache folder when this bench first runs, from
// bench/peers/package-lock.json, and nothing of ours depends on them. A peer that cannot be had is left out, and that is said.

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fetchPackage } from '../peers.ts';
import type { Files } from './file-server.ts';
import { bareForm, type Question, questionnaireOf } from './questions.ts';

const sources = fileURLToPath(new URL('../peers/', import.meta.url));
const cache = fileURLToPath(new URL('../../.cache/page-peers/', import.meta.url));
const LFORMS = 'lforms@40.1.3';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.png': 'image/png',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** The names of peers in rows. */
export const [LHC, SMART, BARE] = ['LHC-Forms', 'Smart Forms', 'a bare HTML form'] as const;

/** The files of each peer's page, `index.html` first to be asked for. */
export async function peerPages(
  questions: readonly Question[],
  say: (line: string) => void,
): Promise<ReadonlyMap<string, Files>> {
  const makers = [
    [BARE, () => new Map([['index.html', file('.html', Buffer.from(bareForm(questions)))]])],
    [LHC, () => lhcForms(questions)],
    [SMART, () => smartForms(questions)],
  ] as const;
  const pages = new Map<string, Files>();
  for (const [name, make] of makers) {
    try {
      pages.set(name, await make());
    } catch (error) {
      say(`${name} is left out: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
    }
  }
  return pages;
}

function lhcForms(questions: readonly Question[]): Files {
  const dist = join(fetchPackage(LFORMS), 'dist', 'lforms');
  const start = `LForms.Util.addFormToPage(${JSON.stringify(questionnaireOf(questions))}, 'form', { fhirVersion: 'R4' });`;
  return new Map([
    ['index.html', file('.html', readFileSync(join(sources, 'lforms.html')))],
    ['start.js', file('.js', Buffer.from(start))],
    ...[...filesIn(dist)].filter(([name]) => /^(webcomponent|fhir\/R4)\//.test(name)),
  ]);
}

async function smartForms(questions: readonly Question[]): Promise<Files> {
  install();
  for (const name of ['smart-forms.js', 'smart-forms.html']) cpSync(join(sources, name), join(cache, name));
  writeFileSync(join(cache, 'questionnaire.json'), JSON.stringify(questionnaireOf(questions)));
  const { build } = await import('vite');
  const outDir = join(cache, 'built');
  await build({
    root: cache,
    configFile: false,
    logLevel: 'error',
    base: './',
    build: { outDir, emptyOutDir: true, rolldownOptions: { input: join(cache, 'smart-forms.html') } },
  });
  const built = filesIn(outDir);
  const page = built.get('smart-forms.html');
  if (!page) throw new Error('vite built no page');
  return new Map([...built, ['index.html', page]]);
}

/** As the lock file says, unless that is done. */
function install(): void {
  const done = join(cache, 'installed.json');
  const lock = readFileSync(join(sources, 'package-lock.json'), 'utf8');
  if (existsSync(done) && readFileSync(done, 'utf8') === lock) return;
  rmSync(done, { force: true });
  mkdirSync(cache, { recursive: true });
  for (const name of ['package.json', 'package-lock.json']) cpSync(join(sources, name), join(cache, name));
  const { status } = spawnSync(
    'npm',
    ['ci', '--ignore-scripts', '--omit=optional', '--no-audit', '--no-fund', '--silent'],
    {
      cwd: cache,
      shell: process.platform === 'win32',
    },
  );
  if (status !== 0) throw new Error('npm could not install bench/peers/package-lock.json');
  writeFileSync(done, lock);
}

function filesIn(folder: string): Map<string, ReturnType<typeof file>> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => TYPES[extname(name)],
  );
  return new Map(
    names.map((name) => [name.replaceAll('\\', '/'), file(extname(name), readFileSync(join(folder, name)))]),
  );
}

function file(extension: string, bytes: Buffer) {
  return { bytes, type: TYPES[extension] ?? 'application/octet-stream' };
}
