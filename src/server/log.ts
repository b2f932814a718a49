// What is written down about a request: method, kind of page, status, time, request id. Never a query, a body, a header or an
// address of the network. What somebody reads about stays with them as well as what they answer, and links that are secrets
// stand in paths: so of a path only what every runner's looks like is kept, all else is a dash.

import type { Configuration } from './configuration.ts';

/** Below these the second part says which step of our own it is, and nothing about the runner. */
const STEPS: ReadonlySet<string> = new Set(['assess', 'recover', 'train', 'device', 'desk']);
const OPEN: ReadonlySet<string> = new Set([
  'about',
  'assets',
  'claims',
  'comments',
  'contact',
  'my-comment',
  'my-report',
  'passkey.js',
  'replies',
  'fg-ai4h',
  'guide',
  'health',
  'import-worker.js',
  'import.js',
  'knowledge',
  'knowledge.json',
  'language',
  'manifest.webmanifest',
  'open',
  'ready',
  'reports',
  'register.js',
  'remind.js',
  'robots.txt',
  'sitemap.xml',
  'sw.js',
  'timer.js',
  'turn.js',
  'unit',
  ...STEPS,
]);
const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS']);

/** The kind of page that an address asks for, e.g. `/assess/step/3`, `/knowledge/-`. */
export function kindOf(url: string): string {
  const [first = '', second, ...rest] = (url.split('?')[0] ?? '').split('/').slice(1);
  if (first === '' && second === undefined) return '/';
  if (!OPEN.has(first)) return '/-';
  if (second === undefined) return `/${first}`;
  if (!STEPS.has(first) || !/^[a-z-]{1,24}$/.test(second)) return `/${first}/-`;
  if (rest.length === 0) return `/${first}/${second}`;
  return `/${first}/${second}/${/^\d{1,4}$/.test(rest.join('/')) ? rest[0] : '-'}`;
}

export function methodOf(method: string | undefined): string {
  return METHODS.has(method ?? '') ? (method ?? '') : 'OTHER';
}

export interface Answered {
  readonly method: string;
  readonly kind: string;
  readonly status: number;
  readonly milliseconds: number;
  readonly id: string;
}

export type RequestLog = (answered: Answered) => void;

/** @param now milliseconds since 1970 */
export function requestLog(
  format: Configuration['logFormat'],
  write: (line: string) => void,
  now: () => number,
): RequestLog {
  return ({ method, kind, status, milliseconds, id }) =>
    write(
      format === 'json'
        ? JSON.stringify({ time: new Date(now()).toISOString(), method, kind, status, milliseconds, id })
        : `${method} ${kind} ${status} ${milliseconds} ms ${id}`,
    );
}
