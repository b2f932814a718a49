// The marks in the prose of the guide: [claim:id] behind a sentence, and on a line of their own [figure:name] and [article-claims].
// One place says what they look like, for the checker as for the compiler.

/** Behind a sentence: the claim that it makes. */
export const CLAIM_MARK = /\[claim:([a-z0-9-]+)\]/g;
/** A line of its own. */
export const BLOCK_MARK = /^\[(figure:([a-z0-9/-]+)|article-claims)\]$/;
/** Drawings that no exercise, no test and no place on the body has. */
export const DRAWINGS = ['hamstrings'] as const;
/** The question whose answers are places on the body. */
export const PLACES_FINDING = 'worst-place';
/** What an author may have meant as a mark. */
export const MARK_LIKE = /\[\s*(?:claims?|figures?)\b[^\]]*\](?!\()/gi;

/** Claims in the order in which a text names them, each once. */
export function claimsNamedIn(markdown: string): readonly string[] {
  return [...new Set([...markdown.matchAll(CLAIM_MARK)].map(([, id = '']) => id))];
}

/** The prose without marks and links' addresses, for counting words and for searching. */
export function proseOf(markdown: string): string {
  return markdown
    .split('\n')
    .filter((line) => !BLOCK_MARK.test(line.trim()))
    .join('\n')
    .replace(CLAIM_MARK, '')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/[[\]*_#>|]/g, '')
    .replace(/[ \t]+/g, ' ');
}
