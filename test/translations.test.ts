// Dictionaries of the knowledge: what authors are told about them, how a device gets them, and which language a browser likes.

import { beforeAll, describe, expect, test } from 'vitest';
import {
  type KnowledgeBase,
  loadTranslations,
  textsOf,
  translated,
  translationsFit,
  withKeys,
  withoutKeys,
} from '../src/knowledge/index.ts';
import { languageLiked } from '../src/vocabulary/index.ts';
import { realKnowledge, realTranslations } from './in-process.ts';

let knowledge: KnowledgeBase;
beforeAll(async () => {
  knowledge = await realKnowledge();
});

const file = (texts: Readonly<Record<string, string>>, more = '', language = 'fr-CA') => ({
  path: 'languages/fr-CA/some.yaml',
  text: [
    `language: ${language}`,
    'review: { state: not yet reviewed }',
    ...(more ? [more] : []),
    'texts:',
    ...Object.entries(texts).map((pair) => `  ${pair.map((text) => JSON.stringify(text)).join(': ')}`),
  ].join('\n'),
});
const HOW_OLD = 'How old are you?';

describe('a dictionary', () => {
  test('changes the texts it has and leaves English where it has none', () => {
    const french = translated(knowledge, new Map([[HOW_OLD, 'Quel âge avez-vous?']]));
    const changed = french.findings.filter((one, at) => one.question !== knowledge.findings[at]?.question);
    expect(changed.map(({ id, question }) => [id, question])).toEqual([['age', 'Quel âge avez-vous?']]);
    expect(french.hash).toBe(knowledge.hash);
  });

  test('is put together from the files of its language', () => {
    const other = { ...file({ No: 'Non' }), path: 'languages/fr-CA/other.yaml' };
    const read = loadTranslations([file({ [HOW_OLD]: 'Quel âge avez-vous?' }), other]);
    expect(read.ok && [...(read.value.get('fr-CA') ?? [])]).toEqual([
      [HOW_OLD, 'Quel âge avez-vous?'],
      ['No', 'Non'],
    ]);
  });

  test.each([
    [
      'in the folder of another language',
      { ...file({ [HOW_OLD]: 'Quel âge?' }), path: 'languages/de-DE/some.yaml' },
    ],
    ['with a key that no file has', file({ [HOW_OLD]: 'Quel âge?' }, 'reviewer: nobody')],
    ['in a language that we do not speak', file({ [HOW_OLD]: 'Wie alt?' }, '', 'de-DE')],
    ['with an empty text', file({ [HOW_OLD]: '' })],
  ])('%s is refused', (_, one) => {
    const read = loadTranslations([one]);
    expect(read.ok ? [] : read.refusal).not.toEqual([]);
  });

  test('goes to a device without its keys and is the same there', async () => {
    const whole = (await realTranslations()).get('fr-CA') ?? new Map();
    // Every other text is missing.
    const texts = new Map([...whole].filter((_, at) => at % 2 === 0));
    const list = JSON.parse(JSON.stringify(withoutKeys(knowledge, texts)));
    const known = textsOf(knowledge);
    const fitting = [...texts].filter(([text]) => known.has(text));
    expect(fitting.length).toBeGreaterThan(0);
    expect(new Map([...withKeys(knowledge, list)].sort())).toEqual(new Map(fitting.sort()));
  });
});

describe('the check of translations', () => {
  test('finds nothing in those of this package', async () => {
    const { readLanguageFiles } = await import('../src/store/index.ts');
    expect(translationsFit(knowledge, await readLanguageFiles()).mistakes).toEqual([]);
  });

  test('finds a text that has changed, with its line and the text that is meant', () => {
    const stale = file({ No: 'Non', 'How old are you now?': 'Quel âge avez-vous?' });
    expect(translationsFit(knowledge, [stale]).mistakes).toEqual([
      {
        file: 'languages/fr-CA/some.yaml',
        line: 5,
        expected: 'a text that stands in the knowledge, letter by letter',
        found: 'How old are you now?',
        remedy: `Did you mean “${HOW_OLD}”? Then translate that; else remove the entry.`,
      },
    ]);
  });

  test('counts what is missing, and calls it a mistake only where a file says it is complete', () => {
    const texts = { [HOW_OLD]: 'Quel âge avez-vous?' };
    const open = translationsFit(knowledge, [file(texts)]);
    expect(open.mistakes).toEqual([]);
    const findings = open.progress[0]?.areas.find(({ area }) => area === 'findings');
    expect(findings && findings.texts - findings.missing).toBe(1);
    const closed = translationsFit(knowledge, [file(texts, 'complete: [findings]')]);
    expect(closed.mistakes).toHaveLength(findings?.missing ?? 0);
    expect(closed.mistakes[0]?.line).toBe(3);
  });

  test('takes no id, code or note for a text', () => {
    const texts = textsOf(knowledge);
    const ids = [...knowledge.findings, ...knowledge.conditions, ...knowledge.redFlags].map(({ id }) => id);
    expect(ids.filter((id) => id.includes('-') && texts.has(id))).toEqual([]);
    expect(knowledge.findings.filter(({ effortBasis: { note } }) => note && texts.has(note))).toEqual([]);
  });
});

test.each([
  ['fr-CA,fr;q=0.9,en;q=0.5', 'fr-CA'],
  ['fr', 'fr-CA'],
  ['FR-fr', 'fr-CA'],
  ['en-GB,fr;q=0.9', 'en-GB'],
  ['en;q=0.4, fr;q=0.8', 'fr-CA'],
  ['de-DE,fr;q=0.3', 'fr-CA'],
  ['fr;q=0, de', 'en-GB'],
  ['de-DE', 'en-GB'],
  ['*', 'en-GB'],
  ['', 'en-GB'],
  [undefined, 'en-GB'],
  [',;-,--,;q=x', 'en-GB'],
])('a browser that likes %s gets %s', (header, language) => {
  expect(languageLiked(header)).toBe(language);
});
