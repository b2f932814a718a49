// Runs on the device, in a real browser: a year of files is brought in without a network, the spike before the injury is seen, a
// plan is begun from it, and a run of the plan is ticked off. Nothing of a run ever passes the wire.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, datesFrom, type LocalDate } from '../../src/vocabulary/index.ts';
import { fitOf, gpxOf, type MadeRun, tcxOf } from '../runs/made-runs.ts';
import { gzipOf, zipOf } from '../runs/zip-encoder.ts';
import { go, goOn, mark, openSite, pathOf, type Server, type Site, start } from './browser.ts';
import {
  isFromDevice,
  keptAnswers,
  openPhone,
  openWire,
  type Phone,
  startAnyServer,
  untilReady,
  type Wire,
} from './device.ts';
import { checkIn, press } from './way-back.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TODAY: LocalDate = new Date().toISOString().slice(0, 10);
const ONSET = addDays(TODAY, -20);

let server: Server;
let phone: Phone;
let wire: Wire;
let page: Page;
let site: Site;
beforeAll(async () => {
  [server, phone, site] = await Promise.all([startAnyServer(), openPhone(), openSite()]);
  wire = await openWire(server.url);
  page = await phone.context.newPage();
  await page.goto(wire.url);
  await untilReady(page);
});
afterAll(async () => {
  await phone?.discard();
  await server?.stop();
  await site?.close();
});

/** Five minutes at three metres a second: short, so that a year of files is quickly made. */
const run = (day: LocalDate, seconds = 300): MadeRun => ({
  start: `${day}T07:00:00Z`,
  seconds,
  speedAt: () => 3,
  heartRateAt: () => 140,
});
const fileOf = (name: string, bytes: Uint8Array) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
});
const DAYS = datesFrom(addDays(ONSET, -350), addDays(ONSET, -4)).filter((_, index) => index % 4 === 0);

/** What an account exports: twice a week for a year up to the onset, in three formats, packed, with a table beside it. */
function yearOfRuns(): Uint8Array {
  const text = (content: string) => new TextEncoder().encode(content);
  const files = DAYS.map((day, index): [string, Uint8Array] => {
    const made = run(day);
    if (index % 3 === 0) return [`activities/${index}.fit.gz`, gzipOf(fitOf(made))];
    return index % 3 === 1
      ? [`activities/${index}.gpx`, text(gpxOf(made))]
      : [`activities/${index}.tcx`, text(tcxOf(made))];
  });
  return zipOf({ ...Object.fromEntries(files), 'activities.csv': text('id,name') });
}

/** One run that is much longer, two days before it began, from the watch and from the phone; and a file that is cut off. */
const spike = run(addDays(ONSET, -2), 750);
const watch = fileOf('watch.fit', fitOf(spike));
const phoneFile = fileOf('phone.gpx', new TextEncoder().encode(gpxOf(spike)));
const broken = fileOf('broken.fit', fitOf(spike).subarray(0, 900));

async function axeFinds(on: Page): Promise<readonly string[]> {
  const { violations } = (await on.evaluate(
    `${AXE}; axe.run(document, { resultTypes: ['violations'] })`,
  )) as AxeResults;
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`);
}

async function widerThanItIs(on: Page): Promise<number> {
  return on.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

test('a year of files is read on the device without a network, each with a report; twice changes nothing', async () => {
  await page.goto(`${wire.url}/train/import`);
  expect(await isFromDevice(page)).toBe(true);
  await wire.cut();
  await phone.context.setOffline(true);
  const archive = fileOf('export.zip', yearOfRuns());
  const bring = async (...files: readonly ReturnType<typeof fileOf>[]) => {
    await page.getByLabel('Files', { exact: true }).setInputFiles([...files]);
    await page.getByRole('button', { name: 'Read them' }).click();
    const status = page.getByRole('status');
    await status.getByText('Done.').waitFor({ timeout: 60_000 });
    return status.innerText();
  };
  expect(await bring(archive, watch, phoneFile, broken)).toContain(
    `Done. ${DAYS.length + 1} new runs, 1 known already, 1 could not be read.`,
  );
  expect(await page.locator('[data-report] li').count()).toBe(DAYS.length + 3);
  expect(await page.locator('[data-report] li.error').innerText()).toContain('broken.fit: It is cut off');
  expect(await bring(archive, watch)).toContain(`Done. 0 new runs, ${DAYS.length + 1} known already`);
});

test('the spike before the injury is seen, in the charts and in words, on a phone and with axe', async () => {
  await page.goto(`${wire.url}/train`);
  expect(await isFromDevice(page)).toBe(true);
  expect(await page.locator('figure.progress svg[role="img"]').count()).toBe(3);
  await page.getByText('Longer than usual').first().waitFor();
  expect(await page.getByText('2.28 times as often').isVisible()).toBe(true);
  await page.getByText('Did pain begin on some day?').click();
  await page.getByLabel('The day it began').fill(ONSET);
  await press(page, 'Mark it');
  expect(await page.getByRole('heading', { name: 'What changed in the four weeks' }).isVisible()).toBe(true);
  expect(await page.locator('#onset li').innerText()).toContain('Longer than usual');
  for (const path of [
    '/train',
    '/train/all',
    '/train/add',
    '/train/coach',
    '/train/beliefs',
    '/train/prevention',
    '/train/import',
  ]) {
    await page.goto(wire.url + path);
    expect(await axeFinds(page), path).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await widerThanItIs(page), path).toBeLessThanOrEqual(0);
  }
});

test('a plan is begun from the runs, a run of today is found and ticked off, with the keyboard', async () => {
  await page.goto(`${wire.url}/train`);
  await press(page, 'Begin a plan from these runs');
  expect(await page.getByRole('status').innerText()).toContain('Filled in from');
  expect(await page.getByLabel('Minutes of your longest run').inputValue()).toBe('12');
  expect(await page.locator('#onset').inputValue()).toBe(ONSET);
  await page.locator('input[name="cause"][value="diagnosis"]').check();
  await page.locator('select[name="diagnosis"]').selectOption('hamstring-strain/mild');
  await page.getByLabel('None of these').check();
  await page.getByLabel('Your age in years').fill('31');
  await page.getByLabel('Left').check();
  await press(page, 'Begin');
  expect(pathOf(page)).toBe('/recover');

  await page.goto(`${wire.url}/train/import`);
  await page.getByLabel('Files', { exact: true }).setInputFiles([fileOf('today.fit', fitOf(run(TODAY)))]);
  await page.getByRole('button', { name: 'Read them' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('status').getByText('1 new runs').waitFor({ timeout: 60_000 });
  await page.goto(`${wire.url}/recover`);
  expect(await page.locator('#found').innerText()).toContain('We found your run: 0.6');
  await page.getByRole('link', { name: 'Check in with this run' }).focus();
  await go(page, () => page.keyboard.press('Enter'));
  expect(await page.locator('input[name="did"][value="ran"]').isChecked()).toBe(true);
  await checkIn(page, { painMorning: 1, painRest: 0, painWorst: 1, limp: 0, painkillers: 0 });
  expect(await page.getByRole('status').innerText()).toBe('Saved.');
  expect(await page.getByRole('link', { name: 'Check in with this run' }).count()).toBe(0);
  await page.goto(`${wire.url}/train`);
  expect(await page.locator('figure.progress svg[role="img"]').count()).toBe(4);
});

test('bringing in can be stopped: what was read is kept, and the rest comes another time', async () => {
  const days = datesFrom(addDays(TODAY, -1200), addDays(TODAY, -601));
  const files = days.map((day): [string, Uint8Array] => [`${day}.fit`, fitOf(run(day, 60))]);
  const archive = fileOf('long.zip', zipOf(Object.fromEntries(files)));
  await page.goto(`${wire.url}/train/import`);
  const read = async () => {
    await page.getByLabel('Files', { exact: true }).setInputFiles([archive]);
    await page.getByRole('button', { name: 'Read them' }).click();
  };
  const status = page.getByRole('status');
  const newRuns = async () => Number(/(\d+) new runs/.exec(await status.innerText())?.[1]);
  await read();
  await page.getByRole('button', { name: 'Stop' }).click();
  await status.getByText('Stopped.').waitFor({ timeout: 60_000 });
  const before = await newRuns();
  expect(before).toBeGreaterThan(0);
  expect(before).toBeLessThan(days.length);
  await read();
  await status.getByText('Done.').waitFor({ timeout: 60_000 });
  expect(await newRuns()).toBe(days.length - before);
});

test('a file that another app shares is read without a network, by a worker that has just been started', async () => {
  await page.goto(`${wire.url}/train`);
  await stopServiceWorkers(page);
  await page.evaluate(() => {
    const form = document.createElement('form');
    Object.assign(form, { method: 'post', action: '/train/share', enctype: 'multipart/form-data' });
    form.innerHTML = '<input type="file" name="files" id="shared"><button id="share">Share</button>';
    document.body.append(form);
  });
  await page
    .locator('#shared')
    .setInputFiles([fileOf('shared.gpx', new TextEncoder().encode(gpxOf(run('2003-04-05'))))]);
  await go(page, () => page.locator('#share').click());
  expect(await page.locator('main').innerText()).toContain('shared.gpx');
  await go(page, () => page.locator('form[action="/train/bring-in"] button').click());
  expect(new URL(page.url()).search).toBe('?done=shared');
  await page.goto(`${wire.url}/train/all?year=2003`);
  expect(await page.locator('time[datetime="2003-04-05"]').count()).toBe(1);
});

/** As a browser does when they have been idle for a while. */
async function stopServiceWorkers(of: Page): Promise<void> {
  const session = await of.context().newCDPSession(of);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}

test('what older code writes beside this one is seen on the next page', async () => {
  const runs = async () => {
    await page.goto(`${wire.url}/train/all?year=2001`);
    return page.locator('a[href="/train/runs/of-older-code"]').count();
  };
  expect(await runs()).toBe(0);
  await page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(indexedDB.open('backstride'));
    const change = database.transaction(['runs', 'notes'], 'readwrite');
    const [run] = await done(change.objectStore('runs').getAll(null, 1));
    const old = { ...run, id: 'of-older-code', day: '2001-02-03', start: '2001-02-03T07:00:00.000Z' };
    await done(change.objectStore('runs').put(old, old.id));
    const { edits, nights, about } = await done(change.objectStore('notes').get('beside-runs'));
    await done(change.objectStore('notes').put({ edits, nights, about }, 'beside-runs'));
    database.close();
  });
  expect(await runs()).toBe(1);
});

test('a store from before there were runs is brought up to date, and what was said is still there', async () => {
  const other = await openPhone();
  try {
    const old = await other.context.newPage();
    await old.goto(server.url);
    await untilReady(old);
    await start(old);
    await mark(old, {});
    await goOn(old);
    const said = await keptAnswers(old);
    expect(Object.keys(said ?? {}).length).toBeGreaterThan(3);
    await old.evaluate(backToFirstSchema);
    await old.goto(`${server.url}/train/add`);
    expect(await isFromDevice(old)).toBe(true);
    await old.getByLabel('Minutes').fill('30');
    await old.getByLabel('Distance in').fill('5');
    await go(old, () => old.getByRole('button', { name: 'Add it' }).click());
    expect(await old.getByRole('status').innerText()).toBe('The run is in.');
    expect(await keptAnswers(old)).toEqual(said);
  } finally {
    await other.discard();
  }
});

/** Runs in the page: makes the store what it was in schema 1, which knew no runs, with everything else that is in it. */
async function backToFirstSchema(): Promise<void> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const stores = ['answers', 'events', 'notes'];
  const now = await done(indexedDB.open('backstride'));
  const kept = await Promise.all(
    stores.map(async (name) => {
      const store = now.transaction(name).objectStore(name);
      const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
      return keys.map((key, index) => [key, values[index]] as const);
    }),
  );
  now.close();
  await done(indexedDB.deleteDatabase('backstride'));
  const opening = indexedDB.open('backstride', 1);
  opening.onupgradeneeded = () => {
    stores.forEach((name, index) => {
      const store = opening.result.createObjectStore(name);
      for (const [key, value] of kept[index] ?? []) store.put(value, key);
    });
  };
  (await done(opening)).close();
}

test('no request has carried a run: what passed the wire were files of the app', async () => {
  await phone.context.setOffline(false);
  await wire.mend();
  await page.goto(`${wire.url}/train`);
  for (const { method, path, body } of wire.passed) {
    expect(`${method} ${path}`).toMatch(/^(GET|POST \/device\/hand-over|DELETE \/device\/hand-over)/);
    expect(path).not.toMatch(/^\/train\/(share|bring-in|add|runs)/);
    expect(body).toBe('');
  }
});

test('without the app on the device a run can be typed in, with and without scripts, and files are not asked for', async () => {
  const other = await site.visit({ javaScriptEnabled: false, at: '/train' });
  await go(other, () => other.getByRole('link', { name: 'Type a run in' }).click());
  await other.getByLabel('Minutes').fill('32');
  await other.getByLabel('Distance in miles').fill('5.5');
  await go(other, () => other.getByRole('button', { name: 'Add it' }).click());
  expect(await other.getByRole('status').innerText()).toBe('The run is in.');
  expect(await other.getByText('5.5').first().isVisible()).toBe(true);
  await go(other, () => other.getByRole('link', { name: 'Bring in files' }).click());
  expect(await other.locator('input[type="file"]').count()).toBe(0);
  expect(await other.getByText('needs the app on your device').isVisible()).toBe(true);
  const dark = await site.visit({ colorScheme: 'dark', at: '/train/prevention' });
  expect(await axeFinds(dark)).toEqual([]);
  expect(site.complaints).toEqual([]);
});
