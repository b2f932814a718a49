// From the result to the plan, on a phone without JavaScript; the same page read by axe, which needs it.

import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  expectAccessible,
  expectSound,
  go,
  openSite,
  PHONE,
  pathOf,
  type Site,
  toResult,
} from './browser.ts';
import { DESK_WORKER, SPRINTER } from './personas.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

/** Without it the pain is "not sure", and that locks the plan. */
const CALM = { 'pain-severity': 'mild' };
const follow = (page: Awaited<ReturnType<Site['visit']>>) =>
  go(page, () => page.getByRole('link', { name: 'What to do now, day by day' }).click());

test('a phone without JavaScript goes from the result to the week and to an exercise', async () => {
  const page = await site.visit({ javaScriptEnabled: false, viewport: PHONE, at: '/' });
  await toResult(page, { ...SPRINTER, ...CALM });
  await follow(page);
  expect(pathOf(page)).toBe('/assess/plan');
  expect(await page.getByRole('heading', { name: 'This week' }).isVisible()).toBe(true);
  await expectSound(page);
  await go(page, () => page.locator('a[href^="/knowledge/exercises/"]').first().click());
  expect(pathOf(page)).toMatch(/^\/knowledge\/exercises\//);
  await page.context().close();
});

test('the plan can be read by everybody and scrolls not sideways at 320 pixels', async () => {
  const page = await site.visit({ viewport: { width: 320, height: 640 }, at: '/' });
  await toResult(page, { ...DESK_WORKER, ...CALM });
  await follow(page);
  await expectAccessible(page);
  await expectSound(page);
  await page.context().close();
});
