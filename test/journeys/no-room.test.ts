// A device whose store is full: whoever answers or checks in is told in words, nothing is half written, and what was filled in is
// there to be sent again. The browser itself says that the store is full.

import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  asked,
  expectAccessible,
  expectSound,
  go,
  goOn,
  mark,
  pathOf,
  type Server,
  start,
} from './browser.ts';
import {
  isFromDevice,
  kept,
  keptAnswers,
  newProfile,
  openPhone,
  openWire,
  type Phone,
  startAnyServer,
  untilReady,
  type Wire,
} from './device.ts';
import { DESK_WORKER } from './personas.ts';
import { beginPlan, checkIn } from './way-back.ts';

let server: Server;
let phone: Phone;
let wire: Wire;
let page: Page;
let session: CDPSession;

beforeAll(async () => {
  [server, phone] = await Promise.all([startAnyServer(), openPhone({ profile: newProfile() })]);
  wire = await openWire(server.url);
  page = await phone.context.newPage();
  await page.goto(wire.url);
  await untilReady(page);
  await page.reload();
});
afterAll(async () => {
  await phone?.discard();
  await wire?.cut();
  await server?.stop();
});

const NO_ROOM = 'This device has no room left';
const heading = () => page.locator('h1').innerText();

/**
 * From now on this site has used up what it may keep, and as much again. A browser remembers for a while how much room there was,
 * so a new one is opened, on the same profile and at the same page.
 */
async function fill(): Promise<void> {
  const at = page.url();
  await phone.kill();
  phone = await openPhone({ profile: phone.profile });
  page = await phone.context.newPage();
  await page.goto(at);
  session = await phone.context.newCDPSession(page);
  const { usage = 0 } = await page.evaluate(() => navigator.storage.estimate());
  await session.send('Storage.overrideQuotaForOrigin', { origin: wire.url, quotaSize: usage / 2 });
}

const free = () => session.send('Storage.overrideQuotaForOrigin', { origin: wire.url });

test('while answering: it is said, the answers so far stay whole, and the one that was given is sent again', async () => {
  await start(page);
  expect(await isFromDevice(page)).toBe(true);
  for (const _ of [1, 2]) {
    await mark(page, DESK_WORKER);
    await goOn(page);
  }
  const [before, step] = [await keptAnswers(page), pathOf(page)];
  const { ask } = await asked(page);
  await fill();
  await mark(page, DESK_WORKER);
  const { marked } = await asked(page);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect.poll(heading).toBe(NO_ROOM);
  expect(await keptAnswers(page)).toEqual(before);
  const carried = await page
    .locator('main form input[type=hidden]')
    .evaluateAll((fields) => (fields as HTMLInputElement[]).map(({ name, value }) => `${name}=${value}`));
  expect(carried).toEqual([`ask=${ask}`, ...marked]);
  await expectSound(page);
  await expectAccessible(page);

  // Still full: it is said again, and still nothing is lost.
  await go(page, () => page.getByRole('button', { name: 'Try again' }).click());
  expect([await heading(), await keptAnswers(page)]).toEqual([NO_ROOM, before]);
  await free();
  await go(page, () => page.getByRole('button', { name: 'Try again' }).click());
  expect(pathOf(page)).not.toBe(step);
  const after = await keptAnswers(page);
  expect(Object.keys(after ?? {}).length).toBeGreaterThan(Object.keys(before ?? {}).length);
  expect(after).toMatchObject(before ?? {});
  expect((await asked(page)).ask).not.toBe(ask);
});

test('during a check-in: it is said, no event is written, and the check-in is sent again once there is room', async () => {
  await page.goto(`${wire.url}/recover/start`);
  await beginPlan(page);
  expect(await isFromDevice(page)).toBe(true);
  const before = (await kept(page)).events;
  await fill();
  await checkIn(page, { painMorning: 3, painRest: 2, painWorst: 4, limp: 0, painkillers: 0 });
  expect(await heading()).toBe(NO_ROOM);
  expect((await kept(page)).events).toEqual(before);
  await free();
  await go(page, () => page.getByRole('button', { name: 'Try again' }).click());
  expect(await page.getByRole('status').innerText()).toBe('Saved.');
  const { events } = await kept(page);
  expect(events.filter(({ type }) => type === 'checked-in')).toMatchObject([
    { checkIn: { values: { painMorning: 3, painRest: 2, painWorst: 4 } } },
  ]);
  expect(events.length).toBe(before.length + 1);
});
