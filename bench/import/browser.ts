// 500 one-hour files through the import page of a real Chromium, as a runner brings them in: how long the page itself was ever kept
// waiting, whether memory stays flat, and how long the charts of a year take then. Nothing is throttled; what else runs on the machine
// shows in these times, for the page's own pauses are taken by the clock.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../scripts/find-chromium.mjs';
import { addDays } from '../../src/vocabulary/index.ts';
import { SECRET } from '../../test/in-process.ts';
import { startServer } from '../../test/journeys/browser.ts';
import { untilReady } from '../../test/journeys/device.ts';
import { below, figure, noted, type Row, shown, spreadOf } from '../rows.ts';
import { fitFile } from './files.ts';

const FILES = 500;
const LOOK_EVERY_MILLISECONDS = 250;
const CHART_ROUNDS = 9;
/** How much more memory the second half may take than the first, at its peak. */
const FLAT = 1.2;
const PATIENCE = 15 * 60_000;

export async function browserRows(say: (line: string) => void): Promise<readonly Row[]> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium was found. npm test brings one in.');
  const folder = mkdtempSync(join(tmpdir(), 'backstride-runs-'));
  const server = await startServer(SECRET);
  const browser = await chromium.launch({
    executablePath,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-dev-shm-usage'],
  });
  try {
    say(`Making ${FILES} files of one hour …`);
    const today = new Date().toISOString().slice(0, 10);
    const paths = Array.from({ length: FILES }, (_, at) => {
      const path = join(folder, `${at}.fit`);
      const start = `${addDays(today, -at)}T06:00:00.000Z`;
      writeFileSync(path, fitFile(1, {}, start));
      return path;
    });
    const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
    await page.goto(server.url);
    await untilReady(page);
    return [...(await importRows(browser, page, server.url, paths, say)), ...(await chartRows(page))];
  } finally {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function importRows(
  browser: Browser,
  page: Page,
  url: string,
  paths: readonly string[],
  say: (line: string) => void,
): Promise<readonly Row[]> {
  await page.goto(`${url}/train/import`);
  await page.getByLabel('Files', { exact: true }).setInputFiles([...paths]);
  await page.evaluate(watchPauses);
  const memory = await memoryOf(browser);
  const held: number[] = [];
  const from = performance.now();
  // By hand: to find things by role and to wait for them would keep the page busy itself.
  await page.evaluate(() => document.querySelector<HTMLButtonElement>('form.import [type=submit]')?.click());
  while (!(await page.evaluate(() => document.querySelector('[data-status] a') !== null))) {
    if (performance.now() - from > PATIENCE) throw new Error('The import does not end.');
    held.push(await memory());
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MILLISECONDS));
  }
  const seconds = (performance.now() - from) / 1000;
  const said = await page.getByRole('status').innerText();
  if (!said.includes(`${paths.length} new runs`)) throw new Error(`The import says: ${said}`);
  const pauses = await page.evaluate(() => (globalThis as unknown as Watching).pauses);
  const [longest = 0, next = 0] = [...pauses].sort((a, b) => b - a);
  say(`${paths.length} files in ${seconds.toFixed(1)} s`);
  const half = Math.ceil(held.length / 2);
  const [before, after] = [Math.max(...held.slice(0, half)), Math.max(...held.slice(half))];
  return [
    below(
      `${paths.length} one-hour files in a worker: longest that the page was kept waiting`,
      longest,
      50,
      'ms',
      `next ${figure(next)}; ${figure(seconds)} s in all, ${figure((seconds / paths.length) * 1000)} ms a file`,
    ),
    noted(
      below(
        `${paths.length} one-hour files: memory of the second half, at its peak`,
        after / before,
        FLAT,
        '× the first',
      ),
      `${figure(before / 1e6)} and ${figure(after / 1e6)} MB, all processes that show pages and run workers`,
    ),
  ];
}

interface Watching {
  pauses: number[];
}

/** Runs in the page: asks for a turn again and again, and writes down how long each took to come. */
function watchPauses(): void {
  const watching = globalThis as unknown as Watching;
  watching.pauses = [];
  let last = performance.now();
  const turn = () => {
    const now = performance.now();
    watching.pauses.push(now - last);
    last = now;
    setTimeout(turn);
  };
  setTimeout(turn);
}

/** Bytes that the processes of pages hold now. */
async function memoryOf(browser: Browser): Promise<() => Promise<number>> {
  const session: CDPSession = await browser.newBrowserCDPSession();
  return async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const pages = processInfo.filter(({ type }) => type === 'renderer');
    return pages.reduce((sum, { id }) => sum + residentBytes(id), 0);
  };
}

function residentBytes(pid: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    // It has ended.
    return 0;
  }
}

/** The overview of runs, as often as it is looked at; and once more each time after something about the runs was changed. */
async function chartRows(page: Page): Promise<readonly Row[]> {
  const times: number[] = [];
  const afterChange: number[] = [];
  for (let round = 0; round < CHART_ROUNDS; round++) {
    times.push(await page.evaluate(timeToCharts));
    await page.evaluate(async () => {
      const body = new URLSearchParams({ morning: 'sore' });
      await fetch('/train/morning', { method: 'POST', body, redirect: 'manual' });
    });
    afterChange.push(await page.evaluate(timeToCharts));
  }
  const name = `a year of daily runs to charts, of ${FILES} on the device, to the page`;
  const spread = spreadOf(times);
  return [
    { ...shown(name, spread, undefined, 'ms'), bar: '≤ 100 ms', met: spread.median <= 100 },
    shown(`${name}: the first time after a change`, spreadOf(afterChange), undefined, 'ms'),
  ];
}

/** Runs in the page. */
async function timeToCharts(): Promise<number> {
  const from = performance.now();
  const text = await (await fetch('/train')).text();
  if (!text.includes('<svg')) throw new Error('There is no chart.');
  return performance.now() - from;
}
