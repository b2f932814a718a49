// What an author of the guide gets to read when something is wrong: the real guide, broken in one place at a time.

import { beforeAll, describe, expect, test } from 'vitest';
import {
  type AuthoredFile,
  GRACE_DAYS,
  type KnowledgeBase,
  loadGuide,
  type Mistake,
} from '../src/knowledge/index.ts';
import { KNOWLEDGE_FOLDER, readGuideProse, readKnowledgeFiles } from '../src/store/index.ts';
import { addDays } from '../src/vocabulary/index.ts';
import { GUIDE_DAY, realKnowledge } from './in-process.ts';

/** Two pages of it, so that no test takes a second; where one led to a third, it leads to the other. */
let files: readonly AuthoredFile[];
let prose: readonly AuthoredFile[];
let whole: readonly [files: readonly AuthoredFile[], prose: readonly AuthoredFile[]];
let knowledge: KnowledgeBase;
beforeAll(async () => {
  [files, prose, knowledge] = await Promise.all([
    readKnowledgeFiles(KNOWLEDGE_FOLDER),
    readGuideProse(),
    realKnowledge(),
  ]);
  whole = [files, prose];
  const isKept = ({ path }: AuthoredFile) => /^guide\/(soreness|warm-up)\./.test(path);
  files = files.filter((file) => !file.path.startsWith('guide/') || isKept(file));
  prose = prose.filter(isKept).map(({ path, text }) => ({
    path,
    text: text
      .replace(' [claim:dark-urine-after-effort]', '')
      .replace('(/guide/pulled-hamstring)', '(/guide/warm-up)'),
  }));
});

const FACTS = 'guide/soreness.claims.yaml';
const PROSE = 'guide/soreness.md';

function load(path: string, edit: (text: string) => string, today = GUIDE_DAY) {
  const change = (all: readonly AuthoredFile[]) =>
    all.map((file) => (file.path === path ? { path, text: edit(file.text) } : file));
  const before = [...files, ...prose].find((file) => file.path === path)?.text ?? '';
  expect(edit(before), `the edit of ${path} changes it`).not.toBe(before);
  return loadGuide(change(files), change(prose), knowledge, today);
}

function mistakesAfter(path: string, edit: (text: string) => string, today?: string): readonly Mistake[] {
  const loaded = load(path, edit, today);
  return loaded.ok ? [] : loaded.refusal;
}

test('the guide as committed has no mistakes and no warnings', () => {
  const loaded = loadGuide(...whole, knowledge, GUIDE_DAY);
  expect(loaded.ok ? loaded.value.warnings : loaded.refusal).toEqual([]);
});

describe('a mistake names file, what was expected and found, and what to do', () => {
  test.each([
    [
      'a mark of no claim',
      PROSE,
      (text: string) => text.replace('[claim:soreness-peaks]', '[claim:soreness-peeks]'),
      'soreness-peeks',
      /the id of a claim/,
    ],
    [
      'a mark written otherwise',
      PROSE,
      (text: string) => text.replace('[claim:soreness-peaks]', '[claim: soreness-peaks]'),
      '[claim: soreness-peaks]',
      /a mark like \[claim:id\]/,
    ],
    [
      'a claim that nobody makes',
      PROSE,
      (text: string) => text.replace(' [claim:soreness-peaks]', ''),
      'soreness-peaks',
      /a claim that a page makes/,
    ],
    [
      'a drawing that there is not',
      PROSE,
      (text: string) => text.replace('exercise/easy-bike', 'exercise/easy-bikes'),
      'exercise/easy-bikes',
      /a drawing: hamstrings/,
    ],
    [
      'a link that leads nowhere',
      PROSE,
      (text: string) => text.replace('(/guide/warm-up)', '(/guide/pulled)'),
      '/guide/pulled',
      /a link to a page of ours/,
    ],
    [
      'a link to elsewhere',
      PROSE,
      (text: string) => text.replace('(/guide/warm-up)', '(https://elsewhere.example)'),
      'https://elsewhere.example',
      /a link to a page of ours/,
    ],
    [
      'no way on at the end',
      PROSE,
      (text: string) => `${text}\nThat is all.\n`,
      'That is all.',
      /a link to the interview/,
    ],
    [
      'HTML in the prose',
      PROSE,
      (text: string) => text.replace('Sleep and', 'Sleep <b>well</b> and'),
      '<b>',
      /Markdown without HTML/,
    ],
    [
      'a heading of the first level',
      PROSE,
      (text: string) => `# Soreness\n\n${text}`,
      '# Soreness',
      /headings from ##/,
    ],
    [
      'too little text',
      PROSE,
      (text: string) => text.split('\n\n').slice(-1).join(),
      /^\d+$/,
      /200 to 800 words/,
    ],
    [
      'a cause that there is not',
      FACTS,
      (text: string) => text.replace('delayed-onset-soreness', 'delayed-soreness'),
      'delayed-soreness',
      /one of the conditions/,
    ],
    [
      'a source that there is not',
      FACTS,
      (text: string) =>
        text.replace('source: herbert2011', 'source: herbert2111').replace('[herbert2011,', '[herbert2111,'),
      'herbert2111',
      /a key of knowledge\/sources/,
    ],
    [
      'no word on when to get help',
      FACTS,
      (text: string) => text.replace(/getHelp:[\s\S]*?claims:/, 'claims:'),
      'nothing',
      /getHelp/,
    ],
    [
      'a review without a name',
      FACTS,
      (text: string) => text.replace('{ state: not yet reviewed }', '{ state: reviewed }'),
      'no name or day',
      /the name of the reviewer/,
    ],
    [
      'a review of what nobody has read',
      FACTS,
      (text: string) =>
        text.replace(
          /certainty: unverified([\s\S]*?)\{ state: not yet reviewed \}/,
          'certainty: unverified$1{ state: reviewed, by: Dr Example, on: 2026-11-28 }',
        ),
      'unverified',
      /a source that was read/,
    ],
    [
      'a review in the future',
      FACTS,
      (text: string) =>
        text.replace('{ state: not yet reviewed }', '{ state: reviewed, by: Dr Example, on: 2027-01-01 }'),
      '2027-01-01',
      /a day up to today/,
    ],
    [
      'a history out of order',
      FACTS,
      (text: string) =>
        text.replace(
          '- { on: 2026-11-28, change: "First written." }',
          '- { on: 2026-11-28, change: "First." }\n      - { on: 2026-11-01, change: "Second." }',
        ),
      '2026-11-28, 2026-11-01',
      /oldest first/,
    ],
    [
      'a verdict off the scale',
      FACTS,
      (text: string) => text.replace('verdict: supported', 'verdict: true-ish'),
      /true-ish/,
      /one of supported, partly/,
    ],
    [
      'a name that is not that of the file',
      FACTS,
      (text: string) => text.replace('id: soreness\n', 'id: sore\n'),
      'sore',
      /the name of the file/,
    ],
  ] as [string, string, (text: string) => string, string | RegExp, RegExp][])(
    '%s',
    (_, path, edit, found, expected) => {
      const mistakes = mistakesAfter(path, edit);
      const one = mistakes.find((mistake) => expected.test(mistake.expected));
      expect(one, JSON.stringify(mistakes)).toBeDefined();
      expect(one?.file).toBe(path === PROSE && expected.source.startsWith('a claim that') ? FACTS : path);
      if (typeof found === 'string') expect(one?.found).toBe(found);
      else expect(one?.found).toMatch(found);
      expect(one?.line).toBeGreaterThan(0);
      expect(one?.remedy.length).toBeGreaterThan(8);
    },
  );

  test('on the line on which it stands', () => {
    const mistake = mistakesAfter(PROSE, (text) =>
      text.replace('[claim:soreness-peaks]', '[claim:none-such]'),
    );
    const line = prose
      .find(({ path }) => path === PROSE)
      ?.text.split('\n')
      .findIndex((one) => one.includes('[claim:soreness-peaks]'));
    expect(mistake.find(({ found }) => found === 'none-such')).toMatchObject({
      file: PROSE,
      line: (line ?? -2) + 1,
    });
  });

  test('a claim that stands twice', () => {
    const twice = mistakesAfter('guide/warm-up.claims.yaml', (text) =>
      text.replace('id: moving-warm-up', 'id: soreness-peaks'),
    );
    expect(twice.map(({ expected }) => expected)).toContain('an id that no other claim has');
  });

  test('prose without claims, claims without prose', () => {
    const alone = loadGuide(
      files,
      prose.filter(({ path }) => path !== PROSE),
      knowledge,
      GUIDE_DAY,
    );
    expect(!alone.ok && alone.refusal[0]).toMatchObject({ file: FACTS, expected: `${PROSE} beside it` });
    const other = loadGuide(
      files.filter(({ path }) => path !== FACTS),
      prose,
      knowledge,
      GUIDE_DAY,
    );
    expect(!other.ok && other.refusal[0]).toMatchObject({ file: PROSE, expected: `${FACTS} beside it` });
  });
});

describe('a review that grows old', () => {
  const due = (today: string) =>
    load(FACTS, (text) => text.replace(/nextReview: \S+/, 'nextReview: 2026-12-01'), today);

  test('is no matter on its day', () => {
    const loaded = due('2026-12-01');
    expect(loaded.ok && loaded.value.warnings).toEqual([]);
  });

  test('is warned of in its days of grace, with file and line', () => {
    for (const today of ['2026-12-02', addDays('2026-12-01', GRACE_DAYS)]) {
      const loaded = due(today);
      expect(loaded.ok && loaded.value.warnings, today).toMatchObject([
        { file: FACTS, expected: expect.stringContaining('a review by 2026-12-01') },
      ]);
    }
  });

  test('is refused after them', () => {
    const loaded = due(addDays('2026-12-01', GRACE_DAYS + 1));
    expect(!loaded.ok && loaded.refusal).toMatchObject([
      { file: FACTS, found: expect.stringContaining('91 days') },
    ]);
  });

  test('is not judged where no day is given: a server must not lose a page overnight', () => {
    expect(loadGuide(files, prose, knowledge, undefined).ok).toBe(true);
  });
});
