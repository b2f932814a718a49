// The body picture and the drawings of the self-tests in a real browser: choosing by pointer, by keyboard and without
// scripts; nothing lost for those who see no picture.

import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Finding } from '../../src/knowledge/index.ts';
import type { Answers } from '../../src/vocabulary/index.ts';
import {
  answersSoFar,
  asked,
  DESK,
  expectAccessible,
  expectSound,
  go,
  goOn,
  openSite,
  PHONE,
  type Site,
} from './browser.ts';
import { testPrivacy } from './privacy.ts';

const SMALL = { width: 320, height: 640 };
/** Smallest target of WCAG 2.2 (2.5.8), CSS pixels. */
const LEAST_TARGET = 24;

let site: Site;
let page: Page;
beforeAll(async () => {
  site = await openSite();
});
afterEach(() => page.context().close());
afterAll(() => site?.close());

/** The first question with a body picture; which one it is, is for the knowledge to say. */
const onPicture = (): Finding => {
  const finding = site.knowledge.findings.find(({ states }) => states.every(({ regions }) => regions));
  if (!finding) throw new Error('No question has a body picture.');
  return finding;
};
const selfTests = () => site.knowledge.findings.filter(({ selfTest }) => selfTest);

/** Opens a question by "change" on the list of answers, so that it does not matter when the interview asks it. */
async function open(finding: Finding, answer = 'unsure'): Promise<void> {
  const screens = site.knowledge.screens.flatMap(({ findings }) => findings.map((id) => [id, 'no'] as const));
  const answers: Answers = { ...Object.fromEntries(screens), [finding.id]: answer };
  await site.sayAlready(page, answers);
  await page.goto(`${site.url}/assess/check`);
  await go(page, () => page.getByRole('link', { name: `Change ${finding.short}`, exact: true }).click());
}

const chosen = async () => (await asked(page)).marked;

/** Every place to choose, in the order of the list: a state after its parts. */
const places = ({ states }: Finding) =>
  states.flatMap((state) => [
    ...(state.parts ?? []).map(({ id, label }) => ({ id, label, isPressed: true })),
    { id: state.id, label: state.label, isPressed: !state.parts },
  ]);

/** A point inside the painted shape of each region of a state, in the window. */
function regionPoints(
  index: number,
): Promise<readonly { x: number; y: number; width: number; height: number; side: string | undefined }[]> {
  return page
    .locator('.layer')
    .nth(index)
    .locator('path')
    .evaluateAll((paths) =>
      (paths as SVGPathElement[]).map((path) => {
        const { left, top, width, height } = path.getBoundingClientRect();
        const side = path.closest<SVGElement>('[data-side]')?.dataset.side;
        return { x: left + width / 2, y: top + height / 2, width, height, side };
      }),
    );
}

describe.each([
  ['with JavaScript', true, 'a small phone', SMALL],
  ['without JavaScript', false, 'a desk', DESK],
] as const)('the body picture %s', (_, javaScriptEnabled, where, viewport) => {
  test(`chooses where it is pressed, on ${where}`, async () => {
    page = await site.visit({ viewport, javaScriptEnabled });
    const finding = onPicture();
    await open(finding);
    expect(await chosen()).toEqual(['answer=unsure']);
    for (const [index, place] of places(finding).entries()) {
      if (!place.isPressed) continue;
      for (const leg of (await regionPoints(index)).keys()) {
        await page.locator('input[value=unsure]').check();
        await page.locator('.body svg').scrollIntoViewIfNeeded();
        const { [leg]: point } = await regionPoints(index);
        if (!point) throw new Error(`No region ${leg} of ${place.id}.`);
        expect(Math.min(point.width, point.height), place.id).toBeGreaterThanOrEqual(LEAST_TARGET);
        await page.mouse.click(point.x, point.y);
        const side = javaScriptEnabled ? [`side=${point.side}`] : [];
        expect(await chosen(), `region ${leg}`).toEqual([`answer=${place.id}`, ...side]);
      }
    }
    // What is chosen by list lights up on its side only.
    const part = places(finding).findIndex(({ id }) => id === 'upper-outer');
    await page.locator('input[value=upper-outer]').check();
    await page.locator('input[value=right]').check();
    const shown = await page
      .locator('.layer')
      .nth(part)
      .locator('path')
      .evaluateAll((paths) => paths.map((path) => Number(getComputedStyle(path).fillOpacity) > 0));
    expect(shown).toEqual([true, false]);
    await goOn(page);
    expect((await answersSoFar(page)).get(finding.short)).toBe('Upper thigh, outer side – right');
    await page.goto(`${site.url}/assess/summary`);
    expect(await page.locator('.summary').innerText()).toContain(
      'Worst place: Upper thigh, outer side – right',
    );
  });

  test('chooses nothing where the body has no region, nor beside it', async () => {
    page = await site.visit({ viewport: PHONE, javaScriptEnabled });
    await open(onPicture());
    const box = await page.locator('.body svg').boundingBox();
    if (!box) throw new Error('There is no picture.');
    // The kneecap, between the calves, and the belly.
    for (const [x, y] of [
      [0.745, 0.71],
      [0.288, 0.7],
      [0.806, 0.36],
    ] as const) {
      await page.mouse.click(box.x + box.width * x, box.y + box.height * y);
      expect(await chosen()).toEqual(['answer=unsure']);
    }
  });
});

describe('the body picture', () => {
  /** Opacity of what each layer paints. */
  const lit = () =>
    page
      .locator('.layer')
      .evaluateAll((layers) =>
        layers.map((layer) => Number(getComputedStyle(layer.querySelector('path') as Element).fillOpacity)),
      );

  test('lights up what the pointer is over, in the list and in the picture', async () => {
    page = await site.visit({ viewport: DESK });
    await open(onPicture());
    expect(new Set(await lit())).toEqual(new Set([0]));
    await page.locator('.said').nth(3).hover();
    expect((await lit()).map((one) => one > 0).indexOf(true)).toBe(3);
    const [point] = await regionPoints(1);
    await page.mouse.move(point?.x ?? 0, point?.y ?? 0);
    expect((await lit()).map((one) => one > 0)).toEqual((await lit()).map((_, index) => index === 1));
    const [right, left] = await page
      .locator('.layer')
      .nth(1)
      .locator('path')
      .evaluateAll((paths) => paths.map((path) => Number(getComputedStyle(path).fillOpacity)));
    expect(right, 'the leg that is pointed at').toBeGreaterThan(0);
    expect(left, 'not the other').toBe(0);
    const backgrounds = await page
      .locator('.choice')
      .evaluateAll((rows) => rows.map((row) => getComputedStyle(row).backgroundColor));
    expect(backgrounds[1], 'its row in the list too').not.toBe(backgrounds[0]);
  });

  test('follows the arrow keys, and never has the focus itself', async () => {
    page = await site.visit({ viewport: PHONE });
    const all = places(onPicture());
    await open(onPicture(), all[0]?.id);
    await page.locator('input[name=answer]').first().focus();
    for (const [index, place] of all.entries()) {
      expect(await chosen()).toEqual([`answer=${place.id}`]);
      const opacity = await lit();
      expect(opacity.indexOf(Math.max(...opacity))).toBe(index);
      await page.keyboard.press('ArrowDown');
    }
    expect(await chosen()).toEqual(['answer=unsure']);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.id), 'the side is next').toBe('side');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BUTTON');
  });

  test('is not there for a screen reader: the list has each answer once, under its own name', async () => {
    page = await site.visit({ viewport: PHONE });
    const { question } = onPicture();
    await open(onPicture());
    const tree = await page.getByRole('group', { name: question }).ariaSnapshot();
    const radios = [...tree.matchAll(/radio "([^"]*)"/g)].map(([, name]) => name);
    expect(radios).toEqual([...places(onPicture()).map(({ label }) => label), 'I am not sure']);
    expect(tree).not.toMatch(/img|From behind|graphics/);
  });

  test('has regions that do not overlap', async () => {
    page = await site.visit({ viewport: DESK });
    await open(onPicture());
    const shared = await page.evaluate(() => {
      const layers = [...document.querySelectorAll('.layer:not(:has(.shown))')].map((layer) => [
        ...layer.querySelectorAll('path'),
      ]);
      const { left, top, width, height } = (
        document.querySelector('.body svg') as Element
      ).getBoundingClientRect();
      const isIn = (path: SVGPathElement, x: number, y: number) => {
        const point = new DOMPoint(x, y).matrixTransform(path.getScreenCTM()?.inverse());
        return path.isPointInFill(point);
      };
      const seen = { once: 0, more: 0 };
      for (let x = left; x < left + width; x += 3)
        for (let y = top; y < top + height; y += 3) {
          const hits = layers.filter((paths) => paths.some((path) => isIn(path, x, y))).length;
          if (hits === 1) seen.once++;
          if (hits > 1) seen.more++;
        }
      return seen;
    });
    expect(shared.once).toBeGreaterThan(1000);
    expect(shared.more).toBeLessThanOrEqual(3);
  });

  test.each([
    ['light', {}],
    ['dark', { colorScheme: 'dark' }],
    ['forced colours', { forcedColors: 'active' }],
  ] as const)('is sound and accessible at 320 pixels: %s', async (_name, emulated) => {
    page = await site.visit({ viewport: SMALL, ...emulated });
    await open(onPicture(), onPicture().states[3]?.id);
    await expectSound(page);
    await expectAccessible(page);
    const { fill, skin } = await page.evaluate(() => ({
      fill: getComputedStyle(document.querySelector('input:checked ~ .layer path') as Element).fill,
      skin: getComputedStyle(document.querySelector('.skin') as Element).fill,
    }));
    expect(fill, 'what is chosen differs from the rest').not.toBe(skin);
  });

  test('is printed with what is chosen', async () => {
    page = await site.visit({ viewport: DESK });
    await open(onPicture(), onPicture().states[3]?.id);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.body').isVisible()).toBe(true);
    expect((await lit())[3]).toBeGreaterThan(0);
    expect(await page.getByRole('button', { name: 'Continue' }).isVisible()).toBe(false);
  });

  test('adds little to a page: everything of the question stays below 15 kB compressed', async () => {
    page = await site.visit({ viewport: PHONE });
    await open(onPicture());
    const weight = await page.evaluate(async () => {
      const css = [...document.styleSheets].flatMap((one) => [...one.cssRules].map((rule) => rule.cssText));
      const packed = new Blob([document.documentElement.outerHTML, ...css])
        .stream()
        .pipeThrough(new CompressionStream('gzip'));
      return (await new Response(packed).arrayBuffer()).byteLength;
    });
    expect(weight).toBeGreaterThan(3_000);
    expect(weight).toBeLessThan(15_000);
  });
});

describe('the drawings of a self-test', () => {
  test.each([
    ['light', 0, SMALL, {}],
    ['dark', 1, DESK, { colorScheme: 'dark' }],
  ] as const)(
    'are sound, accessible and each beside its words: %s',
    async (_name, at, viewport, emulated) => {
      page = await site.visit({ viewport, ...emulated });
      expect(selfTests().length).toBeGreaterThanOrEqual(10);
      for (const [index, finding] of selfTests().entries()) {
        await open(finding);
        await expectSound(page);
        // They are made alike: axe looks at some of them in each look.
        if (index % 3 === at) await expectAccessible(page);
        const drawings = page.locator('.positions figure');
        expect(await drawings.count(), finding.id).toBe(finding.selfTest?.figure?.length);
        for (const drawing of await drawings.all()) {
          const svg = await drawing.locator('svg').boundingBox();
          expect(svg?.width, finding.id).toBeGreaterThan(90);
          expect(svg?.height, finding.id).toBeGreaterThan(30);
          expect((await drawing.locator('figcaption').innerText()).length).toBeGreaterThan(10);
        }
      }
    },
  );
});

describe('the drawings of an exercise', () => {
  /** A leg from each side, lying, from the front, with kit, and one without a film. */
  const SOME = ['diver', 'extender', 'band-side-step', 'hip-thrust', 'easy-bike', 'rotating-plank'];

  test.each([
    ['light', 0, SMALL, {}],
    ['dark', 1, DESK, { colorScheme: 'dark' }],
    ['forced colours', 2, SMALL, { forcedColors: 'active' }],
  ] as const)(
    'are sound, accessible and each beside its words: %s',
    async (_name, at, viewport, emulated) => {
      page = await site.visit({ viewport, ...emulated });
      for (const [index, id] of SOME.entries()) {
        await page.goto(`${site.url}/knowledge/exercises/${id}`);
        await expectSound(page);
        // As with the self-tests: axe looks at each of them in one look.
        if (index % 3 === at) await expectAccessible(page);
        const drawings = page.locator('.positions figure:not(.motion)');
        expect(await drawings.count(), id).toBe(2);
        for (const drawing of await drawings.all()) {
          const svg = await drawing.locator('svg').boundingBox();
          expect(svg?.width, id).toBeGreaterThan(90);
          expect(svg?.height, id).toBeGreaterThan(30);
          expect(await drawing.locator('figcaption').innerText()).toMatch(/^(Start|End)\. ./);
        }
      }
    },
  );

  test('move for less than five seconds where motion is welcome, and not at all elsewhere', async () => {
    page = await site.visit({ viewport: PHONE, reducedMotion: 'no-preference' });
    await page.goto(`${site.url}/knowledge/exercises/diver`);
    const film = page.locator('.motion');
    expect(await film.isVisible()).toBe(true);
    const seconds = await page.locator('.film').evaluate((one) => {
      const { animationDuration, animationIterationCount } = getComputedStyle(one);
      return Number.parseFloat(animationDuration) * Number(animationIterationCount);
    });
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThan(5);
    const frame = await page.locator('.motion svg').boundingBox();
    const last = await page.locator('.film').evaluate((one) => {
      for (const animation of one.getAnimations()) animation.currentTime = 1_199;
      return [...one.children].at(-1)?.getBoundingClientRect().left;
    });
    expect(last, 'the last frame has come into view').toBeGreaterThanOrEqual((frame?.x ?? 0) - 1);
    expect(last).toBeLessThan((frame?.x ?? 0) + (frame?.width ?? 0));
    await page.emulateMedia({ media: 'print' });
    expect(await film.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen', reducedMotion: 'reduce' });
    expect(await film.isVisible()).toBe(false);
    expect(await page.locator('.positions figure:not(.motion)').first().isVisible()).toBe(true);
  });
});

testPrivacy(() => site);
