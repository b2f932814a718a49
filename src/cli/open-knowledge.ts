// Opens the medical wing for a command that needs it, and shows an author's mistakes where it cannot be used.

import { join, relative, resolve } from 'node:path';
import { formatMistake, type KnowledgeBase, type Mistake } from '../knowledge/index.ts';
import { KNOWLEDGE_FOLDER, readKnowledge, readKnowledgeKept } from '../store/index.ts';
import { ok, type Result, refuse } from '../vocabulary/index.ts';
import type { Given } from './command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { complain } from './terminal.ts';
import { count } from './text.ts';

export function knowledgeFolder(given: Given): string {
  return given.text('knowledge') ?? KNOWLEDGE_FOLDER;
}

/** Reads and checks the knowledge; a folder that cannot be read has been complained about. */
export async function checkedKnowledge(
  folder: string,
  read: typeof readKnowledge = readKnowledge,
): Promise<Result<Result<KnowledgeBase, readonly Mistake[]>, ExitCode>> {
  try {
    return ok(await read(folder));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    complain(
      `${folder}\n  expected a folder with knowledge\n  found    ${error.message}\n` +
        '  to do    Check --knowledge.',
    );
    return refuse(EXIT.badInput);
  }
}

/** Opens the knowledge; when it cannot be used, everything has been complained about. */
export async function openKnowledge(given: Given): Promise<Result<KnowledgeBase, ExitCode>> {
  const folder = knowledgeFolder(given);
  const read = await checkedKnowledge(
    folder,
    folder === KNOWLEDGE_FOLDER ? readKnowledgeKept : readKnowledge,
  );
  if (!read.ok) return read;
  if (read.value.ok) return ok(read.value.value);
  const mistakes = read.value.refusal;
  complain(formatMistakes(folder, mistakes));
  complain(
    `\nThe knowledge cannot be used: ${count(mistakes.length, 'mistake')}. See: backstride knowledge check`,
  );
  return refuse(EXIT.badInput);
}

/** All mistakes as text, each with the path of its file as seen from here. */
export function formatMistakes(folder: string, mistakes: readonly Mistake[]): string {
  return mistakes
    .map((mistake) => formatMistake({ ...mistake, file: pathFromHere(join(folder, mistake.file)) }))
    .join('\n\n');
}

/** A path as short as it can be and still be found from here. */
export function pathFromHere(path: string): string {
  const short = relative(process.cwd(), path);
  return short.startsWith('..') ? resolve(path) : short;
}
