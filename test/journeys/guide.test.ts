// Reading: from the home page to a page of the guide, to a claim, to its source, and on to the interview. On a phone, with the keyboard,
// without scripts, in the other language, and on a device without a network.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { go, openSite, pathOf, type Site, startServer } from './browser.ts';
import { isFromDevice, openPhone, type Phone, untilReady } from './device.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

const follow = (page: Page, name: string | RegExp) =>
  go(page, () => page.locator('main').getByRole('link', { name }).first().click());

describe.each([
  { name: 'with scripts', options: {} },
  { name: 'without scripts', options: { javaScriptEnabled: false } },
])('somebody reads, $name', ({ options }) => {
  test('from home to a claim, its source, and on to the interview', async () => {
    const page = await site.visit(options);
    await follow(page, 'guide');
    expect(pathOf(page)).toBe('/guide');
    await follow(page, 'Cramp, fluids and salt');
    expect(await page.locator('main h1').textContent()).toBe('Cramp, fluids and salt');
    // When to get help comes before anything that is taught.
    expect(await page.locator('main h2').first().textContent()).toContain('Call the emergency number now if');
    await follow(page, /not true/);
    expect(pathOf(page)).toBe('/claims/cramp-from-dehydration');
    expect(await page.locator('main').textContent()).toContain('Not yet reviewed by a clinician.');
    await follow(page, 'hoffman2015');
    expect(pathOf(page)).toBe('/knowledge/sources/hoffman2015');
    await follow(page, /Cramp mostly comes from too little water/);
    await follow(page, 'Cramp, fluids and salt');
    await follow(page, 'Answer the questions');
    expect(pathOf(page)).toBe('/');
    await go(page, () => page.getByRole('button', { name: 'Start now' }).click());
    expect(pathOf(page)).toBe('/assess/step/1');
    await page.context().close();
  });

  test('searches, finds what was found marked, and is helped when nothing was', async () => {
    const page = await site.visit({ ...options, at: '/guide' });
    await page.getByRole('searchbox').fill('electrolytes cramp');
    await go(page, () => page.getByRole('button', { name: 'Search' }).click());
    expect(await page.locator('.hits mark').count()).toBeGreaterThan(0);
    await page.getByRole('searchbox').fill('zzzzqqq');
    await go(page, () => page.getByRole('button', { name: 'Search' }).click());
    expect(await page.locator('h1').textContent()).toBe('Nothing found for “zzzzqqq”');
    await follow(page, 'All pages of the guide');
    expect(pathOf(page)).toBe('/guide');
    expect(site.log(), 'what was searched for').not.toContain('zzzzqqq');
    expect(site.log(), 'what was read').not.toMatch(/cramp-and-fluids|cramp-from/);
    await page.context().close();
  });
});

test('the keyboard reaches a claim and opens the list of claims', async () => {
  const page = await site.visit({ at: '/guide/warm-up' });
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
  for (let presses = 0; presses < 40 && !(await focused()).endsWith('partly true'); presses++) {
    await page.keyboard.press('Tab');
  }
  await go(page, () => page.keyboard.press('Enter'));
  expect(pathOf(page)).toBe('/claims/tight-without-warm-up');
  await page.goBack();
  await page.locator('summary').focus();
  await page.keyboard.press('Enter');
  expect(await page.locator('details .claims li').count()).toBe(4);
  await page.context().close();
});

test('in French the frame is French, and the guide says that it is English', async () => {
  const page = await site.visit({ locale: 'fr-CA', at: '/guide/warm-up' });
  expect(await page.locator('html').getAttribute('lang')).toBe('fr-CA');
  expect(await page.locator('article').getAttribute('lang')).toBe('en-GB');
  expect(await page.locator('main').textContent()).toContain('Ce guide est en anglais pour le moment.');
  await page.context().close();
});

describe('on a device', () => {
  let phone: Phone;
  let server: Awaited<ReturnType<typeof startServer>>;
  beforeAll(async () => {
    server = await startServer(new Uint8Array(32).fill(3));
    phone = await openPhone();
  });
  afterAll(async () => {
    await phone?.discard();
    await server?.stop();
  });

  test('the guide arrives by itself and is read and searched without a network', async () => {
    const page = await phone.context.newPage();
    await page.goto(server.url);
    await untilReady(page);
    await page.goto(`${server.url}/about`);
    const isKept = () =>
      page.evaluate(async () => (await (await caches.open('guide-of-backstride')).keys()).length);
    await expect.poll(isKept, { timeout: 30_000 }).toBe(1);
    await server.stop();
    await page.goto(`${server.url}/guide`);
    expect(await isFromDevice(page)).toBe(true);
    await follow(page, 'Heat and cold');
    await follow(page, /partly true/);
    expect(await page.locator('h1').textContent()).toContain('A pulled hamstring needs an ice pack');
    await page.goto(`${server.url}/guide`);
    await page.getByRole('searchbox').fill('sciatica');
    await go(page, () => page.getByRole('button', { name: 'Search' }).click());
    expect(await page.locator('.hits').first().textContent()).toContain('Sciatica');
  });
});
