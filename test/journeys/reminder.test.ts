// A reminder on a real device: offered where the browser can, turned on and off, shown when the browser wakes the worker for it, and
// silent about health.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Server } from './browser.ts';
import { newProfile, openPhone, type Phone, startAnyServer, untilReady } from './device.ts';
import { beginPlan, checkIn } from './way-back.ts';

let server: Server;
let phone: Phone;

/** A place where it is about noon now: nobody is reminded at night. The sign of these names is the other way round. */
function noonZone(): string {
  const east = 12 - new Date().getUTCHours();
  return `Etc/GMT${east > 0 ? '-' : '+'}${Math.abs(east)}`;
}

beforeAll(async () => {
  // Only a browser with a profile may remind.
  const opening = openPhone({ profile: newProfile(), zone: noonZone() });
  [server, phone] = await Promise.all([startAnyServer(), opening]);
});
afterAll(async () => {
  await phone?.discard();
  await server?.stop();
});

/** As an installed app has them. */
async function grant(origin: string): Promise<void> {
  const session = await phone.browser.newBrowserCDPSession();
  await session.send('Browser.grantPermissions', {
    origin,
    permissions: ['notifications', 'periodicBackgroundSync'],
  });
}

/** Wakes the worker as the browser would. */
async function wake(page: Page): Promise<void> {
  const session = await phone.context.newCDPSession(page);
  const id = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const mine = registrations.find(({ scopeURL }) => scopeURL.startsWith(server.url));
      if (mine) resolve(mine.registrationId);
    });
  });
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.dispatchPeriodicSyncEvent', {
    origin: server.url,
    registrationId: await id,
    tag: 'today',
  });
  await session.detach();
}

const shown = (page: Page) =>
  page.evaluate(async () => {
    const all = await (await navigator.serviceWorker.ready).getNotifications();
    return all.map(({ title, body }) => [title, body]);
  });

test('reminds of today’s page until there is a check-in, and says nothing of what it is about', async () => {
  const page = await phone.context.newPage();
  await page.goto(server.url);
  await untilReady(page);
  await beginPlan(page);
  await grant(server.url);

  await page.goto(`${server.url}/recover/more`);
  await page.getByRole('button', { name: 'Remind me' }).click();
  await expect
    .poll(() => page.locator('[data-reminder] [role=status]').innerText())
    .toBe('You will be reminded. Your device chooses the hour.');
  await page.reload();
  const off = page.getByRole('button', { name: 'Do not remind me any more' });
  await off.waitFor();

  const woken = async () => {
    await wake(page);
    // Nobody says when the worker has done what it was woken for.
    await new Promise((resolve) => setTimeout(resolve, 500));
    return shown(page);
  };
  const ready = [['Backstride', 'Your page for today is ready.']];
  await expect.poll(woken).toEqual(ready);
  expect(await woken(), 'one at a time').toEqual(ready);

  await checkIn(page, { painMorning: 1, painRest: 0, painWorst: 1, limp: 0, painkillers: 0 });
  const closed = async () => {
    await page.evaluate(async () => {
      for (const one of await (await navigator.serviceWorker.ready).getNotifications()) one.close();
    });
    return woken();
  };
  await expect.poll(closed).toEqual([]);

  await page.goto(`${server.url}/recover/more`);
  await off.click();
  await page.getByText('You will not be reminded.').waitFor();
  expect(await page.getByRole('button', { name: 'Remind me' }).isVisible()).toBe(true);
});
