// What the bench of the server measures with: a line that reads answers however they are cut, and figures from them. Nothing is timed.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { headerOf, headersOf, replyIn } from '../bench/server/line.ts';
import { replay, share, stream } from '../bench/server/load.ts';
import { requestOf } from '../bench/server/requests.ts';
import { randomFrom } from '../src/probability/index.ts';

const CHUNKED =
  'HTTP/1.1 200 OK\r\nX-A: 1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n';
const SIZED = 'HTTP/1.1 303 See Other\r\nLocation: /b\r\nContent-Length: 3\r\n\r\nabc';
const EMPTY = 'HTTP/1.1 304 Not Modified\r\nETag: "x"\r\n\r\n';

describe('an answer', () => {
  test.each([
    [CHUNKED, 200, 'hello world'],
    [SIZED, 303, 'abc'],
    [EMPTY, 304, ''],
  ])('is read once all of it is there, and not before: %j', (text, status, body) => {
    for (let length = 0; length < text.length; length++) {
      expect(replyIn(Buffer.from(text.slice(0, length)))).toBeUndefined();
    }
    const reply = replyIn(Buffer.from(text));
    expect([reply?.status, reply?.body.toString()]).toEqual([status, body]);
  });

  test('gives its headers, without those that every server writes itself', () => {
    const reply = replyIn(Buffer.from(SIZED));
    if (!reply) throw new Error('It is all there.');
    expect(headersOf(reply)).toEqual(['Location', '/b']);
    expect(headerOf(reply, 'location')).toBe('/b');
    expect(headerOf(reply, 'etag')).toBeUndefined();
  });
});

test('the share of figures below one is what its name says', () =>
  fc.assert(
    fc.property(
      fc.array(fc.nat(1000), { minLength: 1 }),
      fc.double({ min: 0, max: 0.99, noNaN: true }),
      (all, part) => {
        const ascending = all.toSorted((a, b) => a - b);
        const figure = share(ascending, part);
        expect(ascending.filter((one) => one < figure).length).toBeLessThanOrEqual(part * all.length);
      },
    ),
  ));

describe('a load', () => {
  let port = 0;
  let [served, shed] = [0, 0];
  const server = createServer((request, response) => {
    served += 1;
    const isShed = request.url === '/busy';
    if (isShed) shed += 1;
    response.writeHead(isShed ? 503 : 200, isShed && shed % 2 === 0 ? { 'retry-after': '2' } : {});
    response.end('x');
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    ({ port } = server.address() as AddressInfo);
  });
  afterAll(() => server.close());

  test('sends each request once, however many callers', async () => {
    const requests = Array.from({ length: 40 }, (_, number) =>
      requestOf({ method: 'GET', path: '/', number }),
    );
    served = 0;
    const numbers: number[] = [];
    const { statuses } = await replay(port, requests, 7, (_, number) => numbers.push(number));
    expect([served, statuses.get(200)]).toEqual([40, 40]);
    expect(numbers.toSorted((a, b) => a - b)).toEqual(requests.map((_, number) => number));
  });

  test('by the clock tells apart who was served, who was told to come back, and who was not told when', async () => {
    let nth = 0;
    const paths = ['/', '/busy'] as const;
    const next = () => requestOf({ method: 'GET', path: paths[nth++ % 2] ?? '/' });
    const some = await stream(port, next, 400, 0.25, randomFrom(1));
    expect(some.served.length).toBeGreaterThan(20);
    expect(some.failed).toBe(0);
    expect(some.served.length + some.shed.length).toBe(nth);
    expect(Math.abs(some.served.length - some.shed.length)).toBeLessThanOrEqual(1);
    expect(some.untold).toBe(Math.ceil(some.shed.length / 2));
  });
});
