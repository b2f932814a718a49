// A site for the journeys: the real server in a process of its own, with its log, and a real browser. One of each
// serves a whole file of tests. Everything that travels is written down, for the tests of privacy at the end.

import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { findHeadlessShell } from '../../scripts/find-chromium.mjs';
import { root } from '../../scripts/find-node.mjs';
import { sealedCookieKeeper } from '../../src/app/index.ts';
import type { KnowledgeBase } from '../../src/knowledge/index.ts';
import type { Answers } from '../../src/vocabulary/index.ts';
import { realKnowledge } from '../in-process.ts';

export const PHONE = { width: 360, height: 740 };
export const DESK = { width: 1280, height: 800 };

/** A name that is the server's own machine to the browser, but not one that browsers trust as they trust 127.0.0.1. */
export const PLAIN_NAME = 'backstride.test';

/** Name of the one cookie. */
export const COOKIE = 'backstride';

export interface Answered {
  readonly path: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Site {
  readonly url: string;
  readonly port: number;
  readonly knowledge: KnowledgeBase;
  /** What the server has printed so far. */
  readonly log: () => string;
  /** Every address that was asked for or stood in an address bar. */
  readonly addresses: ReadonlySet<string>;
  readonly answered: readonly Answered[];
  /** What the browser complained about, such as a breach of the content security policy. */
  readonly complaints: readonly string[];
  /** Puts a sealed cookie with these answers into the window, as if its runner had given them. */
  readonly sayAlready: (page: Page, answers: Answers, startedAt?: number) => Promise<void>;
  /** Opens a browser window of its own, with its own cookies, at the start page. */
  readonly visit: (options?: BrowserContextOptions & { readonly at?: string }) => Promise<Page>;
  readonly close: () => Promise<void>;
}

/** @param settings of the server, as an operator sets them */
export async function openSite(settings: Readonly<Record<string, string>> = {}): Promise<Site> {
  const [knowledge, executablePath] = [await realKnowledge(), findHeadlessShell()];
  if (!executablePath) throw new Error('No Chromium was found. npm test brings one in.');
  const secret = new Uint8Array(randomBytes(32));
  const server = await startServer(secret, settings);
  const browser = await chromium.launch({
    executablePath,
    args: [
      // Chromium will not start its sandbox for root, as in a container.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-dev-shm-usage',
      `--host-resolver-rules=MAP ${PLAIN_NAME} 127.0.0.1`,
    ],
  });
  const addresses = new Set<string>();
  const answered: Answered[] = [];
  const complaints: string[] = [];

  const record = (context: BrowserContext) => {
    context.on('request', (request) => addresses.add(request.url()));
    context.on('response', (response) => {
      const { pathname } = new URL(response.url());
      answered.push({ path: pathname, status: response.status(), headers: response.headers() });
    });
    context.on('console', (message) => {
      const isStatus = message.text().startsWith('Failed to load resource: the server responded with');
      // Without HTTPS browsers warn of each header that they then ignore.
      const isPlain = message.page()?.url().includes(PLAIN_NAME);
      // These journeys are the server's; those of the device are in offline.test.ts.
      const isBlocked = message.text().startsWith('Service Worker registration blocked');
      if (['error', 'warning'].includes(message.type()) && !isStatus && !isPlain && !isBlocked) {
        complaints.push(message.text());
      }
    });
    context.on('weberror', (error) => complaints.push(error.error().message));
    context.on('page', (page) =>
      page.on('framenavigated', (frame) => {
        addresses.add(frame.url());
      }),
    );
  };

  return {
    ...server,
    knowledge,
    addresses,
    answered,
    complaints,
    visit: async ({ at = '/', ...options } = {}) => {
      const context = await browser.newContext({
        viewport: PHONE,
        locale: 'en-GB',
        serviceWorkers: 'block',
        ...options,
      });
      // A page that hangs fails its own test, not the time limit of the whole.
      context.setDefaultTimeout(20_000);
      record(context);
      const page = await context.newPage();
      await page.goto(new URL(at, server.url).href);
      return page;
    },
    sayAlready: async (page, answers, startedAt = Date.now()) => {
      const keeper = sealedCookieKeeper({ knowledge, secret, now: Date.now });
      const sheet = { answers, place: 'GB', startedAt };
      const headers = await keeper.write(new Request(server.url), sheet);
      const value = /^backstride=([^;]*)/.exec(headers['set-cookie'] ?? '')?.[1] ?? '';
      await page.context().addCookies([{ name: COOKIE, value, url: server.url, httpOnly: true }]);
    },
    close: async () => {
      await browser.close();
      await server.stop();
    },
  };
}

export interface Server {
  readonly url: string;
  readonly port: number;
  readonly log: () => string;
  readonly stop: () => Promise<void>;
}

export async function startServer(
  secret: Uint8Array,
  settings: Readonly<Record<string, string>> = {},
): Promise<Server> {
  const child: ChildProcess = spawn(process.execPath, ['src/server/main.ts'], {
    cwd: root,
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      // The journeys of comments and desk have a store of their own.
      BACKSTRIDE_COMMENTS: 'off',
      BACKSTRIDE_SECRET: Buffer.from(secret).toString('hex'),
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let log = '';
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (part: Buffer) => {
      log += part.toString();
      const ready = /is ready: (\S+)/.exec(log)?.[1];
      if (ready) resolve(ready);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('close', (code) => reject(new Error(`The server ended with ${code}:\n${log}`)));
  });
  return {
    url,
    port: Number(new URL(url).port),
    log: () => log,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Does something that leads to another page, and waits until that page is there. */
export async function go(page: Page, act: () => Promise<unknown>): Promise<void> {
  const arrived = page.waitForEvent('framenavigated', (frame) => frame === page.mainFrame());
  await Promise.all([arrived, act()]);
  await page.waitForLoadState();
}

export const start = (page: Page): Promise<void> =>
  go(page, () => page.getByRole('button', { name: 'Start now' }).click());

export const goOn = (page: Page): Promise<void> =>
  go(page, () => page.getByRole('button', { name: 'Continue' }).click());

/** What a page asks, read from the page itself: the interview decides its order anew with every change of knowledge. */
export interface Asked {
  /** Id of the question or shared screen; undefined where nothing is asked. */
  readonly ask: string | undefined;
  /** Values by name of the field, in the order of the page. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
  /** Values that are marked, as `name=value`. */
  readonly marked: readonly string[];
}

export const asked = (page: Page): Promise<Asked> => page.evaluate(readAsked);

/** In a page: what it asks. */
export function readAsked(): Asked {
  const choices: Record<string, string[]> = {};
  const marked: string[] = [];
  for (const input of document.querySelectorAll<HTMLInputElement>('main form .choice input')) {
    choices[input.name] = [...(choices[input.name] ?? []), input.value];
    if (input.checked) marked.push(`${input.name}=${input.value}`);
  }
  const ask = document.querySelector<HTMLInputElement>('main form input[name=ask]')?.value;
  return { ask, choices, marked };
}

/** What somebody says, by finding. Whatever is not in it is "no" where there is a no, else "not sure". */
export type Persona = Readonly<Record<string, string>>;

const NO_OR_UNSURE = ['no', 'unsure'];

/** The fields to mark, as name and value, so that the page is answered as the persona would. */
export function answersOf({ ask, choices }: Asked, persona: Persona): readonly (readonly [string, string])[] {
  return Object.entries(choices).flatMap(([name, values]): (readonly [string, string])[] => {
    if (name === 'found') {
      const found = values.filter((value) => persona[value] === 'yes');
      return found.length > 0 ? found.map((value) => [name, value]) : [[name, 'none']];
    }
    const said = persona[name === 'answer' ? (ask ?? '') : name.replace('answer-', '')];
    const value = [said, ...NO_OR_UNSURE].find((one) => one !== undefined && values.includes(one));
    return value === undefined ? [] : [[name, value]];
  });
}

/** Marks the answers of the persona on the page that is shown; leaves the page as it is otherwise. In one go, by the page's own clicks. */
export async function mark(page: Page, persona: Persona): Promise<void> {
  const answers = answersOf(await asked(page), persona);
  await page.evaluate(markAll, answers);
}

/** In a page: marks these fields, by name and value. */
export function markAll(answers: readonly (readonly [string, string])[]): void {
  for (const [name, value] of answers) {
    const input = document.querySelector<HTMLInputElement>(`input[name="${name}"][value="${value}"]`);
    if (!input?.checked) input?.click();
  }
}

export type OnPage = (page: Page, ask: string | undefined) => Promise<void>;

/** Far more pages than an interview may have. */
const MOST_PAGES = 80;

/**
 * Answers page after page up to the first that asks nothing, which it shows to `onPage` as well. It goes on by the page's own clicks,
 * three times as fast as a hand; that a hand and a keyboard can is seen in behaviour, keyboard and pictures.
 */
export async function interview(
  page: Page,
  persona: Persona,
  onPage: OnPage = async () => {},
): Promise<readonly string[]> {
  const asks: string[] = [];
  for (;;) {
    const { ask } = await asked(page);
    await onPage(page, ask);
    if (ask === undefined) return asks;
    asks.push(ask);
    expect(asks.length, `the interview ends; asked so far: ${asks.join(', ')}`).toBeLessThan(MOST_PAGES);
    await mark(page, persona);
    await go(page, () =>
      page.evaluate(() => document.querySelector<HTMLElement>('main form.asks button:not([name])')?.click()),
    );
  }
}

/** Starts, answers everything, and opens the result (an emergency is there already). */
export async function toResult(page: Page, persona: Persona, onPage?: OnPage): Promise<void> {
  await start(page);
  await interview(page, persona, onPage);
  if (pathOf(page) === '/assess/check') {
    await go(page, () => page.getByRole('link', { name: 'See your result' }).click());
    await onPage?.(page, undefined);
  }
}

export function pathOf(page: Page): string {
  return new URL(page.url()).pathname;
}

/** The rows of "check your answers": short name of the finding, then the answer. Leaves the page where it is. */
export async function answersSoFar(page: Page): Promise<ReadonlyMap<string, string>> {
  const list = await page.context().newPage();
  try {
    await list.goto(new URL('/assess/check', page.url()).href);
    const rows = await list.locator('.answers > div').evaluateAll((all) =>
      all.flatMap((row) => {
        const [short, answer] = [row.querySelector('dt'), row.querySelector('dd')];
        // What was denied on a shared screen stands in one row, a name in each span.
        const names = [...row.querySelectorAll('dt span')];
        return (names.length > 0 ? names : [short]).map(
          (name) => [name?.textContent ?? '', answer?.textContent ?? ''] as const,
        );
      }),
    );
    return new Map(rows);
  } finally {
    await list.close();
  }
}

/** What holds for every page: one heading, a title that says the question, nothing that scrolls sideways. */
export async function expectSound(page: Page, language = 'en-GB'): Promise<void> {
  const found = await page.evaluate(() => {
    const heading = document.querySelector('h1')?.cloneNode(true) as HTMLElement | undefined;
    heading?.querySelector('.section')?.remove();
    return {
      headings: document.querySelectorAll('h1').length,
      heading: heading?.textContent?.trim(),
      asks: document.querySelector('main form input[name=ask]') !== null,
      title: document.title,
      language: document.documentElement.lang,
      wide: document.documentElement.scrollWidth,
      window: window.innerWidth,
    };
  });
  const where = `${found.title} at ${found.window} px`;
  expect(found.headings, `number of h1: ${where}`).toBe(1);
  expect(found.language, where).toBe(language);
  expect(found.title).toMatch(/^\S.* – Backstride$/);
  if (found.asks) {
    expect(found.title.replace(/^Error: /, ''), 'the title is the question').toBe(
      `${found.heading} – Backstride`,
    );
  }
  expect(found.wide, `scrolls sideways: ${where}`).toBeLessThanOrEqual(found.window);
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Pages that axe has looked at, as they were and on which screen; journeys often come past the same one. */
const examined = new Set<string>();

/** Every rule of axe, its best practices included, finds nothing to complain about; `without` leaves rules out. */
export async function expectAccessible(page: Page, without: readonly string[] = []): Promise<void> {
  const looks = await page.evaluate(() =>
    JSON.stringify([
      document.documentElement.outerHTML,
      [innerWidth, innerHeight, devicePixelRatio],
      ['(prefers-color-scheme: dark)', '(forced-colors: active)', 'print'].map(
        (query) => matchMedia(query).matches,
      ),
    ]),
  );
  const key = createHash('sha256').update(looks).update(without.join()).digest('hex');
  if (examined.has(key)) return;
  // Through the debugger: the content security policy of the page lets no script in, and that is how it should be.
  await page.evaluate(AXE);
  const rules = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]));
  // Nothing is brought for it: the one rule that needs it is about sound. Only what is read crosses over.
  const options = { resultTypes: ['violations'], preload: false, rules };
  const { violations, passes } = await page.evaluate<Pick<AxeResults, 'violations'> & { passes: number }>(
    `axe.run(document, ${JSON.stringify(options)}).then(({ violations, passes }) => ({ violations, passes: passes.length }))`,
  );
  expect(passes, 'axe looked at the page').toBeGreaterThan(10);
  const found = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map(({ html, target }) => `  ${target} ${html}`).join('\n')}`,
  );
  expect(found, `${await page.title()} (${page.url()})`).toEqual([]);
  examined.add(key);
}

/** The page keeps nothing in the browser beside the cookie, which no script can read. */
export async function expectNothingStored(page: Page): Promise<void> {
  const stored = await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]);
  expect(stored).toEqual([0, 0, '']);
}
