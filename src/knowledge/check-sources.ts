// Rules about sources: each one cited exists, each one that exists is cited, each review is signed.

import type { Mistake } from './authored-files.ts';
import type { Shaped, ShapedKnowledge } from './check-shape.ts';
import { allFiles, mistake, type Path, walk } from './mistakes.ts';

export function sourcesExist(knowledge: ShapedKnowledge): readonly Mistake[] {
  const known = new Set(knowledge.sources.map((file) => file.content.key));
  return allFiles(knowledge).flatMap((file) =>
    citations(file)
      .filter(({ key }) => !known.has(key))
      .map(({ key, path }) =>
        mistake(
          file,
          path,
          'a key of knowledge/sources',
          key,
          `Add knowledge/sources/${key}.yaml (npm run new:source -- ${key}) or correct the key.`,
        ),
      ),
  );
}

export function sourcesAreUsed(knowledge: ShapedKnowledge): readonly Mistake[] {
  const used = new Set(allFiles(knowledge).flatMap((file) => citations(file).map(({ key }) => key)));
  return knowledge.sources
    .filter((file) => !used.has(file.content.key))
    .map((file) =>
      mistake(
        file,
        ['key'],
        'a source that something cites',
        file.content.key,
        'Cite it or remove the file.',
      ),
    );
}

/** A review that has not happened is never shown as one. */
export function reviewsAreSigned(knowledge: ShapedKnowledge): readonly Mistake[] {
  const { exercises, ladders, plans } = knowledge.recovery;
  return [...knowledge.conditions, ...exercises, ...ladders, ...plans]
    .filter(({ content: { review } }) => review.state === 'reviewed' && !(review.by && review.on))
    .map((file) =>
      mistake(
        file,
        ['review'],
        'a review with the name of the reviewer and the day',
        'no name or day',
        'Set state: not yet reviewed, or add by and on.',
      ),
    );
}

/** Sources that only the guide cites travel with it: they are no part of what probabilities rest on. */
export function sourcesOfKnowledge(knowledge: ShapedKnowledge): ShapedKnowledge['sources'] {
  const cited = new Set(
    allFiles({ ...knowledge, guide: [] }).flatMap((file) => citations(file).map(({ key }) => key)),
  );
  return knowledge.sources.filter(({ content }) => cited.has(content.key));
}

function citations(file: Shaped<unknown>): readonly { readonly key: string; readonly path: Path }[] {
  const cited: { key: string; path: Path }[] = [];
  walk(file.content, (node, path) => {
    if (!('certainty' in node) || !('source' in node)) return;
    const keys = Array.isArray(node.source) ? node.source : [node.source];
    for (const key of keys) cited.push({ key: String(key), path: [...path, 'source'] });
  });
  return cited;
}
