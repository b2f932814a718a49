// From the files about recovery to one value: times in days, spreads as logarithms.

import type { AuthoredForecast, AuthoredStudy } from './authored-prognosis.ts';
import type { ShapedPrognosis } from './check-shape.ts';
import { basisOf, optional, parameterOf } from './compile-basis.ts';
import type { AuthoredRow, Prognosis, PrognosisRow } from './prognosis.ts';

/** Mean length of a month in days. */
const DAYS_IN = { hours: 1 / 24, days: 1, weeks: 7, months: 365.25 / 12 };
/** Quartiles of the normal distribution are this many standard deviations apart. */
const QUARTILES_APART = 1.349;

/** Compiles the files; undefined when there is no forecast.yaml. */
export function compilePrognosis({ studies, forecast }: ShapedPrognosis): Prognosis | undefined {
  if (!forecast) return undefined;
  const { groups, causes, model, facts } = forecast.content;
  return {
    rows: studies.flatMap(({ content }) => content.rows.map((row) => compileRow(row, content))),
    studies: studies.map(({ content: { id, name, cohort, rows } }) => ({
      id,
      name,
      ...optional('cohort', cohort),
      sources: [...new Set(rows.flatMap((row) => basisOf(row).sources))],
    })),
    groups: each(groups, ({ name, tissue, ...rest }) => ({ name, tissue, basis: basisOf(rest) })),
    causes: each(causes, ({ group, severity, onlyAfterClearance, ...rest }) => ({
      group,
      severity: severity ?? {},
      onlyAfterClearance: onlyAfterClearance ?? false,
      basis: basisOf(rest),
    })),
    model: compileModel(model),
    facts,
  };
}

function compileModel(written: AuthoredForecast['model']): Prognosis['model'] {
  return {
    within: parameterOf(written.within),
    levels: parameterOf(written.levels),
    slopes: parameterOf(written.slopes),
    study: parameterOf(written.study),
    row: parameterOf(written.row),
    tails: parameterOf(written.tails),
    doubt: parameterOf(written.doubt),
    peopleUnstated: parameterOf(written.peopleUnstated),
    usualSeverity: parameterOf(written.usualSeverity),
    severitySpread: parameterOf(written.severitySpread),
  };
}

function compileRow(row: AuthoredRow, study: AuthoredStudy): PrognosisRow {
  const { id, name, what, who, published, status, learn } = row;
  const central = row.time?.median ?? row.time?.mean;
  return {
    id,
    study: study.id,
    name,
    what,
    who,
    published,
    level: study.level,
    ...optional('group', row.group),
    ...optional('severity', row.severity),
    ...optional('endpoint', row.endpoint),
    ...optional('people', row.people),
    ...optional('days', row.time && central !== undefined ? central * DAYS_IN[row.time.unit] : undefined),
    ...optional('statistic', statisticOf(row)),
    ...optional('sigma', row.time && sigmaOf(row.time)),
    learn: learn ?? true,
    ...optional('differs', row.differs),
    ...optional('notBack', row.notBack),
    ...optional('hurtAgain', row.hurtAgain),
    status,
    basis: basisOf(row),
  };
}

function statisticOf({ time }: AuthoredRow): 'median' | 'mean' | undefined {
  if (time?.median !== undefined) return 'median';
  return time?.mean === undefined ? undefined : 'mean';
}

/** Spread of the log-normal with this mean and SD, or these quartiles. */
function sigmaOf({ mean, sd, quartiles }: NonNullable<AuthoredRow['time']>): number | undefined {
  if (mean !== undefined && sd !== undefined) return Math.sqrt(Math.log(1 + (sd / mean) ** 2));
  const [low, high] = quartiles ?? [];
  return low !== undefined && high !== undefined ? Math.log(high / low) / QUARTILES_APART : undefined;
}

function each<Written, Compiled>(
  all: Readonly<Record<string, Written>>,
  compileOne: (one: Written) => Compiled,
): Readonly<Record<string, Compiled>> {
  return Object.fromEntries(Object.entries(all).map(([key, one]) => [key, compileOne(one)]));
}
