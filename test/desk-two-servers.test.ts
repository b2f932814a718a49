// Two servers on one PostgreSQL: what one does, the other knows.

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { KnowledgeBase } from '../src/knowledge/index.ts';
import { type Postgres, removeFolders, startPostgres } from './databases.ts';
import {
  atDesk,
  COMMENT,
  type DeskRehearsal,
  hiddenIn,
  rehearseDesk,
  secretLink,
  type Visitor,
  visitor,
} from './desk-in-process.ts';
import { realKnowledge } from './in-process.ts';

let knowledge: KnowledgeBase;
let postgres: Postgres;
let one: DeskRehearsal;
let two: DeskRehearsal;
beforeAll(async () => {
  [knowledge, postgres] = await Promise.all([realKnowledge(), startPostgres()]);
  const place = { url: await postgres.database('two_servers') };
  const clock = { now: Date.UTC(2026, 10, 28, 12) };
  // They come up at the same time over an empty database.
  [one, two] = await Promise.all([
    rehearseDesk(knowledge, { place, clock }),
    rehearseDesk(knowledge, { place, clock }),
  ]);
});
afterAll(async () => {
  await one?.close();
  await two?.close();
  await postgres?.stop();
  removeFolders();
});

const PAGE = '/comments/warm-up';

/** The same browser at the other server. */
function moved(who: Visitor, house: DeskRehearsal): Visitor {
  const there = visitor(house);
  there.cookie = who.cookie;
  return there;
}

test('a form of one is taken by the other, and its comment is there once', async () => {
  const ann = visitor(one);
  const page = await ann.send(PAGE);
  one.clock.now += 60_000;
  const fields = [...hiddenIn(page, PAGE), ...COMMENT];
  const sent = await Promise.all([
    ann.post(PAGE, fields),
    moved(ann, two).post(PAGE, fields),
    moved(ann, two).post(PAGE, fields),
  ]);
  expect(new Set(sent.map(secretLink)).size).toBe(1);
  expect(sent.filter(({ text }) => text.includes('You had sent it already.'))).toHaveLength(2);
  expect(await two.store.comments.waiting({ most: 10 })).toHaveLength(1);
});

test('who signs in at one is in at the other, and out at both', async () => {
  const ann = await atDesk(one, 'ann');
  const there = moved(ann, two);
  const page = await there.send('/desk');
  expect(page.text).toContain('Signed in as Dr ann');
  await there.post('/desk/sign-out', hiddenIn(page, '/desk/sign-out'));
  expect((await ann.send('/desk')).location).toBe('/desk/sign-in');
});

test('tries to sign in are counted together', async () => {
  const statuses: number[] = [];
  for (let nth = 0; nth < 12; nth++) {
    const house = nth % 2 ? one : two;
    house.network.address = `198.51.100.${nth}`;
    const fields = [
      ['login', 'nobody'],
      ['code', 'x'],
      ['by', 'code'],
    ] as const;
    statuses.push((await visitor(house).fill('/desk/sign-in', fields, { seconds: 0 })).status);
  }
  expect(statuses.filter((status) => status === 422)).toHaveLength(10);
  expect(statuses.filter((status) => status === 429)).toHaveLength(2);
});

test('comments from one network are counted together', async () => {
  one.clock.now += 3_600_000;
  for (const house of [one, two]) house.network.address = '203.0.113.9';
  const statuses = await Promise.all(
    Array.from({ length: 8 }, (_, nth) =>
      visitor(nth % 2 ? one : two).fill(PAGE, [...COMMENT.slice(0, 2), ['text', `Number ${nth}`]], {
        seconds: 0,
      }),
    ),
  );
  expect(statuses.filter(({ status }) => status === 200)).toHaveLength(5);
  expect(statuses.filter(({ status }) => status === 429)).toHaveLength(3);
});

test('of two editors at two servers who decide at once, one wins and the other is told', async () => {
  const [ann, bob] = [await atDesk(one, 'ann2'), await atDesk(two, 'bob2')];
  for (const comment of await one.store.comments.waiting({ most: 10 })) {
    const path = `/desk/comments/${comment.id}`;
    const [atOne, atTwo] = await Promise.all([ann.send(path), bob.send(path)]);
    const outcomes = await Promise.all([
      ann.post(path, [...hiddenIn(atOne, path), ['do', 'approve']]),
      bob.post(path, [...hiddenIn(atTwo, path), ['reason', 'No.'], ['do', 'reject']]),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual([303, 409]);
    const winner = outcomes[0]?.status === 303 ? 'published' : 'rejected';
    expect((await two.store.comments.byId(comment.id))?.state).toBe(winner);
  }
  expect(await one.store.comments.countWaiting()).toBe(0);
  expect((await two.store.audit.verify()).broken).toBeUndefined();
});
