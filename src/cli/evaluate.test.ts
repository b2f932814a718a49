import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { folderWith, removeFolders, TINY } from './test-knowledge.ts';
import { run } from './test-run.ts';

afterAll(removeFolders);

const knowledge = folderWith(TINY);

const source = { title: 'Invented' };
const torn = { numb: 'no', swollen: 'no', onset: 'sudden', press: 'yes' };
const CASES = [
  {
    id: 'c1',
    source,
    answers: torn,
    conditions: ['strain'],
    triage: 'self-care',
    tags: ['rich', 'ordinary'],
  },
  { id: 'c2', source, answers: { numb: 'yes' }, conditions: [], triage: 'emergency', tags: ['sparse'] },
  { id: 'c3', source, answers: torn, conditions: ['clot'], triage: 'same-day', tags: ['moderate'] },
];
const RULE = { kind: 'rule', source, conditions: [], triage: 'emergency', answers: { numb: 'yes' } };

const lines = (cases: readonly unknown[]) => `${cases.map((one) => JSON.stringify(one)).join('\n')}\n`;

function evaluate(text: string, ...args: string[]) {
  const file = join(knowledge, 'cases.jsonl');
  writeFileSync(file, text);
  return run(['evaluate', file, '--knowledge', knowledge, ...args]);
}

describe('evaluate', () => {
  it('prints JSON of exactly the promised shape', () => {
    const { code, out, err } = evaluate(lines(CASES), '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const scores = JSON.parse(out);
    const rate = {
      value: expect.any(Number),
      low: expect.any(Number),
      high: expect.any(Number),
      n: expect.any(Number),
    };
    const mode = {
      top1: rate,
      top3: rate,
      triageExact: rate,
      underTriage: rate,
      overTriage: rate,
      emergenciesCaught: rate,
      brier: expect.any(Number),
      ece: expect.any(Number),
      questions: { median: expect.any(Number), p90: expect.any(Number) },
      misses: expect.any(Array),
      calibration: expect.any(Array),
    };
    expect(scores).toEqual({
      cases: 3,
      covered: 2,
      knowledge: expect.stringMatching(/^0\.0\.1\+[0-9a-f]{12}$/),
      modes: { 'all-answers': mode, interview: mode },
    });
    expect(scores.modes['all-answers'].top1).toMatchObject({ value: 0.5, n: 2 });
    expect(scores.modes['all-answers'].misses).toEqual([
      {
        id: 'c3',
        expected: { conditions: ['clot'], triage: 'same-day' },
        got: { conditions: ['strain', 'clot'], triage: 'self-care' },
      },
    ]);
  });

  it('writes null for what cannot be computed', () => {
    const { out } = evaluate(lines(CASES.slice(1, 2)), '--json');
    const { top1, brier, ece } = JSON.parse(out).modes.interview;
    expect({ value: top1.value, n: top1.n, brier, ece }).toEqual({
      value: null,
      n: 0,
      brier: null,
      ece: null,
    });
  });

  it('prints a table with intervals, calibration and misses by id', () => {
    const { code, out } = evaluate(lines(CASES));
    expect(code).toBe(0);
    expect(out).toContain('3 cases, 2 with a cause that the knowledge covers.');
    expect(out).toMatch(/right cause first +50 % \(9–91; 1 of 2\)/);
    expect(out).toMatch(/emergencies sent at least same-day +100 % \(21–100; 1 of 1\)/);
    expect(out).toContain('Calibration, all answers at once');
    expect(out).toMatch(/c3 +TOO LOW +same-day: clot/);
  });

  it.each([
    { args: ['--detail', 'rich,sparse'], cases: 2 },
    { args: ['--ordinary'], cases: 1 },
    { args: ['--detail', 'moderate'], cases: 1 },
  ])('narrows by tags before it scores: $args', ({ args, cases }) => {
    expect(JSON.parse(evaluate(lines(CASES), '--json', ...args).out).cases).toBe(cases);
  });

  it('says so when nothing is left to score', () => {
    const { code, out, err } = evaluate(lines(CASES), '--ordinary', '--detail', 'sparse');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('Nothing to score');
    expect(err).toContain('moderate, ordinary, rich, sparse');
  });

  it('says what asking costs: the cases that only one of the two modes gets right', () => {
    // Without an adaptive question nobody asks how it began, and a clot is not told from a pulled muscle.
    const slow = { numb: 'no', swollen: 'no', age: 'young', onset: 'gradual', press: 'no' };
    const { out } = evaluate(
      lines([{ ...CASES[0], answers: slow, conditions: ['clot'] }]),
      '--max-questions',
      '0',
    );
    expect(out).toMatch(/What asking costs[\s\S]*right cause first +−100 points +c1 +none/);
    expect(out).toMatch(/right cause among the first three +0 points +none +none/);
  });

  it('asks no more adaptive questions than it may', () => {
    const { questions } = JSON.parse(evaluate(lines(CASES), '--json', '--max-questions', '0').out).modes
      .interview;
    expect(questions.p90).toBeLessThan(2);
  });

  it('collects every mistake in the file with its line', () => {
    const { code, out, err } = evaluate(
      `{"id": \n\n${lines([
        { ...CASES[0], answers: { onest: 'sudden' } },
        { ...CASES[1], answers: { onset: 'suden' }, conditions: ['gout'] },
        { ...CASES[2], triage: 'soon' },
      ])}`,
    );
    expect({ code, out }).toEqual({ code: 2, out: '' });
    for (const part of ['cases.jsonl:1\n', 'cases.jsonl:3\n', 'cases.jsonl:4\n', 'cases.jsonl:5\n']) {
      expect(err).toContain(part);
    }
    expect(err).toContain('found    gout');
    expect(err).toContain('5 mistakes');
  });

  it('refuses an empty file and a file that is not there', () => {
    expect(evaluate('\n').code).toBe(2);
    const missing = run(['evaluate', '/nowhere.jsonl', '--knowledge', knowledge]);
    expect(missing.code).toBe(2);
    expect(missing.err).toContain('no such file');
  });

  it('compares the red flags that fire with those of a rule case', () => {
    const good = evaluate(lines([{ ...RULE, id: 'r1', fires: ['E1'], silent: ['swollen-leg'] }]));
    expect(good.out).toContain('Rules: 1 case, all as expected');
    const bad = evaluate(lines([{ ...RULE, id: 'r2', fires: ['S1'], silent: ['numb-seat'] }]));
    expect(bad.code).toBe(0);
    expect(bad.out).toContain('r2: S1 should fire and did not');
    expect(bad.out).toContain('r2: numb-seat should stay silent and fired');
  });
});
