// The web application without a server: real knowledge, a clock that stands still until it is moved, and a runner who
// keeps the cookie as a browser would. For the tests of src/app, which may not read files themselves.

import {
  type AnswerKeeper,
  type AppOptions,
  createApp,
  sealedCookieEpisodeKeeper,
  sealedCookieKeeper,
  sealedCookieRunKeeper,
} from '../src/app/index.ts';
import {
  findingById,
  formatMistake,
  type KnowledgeBase,
  loadTranslations,
  type Texts,
} from '../src/knowledge/index.ts';
import { compileGuide, type Guide } from '../src/learn/index.ts';
import { readGuide, readKnowledgeKept, readLanguageFiles, sha256 } from '../src/store/index.ts';
import type { Language } from '../src/vocabulary/index.ts';

/** The medical wing of this package, compiled. */
export async function realKnowledge(): Promise<KnowledgeBase> {
  const read = await readKnowledgeKept();
  if (!read.ok)
    throw new Error(`The knowledge does not load:\n${read.refusal.map(formatMistake).join('\n')}`);
  return read.value;
}

/** A day on which no review of the guide is due. */
export const GUIDE_DAY = '2026-11-28';

/** The guide of this package, compiled. */
export async function realGuide(): Promise<Guide> {
  const read = await readGuide(await realKnowledge(), GUIDE_DAY);
  if (!read.ok) throw new Error(`The guide does not load:\n${read.refusal.map(formatMistake).join('\n')}`);
  return compileGuide(read.value.guide, sha256);
}

/** The dictionaries of this package. */
export async function realTranslations(): Promise<ReadonlyMap<Language, Texts>> {
  const read = loadTranslations(await readLanguageFiles());
  if (!read.ok)
    throw new Error(`The translations do not load:\n${read.refusal.map(formatMistake).join('\n')}`);
  return read.value;
}

export const SECRET = new Uint8Array(32).fill(7);
export const ORIGIN = 'http://localhost';

export interface Rehearsal {
  readonly app: ReturnType<typeof createApp>;
  readonly keeper: AnswerKeeper;
  /** Milliseconds since 1970; a test may move it. */
  readonly clock: { now: number };
  /** What the application reported as its own mistakes. */
  readonly bugs: unknown[];
}

/**
 * @param translations dictionaries of the knowledge; without them only the interface speaks other languages
 * @param more options that a test sets itself
 */
export function rehearse(
  knowledge: KnowledgeBase,
  translations?: ReadonlyMap<Language, Texts>,
  more: Partial<AppOptions> = {},
): Rehearsal {
  const clock = { now: Date.UTC(2026, 0, 1) };
  const bugs: unknown[] = [];
  let made = 0;
  const keeper = sealedCookieKeeper({ knowledge, secret: SECRET, now: () => clock.now });
  const app = createApp({
    knowledge,
    keeper,
    episodes: sealedCookieEpisodeKeeper(SECRET),
    runs: sealedCookieRunKeeper(SECRET),
    texts: async (language) => translations?.get(language) ?? new Map(),
    now: () => clock.now,
    zone: undefined,
    newId: () => {
      made += 1;
      return `id-${String(made).padStart(6, '0')}`;
    },
    assets: { '/assets/style.css': { body: 'body{}', type: 'text/css' } },
    stylesheets: { common: '/assets/common.css', plan: '/assets/plan.css', learn: '/assets/learn.css' },
    report: (bug) => bugs.push(bug),
    ...more,
  });
  return { app, keeper, clock, bugs };
}

/** The scripts that a page may bring: each from a file of ours, and none that a page needs. */
export const OWN_SCRIPT =
  /<script type="module" async src="\/(register|timer|turn|remind|import)\.js"><\/script>/g;

export interface Reply {
  readonly status: number;
  readonly location: string | undefined;
  readonly headers: Headers;
  readonly text: string;
}

/** Names and values in their order; a name may come more than once. */
export type Fields = readonly (readonly [name: string, value: string])[];

export interface Runner {
  readonly send: (path: string, init?: RequestInit) => Promise<Reply>;
  /** Posts a form as a page of ours does. */
  readonly post: (path: string, fields?: Fields) => Promise<Reply>;
  /** The `cookie` header of the next request; a test may change it. */
  cookie: string;
}

/** One browser with its cookie. */
export function runnerOf({ app }: Rehearsal, languages = 'en-GB,en;q=0.9'): Runner {
  const runner: Runner = {
    cookie: '',
    send: async (path, init = {}) => {
      const headers = new Headers({ 'accept-language': languages, 'sec-fetch-site': 'same-origin' });
      if (runner.cookie) headers.set('cookie', runner.cookie);
      new Headers(init.headers).forEach((value, name) => headers.set(name, value));
      const response = await app.request(path, { ...init, headers });
      for (const kept of response.headers.getSetCookie()) runner.cookie = withCookie(runner.cookie, kept);
      return {
        status: response.status,
        location: response.headers.get('location') ?? undefined,
        headers: response.headers,
        text: await response.text(),
      };
    },
    post: (path, fields = []) =>
      runner.send(path, {
        method: 'POST',
        body: new URLSearchParams(fields.map(([name, value]) => [name, value])),
      }),
  };
  return runner;
}

/** The `cookie` header after one `set-cookie`. */
function withCookie(header: string, kept: string): string {
  const [pair = ''] = kept.split(';');
  const name = pair.slice(0, pair.indexOf('='));
  const others = header.split('; ').filter((one) => one !== '' && !one.startsWith(`${name}=`));
  return (kept.includes('Max-Age=0') ? others : [...others, pair]).join('; ');
}

/** What a page asks: the value of its field `ask`; undefined on a page that asks nothing. */
export function askOf({ text }: Reply): string | undefined {
  return /name="ask" value="([^"]*)"/.exec(text)?.[1];
}

/** The values that are marked on a page. */
export function markedOn({ text }: Reply): readonly string[] {
  return [...text.matchAll(/<input type="(?:radio|checkbox)"[^>]* value="([^"]*)" checked/g)].map(
    ([, value]) => value ?? '',
  );
}

/** Says which state somebody chooses; undefined is "not sure". */
export type Says = (finding: string) => string | undefined;

/** Somebody who says no wherever there is a "no", and is not sure of the rest. */
export function saysNo(knowledge: KnowledgeBase): Says {
  return (id) => (findingById(knowledge, id)?.states.some((state) => state.id === 'no') ? 'no' : undefined);
}

/** The form that answers a page so. */
export function formFor(knowledge: KnowledgeBase, ask: string, says: Says): Fields {
  const screen = knowledge.screens.find((one) => one.id === ask);
  if (!screen) {
    return [
      ['ask', ask],
      ['answer', says(ask) ?? 'unsure'],
    ];
  }
  const each = screen.findings.map((id) => [`answer-${id}`, says(id) ?? 'unsure'] as const);
  return [['ask', ask], ['each', '1'], ...each];
}

/** Answers page after page from the start until no page asks any more; returns that page and how it came there. */
export async function interviewed(
  knowledge: KnowledgeBase,
  runner: Runner,
  says: Says,
  onStep: (path: string) => Promise<void> | void = () => {},
): Promise<{ readonly path: string; readonly steps: number }> {
  let path = (await runner.post('/assess/start')).location ?? '';
  for (let steps = 0; ; steps++) {
    const ask = askOf(await runner.send(path));
    if (ask === undefined) return { path, steps };
    const reply = await runner.post(path, formFor(knowledge, ask, says));
    if (!reply.location) throw new Error(`The answer to ${ask} was refused with ${reply.status}.`);
    path = reply.location;
    await onStep(path);
  }
}
