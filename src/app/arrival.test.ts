// The page that somebody arrives at brings its stylesheet along; every other page links it.

import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  type Rehearsal,
  type Reply,
  type Runner,
  realKnowledge,
  rehearse,
  runnerOf,
} from '../../test/in-process.ts';
import type { InlineSheets } from '../pages/index.ts';
import { isArrival } from './arrival.ts';

const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
const sheet = (text: string) => ({ text, hash: hashOf(text) });
/** With what a page would escape, were it not a stylesheet. */
const SHEETS: InlineSheets = {
  common: sheet('ul>li{content:"‹ "/""}'),
  plan: sheet('.plan{color:red}'),
  learn: sheet('.guide{color:red}'),
};

let house: Rehearsal;
let runner: Runner;
beforeAll(async () => {
  house = rehearse(await realKnowledge(), undefined, { inlineSheets: SHEETS });
  runner = runnerOf(house);
});

const from = (site: string): RequestInit => ({ headers: { 'sec-fetch-site': site } });
const inlineOf = ({ text }: Reply) => [...text.matchAll(/<style>(.*?)<\/style>/gs)].map(([, rules]) => rules);
const linkedOf = ({ text }: Reply) =>
  [...text.matchAll(/<link rel="stylesheet" href="(.*?)">/g)].map(([, path]) => path);
const prefetchedOf = ({ text }: Reply) =>
  [...text.matchAll(/<link rel="prefetch" href="(.*?)" as="style">/g)].map(([, path]) => path);
const allowedIn = ({ headers }: Reply) =>
  /style-src ([^;]*)/.exec(headers.get('content-security-policy') ?? '')?.[1]?.split(' ');

describe.each(['none', 'cross-site', 'same-site'])('somebody arrives (%s)', (site) => {
  test.each([
    ['/', ['common']],
    ['/knowledge', ['common', 'plan']],
    ['/nowhere', ['common']],
  ] as const)('%s carries its rules, links none, and brings them for the next page', async (path, names) => {
    const reply = await runner.send(path, from(site));
    expect(inlineOf(reply)).toEqual(names.map((name) => SHEETS[name].text));
    expect(linkedOf(reply)).toEqual([]);
    expect(prefetchedOf(reply)).toEqual(names.map((name) => `/assets/${name}.css`));
  });

  test('the policy lets in exactly these texts, by their hashes, and nothing else that stands in a page', async () => {
    const reply = await runner.send('/knowledge', from(site));
    const allowed = allowedIn(reply) ?? [];
    for (const text of inlineOf(reply)) expect(allowed).toContain(`'${hashOf(text ?? '')}'`);
    expect(allowed.filter((one) => one !== "'self'" && !one.startsWith("'sha256-"))).toEqual([]);
  });

  test('the policy lets our own files be prefetched, and closes by name what would fall back to that', async () => {
    const { headers } = await runner.send('/', from(site));
    const policy = (headers.get('content-security-policy') ?? '').split('; ');
    expect(policy).toContain("default-src 'self'");
    for (const kind of ['font', 'frame', 'media', 'object']) expect(policy).toContain(`${kind}-src 'none'`);
  });
});

test.each(['same-origin', ''])(
  'from a page of ours, or from who knows where (%j), a page links its rules',
  async (site) => {
    const reply = await runner.send('/knowledge', from(site));
    expect(linkedOf(reply)).toEqual(['/assets/common.css', '/assets/plan.css']);
    expect([...inlineOf(reply), ...prefetchedOf(reply)]).toEqual([]);
    expect(allowedIn(reply)).toEqual(["'self'"]);
  },
);

test('beside its rules it is the same page', async () => {
  const without = ({ text }: Reply) =>
    text.replace(/<style>.*?<\/style>\n|<link rel="(stylesheet|prefetch)"[^>]*>\n/gs, '');
  const { location = '' } = await runner.post('/assess/start');
  for (const path of ['/', location, '/knowledge']) {
    const [arrived, linked] = [await runner.send(path, from('none')), await runner.send(path)];
    expect(arrived.text).not.toBe(linked.text);
    expect(without(arrived)).toBe(without(linked));
  }
});

test('a question that was kept for one is not given to the other', async () => {
  const { location = '' } = await runner.post('/assess/start');
  for (const site of ['none', 'same-origin', 'none', 'same-origin']) {
    const reply = await runner.send(location, from(site));
    expect(inlineOf(reply)).toHaveLength(isArrival(site) ? 1 : 0);
  }
});

test('where there are no texts of stylesheets, as on a device, every page links them', async () => {
  const device = runnerOf(rehearse(await realKnowledge()));
  expect(linkedOf(await device.send('/', from('none')))).toEqual(['/assets/common.css']);
});
