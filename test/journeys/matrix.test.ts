// Every kind of page in light, dark, forced colours and print, on a narrow and on a wide screen: axe, one heading, a title that
// says where one is, nothing that scrolls sideways, a focus that is seen. With every run each page is looked at in some of
// these ways, in turn, so that every way is taken; `npm run matrix` looks at all pages in all ways.

import { env } from 'node:process';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, expectSound, openSite, type Site, toResult } from './browser.ts';
import { DESK_WORKER } from './personas.ts';
import { beginPlan, checkIn } from './way-back.ts';

const LOOKS = [
  { name: 'light', colorScheme: 'light' },
  { name: 'dark', colorScheme: 'dark' },
  { name: 'forced colours', forcedColors: 'active' },
  { name: 'print', media: 'print' },
] as const;
const WIDTHS = [320, 1280] as const;
const WAYS = WIDTHS.flatMap((width) => LOOKS.map((look) => ({ width, look })));
const SHARE = env.MATRIX === 'all' ? 1 : 8;

const PATHS = [
  '/',
  '/about',
  '/assess/step/1',
  '/assess/step/3',
  '/assess/step/6',
  '/assess/check',
  '/assess/result',
  '/assess/plan',
  '/assess/summary',
  '/recover',
  '/recover/start',
  '/recover/check-in',
  '/recover/plan',
  '/recover/progress',
  '/recover/supplies',
  '/recover/more',
  '/recover/clinician',
  '/recover/exercise/nordic-lower',
  '/recover/summary',
  '/knowledge',
  '/knowledge/hamstring-strain',
  '/knowledge/exercises/plank',
  '/nowhere',
];

let site: Site;
let page: Page;
beforeAll(async () => {
  site = await openSite();
  page = await site.visit();
  await toResult(page, { ...DESK_WORKER, 'pain-severity': 'mild' });
  await beginPlan(page);
  await checkIn(page, { painMorning: 2, painRest: 1, painWorst: 3, limp: 0, painkillers: 0 });
});
afterAll(() => site?.close());

/** Goes to the first link or field of the page by keyboard: it stands out. */
async function expectFocusSeen(where: string): Promise<void> {
  for (let tabs = 0; tabs < 3; tabs += 1) await page.keyboard.press('Tab');
  const seen = await page.evaluate(() => {
    const { activeElement } = document;
    if (!activeElement || activeElement === document.body) return 'nothing has the focus';
    // A hidden radio button shows its focus on its label.
    const shown = [activeElement, activeElement.nextElementSibling, activeElement.parentElement];
    const isSeen = shown.some((element) => {
      if (!element) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
    });
    return isSeen ? 'seen' : `not seen on ${activeElement.outerHTML.slice(0, 120)}`;
  });
  expect(seen, where).toBe('seen');
}

describe.each(WAYS)('at $width px, $look.name', ({ width, look }) => {
  const way = WAYS.findIndex((one) => one.width === width && one.look === look);
  const paths = PATHS.filter((_, index) => index % SHARE === way % SHARE);
  test.each(paths)('%s', async (path) => {
    await page.setViewportSize({ width, height: 800 });
    const { name: _, ...media } = look;
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', media: 'screen', ...media });
    await page.goto(`${site.url}${path}`);
    await expectAccessible(page);
    await expectSound(page);
    if (look.name !== 'print') await expectFocusSeen(`${path} at ${width} px, ${look.name}`);
  });
});

test('at 400 percent, which is 320 pixels wide and 256 high, a question can be answered', async () => {
  await page.emulateMedia({ media: 'screen', colorScheme: 'light', forcedColors: 'none' });
  await page.setViewportSize({ width: 320, height: 256 });
  await page.goto(`${site.url}/assess/step/3`);
  await expectSound(page);
  const button = page.getByRole('button', { name: 'Continue' });
  await button.scrollIntoViewIfNeeded();
  expect((await button.boundingBox())?.width).toBeGreaterThan(80);
});
