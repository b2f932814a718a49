// What was answered must not show outside the page and the sealed cookie, nor leave the device. Each file of journeys on the server ends
// with these tests, over everything its journeys have sent and the server has logged.

import { expect, test } from 'vitest';
import type { KnowledgeBase } from '../../src/knowledge/index.ts';
import type { Site } from './browser.ts';
import type { Passed } from './device.ts';

/** Every id that would tell what was asked, answered or found. */
function idsOf({ findings, conditions, redFlags }: KnowledgeBase): readonly string[] {
  const ids = [
    ...findings.flatMap(({ id, states }) => [id, ...states.map((state) => state.id)]),
    ...conditions.map(({ id }) => id),
    ...redFlags.map(({ id }) => id),
    'unsure',
  ];
  return [...new Set(ids)];
}

/** The ids that stand in a text as words of their own: "no" is not in "/assess/notice". */
export function idsIn(text: string, knowledge: KnowledgeBase): readonly string[] {
  return idsOf(knowledge).filter((id) => new RegExp(`(?<![a-z0-9])${id}(?![a-z0-9])`, 'i').test(text));
}

/** Declares the tests; call it at the end of a file. */
export function testPrivacy(site: () => Site): void {
  test('no address and no line of the log names a finding, an answer or a cause', () => {
    const { addresses, knowledge, log } = site();
    expect(idsIn('http://127.0.0.1/assess/step/3?fever=1#answer-pop', knowledge)).toEqual(
      expect.arrayContaining(['fever', 'pop']),
    );
    expect(addresses.size).toBeGreaterThan(5);
    // An exercise that somebody looks up stands in their own address bar, and not in the log.
    const others = [...addresses].filter((one) => !/\/(knowledge\/exercises|recover\/exercise)\//.test(one));
    for (const address of others) expect(idsIn(address, knowledge), address).toEqual([]);
    const lines = log().trim().split('\n');
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) expect(idsIn(line, knowledge), line).toEqual([]);
  });

  test('every log line is a method, a path without its query, a status, a time and a request id', () => {
    const requests = site()
      .log()
      .trim()
      .split('\n')
      .filter((line) => !/is ready|Ctrl\+C/.test(line));
    for (const line of requests) {
      expect(line).toMatch(/^(GET|POST|HEAD) \/[a-z0-9/.-]* \d{3} \d+ ms [0-9a-f-]{36}$/);
    }
  });

  test('no page of the interview may be stored, and none may run a script that stands in it, or a style of anybody else', () => {
    const pages = site().answered.filter(({ path }) => path.startsWith('/assess'));
    expect(pages.length).toBeGreaterThan(5);
    for (const { path, headers } of pages) {
      expect(headers['cache-control'], path).toBe('no-store');
      const policy = headers['content-security-policy'] ?? '';
      // A page that prefetches closes by name what others close at once.
      expect(policy, path).toMatch(
        /default-src 'none'|default-src 'self'; font-src 'none'; frame-src 'none'/,
      );
      expect(policy, path).not.toContain('unsafe');
      expect(policy, path).toMatch(/(^|;) ?script-src 'self'(;|$)/);
      // Our own stylesheets may stand in a page, each by its hash.
      expect(policy, path).toMatch(/(^|;) ?style-src 'self'( 'sha256-[A-Za-z0-9+/]{43}=')*(;|$)/);
    }
  });

  test('the browser had nothing to complain about, and asked nobody but this server', () => {
    const { complaints, addresses, port } = site();
    expect(complaints).toEqual([]);
    for (const address of addresses) {
      if (address !== 'about:blank') expect(new URL(address).port, address).toBe(String(port));
    }
  });
}

/**
 * What may pass once the device answers by itself: looking for a new release (the worker and what it borrows), the hand-over, and the guide, whole and by its
 * hash, so that nobody learns what is read. None has a body.
 */
const MAY_PASS =
  /^(GET \/(sw|import-worker)\.js|GET \/device\/(guide|notes)-[0-9a-f]{16}\.json|(POST|DELETE) \/device\/hand-over)$/;

/** Words of HTTP itself that are also names in the knowledge. */
const OF_EVERY_REQUEST = /same-origin|max-age|no-cache|no-cors|if-none-match|"sec-fetch-[a-z]+":"none"/g;

/** Nothing that passed tells what was asked or answered. */
export function expectNothingSaid(passed: readonly Passed[], knowledge: KnowledgeBase): void {
  for (const { method, path, headers, body } of passed) {
    expect(`${method} ${path}`).toMatch(MAY_PASS);
    expect(body).toBe('');
    expect(idsIn(headers.replaceAll(OF_EVERY_REQUEST, ''), knowledge)).toEqual([]);
  }
}
