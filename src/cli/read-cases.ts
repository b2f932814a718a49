// Reads a file of cases, complaining about every mistake in it.

import { type Case, parseCases } from '../evaluate/index.ts';
import type { KnowledgeBase } from '../knowledge/index.ts';
import { type Result, refuse } from '../vocabulary/index.ts';
import { formatInputMistake, readInput } from './answers-file.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { complain } from './terminal.ts';
import { count } from './text.ts';

/** Reads cases from a file, or from standard input when it is `-`; what is wrong has been complained about. */
export async function readCases(
  file: string,
  knowledge: KnowledgeBase,
): Promise<Result<readonly Case[], ExitCode>> {
  const text = await readInput(file);
  if (!text.ok) {
    complain(formatInputMistake(text.refusal));
    return refuse(EXIT.badInput);
  }
  const name = file === '-' ? 'standard input' : file;
  const parsed = parseCases(text.value, knowledge);
  if (parsed.ok) return parsed;
  const mistakes = parsed.refusal.map(({ line, ...mistake }) => ({ where: `${name}:${line}`, ...mistake }));
  complain(mistakes.map(formatInputMistake).join('\n\n'));
  complain(`\nThe cases cannot be used: ${count(mistakes.length, 'mistake')}.`);
  return refuse(EXIT.badInput);
}
