// The Node shell: reads the knowledge and the files of the browser, opens a port, writes a log line a request. The log
// holds method, status, time and a request id; addresses hold no answers, and bodies are never logged.

import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Guide } from '../app/desk/index.ts';
import { type Asset, createApp, sealedCookieEpisodeKeeper, sealedCookieKeeper } from '../app/index.ts';
import { formatMistake, loadTranslations, type Texts } from '../knowledge/index.ts';
import { StoreTrouble } from '../learn/index.ts';
import { readKnowledgeKept, readLanguageFiles } from '../store/index.ts';
import type { Language } from '../vocabulary/index.ts';
import { openBrowserFiles } from './browser-files.ts';
import { compressed } from './compress.ts';
import { type Desk, type DeskSettings, type Environment, guideOf, openDesk } from './desk/index.ts';

export interface ServeOptions {
  readonly port: number;
  readonly host: string;
  /** How many further ports to try when the port is taken. */
  readonly tries: number;
  /** Folder of the medical wing; the package's own by default. */
  readonly knowledge?: string;
  /** Comments and the editors' desk; without it there are none. */
  readonly desk?: DeskSettings | undefined;
  /** The pages and claims that they are about; the open knowledge by default. */
  readonly guide?: Guide;
  readonly log: (line: string) => void;
}

export interface Running {
  readonly url: string;
  /** Stops taking requests and waits for those under way. */
  readonly stop: () => Promise<void>;
}

const STYLESHEET = new URL('../pages/style.css', import.meta.url);
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
  const { assets, stylesheet } = await readAssets();
  const secret = secretFromEnvironment();
  const browserFiles = await openBrowserFiles({
    knowledge: knowledge.value,
    texts: dictionaries,
    stylesheet,
    assets,
    log: options.log,
  });
  const app = createApp({
    knowledge: knowledge.value,
    keeper: sealedCookieKeeper({ knowledge: knowledge.value, secret, now: Date.now }),
    episodes: sealedCookieEpisodeKeeper(secret),
    texts: async (language) => dictionaries.get(language) ?? new Map(),
    now: Date.now,
    zone: undefined,
    newId: () => randomUUID().slice(0, 13),
    assets,
    stylesheet,
    report: (bug) => options.log(`bug ${bug instanceof Error ? (bug.stack ?? bug.message) : 'unknown'}`),
  });

  const desk = await startDesk(options, {
    knowledge: knowledge.value,
    texts: dictionaries,
    stylesheet,
    guide: options.guide ?? guideOf(knowledge.value),
    now: Date.now,
    log: options.log,
  });

  const listener = getRequestListener(
    async (request, environment) =>
      (await browserFiles.answer(request)) ??
      compressed(
        request,
        (await desk?.answer(request, environment as Environment)) ?? (await app.fetch(request)),
      ),
  );
  const server = createServer(
    { requestTimeout: 30_000, headersTimeout: 10_000, maxHeaderSize: 32 * 1024 },
    (request, response) => {
      const id = randomUUID();
      const start = performance.now();
      response.setHeader('x-request-id', id);
      response.on('close', () => {
        // What somebody reads about stays with them as well as what they answer.
        const path = (request.url ?? '/')
          .split('?')[0]
          ?.replace(
            /^\/(knowledge|recover\/exercise|comments|my-comment|replies|claims|my-report|desk)\/.*/,
            '/$1/-',
          )
          .slice(0, 60);
        const time = (performance.now() - start).toFixed(0);
        options.log(`${request.method} ${path} ${response.statusCode} ${time} ms ${id}`);
      });
      void listener(request, response);
    },
  );
  await listen(server, options);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`,
    stop: () =>
      new Promise((resolve) => {
        browserFiles.stop();
        // What was begun is finished first: the store closes after the last answer.
        server.close(() => void (desk?.stop() ?? Promise.resolve()).then(resolve));
        server.closeIdleConnections();
      }),
  };
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

async function listen(server: Server, { port, host, tries, log }: ServeOptions): Promise<void> {
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
  readonly stylesheet: string;
}> {
  const [css, icon] = await Promise.all([readFile(STYLESHEET, 'utf8'), readFile(ICON, 'utf8')]);
  const stylesheet = `/assets/style-${createHash('sha256').update(css).digest('hex').slice(0, 10)}.css`;
  return {
    stylesheet,
    assets: {
      [stylesheet]: { body: css, type: 'text/css; charset=utf-8' },
      '/assets/icon.svg': { body: icon, type: 'image/svg+xml' },
    },
  };
}

/** BACKSTRIDE_SECRET (64 hexadecimal digits) lets answers survive a restart; without it every start has a new one. */
function secretFromEnvironment(): Uint8Array<ArrayBuffer> {
  const text = process.env.BACKSTRIDE_SECRET;
  if (text === undefined || text === '') return new Uint8Array(randomBytes(32));
  if (!/^[0-9a-f]{64}$/i.test(text)) {
    throw new ServeError(
      'BACKSTRIDE_SECRET must be 64 hexadecimal digits, for example from: openssl rand -hex 32',
    );
  }
  return new Uint8Array(Buffer.from(text, 'hex'));
}
