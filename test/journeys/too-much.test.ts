// More than any form of ours, sent to a real server.

import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Server } from './browser.ts';
import { startAnyServer } from './device.ts';

let server: Server;
beforeAll(async () => {
  server = await startAnyServer();
});
afterAll(() => server?.stop());

describe('a body of 10 MB', () => {
  const SIZE = 10 * 1024 * 1024;

  /** Posts it over a connection of its own; tells how that ended. */
  function upload(headers: Readonly<Record<string, string | number>>): Promise<string> {
    return new Promise((resolve) => {
      const post = request(
        {
          port: server.port,
          host: '127.0.0.1',
          path: '/assess/step/1',
          method: 'POST',
          agent: false,
          timeout: 15_000,
          headers: { origin: server.url, 'content-type': 'application/x-www-form-urlencoded', ...headers },
        },
        (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (part) => {
            text += part;
          });
          response.on('end', () => resolve(`${response.statusCode} ${/<h1>(.*?)<\/h1>/.exec(text)?.[1]}`));
        },
      );
      post.on('timeout', () => post.destroy(new Error('still open after 15 seconds')));
      post.on('error', ({ message }: NodeJS.ErrnoException) => resolve(message));
      const chunk = 'x'.repeat(1024 * 1024);
      for (let sent = 0; sent < SIZE; sent += chunk.length) post.write(chunk);
      post.end();
    });
  }

  test.each([
    ['that says its size', { 'content-length': SIZE }],
    ['that comes in pieces', { 'transfer-encoding': 'chunked' }],
  ])('%s is refused without harm to the server', async (_, headers) => {
    expect(await upload(headers)).toMatch(/^413 That was too much at once$|ECONNRESET|EPIPE/);
    const health = await fetch(`${server.url}/health`);
    expect(health.status).toBe(200);
    expect(server.log()).not.toContain('bug');
  });
});
