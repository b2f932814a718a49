// From the tap on "Continue" to the next question, once with the server answering and once with the service worker; and from a cold
// start page through "Start now" to the first question. On the throttled profile; only taps are timed, marking answers is not.

import type { Browser, Page } from 'playwright-core';
import { go, mark } from '../../test/journeys/browser.ts';
import { isFromDevice, untilReady } from '../../test/journeys/device.ts';
import { openWindow, throttle, turnedOrWatched, watched } from './throttled.ts';

export interface Tap {
  /** Milliseconds from the tap to the frame with the next question. */
  readonly next: number;
  /** Of these: until whoever answers had answered, the redirect included. */
  readonly answered: number;
  readonly shift: number;
}

/** Questions answered a window. */
const TAPS = 8;

/**
 * Who answers, and when "Continue" is tapped: as soon as an answer is marked, as only a program can, or half a second after, as people
 * do. The device uses the time in between.
 */
export const TAPPERS = ['server', 'device at once', 'device'] as const;
export type Tapper = (typeof TAPPERS)[number];
const THINKING_MS = 500;

export async function door(
  browser: Browser,
  url: string,
): Promise<{ readonly start: number; readonly tap: Tap }> {
  const page = await openWindow(browser, '');
  try {
    await throttle(page);
    await page.goto(url, { waitUntil: 'commit' });
    const { visible } = await watched(page);
    return { start: visible, tap: await tapOn(page, 'Start now') };
  } finally {
    await page.context().close();
  }
}

/** The first questions after the first one; everybody says no. */
export async function taps(browser: Browser, url: string, tapper: Tapper): Promise<readonly Tap[]> {
  const by = tapper === 'server' ? 'server' : 'device';
  const page = await openWindow(browser, '', { serviceWorkers: by === 'device' ? 'allow' : 'block' });
  try {
    await page.goto(url);
    if (by === 'device') await untilReady(page);
    await go(page, () => page.getByRole('button', { name: 'Start now' }).click());
    if ((await isFromDevice(page)) !== (by === 'device'))
      throw new Error(`It is not the ${by} that answers.`);
    await throttle(page);
    const all: Tap[] = [];
    while (all.length < TAPS) {
      await mark(page, {});
      if (tapper === 'device') await page.waitForTimeout(THINKING_MS);
      all.push(await tapOn(page, 'Continue'));
    }
    return all;
  } finally {
    await page.context().close();
  }
}

async function tapOn(page: Page, name: string): Promise<Tap> {
  const { began: before, shift: shifted } = await watched(page);
  await page.getByRole('button', { name }).click({ noWaitAfter: true });
  const {
    began,
    visible = Number.NaN,
    tapped = Number.NaN,
    answered,
    shift,
    turned,
  } = await turnedOrWatched(page, before);
  // Where a page turns in place, what shifted before still counts in its sum.
  if (began === before)
    return { ...(turned ?? { next: Number.NaN, answered: Number.NaN }), shift: shift - shifted };
  return { next: began + visible - tapped, answered, shift };
}
