// What may be known of a runner, and whether it can be: a range for each number, and what to do when it is not met.

import {
  DAY_SEVEN,
  type DaySeven,
  ENDPOINTS,
  type Endpoint,
  LEVELS_OF_SPORT,
  type LevelOfSport,
} from '../knowledge/index.ts';

/** What is known of the runner; everything may be missing. Days count from the start of the pain. */
export interface ForecastFacts {
  /** Id of a presentation of the condition, e.g. `moderate`. */
  readonly presentation?: string;
  /** Without it: recreational. */
  readonly level?: LevelOfSport;
  readonly age?: number;
  /** Days until walking was free of pain; `moreThan` while it is not yet. */
  readonly daysToPainFreeWalking?: number | { readonly moreThan: number };
  /** Degrees less than the other leg in the active knee-extension test, at about two days. */
  readonly kneeExtensionLackDegrees?: number;
  /** Days from the start to easy running, as the runner expects. */
  readonly ownPredictionDays?: number;
  /** Moves no time (no study says it does): a pulled hamstring before means a higher risk of another. */
  readonly pastInjury?: boolean;
  readonly daySeven?: DaySeven;
  /** Share of the plan's stages that are done, 0–1. */
  readonly stagesDone?: number;
  readonly daysSoFar?: number;
  /** The furthest return that has already happened. */
  readonly reached?: Endpoint;
}

/** A fact that cannot be: what was expected and found. */
export interface FactRefusal {
  readonly kind: 'bad-fact';
  readonly fact: string;
  readonly expected: string;
  readonly found: string;
  readonly remedy: string;
}

const NUMBERS: readonly {
  readonly fact: keyof ForecastFacts;
  readonly from: number;
  readonly to: number;
  readonly unit: string;
}[] = [
  { fact: 'age', from: 5, to: 120, unit: 'years' },
  { fact: 'kneeExtensionLackDegrees', from: 0, to: 90, unit: 'degrees' },
  { fact: 'ownPredictionDays', from: 1, to: 3650, unit: 'days' },
  { fact: 'stagesDone', from: 0, to: 1, unit: '(share of the stages done)' },
  { fact: 'daysSoFar', from: 0, to: 3650, unit: 'days' },
];
const WORDS: Readonly<Record<'level' | 'daySeven' | 'reached', readonly string[]>> = {
  level: LEVELS_OF_SPORT,
  daySeven: DAY_SEVEN,
  reached: ENDPOINTS,
};

/** The first fact that cannot be; undefined when all can. Works on anything that claims to be facts. */
export function wrongFact(facts: ForecastFacts): FactRefusal | undefined {
  for (const { fact, from, to, unit } of NUMBERS) {
    const value: unknown = facts[fact];
    if (value !== undefined && !isWithin(value, from, to)) {
      return refusalOf(fact, `a number from ${from} to ${to} ${unit}`, value);
    }
  }
  for (const fact of ['level', 'daySeven', 'reached'] as const) {
    const value: unknown = facts[fact];
    if (value !== undefined && !WORDS[fact].includes(String(value))) {
      return refusalOf(fact, `one of ${WORDS[fact].join(', ')}`, value);
    }
  }
  const walked: unknown = facts.daysToPainFreeWalking;
  const days = walked && typeof walked === 'object' && 'moreThan' in walked ? walked.moreThan : walked;
  if (walked !== undefined && !isWithin(days, 0, 3650)) {
    return refusalOf(
      'daysToPainFreeWalking',
      'a number of days from 0 to 3650, or { "moreThan": days }',
      walked,
    );
  }
  return undefined;
}

function isWithin(value: unknown, from: number, to: number): boolean {
  return typeof value === 'number' && value >= from && value <= to;
}

function refusalOf(fact: string, expected: string, value: unknown): FactRefusal {
  return {
    kind: 'bad-fact',
    fact,
    expected,
    found: JSON.stringify(value) ?? String(value),
    remedy: 'Correct it, or leave it out: everything may be missing.',
  };
}
