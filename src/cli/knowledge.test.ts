import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { folderWith, removeFolders, TINY } from './test-knowledge.ts';
import { run } from './test-run.ts';

afterAll(removeFolders);

const knowledge = folderWith(TINY);
const ask = (...args: string[]) => run(['knowledge', ...args, '--knowledge', knowledge]);

describe('knowledge check', () => {
  it('says version, hash and counts in one line when there is no mistake', () => {
    const { code, out, err } = ask('check');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(
      /^Knowledge 0\.0\.1\+[0-9a-f]{12}: no mistakes in 2 conditions, 3 presentations, 5 .* 1 source\. Red flags not tried: name cases with --cases\.\n$/,
    );
  });

  it.each([
    {
      name: 'YAML that cannot be read',
      change: { 'findings/age.yaml': 'id: age\nkind: "context\n' },
      says: /findings\/age\.yaml:\d+\n {2}expected YAML that can be read\n {2}found {4}/,
    },
    {
      name: 'a key that is missing',
      change: { 'sources/book.yaml': 'key: book\nkind: book\nauthors: N\nyear: 2020\ntitle: T\n' },
      says: /sources\/book\.yaml:1\n {2}expected the file with read\n/,
    },
    {
      name: 'a key that is misspelt',
      change: { 'findings/age.yaml': `${TINY['findings/age.yaml']}hnt: x\n` },
      says: /findings\/age\.yaml:12\n {2}expected only the keys.*\n {2}found {4}hnt\n {2}to do {4}/,
    },
    {
      name: 'a probability that does not fit',
      change: {
        'conditions/strain.yaml':
          TINY['conditions/strain.yaml']?.replace('sudden: 0.8', 'sudden: 0.95') ?? '',
      },
      says: /conditions\/strain\.yaml:17\n {2}expected probabilities of onset that sum to 1/,
    },
    {
      name: 'a source that nobody has',
      change: {
        'red-flags/numb-seat.yaml':
          TINY['red-flags/numb-seat.yaml']?.replace('source: book', 'source: page') ?? '',
      },
      says: /red-flags\/numb-seat\.yaml:9\n {2}expected a key of knowledge\/sources\n {2}found {4}page/,
    },
  ])('finds $name and exits with 1', ({ change, says }) => {
    const folder = folderWith({ ...TINY, ...change });
    const { code, out } = run(['knowledge', 'check', '--knowledge', folder]);
    expect(code).toBe(1);
    expect(out).toMatch(says);
    expect(out).toMatch(/\n\d+ mistakes?\n$/);
  });

  it('refuses a red flag without a case that fires it or without a near miss', () => {
    const source = { title: 'Invented' };
    const rule = { kind: 'rule', source, conditions: [], triage: 'emergency' };
    const cases = [
      { ...rule, id: 'r1', answers: { numb: 'yes', swollen: 'yes', onset: 'sudden' } },
      { ...rule, id: 'r2', answers: { numb: 'no', swollen: 'no' }, silent: ['numb-seat', 'swollen-leg'] },
    ];
    const file = join(knowledge, 'rules.jsonl');
    const check = (some: readonly unknown[]) => {
      writeFileSync(file, some.map((one) => JSON.stringify(one)).join('\n'));
      return ask('check', '--cases', file);
    };
    expect(check(cases)).toMatchObject({
      code: 0,
      out: expect.stringContaining('Each red flag has a case that fires it and a near miss.'),
    });
    const { code, out } = check(cases.slice(0, 1));
    expect(code).toBe(1);
    expect(out).toMatch(
      /red-flags\/numb-seat\.yaml:5\n {2}expected a near miss.*\n {2}found {4}none\n {2}to do {4}Add one with silent/,
    );
    expect(out).toMatch(/\n2 mistakes\n$/);
    expect(ask('check', '--cases', '/nowhere.jsonl').code).toBe(2);
  });
});

describe('knowledge show', () => {
  it('shows a condition with every likelihood, its certainty and its source', () => {
    const { code, out } = ask('show', 'strain');
    expect(code).toBe(0);
    expect(out).toContain('strain: Pulled muscle (Muscle strain; condition)');
    expect(out).toContain('Prior: 600 of 1,000 runners');
    expect(out).toMatch(/onset +sudden 80 %, gradual 10 %, next-day 10 % \(n 10\) +\[book; published\]/);
    expect(out).toMatch(/age +young × 1\.11, old × 0\.89 +\[book; estimate\]/);
    expect(out).toContain('Review: not yet reviewed');
    const clot = ask('show', 'clot').out;
    expect(clot).toContain('massage: Rubbing may loosen a clot. [book; estimate]');
    expect(clot).toContain(
      'Presentation clot/atypical: Not typical, 20 % of the cases, same-day [book; estimate]',
    );
    expect(clot).toMatch(/Notes on single numbers\n {2}• swollen: Counted once\.\n/);
    expect(clot).toMatch(/Red flags that suspect it\n {2}• E1 numb-seat \(emergency\)/);
  });

  it('writes the formula of a red flag out in words, found by id and by code', () => {
    const { out } = ask('show', 'S1');
    expect(out).toContain(
      '• all of these:\n    • Swollen leg: Yes (swollen is yes)\n    • not:\n      • Onset: The next day',
    );
    expect(ask('show', 'swollen-leg').out).toBe(out);
  });

  it('shows a finding with its self-test, and a source with what cites it', () => {
    const finding = ask('show', 'press').out;
    expect(finding).toContain('1. Sit down.');
    expect(finding).toContain('Answers that name another state: 5.0 % [book; estimate]');
    expect(finding).toContain('Effort: 5 s [book; estimate]');
    expect(finding).toContain('Conditions that say something about it: clot, strain');
    expect(ask('show', 'book').out).toContain('Cited by: clot, strain, age, numb');
  });

  it('shows the numbers that belong to no single condition', () => {
    const { code, out } = ask('show', 'model');
    expect(code).toBe(0);
    expect(out).toMatch(/two causes at once, against chance +0\.1 +\[book; estimate\]/);
    expect(out).toMatch(/self-test +0\.05 +\[book; estimate\]/);
    expect(out).toMatch(/same-day +0\.5 +\[book; estimate\]/);
  });

  it('shows a gate with its formula in words and everything it changes', () => {
    const gate = `id: forty
rules: [A4]
name: 40 or over
when: { finding: age, is: old }
effects:
  - { actions: [massage], limit: withhold, text: Old muscles bleed., source: book, certainty: estimate }
tell: [{ text: Be kind to yourself., source: book, certainty: estimate }]
opens: Ask a doctor.
`;
    const folder = folderWith({ ...TINY, 'gates/forty.yaml': gate });
    const { code, out } = run(['knowledge', 'show', 'forty', '--knowledge', folder]);
    expect(code).toBe(0);
    for (const part of [
      'forty: 40 or over (gate)',
      'Carries out: A4',
      '• Age: 40 or over (age is old)',
      'withhold massage: Old muscles bleed. [book; estimate]',
      'Be kind to yourself. [book; estimate]',
      'Opens: Ask a doctor.',
    ]) {
      expect(out).toContain(part);
    }
    expect(run(['knowledge', 'show', 'age', '--knowledge', folder]).out).toContain(
      'Gates that ask for it: forty',
    );
    expect(run(['knowledge', 'list', 'gates', '--knowledge', folder]).out).toContain('forty  A4: 40 or over');
  });

  it('names the nearest ids when there is no such thing, and exits with 2', () => {
    const { code, out, err } = ask('show', 'strian');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('Did you mean strain?');
    expect(ask('show', 'constructor').code).toBe(2);
  });
});

describe('knowledge list and schema', () => {
  it('lists all kinds or one', () => {
    expect(ask('list').out).toMatch(/conditions: 2[\s\S]*findings: 5[\s\S]*red-flags: 2[\s\S]*sources: 1/);
    const { out } = ask('list', 'conditions');
    expect(out).toContain('clot    Blood clot (Deep vein thrombosis)');
    expect(out).not.toContain('findings');
    expect(ask('list', 'moods').code).toBe(2);
  });

  it('prints a JSON Schema whose references can be resolved from its root', () => {
    const { code, out } = run(['knowledge', 'schema', 'red-flag']);
    expect(code).toBe(0);
    const schema = JSON.parse(out);
    const references = [...out.matchAll(/"\$ref": "([^"]+)"/g)].map(([, reference]) => reference);
    expect(new Set(references)).toEqual(new Set(['#/$defs/Formula']));
    expect(schema.$defs.Formula.properties.not).toEqual({ $ref: '#/$defs/Formula' });
    expect(out.match(/"\$defs"/g)).toHaveLength(1);
    expect(out).not.toContain('"$id"');
    expect(run(['knowledge', 'schema', 'mood']).code).toBe(2);
  });
});
