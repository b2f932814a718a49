// A new release on the device: it waits for an interview that is under way, comes in whole or not at all, and never in the middle.

import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { configurationFrom, serve } from '../../src/server/index.ts';
import { KNOWLEDGE_FOLDER } from '../../src/store/index.ts';
import { go, interview, start } from './browser.ts';
import { untilReady } from './device.ts';
import { answer, CALM, heading, onDevice } from './on-device.ts';

const device = onDevice();
const { withWire } = device;

describe('a new release', () => {
  const OLD = 'Is any of this happening right now?';
  const NEW = 'Is any of this happening to you now?';
  let folder: string;
  let newer: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'backstride-knowledge-'));
    await cp(KNOWLEDGE_FOLDER, folder, { recursive: true });
    const file = join(folder, 'interview.yaml');
    const text = await readFile(file, 'utf8');
    expect(text).toContain(OLD);
    await writeFile(file, text.replace(OLD, NEW));
    const configuration = configurationFrom({ PORT: '0', BACKSTRIDE_COMMENTS: 'off' });
    if (!configuration.ok) throw new Error(configuration.refusal.join('\n'));
    newer = await serve({ ...configuration.value, tries: 0, knowledge: folder, log: () => {} });
  });
  afterAll(async () => {
    await newer?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** Looks for a new release; returns the state in which it ends up. */
  const update = (page: Page) =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update().catch(() => {});
      const worker = registration.installing ?? registration.waiting;
      if (!worker) return 'none';
      while (worker.state === 'installing') {
        await new Promise((resolve) => worker.addEventListener('statechange', resolve, { once: true }));
      }
      return worker.state;
    });
  const isWaiting = (page: Page) =>
    page.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null);

  test('waits while an interview is under way, which goes on as it began even after all pages were closed', () =>
    withWire(async (wire, first) => {
      let page = first;
      await page.goto(wire.url);
      await untilReady(page);
      await start(page);
      expect(await heading(page)).toContain(OLD);
      await answer(page);
      wire.connect(newer.url);
      expect(await update(page)).toBe('installed');
      await answer(page);
      await page.goto(wire.url);
      expect(await isWaiting(page), 'the start page does not let it in now').toBe(true);
      await page.goto(`${wire.url}/assess/step/1`);
      expect(await heading(page)).toContain(OLD);

      await page.close();
      page = await device.phone.context.newPage();
      await page.goto(`${wire.url}/assess`);
      await expect.poll(() => isWaiting(page)).toBe(false);
      await interview(page, CALM);
      await go(page, () => page.getByRole('link', { name: 'See your result' }).click());
      await page.goto(`${wire.url}/about`);
      expect(await page.locator('main').innerText()).toContain(device.knowledge.hash);

      await page.goto(wire.url);
      await go(page, () => page.getByRole('button', { name: /^Start again/ }).click());
      expect(await heading(page)).toContain(NEW);
      await page.close();
    }));

  test('takes over at the start page when no interview is under way', () =>
    withWire(async (wire, page) => {
      await page.goto(wire.url);
      await untilReady(page);
      // A page that the worker answers: beside one that it does not, a browser lets the new one in by itself.
      await page.goto(wire.url);
      wire.connect(newer.url);
      expect(await update(page)).toBe('installed');
      expect(await isWaiting(page)).toBe(true);
      await page.goto(wire.url);
      await expect.poll(() => isWaiting(page)).toBe(false);
      await start(page);
      expect(await heading(page)).toContain(NEW);
    }));

  test('of which one byte is wrong is not taken, and the old one goes on', () =>
    withWire(async (wire, page) => {
      await page.goto(wire.url);
      await untilReady(page);
      wire.connect(newer.url);
      wire.change = (path, body) =>
        path.startsWith('/device/knowledge-') ? Buffer.from(body.toString().replace(NEW, OLD)) : body;
      expect(await update(page)).toBe('redundant');
      expect(await page.evaluate(() => caches.keys())).toHaveLength(1);
      await start(page);
      expect(await heading(page)).toContain(OLD);
    }));
});
