// A phone on a slow line, as Lighthouse's "slow 4G" has it: 150 ms a round trip, 1.6 Mbit/s down, 750 kbit/s up, and a processor four
// times slower, all by Chromium itself through its debugger. Limits: Chromium adds the round trip to each request, not to connecting,
// and slows the page's own thread only; a service worker runs at full speed, and its downloads are not held back.

import type { Browser, BrowserContext, BrowserContextOptions, CDPSession, Page } from 'playwright-core';
import { PHONE } from '../../test/journeys/browser.ts';
import { type Watched, watch } from './watch.ts';

const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};
export const CPU_TIMES = 4;
export const PROFILE = `CPU ${CPU_TIMES} × slower, slow 4G (150 ms, 1.6 Mbit/s down, 750 kbit/s up)`;

/** Longest that a peer may take. */
const PATIENCE = 60_000;

/** A new window: nothing kept, nothing cached. */
export async function openWindow(
  browser: Browser,
  text: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: PHONE,
    hasTouch: true,
    locale: 'en-GB',
    serviceWorkers: 'block',
    ...options,
  });
  context.setDefaultTimeout(PATIENCE);
  await context.addInitScript(watch, text);
  return context.newPage();
}

export async function throttle(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', SLOW_4G);
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_TIMES });
  return session;
}

/** Waits until the page that was tapped on has turned, or another that it led to shows its question. */
export async function turnedOrWatched(page: Page, before: number): Promise<Watched> {
  return lookUntil(page, ({ began, visible, turned }) =>
    began === before ? turned !== undefined : visible !== undefined,
  );
}

/** Waits until the question is seen. */
export async function watched(page: Page): Promise<Watched & { readonly visible: number }> {
  const seen = await lookUntil(page, ({ visible }) => visible !== undefined);
  return { ...seen, visible: seen.visible ?? Number.NaN };
}

/** Looks now and then, by the clock and from outside: looking must not make the page slower. */
async function lookUntil(page: Page, isEnough: (seen: Watched) => boolean): Promise<Watched> {
  for (const end = performance.now() + PATIENCE; performance.now() < end; ) {
    // Between two pages there is none to ask.
    const seen = await look(page).catch(() => undefined);
    if (seen && isEnough(seen)) return seen;
    await page.waitForTimeout(100);
  }
  throw new Error(`${page.url()} showed no question within ${PATIENCE / 1000} s.`);
}

function look(page: Page): Promise<Watched> {
  return page.evaluate(() => (globalThis as unknown as { watched: () => Watched }).watched());
}

export interface Visit {
  /** Milliseconds from asking for the page to seeing the first question. */
  readonly visible: number;
  /** Everything that had arrived by then, headers included. */
  readonly bytes: number;
  /** The scripts among it. */
  readonly script: number;
  readonly stylesheet: number;
  readonly blocking: number;
  readonly shift: number;
  /** From a tap on an answer to the next frame. */
  readonly frame: number;
}

interface Arrival {
  readonly type: string;
  readonly bytes: number;
  /** Seconds, on the clock of the debugger. */
  readonly at: number;
}

/** Opens a page cold, waits for the question, lets it settle, and taps on an answer. */
export async function visit(
  browser: Browser,
  url: string,
  {
    text,
    answer,
    cookies = [],
  }: { readonly text: string; readonly answer: string; readonly cookies?: Cookies },
): Promise<Visit> {
  const page = await openWindow(browser, text);
  try {
    await page.context().addCookies([...cookies]);
    const session = await throttle(page);
    const arrivals = record(session);
    await page.goto(url, { waitUntil: 'commit' });
    const { visible, blocking } = await watched(page);
    const { began, all } = arrivals();
    const inTime = all.filter(({ at, type }) => type === 'Document' || at <= began + visible / 1000);
    const sum = (type?: string) =>
      inTime.filter((one) => !type || one.type === type).reduce((total, { bytes }) => total + bytes, 0);
    await page.waitForLoadState('load');
    await page.waitForTimeout(1000);
    const { shift } = await look(page);
    await page.getByText(answer, { exact: true }).first().click();
    const { frame = Number.NaN } = await lookUntil(page, (seen) => seen.frame !== undefined);
    return {
      visible,
      bytes: sum(),
      script: sum('Script'),
      stylesheet: sum('Stylesheet'),
      blocking,
      shift,
      frame,
    };
  } finally {
    await page.context().close();
  }
}

export type Cookies = Parameters<BrowserContext['addCookies']>[0];

/** Everything that arrives from now on. */
function record(session: CDPSession) {
  const types = new Map<string, string>();
  const all: Arrival[] = [];
  let began = Number.NaN;
  session.on('Network.requestWillBeSent', ({ requestId, type = 'Other', timestamp, redirectResponse }) => {
    if (Number.isNaN(began)) began = timestamp;
    types.set(requestId, type);
    if (redirectResponse) all.push({ type, bytes: redirectResponse.encodedDataLength, at: timestamp });
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength, timestamp }) => {
    all.push({ type: types.get(requestId) ?? 'Other', bytes: encodedDataLength, at: timestamp });
  });
  return () => ({ began, all: [...all] });
}
