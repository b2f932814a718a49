// A case: what a published (or written) vignette tells, in the words of the knowledge, and what should come out.

import { type Static, Type } from 'typebox';
import { Errors } from 'typebox/value';
import { checkAnswers } from '../assess/index.ts';
import { conditionById, type KnowledgeBase } from '../knowledge/index.ts';
import { ok, type Result, refuse, TRIAGE_LEVELS } from '../vocabulary/index.ts';

export const CaseSchema = Type.Object(
  {
    id: Type.String({ minLength: 1 }),
    source: Type.Object({
      title: Type.String(),
      year: Type.Optional(Type.Union([Type.Integer(), Type.Null()])),
      url: Type.Optional(Type.String()),
      doi: Type.Optional(Type.String()),
    }),
    kind: Type.Optional(Type.Enum(['published', 'written', 'rule'] as const)),
    story: Type.Optional(Type.String()),
    answers: Type.Record(Type.String(), Type.String()),
    conditions: Type.Array(Type.String(), {
      description: 'Condition ids that count as right; empty when the knowledge does not cover the cause.',
    }),
    diagnosis: Type.Optional(Type.String()),
    triage: Type.Enum(TRIAGE_LEVELS),
    fires: Type.Optional(Type.Array(Type.String())),
    silent: Type.Optional(Type.Array(Type.String())),
    tags: Type.Optional(Type.Array(Type.String())),
  },
  { additionalProperties: false, $id: 'case', title: 'Case: a vignette with its expected outcome' },
);

export type Case = Static<typeof CaseSchema>;

/** A line that cannot be used, and what to do about it. */
export interface CaseMistake {
  readonly line: number;
  readonly expected: string;
  readonly found: string;
  readonly remedy: string;
}

/** Reads a JSON Lines file of cases against a knowledge base. Blank lines are skipped; every mistake is collected. */
export function parseCases(
  text: string,
  knowledge: KnowledgeBase,
): Result<readonly Case[], readonly CaseMistake[]> {
  const cases: Case[] = [];
  const mistakes: CaseMistake[] = [];
  const lineOfId = new Map<string, number>();
  text.split(/\r?\n/).forEach((source, index) => {
    if (source.trim() === '') return;
    const line = index + 1;
    const read = parseCase(source, line, knowledge);
    if (!read.ok) {
      mistakes.push(...read.refusal);
      return;
    }
    const twin = lineOfId.get(read.value.id);
    if (twin !== undefined) {
      mistakes.push({
        line,
        expected: 'an id of its own',
        found: `${read.value.id}, also on line ${twin}`,
        remedy: 'Rename one of them.',
      });
    }
    lineOfId.set(read.value.id, line);
    cases.push(read.value);
  });
  if (mistakes.length === 0 && cases.length === 0) {
    mistakes.push({
      line: 1,
      expected: 'at least one case, one JSON object a line',
      found: 'none',
      remedy: 'Check the path of the file.',
    });
  }
  return mistakes.length > 0 ? refuse(mistakes) : ok(cases);
}

function parseCase(
  source: string,
  line: number,
  knowledge: KnowledgeBase,
): Result<Case, readonly CaseMistake[]> {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    return refuse([
      {
        line,
        expected: 'one JSON object',
        found: `${source.trim().slice(0, 40)}…`,
        remedy: 'The file is JSON Lines: one whole object a line, no commas between.',
      },
    ]);
  }
  const shape = Errors(CaseSchema, value).filter(
    (error) => error.keyword !== 'boolean' && error.keyword !== 'anyOf',
  );
  if (shape.length > 0) {
    return refuse(
      shape.map((error) => ({
        line,
        expected: `${error.instancePath.slice(1).replaceAll('/', ' › ') || 'a case'} ${error.message}`,
        found: JSON.stringify(error.params),
        remedy: 'See cases/README.md for the fields of a case.',
      })),
    );
  }
  const one = value as Case;
  const answers = checkAnswers(knowledge, one.answers);
  const mistakes: CaseMistake[] = answers.ok
    ? []
    : answers.refusal.map((refusal) => ({
        line,
        expected:
          refusal.kind === 'unknown-finding'
            ? 'the id of a finding in knowledge/findings'
            : `an answer to ${refusal.finding}: ${refusal.accepted.join(', ')}`,
        found: refusal.kind === 'unknown-finding' ? refusal.finding : refusal.answer,
        remedy: 'Correct the case, or add the finding to the knowledge.',
      }));
  for (const id of one.conditions) {
    if (conditionById(knowledge, id)) continue;
    mistakes.push({
      line,
      expected: 'the id of a condition in knowledge/conditions',
      found: id,
      remedy: 'Correct the id; leave the list empty when the knowledge does not cover the cause.',
    });
  }
  return mistakes.length > 0 ? refuse(mistakes) : ok(one);
}
