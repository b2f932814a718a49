// Four runners from the start page to their result, with and without JavaScript. What a wide screen changes the matrix looks at, page by page.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answeredPages } from '../../src/app/answer-sheet.ts';
import type { KnowledgeBase } from '../../src/knowledge/index.ts';
import {
  expectAccessible,
  expectNothingStored,
  expectSound,
  go,
  goOn,
  mark,
  openSite,
  type Persona,
  pathOf,
  type Site,
  start,
  toResult,
} from './browser.ts';
import { AFTER_A_FLIGHT, DESK_WORKER, EMERGENCY, everythingSaid, SPRINTER } from './personas.ts';
import { testPrivacy } from './privacy.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

/** Names of the causes shown in full, most probable first. */
const causes = (page: Page): Promise<string[]> =>
  page
    .locator('article.cause h3')
    .evaluateAll((all) => all.map((one) => one.firstChild?.textContent?.trim() ?? ''));

const namesOf = ({ conditions }: KnowledgeBase, part: string): readonly string[] =>
  conditions.filter(({ id }) => id.includes(part)).map(({ name }) => name);

const levelOf = async (page: Page): Promise<string> =>
  (await page.locator('section.care').getAttribute('class'))?.replace('care care-', '') ?? '';

/** The list items from one heading of the page to the next. */
const linesUnder = (page: Page, heading: string): Promise<string[]> =>
  page.evaluate((text) => {
    const from = [...document.querySelectorAll('h2')].find((one) => one.textContent === text);
    const lines: string[] = [];
    for (let next = from?.nextElementSibling; next && next.tagName !== 'H2'; next = next.nextElementSibling) {
      if (next.tagName === 'H3') lines.push(`# ${next.textContent}`);
      for (const item of next.querySelectorAll('li')) lines.push(item.textContent ?? '');
    }
    return lines;
  }, heading);

interface Journey {
  readonly who: string;
  readonly persona: Persona;
  readonly ends: (page: Page) => Promise<void>;
}

const JOURNEYS: readonly Journey[] = [
  {
    who: 'a sprinter who felt a pop is sent to a clinician within days, with hamstring causes first',
    persona: SPRINTER,
    ends: async (page) => {
      expect(['emergency', 'same-day', 'within-days']).toContain(await levelOf(page));
      const shown = await causes(page);
      const hamstring = namesOf(site.knowledge, 'hamstring');
      expect(hamstring).toContain(shown[0]);
    },
  },
  {
    who: 'a desk worker whose leg tingles on sitting sees sciatica among the causes',
    persona: DESK_WORKER,
    ends: async (page) => {
      const [sciatica] = namesOf(site.knowledge, 'sciatica');
      expect(await causes(page)).toContain(sciatica);
    },
  },
  {
    who: 'somebody numb between the legs sees the emergency number at once, and nothing that distracts',
    persona: EMERGENCY,
    ends: expectEmergency('999'),
  },
  {
    who: 'a swollen calf after a flight is to be seen today, and nobody tells it to be rubbed',
    persona: AFTER_A_FLIGHT,
    ends: async (page) => {
      expect(['same-day', 'emergency']).toContain(await levelOf(page));
      const [clot] = namesOf(site.knowledge, 'deep-vein-thrombosis');
      expect(await causes(page)).toContain(clot);
      // To leave rubbing out, or why it is not advised, may and should be said.
      const lines = await linesUnder(page, 'What to do today');
      const end = lines.findIndex((line) => line.startsWith('# '));
      const advised = [
        ...lines.slice(0, end < 0 ? undefined : end),
        ...(await page.locator('section.care li').allTextContents()),
        ...(await linesUnder(page, 'Do this as well')),
      ];
      expect(advised.length).toBeGreaterThan(0);
      const rubbing = advised.filter((line) => /massag|roll|rub\b/i.test(line));
      expect(rubbing.filter((line) => !/^(do not|don’t|no) /i.test(line))).toEqual([]);
    },
  },
];

function expectEmergency(number: string) {
  return async (page: Page) => {
    expect(await levelOf(page)).toBe('emergency');
    const call = page.locator('.call a');
    expect(await call.getAttribute('href')).toBe(`tel:${number}`);
    expect(await call.innerText()).toBe(number);
    expect(await page.locator('article.cause').count()).toBe(0);
    const text = await page.locator('main').innerText();
    for (const { name } of site.knowledge.conditions) expect(text).not.toContain(name);
    const links = await page.locator('a').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    expect(links).toEqual(['#main', `tel:${number}`, '/assess/check']);
  };
}

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('%s', (_, javaScriptEnabled) => {
  /** Questions that axe has looked at; most people are asked some of the same. */
  const seen = new Set<string>();
  test.each(JOURNEYS)('$who', async ({ persona, ends }) => {
    const page = await site.visit({ javaScriptEnabled });
    const examine = async (_?: Page, ask?: string) => {
      await expectSound(page);
      if (!javaScriptEnabled) return;
      await expectNothingStored(page);
      if (ask !== undefined && seen.has(ask)) return;
      await expectAccessible(page);
      if (ask !== undefined) seen.add(ask);
    };
    await examine();
    await toResult(page, persona, examine);
    expect(pathOf(page)).toBe('/assess/result');
    await ends(page);
    await page.context().close();
  });
});

test('an emergency is one page away from the first tick, whatever was to be asked next', async () => {
  const page = await site.visit();
  await start(page);
  await mark(page, EMERGENCY);
  await goOn(page);
  expect(pathOf(page)).toBe('/assess/result');
  await page.goto(`${site.url}/assess`);
  expect(pathOf(page), 'coming back does not lead past it').toBe('/assess/result');
  await page.context().close();
});

test.each([
  ['en-GB', 'GB', '999'],
  ['en-CA', 'CA', '911'],
  ['en-FR', 'FR', '112'],
])('the number to call is that of the place: %s', async (locale, place, number) => {
  expect(site.knowledge.places.find(({ id }) => id === place)?.emergency).toBe(number);
  const page = await site.visit({ locale });
  await toResult(page, EMERGENCY);
  await expectEmergency(number)(page);
  await page.getByLabel('Numbers for').selectOption('US');
  await go(page, () => page.getByRole('button', { name: 'Show' }).click());
  await expectEmergency('911')(page);
  await page.context().close();
});

describe('the result', () => {
  test.each([
    ['sprinter', SPRINTER],
    ['emergency', EMERGENCY],
    ['after a flight', AFTER_A_FLIGHT],
  ])('can be read in the dark and in the colours of the system: %s', async (_, persona) => {
    const page = await site.visit();
    await site.sayAlready(page, everythingSaid(site.knowledge, persona));
    await page.goto(`${site.url}/assess/result`);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page);
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme, forcedColors: 'active' });
      // The system sees to contrast here, and axe reads the colours from before they were forced.
      await expectAccessible(page, ['color-contrast']);
      await expectSound(page);
    }
    await page.context().close();
  });
});

describe('at 320 pixels, a desk window enlarged four times', () => {
  /** What was looked at already; most people are asked some of the same. */
  const seen = new Set<string>();
  test.each([
    ['sprinter', SPRINTER],
    ['desk worker', DESK_WORKER],
    ['emergency', EMERGENCY],
    ['after a flight', AFTER_A_FLIGHT],
  ])('no page scrolls sideways: %s', async (_, persona) => {
    const page = await site.visit({ viewport: { width: 320, height: 200 }, deviceScaleFactor: 4 });
    const answers = everythingSaid(site.knowledge, persona);
    await site.sayAlready(page, answers);
    const steps = answeredPages(site.knowledge, answers).map((asks, index) => ({
      asks: asks.kind === 'screen' ? asks.screen.id : asks.finding.id,
      path: `/assess/step/${index + 1}`,
    }));
    const show = async (path: string) => {
      await page.goto(`${site.url}${path}`);
      expect(pathOf(page)).toBe(path.replace(/\?.*/, ''));
      await expectSound(page);
    };
    for (const { asks, path } of steps) {
      if (seen.has(asks)) continue;
      await show(path);
      seen.add(asks);
    }
    for (const path of ['/assess/check', '/assess/result']) await show(path);
    if (persona === SPRINTER) {
      for (const path of ['/', '/about', '/knowledge', '/tea', '/assess/step/1?each=1']) await show(path);
    }
    await page.goto(`${site.url}/assess/step/1`);
    for (const ticked of await page.locator('input:checked').all()) await ticked.click();
    await goOn(page);
    expect(await page.title()).toMatch(/^Error: /);
    await expectSound(page);
    await page.context().close();
  });
});

describe('privacy', () => {
  testPrivacy(() => site);
});
