// A log of an episode as text: one event a line, in JSON. Beside events a line may hold what a story expects of a day:
// {"expected": {"date": …, "decision": …}, "because": …, "source": …}. Empty lines and lines that begin with # are skipped.

import { type EpisodeEvent, eventFromJson } from '../episode/index.ts';
import type { KnowledgeBase } from '../knowledge/index.ts';
import { DECISIONS, type DecisionKind } from '../recover/index.ts';
import { isLocalDate, type LocalDate, ok, type Result, refuse } from '../vocabulary/index.ts';
import type { InputMistake } from './answers-file.ts';
import { jsonProblem } from './json-problem.ts';
import { didYouMean } from './nearest.ts';

export interface Expected {
  readonly line: number;
  readonly date: LocalDate;
  readonly decision: DecisionKind;
  readonly because: string;
  readonly source: string;
}

export interface EpisodeLog {
  readonly events: readonly EpisodeEvent[];
  readonly expected: readonly Expected[];
}

type Fields = Readonly<Record<string, unknown>>;
type Wrong = { readonly expected: string; readonly found: string; readonly remedy?: string };

/** Reads a log; every mistake is collected with its line. */
export function parseLog(
  text: string,
  name: string,
  knowledge: KnowledgeBase,
): Result<EpisodeLog, readonly InputMistake[]> {
  const events: EpisodeEvent[] = [];
  const expected: Expected[] = [];
  const mistakes: InputMistake[] = [];
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '' || line.startsWith('#')) return;
    const read = readLine(line, index + 1, knowledge);
    if ('event' in read) events.push(read.event);
    else if ('expectation' in read) expected.push(read.expectation);
    else mistakes.push({ where: `${name}:${index + 1}`, remedy: 'See the logs in cases/stories.', ...read });
  });
  if (mistakes.length === 0 && events.length === 0) {
    mistakes.push({
      where: name,
      expected: 'at least one event',
      found: 'none',
      remedy: 'See the logs in cases/stories.',
    });
  }
  return mistakes.length > 0 ? refuse(mistakes) : ok({ events, expected });
}

function readLine(
  line: string,
  number: number,
  knowledge: KnowledgeBase,
): { readonly event: EpisodeEvent } | { readonly expectation: Expected } | Wrong {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return { expected: 'JSON that can be read', found: jsonProblem(line, error).says };
  }
  if (!isRecord(value)) return { expected: 'an object', found: kindOf(value) };
  if (isRecord(value.expected)) return expectation(value, value.expected, number, knowledge);
  const event = eventFromJson(knowledge, value);
  if (event.ok) return { event: event.value };
  const { oneOf, ...wrong } = event.refusal;
  return oneOf ? { ...wrong, remedy: didYouMean(wrong.found, oneOf) || 'Correct the type.' } : wrong;
}

function expectation(
  value: Fields,
  { date, decision }: Fields,
  line: number,
  knowledge: KnowledgeBase,
): { readonly expectation: Expected } | Wrong {
  if (!isLocalDate(date)) return { expected: 'expected.date: a date', found: shown(date) };
  if (!(DECISIONS as readonly string[]).includes(String(decision))) {
    return { expected: `expected.decision: ${DECISIONS.join(', ')}`, found: shown(decision) };
  }
  const source = String(value.source ?? '');
  if (!Object.hasOwn(knowledge.sources, source)) {
    return { expected: 'source: a key of knowledge/sources', found: source };
  }
  return {
    expectation: {
      line,
      date,
      decision: decision as DecisionKind,
      because: String(value.because ?? ''),
      source,
    },
  };
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? 'nothing').slice(0, 60);
}
