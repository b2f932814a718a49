// What `npm run bench -- page` reports, from made-up figures: rows of the shape that every bench has. Nothing is timed here.

import { beforeAll, describe, expect, test } from 'vitest';
import { BARE, LHC } from '../bench/page/peers.ts';
import { bareForm, firstQuestions, questionnaireOf } from '../bench/page/questions.ts';
import { type Figures, OURS, rowsOf } from '../bench/page/rows.ts';
import type { Visit } from '../bench/page/throttled.ts';
import type { KnowledgeBase } from '../src/knowledge/index.ts';
import { realKnowledge, rehearse } from './in-process.ts';

let knowledge: KnowledgeBase;
beforeAll(async () => {
  knowledge = await realKnowledge();
});

const VISIT: Visit = {
  visible: 400,
  bytes: 10_000,
  script: 600,
  stylesheet: 5000,
  blocking: 0,
  shift: 0,
  frame: 20,
};
const TAP = { next: 40, answered: 10, shift: 0 };
const SIZE = { served: 20_000, small: 5000 };

const FIGURES: Figures = {
  visits: new Map([
    [OURS, [VISIT]],
    [BARE, [{ ...VISIT, visible: 200, bytes: 2000 }]],
    [LHC, [{ ...VISIT, visible: 8000, bytes: 800_000 }]],
  ]),
  doors: [{ start: 400, tap: TAP }],
  taps: { server: [TAP], 'device at once': [TAP], device: [TAP, { ...TAP, next: 60 }] },
  sizes: {
    stylesheet: SIZE,
    first: SIZE,
    result: SIZE,
    largest: { ...SIZE, path: '/knowledge/any' },
    guide: { ...SIZE, path: '/guide/any' },
    device: 300_000,
    worker: 100_000,
    knowledge: 150_000,
    texts: 60_000,
    later: 80_000,
    icons: 30_000,
  },
};

const rows = rowsOf(FIGURES);
const named = (start: string, end = '') =>
  rows.find(({ name }) => name.startsWith(start) && name.endsWith(end));

describe('rows of the page bench', () => {
  test('each has the shape that every bench has, also as JSON, under a name of its own', () => {
    for (const row of JSON.parse(JSON.stringify(rows))) {
      expect(row, row.name).toEqual({
        name: expect.any(String),
        ours: expect.any(Number),
        peer: row.peer === null ? null : expect.any(Number),
        unit: expect.any(String),
        ratio: row.ratio === null ? null : expect.any(Number),
        bar: expect.any(String),
        met: row.met === null ? null : expect.any(Boolean),
        ...(row.note === undefined ? {} : { note: expect.any(String) }),
      });
    }
    expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
  });

  test('a bar is judged where there is a peer, and not where it could not be installed', () => {
    expect(named('first question: bytes', LHC)).toMatchObject({ ours: 10, peer: 800, ratio: 80, met: true });
    expect(named('first question: bytes', 'Smart Forms')).toMatchObject({
      peer: null,
      ratio: null,
      met: null,
    });
    expect(named('result page', 'as served')).toMatchObject({ ours: 20, met: false });
  });

  test('times are not judged when the bare form was not the same from round to round; bytes are', () => {
    const unsteady = new Map(FIGURES.visits).set(BARE, [VISIT, VISIT, { ...VISIT, visible: 900 }]);
    const busy = rowsOf({ ...FIGURES, visits: unsteady });
    const judged = (all: typeof rows, unit: string) =>
      all.filter((row) => row.unit === unit && row.met !== null).length;
    expect(judged(rows, 'ms')).toBeGreaterThan(0);
    expect(judged(busy, 'ms')).toBe(0);
    expect(judged(busy, 'kB')).toBe(judged(rows, 'kB'));
  });
});

test('peers are given the questions of the interview, word for word and in its order', async () => {
  const questions = await firstQuestions(rehearse(knowledge), knowledge, 8);
  expect(new Set(questions.map(({ id }) => id)).size).toBe(8);
  const [first] = questions;
  expect(first?.text).toBe(knowledge.screens[0]?.title);
  const { item } = questionnaireOf(questions);
  expect(item.map(({ text }) => text)).toEqual(questions.map(({ text }) => text));
  expect(item[0]?.answerOption.map(({ valueCoding }) => valueCoding.display)).toEqual(first?.answers);
  expect(bareForm(questions).match(/<input /g)).toHaveLength(
    questions.reduce((sum, { answers }) => sum + answers.length, 0),
  );
});
