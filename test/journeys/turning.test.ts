// Pages of the interview that turn in place on the device, and the page that is worked out before the press.

import { expect, test } from 'vitest';
import { asked, expectSound, goOn, interview, mark, pathOf, start } from './browser.ts';
import { asksOf, keptAnswers, untilReady } from './device.ts';
import { answer, CALM, heading, onDevice } from './on-device.ts';
import { DESK_WORKER } from './personas.ts';
import { expectNothingSaid } from './privacy.ts';

const device = onDevice();
const { withWire } = device;

const FIRST_STEP = '/assess/step/1';

test('the page that follows a choice is worked out before the press; it writes nothing, and another choice wins', () =>
  withWire(async (wire, page) => {
    const statuses: number[] = [];
    page.on('response', (response) => {
      if (response.request().method() === 'POST') statuses.push(response.status());
    });
    await page.goto(wire.url);
    await untilReady(page);
    await start(page);
    const before = wire.passed.length;
    /** Long enough for the worker to have looked ahead, on most machines; if not, all of this holds as well. */
    const think = () => page.waitForTimeout(500);
    for (let step = 1; step <= 4; step += 1) {
      await mark(page, DESK_WORKER);
      await think();
      const kept = (await keptAnswers(page)) ?? {};
      expect(asksOf(device.knowledge, kept)).toHaveLength(step - 1);
      await goOn(page);
      expect(asksOf(device.knowledge, (await keptAnswers(page)) ?? {})).toHaveLength(step);
    }
    expect(statuses, 'the page was there before the press').toContain(204);
    await page.goto(`${wire.url}${FIRST_STEP}`);
    await page.locator('input[value="none"]').setChecked(false);
    const sign = page.locator('input[name="found"]').first();
    await sign.check();
    await think();
    await sign.uncheck();
    await page.locator('input[value="none"]').check();
    await think();
    await sign.check();
    await page.locator('input[value="none"]').uncheck();
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect.poll(() => pathOf(page)).toBe('/assess/result');
    const said = (await keptAnswers(page)) ?? {};
    expect(said[device.knowledge.screens[0]?.findings[0] ?? '']).toBe('yes');
    expectNothingSaid(wire.passed.slice(before), device.knowledge);
  }));

test('the device turns the pages of an interview in place; title, focus, address and the back button do what they did', () =>
  withWire(async (wire, page) => {
    await page.goto(wire.url);
    await untilReady(page);
    await start(page);
    const born = await page.evaluate(() => performance.timeOrigin);
    const asks = [(await asked(page)).ask];
    const headings = [await heading(page)];
    for (let step = 2; step <= 5; step += 1) {
      await answer(page);
      expect(pathOf(page)).toBe(`/assess/step/${step}`);
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
      expect(await page.evaluate(() => scrollY)).toBe(0);
      asks.push((await asked(page)).ask);
      headings.push(await heading(page));
      await expectSound(page);
    }
    expect(new Set(asks).size).toBe(5);

    await page.getByRole('button', { name: 'Continue' }).click();
    const summary = page.locator('.error-summary');
    await summary.waitFor();
    expect(await page.title()).toMatch(/^Error: /);
    expect(await summary.evaluate((one) => one === document.activeElement)).toBe(true);
    expect(pathOf(page)).toBe('/assess/step/5');
    // A place on the page is no page.
    await summary.locator('a').first().click();
    expect(await summary.isVisible()).toBe(true);
    expect(new URL(page.url()).hash).not.toBe('');
    await page.goBack();

    await page.goBack();
    await expect.poll(() => heading(page)).toBe(headings[3]);
    expect((await asked(page)).marked.length, 'what was said is ticked').toBeGreaterThan(0);
    await page.goForward();
    await expect.poll(() => heading(page)).toBe(headings[4]);
    expect(await page.evaluate(() => performance.timeOrigin), 'all in one document').toBe(born);

    await page.reload();
    expect(await heading(page)).toBe(headings[4]);
    expect(asksOf(device.knowledge, (await keptAnswers(page)) ?? {})).toEqual(asks.slice(0, 4));
    await interview(page, CALM);
    expect(pathOf(page)).toBe('/assess/check');
  }));
