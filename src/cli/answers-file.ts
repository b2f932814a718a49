// Answers from a file or from standard input: {"finding": "state"} or {"answers": {…}}. Every mistake is
// collected.

import { readFile } from 'node:fs/promises';
import { text as textOf } from 'node:stream/consumers';
import { checkAnswers } from '../assess/index.ts';
import { findingById, type KnowledgeBase } from '../knowledge/index.ts';
import { type Answers, ok, type Result, refuse } from '../vocabulary/index.ts';
import { jsonProblem, placeIn } from './json-problem.ts';
import { didYouMean } from './nearest.ts';

/** What is wrong with an input file. */
export interface InputMistake {
  /** `file:line` or `file`. */
  readonly where: string;
  readonly expected: string;
  readonly found: string;
  readonly remedy: string;
}

/** Reads a text file, `-` being standard input; a file that cannot be read is a mistake. */
export async function readInput(path: string): Promise<Result<string, InputMistake>> {
  try {
    const text = path === '-' ? await textOf(process.stdin) : await readFile(path, 'utf8');
    return ok(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    const found = error.code === 'ENOENT' ? 'no such file' : error.message;
    return refuse({ where: path, expected: 'a file that can be read', found, remedy: 'Check the path.' });
  }
}

/** Reads answers and checks them against the knowledge. */
export function parseAnswers(
  text: string,
  name: string,
  knowledge: KnowledgeBase,
): Result<Answers, readonly InputMistake[]> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const { line, column, says } = jsonProblem(text, error);
    return refuse([
      {
        where: `${name}:${line}:${column}`,
        expected: 'JSON that can be read',
        found: says,
        remedy: 'Write {"finding": "state", …}; texts and keys stand in double quotes, no comma before a }.',
      },
    ]);
  }
  const given = isRecord(value) && isRecord(value.answers) ? value.answers : value;
  if (!isRecord(given)) {
    return refuse([
      {
        where: name,
        expected: 'an object {"finding": "state", …} or {"answers": {…}}',
        found: Array.isArray(given) ? 'a list' : given === null ? 'null' : `a ${typeof given}`,
        remedy: 'See: backstride knowledge list findings',
      },
    ]);
  }
  const checked = checkAnswers(knowledge, given);
  if (checked.ok) return checked;
  return refuse(
    checked.refusal.map(({ kind, finding, accepted }) => {
      const where = `${name}:${placeIn(text, JSON.stringify(finding)).line}`;
      if (kind === 'unknown-finding') {
        const known = knowledge.findings.map(({ id }) => id);
        const remedy = didYouMean(finding, known) || 'See: backstride knowledge list findings';
        return { where, expected: 'the id of a finding', found: JSON.stringify(finding), remedy };
      }
      const found = JSON.stringify(given[finding]);
      const remedy =
        didYouMean(String(given[finding]), accepted) ||
        `Leave it out if it was not asked. The question: ${findingById(knowledge, finding)?.question ?? ''}`;
      return { where, expected: `an answer to ${finding}: ${accepted.join(', ')}`, found, remedy };
    }),
  );
}

/** `file:line` and what was expected, found and is to do, as everywhere in Backstride. */
export function formatInputMistake({ where, expected, found, remedy }: InputMistake): string {
  return `${where}\n  expected ${expected}\n  found    ${found}\n  to do    ${remedy}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
