// A release is everything the device needs to answer by itself: this worker's code, and the files that the server has
// written into its first line, each with its SHA-256. It arrives whole or not at all. The browser compares the worker byte by
// byte, so any change of any file is a new release.

import type { Stylesheets } from '../pages/index.ts';
import type { Language } from '../vocabulary/index.ts';

export interface ReleaseFile {
  readonly path: string;
  /** Hexadecimal. */
  readonly sha256: string;
}

export interface Release {
  /** Differs whenever anything differs. */
  readonly id: string;
  /** Names the knowledge, and the code that reads it: two editions with the same beginning can read each other's. */
  readonly edition: Edition;
  readonly stylesheets: Stylesheets;
  readonly files: readonly ReleaseFile[];
  /** Come after the first page, so that they keep nobody waiting; see later.ts. */
  readonly guide?: ReleaseFile;
  readonly notes?: ReleaseFile;
}

/** `<format>-<hash>`. */
export type Edition = string;

const PREFIX = 'backstride-';

export function knowledgePath(edition: Edition): string {
  return `/device/knowledge-${edition}.json`;
}

/** The knowledge's texts in another language, in the order of that edition. */
export function textsPath(edition: Edition, language: Language): string {
  return `/device/texts-${language}-${edition}.json`;
}

/** Whether code that reads one edition reads the other. */
export function readsAlike(one: Edition, other: Edition): boolean {
  return one.split('-')[0] === other.split('-')[0];
}

/**
 * Brings every file of the release, and keeps them when all are there and each is the one that was named.
 * @throws when one is not
 */
export async function stock(release: Release): Promise<void> {
  const brought = await Promise.all(
    release.files.map(async (file) => ({ path: file.path, response: await bring(file) })),
  );
  const cache = await caches.open(PREFIX + release.id);
  await Promise.all(brought.map(({ path, response }) => cache.put(path, response)));
}

/**
 * Brings one file.
 * @throws when it does not arrive as it was announced
 */
export async function bring({ path, sha256 }: ReleaseFile): Promise<Response> {
  // `reload`: what an old cache still holds under this path is of no use.
  const response = await fetch(path, { cache: 'reload' });
  const bytes = await response.arrayBuffer();
  const found = hexadecimal(await crypto.subtle.digest('SHA-256', bytes));
  if (!response.ok || found !== sha256) throw new Error(`${path} did not arrive as it was announced.`);
  const type = response.headers.get('content-type') ?? 'application/octet-stream';
  // A script of a worker brings the policy that the worker lives under.
  const policy = response.headers.get('content-security-policy');
  const headers = { 'content-type': type, ...(policy ? { 'content-security-policy': policy } : {}) };
  return new Response(bytes, { headers });
}

/** Deletes earlier releases, save the one whose knowledge is still in use. */
export async function clearOldReleases(release: Release, inUse: Edition | undefined): Promise<void> {
  const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== PREFIX + release.id);
  for (const name of old) {
    const cache = await caches.open(name);
    const isInUse = inUse !== undefined && (await cache.match(knowledgePath(inUse))) !== undefined;
    if (!isInUse) await caches.delete(name);
  }
}

/** A file of this release, from the device. */
export async function fileOf(release: Release, path: string): Promise<Response | undefined> {
  if (!release.files.some((file) => file.path === path)) return undefined;
  return (await caches.open(PREFIX + release.id)).match(path);
}

function hexadecimal(bytes: ArrayBuffer): string {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
