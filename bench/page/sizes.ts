// How much travels: the first page, the whole application for the device, a result, the largest pages of the guide and of the
// knowledge. As our server serves it to a browser that takes Brotli, and what Brotli would make of what it serves uncompressed.

import { get } from 'node:http';
import { compressed } from './file-server.ts';

export interface Size {
  /** Bytes of the body as served. */
  readonly served: number;
  /** Bytes if the server compressed it. */
  readonly small: number;
}

export interface Sizes {
  readonly stylesheet: Size;
  /** The first question with its stylesheet in it. */
  readonly first: Size;
  readonly result: Size;
  /** The largest page below /knowledge, by compressed size, and that of the guide. */
  readonly largest: Size & { readonly path: string };
  readonly guide: Size & { readonly path: string };
  /** Service worker, knowledge, its texts in other languages, stylesheet and scripts: all that is there before the first page of the device. */
  readonly device: number;
  readonly worker: number;
  readonly knowledge: number;
  readonly texts: number;
  /** The guide and the authors' notes, which come after the first page. */
  readonly later: number;
  /** Icons, which come along. */
  readonly icons: number;
}

export async function sizesOf(
  url: string,
  paths: { readonly first: string; readonly result: string },
  cookies: { readonly first: string; readonly result: string },
): Promise<Sizes> {
  const size = async (path: string, cookie = '') => sizeOf(await bring(new URL(path, url), { cookie }));
  const worker = await bring(new URL('/sw.js', url));
  const release = releaseIn(await plain(new URL('/sw.js', url)));
  const files = await Promise.all(release.files.map(async ({ path }) => ({ path, ...(await size(path)) })));
  const sum = (pattern: RegExp) =>
    files.filter(({ path }) => pattern.test(path)).reduce((total, { served }) => total + served, 0);
  const icons = sum(/\.(png|svg)$/);
  return {
    stylesheet: await size(release.stylesheets.common),
    first: await sizeOf(await bring(new URL(paths.first, url), { cookie: cookies.first, ...ARRIVING })),
    result: await size(paths.result, cookies.result),
    largest: await largestOf(url, 'knowledge'),
    guide: await largestOf(url, 'guide'),
    device: worker.bytes.length + sum(/./) - icons,
    worker: worker.bytes.length,
    knowledge: sum(/\/knowledge-/),
    texts: sum(/\/texts-/),
    later: await laterOf(release, size),
    icons,
  };
}

async function laterOf({ guide, notes }: Release, size: (path: string) => Promise<Size>): Promise<number> {
  const sizes = await Promise.all([guide, notes].map((file) => file && size(file.path)));
  return sizes.reduce((total, one) => total + (one?.served ?? 0), 0);
}

async function largestOf(url: string, below: 'knowledge' | 'guide'): Promise<Sizes['largest']> {
  const link = new RegExp(`href="(/${below}/[^"#?]*)"`, 'g');
  const links = async (path: string) =>
    [...(await plain(new URL(path, url))).matchAll(link)].map(([, to = '']) => to);
  const indexes = await links(`/${below}`);
  const paths = new Set([...indexes, ...(await Promise.all(indexes.map(links))).flat()]);
  let largest: Sizes['largest'] = { path: '', served: 0, small: 0 };
  for (const path of paths) {
    const size = await sizeOf(await bring(new URL(path, url)));
    if (size.small > largest.small) largest = { path, ...size };
  }
  return largest;
}

interface Brought {
  readonly bytes: Buffer;
  readonly isCompressed: boolean;
}

async function sizeOf({ bytes, isCompressed }: Brought): Promise<Size> {
  return { served: bytes.length, small: isCompressed ? bytes.length : (await compressed(bytes)).length };
}

/** Whoever comes from elsewhere, which a browser says; they get the stylesheet in the page. */
const ARRIVING = { 'sec-fetch-site': 'none' };

/** The bytes of a body as they travel. */
function bring(url: URL, headers: Readonly<Record<string, string>> = {}): Promise<Brought> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip, deflate, br', ...headers } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        if (response.statusCode !== 200)
          return reject(new Error(`${url.pathname} answers ${response.statusCode}.`));
        const isCompressed = response.headers['content-encoding'] !== undefined;
        return resolve({ bytes: Buffer.concat(parts), isCompressed });
      });
    }).on('error', reject);
  });
}

async function plain(url: URL): Promise<string> {
  return (await fetch(url)).text();
}

interface Release {
  readonly stylesheets: { readonly common: string };
  readonly files: readonly { readonly path: string }[];
  readonly guide?: { readonly path: string };
  readonly notes?: { readonly path: string };
}

/** What the server writes into the first line of the worker. */
function releaseIn(worker: string): Release {
  const json = /^self\.backstrideRelease=(.*);$/m.exec(worker)?.[1];
  if (!json) throw new Error('The service worker names no release; could it not be built?');
  return JSON.parse(json);
}
