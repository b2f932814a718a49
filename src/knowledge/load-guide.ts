// The door for the guide: pages and claims in, checked against the knowledge, or all mistakes out.

import { type LocalDate, ok, type Result, refuse } from '../vocabulary/index.ts';
import type { AuthoredSource } from './authored.ts';
import { type AuthoredFile, kindOf, type Mistake, readAuthoredFile } from './authored-files.ts';
import type { AuthoredGuide } from './authored-guide.ts';
import { GUIDE_PARTS } from './authored-guide.ts';
import { checkGuide, type WrittenPage } from './check-guide.ts';
import { nameMistakes, type Shaped, shapeMistakes } from './check-shape.ts';
import { basisOf, optional } from './compile-basis.ts';
import type { Claim, GuideKnowledge, GuideText } from './guide.ts';
import { claimsNamedIn } from './guide-marks.ts';
import type { KnowledgeBase } from './knowledge-base.ts';

export interface LoadedGuide {
  readonly guide: GuideKnowledge;
  /** Reviews that are due and still in their days of grace. */
  readonly warnings: readonly Mistake[];
}

/**
 * Checks and compiles the guide.
 * @param files the YAML of the wing; of it the guide's claims and the sources that only they cite are read
 * @param prose the Markdown of guide/
 * @param today the day that reviews are measured against; without it their age is not judged
 */
export function loadGuide(
  files: readonly AuthoredFile[],
  prose: readonly AuthoredFile[],
  knowledge: KnowledgeBase,
  today: LocalDate | undefined,
): Result<LoadedGuide, readonly Mistake[]> {
  const mistakes: Mistake[] = [];
  const shaped = <Content>(file: AuthoredFile): Shaped<Content> | undefined => {
    const kind = kindOf(file.path);
    const read = kind && readAuthoredFile(file, kind);
    if (!read || !('value' in read)) {
      mistakes.push(...(read ?? []));
      return undefined;
    }
    const wrong = [...shapeMistakes(read), ...nameMistakes(read)];
    mistakes.push(...wrong);
    return wrong.length > 0
      ? undefined
      : { path: read.path, content: read.value as Content, lineOf: read.lineOf };
  };
  const facts = files
    .filter(({ path }) => kindOf(path) === 'guide')
    .flatMap((file) => shaped<AuthoredGuide>(file) ?? []);
  const pages = paired(facts, prose, mistakes);
  if (mistakes.length > 0) return refuse(mistakes);
  const found = checkGuide(pages, knowledge, today);
  if (found.mistakes.length > 0) return refuse(inOrder(found.mistakes));

  const cited = new Set(
    facts.flatMap(({ content }) => content.claims.flatMap((claim) => basisOf(claim).sources)),
  );
  const own = [...cited].filter((key) => !Object.hasOwn(knowledge.sources, key)).sort();
  const sources = own.flatMap((key) => {
    const file = files.find(({ path }) => path === `sources/${key}.yaml`);
    if (file) return shaped<AuthoredSource>(file)?.content ?? [];
    mistakes.push(missingSource(facts, key));
    return [];
  });
  if (mistakes.length > 0) return refuse(inOrder(mistakes));
  return ok({ guide: compiled(pages, sources), warnings: inOrder(found.warnings) });
}

/** A page is two files of the same name. */
function paired(
  facts: readonly Shaped<AuthoredGuide>[],
  prose: readonly AuthoredFile[],
  mistakes: Mistake[],
): readonly WrittenPage[] {
  const proseOf = (id: string) => prose.find(({ path }) => path === `guide/${id}.md`);
  for (const { path } of prose) {
    if (facts.some(({ content }) => path === `guide/${content.id}.md`)) continue;
    mistakes.push(alone(path, path.replace(/\.md$/, '.claims.yaml')));
  }
  return facts.flatMap((file) => {
    const text = proseOf(file.content.id);
    if (text) return { facts: file, prose: text };
    mistakes.push(alone(file.path, file.path.replace(/\.claims\.yaml$/, '.md')));
    return [];
  });
}

function alone(file: string, other: string): Mistake {
  return {
    file,
    line: 1,
    expected: `${other} beside it`,
    found: 'none that can be read',
    remedy: `Write ${other}.`,
  };
}

function missingSource(facts: readonly Shaped<AuthoredGuide>[], key: string): Mistake {
  const file = facts.find(({ content }) =>
    content.claims.some((claim) => basisOf(claim).sources.includes(key)),
  );
  const index = file?.content.claims.findIndex((claim) => basisOf(claim).sources.includes(key)) ?? 0;
  return {
    file: file?.path ?? 'guide',
    line: file?.lineOf(['claims', index, 'source']) ?? 1,
    expected: 'a key of knowledge/sources',
    found: key,
    remedy: `Add knowledge/sources/${key}.yaml (npm run new:source -- ${key}) or correct the key.`,
  };
}

function compiled(written: readonly WrittenPage[], sources: readonly AuthoredSource[]): GuideKnowledge {
  const place = ({ facts: { content } }: WrittenPage) =>
    GUIDE_PARTS.indexOf(content.part) * 100 + content.order;
  const inReadingOrder = [...written].sort(
    (a, b) => place(a) - place(b) || (a.prose.path < b.prose.path ? -1 : 1),
  );
  const pages = inReadingOrder.map(({ facts: { content }, prose }): GuideText => {
    const {
      id,
      title,
      summary,
      part,
      changed,
      conditions = [],
      plans = [],
      exercises = [],
      getHelp,
    } = content;
    return {
      ...{ id, title, summary, part, changed, conditions, plans, exercises },
      ...optional('getHelp', getHelp),
      takesComments: content.noComments !== true,
      markdown: prose.text,
    };
  });
  const claims = inReadingOrder.flatMap(({ facts: { content } }) =>
    content.claims.map(
      ({ source, certainty, note, seed = [], departs, ...claim }): Claim => ({
        ...claim,
        basis: basisOf({ source, certainty, ...optional('note', note) }),
        seed,
        ...optional('departs', departs),
        page: content.id,
        usedOn: pages
          .filter(({ markdown }) => claimsNamedIn(markdown).includes(claim.id))
          .map(({ id }) => id),
      }),
    ),
  );
  return { pages, claims, sources: Object.fromEntries(sources.map((source) => [source.key, source])) };
}

function inOrder(mistakes: readonly Mistake[]): readonly Mistake[] {
  return [...mistakes].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
}
