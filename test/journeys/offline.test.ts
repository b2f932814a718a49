// The application on the device: offline, private, installed whole or not at all, and nothing lost on the way there.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { asked, COOKIE, go, goOn, interview, mark, pathOf, start } from './browser.ts';
import { asksOf, isFromDevice, keptAnswers, untilReady, type Wire } from './device.ts';
import { answer, CALM, heading, onDevice } from './on-device.ts';
import { DESK_WORKER } from './personas.ts';
import { expectNothingSaid } from './privacy.ts';

const device = onDevice();
const { withWire } = device;

test('after the first page a whole interview, its result, the plan and the knowledge are shown without any network', () =>
  withWire(async (wire, page) => {
    await page.goto(wire.url);
    await untilReady(page);
    const before = wire.passed.length;
    await wire.cut();
    await device.phone.context.setOffline(true);
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
    expectNothingSaid(wire.passed.slice(before), device.knowledge);
    await wire.mend();
  }));

test('with a network, no request of an interview carries an answer off the device, and the server learns of no step', () =>
  withWire(async (wire, page) => {
    const said = device.server.log().length;
    await page.goto(wire.url);
    await untilReady(page);
    const before = wire.passed.length;
    await start(page);
    for (let step = 0; step < 9; step += 1) await answer(page);
    expectNothingSaid(wire.passed.slice(before), device.knowledge);
    expect(wire.passed.length, 'the wire was there').toBeGreaterThan(before);
    expect(device.server.log().slice(said)).not.toContain('/assess');
    const answers = await keptAnswers(page);
    expect(asksOf(device.knowledge, answers ?? {})).toHaveLength(9);
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
    (await device.phone.context.cookies(wire.url)).filter(({ name }) => name === COOKIE);

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
      const beside = await device.phone.context.newPage();
      await beside.goto(`${wire.url}/health`);
      await untilReady(beside);
      await beside.close();
      releaseAnswer();
      await arrived;
      expect(await isFromDevice(page)).toBe(true);
      expect(asksOf(device.knowledge, (await keptAnswers(page)) ?? {})).toEqual(asks);
      await expect.poll(() => cookies(wire)).toEqual([]);
      asks.push(await answer(page));
      expect(asksOf(device.knowledge, (await keptAnswers(page)) ?? {})).toEqual(asks);
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
      expect(asksOf(device.knowledge, (await keptAnswers(page)) ?? {})).toEqual(asks);
      await wire.mend();
      // The cookie still holds two answers. It must not take the place of three.
      asks.push(await answer(page));
      expect(asksOf(device.knowledge, (await keptAnswers(page)) ?? {})).toEqual(asks);
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
      expect(asksOf(device.knowledge, (await keptAnswers(page)) ?? {})).toHaveLength(1);
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

test('without JavaScript nothing of this is asked for, and the server answers as before', () =>
  withWire(async (wire) => {
    const context = await device.phone.browser.newContext({ javaScriptEnabled: false });
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
    const session = await device.phone.context.newCDPSession(page);
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
