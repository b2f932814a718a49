// The Node shell: reads the knowledge and the files of the browser, opens a port, serves until it is told to stop.

import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Guide as GuideAtDesk } from '../app/desk/index.ts';
import {
  type Asset,
  createApp,
  isOpenGuidePath,
  type KeptPage,
  LANGUAGE_COOKIE,
  sealedCookieEpisodeKeeper,
  sealedCookieKeeper,
  sealedCookieRunKeeper,
} from '../app/index.ts';
import { formatMistake, type KnowledgeBase, loadTranslations, type Texts } from '../knowledge/index.ts';
import { compileGuide, type Guide, StoreTrouble } from '../learn/index.ts';
import {
  compactRules,
  type InlineSheet,
  type InlineSheets,
  SHEETS,
  type SheetName,
  type Stylesheets,
} from '../pages/index.ts';
import { readGuide, readKnowledgeKept, readLanguageFiles, sha256 } from '../store/index.ts';
import type { Language } from '../vocabulary/index.ts';
import { openAdmission } from './admission.ts';
import { openBrowserFiles } from './browser-files.ts';
import { callerOf } from './caller.ts';
import { compressed } from './compress.ts';
import type { Configuration } from './configuration.ts';
import { additionsToGuide, type Desk, type DeskSettings, guideAtDesk, openDesk } from './desk/index.ts';
import { frontOf } from './front.ts';
import { requestLog } from './log.ts';
import { type Metrics, openMetrics } from './metrics.ts';
import { nodeSeal } from './node-seal.ts';
import { pathOf } from './path-of.ts';
import { preparedPages } from './prepared-pages.ts';

export interface ServeOptions extends Configuration {
  /** How many further ports to try when the port is taken. */
  readonly tries: number;
  /** Folder of the medical wing; the package's own by default. */
  readonly knowledge?: string;
  /** The pages and claims that comments and sign-offs are about; those of the guide by default. */
  readonly guideAtDesk?: GuideAtDesk;
  readonly log: (line: string) => void;
}

export interface Running {
  readonly url: string;
  /** Where metrics are served, if they are. */
  readonly metricsUrl: string | undefined;
  /** Stops taking requests and waits for those under way, as long as the configuration grants. */
  readonly stop: () => Promise<void>;
}

/** A connection that says nothing for so long is closed. */
const LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 10_000,
  connectionsCheckingInterval: 2_000,
  maxHeaderSize: 32 * 1024,
};
/** Beyond so many open connections new ones are closed at once. */
const MAX_CONNECTIONS = 4_000;

const STYLES = new URL('../pages/styles/', import.meta.url);
const ICON = new URL('../pages/icon.svg', import.meta.url);

/** Starts the server. Throws with a plain message when the knowledge has mistakes or no port is free. */
export async function serve(options: ServeOptions): Promise<Running> {
  const knowledge = await readKnowledgeKept(options.knowledge);
  if (!knowledge.ok) {
    const shown = knowledge.refusal.slice(0, 10).map(formatMistake).join('\n');
    throw new ServeError(
      `The knowledge has ${knowledge.refusal.length} mistakes:\n${shown}\nSee: npm run check:knowledge`,
    );
  }
  const translations = loadTranslations(await readLanguageFiles(options.knowledge));
  if (!translations.ok) {
    // Urgency in English is better than none: the pages fall back to it.
    options.log('Translations of the knowledge cannot be read. See: npm run check:knowledge');
  }
  const dictionaries = translations.ok ? translations.value : new Map<Language, Texts>();
  const guide = await openGuide(knowledge.value, options);
  const { assets, stylesheets, inlineSheets } = await readAssets();
  const secret = options.secret ?? new Uint8Array(randomBytes(32));
  const browserFiles = await openBrowserFiles({
    knowledge: knowledge.value,
    texts: dictionaries,
    guide,
    stylesheets,
    assets,
    log: options.log,
  });
  const admission = openAdmission(options.patience, () => performance.now());
  const atDesk = options.guideAtDesk ?? guideAtDesk(guide);
  const desk = await startDesk(options, {
    knowledge: knowledge.value,
    texts: dictionaries,
    stylesheets,
    guide: atDesk,
    addressOf: callerOf(options.proxies),
    turns: admission,
    changed: (what) => {
      const page = what === 'much' ? undefined : atDesk.page(what.commentsOn);
      prepared.forget(page?.path);
    },
    now: Date.now,
    log: options.log,
  });
  const again = new WeakMap<Response, KeptPage>();
  const app = createApp({
    knowledge: knowledge.value,
    keeper: sealedCookieKeeper({ knowledge: knowledge.value, secret, now: Date.now, makeSeal: nodeSeal }),
    episodes: sealedCookieEpisodeKeeper(secret, nodeSeal),
    runs: sealedCookieRunKeeper(secret, nodeSeal),
    texts: async (language) => dictionaries.get(language) ?? new Map(),
    ...(guide ? { guide: async () => guide } : {}),
    ...(options.publicUrl ? { publicAddress: options.publicUrl } : {}),
    ...(desk ? additionsToGuide(desk, atDesk, stylesheets, options.log) : {}),
    now: Date.now,
    zone: undefined,
    newId: () => randomUUID().slice(0, 13),
    assets,
    stylesheets,
    inlineSheets,
    comesAgain: (response, page) => void again.set(response, page),
    report: (bug) => options.log(`bug ${bug instanceof Error ? (bug.stack ?? bug.message) : 'unknown'}`),
  });

  const prepared = preparedPages({
    isOpen: isOpenGuidePath,
    answer: async (request) => app.fetch(request),
    languageCookie: LANGUAGE_COOKIE,
    now: Date.now,
  });
  const metrics = openMetrics();
  let isOpen = true;
  const front = frontOf({
    ready: prepared.answer,
    prepared: async (request) => {
      const pathname = pathOf(request.url);
      if (pathname === '/ready') return readiness(isOpen);
      // Whoever asks whether the server lives must not be told to come back: it would be ended for being busy.
      return pathname === '/health' ? app.fetch(request) : browserFiles.answer(request);
    },
    answer: async (request, environment) => {
      const response = (await desk?.answer(request, environment)) ?? (await app.fetch(request));
      return compressed(request, response, again.get(response));
    },
    isOpen: () => isOpen,
    admission,
    metrics,
    log: requestLog(options.logFormat, options.log, Date.now),
    strictTransport: options.publicUrl?.startsWith('https:') ?? false,
  });
  const server = createServer(LIMITS, front);
  server.maxConnections = MAX_CONNECTIONS;
  await listen(server, options);
  const watched = await serveMetrics(options, metrics, () => ({
    inside: admission.inside(),
    waiting: admission.waiting(),
  }));
  return {
    url: urlOf(server, options.host),
    metricsUrl: watched ? `${urlOf(watched, '127.0.0.1')}/metrics` : undefined,
    stop: async () => {
      isOpen = false;
      browserFiles.stop();
      watched?.close();
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      // A connection is idle again once its answer is out.
      const idle = setInterval(() => server.closeIdleConnections(), 50);
      const late = setTimeout(() => server.closeAllConnections(), options.grace);
      await closed;
      clearInterval(idle);
      clearTimeout(late);
      metrics.stop();
      // What was begun is finished first: the store closes after the last answer.
      await desk?.stop();
    },
  };
}

/** Whether a load balancer should send requests here. */
function readiness(isOpen: boolean): Response {
  return Response.json(
    { status: isOpen ? 'ready' : 'stopping' },
    { status: isOpen ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  );
}

async function serveMetrics(
  { metricsPort, log }: ServeOptions,
  metrics: Metrics,
  now: () => { readonly inside: number; readonly waiting: number },
): Promise<Server | undefined> {
  if (metricsPort === undefined) return undefined;
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
    response.end(metrics.text(now()));
  });
  await listen(server, { port: metricsPort, host: '127.0.0.1', tries: 0, log });
  return server;
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/**
 * Opens the desk. A store that was asked for and cannot be opened stops the start; where nobody has asked for one, runners are
 * not kept from their questions for it.
 */
async function startDesk(
  { desk }: ServeOptions,
  more: Omit<Parameters<typeof openDesk>[0], keyof DeskSettings>,
): Promise<Desk | undefined> {
  if (!desk) return undefined;
  try {
    return await openDesk({ ...desk, ...more });
  } catch (error) {
    if (!(error instanceof StoreTrouble)) throw error;
    const isAskedFor = desk.place.url !== undefined || desk.place.folder !== undefined;
    if (!isAskedFor && error.kind !== 'newer') {
      more.log(`There are no comments and no desk: ${error.message}`);
      return undefined;
    }
    throw new ServeError(
      `${error.message}\nTo start without comments and desk: BACKSTRIDE_COMMENTS=off npm start`,
    );
  }
}

/** A start that failed for a reason the operator can mend; the message says which. */
export class ServeError extends Error {
  override readonly name = 'ServeError';
}

type Server = ReturnType<typeof createServer>;

async function listen(
  server: Server,
  { port, host, tries, log }: Pick<ServeOptions, 'port' | 'host' | 'tries' | 'log'>,
): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const wanted = port === 0 ? 0 : port + attempt;
    const code = await new Promise<string | undefined>((resolve) => {
      server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
      server.listen(wanted, host, () => resolve(undefined));
    });
    server.removeAllListeners('error');
    if (code === undefined) return;
    if (code !== 'EADDRINUSE') throw new ServeError(`Port ${wanted} on ${host} cannot be opened (${code}).`);
    if (attempt >= tries) {
      throw new ServeError(`Ports ${port} to ${wanted} are all taken. Choose another: PORT=8000 npm start`);
    }
    log(`Port ${wanted} is taken; trying ${wanted + 1}.`);
  }
}

async function readAssets(): Promise<{
  readonly assets: Readonly<Record<string, Asset>>;
  readonly stylesheets: Stylesheets;
  readonly inlineSheets: InlineSheets;
}> {
  const [common, plan, learn, icon] = await Promise.all([
    readSheet('common'),
    readSheet('plan'),
    readSheet('learn'),
    readFile(ICON, 'utf8'),
  ]);
  return {
    stylesheets: { common: common.path, plan: plan.path, learn: learn.path },
    inlineSheets: { common, plan, learn },
    assets: {
      ...Object.fromEntries(
        [common, plan, learn].map(({ path, text }) => [
          path,
          { body: text, type: 'text/css; charset=utf-8' },
        ]),
      ),
      '/assets/icon.svg': { body: icon, type: 'image/svg+xml' },
    },
  };
}

async function readSheet(name: SheetName): Promise<InlineSheet & { readonly path: string }> {
  const files = SHEETS[name].map((file) => readFile(new URL(`${file}.css`, STYLES), 'utf8'));
  const text = compactRules((await Promise.all(files)).join('\n'));
  const hash = createHash('sha256').update(text).digest();
  return {
    path: `/assets/${name}-${hash.toString('hex').slice(0, 10)}.css`,
    text,
    hash: `sha256-${hash.toString('base64')}`,
  };
}

/**
 * The guide, compiled. One with mistakes is left out and said so: the urgency of a leg must not hang on it. The age of reviews is
 * judged by `knowledge check`, not here: a page must not vanish overnight.
 */
async function openGuide(
  knowledge: KnowledgeBase,
  { knowledge: folder, log }: ServeOptions,
): Promise<Guide | undefined> {
  const read = await readGuide(knowledge, undefined, folder);
  if (read.ok) return read.value.guide.pages.length > 0 ? compileGuide(read.value.guide, sha256) : undefined;
  log(`The guide has ${read.refusal.length} mistakes and is left out. See: npm run check:knowledge`);
  return undefined;
}
