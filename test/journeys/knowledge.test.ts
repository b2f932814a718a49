// Reading what the product knows, in a real browser. How each page looks is in matrix.test.ts.
// Addresses of causes and sources carry names, for anybody may read them all; what was read is kept out of the log. So this
// file has no `testPrivacy`, which is about what was asked and answered, and checks the log itself.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { go, openSite, pathOf, type Site } from './browser.ts';
import { idsIn } from './privacy.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

describe('the knowledge', () => {
  test('leads from a cause to a number’s source and back', async () => {
    const page = await site.visit({ at: '/knowledge' });
    await go(page, () => page.getByRole('link', { name: 'Pulled hamstring' }).first().click());
    expect(await page.locator('h1').innerText()).toBe('Pulled hamstring');
    await go(page, () => page.locator('.cite a').first().click());
    expect(await page.getByRole('heading', { name: 'What rests on it' }).isVisible()).toBe(true);
    await go(page, () => page.getByRole('link', { name: 'Pulled hamstring' }).first().click());
    expect(pathOf(page)).toBe('/knowledge/hamstring-strain');
    await page.context().close();
  });

  test('leaves no trace in the log of what was read', () => {
    const lines = site.log().trim().split('\n');
    expect(lines.some((line) => line.startsWith('GET /knowledge/- 200'))).toBe(true);
    for (const line of lines) expect(idsIn(line, site.knowledge), line).toEqual([]);
  });
});
