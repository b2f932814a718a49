// A disk that is full, or cannot be written, or a database that goes away: clear answers, nothing half-done, nothing lost that was
// typed. SQLite's own bounds stand in for the disk: a largest number of pages, a connection that may only ask.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../scripts/find-node.mjs';
import { OF_THE_DESK } from '../src/app/desk/index.ts';
import type { KnowledgeBase } from '../src/knowledge/index.ts';
import { StoreTrouble } from '../src/learn/index.ts';
import { type Postgres, removeFolders, startPostgres } from './databases.ts';
import { COMMENT, type DeskRehearsal, rehearseDesk, visitor } from './desk-in-process.ts';
import { realKnowledge } from './in-process.ts';

let knowledge: KnowledgeBase;
let postgres: Postgres;
const houses: DeskRehearsal[] = [];
beforeAll(async () => {
  [knowledge, postgres] = await Promise.all([realKnowledge(), startPostgres()]);
});
afterAll(async () => {
  for (const house of houses) await house.close().catch(() => {});
  await postgres?.stop();
  removeFolders();
});
const open = async (given: Parameters<typeof rehearseDesk>[1] = {}) => {
  const house = await rehearseDesk(knowledge, given);
  houses.push(house);
  return house;
};

const PAGE = '/comments/warm-up';
const pragma = (house: DeskRehearsal, text: string) =>
  // Outside of a job: a pragma of a transaction would end with it.
  house.sql.write((tables) => sql.raw(`pragma ${text}`).execute(tables));

test('a full disk: the text stays in the form, what was there stays, and with room it goes on', async () => {
  const house = await open();
  await visitor(house).fill(PAGE, COMMENT);
  await pragma(house, 'max_page_count = 1');
  const long = 'word '.repeat(780).trim();
  const statuses: number[] = [];
  for (let nth = 0; nth < 60 && statuses.at(-1) !== 503; nth++) {
    house.clock.now += 3_600_000;
    const reply = await visitor(house).fill(PAGE, [...COMMENT.slice(0, 2), ['text', `${long} ${nth}`]]);
    statuses.push(reply.status);
    if (reply.status !== 503) continue;
    expect(reply.text).toContain('It could not be saved just now. Your text is still here');
    expect(reply.text).toContain(`${long} ${nth}`);
  }
  expect(statuses.at(-1)).toBe(503);
  const kept = statuses.filter((status) => status === 200).length + 1;
  expect(await house.store.comments.countWaiting()).toBe(kept);
  expect(house.bugs.at(-1)).toMatchObject({ name: 'StoreTrouble', kind: 'full' });
  expect(String(house.bugs.at(-1))).toContain('The disk is full: make room on it.');
  const check = await house.sql.write((tables) =>
    sql<{ integrity_check: string }>`pragma integrity_check`.execute(tables),
  );
  expect(check.rows).toEqual([{ integrity_check: 'ok' }]);
  await pragma(house, 'max_page_count = 1000000');
  house.clock.now += 3_600_000;
  expect((await visitor(house).fill(PAGE, [...COMMENT.slice(0, 2), ['text', long]])).status).toBe(200);
});

test('of several that share a commit, all are told when the disk is full', async () => {
  const house = await open();
  await pragma(house, 'max_page_count = 1');
  const put = (name: string) =>
    house.sql.write(async (tables) => {
      await tables
        .insertInto('keys')
        .values({ name, value: 'x'.repeat(100_000) })
        .execute();
    });
  const outcomes = await Promise.allSettled([put('a'), put('b'), put('c')]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  for (const one of outcomes) {
    expect(one.status === 'rejected' && one.reason instanceof StoreTrouble && one.reason.kind).toBe('full');
  }
  const kept = await house.sql.read
    .selectFrom('keys')
    .select('name')
    .where('name', 'in', ['a', 'b', 'c'])
    .execute();
  expect(kept).toEqual([]);
});

test('a disk that cannot be written: reading goes on, writing says so', async () => {
  const house = await open();
  await pragma(house, 'query_only = 1');
  const reply = await visitor(house).fill(PAGE, COMMENT);
  expect([reply.status, reply.text.includes('Bridges helped me')]).toEqual([503, true]);
  expect(house.bugs.at(-1)).toMatchObject({ kind: 'read-only' });
  expect((await visitor(house).send(PAGE)).status).toBe(200);
});

test('a database that goes away and comes back: a clear page meanwhile, and then it works again without a start', async () => {
  const house = await open({ place: { url: await postgres.database('away') } });
  const ann = visitor(house);
  expect((await ann.fill(PAGE, COMMENT)).status).toBe(200);
  const page = await ann.send(PAGE);
  await postgres.kill();
  const away = await ann.send(PAGE);
  expect(away.status).toBe(503);
  expect(away.headers.get('retry-after')).toBe('60');
  expect(away.text).toContain('This part is not there just now');
  expect(away.text).not.toMatch(/postgres|ECONN|127\.0\.0\.1/);
  const { hiddenIn } = await import('./desk-in-process.ts');
  house.clock.now += 60_000;
  const fields = [
    ...hiddenIn(page, PAGE),
    ...COMMENT.slice(0, 2),
    ['text', 'Written while it was away.'],
  ] as const;
  const lost = await ann.post(PAGE, fields);
  expect([lost.status, lost.text.includes('Written while it was away.')]).toEqual([503, true]);
  await postgres.start();
  expect((await ann.post(PAGE, fields)).status, 'the same form again').toBe(200);
  expect(await house.store.comments.countWaiting()).toBe(2);
  for (const bug of house.bugs) expect(bug).toBeInstanceOf(StoreTrouble);
});

test('the worker of a device passes on exactly the addresses of the desk', () => {
  const worker = readFileSync(join(root, 'src/browser/service-worker.ts'), 'utf8');
  const passed = new RegExp(/OF_THE_SERVER =\s*\/(.*)\/;/.exec(worker)?.[1] ?? '-');
  for (const name of ['comments', 'my-comment', 'replies', 'my-report', 'contact', 'desk']) {
    for (const path of [`/${name}`, `/${name}/x`]) {
      expect([OF_THE_DESK.test(path), passed.test(path)], path).toEqual([true, true]);
    }
    expect([OF_THE_DESK.test(`/${name}-x`), passed.test(`/${name}-x`)], name).toEqual([false, false]);
  }
  for (const path of ['/claims/C1/report', '/passkey.js']) expect(passed.test(path), path).toBe(true);
  expect(OF_THE_DESK.test('/claims/C1/report')).toBe(true);
  for (const path of [
    '/',
    '/assess/step/1',
    '/recover',
    '/knowledge/sciatica',
    '/guide/desk',
    '/claims/C1',
    '/claims',
  ]) {
    expect([OF_THE_DESK.test(path), passed.test(path)], path).toEqual([false, false]);
  }
});
