// The real server on a real port, and callers that mean no good: too much, too slow, malformed, too many.

import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { configurationFrom } from './configuration.ts';
import { type Running, serve } from './serve.ts';

const lines: string[] = [];
let running: Running;

beforeAll(async () => {
  running = await start({ BACKSTRIDE_METRICS_PORT: '0', BACKSTRIDE_LOG: 'json' });
});
afterAll(() => running?.stop());

function start(environment: Readonly<Record<string, string>>): Promise<Running> {
  const read = configurationFrom({ PORT: '0', BACKSTRIDE_COMMENTS: 'off', ...environment });
  if (!read.ok) throw new Error(read.refusal.join('\n'));
  return serve({ ...read.value, tries: 0, log: (line) => lines.push(line) });
}

/** Sends bytes as they are; resolves with everything that came back once the other side has closed. */
function raw(text: string, url = running.url): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    let said = '';
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.on('data', (part) => {
      said += part.toString('latin1');
    });
    socket.on('error', () => resolve(said));
    socket.on('close', () => resolve(said));
  });
}

const statusOf = (answer: string): string => /^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? '';

describe('a caller that means no good', () => {
  test.each([
    ['no HTTP at all', 'hello\r\n\r\n', '400'],
    ['a header without a name', 'GET / HTTP/1.1\r\nHost: a\r\n: x\r\nConnection: close\r\n\r\n', '400'],
    ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', '400'],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab', '400'],
    [
      'a length and chunks',
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      '400',
    ],
    ['headers without end', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`, '431'],
  ])('is refused: %s', async (_, text, status) => {
    expect(statusOf(await raw(text))).toBe(status);
  });

  test.each([
    '/assets/../../package.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '//etc/passwd',
    '/assets/..\\..\\package.json',
    '/knowledge/..%2f..%2f..%2fetc%2fpasswd',
    '/device/../../../etc/passwd',
    '/%00',
    '/%',
  ])('finds no file outside by %s', async (path) => {
    const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
    expect(statusOf(answer)).toMatch(/^(400|404)$/);
    expect(answer).not.toContain('root:');
    expect(answer).not.toContain('"backstride"');
  });

  test('cannot send more than is read, said or not said beforehand', async () => {
    const head =
      'POST /assess/step/1 HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n';
    expect(statusOf(await raw(`${head}Content-Length: 5000000\r\n\r\nx`))).toBe('413');
    const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`;
    expect(statusOf(await raw(`${head}Transfer-Encoding: chunked\r\n\r\n${chunk.repeat(70)}0\r\n\r\n`))).toBe(
      '413',
    );
    // The application itself takes no more than a form can be.
    const own = await fetch(`${running.url}/assess/step/1`, {
      method: 'POST',
      body: new URLSearchParams({ answer: 'x'.repeat(100_000) }),
      headers: { origin: running.url },
    });
    expect(own.status).toBe(413);
  });

  test('that never ends its headers is hung up on', async () => {
    expect(statusOf(await raw('GET / HTTP/1.1\r\nHost: a\r\nX-Slow: '))).toBe('408');
  });

  test('cannot put a line of its own into the log or the headers', async () => {
    lines.length = 0;
    const answer = await raw(
      'GET /a%0d%0aSet-Cookie:x=1?q=%0aGET HTTP/1.1\r\nHost: a\r\nX-Request-Id: my-own-id\r\nConnection: close\r\n\r\n',
    );
    expect(answer).not.toMatch(/^set-cookie/im);
    expect(answer).not.toContain('my-own-id');
    await expect.poll(() => lines.length).toBe(1);
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      method: 'GET',
      kind: '/-',
      status: 404,
      milliseconds: expect.any(Number),
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  test.each(['TRACE', 'CONNECT', 'PROPFIND', 'DELETE'])('gets nothing by %s', async (method) => {
    const answer = await raw(`${method} / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
    expect(statusOf(answer)).not.toBe('200');
  });
});

/** The cookie of somebody who has answered the first page, so that there is a result: the page that takes longest to work out. */
async function oneWhoHasAnswered(url: string): Promise<string> {
  const post = async (path: string, cookie: string, body: Readonly<Record<string, string>>) => {
    const headers = { origin: url, cookie };
    const reply = await fetch(url + path, {
      method: 'POST',
      redirect: 'manual',
      headers,
      body: new URLSearchParams(body),
    });
    return reply.headers.get('set-cookie')?.split(';')[0] ?? '';
  };
  const cookie = await post('/assess/start', '', {});
  const page = await (await fetch(`${url}/assess/step/1`, { headers: { cookie } })).text();
  const ask = /name="ask" value="([^"]*)"/.exec(page)?.[1] ?? '';
  return post('/assess/step/1', cookie, { ask, found: 'none' });
}

describe('a crowd', () => {
  test('is served in part, and the rest is told at once to come back', async () => {
    const impatient = await start({ BACKSTRIDE_PATIENCE: '10' });
    try {
      const cookie = await oneWhoHasAnswered(impatient.url);
      const result = () => fetch(`${impatient.url}/assess/result`, { headers: { cookie } });
      const answers = await Promise.all(Array.from({ length: 150 }, result));
      const turnedAway = answers.filter(({ status }) => status === 503);
      expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
      expect(turnedAway.length).toBeGreaterThan(0);
      expect(answers.every(({ status }) => status === 200 || status === 503)).toBe(true);
      expect(turnedAway[0]?.headers.get('retry-after')).toBe('2');
      await Promise.all(answers.map((one) => one.arrayBuffer()));
      const after = await result();
      expect(after.status, 'once the crowd is gone').toBe(200);
    } finally {
      await impatient.stop();
    }
  });
});

describe('whoever runs it', () => {
  test('sees counts, in the format of Prometheus, on a port of their own', async () => {
    await fetch(`${running.url}/about`);
    const metrics = await (await fetch(running.metricsUrl ?? '')).text();
    expect(metrics).toMatch(/^backstride_requests_total\{method="GET",section="about",status="200"\} [1-9]/m);
    expect(metrics).toMatch(/^backstride_request_seconds_bucket\{le="\+Inf"\} [1-9]/m);
    for (const line of metrics.trimEnd().split('\n')) {
      expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{\w+="[^"]*"(,\w+="[^"]*")*\})? [\d.e+-]+)$/);
    }
    expect((await fetch(`${running.url}/metrics`)).status, 'not to the world').toBe(404);
  });

  test('stops it without losing what is under way', async () => {
    const other = await start({});
    expect(await (await fetch(`${other.url}/ready`)).json()).toEqual({ status: 'ready' });
    const { hostname, port } = new URL(other.url);
    const body = 'language=fr-CA';
    const head = `POST /language HTTP/1.1\r\nHost: ${hostname}:${port}\r\nOrigin: ${other.url}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n`;
    let answer = '';
    const socket = connect(Number(port), hostname);
    socket.write(head + body.slice(0, 5));
    socket.on('data', (part) => {
      answer += part.toString();
    });
    const closed = new Promise((resolve) => socket.on('close', resolve));
    await new Promise((resolve) => setTimeout(resolve, 100));
    const stopped = other.stop();
    await expect
      .poll(() =>
        fetch(other.url).then(
          () => 'taken',
          () => 'refused',
        ),
      )
      .toBe('refused');
    socket.write(body.slice(5));
    await Promise.all([stopped, closed]);
    expect(statusOf(answer)).toBe('303');
  });

  test('tells browsers to come by https alone where the public address says so', async () => {
    expect((await fetch(running.url)).headers.get('strict-transport-security')).toBeNull();
    const secure = await start({ BACKSTRIDE_PUBLIC_URL: 'https://backstride.example' });
    try {
      const { headers } = await fetch(secure.url);
      expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
    } finally {
      await secure.stop();
    }
  });
});
