// Claims with their reviews, the balance of a page, and prose compiled to HTML.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Claim, type GuideKnowledge, VERDICTS } from '../knowledge/index.ts';
import {
  balanceOf,
  compileGuide,
  type Guide,
  type Review,
  reviewState,
  textOf,
  VERDICT_NAMES,
  withReviews,
} from './index.ts';

const claim = (id: string, more: Partial<Claim> = {}): Claim => ({
  id,
  text: 'Ice heals.',
  verdict: 'partly',
  why: 'It eases pain.',
  basis: { sources: ['book'], certainty: 'published' },
  seed: [],
  author: 'Somebody',
  review: { state: 'not yet reviewed' },
  nextReview: '2027-11-28',
  history: [{ on: '2026-11-28', change: 'First written.' }],
  page: 'page',
  usedOn: ['page'],
  ...more,
});

const guideOf = (claims: readonly Claim[], markdown = 'Text.'): Guide => {
  const knowledge: GuideKnowledge = {
    pages: [
      {
        id: 'page',
        title: 'Page',
        summary: 'A page for a test.',
        part: 'care',
        changed: '2026-11-28',
        conditions: [],
        plans: [],
        exercises: [],
        takesComments: true,
        markdown,
      },
    ],
    claims,
    sources: {},
  };
  return compileGuide(knowledge, (text) => String(text.length));
};

const proseOf = (markdown: string, claims = [claim('ice')]): string =>
  guideOf(claims, markdown)
    .pages.flatMap(({ blocks }) => blocks)
    .map((block) =>
      block.kind === 'prose' ? block.html : `{${block.kind === 'figure' ? block.name : block.kind}}`,
    )
    .join('');

describe('prose', () => {
  test('becomes HTML, with a link for each mark that says the verdict', () => {
    const html = proseOf('Ice heals. [claim:ice] So **they** say.');
    expect(html).toContain('href="/claims/ice"');
    expect(html).toContain('partly true</a>');
    expect(html).toContain('<strong>they</strong>');
    expect(textOf(html)).toBe('Ice heals. So they say.');
  });

  test('keeps drawings where they stand between paragraphs', () => {
    expect(proseOf('One.\n\n[figure:hamstrings]\n\nTwo.\n\n[article-claims]\n')).toBe(
      '<p>One.</p>\n{hamstrings}<p>Two.</p>\n{article-claims}',
    );
  });

  test('names a table after the heading above it', () => {
    expect(proseOf('## What & when\n\n| A | B |\n|---|---|\n| 1 | 2 |\n')).toContain(
      'aria-label="What &amp; when"',
    );
  });

  test.each([
    ['an element', '<script>alert(1)</script>'],
    ['a handler', '<img src=x onerror=alert(1)>'],
    ['a comment', '<!-- a --> <b>'],
    ['a script behind a link', '[x](javascript:alert(1))'],
    ['data behind a link', '[x](data:text/html,x)'],
    ['another host', '[x](//elsewhere.example)'],
    ['another site', '[x](https://elsewhere.example)'],
    ['a picture from elsewhere', '![x](https://elsewhere.example/x.png)'],
    ['a mark with HTML', '[claim:"><script>]'],
  ])('takes nothing over that could act: %s', (_, markdown) => {
    const html = proseOf(`Before. ${markdown}`);
    expect(html.replace(/<\/?(p|code|pre)>/g, '')).not.toMatch(/<[^ ]|href=|src="/);
  });

  test('of any letters never opens an element of its own', () => {
    const letters = fc.constantFrom(...'<>"\'&[](){}:/!#*_`|\\ \nabclaimice-1'.split(''));
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 60 }), (all) => {
        const tags = proseOf(all.join('')).match(/<\/?[a-z][a-z0-9]*/gi) ?? [];
        for (const tag of tags) {
          expect(tag).toMatch(
            /^<\/?(p|a|span|em|strong|code|pre|h[1-6]|ul|ol|li|hr|br|blockquote|img|table|thead|tbody|tr|th|td|section|caption|s)$/,
          );
        }
      }),
    );
  });

  test('has another hash when a word changes', () => {
    expect(guideOf([claim('ice')], 'One.').hash).not.toBe(guideOf([claim('ice')], 'One more.').hash);
  });
});

describe('a review', () => {
  const review: Review = { by: 'Dr Example', on: '2027-01-10', nextReview: '2028-01-10' };
  const merged = (one: Claim, given = review) =>
    withReviews(guideOf([one]), new Map([[one.id, given]])).claims[0];

  test('stands on the claim, with its day and in the history', () => {
    expect(merged(claim('ice'))).toMatchObject({
      verdict: 'partly',
      review: { state: 'reviewed', by: 'Dr Example', on: '2027-01-10' },
      nextReview: '2028-01-10',
      history: [{}, { on: '2027-01-10', change: 'Reviewed by Dr Example.' }],
    });
  });

  test('may bring another verdict, and says so', () => {
    const changed = merged(claim('ice'), { ...review, verdict: 'unsupported' });
    expect(changed?.verdict).toBe('unsupported');
    expect(changed?.history.at(-1)?.change).toBe(
      'Verdict changed from partly to unsupported; reviewed by Dr Example.',
    );
  });

  test('of what nobody has read is none', () => {
    const unread = claim('ice', { basis: { sources: ['book'], certainty: 'unverified' } });
    expect(merged(unread)).toEqual(unread);
  });

  test('never replaces a newer one', () => {
    const newer = claim('ice', { review: { state: 'reviewed', by: 'Dr Other', on: '2027-02-01' } });
    expect(merged(newer)).toEqual(newer);
  });

  test('changes no other claim, and nothing without one', () => {
    const guide = guideOf([claim('ice'), claim('heat')]);
    expect(withReviews(guide, new Map())).toBe(guide);
    expect(withReviews(guide, new Map([['heat', review]])).claims[0]).toBe(guide.claims[0]);
  });

  test('is overdue from the day after the next one was due; before the first it is only open', () => {
    const reviewed = claim('ice', { review: { state: 'reviewed', by: 'x', on: '2026-12-01' } });
    expect(reviewState(reviewed, '2027-11-28')).toBe('reviewed');
    expect(reviewState(reviewed, '2027-11-29')).toBe('overdue');
    expect(reviewState(claim('ice'), '2030-01-01')).toBe('not yet reviewed');
  });
});

describe('the balance of a page', () => {
  test('counts claims and reviews and names the oldest', () => {
    const reviewed = (id: string, on: string) => claim(id, { review: { state: 'reviewed', by: 'x', on } });
    expect(
      balanceOf([
        reviewed('a', '2027-03-01'),
        reviewed('b', '2027-01-01'),
        claim('c', { nextReview: '2027-05-28' }),
      ]),
    ).toEqual({ claims: 3, reviewed: 2, oldestReview: '2027-01-01', nextReview: '2027-05-28' });
    expect(balanceOf([])).toEqual({ claims: 0, reviewed: 0, oldestReview: undefined, nextReview: undefined });
  });
});

test('each verdict has a name of its own', () => {
  expect(new Set(VERDICTS.map((verdict) => VERDICT_NAMES[verdict])).size).toBe(VERDICTS.length);
});
