// The knowledge in another language. A dictionary goes from the exact English text to the other one; what it lacks stays
// English. Numbers, rules, ids and the hash stay as they are: a translation changes no result.

import { type Language, ok, type Result, refuse } from '../vocabulary/index.ts';
import { type AuthoredFile, type Mistake, readAuthoredFile } from './authored-files.ts';
import { AREAS, type Area, type AuthoredLanguage } from './authored-language.ts';
import { shapeMistakes } from './check-shape.ts';
import type { KnowledgeBase } from './knowledge-base.ts';
import { textsOf, withTexts } from './texts.ts';

/** From English to the other language. */
export type Texts = ReadonlyMap<string, string>;

/** The knowledge with the texts of a dictionary. */
export function translated(knowledge: KnowledgeBase, texts: Texts): KnowledgeBase {
  return texts.size === 0 ? knowledge : withTexts(knowledge, (text) => texts.get(text) ?? text);
}

/** A dictionary without its keys, for a device that has the same knowledge: in the order of its texts, 0 where none is. */
export function withoutKeys(knowledge: KnowledgeBase, texts: Texts): readonly (string | 0)[] {
  return [...textsOf(knowledge).keys()].map((text) => texts.get(text) ?? 0);
}

/** The dictionary again. */
export function withKeys(knowledge: KnowledgeBase, list: readonly (string | 0)[]): Texts {
  const keys = [...textsOf(knowledge).keys()];
  return new Map(keys.flatMap((key, at) => (typeof list[at] === 'string' ? [[key, list[at]] as const] : [])));
}

interface Read {
  readonly path: string;
  readonly content: AuthoredLanguage;
  readonly lineOf: (path: readonly (string | number)[]) => number;
}

function readAll(files: readonly AuthoredFile[]): {
  readonly read: readonly Read[];
  readonly mistakes: readonly Mistake[];
} {
  const read: Read[] = [];
  const mistakes: Mistake[] = [];
  for (const file of files) {
    const one = readAuthoredFile(file, 'language');
    if (!('value' in one)) {
      mistakes.push(...one);
      continue;
    }
    const wrong = shapeMistakes(one);
    mistakes.push(...wrong);
    if (wrong.length > 0) continue;
    const content = one.value as AuthoredLanguage;
    const folder = file.path.split('/').at(-2);
    if (folder === content.language) read.push({ path: file.path, content, lineOf: one.lineOf });
    else
      mistakes.push({
        file: file.path,
        line: one.lineOf(['language']),
        expected: `language: ${folder} (the name of the folder)`,
        found: content.language,
        remedy: 'Move the file or change the language so that both agree.',
      });
  }
  return { read, mistakes };
}

/** The dictionary of each language; or every mistake in the form of the files. */
export function loadTranslations(
  files: readonly AuthoredFile[],
): Result<ReadonlyMap<Language, Texts>, readonly Mistake[]> {
  const { read, mistakes } = readAll(files);
  if (mistakes.length > 0) return refuse(mistakes);
  const all = new Map<Language, Map<string, string>>();
  for (const { content } of read) {
    const texts = all.get(content.language) ?? new Map<string, string>();
    all.set(content.language, texts);
    for (const [english, other] of Object.entries(content.texts)) texts.set(english, other);
  }
  return ok(all);
}

/** How far a language has come: texts by area, and how many of them it lacks. */
export interface Progress {
  readonly language: Language;
  readonly areas: readonly { readonly area: Area; readonly texts: number; readonly missing: number }[];
}

/**
 * Whether translations fit the knowledge: no text that it does not have (any more), none missing in an area that is said to be
 * complete. What is merely missing is counted.
 */
export function translationsFit(
  knowledge: KnowledgeBase,
  files: readonly AuthoredFile[],
): { readonly mistakes: readonly Mistake[]; readonly progress: readonly Progress[] } {
  const { read, mistakes } = readAll(files);
  const known = textsOf(knowledge);
  const stale = read.flatMap(({ path, content, lineOf }) =>
    Object.keys(content.texts)
      .filter((text) => !known.has(text))
      .map((text): Mistake => {
        const near = nearest(text, known.keys());
        return {
          file: path,
          line: lineOf(['texts', text]),
          expected: 'a text that stands in the knowledge, letter by letter',
          found: text,
          remedy: near
            ? `Did you mean “${near}”? Then translate that; else remove the entry.`
            : 'Remove the entry.',
        };
      }),
  );
  const languages = [...new Set(read.map(({ content }) => content.language))];
  const missing = languages.map((language) => {
    const own = read.filter(({ content }) => content.language === language);
    const has = new Set(own.flatMap(({ content }) => Object.keys(content.texts)));
    return { language, own, lacks: [...known].filter(([text]) => !has.has(text)) };
  });
  const broken = missing.flatMap(({ own, lacks }) =>
    own.flatMap(({ path, content, lineOf }) =>
      (content.complete ?? []).flatMap((area, at) =>
        lacks
          .filter(([, where]) => where === area)
          .map(
            ([text]): Mistake => ({
              file: path,
              line: lineOf(['complete', at]),
              expected: `${area} without a text missing`,
              found: `nothing for “${text}”`,
              remedy: `Translate it, or take ${area} off the list of what is complete.`,
            }),
          ),
      ),
    ),
  );
  return {
    mistakes: [...mistakes, ...stale, ...broken],
    progress: missing.map(({ language, lacks }) => ({
      language,
      areas: AREAS.map((area) => ({
        area,
        texts: [...known.values()].filter((one) => one === area).length,
        missing: lacks.filter(([, where]) => where === area).length,
      })),
    })),
  };
}

/** The text that shares most of its words with the one looked for; undefined when less than half. */
function nearest(wanted: string, texts: Iterable<string>): string | undefined {
  const words = wordsOf(wanted);
  let best: string | undefined;
  let most = 0.5;
  for (const text of texts) {
    const other = wordsOf(text);
    const shared = [...words].filter((word) => other.has(word)).length;
    const share = shared / Math.max(1, words.size + other.size - shared);
    if (share > most) [best, most] = [text, share];
  }
  return best;
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/\p{L}+|\d+/gu) ?? []);
}
