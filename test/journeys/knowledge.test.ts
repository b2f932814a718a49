// Reading what the product knows, in a real browser: each kind of page, on a phone and on a desk window enlarged four times.
// Addresses of causes and sources carry names, for anybody may read them all; what was read is kept out of the log. So this
// file has no `testPrivacy`, which is about what was asked and answered, and checks the log itself.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, expectSound, go, openSite, pathOf, type Site } from './browser.ts';
import { idsIn } from './privacy.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

/** The longest page of each kind, and one with a self-test. */
function paths(): readonly string[] {
  const { conditions, findings, redFlags, sources, recovery } = site.knowledge;
  const longest = <One>(all: readonly One[]) =>
    all.reduce((most, one) => (JSON.stringify(one).length > JSON.stringify(most).length ? one : most));
  const numberOf = (id: string) => findings.findIndex((one) => one.id === id) + 1;
  return [
    '/knowledge',
    '/knowledge/questions',
    '/knowledge/sources',
    '/knowledge/model',
    '/knowledge/plans',
    '/knowledge/exercises',
    '/knowledge/ladders',
    '/knowledge/check-ins',
    '/knowledge/studies',
    '/knowledge/forecast',
    `/knowledge/plans/${longest(recovery.plans).id}`,
    `/knowledge/exercises/${longest(recovery.exercises).id}`,
    '/knowledge/interview',
    `/knowledge/${longest(conditions).id}`,
    '/knowledge/something-else',
    `/knowledge/questions/${numberOf('test-slump')}`,
    `/knowledge/questions/${numberOf('worst-place')}`,
    `/knowledge/red-flags/${longest(redFlags).code.toLowerCase()}`,
    `/knowledge/sources/${longest(Object.values(sources)).key}`,
  ];
}

describe('the knowledge', () => {
  test('can be read by everybody', async () => {
    const page = await site.visit();
    for (const path of paths()) {
      await page.goto(`${site.url}${path}`);
      await expectAccessible(page);
    }
    await page.context().close();
  });

  test('scrolls no page sideways at 320 pixels', async () => {
    const page = await site.visit({ viewport: { width: 320, height: 200 }, deviceScaleFactor: 4 });
    for (const path of paths()) {
      await page.goto(`${site.url}${path}`);
      expect(pathOf(page)).toBe(path);
      await expectSound(page);
    }
    await page.context().close();
  });

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
