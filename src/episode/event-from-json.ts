// One event from JSON that somebody else has written: a log for the terminal, a file carried over from another device. Nothing
// is taken on trust; what is wrong comes back as what was expected and what was found.

import { checkAnswers, fittingSpots } from '../assess/index.ts';
import { CLEARANCES, GOALS, type KnowledgeBase } from '../knowledge/index.ts';
import type { Runner } from '../recover/index.ts';
import {
  type Answers,
  dateInZone,
  isLocalDate,
  isTriageLevel,
  ok,
  type Result,
  refuse,
} from '../vocabulary/index.ts';
import { checkInRefusal, namedCauses, runnerRefusal } from './decide.ts';
import { type CheckIn, type EpisodeEvent, EVENT_TYPES } from './events.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What is wrong with a written event, in plain words. */
export interface EventMistake {
  readonly expected: string;
  readonly found: string;
  /** The word that is wrong and what it could have been, for a "did you mean". */
  readonly oneOf?: readonly string[];
}

/**
 * Reads one event. Keys it does not know are dropped. A check-in may be written short: yes and no as true and false,
 * `screen: "clear"` for no danger sign, `restOfScreen: "clear"` for no other one.
 */
export function eventFromJson(knowledge: KnowledgeBase, value: unknown): Result<EpisodeEvent, EventMistake> {
  if (!isRecord(value)) return refuse({ expected: 'an object', found: kindOf(value) });
  const envelope = envelopeProblem(value);
  if (envelope) return refuse(envelope);
  const type = String(value.type);
  if (!(EVENT_TYPES as readonly string[]).includes(type)) {
    return refuse({ expected: `a type: ${EVENT_TYPES.join(', ')}`, found: type, oneOf: EVENT_TYPES });
  }
  const made = contentOf(type, value, knowledge);
  if ('expected' in made) return refuse(made as EventMistake);
  const { id, about, zone, recordedAt } = value;
  return ok({ id, about, zone, recordedAt, type, ...made } as EpisodeEvent);
}

function envelopeProblem({ id, about, zone, recordedAt }: Fields): EventMistake | undefined {
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

function contentOf(type: string, value: Fields, knowledge: KnowledgeBase): Fields | EventMistake {
  switch (type) {
    case 'answers-given': {
      const checked = isRecord(value.answers) ? checkAnswers(knowledge, value.answers) : undefined;
      if (!checked) return { expected: 'answers: an object', found: shown(value.answers) };
      const [bad] = checked.ok ? [] : checked.refusal;
      return bad
        ? { expected: `an answer to ${bad.finding}: ${bad.accepted.join(', ')}`, found: bad.answer }
        : {
            answers: value.answers,
            ...(value.spots ? { spots: fittingSpots(knowledge, value.answers as Answers, value.spots) } : {}),
          };
    }
    case 'result-taken':
      return isTriageLevel(String(value.level)) &&
        Array.isArray(value.possible) &&
        value.possible.every((one) => isPossibleCause(one, knowledge)) &&
        typeof value.because === 'string'
        ? { level: value.level, because: value.because, possible: value.possible, knowledge: value.knowledge }
        : { expected: 'a level, because and possible causes', found: shown(value.level) };
    case 'diagnosis-entered':
      return knowledge.conditions.some(({ id }) => id === value.condition)
        ? pick(value, ['condition', 'presentation'])
        : { expected: 'the id of a condition', found: shown(value.condition) };
    case 'cause-named':
      return namedCauses(knowledge).includes(String(value.condition))
        ? pick(value, ['condition'])
        : { expected: `a cause: ${namedCauses(knowledge).join(', ')}`, found: shown(value.condition) };
    case 'plan-started': {
      const runner = value.runner as Runner;
      if (!isRecord(value.runner) || !(GOALS as readonly string[]).includes(String(runner.goal?.kind))) {
        return { expected: `a runner with a goal: ${GOALS.join(', ')}`, found: shown(value.runner) };
      }
      return (
        runnerRefusal(knowledge, runner) ?? {
          runner: pick(value.runner, [
            'daysAWeek',
            'weekdays',
            'kit',
            'usualRunMinutes',
            'longestRunMinutes',
            'goal',
            'side',
            'age',
            'activities',
            'onset',
            'ownPredictionDays',
          ]),
        }
      );
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

function isPossibleCause(value: unknown, { conditions }: KnowledgeBase): boolean {
  if (!isRecord(value) || !isRecord(value.presentations)) return false;
  const isShare = (one: unknown) => typeof one === 'number' && one >= 0 && one <= 1;
  return (
    conditions.some(({ id }) => id === value.condition) &&
    isShare(value.probability) &&
    Object.values(value.presentations).every(isShare)
  );
}

/** A check-in as it is written: yes/no as true and false, and "clear" for a screen without any danger sign. */
function checkInFrom(event: Fields, { recovery }: KnowledgeBase): CheckIn {
  // As kept it stands under its own key, in a log written by hand beside the envelope.
  const value = isRecord(event.checkIn) ? event.checkIn : event;
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
