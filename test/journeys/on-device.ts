// What files of journeys on the device have in common: a phone and a server, opened before the first test and ended after the last.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import type { KnowledgeBase } from '../../src/knowledge/index.ts';
import { realKnowledge } from '../in-process.ts';
import { asked, goOn, mark, type Server } from './browser.ts';
import { openPhone, openWire, type Phone, startAnyServer, type Wire } from './device.ts';
import { DESK_WORKER } from './personas.ts';

/** There from the first test on. */
export interface Device {
  readonly knowledge: KnowledgeBase;
  readonly server: Server;
  readonly phone: Phone;
  /** Runs something with a new page of the phone on a wire of its own, and with it an origin and a store of its own. */
  readonly withWire: (run: (wire: Wire, page: Page) => Promise<void>) => Promise<void>;
}

/** To be called once in a file of tests. */
export function onDevice(): Device {
  const device = {} as { knowledge: KnowledgeBase; server: Server; phone: Phone };
  beforeAll(async () => {
    [device.knowledge, device.server, device.phone] = await Promise.all([
      realKnowledge(),
      startAnyServer(),
      openPhone(),
    ]);
  });
  afterAll(async () => {
    await device.phone?.discard();
    await device.server?.stop();
  });
  return Object.assign(device, {
    withWire: async (run: (wire: Wire, page: Page) => Promise<void>) => {
      const { context } = device.phone;
      const wire = await openWire(device.server.url);
      // Cookies do not tell ports apart.
      await context.clearCookies();
      const page = await context.newPage();
      try {
        await run(wire, page);
      } finally {
        await context.setOffline(false);
        await page.close();
        await wire.cut();
      }
    },
  });
}

/** Answers the page that is shown; returns what it asked. */
export async function answer(page: Page): Promise<string | undefined> {
  const { ask } = await asked(page);
  await mark(page, DESK_WORKER);
  await goOn(page);
  return ask;
}

export const CALM = { ...DESK_WORKER, 'pain-severity': 'mild' };
export const heading = (page: Page): Promise<string> => page.locator('h1').innerText();
