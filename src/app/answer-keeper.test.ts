// The seal: what was not sealed here, or is too old, is as if it were not there.

import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { realKnowledge, SECRET } from '../../test/in-process.ts';
import type { KnowledgeBase } from '../knowledge/index.ts';
import { type Answers, SIDES, UNSURE } from '../vocabulary/index.ts';
import { sealedCookieKeeper } from './answer-keeper.ts';
import { type AnswerSheet, newSheet } from './answer-sheet.ts';
import { sealFor } from './seal.ts';

const START = Date.UTC(2026, 0, 1);
const HOUR = 60 * 60 * 1000;
const ADDRESS = 'http://localhost/assess/check';

let knowledge: KnowledgeBase;
beforeAll(async () => {
  knowledge = await realKnowledge();
});

const keeperAt = (time: number, secret = SECRET, wing = knowledge) =>
  sealedCookieKeeper({ knowledge: wing, secret, now: () => time });

async function setCookie(sheet: AnswerSheet | undefined, time = START, address = ADDRESS): Promise<string> {
  const headers = await keeperAt(time).write(new Request(address), sheet);
  return headers['set-cookie'] ?? '';
}

async function tokenOf(sheet: AnswerSheet): Promise<string> {
  return /^backstride=([^;]*)/.exec(await setCookie(sheet))?.[1] ?? '';
}

function read(token: string, keeper = keeperAt(START)) {
  return keeper.read(new Request(ADDRESS, { headers: { cookie: `backstride=${token}` } }));
}

const sheetWith = (answers: Answers): AnswerSheet => ({ ...newSheet(START, 'GB'), answers });

describe('the sealed cookie', () => {
  test('gives back the answers in their order, the place and the time', async () => {
    const sheet = sheetWith({ pop: 'yes', age: UNSURE, fever: 'no' });
    const back = await read(await tokenOf(sheet));
    expect(back).toEqual(sheet);
    expect(Object.keys(back?.answers ?? {})).toEqual(['pop', 'age', 'fever']);
  });

  test('gives back every part of a place and every side', async () => {
    const told = knowledge.findings.flatMap((finding) =>
      finding.states.flatMap(({ id, parts = [] }) =>
        [undefined, ...parts.map((part) => part.id)].flatMap((part) =>
          (finding.sides ? SIDES : []).map((side) => ({
            answers: { pop: 'yes', [finding.id]: id },
            spots: { [finding.id]: { ...(part === undefined ? {} : { part }), side } },
          })),
        ),
      ),
    );
    expect(told.length).toBeGreaterThan(20);
    for (const one of told) {
      const sheet = { ...newSheet(START, 'GB'), ...one };
      expect(await read(await tokenOf(sheet))).toEqual(sheet);
    }
  });

  test('is found among other cookies, whatever stands around it', async () => {
    const token = await tokenOf(sheetWith({ pop: 'yes' }));
    for (const cookie of [
      `a=1; backstride=${token}; z=2`,
      `xbackstride=no; backstride=${token}`,
      `a=;backstride=${token}`,
    ]) {
      const sheet = await keeperAt(START).read(new Request(ADDRESS, { headers: { cookie } }));
      expect(sheet?.answers, cookie.replace(token, '…')).toEqual({ pop: 'yes' });
    }
  });

  test('shows nothing of the answers, neither as text nor in base64', async () => {
    const token = await tokenOf(sheetWith({ 'saddle-numbness': 'yes' }));
    const bytes = Buffer.from(token, 'base64url').toString('latin1');
    for (const text of ['saddle', 'numbness', 'answers', 'startedAt']) {
      expect(token).not.toContain(text);
      expect(bytes).not.toContain(text);
    }
  });

  test('is another one each time, so that equal answers cannot be told from equal cookies', async () => {
    const sheet = sheetWith({ pop: 'yes' });
    expect(await tokenOf(sheet)).not.toBe(await tokenOf(sheet));
  });

  test('is refused when any one of its bits is turned', async () => {
    const bytes = Buffer.from(await tokenOf(sheetWith({ pop: 'yes', age: '25-to-39' })), 'base64url');
    const taken: number[] = [];
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const turned = Buffer.from(bytes);
      turned.writeUInt8(turned.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      if (await read(turned.toString('base64url'))) taken.push(bit);
    }
    expect(taken).toEqual([]);
    expect(await read(bytes.toString('base64url')), 'the same without a turned bit').toBeDefined();
  });

  test.each([
    ['empty', ''],
    ['no base64', '%%%'],
    ['too short for a seal', 'AAAA'],
    ['longer than a cookie can be', 'A'.repeat(10_000)],
    ['the answers in the clear', Buffer.from('{"answers":{},"startedAt":1}').toString('base64url')],
    ['a name of every object', '__proto__'],
  ])('is refused when it is %s', async (_, token) => {
    expect(await read(token)).toBeUndefined();
  });

  test('is refused when it was cut or lengthened', async () => {
    const token = await tokenOf(sheetWith({ pop: 'yes' }));
    expect(await read(token.slice(0, -4))).toBeUndefined();
    expect(await read(`${token}AAAA`)).toBeUndefined();
  });

  test('is refused under another secret', async () => {
    const token = await tokenOf(sheetWith({ pop: 'yes' }));
    const secret = SECRET.slice();
    secret[31] = 8;
    expect(await read(token, keeperAt(START, secret))).toBeUndefined();
  });

  test('is refused under other knowledge, whose questions may mean something else', async () => {
    const token = await tokenOf(sheetWith({ pop: 'yes' }));
    const other = { ...knowledge, hash: 'another' };
    expect(await read(token, keeperAt(START, SECRET, other))).toBeUndefined();
  });

  test('is good for two hours and not a millisecond longer', async () => {
    const token = await tokenOf(sheetWith({ pop: 'yes' }));
    expect(await read(token, keeperAt(START + 2 * HOUR))).toBeDefined();
    expect(await read(token, keeperAt(START + 2 * HOUR + 1))).toBeUndefined();
  });

  test('is not given more time by another answer', async () => {
    const sheet = sheetWith({ pop: 'yes' });
    expect(await setCookie(sheet)).toContain('Max-Age=7200;');
    expect(await setCookie(sheet, START + HOUR)).toContain('Max-Age=3600;');
    expect(await setCookie(sheet, START + 3 * HOUR)).toContain('Max-Age=0;');
  });

  test('cannot be read by scripts or sent from other sites, and needs HTTPS where there is HTTPS', async () => {
    const plain = await setCookie(sheetWith({}));
    expect(plain).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);
    const secure = await setCookie(sheetWith({}), START, 'https://localhost/assess/check');
    expect(secure).toMatch(/; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
  });

  test('is emptied and ended when the answers are to be forgotten', async () => {
    expect(await setCookie(undefined)).toMatch(/^backstride=; Max-Age=0; Path=\//);
  });

  test.each([
    ['a finding that does not exist', { tea: 'yes' }],
    ['a state that does not exist', { pop: 'maybe' }],
    ['a state that is no text', { pop: true }],
    ['a name of every object as finding', JSON.parse('{"__proto__":"yes"}')],
    ['another name of every object as finding', { constructor: 'yes' }],
    ['a name of every object as state', { pop: 'constructor' }],
  ])('is never written with %s', async (_, answers) => {
    await expect(tokenOf(sheetWith(answers))).rejects.toThrow('the knowledge does not have');
  });

  test.each([
    ['nothing', ''],
    ['answers in another form', '{"answers":{"pop":"yes"},"startedAt":1}'],
    ['a finding that does not exist', `${START.toString(36)}.GB..zz1.`],
    ['a state that does not exist', `${START.toString(36)}.GB..00z.`],
    ['an answer that is cut', `${START.toString(36)}.GB..00.`],
    ['no time', '.GB..001.'],
  ])('is refused when well sealed but with %s', async (_, text) => {
    const { seal } = sealFor(SECRET, knowledge.hash);
    expect(await read(await seal(text))).toBeUndefined();
    expect(await read(await seal(`${START.toString(36)}.GB..001.`)), 'as ours are written').toBeDefined();
  });

  test('stays below 4,000 bytes with every finding answered, whichever way', async () => {
    const choices = knowledge.findings.map(({ id, states }) => ({
      id,
      all: [...states.map((state) => state.id), UNSURE],
    }));
    const longest = (all: readonly string[]) => all.reduce((a, b) => (b.length > a.length ? b : a));
    const written = async (answers: Answers) => (await setCookie(sheetWith(answers))).length;
    expect(await written(Object.fromEntries(choices.map(({ id, all }) => [id, longest(all)])))).toBeLessThan(
      4000,
    );
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(...choices.map(({ all }) => fc.constantFrom(...all))),
        fc.shuffledSubarray([...choices.keys()], { minLength: choices.length }),
        async (given, order) => {
          const entries = order.map((index) => [choices[index]?.id ?? '', given[index] ?? ''] as const);
          expect(await written(Object.fromEntries(entries))).toBeLessThan(4000);
        },
      ),
      { numRuns: 60 },
    );
  });
});
