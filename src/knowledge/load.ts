// The door of the room: authored files in, one KnowledgeBase or all mistakes out.

import { ok, type Result, refuse } from '../vocabulary/index.ts';
import type { AuthoredFile, Mistake } from './authored-files.ts';
import { checkMeaning } from './check-meaning.ts';
import { checkShapes } from './check-shape.ts';
import { compile } from './compile.ts';
import type { KnowledgeBase } from './knowledge-base.ts';

/**
 * Checks and compiles the medical wing.
 * @param hashOf SHA-256 of a text, hexadecimal.
 * @returns the knowledge, or every mistake found, in the order of files and lines.
 */
export function loadKnowledge(
  files: readonly AuthoredFile[],
  hashOf: (text: string) => string,
): Result<KnowledgeBase, readonly Mistake[]> {
  const { shaped, mistakes } = checkShapes(files);
  // Rules across files only make sense once each file is well-formed: otherwise one slip echoes a hundred times.
  const found = mistakes.length > 0 ? mistakes : checkMeaning(shaped);
  if (found.length > 0) {
    return refuse([...found].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line)));
  }
  return ok(compile(shaped, hashOf));
}

/** One mistake as text: `file:line  expected …, found …. What to do.` */
export function formatMistake(mistake: Mistake): string {
  return `${mistake.file}:${mistake.line}\n  expected ${mistake.expected}\n  found    ${mistake.found}\n  to do    ${mistake.remedy}`;
}
