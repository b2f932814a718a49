// What a browser needs to answer its own pages: the service worker, with the list of its files and their SHA-256 in its first
// line; the scripts of pages; the knowledge as JSON, and its texts in other languages; manifest and icons; the guide and
// the authors' notes, which the worker brings later. The code is built by a process of its own when it is not there yet; pages do
// not wait for it. Where it cannot be built (no development packages), pages stay on the server.

import { type ChildProcess, execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Asset } from '../app/index.ts';
import { type KnowledgeBase, type Texts, withoutKeys, withoutNotes } from '../knowledge/index.ts';
import type { Guide } from '../learn/index.ts';
import type { Stylesheets } from '../pages/index.ts';
import type { Language } from '../vocabulary/index.ts';
import { compress, type Encoding, encodingFor } from './compress.ts';
import { pathOf } from './path-of.ts';
import { smallest } from './smallest.ts';

export interface BrowserFilesOptions {
  readonly knowledge: KnowledgeBase;
  /** Dictionaries of the knowledge. */
  readonly texts: ReadonlyMap<Language, Texts>;
  /** The guide, if there is one. */
  readonly guide?: Guide | undefined;
  readonly stylesheets: Stylesheets;
  /** Files that the application serves and a device needs too. */
  readonly assets: Readonly<Record<string, Asset>>;
  readonly log: (line: string) => void;
}

export interface BrowserFiles {
  /** Answers a request for one of the files; undefined for any other. */
  readonly answer: (request: Request) => Promise<Response | undefined>;
  /** Ends a build that is under way. */
  readonly stop: () => void;
}

interface File {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  /** The address changes with the content, so it may be kept for good. */
  readonly forGood: boolean;
}

const BUILD = fileURLToPath(new URL('../../scripts/build-browser.mjs', import.meta.url));
const PAGES = new URL('../pages/', import.meta.url);
const READERS = new URL('../knowledge/', import.meta.url);
const ICONS = ['icon-192.png', 'icon-512.png', 'icon-maskable-512.png'];
/** What pages run; without them they work as well. */
const SCRIPTS = ['/register.js', '/timer.js', '/turn.js', '/remind.js', '/import.js', '/import-worker.js'];
/** Reads files that must not leave the device, so it may ask nobody at all. */
const ASKS_NOBODY = '/import-worker.js';
/** Of the server's own pages: no part of what a device keeps. */
const SERVER_SCRIPTS = ['/passkey.js'];
const SCRIPT = 'text/javascript; charset=utf-8';

export async function openBrowserFiles(options: BrowserFilesOptions): Promise<BrowserFiles> {
  const [manifest, ...icons] = await Promise.all(
    ['manifest.webmanifest', ...ICONS.map((name) => `icons/${name}`)].map((name) =>
      bytesOf(new URL(name, PAGES)),
    ),
  );
  const edition = `${await formatOfKnowledge()}-${options.knowledge.hash.slice(0, 16)}`;
  const { knowledge, notes } = withoutNotes(options.knowledge);
  const files = new Map<string, File>([
    [
      '/manifest.webmanifest',
      { bytes: manifest ?? encode('{}'), type: 'application/manifest+json', forGood: false },
    ],
    ...ICONS.map((name, index): [string, File] => [
      `/assets/${name}`,
      { bytes: icons[index] ?? encode(''), type: 'image/png', forGood: false },
    ]),
    [
      `/device/knowledge-${edition}.json`,
      { bytes: encode(JSON.stringify(knowledge)), type: 'application/json', forGood: true },
    ],
    ...[...options.texts].map(([language, texts]): [string, File] => [
      `/device/texts-${language}-${edition}.json`,
      {
        bytes: encode(JSON.stringify(withoutKeys(options.knowledge, texts))),
        type: 'application/json',
        forGood: false,
      },
    ]),
  ]);
  const later = {
    ...(options.guide ? { guide: laterFile('guide', options.guide.hash, options.guide) } : {}),
    notes: laterFile('notes', sha256(encode(JSON.stringify(notes))), notes),
  };
  const shared = Object.entries(options.assets).map(([path, { body }]) => [path, encode(body)] as const);

  const { child, folder: built } = startBuild();
  const code = built.then(
    async (folder) => {
      const [worker = '', ...scripts] = await Promise.all(
        ['/sw.js', ...SCRIPTS, ...SERVER_SCRIPTS].map((path) => readFile(folder + path, 'utf8')),
      );
      const built = [...SCRIPTS, ...SERVER_SCRIPTS].map(
        (path, index) => [path, asScript(scripts[index] ?? '')] as const,
      );
      const pages = built.slice(0, SCRIPTS.length);
      const listed = [
        ...shared,
        ...[...files, ...pages].map(([path, { bytes }]) => [path, bytes] as const),
      ].map(([path, bytes]) => ({ path, sha256: sha256(bytes) }));
      const release = {
        edition,
        stylesheets: options.stylesheets,
        files: listed,
        ...Object.fromEntries(
          Object.entries(later).map(([name, { path, file }]) => [name, { path, sha256: sha256(file.bytes) }]),
        ),
      };
      const id = sha256(encode(JSON.stringify(release) + worker)).slice(0, 16);
      const script = `self.backstrideRelease=${JSON.stringify({ id, ...release })};\n${worker}`;
      return new Map([['/sw.js', asScript(script)], ...built]);
    },
    (error: unknown) => {
      options.log(`The app for devices could not be built; pages stay on the server. ${firstLine(error)}`);
      return new Map([...SCRIPTS, ...SERVER_SCRIPTS].map((path) => [path, asScript('')]));
    },
  );

  const compressed = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  return {
    answer: async (request) => {
      if (request.method !== 'GET') return undefined;
      const pathname = pathOf(request.url);
      const isCode = pathname === '/sw.js' || SCRIPTS.includes(pathname) || SERVER_SCRIPTS.includes(pathname);
      const file = isCode
        ? (await code).get(pathname)
        : (files.get(pathname) ?? Object.values(later).find(({ path }) => path === pathname)?.file);
      if (!file) return undefined;
      const small = (encoding: Encoding) =>
        built.then(
          (folder) =>
            encoding === 'br' ? smallest(file.bytes, folder) : compress(encoding, file.bytes, 'best'),
          () => compress(encoding, file.bytes, 'best'),
        );
      return respond(pathname, file, request, compressed, small);
    },
    stop: () => child.kill(),
  };
}

/** What a worker itself may do: ask this server, and nobody else; the service worker also borrows the reader of run files. */
function policyOf(path: string): string {
  if (path === ASKS_NOBODY) return "default-src 'none'";
  return `default-src 'none'; connect-src 'self'${path === '/sw.js' ? "; script-src 'self'" : ''}`;
}

/** What a device brings after its first page. */
function laterFile(
  name: string,
  hash: string,
  content: unknown,
): { readonly path: string; readonly file: File } {
  const bytes = encode(JSON.stringify(content));
  const path = `/device/${name}-${hash.slice(0, 16)}.json`;
  return { path, file: { bytes, type: 'application/json', forGood: true } };
}

function asScript(text: string): File {
  return { bytes: encode(text), type: SCRIPT, forGood: false };
}

async function respond(
  path: string,
  file: File,
  request: Request,
  kept: Map<string, Promise<Uint8Array<ArrayBuffer>>>,
  make: (encoding: Encoding) => Promise<Uint8Array<ArrayBuffer>>,
): Promise<Response> {
  const headers = new Headers({
    'content-type': file.type,
    'cache-control': file.forGood ? 'public, max-age=31536000, immutable' : 'no-cache',
    'x-content-type-options': 'nosniff',
    'content-security-policy': policyOf(path),
    vary: 'accept-encoding',
  });
  if (path === '/sw.js') headers.set('service-worker-allowed', '/');
  const tag = `"${sha256(file.bytes).slice(0, 32)}"`;
  headers.set('etag', tag);
  if (request.headers.get('if-none-match')?.includes(tag))
    return new Response(null, { status: 304, headers });
  const encoding = encodingFor(request.headers.get('accept-encoding'));
  if (!encoding || file.type.startsWith('image/')) return new Response(file.bytes, { headers });
  const key = `${encoding} ${path}`;
  const small = kept.get(key) ?? make(encoding);
  kept.set(key, small);
  headers.set('content-encoding', encoding);
  return new Response(await small, { headers });
}

/** Builds unless it is built already. */
function startBuild(): { readonly child: ChildProcess; readonly folder: Promise<string> } {
  const { promise: folder, resolve, reject } = Promise.withResolvers<string>();
  const child = execFile(process.execPath, [BUILD], (error, stdout) => {
    if (error) reject(error);
    else resolve(stdout.trim().split('\n').at(-1) ?? '');
  });
  return { child, folder };
}

/** Knowledge compiled by the same code is read by the same code. */
async function formatOfKnowledge(): Promise<string> {
  const names = (await readdir(READERS)).filter((name) => name.endsWith('.ts') && !name.includes('.test.'));
  const texts = await Promise.all(names.sort().map((name) => readFile(new URL(name, READERS), 'utf8')));
  return sha256(encode(texts.join('\n'))).slice(0, 8);
}

async function bytesOf(url: URL): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readFile(url));
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function firstLine(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
}
