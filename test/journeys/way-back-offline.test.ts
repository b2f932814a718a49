// The way back on the device: a plan that was begun on the server moves over, then everything is done without a network.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { go, pathOf, type Server } from './browser.ts';
import { isFromDevice, kept, openPhone, openWire, type Phone, startAnyServer, untilReady } from './device.ts';
import { beginPlan, checkIn, follow, press } from './way-back.ts';

let server: Server;
let phone: Phone;

beforeAll(async () => {
  [server, phone] = await Promise.all([startAnyServer(), openPhone()]);
});
afterAll(async () => {
  await phone?.discard();
  await server?.stop();
});

test('a plan that was begun on the server goes on here, and is gone there; check-in, chart, calendar and summary need no network', async () => {
  const wire = await openWire(server.url);
  const page = await phone.context.newPage();
  const { promise: ready, resolve: release } = Promise.withResolvers<void>();
  wire.onAnswer = async ({ path }) => {
    if (path === '/sw.js') await ready;
  };
  await page.goto(wire.url);
  await beginPlan(page);
  await checkIn(page, { painMorning: 3, painRest: 2, painWorst: 3, limp: 0, painkillers: 0 });
  expect(await isFromDevice(page)).toBe(false);
  expect(await page.getByText('sealed cookies').isVisible()).toBe(true);

  release();
  await untilReady(page);
  await page.goto(`${wire.url}/recover`);
  expect(await isFromDevice(page)).toBe(true);
  expect(await page.getByText('kept on this device only').isVisible()).toBe(true);
  expect(await page.getByText('Change today’s check-in').isVisible()).toBe(true);
  const types = (await kept(page)).events.map(({ type }) => type);
  expect(types).toContain('plan-started');
  expect(types.filter((type) => type === 'checked-in')).toHaveLength(1);
  await expect
    .poll(async () =>
      (await phone.context.cookies(wire.url)).filter(({ name }) => name.startsWith('backstride')),
    )
    .toEqual([]);

  const before = wire.passed.length;
  await wire.cut();
  await phone.context.setOffline(true);
  await follow(page, 'Change today’s check-in');
  await checkIn(page, { painMorning: 1 });
  expect(await page.getByRole('status').innerText()).toBe('Saved.');
  await press(page, 'Done');
  expect(await page.getByRole('button', { name: 'Not done after all' }).isVisible()).toBe(true);
  await follow(page, 'Progress');
  expect(await page.locator('figure.progress svg').first().isVisible()).toBe(true);
  await page.goto(`${wire.url}/recover/exercise/plank`);
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Front plank');
  await page.goto(`${wire.url}/recover/summary`);
  expect(await page.locator('.summary li').count()).toBeGreaterThan(3);
  await page.goto(`${wire.url}/recover/plan`);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Get the file' }).click();
  expect((await download).suggestedFilename()).toBe('training.ics');
  expect(await isFromDevice(page)).toBe(true);
  for (const { method, path, body } of wire.passed.slice(before)) {
    expect(`${method} ${path}`).toMatch(/^GET \/(sw|import-worker)\.js$/);
    expect(body).toBe('');
  }

  await page.goto(`${wire.url}/recover/more`);
  await go(page, () => page.getByRole('button', { name: /Delete/ }).click());
  expect(pathOf(page)).toBe('/recover/gone');
  expect(await page.getByText('keeps 0 entries').isVisible()).toBe(true);
  expect(await kept(page)).toEqual({ answers: undefined, events: [] });
});
