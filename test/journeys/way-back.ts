// Steps of the way back that several journeys take.

import type { Page } from 'playwright-core';
import { go, pathOf } from './browser.ts';

export const press = (page: Page, name: string): Promise<void> =>
  go(page, () => page.getByRole('button', { name }).click());

export const follow = (page: Page, name: string): Promise<void> =>
  go(page, () => page.getByRole('link', { name, exact: true }).first().click());

/** Begins a plan for a mild strain, as a clinician named it; on the device, which knows its clock, or on a server. */
export async function beginPlan(page: Page): Promise<void> {
  await go(page, () => page.goto(new URL('/recover/start', page.url()).href));
  await page.locator('input[name="cause"][value="diagnosis"]').check();
  await page.locator('select[name="diagnosis"]').selectOption('hamstring-strain/mild');
  await page.getByLabel('None of these').check();
  await page.getByLabel('Your age in years').fill('31');
  await page.getByLabel('Left').check();
  const clock = page.getByLabel('What time is it where you are?');
  if ((await clock.count()) > 0) await clock.selectOption('Etc/GMT');
  await press(page, 'Begin');
}

/** Fills a check-in: pains by key, yes and no by key, minutes by number; the danger signs are denied unless one is named. */
export async function checkIn(
  page: Page,
  values: Readonly<Record<string, number>>,
  sign?: string,
): Promise<void> {
  if (pathOf(page) !== '/recover/check-in') {
    await go(page, () => page.goto(new URL('/recover/check-in', page.url()).href));
  }
  await page.locator(`input[name="found"][value="${sign ?? 'none'}"]`).check();
  for (const [id, value] of Object.entries(values)) {
    const key = page.locator(`input[type="radio"][name="m-${id}"][value="${value}"]`);
    const number = page.locator(`input[type="number"][name="m-${id}"]`);
    if ((await key.count()) > 0) await key.check();
    else if ((await number.count()) > 0) await number.fill(String(value));
  }
  if (values.painDuring !== undefined) {
    await page.locator('input[name="did"][value="exercised"]').check();
    await page.locator('input[name="did"][value="ran"]').check();
  }
  await press(page, 'Save');
}
