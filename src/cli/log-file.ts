// A log of an episode as text: one event a line, in JSON. Beside events a line may hold what a story expects of a day:
// {"expected": {"date": …, "decision": …}, "because": …, "source": …}. Empty lines and lines that begin with # are skipped.

import { checkAnswers } from '../assess/index.ts';
import {
  type CheckIn,
  checkInRefusal,
  type EpisodeEvent,
  EVENT_TYPES,
  runnerRefusal,
} from '../episode/index.ts';
import { CLEARANCES, GOALS, type KnowledgeBase } from '../knowledge/index.ts';
import { DECISIONS, type DecisionKind, type Runner } from '../recover/index.ts';
import {
  dateInZone,
  isLocalDate,
  isTriageLevel,
  type LocalDate,
  ok,
  type Result,
  refuse,
} from '../vocabulary/index.ts';
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
  const envelope = envelopeProblem(value);
  if (envelope) return envelope;
  const type = String(value.type);
  if (!(EVENT_TYPES as readonly string[]).includes(type)) {
    return {
      expected: `a type: ${EVENT_TYPES.join(', ')}`,
      found: type,
      remedy: didYouMean(type, EVENT_TYPES) || 'Correct the type.',
    };
  }
  const made = contentOf(type, value, knowledge);
  if ('expected' in made) return made as Wrong;
  const { id, about, zone, recordedAt } = value;
  return { event: { id, about, zone, recordedAt, type, ...made } as EpisodeEvent };
}

function envelopeProblem({ id, about, zone, recordedAt }: Fields): Wrong | undefined {
  if (typeof id !== 'string' || id === '') return { expected: 'an id', found: shown(id) };
  if (!isLocalDate(about)) return { expected: 'about: a date, as 2026-03-01', found: shown(about) };
  const moment =
    typeof recordedAt === 'string' && /Z$/.test(recordedAt) ? Date.parse(recordedAt) : Number.NaN;
  if (Number.isNaN(moment)) {
    return { expected: 'recordedAt: an instant in UTC, as 2026-03-01T07:30:00Z', found: shown(recordedAt) };
  }
  try {
    dateInZone(moment, String(zone));
  } catch {
    return { expected: 'zone: a time zone, as Europe/Berlin', found: shown(zone) };
  }
  return undefined;
}

function contentOf(type: string, value: Fields, knowledge: KnowledgeBase): Fields | Wrong {
  switch (type) {
    case 'answers-given': {
      const checked = isRecord(value.answers) ? checkAnswers(knowledge, value.answers) : undefined;
      if (!checked) return { expected: 'answers: an object', found: shown(value.answers) };
      const [bad] = checked.ok ? [] : checked.refusal;
      return bad
        ? { expected: `an answer to ${bad.finding}: ${bad.accepted.join(', ')}`, found: bad.answer }
        : { answers: value.answers };
    }
    case 'result-taken':
      return isTriageLevel(String(value.level)) &&
        Array.isArray(value.possible) &&
        typeof value.because === 'string'
        ? { level: value.level, because: value.because, possible: value.possible, knowledge: value.knowledge }
        : { expected: 'a level, because and possible causes', found: shown(value.level) };
    case 'diagnosis-entered':
      return knowledge.conditions.some(({ id }) => id === value.condition)
        ? pick(value, ['condition', 'presentation'])
        : { expected: 'the id of a condition', found: shown(value.condition) };
    case 'plan-started': {
      const runner = value.runner as Runner;
      if (!isRecord(value.runner) || !(GOALS as readonly string[]).includes(String(runner.goal?.kind))) {
        return { expected: `a runner with a goal: ${GOALS.join(', ')}`, found: shown(value.runner) };
      }
      return runnerRefusal(knowledge, runner) ?? { runner };
    }
    case 'checked-in':
    case 'check-in-corrected': {
      const checkIn = checkInFrom(value, knowledge);
      return checkInRefusal(knowledge, checkIn) ?? { checkIn, ...pick(value, ['corrects']) };
    }
    case 'session-done':
      return {
        sessionId: String(value.sessionId ?? ''),
        exercised: value.exercised === true,
        ran: value.ran === true,
      };
    case 'clearance-given':
      return (CLEARANCES as readonly string[]).includes(String(value.covers))
        ? pick(value, ['covers'])
        : { expected: `covers: ${CLEARANCES.join(', ')}`, found: shown(value.covers) };
    case 'red-flag-reported': {
      const { screen } = checkInFrom(value, knowledge);
      return checkInRefusal(knowledge, { values: {}, screen }) ?? { screen };
    }
    default:
      return { because: String(value.because ?? '') };
  }
}

/** A check-in as it is written: yes/no as true and false, and "clear" for a screen without any danger sign. */
function checkInFrom(value: Fields, { recovery }: KnowledgeBase): CheckIn {
  const given = isRecord(value.values) ? value.values : {};
  const values = Object.fromEntries(
    Object.entries(given).map(([id, one]) => [id, typeof one === 'boolean' ? Number(one) : one]),
  ) as CheckIn['values'];
  const clear = Object.fromEntries(recovery.screen.map(({ finding }) => [finding, 'no']));
  const written = isRecord(value.screen) ? value.screen : {};
  const screen =
    value.screen === 'clear' ? clear : value.restOfScreen === 'clear' ? { ...clear, ...written } : written;
  return {
    values,
    screen: screen as CheckIn['screen'],
    exercised: value.exercised === true,
    ran: value.ran === true,
  };
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

function pick(value: Fields, keys: readonly string[]): Fields {
  return Object.fromEntries(keys.filter((key) => value[key] !== undefined).map((key) => [key, value[key]]));
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
