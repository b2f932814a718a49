// Stylesheets in a real browser: in the page one arrives at, linked from later ones, and saying the same without their spaces.

import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compactRules, SHEETS } from '../../src/pages/index.ts';
import { goOn, openSite, type Site, start } from './browser.ts';
import { everythingSaid } from './personas.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

const STYLES = new URL('../../src/pages/styles/', import.meta.url);

describe('stylesheets', () => {
  test.each([
    ['with scripts', true],
    ['without', false],
  ])(
    'stand in the page one arrives at; later pages link them, and they are there: %s',
    async (_, javaScriptEnabled) => {
      const page = await site.visit({ javaScriptEnabled });
      const look = () =>
        page.evaluate(() => ({
          inline: document.querySelectorAll('style').length,
          linked: document.querySelectorAll('link[rel="stylesheet"]').length,
          colour: getComputedStyle(document.querySelector('.site-header') as Element).backgroundColor,
        }));
      /** Bytes that came from the server for stylesheets, by stylesheet. */
      const cost = () =>
        page.evaluate(() =>
          (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
            .filter(({ name }) => name.endsWith('.css'))
            .map(({ transferSize }) => transferSize),
        );
      const colour = 'rgb(11, 79, 108)';
      expect(await look()).toEqual({ inline: 1, linked: 0, colour });
      await expect.poll(cost).toEqual([expect.any(Number)]);
      expect((await cost())[0], 'brought for the next page').toBeGreaterThan(1000);
      await start(page);
      expect(await look()).toEqual({ inline: 0, linked: 1, colour });
      expect(await cost()).toEqual([0]);
      // As from a bookmark.
      await page.goto(`${site.url}/assess/step/1`);
      expect(await look()).toEqual({ inline: 1, linked: 0, colour });
      await goOn(page);
      expect(await look()).toEqual({ inline: 0, linked: 1, colour });
      expect(await cost()).toEqual([0]);
      await page.context().close();
    },
  );

  test('keep the radio of a row where it is when its hint comes with a later part of the page', async () => {
    const page = await site.visit();
    await site.sayAlready(page, everythingSaid(site.knowledge, {}));
    let moved = 0;
    for (const path of ['/assess/step/1', '/assess/step/9', '/recover/start']) {
      await page.goto(`${site.url}${path}`);
      const places = await page.locator('.choice:has(.hint)').evaluateAll((rows) =>
        rows.map((row) => {
          const input = row.querySelector('input');
          const place = () => (input?.getBoundingClientRect().top ?? 0) - row.getBoundingClientRect().top;
          const withHint = place();
          row.querySelector('.hint')?.remove();
          return [withHint, place()];
        }),
      );
      for (const [withHint, without] of places) expect(without, path).toBe(withHint);
      moved += places.length;
    }
    expect(moved).toBeGreaterThan(3);
    await page.context().close();
  });

  test('say without their spaces what they say with them', async () => {
    const page = await site.visit();
    for (const files of Object.values(SHEETS)) {
      const text = (
        await Promise.all(files.map((name) => readFile(new URL(`${name}.css`, STYLES), 'utf8')))
      ).join('\n');
      const [written, compact] = await page.evaluate(
        (texts) =>
          texts.map((one) => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(one);
            return [...sheet.cssRules].map(({ cssText }) => cssText);
          }),
        [text, compactRules(text)],
      );
      expect(written?.length).toBeGreaterThan(30);
      expect(compact).toEqual(written);
    }
    await page.context().close();
  });
});
