// What stands in front, over a real socket, while every turn is taken: the test itself holds the answers back.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Admission, openAdmission } from './admission.ts';
import { frontOf } from './front.ts';
import { type Metrics, openMetrics } from './metrics.ts';

/** Long enough for any machine; who waits for a turn here waits for ever. */
const NEVER_MS = 3_000;

let server: Server;
let admission: Admission;
let metrics: Metrics;
let release: () => void;
let url: string;
/** The clock of the queue; it stands still until it is moved. */
let now: number;
let crowd: Promise<Response>[];

beforeEach(async () => {
  const { promise: held, resolve } = Promise.withResolvers<void>();
  release = resolve;
  now = 0;
  admission = openAdmission(100, () => now);
  metrics = openMetrics();
  server = createServer(
    frontOf({
      ready: () => false,
      prepared: async (request) => {
        const { pathname } = new URL(request.url);
        return ['/health', '/ready'].includes(pathname) ? new Response(`${pathname} is well`) : undefined;
      },
      answer: async () => {
        await held;
        return new Response('served');
      },
      isOpen: () => true,
      admission,
      metrics,
      log: () => {},
      strictTransport: false,
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  crowd = Array.from({ length: 6 }, () => fetch(`${url}/assess`));
  // All turns are taken, and somebody waits.
  await expect.poll(() => [admission.inside(), admission.waiting()]).toEqual([4, 2]);
});
afterEach(async () => {
  release();
  await Promise.all(crowd.map(async (one) => (await one).arrayBuffer()));
  metrics.stop();
  await new Promise((resolve) => server.close(resolve));
});

test.each(['/health', '/ready'])('whoever watches is answered while the queue is full: %s', async (path) => {
  const answer = await fetch(url + path, { signal: AbortSignal.timeout(NEVER_MS) });
  expect([answer.status, await answer.text()]).toEqual([200, `${path} is well`]);
  expect(admission.waiting(), 'the others wait still').toBe(2);
});

test('who has waited longer than there is patience for is told to come back, but the last when nobody else is there', async () => {
  now = 101;
  release();
  const statuses = await Promise.all(crowd.map(async (one) => (await one).status));
  expect(statuses.toSorted()).toEqual([200, 200, 200, 200, 200, 503]);
  expect((await Promise.all(crowd)).find(({ status }) => status === 503)?.headers.get('retry-after')).toBe(
    '2',
  );
});
