// `npm run other-browsers [FOLDER]`: the application on the device in other engines than the tests' Chromium, in whichever of them is
// installed. A first page, then the server is ended; without it a whole interview by the mouse, its result against what Node says of the
// same answers, every bit of the engine, a plan with a check-in, the summary, and everything deleted. Pictures go into FOLDER.
// Not part of `npm test`: what is installed differs, and WebKit's build for GTK is not Safari, only its engine.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { globSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { assess } from '../../src/assess/index.ts';
import type { Answers } from '../../src/vocabulary/index.ts';
import { realKnowledge } from '../in-process.ts';
import { answersOf, markAll, readAsked, startServer } from '../journeys/browser.ts';
import { readKept } from '../journeys/device.ts';
import { engineBits } from '../journeys/engine-bits.ts';
import { engineCode } from '../journeys/engine-code.ts';
import { DESK_WORKER } from '../journeys/personas.ts';
import type { OtherBrowser } from './browser.ts';
import { openFirefox } from './firefox.ts';
import { openWebKit } from './webkit.ts';

const [WIDTH, HEIGHT] = [360, 740];
const PATIENCE_MS = 20_000;

const [folder] = process.argv.slice(2);
const knowledge = await realKnowledge();
const bits = textAs(`() => { ${await engineCode()}; return bits(); }`);
const openers = installed();
if (openers.length === 0) {
  console.error(
    'Neither Firefox nor WebKitGTK was found. On Debian: apt install firefox-esr webkit2gtk-driver xvfb',
  );
  process.exit(2);
}
let failed = 0;
for (const open of openers) {
  const browser = await open();
  console.log(`\n== ${browser.name}`);
  try {
    await walk(browser);
    console.log('   all of it went well');
  } catch (error) {
    failed += 1;
    console.log(`   FAILED: ${error instanceof Error ? error.message : error}`);
    await keepPicture(browser, 'failed');
  } finally {
    await browser.close();
  }
}
process.exit(failed > 0 ? 1 : 0);

async function walk(browser: OtherBrowser): Promise<void> {
  const server = await startServer(new Uint8Array(randomBytes(32)));
  try {
    await browser.open(server.url);
    await sound(browser);
    await untilReady(browser);
  } finally {
    await server.stop();
  }
  say('the server is ended');

  await press(browser, 'button', 'Start now');
  let pages = 0;
  for (;;) {
    const asked = await browser.run(readAsked);
    if (asked.ask === undefined) break;
    pages += 1;
    assert(pages < 80, 'the interview ends');
    await sound(browser);
    await browser.run(markAll, answersOf(asked, DESK_WORKER));
    await press(browser, 'main form.asks button', 'Continue');
  }
  await press(browser, 'main a', 'See your result');
  await sound(browser);
  await keepPicture(browser, 'result');
  const answers = await keptAnswers(browser);
  const { triage, differential } = assess(knowledge, answers);
  const shown = await browser.run(() => document.querySelector('main')?.textContent ?? '');
  assert(
    shown.includes(knowledge.levels[triage.level].title),
    `the urgency is that of Node: ${triage.level}`,
  );
  const first = differential[0]?.condition.name ?? '';
  assert(shown.includes(first), `the first cause is that of Node: ${first}`);
  say(`${pages} pages of questions; ${triage.level}, ${first}, as in Node`);
  assert.equal(await browser.run(bits), engineBits(), 'the engine gives the bits of Node');
  say('the engine gives the bits of Node');

  await browser.open(`${server.url}/recover/start`);
  await browser.run(() => {
    const field = <Field extends Element>(css: string) => document.querySelector<Field>(css);
    field<HTMLInputElement>('input[name="cause"][value="diagnosis"]')?.click();
    const diagnosis = field<HTMLSelectElement>('select[name="diagnosis"]');
    if (diagnosis) diagnosis.value = 'hamstring-strain/mild';
    for (const css of ['input[value="none"]', 'input[value="left"]']) field<HTMLInputElement>(css)?.click();
    const age = field<HTMLInputElement>('input[name="age"]');
    if (age) age.value = '31';
  });
  await press(browser, 'button', 'Begin');
  await sound(browser);
  await browser.open(`${server.url}/recover/check-in`);
  await sound(browser);
  await browser.run(() => {
    const values = { painMorning: 3, painRest: 2, painWorst: 3, limp: 0, painkillers: 0 };
    document.querySelector<HTMLInputElement>('input[name="found"][value="none"]')?.click();
    for (const [id, value] of Object.entries(values))
      document.querySelector<HTMLInputElement>(`input[name="m-${id}"][value="${value}"]`)?.click();
  });
  await press(browser, 'button', 'Save');
  const saved = await browser.run(() => document.querySelector('[role=status]')?.textContent?.trim());
  assert.equal(saved, 'Saved.');
  await keepPicture(browser, 'today');
  for (const path of [
    '/recover/progress',
    '/recover/summary',
    '/recover/plan',
    '/train',
    '/knowledge',
    '/about',
  ]) {
    await browser.open(`${server.url}${path}`);
    await sound(browser);
    await keepPicture(browser, path.slice(1).replaceAll('/', '-'));
  }
  say('a plan, a check-in, progress and summary');

  await browser.open(`${server.url}/recover/more`);
  await press(browser, 'button', 'Delete');
  const gone = await browser.run(() => document.querySelector('main')?.textContent ?? '');
  assert.match(gone, /keeps 0 entries/);
  say('everything deleted');
  assert.deepEqual(browser.complaints() ?? [], [], 'nothing is in the console');
}

/** A function known by its text alone, as `run` sends it. */
function textAs(text: string): () => string {
  return Object.assign(() => '', { toString: () => text });
}

function say(line: string): void {
  console.log(`   ${line}`);
}

/** One heading, a title, nothing that scrolls sideways. */
async function sound(browser: OtherBrowser): Promise<void> {
  const found = await browser.run(() => ({
    where: `${location.pathname} at ${innerWidth} px`,
    headings: document.querySelectorAll('h1').length,
    title: document.title,
    over: document.documentElement.scrollWidth - innerWidth,
  }));
  assert.equal(found.headings, 1, `one heading: ${found.where}`);
  assert.match(found.title, /^\S.* – Backstride$/, found.where);
  assert(found.over <= 0, `scrolls sideways: ${found.where}`);
}

function untilReady(browser: OtherBrowser): Promise<void> {
  return until(
    () => browser.run(async () => (await navigator.serviceWorker.getRegistration())?.active?.state),
    (state) => state === 'activated',
    'the device answers its own pages',
  );
}

async function until<Found>(
  look: () => Promise<Found>,
  is: (found: Found) => boolean,
  what: string,
): Promise<void> {
  const begin = performance.now();
  while (!is(await look())) {
    assert(performance.now() - begin < PATIENCE_MS, `in time: ${what}`);
    await wait(100);
  }
}

/** Presses what says this, with the mouse, and waits for the page that comes. */
async function press(browser: OtherBrowser, css: string, text: string): Promise<void> {
  const place = () =>
    browser.run(
      () => `${performance.timeOrigin} ${location.href} ${document.querySelector('h1')?.textContent}`,
    );
  const before = await place();
  const at = await browser.run(
    (within, says) => {
      const found = [...document.querySelectorAll(within)].find((one) =>
        one.textContent?.trim().startsWith(says),
      );
      found?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const box = found?.getBoundingClientRect();
      return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    },
    css,
    text,
  );
  assert(at, `${css} that says “${text}” on ${before}`);
  await browser.press(at.x, at.y);
  await until(
    () => place().catch(() => before),
    (now) => now !== before,
    `another page after “${text}” on ${before}`,
  );
  await until(
    () => browser.run(() => document.readyState),
    (state) => state === 'complete',
    'the page is whole',
  );
}

async function keptAnswers(browser: OtherBrowser): Promise<Answers> {
  const { text } = await browser.run(readKept);
  assert(text, 'answers are kept');
  return JSON.parse(text).answers;
}

async function keepPicture(browser: OtherBrowser, name: string): Promise<void> {
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  const picture = await browser.picture().catch(() => undefined);
  if (picture) writeFileSync(join(folder, `${browser.name.replaceAll(' ', '-')}-${name}.png`), picture);
}

function installed(): readonly (() => Promise<OtherBrowser>)[] {
  const has = (command: string) => spawnSync('which', [command]).status === 0;
  const firefox = ['firefox-esr', 'firefox'].find(has);
  const [webkit] = globSync('/usr/lib/*/webkit2gtk-4.1/MiniBrowser');
  const hasDriver = has('WebKitWebDriver') && has('xvfb-run');
  return [
    ...(firefox ? [() => openFirefox(firefox, WIDTH, HEIGHT)] : []),
    ...(webkit && hasDriver ? [() => openWebKit(webkit, WIDTH, HEIGHT)] : []),
  ];
}
