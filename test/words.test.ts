// The words that runners read, in English: sentences short enough to read once, no word of the clinic's desk, no letters that
// stand for words, and a reading age of about eleven. It finds slips; whether people understand is for people to find out.
// The length is that of the British government's style guide: check any sentence of more than 25 words.

import { beforeAll, describe, expect, test } from 'vitest';
import { type Area, textsOf } from '../src/knowledge/index.ts';
import { textOf } from '../src/learn/index.ts';
import { deskEnglish } from '../src/pages/desk/index.ts';
import { english } from '../src/pages/index.ts';
import { entriesOf } from './catalogue.ts';
import { realGuide, realKnowledge } from './in-process.ts';
import { gradeOf, sentencesOf, syllablesOf, wordsOf } from './reading.ts';

const MOST_WORDS = 25;
/** Grade 6 is about eleven years. */
const HIGHEST_GRADE = 6;

/** A whole word or its beginning, and where it may stand all the same. */
const BANNED: readonly { readonly word: RegExp; readonly but?: RegExp }[] = [
  // The clinician's page says that it is none.
  { word: /\bdiagnos/i, but: /^summary\.nature$/ },
  { word: /\bpatients?\b/i },
  { word: /\be\.\s?g\.|\bi\.\s?e\.|\betc\b|\bapprox\b|\bvia\b|\bvs\b/i },
];

/** Letters that people know as such: a scan by that name, world time, files, licences, names of help lines. */
const LETTERS: ReadonlySet<string> = new Set([
  'MRI',
  'UTC',
  'PDF',
  'JSON',
  'FIT',
  'GPX',
  'TCX',
  'ZIP',
  'CC',
  'BY',
  'MIT',
  'NHS',
  'SNS',
]);
/** In capitals for a page of plain text, which has no headings. */
const SHOUTED = /^summary\.textTitle$/;

/** Names of medicines and of exercises are long words, and nobody reads them as sentences. */
const NAMES = /^(actions|clinical-names)$/;

interface Said {
  /** Path in the catalogue, or area of the knowledge. */
  readonly where: string;
  readonly text: string;
}

let interfaceTexts: readonly Said[];
let knowledgeTexts: readonly Said[];
let guideTexts: readonly Said[];
beforeAll(async () => {
  interfaceTexts = [...entriesOf(english), ...entriesOf(deskEnglish, 'desk')].map(({ path, text }) => ({
    where: path.replace(/^desk\./, 'desk-'),
    text,
  }));
  const areas: ReadonlyMap<string, Area> = textsOf(await realKnowledge());
  knowledgeTexts = [...areas]
    .filter(([, area]) => !NAMES.test(area))
    .map(([text, where]) => ({ where, text }));
  const { pages, claims } = await realGuide();
  guideTexts = [
    ...pages.flatMap(({ id, title, summary, getHelp, blocks }) =>
      [
        title,
        summary,
        ...(getHelp ? [getHelp.title, ...getHelp.signs] : []),
        // Each paragraph, heading and line of a list by itself.
        ...blocks.flatMap((block) =>
          block.kind === 'prose' ? block.html.split(/<\/(?:p|h2|h3|li|td|th)>/).map(textOf) : [],
        ),
      ]
        .filter((text) => text !== '')
        .map((text) => ({ where: `guide/${id}`, text })),
    ),
    ...claims.flatMap(({ id, text, why }) =>
      [text, why].map((one) => ({ where: `claims.${id}`, text: one })),
    ),
  ];
});
const all = () => [...interfaceTexts, ...knowledgeTexts, ...guideTexts];

describe('what runners read', () => {
  test('has no sentence too long to read once', () => {
    const long = all().flatMap(({ where, text }) =>
      sentencesOf(text)
        .filter((sentence) => wordsOf(sentence).length > MOST_WORDS)
        .map((sentence) => `${where}: ${sentence}`),
    );
    expect(long).toEqual([]);
  });

  test('has no word of the clinic’s desk', () => {
    const found = all().flatMap(({ where, text }) =>
      BANNED.filter(({ word, but }) => word.test(text) && !but?.test(where)).map(
        ({ word }) => `${where}: ${word.exec(text)?.[0]} in “${text}”`,
      ),
    );
    expect(found).toEqual([]);
  });

  test('has no letters that stand for words, save those that people know', () => {
    const found = all()
      .filter(({ where }) => !SHOUTED.test(where))
      .flatMap(({ where, text }) =>
        [...text.matchAll(/\b([A-Z]{2,})s?\b/g)]
          .filter(([, letters = '']) => !LETTERS.has(letters))
          .map(([letters]) => `${where}: ${letters} in “${text}”`),
      );
    expect(found).toEqual([]);
  });

  test('can be read at about eleven, part by part', () => {
    const parts = new Map<string, string[]>();
    for (const { where, text } of all()) {
      const [part = ''] = where.split('.');
      if (!NAMES.test(part)) parts.set(part, [...(parts.get(part) ?? []), text]);
    }
    const hard = [...parts]
      .map(([part, texts]) => ({ part, grade: gradeOf(texts) }))
      .filter(({ grade }) => grade > HIGHEST_GRADE);
    expect(hard).toEqual([]);
    expect(parts.size).toBeGreaterThan(20);
  });
});

describe('the measure of reading', () => {
  test.each([
    ['leg', 1],
    ['muscle', 2],
    ['pain', 1],
    ['walked', 1],
    ['emergency', 4],
    ['anti-inflammatory', 6],
  ])('%s has about %i syllables', (word, count) => {
    expect(Math.abs(syllablesOf(word) - count)).toBeLessThanOrEqual(1);
  });

  test('a child’s sentence is easy, a paper’s is not', () => {
    expect(gradeOf(['Stop when it hurts. Walk home. Rest your leg.'])).toBeLessThan(2);
    expect(
      gradeOf([
        'Proximal hamstring tendinopathy characteristically manifests with insidious onset of ischial tuberosity pain exacerbated by provocative compressive activities.',
      ]),
    ).toBeGreaterThan(14);
  });
});
