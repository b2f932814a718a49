// A phone for the journeys on the device: a real browser with a profile of its own that outlives it, so that it can be
// killed and opened again; and a wire between it and the server on which everything that passes is written down, and which
// can be cut.

import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium, findHeadlessShell } from '../../scripts/find-chromium.mjs';
import type { EpisodeEvent } from '../../src/episode/index.ts';
import type { KnowledgeBase } from '../../src/knowledge/index.ts';
import type { Answers } from '../../src/vocabulary/index.ts';
import { startServer } from './browser.ts';

export interface Passed {
  readonly method: string;
  readonly path: string;
  readonly headers: string;
  readonly body: string;
}

/** What the wire does with a request before it goes on; a test may hold it back, or change what comes. */
export type Handling = (passed: Passed) => Promise<void> | void;
export type Changing = (path: string, body: Buffer) => Buffer;

export interface Wire {
  readonly url: string;
  readonly passed: readonly Passed[];
  /** From now on nothing passes, and nobody answers. */
  readonly cut: () => Promise<void>;
  readonly mend: () => Promise<void>;
  /** Where requests go from now on. */
  connect: (server: string) => void;
  /** Called before an answer goes back to the browser. */
  onAnswer: Handling;
  change: Changing;
}

export async function openWire(server: string): Promise<Wire> {
  const passed: Passed[] = [];
  let upstream = new URL(server);
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts);
      const { method = 'GET', url: path = '/', headers } = request;
      const one = { method, path, headers: JSON.stringify(headers), body: body.toString() };
      passed.push(one);
      // Plain bytes, so that a test can change them.
      const onward = { ...headers, 'accept-encoding': 'identity' };
      const { hostname, port } = upstream;
      const asked = send({ hostname, port, method, path, headers: onward, agent: false }, (answer) => {
        const answered: Buffer[] = [];
        answer.on('data', (part: Buffer) => answered.push(part));
        answer.on('end', async () => {
          await wire.onAnswer(one);
          const { 'content-length': _, 'transfer-encoding': __, ...kept } = answer.headers;
          response.writeHead(answer.statusCode ?? 502, kept);
          response.end(wire.change(path, Buffer.concat(answered)));
        });
      });
      asked.on('error', () => response.destroy());
      asked.end(body);
    });
  };
  let listener = createServer(handle);
  const listen = (port: number) =>
    new Promise<void>((resolve) => {
      listener.listen(port, '127.0.0.1', resolve);
    });
  await listen(0);
  const { port } = listener.address() as AddressInfo;
  const wire: Wire = {
    url: `http://127.0.0.1:${port}`,
    passed,
    cut: () =>
      new Promise((resolve) => {
        listener.close(() => resolve());
        listener.closeAllConnections();
      }),
    mend: async () => {
      listener = createServer(handle);
      await listen(port);
    },
    connect: (next) => {
      upstream = new URL(next);
    },
    onAnswer: () => {},
    change: (_, body) => body,
  };
  return wire;
}

export function startAnyServer(): ReturnType<typeof startServer> {
  return startServer(new Uint8Array(randomBytes(32)));
}

export interface Phone {
  readonly browser: Browser;
  readonly context: BrowserContext;
  /** Ends every process of the browser at once, as a phone does that runs out of power. */
  readonly kill: () => Promise<void>;
  /** Ends it and throws its profile away. */
  readonly discard: () => Promise<void>;
  readonly profile: string;
}

/** What a phone keeps; it can be opened again by another browser. */
export const newProfile = (): string => mkdtempSync(join(tmpdir(), 'backstride-phone-'));

/**
 * Opens a browser, in the time zone of this machine unless one is given. With a profile what is kept outlives it, which takes the
 * whole Chromium; the one without a window answers the same pages in half the time.
 */
export async function openPhone({
  profile,
  zone,
}: {
  readonly profile?: string;
  readonly zone?: string;
} = {}): Promise<Phone> {
  const folder = profile ?? newProfile();
  const executablePath = profile === undefined ? findHeadlessShell() : findChromium();
  if (!executablePath) throw new Error('No Chromium was found. npm test brings one in.');
  const child = spawn(
    executablePath,
    [
      '--headless=new',
      '--remote-debugging-port=0',
      `--user-data-dir=${folder}`,
      '--no-first-run',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--window-size=360,740',
      '--lang=en-GB',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      'about:blank',
    ],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
      env: { ...process.env, ...(zone === undefined ? {} : { TZ: zone }) },
    },
  );
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const browser = await chromium.connectOverCDP(await debuggerOf(child));
  const [context] = browser.contexts();
  if (!context) throw new Error('The browser has no window.');
  context.setDefaultTimeout(20_000);
  const kill = async () => {
    killGroup(child);
    await ended;
    await browser.close().catch(() => {});
  };
  return {
    browser,
    context,
    profile: folder,
    kill,
    discard: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

export function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

function debuggerOf(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    child.stderr?.on('data', (part: Buffer) => {
      said += part.toString();
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (address) resolve(address);
    });
    child.once('close', (code) => reject(new Error(`The browser ended with ${code}:\n${said}`)));
  });
}

/** Waits until this device answers its own pages. */
export async function untilReady(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active?.state === 'activated') return;
    await new Promise<void>((resolve) => {
      active?.addEventListener('statechange', () => {
        if (active.state === 'activated') resolve();
      });
    });
  });
}

/** What this device keeps, read past the application: what was said in an interview, in order, and the events of the plan. */
export async function kept(page: Page): Promise<{
  readonly answers: Answers | undefined;
  readonly events: readonly EpisodeEvent[];
}> {
  const { text, events } = await page.evaluate(readKept);
  return {
    answers: text === undefined ? undefined : (JSON.parse(text) as { readonly answers: Answers }).answers,
    events,
  };
}

/** In a page: the same, as it is kept. */
export async function readKept(): Promise<{
  readonly text: string | undefined;
  readonly events: readonly EpisodeEvent[];
}> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await done(indexedDB.open('backstride'));
  try {
    const change = database.transaction(['answers', 'events']);
    const [sheet, all] = await Promise.all([
      done(change.objectStore('answers').get('sheet')),
      done(change.objectStore('events').getAll()),
    ]);
    return { text: (sheet as { readonly text: string } | undefined)?.text, events: all };
  } finally {
    database.close();
  }
}

export async function keptAnswers(page: Page): Promise<Answers | undefined> {
  return (await kept(page)).answers;
}

/** The questions and screens to which answers belong, in order. */
export function asksOf(knowledge: KnowledgeBase, answers: Answers): readonly string[] {
  const asks = Object.keys(answers).map(
    (id) => knowledge.screens.find(({ findings }) => findings.includes(id))?.id ?? id,
  );
  return [...new Set(asks)];
}

/** Whether the worker has answered the page that is shown. */
export function isFromDevice(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const [shown] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return (shown?.workerStart ?? 0) > 0 && navigator.serviceWorker.controller !== null;
  });
}
