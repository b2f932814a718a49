// The timer in a real browser, served as it is meant to be: types taken out, under a policy that allows only own scripts. The
// browser's clock is moved by hand, so nothing here waits.

import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findChromium } from '../../scripts/find-chromium.mjs';
import { english } from '../../src/pages/index.ts';

/** An attribute with what a timer says. */
const says = (first: string, work: string, between: string) =>
  `data-words='${JSON.stringify({ ...english.timer.script, first, work, between })}'`;

const PAGE = `<!doctype html><html lang="en"><title>Timer</title><link rel="stylesheet" href="/style.css">
<script type="module" src="/timer.js"></script><main class="width">
<button type="button" id="hold" data-timer="30" data-rounds="2" data-rest="15" ${says('Get ready', 'Hold', 'Rest')} hidden>Start the timer</button>
<button type="button" id="run" data-timer="60" data-rounds="3" data-rest="90" data-ready="0" ${says('Get ready', 'Run', 'Walk')} hidden>Start the run</button>
<button type="button" id="bad" data-timer="soon" hidden>Never</button></main></html>`;

let server: Server;
let browser: Browser;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  const read = (path: string) => readFile(new URL(`../../src/${path}`, import.meta.url), 'utf8');
  const files: Record<string, { type: string; body: string }> = {
    '/': { type: 'text/html', body: PAGE },
    '/timer.js': { type: 'text/javascript', body: stripTypeScriptTypes(await read('browser/page/timer.ts')) },
    '/style.css': {
      type: 'text/css',
      body: (
        await Promise.all(['tokens', 'frame', 'exercises'].map((name) => read(`pages/styles/${name}.css`)))
      ).join(''),
    },
  };
  server = createServer((request, response) => {
    const file = files[request.url ?? ''];
    response.writeHead(file ? 200 : 404, {
      'content-type': `${file?.type ?? 'text/plain'}; charset=utf-8`,
      'content-security-policy': "default-src 'none'; style-src 'self'; script-src 'self'",
    });
    response.end(file?.body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium was found. npm test brings one in.');
  browser = await chromium.launch({
    executablePath,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
});

afterAll(async () => {
  await browser.close();
  server.close();
});

beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 320, height: 700 } });
  complaints = [];
  page.on('console', (line) => {
    if (line.type() === 'error') complaints.push(line.text());
  });
  await page.clock.install({ time: '2026-03-28T22:59:00Z' });
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.clock.pauseAt('2026-03-28T22:59:30Z');
});

const phase = () => page.textContent('.timer-phase');
const figures = () => page.textContent('.timer-figures');

describe('a timer in the browser', () => {
  test('shows the buttons it understands, and says what is wrong with another', async () => {
    expect(await page.isVisible('#hold')).toBe(true);
    expect(await page.isVisible('#run')).toBe(true);
    expect(await page.isVisible('#bad')).toBe(false);
    expect(complaints.filter((line) => line.includes('data-timer: expected a whole number'))).toHaveLength(1);
  });

  test('counts a hold down, rests, and ends with the button back', async () => {
    await page.click('#hold');
    expect([await phase(), await figures()]).toEqual(['Get ready', '0:05']);
    await page.clock.runFor(5000);
    expect([await phase(), await figures()]).toEqual(['Hold 1 of 2', '0:30']);
    await page.clock.runFor(30_000);
    expect([await phase(), await figures()]).toEqual(['Rest', '0:15']);
    expect(await page.textContent('.timer [aria-live=assertive]')).toBe('Rest, 15 seconds');
    await page.clock.runFor(45_000);
    expect([await phase(), await figures()]).toEqual(['Done', '0:00']);
    await page.click('text=Close');
    expect(await page.isVisible('#hold')).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('hold');
  });

  test('waits while it is paused, with the keyboard alone', async () => {
    await page.focus('#hold');
    await page.keyboard.press('Enter');
    await page.clock.runFor(15_000);
    await page.keyboard.press('Enter');
    expect(await page.textContent('.timer [aria-live=assertive]')).toBe('Paused');
    await page.clock.runFor(60_000);
    expect([await phase(), await figures()]).toEqual(['Hold 1 of 2', '0:20']);
    await page.keyboard.press('Enter');
    await page.clock.runFor(1000);
    expect(await figures()).toBe('0:19');
  });

  test('is right again after the tab has slept through several phases', async () => {
    await page.click('#run');
    // A jump: timers that were due fire once at most, as after a sleep.
    await page.clock.fastForward(200_000);
    expect([await phase(), await figures()]).toEqual(['Run 2 of 3', '0:10']);
  });

  test('is stopped by its button, and by another timer that starts', async () => {
    await page.click('#hold');
    await page.click('#run');
    expect(await page.locator('.timer').count()).toBe(1);
    expect(await phase()).toBe('Run 1 of 3');
    expect(await page.isVisible('#hold')).toBe(true);
    await page.click('text=Stop');
    expect(await page.locator('.timer').count()).toBe(0);
    expect(await page.isVisible('#run')).toBe(true);
  });

  test('makes no noise until it is asked to', async () => {
    await page.evaluate(() => {
      const buzzes: unknown[] = [];
      navigator.vibrate = (pattern) => buzzes.push(pattern) > 0;
      Object.assign(window, { buzzes });
    });
    const buzzes = () => page.evaluate(() => (window as unknown as { buzzes: unknown[] }).buzzes.length);
    await page.click('#run');
    await page.clock.runFor(61_000);
    expect(await buzzes()).toBe(0);
    await page.click('text=Sound and buzz');
    expect(await page.getAttribute('text=Sound and buzz', 'aria-pressed')).toBe('true');
    await page.clock.runFor(90_000);
    expect(await buzzes()).toBe(2);
  });

  test('fits a small phone, with figures to read from the floor', async () => {
    await page.click('#hold');
    const box = await page.locator('.timer-figures').boundingBox();
    expect(box?.height).toBeGreaterThan(60);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});
