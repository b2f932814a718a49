import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { jsonProblem } from './json-problem.ts';
import { folderWith, removeFolders, TINY } from './test-knowledge.ts';
import { run } from './test-run.ts';

afterAll(removeFolders);

const knowledge = folderWith(TINY);

function assess(answers: string, ...args: string[]) {
  const file = join(knowledge, 'answers.json');
  writeFileSync(file, answers);
  return run(['assess', '--knowledge', knowledge, '--answers', file, ...args]);
}

const WHOLE = '{"numb": "no", "swollen": "no", "age": "young", "onset": "sudden", "press": "yes"}';

describe('assess --answers', () => {
  it('says how urgent it is before what it could be, and what was withheld and why', () => {
    const { code, out, err } = assess(WHOLE);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const order = [
      'Look after it yourself',
      'In an emergency call 112',
      'What it could be',
      '1. Pulled muscle (Muscle strain)',
      'Of 100 runners who answer like you, ',
      ' bits  It began suddenly. [book; published]',
      'What you can do today',
      'Walk a little. [book; estimate]',
      'No sprints. [book; estimate]',
      'Massage and foam rolling: Rubbing may loosen a clot. [book; estimate]',
      'You cannot walk.',
      'research and education build',
      'No clinician has reviewed it.',
      'cannot examine anyone',
    ];
    expect(order.map((part) => out.indexOf(part))).toEqual(
      order.map((part) => out.indexOf(part)).toSorted((a, b) => a - b),
    );
    for (const part of order) expect(out).toContain(part);
    expect(out).not.toContain('Rub the muscle.');
  });

  it('prints JSON with everything a program needs', () => {
    const { code, out } = assess(WHOLE, '--json');
    expect(code).toBe(0);
    const result = JSON.parse(out);
    expect(result.knowledge).toEqual({ version: '0.0.1', hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(result.triage).toMatchObject({ level: 'self-care', floor: 'self-care', fired: [], doubtful: [] });
    expect(result.differential.map((one: { id: string }) => one.id)).toEqual(['strain', 'clot']);
    expect(result.differential[0].probability).toBeGreaterThan(0.9);
    expect(result.next.kind).toBe('stop');
    expect(result.explanations[0].for[0]).toMatchObject({
      finding: 'onset',
      state: 'sudden',
      sources: ['book'],
    });
    expect(result.advice.now.map((one: { text: string }) => one.text)).toEqual(['Walk a little.']);
    expect(result.withheld).toEqual([
      {
        action: 'massage',
        name: 'Massage and foam rolling',
        limit: 'withhold',
        because: [{ text: 'Rubbing may loosen a clot.', sources: ['book'], certainty: 'estimate' }],
        opens: ['A clinician can rule out: Blood clot.'],
        answers: [],
      },
    ]);
    expect(result.notices.join(' ')).toContain('No clinician has reviewed it.');
  });

  it('prints the emergency card alone, with the number of the country', () => {
    const { code, out } = assess('{"answers": {"numb": "yes"}}', '--country', 'ca');
    expect(code).toBe(0);
    expect(out).toContain('EMERGENCY: Get emergency help now\nCall now: 911 (Canada)');
    expect(out).toContain('Go now.');
    expect(out).not.toContain('What it could be');
  });

  it('names the code of a red flag that fires, in JSON', () => {
    const { triage } = JSON.parse(assess('{"swollen": "yes", "onset": "gradual"}', '--json').out);
    expect(triage).toMatchObject({ level: 'same-day', floor: 'same-day' });
    expect(triage.fired).toMatchObject([{ id: 'swollen-leg', code: 'S1', level: 'same-day' }]);
  });

  it('keeps a danger sign answered "unsure" in sight', () => {
    const { out } = assess('{"numb": "no", "swollen": "unsure"}');
    expect(out).toContain('You were not sure about these');
    expect(out).toContain('Swollen leg: It may be a clot.');
  });

  it('says so when danger signs were not asked', () => {
    expect(assess('{"onset": "sudden"}').out).toContain(
      '“Is any of this so now?” has not been answered in full',
    );
  });

  it('reads standard input with -', () => {
    const { code, out } = run(['assess', '--knowledge', knowledge, '--answers', '-', '--json'], WHOLE);
    expect(code).toBe(0);
    expect(JSON.parse(out).triage.level).toBe('self-care');
  });

  it('collects every unknown finding and state, with the line and the nearest spelling', () => {
    const { code, out, err } = assess('{\n  "onest": "sudden",\n  "onset": "suden",\n  "press": 3\n}');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('answers.json:2\n  expected the id of a finding\n  found    "onest"\n');
    expect(err).toContain('Did you mean onset?');
    expect(err).toContain(
      'answers.json:3\n  expected an answer to onset: sudden, gradual, next-day, unsure\n',
    );
    expect(err).toContain('Did you mean sudden?');
    expect(err).toContain('answers.json:4\n  expected an answer to press: no, yes, unsure\n  found    3\n');
    expect(err).toContain('3 mistakes');
  });

  it.each([
    { text: '{"onset": sudden}', says: 'answers.json:1:11' },
    { text: '{"onset": "sudden",}', says: 'answers.json:1:20' },
    { text: '', says: 'an empty file' },
    { text: '["onset"]', says: 'a list' },
    { text: '"onset"', says: 'a string' },
    { text: 'null', says: 'null' },
  ])('refuses what is no object of answers: $text', ({ text, says }) => {
    const { code, out, err } = assess(text);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(says);
  });

  it('refuses a file that is not there and a country without a number', () => {
    const missing = run(['assess', '--knowledge', knowledge, '--answers', join(knowledge, 'none.json')]);
    expect(missing.code).toBe(2);
    expect(missing.err).toContain('no such file');
    const country = assess(WHOLE, '--country', 'Narnia');
    expect(country.code).toBe(2);
    expect(country.err).toContain('Known: CA, other');
  });

  it('does not use knowledge with mistakes', () => {
    const broken = folderWith({ ...TINY, 'findings/age.yaml': 'id: age\nkind: [' });
    const { code, err } = run(['assess', '--knowledge', broken, '--answers', '-'], '{}');
    expect(code).toBe(2);
    expect(err).toMatch(/findings\/age\.yaml:\d+/);
    expect(err).toContain('The knowledge cannot be used');
  });
});

describe('the place of a mistake in JSON', () => {
  it.each([
    { text: '{"a": x}', line: 1, column: 7 },
    { text: '{\n"a": "b"\n"c": "d"}', line: 3, column: 1 },
    { text: '{"a": "b"', line: 1, column: 10 },
    { text: `{"${'long'.repeat(20)}": "x",\n "b": yes, "c": "y"}`, line: 2, column: 7 },
    { text: '[1,]', line: 1, column: 4 },
  ])('is found in $text', ({ text, line, column }) => {
    let problem: unknown;
    try {
      JSON.parse(text);
    } catch (error) {
      problem = jsonProblem(text, error);
    }
    expect(problem).toMatchObject({ line, column });
  });
});
