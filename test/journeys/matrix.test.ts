// Every page in light, dark, forced colours and print, on a narrow and on a wide screen, and in French on a narrow one: axe, one
// heading, a title that says where one is, nothing that scrolls sideways, a focus that is seen. With every run each page is looked
// at in one of these ways, in turn; `npm run matrix` looks at all pages in all ways.

import { env } from 'node:process';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGE_COOKIE } from '../../src/app/index.ts';
import { newFolder, removeFolders } from '../databases.ts';
import { expectAccessible, expectSound, go, openSite, type Site, toResult } from './browser.ts';
import { makeEditor, PASSWORD } from './editor.ts';
import { DESK_PAGES, PAGES } from './every-page.ts';
import { DESK_WORKER } from './personas.ts';
import { beginPlan, checkIn, press } from './way-back.ts';

const LOOKS = [
  { name: 'light', colorScheme: 'light' },
  { name: 'dark', colorScheme: 'dark' },
  { name: 'forced colours', forcedColors: 'active' },
  { name: 'print', media: 'print' },
] as const;
const WIDTHS = [320, 1280] as const;
const WAYS = [
  ...WIDTHS.flatMap((width) => LOOKS.map((look) => ({ width, look, language: 'en-GB' }))),
  { width: 320, look: LOOKS[0], language: 'fr-CA' },
];
const SHARE = env.MATRIX === 'all' ? 1 : WAYS.length;

const NOWHERE = '/nowhere';
const PATHS = [...Object.values({ ...PAGES, ...DESK_PAGES }).flat(), NOWHERE];

let site: Site;
let page: Page;
/** Somebody who has just come: whoever has a plan is led past the page where one begins. */
let newcomer: Page;
let run: string;
beforeAll(async () => {
  const store = { BACKSTRIDE_DATA: newFolder(), DATABASE_URL: '', BACKSTRIDE_COMMENTS: '' };
  await makeEditor({ ...process.env, ...store }, 'ann');
  site = await openSite(store);
  page = await site.visit({ at: '/desk/sign-in' });
  await page.locator('#login').fill('ann');
  await page.locator('#password').fill(PASSWORD);
  await go(page, () => page.locator('#password').press('Enter'));
  await page.goto(site.url);
  await toResult(page, { ...DESK_WORKER, 'pain-severity': 'mild' });
  await beginPlan(page);
  await checkIn(page, { painMorning: 2, painRest: 1, painWorst: 3, limp: 0, painkillers: 0 });
  run = await addRun(page);
  newcomer = await site.visit();
});
afterAll(async () => {
  await site?.close();
  removeFolders();
});

/** Adds a run by hand; returns its page. */
async function addRun(on: Page): Promise<string> {
  await on.goto(`${site.url}/train/add`);
  await on.getByLabel('Minutes').fill('30');
  await on.getByLabel('Distance in').fill('5');
  await press(on, 'Add it');
  await on.goto(`${site.url}/train/all`);
  const href = await on.locator('a[href^="/train/runs/"]').first().getAttribute('href');
  if (!href) throw new Error('The run is in no list.');
  return href;
}

/** Goes to the first link or field of the page by keyboard: it stands out. */
async function expectFocusSeen(on: Page, where: string): Promise<void> {
  for (let tabs = 0; tabs < 3; tabs += 1) await on.keyboard.press('Tab');
  const seen = await on.evaluate(() => {
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

const choose = (on: Page, language: string) =>
  on.context().addCookies([{ name: LANGUAGE_COOKIE, value: language, url: site.url }]);

describe.each(WAYS)('at $width px, $look.name, $language', ({ width, look, language }) => {
  const way = WAYS.findIndex((one) => one.width === width && one.look === look && one.language === language);
  const paths = PATHS.filter((_, index) => index % SHARE === way % SHARE);
  test.each(paths)('%s', async (path) => {
    const on = path === '/recover/start' ? newcomer : page;
    await choose(on, language);
    await on.setViewportSize({ width, height: 800 });
    const { name: _, ...media } = look;
    await on.emulateMedia({ colorScheme: 'light', forcedColors: 'none', media: 'screen', ...media });
    const asked = site.url + (path === '/train/runs/:id' ? run : path);
    const answer = await on.goto(asked);
    expect([answer?.status(), on.url()]).toEqual([path === NOWHERE ? 404 : 200, asked]);
    await expectAccessible(on);
    await expectSound(on, language);
    if (look.name !== 'print') await expectFocusSeen(on, `${path} at ${width} px, ${look.name}`);
  });
});

test('the browser had nothing to complain of, the security policy neither', () => {
  expect(site.complaints).toEqual([]);
});

test('at 400 percent, which is 320 pixels wide and 256 high, a question can be answered', async () => {
  await choose(page, 'en-GB');
  await page.emulateMedia({ media: 'screen', colorScheme: 'light', forcedColors: 'none' });
  await page.setViewportSize({ width: 320, height: 256 });
  await page.goto(`${site.url}/assess/step/3`);
  await expectSound(page);
  const button = page.getByRole('button', { name: 'Continue' });
  await button.scrollIntoViewIfNeeded();
  expect((await button.boundingBox())?.width).toBeGreaterThan(80);
});
