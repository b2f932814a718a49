// Finding things in the guide: what runners type, and a search library of others as a second opinion.

import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { beforeAll, describe, expect, test } from 'vitest';
import { type SearchIndex, search, searchIndexOf, textOf } from '../src/learn/index.ts';
import { realGuide } from './in-process.ts';

let index: SearchIndex;
let peer: MiniSearch;
let words: readonly string[];
beforeAll(async () => {
  const guide = await realGuide();
  index = searchIndexOf(guide);
  peer = new MiniSearch({ fields: ['title', 'text'], searchOptions: { boost: { title: 5 } } });
  const entries = [
    ...guide.pages.map(({ id, title, summary, blocks }) => ({
      id: `/guide/${id}`,
      title,
      text: [summary, ...blocks.map((block) => (block.kind === 'prose' ? textOf(block.html) : ''))].join(' '),
    })),
    ...guide.claims.map(({ id, text, why }) => ({ id: `/claims/${id}`, title: text, text: why })),
  ];
  peer.addAll(entries);
  words = [...new Set(entries.flatMap(({ text }) => text.toLowerCase().match(/\b[a-z]{5,}\b/g) ?? []))];
});

const pagesFor = (query: string): readonly string[] =>
  search(index, query)
    .filter(({ kind }) => kind === 'page')
    .map(({ path }) => path.replace('/guide/', ''));

describe('what runners type leads to the page', () => {
  test.each([
    ['cramp', 'cramp-and-fluids'],
    ['sciatica', 'sciatica'],
    ['siatica', 'sciatica'],
    ['pulled hamstring', 'pulled-hamstring'],
    ['strain', 'pulled-hamstring'],
    ['torn tendon off bone', 'torn-off-tendon'],
    ['pain when sitting', 'sit-bone-tendon'],
    ['tendinopathy', 'sit-bone-tendon'],
    ['piriformis', 'deep-buttock-pain'],
    ['ibuprofen', 'medicines'],
    ['can I run with pain', 'running-with-pain'],
    ['ice or heat', 'heat-and-cold'],
    ['foam roller', 'massage'],
    ['stretching before running', 'warm-up'],
    ['stress fracture', 'bone-stress-injury'],
    ['DVT', 'dangerous-causes'],
    ['my son is 14', 'children-and-teenagers'],
    ['operation', 'surgery'],
    ['electrolytes', 'cramp-and-fluids'],
    ['bladder', 'when-to-get-help'],
  ])('“%s” finds %s among the first three', (query, page) => {
    expect(pagesFor(query).slice(0, 3)).toContain(page);
  });
});

describe('a search', () => {
  test('finds whatever the library finds for a word that stands there', () => {
    fc.assert(
      fc.property(fc.constantFrom(...words), (word) => {
        // Where it lists twenty, what is left out is left out by rank.
        const theirs = peer.search(word).map(({ id }) => String(id));
        const ours = search(index, word).map(({ path }) => path);
        if (ours.length < 20 && !['these', 'there', 'their', 'where', 'which'].includes(word)) {
          expect(theirs.filter((path) => !ours.includes(path))).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('shows a piece of the text with what was found in it, and no letter more or less', () => {
    for (const hit of search(index, 'cramp salt')) {
      const text = hit.snippet
        .map((piece) => piece.text)
        .join('')
        .replace(/^… | …$/g, '');
      expect(index.entries.find(({ path }) => path === hit.path)?.text).toContain(text);
    }
    expect(
      search(index, 'cramp')
        .flatMap(({ snippet }) => snippet.filter(({ isFound }) => isFound))
        .map(({ text }) => text.toLowerCase()),
    ).toContain('cramps');
  });

  test.each(['', '   ', 'the of and', '!!!', 'zzzzqqq', 'constructor', 'hasOwnProperty'])(
    'for “%s” finds nothing and breaks nothing',
    (query) => {
      expect(search(index, query)).toEqual([]);
    },
  );

  test('finds a claim by a word that no page has', () => {
    expect(search(index, 'semitendi').map(({ path }) => path)).toContain('/claims/three-muscles');
  });

  test('of any text ends, with at most twenty hits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (query) => {
        expect(search(index, query).length).toBeLessThanOrEqual(20);
      }),
      { numRuns: 60 },
    );
  });

  test('finds the same whatever the case and the order of words', () => {
    expect(search(index, 'Sports DRINKS')).toEqual(search(index, 'drinks sports'));
  });
});
