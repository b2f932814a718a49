// How well the forecast of return meets studies it has not seen: each published row is forecast from all studies but its
// own. Scored are rows that were read at the source and print a median or mean; what is not read may be learned from, with
// less weight, and is never scored. With so few studies of each injury this is a check of sense, not a validation.

import type { Prognosis, PrognosisRow } from '../knowledge/index.ts';
import { normalAbove, quantile } from '../probability/index.ts';
import {
  type LogNormal,
  lnMedianOf,
  type Pooled,
  type Profile,
  personOf,
  poolStudies,
  rangesOf,
} from '../recover/index.ts';

export interface ForecastMiss {
  readonly id: string;
  readonly study: string;
  readonly what: string;
  /** Published median or mean, days. */
  readonly published: number;
  readonly median: number;
  readonly eighty: { readonly from: number; readonly to: number };
  readonly reason: string;
}

/** Shares are 0–1; a log ratio of 0.25 is a factor of 1.28. */
export interface RangeScores {
  /** Rows whose published figure lies in the range that a runner is told. */
  readonly within50: number;
  readonly within80: number;
  /** Median of |ln(published figure / our median)|. */
  readonly medianAbsLogRatio: number;
}

export interface ForecastScores extends RangeScores {
  readonly rows: number;
  readonly studies: number;
  /** One log-normal for all rows, also without the row's own study. */
  readonly baseline: RangeScores;
  /** Harder: rows whose own median lies in the narrower range for the centre of a further study. */
  readonly centre: { readonly within50: number; readonly within80: number };
  /** Rows with a published spread: mean share of their people inside the ranges told. */
  readonly people: { readonly rows: number; readonly within50: number; readonly within80: number };
  /** The same without ever learning from rows that were not read. */
  readonly readOnly: RangeScores;
  /** The same, leaving out all studies of the row's cohort (same league, hospital or rules). */
  readonly withoutCohort: RangeScores;
  readonly misses: readonly ForecastMiss[];
}

type Scored = PrognosisRow & Profile & { readonly days: number };

interface Outcome {
  readonly row: Scored;
  readonly person: LogNormal;
  readonly centre: LogNormal;
  readonly others: number;
}

const QUARTILE = 0.6744897501960817;
const DECILE = 1.2815515655446004;

/** Rows that are scored: read at the source, with a time. */
export function scoredRows(prognosis: Prognosis): readonly Scored[] {
  return prognosis.rows.filter(
    (row): row is Scored =>
      row.status === 'read' &&
      row.days !== undefined &&
      row.group !== undefined &&
      row.endpoint !== undefined,
  );
}

/** Forecasts every scored row from the other studies. */
export function scoreForecast(prognosis: Prognosis): ForecastScores {
  const rows = scoredRows(prognosis);
  const cohortOf = new Map(prognosis.studies.map(({ id, cohort }) => [id, cohort ?? id]));
  const byStudy = outcomesOf(prognosis, rows, (row) => row.study);
  const onlyRead = prognosis.rows.filter((row) => row.status === 'read');
  const spread = byStudy.filter(({ row }) => row.sigma !== undefined && row.learn);
  const share = (reach: number) =>
    spread.reduce((sum, one) => sum + peopleWithin(one, reach, prognosis), 0) / spread.length;
  return {
    rows: rows.length,
    studies: new Set(rows.map((row) => row.study)).size,
    ...rangeScores(byStudy),
    baseline: rangeScores(rows.map((row) => baselineOutcome(prognosis, rows, row))),
    centre: {
      within50: shareOf(byStudy, (one) => centreZ(one, prognosis) <= QUARTILE),
      within80: shareOf(byStudy, (one) => centreZ(one, prognosis) <= DECILE),
    },
    people: { rows: spread.length, within50: share(QUARTILE), within80: share(DECILE) },
    readOnly: rangeScores(outcomesOf({ ...prognosis, rows: onlyRead }, rows, (row) => row.study, prognosis)),
    withoutCohort: rangeScores(outcomesOf(prognosis, rows, (row) => cohortOf.get(row.study) ?? row.study)),
    misses: byStudy.filter((one) => personZ(one) > DECILE).map(missOf),
  };
}

/** @param fold rows of one fold are forecast together, from all rows of other folds */
function outcomesOf(
  learnFrom: Prognosis,
  rows: readonly Scored[],
  fold: (row: PrognosisRow) => string,
  whole: Prognosis = learnFrom,
): readonly Outcome[] {
  const pools = new Map<string, Pooled>();
  return rows.map((row) => {
    const name = fold(row);
    const pooled =
      pools.get(name) ??
      poolStudies(
        learnFrom,
        learnFrom.rows.filter((other) => fold(other) !== name),
      );
    pools.set(name, pooled);
    return {
      row,
      centre: pooled.centreOf(row),
      person: personOf(whole, pooled, row),
      others: pooled.rows.filter((other) => other.group === row.group).length,
    };
  });
}

/** The mean and variance of ln days over all rows of other studies, whatever they are of. */
function baselineOutcome(prognosis: Prognosis, rows: readonly Scored[], row: Scored): Outcome {
  const within = prognosis.model.within.value;
  const others = rows
    .filter((other) => other.study !== row.study && other.learn)
    .map((other) => lnMedianOf(other, within));
  const mean = others.reduce((sum, value) => sum + value, 0) / others.length;
  const variance = others.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (others.length - 1);
  return { row, centre: { mean, variance }, person: { mean, variance: variance + within ** 2 }, others: 0 };
}

function rangeScores(outcomes: readonly Outcome[]): RangeScores {
  return {
    within50: shareOf(outcomes, (one) => personZ(one) <= QUARTILE),
    within80: shareOf(outcomes, (one) => personZ(one) <= DECILE),
    medianAbsLogRatio: medianOf(
      outcomes.map(({ row, person }) => Math.abs(Math.log(row.days) - person.mean)),
    ),
  };
}

/** How many standard deviations the published figure lies from the middle of the range told. */
function personZ({ row, person }: Outcome): number {
  return Math.abs(Math.log(row.days) - person.mean) / Math.sqrt(person.variance);
}

/** The same of the row's median against the range for a study of its size. */
function centreZ({ row, centre }: Outcome, { model }: Prognosis): number {
  const chance = model.within.value ** 2 / (row.people ?? model.peopleUnstated.value);
  return Math.abs(lnMedianOf(row, model.within.value) - centre.mean) / Math.sqrt(centre.variance + chance);
}

function peopleWithin({ row, person }: Outcome, reach: number, { model }: Prognosis): number {
  const centre = lnMedianOf(row, model.within.value);
  const spread = row.sigma ?? model.within.value;
  const above = (side: number) =>
    normalAbove((person.mean + side * reach * Math.sqrt(person.variance) - centre) / spread);
  return above(-1) - above(1);
}

function missOf({ row, person, others }: Outcome): ForecastMiss {
  const { median, eighty } = rangesOf(person, 0);
  const alone =
    others === 0
      ? 'No other study of this injury to learn from.'
      : 'Far from the other studies; no reason known.';
  return {
    id: row.id,
    study: row.name,
    what: row.what,
    published: row.days,
    median,
    eighty,
    reason: [row.differs ?? alone, ...(row.differs !== undefined && others === 0 ? [alone] : [])].join(' '),
  };
}

function shareOf(outcomes: readonly Outcome[], holds: (one: Outcome) => boolean): number {
  return outcomes.filter(holds).length / outcomes.length;
}

/** The usual median: the mean of the middle two of an even number. */
function medianOf(values: readonly number[]): number {
  const upper = [...values].sort((a, b) => b - a);
  return (quantile(values, 0.5) + (upper[Math.ceil(values.length / 2) - 1] ?? Number.NaN)) / 2;
}
