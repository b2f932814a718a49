// Finding a page or a claim by words, without a network: an index over a few dozen pages, made in some milliseconds when
// somebody first searches. Ranked by BM25 (Robertson and Zaragoza 2009: k1 1.2, b 0.75), the title counting as five mentions. A word that stands
// nowhere is looked for as a beginning, then with one letter wrong. Not a library: the whole index is this page, and the
// device's code must stay small. What it lacks: languages with other word endings, phrases, ranking by meaning.

import type { Guide } from './guide.ts';

export interface Hit {
  readonly kind: 'page' | 'claim';
  /** Path of the page that was found. */
  readonly path: string;
  readonly title: string;
  /** A part of the text around the first word found; `isFound` says which pieces matched. */
  readonly snippet: readonly Piece[];
}

export interface Piece {
  readonly text: string;
  readonly isFound: boolean;
}

export interface SearchIndex {
  readonly entries: readonly Entry[];
  /** Places where a word stands: index of the entry, and how often. */
  readonly places: ReadonlyMap<string, readonly (readonly [entry: number, times: number])[]>;
  readonly meanLength: number;
}

interface Entry {
  readonly kind: Hit['kind'];
  readonly path: string;
  readonly title: string;
  readonly text: string;
  readonly length: number;
}

const K1 = 1.2;
const B = 0.75;
const TITLE_COUNTS = 5;
const MOST_HITS = 20;
const SNIPPET_WORDS = 24;
/** Longer texts are cut: nobody types so much, and each word costs a look through the index. */
export const LONGEST_QUERY = 120;

/** Words that stand everywhere and say nothing. */
const EMPTY = new Set(
  'a an and are as at be but by can do does for from has have how i if in is it its me my not of on or so that the their them then there they this to was what when where which who why will with you your'.split(
    ' ',
  ),
);

/** What runners type, and what the pages say instead. */
const SAME: Readonly<Record<string, string>> = {
  torn: 'tear',
  ripped: 'tear',
  avulsion: 'torn',
  strain: 'pull',
  strained: 'pull',
  pulled: 'pull',
  tendinopathy: 'tendon',
  tendinitis: 'tendon',
  tendonitis: 'tendon',
  piriformis: 'buttock',
  glute: 'buttock',
  bum: 'buttock',
  doms: 'sore',
  soreness: 'sore',
  nsaid: 'anti-inflammatory',
  ibuprofen: 'anti-inflammatory',
  thrombosis: 'clot',
  dvt: 'clot',
  fracture: 'bone',
  electrolytes: 'salt',
  electrolyte: 'salt',
  foam: 'roller',
  son: 'child',
  daughter: 'child',
  boy: 'child',
  girl: 'child',
  kid: 'child',
  kids: 'child',
  teen: 'teenager',
  nordic: 'kneeling',
};

export function searchIndexOf(guide: Guide): SearchIndex {
  const written = [
    ...guide.pages.map(({ id, title, summary, blocks }) => ({
      kind: 'page' as const,
      path: `/guide/${id}`,
      title,
      text: [summary, ...blocks.map((block) => (block.kind === 'prose' ? textOf(block.html) : ''))].join(' '),
    })),
    ...guide.claims.map(({ id, text, why }) => ({
      kind: 'claim' as const,
      path: `/claims/${id}`,
      title: text,
      text: why,
    })),
  ];
  const places = new Map<string, [number, number][]>();
  const entries = written.map((entry, index) => {
    const counts = new Map<string, number>();
    const count = (text: string, weight: number) => {
      for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + weight);
    };
    count(entry.title, TITLE_COUNTS);
    count(entry.text, 1);
    for (const [word, times] of counts) {
      const known = places.get(word);
      if (known) known.push([index, times]);
      else places.set(word, [[index, times]]);
    }
    return { ...entry, length: [...counts.values()].reduce((sum, times) => sum + times, 0) };
  });
  const total = entries.reduce((sum, { length }) => sum + length, 0);
  return { entries, places, meanLength: total / Math.max(1, entries.length) };
}

/** What fits best, first; nothing for a query without a word in it. */
export function search(index: SearchIndex, query: string): readonly Hit[] {
  const asked = [...new Set(wordsOf(query.slice(0, LONGEST_QUERY)))];
  const found = asked.map((word) => spellingsOf(index, word));
  const scores = new Map<number, number>();
  for (const spellings of found) {
    // Of several spellings of one word an entry counts the best, so that a prefix of many words is no advantage.
    const best = new Map<number, number>();
    for (const { word, weight } of spellings) {
      for (const [entry, score] of scoresOf(index, word)) {
        best.set(entry, Math.max(best.get(entry) ?? 0, score * weight));
      }
    }
    for (const [entry, score] of best) scores.set(entry, (scores.get(entry) ?? 0) + score);
  }
  const spelt = new Set(found.flat().map(({ word }) => word));
  return [...scores]
    .sort(([a, one], [b, other]) => other - one || a - b)
    .slice(0, MOST_HITS)
    .flatMap(([place]) => {
      const entry = index.entries[place];
      if (!entry) return [];
      const { kind, path, title, text } = entry;
      return { kind, path, title, snippet: snippetOf(text, spelt) };
    });
}

function scoresOf({ entries, places, meanLength }: SearchIndex, word: string) {
  const at = places.get(word) ?? [];
  const rarity = Math.log(1 + (entries.length - at.length + 0.5) / (at.length + 0.5));
  return at.map(([entry, times]) => {
    const length = entries[entry]?.length ?? meanLength;
    const share = (times * (K1 + 1)) / (times + K1 * (1 - B + (B * length) / meanLength));
    return [entry, rarity * share] as const;
  });
}

interface Spelling {
  readonly word: string;
  readonly weight: number;
}

/** The word itself, else words that begin with it, else words with one letter wrong. */
function spellingsOf({ places }: SearchIndex, word: string): readonly Spelling[] {
  if (places.has(word)) return [{ word, weight: 1 }];
  const begun = word.length < 3 ? [] : [...places.keys()].filter((known) => known.startsWith(word));
  if (begun.length > 0) return begun.map((known) => ({ word: known, weight: 0.7 }));
  if (word.length < 4) return [];
  return [...places.keys()]
    .filter((known) => isOneOff(word, known))
    .map((known) => ({ word: known, weight: 0.5 }));
}

/** Whether one letter more, less, other, or two swapped, makes one word of the other. */
function isOneOff(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1 || other.length < 4) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  const [a, b] = [one.slice(start), other.slice(start)];
  const isSwapped = a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
  return a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1) || isSwapped;
}

/** The words of a text as they are compared: small, without endings that change nothing. */
function wordsOf(text: string): readonly string[] {
  return tokensOf(text)
    .map(({ word }) => word)
    .filter((word) => word !== '');
}

function tokensOf(
  text: string,
): readonly { readonly word: string; readonly from: number; readonly to: number }[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu)].map((match) => {
    const from = match.index;
    return { word: compared(match[0]), from, to: from + match[0].length };
  });
}

function compared(word: string): string {
  const small = word.toLowerCase().replace('’', "'").replace(/'s$/, '');
  if (EMPTY.has(small)) return '';
  // An own key only: `constructor` is a word, too.
  const same = Object.hasOwn(SAME, small) ? (SAME[small] ?? small) : small;
  const one = same.length > 3 ? same.replace(/(?<=[^s])s$/, '').replace(/ie$/, 'y') : same;
  // running, run; sitting, sit; stretching, stretch.
  return one.length > 5 ? one.replace(/([^aeiou])\1ing$/, '$1').replace(/ing$/, '') : one;
}

function snippetOf(text: string, words: ReadonlySet<string>): readonly Piece[] {
  const tokens = tokensOf(text);
  const first = Math.max(0, tokens.findIndex(({ word }) => words.has(word)) - SNIPPET_WORDS / 3);
  const shown = tokens.slice(first, first + SNIPPET_WORDS);
  const end = tokens.length > first + SNIPPET_WORDS ? (shown.at(-1)?.to ?? 0) : text.length;
  const pieces: Piece[] = [];
  let at = shown[0]?.from ?? 0;
  if (first > 0) pieces.push({ text: '… ', isFound: false });
  for (const { word, from, to } of shown.filter((token) => words.has(token.word))) {
    if (from > at) pieces.push({ text: text.slice(at, from), isFound: false });
    pieces.push({ text: text.slice(from, to), isFound: word !== '' });
    at = to;
  }
  pieces.push({ text: `${text.slice(at, end)}${end < text.length ? ' …' : ''}`, isFound: false });
  return pieces;
}

/** The text of compiled prose, without the chips of its claims. */
export function textOf(html: string): string {
  return html
    .replace(/<a class="claim[\s\S]*?<\/a>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:?!])/g, '')
    .trim();
}
