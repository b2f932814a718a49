import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { callerOf } from './caller.ts';

const incoming = { socket: { remoteAddress: '10.0.0.1' } } as IncomingMessage;
const asked = (forwarded?: string) =>
  new Request(
    'http://localhost/',
    forwarded === undefined ? {} : { headers: { 'x-forwarded-for': forwarded } },
  );

test.each([
  [0, '203.0.113.9', '10.0.0.1'],
  [0, undefined, '10.0.0.1'],
  [1, '203.0.113.9', '203.0.113.9'],
  [1, '198.51.100.7, 203.0.113.9', '203.0.113.9'],
  [2, '198.51.100.7, 203.0.113.9, 10.0.0.2', '203.0.113.9'],
  [1, undefined, '10.0.0.1'],
  [2, '203.0.113.9', '10.0.0.1'],
])('behind %i proxies that say %s it is %s', (proxies, forwarded, caller) => {
  expect(callerOf(proxies)(asked(forwarded), incoming)).toBe(caller);
});
