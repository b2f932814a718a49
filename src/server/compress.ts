// Smaller answers for browsers that take them so: brotli, else gzip.

import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib';
import type { KeptPage } from '../app/index.ts';

export type Encoding = 'br' | 'gzip';

/** Takes seconds for the knowledge. */
const SMALLEST = 11;
/** Within 15 % of it, in a fifth of a second. */
const BEST = 9;
/** For a page that is made for one request: as small as gzip's best, in a quarter of its time. */
const QUICK = 4;
/** Up to so many bytes one better is a fifteenth smaller, at 3 kB in the same time and at 16 in a fifth more; in a window that holds the page (a power of two). */
const SMALL_BYTES = 16 * 1024;
const QUICK_SMALL = 5;
const SMALL_WINDOW = 16;
const TEXT = /^(text\/|application\/(json|manifest\+json|fhir\+json)|image\/svg\+xml)/;
/** A third of a millisecond at the quick quality. */
const MOST_AT_ONCE = 32 * 1024;
/** Shorter ones would hardly get smaller. */
const LEAST_BYTES = 600;

/** The encoding to use; undefined for none. */
export function encodingFor(header: string | readonly string[] | null | undefined): Encoding | undefined {
  const accepted = String(header ?? '');
  return /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
}

/** Compresses bytes; `best` where the result is kept, `smallest` where it outlives the process. */
export async function compress(
  encoding: Encoding,
  bytes: Uint8Array,
  effort: 'smallest' | 'best' | 'quick',
): Promise<Uint8Array<ArrayBuffer>> {
  const options = { params: effort === 'quick' ? quickly(bytes.length) : qualityOf(effort) };
  // For a page, the way to another thread and back takes longer than the work.
  const isSmall = effort === 'quick' && bytes.length <= MOST_AT_ONCE;
  const small = isSmall
    ? encoding === 'br'
      ? brotliCompressSync(bytes, options)
      : gzipSync(bytes)
    : encoding === 'br'
      ? await promisify(brotliCompress)(bytes, options)
      : await promisify(gzip)(bytes);
  return new Uint8Array(small);
}

function qualityOf(effort: 'smallest' | 'best') {
  return { [constants.BROTLI_PARAM_QUALITY]: effort === 'smallest' ? SMALLEST : BEST };
}

function quickly(length: number) {
  return length > SMALL_BYTES
    ? { [constants.BROTLI_PARAM_QUALITY]: QUICK }
    : { [constants.BROTLI_PARAM_QUALITY]: QUICK_SMALL, [constants.BROTLI_PARAM_LGWIN]: SMALL_WINDOW };
}

/**
 * The same response in the smallest form that the browser takes. Pages hold no secret that somebody else could guess at by their
 * length: what is sealed travels in cookies.
 * @param page what is in the response, where it comes again
 */
export async function compressed(request: Request, response: Response, page?: KeptPage): Promise<Response> {
  const encoding = encodingFor(request.headers.get('accept-encoding'));
  const type = response.headers.get('content-type') ?? '';
  if (!encoding || !TEXT.test(type) || response.headers.has('content-encoding')) return response;
  if (page) {
    const { status, headers } = response;
    headers.append('vary', 'accept-encoding');
    headers.set('content-encoding', encoding);
    return new Response(await packedOf(page, encoding), { status, headers });
  }
  // Asked for last: a response of @hono/node-server that is only handed on stays as light as it is.
  if (!response.body) return response;
  const bytes = new Uint8Array(await response.arrayBuffer());
  const headers = new Headers(response.headers);
  headers.append('vary', 'accept-encoding');
  const { status, statusText } = response;
  if (bytes.length < LEAST_BYTES) return new Response(bytes, { status, statusText, headers });
  headers.set('content-encoding', encoding);
  headers.delete('content-length');
  return new Response(await compress(encoding, bytes, 'quick'), { status, statusText, headers });
}

/** Copies of pages that come again; a page that is no longer kept takes its copies along. */
const packed = new WeakMap<KeptPage, Partial<Record<Encoding, Promise<Uint8Array<ArrayBuffer>>>>>();

function packedOf(page: KeptPage, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
  const copies = packed.get(page) ?? {};
  packed.set(page, copies);
  copies[encoding] ??= compress(encoding, Buffer.from(page.html), 'quick');
  return copies[encoding];
}
