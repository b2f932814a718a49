// Pages as bytes, over a real socket: the same page that the application gives, smaller, with a tag, in the language of the request.

import { request as ask, createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isArrival } from '../app/index.ts';
import { type PreparedPages, preparedPages } from './prepared-pages.ts';

interface Reply {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** Whether it was given out without the application. */
  readonly isPrepared: boolean;
}

let server: ReturnType<typeof createServer>;
let pages: PreparedPages;
let now = 0;
let text = '';
/** The application's answer waits for it. */
let held: Promise<void> | undefined;

beforeEach(async () => {
  now = 1_000_000;
  text = 'first ';
  held = undefined;
  pages = preparedPages({
    isOpen: (path) => path.startsWith('/open'),
    answer: async (request) => {
      const { pathname } = new URL(request.url);
      if (pathname === '/open/missing') return new Response('no', { status: 404 });
      if (pathname === '/open/broken') throw new Error('A bug.');
      const { headers } = request;
      const body = `${headers.get('accept-language')} ${text.repeat(300)} ${headers.get('sec-fetch-site')}`;
      await held;
      return new Response(body, {
        headers: { 'content-type': 'text/html', 'content-security-policy': "default-src 'none'" },
      });
    },
    languageCookie: 'tongue',
    now: () => now,
  });
  server = createServer((request, response) => {
    if (!pages.answer(request, response))
      response.writeHead(200, { 'x-by': 'application' }).end('application');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Reply> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    ask({ port, path, headers, method, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({
          status: response.statusCode,
          headers: response.headers,
          body: Buffer.concat(parts),
          isPrepared: response.headers['x-by'] === undefined,
        }),
      );
    })
      .on('error', reject)
      .end();
  });
}

/** Asks until it is prepared. */
async function prepared(path: string, headers: Record<string, string> = {}): Promise<Reply> {
  for (let turn = 0; turn < 200; turn++) {
    const reply = await get(path, headers);
    if (reply.isPrepared) return reply;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`${path} was never prepared.`);
}

test('the first one is the application’s, the next are prepared, with all of its headers', async () => {
  expect((await get('/open')).isPrepared).toBe(false);
  const reply = await prepared('/open');
  expect(reply.status).toBe(200);
  expect(reply.headers).toMatchObject({
    'content-type': 'text/html',
    'content-security-policy': "default-src 'none'",
  });
  expect(reply.headers.vary).toContain('cookie');
  expect(reply.body.toString()).toContain('first first');
});

test.each([
  ['br', (bytes: Buffer) => brotliDecompressSync(bytes)],
  ['gzip', (bytes: Buffer) => gunzipSync(bytes)],
] as const)('%s gives the same page in fewer bytes', async (encoding, open) => {
  const plain = await prepared('/open');
  const small = await prepared('/open', { 'accept-encoding': encoding });
  expect(small.headers['content-encoding']).toBe(encoding);
  expect(small.body.length).toBeLessThan(plain.body.length / 4);
  expect(open(small.body).equals(plain.body)).toBe(true);
  expect(small.headers['content-length']).toBe(String(small.body.length));
  expect(small.headers.etag).not.toBe(plain.headers.etag);
});

test('who has it already gets 304 and no body; who has another gets the page', async () => {
  const { headers } = await prepared('/open');
  const same = await get('/open', { 'if-none-match': headers.etag ?? '' });
  expect(same).toMatchObject({ status: 304 });
  expect(same.body.length).toBe(0);
  expect((await get('/open', { 'if-none-match': '"other"' })).status).toBe(200);
});

test('HEAD gives the headers alone', async () => {
  await prepared('/open');
  const head = await get('/open', {}, 'HEAD');
  expect(head.status).toBe(200);
  expect(head.body.length).toBe(0);
  expect(Number(head.headers['content-length'])).toBeGreaterThan(1000);
});

test('speaks the language of the cookie, else of the browser', async () => {
  const french = { 'accept-language': 'fr-CA,fr;q=0.9' };
  expect((await prepared('/open')).body.toString()).toMatch(/^en-GB /);
  expect((await prepared('/open', french)).body.toString()).toMatch(/^fr-CA /);
  expect((await prepared('/open', { ...french, cookie: 'a=b; tongue=en-GB' })).body.toString()).toMatch(
    /^en-GB /,
  );
  expect((await prepared('/open', { cookie: 'tongue=xx' })).body.toString()).toMatch(/^en-GB /);
});

test('whoever arrives from elsewhere gets the page that is made for them', async () => {
  const arriving = { 'sec-fetch-site': 'none' };
  for (const _ of [1, 2]) {
    const [arrived, linked] = [await prepared('/open', arriving), await prepared('/open')];
    expect(isArrival(arrived.body.toString().split(' ').at(-1))).toBe(true);
    expect(isArrival(linked.body.toString().split(' ').at(-1))).toBe(false);
    expect(arrived.headers.vary).toContain('sec-fetch-site');
    expect(arrived.headers.etag).not.toBe(linked.headers.etag);
  }
  pages.forget('/open');
  expect((await get('/open', arriving)).isPrepared).toBe(false);
});

test('leaves alone what is not open, what is posted, what is not there and what breaks', async () => {
  for (const path of ['/closed', '/open/missing', '/open/broken']) {
    await get(path);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await get(path)).isPrepared, path).toBe(false);
  }
  await prepared('/open');
  expect((await get('/open', {}, 'POST')).isPrepared).toBe(false);
});

test('what is older than a minute is made anew, what is much older is not given out', async () => {
  await prepared('/open');
  text = 'second ';
  now += 59_000;
  expect((await get('/open')).body.toString()).toContain('first');
  now += 2_000;
  expect((await get('/open')).isPrepared).toBe(true);
  await expect.poll(async () => (await get('/open')).body.toString()).toContain('second');
  now += 11 * 60_000;
  expect((await get('/open')).isPrepared).toBe(false);
});

test('what was forgotten does not come back, not even when it was just being made', async () => {
  await prepared('/open');
  const { promise, resolve } = Promise.withResolvers<void>();
  held = promise;
  text = 'second ';
  now += 61_000;
  await get('/open');
  text = 'third ';
  pages.forget('/open');
  held = undefined;
  resolve();
  await new Promise((next) => setTimeout(next, 50));
  expect((await get('/open')).isPrepared).toBe(false);
  expect((await prepared('/open')).body.toString()).toContain('third');
});
