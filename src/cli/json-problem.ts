// Where JSON goes wrong. The engine's message names a position in most cases but not for an unexpected
// character.

export interface JsonProblem {
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly says: string;
}

/** Finds the place of a `JSON.parse` error in its text. */
export function jsonProblem(text: string, error: unknown): JsonProblem {
  if (!(error instanceof SyntaxError)) throw error;
  const named = /at position (\d+)/.exec(error.message)?.[1];
  const offset = named !== undefined ? Number(named) : offsetOfUnexpected(text);
  const says = error.message.replace(/ in JSON at position .*$/, '').replace(/, (?:\.\.\.)?".*$/s, '');
  const found = text.trim() === '' ? 'an empty file' : says;
  return { ...placeAt(text, offset), says: found };
}

/**
 * Offset of the first character that no JSON can have there: one before the shortest beginning of the text
 * that is refused for a character rather than for ending too early.
 */
function offsetOfUnexpected(text: string): number {
  let low = 0;
  let high = text.length + 1;
  while (low + 1 < high) {
    const middle = Math.floor((low + high) / 2);
    if (hasUnexpected(text.slice(0, middle))) high = middle;
    else low = middle;
  }
  return Math.max(0, high - 1);
}

function hasUnexpected(beginning: string): boolean {
  try {
    JSON.parse(beginning);
    return false;
  } catch (error) {
    return error instanceof SyntaxError && error.message.startsWith('Unexpected token');
  }
}

/** Place of the first occurrence of a part; the beginning when it is not there. */
export function placeIn(text: string, part: string): { readonly line: number; readonly column: number } {
  return placeAt(text, Math.max(0, text.indexOf(part)));
}

function placeAt(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
