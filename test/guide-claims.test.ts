// The guide as it is committed: every claim of the first article is in it with its verdict, what the article left out is on the pages,
// and nothing is taught without a claim behind it. Numbers and verdicts are those of the table that the project began with.

import { beforeAll, describe, expect, test } from 'vitest';
import { CLAIM_MARK, type KnowledgeBase, type Verdict } from '../src/knowledge/index.ts';
import { articleClaims, type Guide, guidePageById, textOf } from '../src/learn/index.ts';
import { readGuideProse } from '../src/store/index.ts';
import { realGuide, realKnowledge } from './in-process.ts';

/** Number in the article to the verdict of the table. */
const VERDICTS_OF_TABLE: Readonly<Record<string, Verdict>> = Object.fromEntries(
  (
    [
      ['supported', [3, 5, 6, 7, 8, 9, 19, 20, 21, 29, 31, 47]],
      ['partly', [1, 4, 10, 11, 12, 13, 16, 18, 27, 30, 32, 33, 34, 37, 38, 43, 48]],
      ['unsupported', [2, 24, 25, 28, 35, 39, 41, 42, 44, 45, 50, 51, 52]],
      ['contradicted', [14, 22, 23, 26, 40, 46, 49]],
      ['outdated', [15, 17, 36]],
      ['advice', [53]],
    ] as const
  ).flatMap(([verdict, numbers]) => numbers.map((number) => [`C${number}`, verdict] as const)),
);

let guide: Guide;
let knowledge: KnowledgeBase;
beforeAll(async () => {
  [guide, knowledge] = await Promise.all([realGuide(), realKnowledge()]);
});

const textOfPage = (id: string): string =>
  (guidePageById(guide, id)?.blocks ?? [])
    .map((block) => (block.kind === 'prose' ? textOf(block.html) : ''))
    .join(' ');

describe('the 53 claims of the first article', () => {
  test('are all in the table', () => {
    expect(Object.keys(VERDICTS_OF_TABLE)).toHaveLength(53);
  });

  test('each stand in exactly one claim', () => {
    expect(articleClaims(guide).map(({ number }) => number)).toEqual(
      Array.from({ length: 53 }, (_, index) => `C${index + 1}`),
    );
  });

  test('have the verdict of the table, or say why not', () => {
    const other = articleClaims(guide).filter(
      ({ number, claim }) => claim.verdict !== VERDICTS_OF_TABLE[number] && claim.departs === undefined,
    );
    expect(other.map(({ number, claim }) => `${number} ${claim.verdict}`)).toEqual([]);
  });

  test('each have a reason, a source that is there, and a page that makes them', () => {
    for (const { number, claim } of articleClaims(guide)) {
      expect(claim.why.length, number).toBeGreaterThan(20);
      expect(claim.usedOn.length, number).toBeGreaterThan(0);
      for (const key of claim.basis.sources) {
        expect(guide.sources[key] ?? knowledge.sources[key], `${number} ${key}`).toBeDefined();
      }
    }
  });

  test('that rest on background knowledge say so', () => {
    const unverified = articleClaims(guide).filter(({ claim }) => claim.basis.certainty === 'unverified');
    expect(unverified.map(({ number }) => number)).toEqual(['C4', 'C27', 'C32', 'C40', 'C41', 'C46']);
  });
});

describe('what the article left out is on the pages', () => {
  test.each([
    ['when-to-get-help', /between the legs/],
    ['when-to-get-help', /hard and tight/],
    ['when-to-get-help', /dark brown urine/i],
    ['when-to-get-help', /had cancer/],
    ['when-to-get-help', /cannot take four steps/],
    ['dangerous-causes', /clot in the leg/i],
    ['sit-bone-tendon', /crease of the buttock/],
    ['torn-off-tendon', /pop/],
    ['deep-buttock-pain', /sciatic nerve/],
    ['when-it-is-the-back', /joints, discs and muscles/i],
    ['bone-stress-injury', /groin/],
    ['soreness', /two days/],
    ['pulled-hamstring', /8 days, with a small tear 17, with a part tear 22, with a large one 73/],
    ['running-with-pain', /next morning/],
    ['staying-well', /9 of 100 .* two months, and 17 within a year/],
    ['staying-well', /kneeling lower/],
    ['staying-well', /longest of the last 30 days/],
    ['medicines', /before, during or after a long, hot race/],
    ['heat-and-cold', /numb/],
    ['cramp-and-fluids', /runners have died/],
  ])('%s says %s', (page, words) => {
    expect(textOfPage(page)).toMatch(words);
  });
});

describe('every page', () => {
  test('tells of a study only where a claim stands behind it', async () => {
    const bare = (await readGuideProse()).flatMap(({ path, text }) =>
      text
        .split(/\n\s*\n|\n(?=- |\d+\. )/)
        .filter((part) => /\b(trials?|survey|stud(y|ies)|of 100)\b/.test(part) && !/^[#|]/.test(part))
        .filter((part) => part.match(CLAIM_MARK) === null)
        // It speaks of the article itself.
        .filter(() => !path.endsWith('first-article.md'))
        .map((part) => `${path}: ${part.slice(0, 80)}`),
    );
    expect(bare).toEqual([]);
  });

  test('about a cause that may be dangerous says first when to get help', () => {
    for (const page of guide.pages.filter(({ part }) => part !== 'about')) {
      expect(page.getHelp?.signs.length ?? 0, page.id).toBeGreaterThan(0);
    }
  });

  test('that is about emergencies takes no comments', () => {
    const closed = guide.pages.filter(({ takesComments }) => !takesComments).map(({ id }) => id);
    expect(closed).toEqual(['when-to-get-help', 'dangerous-causes']);
  });

  test('has been reviewed by nobody yet, and says nothing else', () => {
    expect(guide.claims.filter(({ review }) => review.state !== 'not yet reviewed')).toEqual([]);
  });

  test('is found by the cause it tells of: each common cause has one', () => {
    const common = knowledge.conditions.filter(({ id, prior }) => prior > 0.02 && id !== 'something-else');
    const without = common.filter(({ id }) => !guide.pages.some((page) => page.conditions.includes(id)));
    expect(without.map(({ id }) => id)).toEqual([]);
  });
});
