// Another language in a real browser: chosen on a page, kept by the server and then by the device, offline too, and narrow enough.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { french } from '../../src/pages/index.ts';
import { go, pathOf, type Server } from './browser.ts';
import { isFromDevice, openPhone, openWire, type Phone, startAnyServer, untilReady } from './device.ts';

let server: Server;
let phone: Phone;
beforeAll(async () => {
  [server, phone] = await Promise.all([startAnyServer(), openPhone()]);
});
afterAll(async () => {
  await phone?.discard();
  await server?.stop();
});

const tongueOf = (page: Page) => page.evaluate(() => document.documentElement.lang);
const choose = (page: Page) => go(page, () => page.click('form.languages button'));

test('the language chosen goes over to the device, whose pages speak it offline and come back when it changes', async () => {
  const wire = await openWire(server.url);
  await phone.context.clearCookies();
  const page = await phone.context.newPage();
  try {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(`${wire.url}/recover/start`);
    expect(await tongueOf(page)).toBe('en-GB');
    await choose(page);
    expect([await tongueOf(page), pathOf(page)]).toEqual(['fr-CA', '/recover/start']);
    await untilReady(page);
    await phone.context.setOffline(true);
    await go(page, () => page.goto(`${wire.url}/`));
    expect([await tongueOf(page), await isFromDevice(page)]).toEqual(['fr-CA', true]);
    await go(page, () => page.click('form[action="/assess/start"] button'));
    expect(await page.textContent('main')).toContain(french.answers.tickAll);
    // The question itself comes from the dictionary on the device.
    expect(await page.textContent('legend h1')).toContain('Est-ce que');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await choose(page);
    expect([await tongueOf(page), pathOf(page)]).toEqual(['en-GB', '/assess/step/1']);
    await go(page, () => page.goto(`${wire.url}/about`));
    expect(await tongueOf(page)).toBe('en-GB');
  } finally {
    await phone.context.setOffline(false);
    await page.close();
    await wire.cut();
  }
});
