// Comments that are on disk before they are acknowledged. One caller after the other, each comment has a commit of its own, and a
// flush of the disk; 32 callers share both. Forms are fetched before, so that only the sending counts. The same without HTTP: the
// store alone, one write after the other and 32 at a time.

import { join } from 'node:path';
import type { NewComment } from '../../src/learn/index.ts';
import { deskStore, migrate, openSql, uuid7 } from '../../src/store/sql/index.ts';
import { faster, noted, type Row, type Spread, spreadOf } from '../rows.ts';
import { textOf } from './interviews.ts';
import { headerOf, openLine } from './line.ts';
import { replay } from './load.ts';
import { requestOf } from './requests.ts';

const ROUNDS = 5;
const TOGETHER = 32;
const ALONE_EACH = 120;
const TOGETHER_EACH = 480;

/** @param path where comments on a page are read and sent */
export async function commentRows(port: number, path: string, folder: string): Promise<readonly Row[]> {
  const requests = await formsOf(port, path, ROUNDS * (ALONE_EACH + TOGETHER_EACH));
  const [alone, together]: [number[], number[]] = [[], []];
  const microsecondsEach = async (count: number, callers: number) => {
    const some = requests.splice(0, count);
    const { seconds, statuses } = await replay(port, some, callers);
    if (statuses.get(200) !== count)
      throw new Error(`Comments were refused: ${JSON.stringify([...statuses])}`);
    return (seconds * 1e6) / count;
  };
  for (let round = 0; round < ROUNDS; round++) {
    alone.push(await microsecondsEach(ALONE_EACH, 1));
    together.push(await microsecondsEach(TOGETHER_EACH, TOGETHER));
  }
  return [
    row(
      'a comment sent, on disk before the answer: 32 callers beside one',
      spreadOf(together),
      spreadOf(alone),
    ),
    await storeRow(join(folder, 'store')),
  ];
}

function row(name: string, together: Spread, alone: Spread): Row {
  const rate = (each: number) => Math.round(1e6 / each);
  return noted(
    faster(name, together, alone, 3, 'µs each'),
    `${rate(together.median)} a second beside ${rate(alone.median)}`,
  );
}

/** Each form has an id of its own, so each is fetched; with the cookie that came with the first. */
async function formsOf(port: number, path: string, count: number): Promise<Uint8Array[]> {
  const line = await openLine(port);
  const forms: Uint8Array[] = [];
  let cookie = '';
  while (forms.length < count) {
    const page = await line.send(requestOf({ method: 'GET', path, cookie }));
    cookie = headerOf(page, 'set-cookie')?.split(';')[0] ?? cookie;
    const token = /<input type="hidden" name="token" value="([^"]*)"/.exec(textOf(page))?.[1] ?? '';
    const text = `Bridges helped me more than stretching did, now for ${forms.length} days.`;
    const body = String(new URLSearchParams({ token, name: 'Ann', email: 'ann@example.org', text }));
    forms.push(requestOf({ method: 'POST', path, cookie, body, more: ['Origin: http://127.0.0.1'] }));
  }
  line.close();
  return forms;
}

/** The store alone, in this process. */
async function storeRow(folder: string): Promise<Row> {
  const sql = openSql({ folder });
  await migrate(sql);
  const { comments } = deskStore(sql);
  const [alone, together]: [number[], number[]] = [[], []];
  const timed = async (figures: number[], count: number, write: () => Promise<unknown>) => {
    const begin = performance.now();
    await write();
    figures.push(((performance.now() - begin) * 1000) / count);
  };
  for (let round = 0; round < ROUNDS; round++) {
    await timed(alone, ALONE_EACH, async () => {
      for (let one = 0; one < ALONE_EACH; one++) await comments.add(madeUp(), []);
    });
    await timed(together, TOGETHER_EACH, async () => {
      for (let done = 0; done < TOGETHER_EACH; done += TOGETHER) {
        await Promise.all(Array.from({ length: TOGETHER }, () => comments.add(madeUp(), [])));
      }
    });
  }
  await sql.close();
  return row(
    'the same in the store alone, without HTTP: 32 writes together beside one',
    spreadOf(together),
    spreadOf(alone),
  );
}

function madeUp(): NewComment {
  const [id, at] = [uuid7(Date.now()), Date.now()];
  return {
    id,
    page: 'warm-up',
    parent: undefined,
    name: 'Ann',
    email: 'ann@example.org',
    text: 'Bridges helped me more than stretching did.',
    state: 'waiting',
    suspicions: [],
    wantsMail: false,
    secret: id,
    essence: id,
    letters: [],
    at,
  };
}
