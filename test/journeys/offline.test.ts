// The application on the device: offline, private, installed whole or not at all, and nothing lost on the way there.

import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { KnowledgeBase } from '../../src/knowledge/index.ts';
import { configurationFrom, serve } from '../../src/server/index.ts';
import { KNOWLEDGE_FOLDER } from '../../src/store/index.ts';
import { realKnowledge } from '../in-process.ts';
import {
  asked,
  COOKIE,
  expectSound,
  go,
  goOn,
  interview,
  mark,
  pathOf,
  type Server,
  start,
} from './browser.ts';
import {
  asksOf,
  isFromDevice,
  keptAnswers,
  openPhone,
  openWire,
  type Passed,
  type Phone,
  startAnyServer,
  untilReady,
  type Wire,
} from './device.ts';
import { DESK_WORKER } from './personas.ts';
import { idsIn } from './privacy.ts';

let knowledge: KnowledgeBase;
let server: Server;
let phone: Phone;

beforeAll(async () => {
  [knowledge, server, phone] = await Promise.all([realKnowledge(), startAnyServer(), openPhone()]);
});
afterAll(async () => {
  await phone?.discard();
  await server?.stop();
});

/** Each test has a wire of its own, and with it an origin and a store of its own. */
async function withWire(run: (wire: Wire, page: Page) => Promise<void>): Promise<void> {
  const wire = await openWire(server.url);
  // Cookies do not tell ports apart.
  await phone.context.clearCookies();
  const page = await phone.context.newPage();
  try {
    await run(wire, page);
  } finally {
    await phone.context.setOffline(false);
    await page.close();
    await wire.cut();
  }
}

/** Answers the page that is shown; returns what it asked. */
async function answer(page: Page): Promise<string | undefined> {
  const { ask } = await asked(page);
  await mark(page, DESK_WORKER);
  await goOn(page);
  return ask;
}

const FIRST_STEP = '/assess/step/1';
const CALM = { ...DESK_WORKER, 'pain-severity': 'mild' };
const heading = (page: Page) => page.locator('h1').innerText();

/**
 * What may pass once the device answers by itself: looking for a new release (the worker and what it borrows), the hand-over, and the guide, whole and by its
 * hash, so that nobody learns what is read. None has a body.
 */
const MAY_PASS =
  /^(GET \/(sw|import-worker)\.js|GET \/device\/(guide|notes)-[0-9a-f]{16}\.json|(POST|DELETE) \/device\/hand-over)$/;

/** Words of HTTP itself that are also names in the knowledge. */
const OF_EVERY_REQUEST = /same-origin|max-age|no-cache|no-cors|if-none-match|"sec-fetch-[a-z]+":"none"/g;

function expectNothingSaid(passed: readonly Passed[]): void {
  for (const { method, path, headers, body } of passed) {
    expect(`${method} ${path}`).toMatch(MAY_PASS);
    expect(body).toBe('');
    expect(idsIn(headers.replaceAll(OF_EVERY_REQUEST, ''), knowledge)).toEqual([]);
  }
}

test('after the first page a whole interview, its result, the plan and the knowledge are shown without any network', () =>
  withWire(async (wire, page) => {
    await page.goto(wire.url);
    await untilReady(page);
    const before = wire.passed.length;
    await wire.cut();
    await phone.context.setOffline(true);
    await start(page);
    expect(await isFromDevice(page)).toBe(true);
    await interview(page, CALM);
    await go(page, () => page.getByRole('link', { name: 'See your result' }).click());
    expect(await page.getByText('Your answers are kept on this device').first().isVisible()).toBe(true);
    expect(await page.locator('.care').count()).toBeGreaterThan(0);
    await go(page, () => page.getByRole('link', { name: 'What to do now, day by day' }).click());
    expect(pathOf(page)).toBe('/assess/plan');
    await page.goto(`${wire.url}/knowledge`);
    expect(await page.locator('main a').count()).toBeGreaterThan(50);
    expect(await isFromDevice(page)).toBe(true);
    const colour = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(colour, 'the stylesheet is there').toBe('rgb(255, 255, 255)');
    expectNothingSaid(wire.passed.slice(before));
    await wire.mend();
  }));

test('with a network, no request of an interview carries an answer off the device, and the server learns of no step', () =>
  withWire(async (wire, page) => {
    const said = server.log().length;
    await page.goto(wire.url);
    await untilReady(page);
    const before = wire.passed.length;
    await start(page);
    for (let step = 0; step < 9; step += 1) await answer(page);
    expectNothingSaid(wire.passed.slice(before));
    expect(wire.passed.length, 'the wire was there').toBeGreaterThan(before);
    expect(server.log().slice(said)).not.toContain('/assess');
    const answers = await keptAnswers(page);
    expect(asksOf(knowledge, answers ?? {})).toHaveLength(9);
  }));

describe('an interview that began before the device was ready', () => {
  /** Holds back every answer to a path until it is released. */
  const holding = (wire: Wire, path: string) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const before = wire.onAnswer;
    wire.onAnswer = async (passed) => {
      await before(passed);
      if (passed.path === path && (path !== '/assess/step/3' || passed.method === 'POST')) await promise;
    };
    return resolve;
  };
  const cookies = async (wire: Wire) =>
    (await phone.context.cookies(wire.url)).filter(({ name }) => name === COOKIE);

  test('goes on with every answer, also the one that was on its way to the server; then the cookie is deleted', () =>
    withWire(async (wire, page) => {
      const releaseWorker = holding(wire, '/sw.js');
      await page.goto(wire.url);
      await start(page);
      const asks = [await answer(page), await answer(page)];
      expect(await isFromDevice(page)).toBe(false);
      expect(await page.getByText('in a sealed cookie').isVisible()).toBe(true);
      const releaseAnswer = holding(wire, '/assess/step/3');
      asks.push((await asked(page)).ask);
      await mark(page, DESK_WORKER);
      const arrived = page.waitForURL('**/assess/step/4');
      await page.getByRole('button', { name: 'Continue' }).click({ noWaitAfter: true });
      await expect
        .poll(() => wire.passed.some(({ method, path }) => method === 'POST' && path === '/assess/step/3'))
        .toBe(true);
      expect(await cookies(wire)).toHaveLength(1);
      releaseWorker();
      // The page that waits cannot be asked; another one of the same site can.
      const beside = await phone.context.newPage();
      await beside.goto(`${wire.url}/health`);
      await untilReady(beside);
      await beside.close();
      releaseAnswer();
      await arrived;
      expect(await isFromDevice(page)).toBe(true);
      expect(asksOf(knowledge, (await keptAnswers(page)) ?? {})).toEqual(asks);
      await expect.poll(() => cookies(wire)).toEqual([]);
      asks.push(await answer(page));
      expect(asksOf(knowledge, (await keptAnswers(page)) ?? {})).toEqual(asks);
    }));

  test('goes on when the network is lost at the moment the device takes over', () =>
    withWire(async (wire, page) => {
      const releaseWorker = holding(wire, '/sw.js');
      await page.goto(wire.url);
      await start(page);
      const asks = [await answer(page), await answer(page)];
      releaseWorker();
      await untilReady(page);
      await wire.cut();
      asks.push(await answer(page));
      expect(await isFromDevice(page)).toBe(true);
      expect(asksOf(knowledge, (await keptAnswers(page)) ?? {})).toEqual(asks);
      await wire.mend();
      // The cookie still holds two answers. It must not take the place of three.
      asks.push(await answer(page));
      expect(asksOf(knowledge, (await keptAnswers(page)) ?? {})).toEqual(asks);
      await expect.poll(() => cookies(wire)).toEqual([]);
    }));
});

test('a form that another site sends is refused on the device too', () =>
  withWire(async (wire, page) => {
    await page.goto(wire.url);
    await untilReady(page);
    await start(page);
    await answer(page);
    const other = createServer((_, response) => {
      response.setHeader('content-type', 'text/html');
      response.end(`<form method="post" action="${wire.url}/assess/start"><button>Go</button></form>`);
    });
    await new Promise<void>((resolve) => {
      other.listen(0, resolve);
    });
    try {
      await page.goto(`http://localhost:${(other.address() as AddressInfo).port}/`);
      await go(page, () => page.getByRole('button').click());
      expect(await heading(page)).toBe('That form came from another site');
      expect(await isFromDevice(page)).toBe(true);
      expect(asksOf(knowledge, (await keptAnswers(page)) ?? {})).toHaveLength(1);
    } finally {
      other.closeAllConnections();
      other.close();
    }
  }));

test('answers that are deleted are gone from the device', () =>
  withWire(async (wire, page) => {
    await page.goto(wire.url);
    await untilReady(page);
    await start(page);
    await interview(page, { 'saddle-numbness': 'yes' });
    expect(await keptAnswers(page)).toBeDefined();
    await page.goto(`${wire.url}/assess/check`);
    await go(page, () => page.getByRole('button', { name: /Delete/ }).click());
    expect(await heading(page)).toBe('Your answers are deleted');
    expect(await keptAnswers(page)).toBeUndefined();
  }));

describe('a new release', () => {
  const OLD = 'Is any of this happening right now?';
  const NEW = 'Is any of this happening to you now?';
  let folder: string;
  let newer: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'backstride-knowledge-'));
    await cp(KNOWLEDGE_FOLDER, folder, { recursive: true });
    const file = join(folder, 'interview.yaml');
    const text = await readFile(file, 'utf8');
    expect(text).toContain(OLD);
    await writeFile(file, text.replace(OLD, NEW));
    const configuration = configurationFrom({ PORT: '0', BACKSTRIDE_COMMENTS: 'off' });
    if (!configuration.ok) throw new Error(configuration.refusal.join('\n'));
    newer = await serve({ ...configuration.value, tries: 0, knowledge: folder, log: () => {} });
  });
  afterAll(async () => {
    await newer?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** Looks for a new release; returns the state in which it ends up. */
  const update = (page: Page) =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update().catch(() => {});
      const worker = registration.installing ?? registration.waiting;
      if (!worker) return 'none';
      while (worker.state === 'installing') {
        await new Promise((resolve) => worker.addEventListener('statechange', resolve, { once: true }));
      }
      return worker.state;
    });
  const isWaiting = (page: Page) =>
    page.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null);

  test('waits while an interview is under way, which goes on as it began even after all pages were closed', () =>
    withWire(async (wire, first) => {
      let page = first;
      await page.goto(wire.url);
      await untilReady(page);
      await start(page);
      expect(await heading(page)).toContain(OLD);
      await answer(page);
      wire.connect(newer.url);
      expect(await update(page)).toBe('installed');
      await answer(page);
      await page.goto(wire.url);
      expect(await isWaiting(page), 'the start page does not let it in now').toBe(true);
      await page.goto(`${wire.url}/assess/step/1`);
      expect(await heading(page)).toContain(OLD);

      await page.close();
      page = await phone.context.newPage();
      await page.goto(`${wire.url}/assess`);
      await expect.poll(() => isWaiting(page)).toBe(false);
      await interview(page, CALM);
      await go(page, () => page.getByRole('link', { name: 'See your result' }).click());
      await page.goto(`${wire.url}/about`);
      expect(await page.locator('main').innerText()).toContain(knowledge.hash);

      await page.goto(wire.url);
      await go(page, () => page.getByRole('button', { name: /^Start again/ }).click());
      expect(await heading(page)).toContain(NEW);
      await page.close();
    }));

  test('takes over at the start page when no interview is under way', () =>
    withWire(async (wire, page) => {
      await page.goto(wire.url);
      await untilReady(page);
      // A page that the worker answers: beside one that it does not, a browser lets the new one in by itself.
      await page.goto(wire.url);
      wire.connect(newer.url);
      expect(await update(page)).toBe('installed');
      expect(await isWaiting(page)).toBe(true);
      await page.goto(wire.url);
      await expect.poll(() => isWaiting(page)).toBe(false);
      await start(page);
      expect(await heading(page)).toContain(NEW);
    }));

  test('of which one byte is wrong is not taken, and the old one goes on', () =>
    withWire(async (wire, page) => {
      await page.goto(wire.url);
      await untilReady(page);
      wire.connect(newer.url);
      wire.change = (path, body) =>
        path.startsWith('/device/knowledge-') ? Buffer.from(body.toString().replace(NEW, OLD)) : body;
      expect(await update(page)).toBe('redundant');
      expect(await page.evaluate(() => caches.keys())).toHaveLength(1);
      await start(page);
      expect(await heading(page)).toContain(OLD);
    }));
});

test('without JavaScript nothing of this is asked for, and the server answers as before', () =>
  withWire(async (wire) => {
    const context = await phone.browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(wire.url);
    await start(page);
    await page.locator('input[value="none"]').check();
    await goOn(page);
    expect(pathOf(page)).toBe('/assess/step/2');
    expect(await page.getByText('in a sealed cookie').isVisible()).toBe(true);
    expect(wire.passed.map(({ path }) => path)).not.toContain('/sw.js');
    await context.close();
  }));

test('the first question waits for no script, and a browser can install the app', () =>
  withWire(async (wire, page) => {
    await page.goto(wire.url);
    const blocking = await page.evaluate(
      () =>
        [...document.scripts].filter((script) => !script.async && !script.defer && script.type !== 'module')
          .length,
    );
    expect(blocking).toBe(0);
    const session = await phone.context.newCDPSession(page);
    const { errors, data } = await session.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    const { icons, shortcuts } = JSON.parse(data ?? '{}');
    expect(shortcuts.map(({ url }: { readonly url: string }) => url)).toContain('/recover');
    for (const { src, sizes, type } of icons) {
      const response = await page.request.get(wire.url + src);
      expect(response.headers()['content-type'], src).toBe(type);
      if (type !== 'image/png') continue;
      const png = await response.body();
      expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, src).toBe(sizes);
    }
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
  }));

test('the page that follows a choice is worked out before the press; it writes nothing, and another choice wins', () =>
  withWire(async (wire, page) => {
    const statuses: number[] = [];
    page.on('response', (response) => {
      if (response.request().method() === 'POST') statuses.push(response.status());
    });
    await page.goto(wire.url);
    await untilReady(page);
    await start(page);
    const before = wire.passed.length;
    /** Long enough for the worker to have looked ahead, on most machines; if not, all of this holds as well. */
    const think = () => page.waitForTimeout(500);
    for (let step = 1; step <= 4; step += 1) {
      await mark(page, DESK_WORKER);
      await think();
      const kept = (await keptAnswers(page)) ?? {};
      expect(asksOf(knowledge, kept)).toHaveLength(step - 1);
      await goOn(page);
      expect(asksOf(knowledge, (await keptAnswers(page)) ?? {})).toHaveLength(step);
    }
    expect(statuses, 'the page was there before the press').toContain(204);
    await page.goto(`${wire.url}${FIRST_STEP}`);
    await page.locator('input[value="none"]').setChecked(false);
    const sign = page.locator('input[name="found"]').first();
    await sign.check();
    await think();
    await sign.uncheck();
    await page.locator('input[value="none"]').check();
    await think();
    await sign.check();
    await page.locator('input[value="none"]').uncheck();
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect.poll(() => pathOf(page)).toBe('/assess/result');
    const said = (await keptAnswers(page)) ?? {};
    expect(said[knowledge.screens[0]?.findings[0] ?? '']).toBe('yes');
    expectNothingSaid(wire.passed.slice(before));
  }));

test('the device turns the pages of an interview in place; title, focus, address and the back button do what they did', () =>
  withWire(async (wire, page) => {
    await page.goto(wire.url);
    await untilReady(page);
    await start(page);
    const born = await page.evaluate(() => performance.timeOrigin);
    const asks = [(await asked(page)).ask];
    const headings = [await heading(page)];
    for (let step = 2; step <= 5; step += 1) {
      await answer(page);
      expect(pathOf(page)).toBe(`/assess/step/${step}`);
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
      expect(await page.evaluate(() => scrollY)).toBe(0);
      asks.push((await asked(page)).ask);
      headings.push(await heading(page));
      await expectSound(page);
    }
    expect(new Set(asks).size).toBe(5);

    await page.getByRole('button', { name: 'Continue' }).click();
    const summary = page.locator('.error-summary');
    await summary.waitFor();
    expect(await page.title()).toMatch(/^Error: /);
    expect(await summary.evaluate((one) => one === document.activeElement)).toBe(true);
    expect(pathOf(page)).toBe('/assess/step/5');
    // A place on the page is no page.
    await summary.locator('a').first().click();
    expect(await summary.isVisible()).toBe(true);
    expect(new URL(page.url()).hash).not.toBe('');
    await page.goBack();

    await page.goBack();
    await expect.poll(() => heading(page)).toBe(headings[3]);
    expect((await asked(page)).marked.length, 'what was said is ticked').toBeGreaterThan(0);
    await page.goForward();
    await expect.poll(() => heading(page)).toBe(headings[4]);
    expect(await page.evaluate(() => performance.timeOrigin), 'all in one document').toBe(born);

    await page.reload();
    expect(await heading(page)).toBe(headings[4]);
    expect(asksOf(knowledge, (await keptAnswers(page)) ?? {})).toEqual(asks.slice(0, 4));
    await interview(page, CALM);
    expect(pathOf(page)).toBe('/assess/check');
  }));
