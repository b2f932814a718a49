// When this runner is likely to be back: days from the start of the pain to the first easy running, to full training and to
// racing, as ranges. Never a date.
//
// Method: the centre and its doubt come from all studies read together (pool-studies.ts); how much people of one study
// differ is added. That is a log-normal distribution of days. What is known of this runner then
//   - chooses the severity (grade, active knee-extension deficit),
//   - moves the centre (pain-free walking, how day 7 compares),
//   - or counts as a reading of the runner's own time (own prediction, stage reached): it draws the centre its way by its
//     weight and takes the same share off the variance.
// Time already gone by without a return cuts the distribution off on the left (survival): a quantile is then one of what
// remains, in closed form. All three returns have the same spread, the widest of the three, so that they never cross.
// Why log-normal and not Weibull: the published spreads are right-skewed with means far above medians, and the longer it
// has lasted the longer it tends to last, as in a mix of mild and severe cases; a Weibull of such spread says otherwise.
// Limits: those who never return are told beside the ranges, not in them; readings are taken as independent; nearly all
// studies are of young men in team sports. Parameters and sources: knowledge/forecast.yaml.

import { ENDPOINTS, type Endpoint, type Prognosis } from '../knowledge/index.ts';
import { normalAbove, normalQuantile } from '../probability/index.ts';
import { ok, type Result, refuse } from '../vocabulary/index.ts';
import { type FactRefusal, type ForecastFacts, wrongFact } from './forecast-facts.ts';
import { type Pooled, poolStudies } from './pool-studies.ts';

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Days from the start of the pain. */
export interface ReturnForecast {
  readonly endpoint: Endpoint;
  readonly median: number;
  readonly fifty: Range;
  readonly eighty: Range;
  /** Whether a study of this very injury, read at the source, timed this return. */
  readonly timed: boolean;
}

export interface Forecast {
  /** The returns that are still ahead, in their order. */
  readonly returns: readonly ReturnForecast[];
  /** Share who never get back to their sport, given the time so far; only where it was counted. */
  readonly notBack?: { readonly share: number; readonly counted: number };
  /** Longer already than 99 of 100: the studies have nothing more to say. */
  readonly beyond: boolean;
  readonly evidence: {
    readonly studies: number;
    readonly read: number;
    readonly people: number;
    readonly thin: boolean;
    /** Most of the studies are of competitive athletes. */
    readonly athletes: boolean;
  };
  readonly group: string;
  readonly onlyAfterClearance: boolean;
  /** Given, but without effect on this injury's times. */
  readonly unused: readonly (keyof ForecastFacts)[];
}

export type ForecastRefusal = FactRefusal | { readonly kind: 'never-timed'; readonly cause: string };

/** A log-normal distribution of days: normal in ln days. */
export interface LogNormal {
  readonly mean: number;
  readonly variance: number;
}

/** Below this many studies of its own that were read, an injury's forecast is called thin. */
const FEW_STUDIES = 3;
const BEYOND = 0.01;
/** A plan of which nothing is done still says that it is early. */
const LEAST_STAGES_DONE = 0.05;

/** Pools the studies once; the function that comes back forecasts for one runner after the other. */
export function forecaster(
  prognosis: Prognosis,
): (cause: string, facts: ForecastFacts) => Result<Forecast, ForecastRefusal> {
  const pooled = poolStudies(prognosis, prognosis.rows);
  return (cause, facts) => {
    const wrong = wrongFact(facts);
    if (wrong) return refuse(wrong);
    const outlook = prognosis.causes[`${cause}/${facts.presentation}`] ?? prognosis.causes[cause];
    if (!outlook) return refuse({ kind: 'never-timed', cause });
    const severity = severityOf(prognosis, outlook.group, outlook.severity[facts.presentation ?? ''], facts);
    const profile = { group: outlook.group, level: facts.level ?? 'recreational', severity };
    const times = updated(
      prognosis,
      outlook.group,
      facts,
      ENDPOINTS.map((endpoint) => personOf(prognosis, pooled, { ...profile, endpoint })),
    );
    const soFar = facts.daysSoFar ?? 0;
    const done = facts.reached === undefined ? -1 : ENDPOINTS.indexOf(facts.reached);
    const ahead = ENDPOINTS.slice(done + 1);
    const first = times[done + 1] ?? times.at(-1);
    return ok({
      returns: ahead.map((endpoint, index) => ({
        endpoint,
        ...rangesOf(times[done + 1 + index] as LogNormal, soFar),
        timed: pooled.rows.some(
          (row) => row.group === outlook.group && row.endpoint === endpoint && row.status === 'read',
        ),
      })),
      ...notBackOf(prognosis, outlook.group, first, soFar, ahead.length > 0),
      beyond: ahead.length > 0 && first !== undefined && shareLeft(first, soFar) < BEYOND,
      evidence: evidenceOf(pooled, outlook.group),
      group: prognosis.groups[outlook.group]?.name ?? outlook.group,
      onlyAfterClearance: outlook.onlyAfterClearance,
      unused: unusedOf(prognosis, outlook.group, facts),
    });
  };
}

/** The days of one person of a further study: the doubt of the centre plus what people of one study differ. */
export function personOf(
  prognosis: Prognosis,
  pooled: Pooled,
  profile: Parameters<Pooled['centreOf']>[0],
): LogNormal {
  const { within, severitySpread, slopes } = prognosis.model;
  const centre = pooled.centreOf(profile);
  const graded =
    prognosis.rows.some((row) => row.group === profile.group && row.severity !== undefined) ||
    Object.values(prognosis.causes).some(
      ({ group, severity }) => group === profile.group && Object.keys(severity).length > 0,
    );
  // Not the slope that the rows give: fewer rows could make it less, and thin evidence must not look sure.
  const ungraded = graded && profile.severity === undefined ? slopes.value * severitySpread.value : 0;
  return { mean: centre.mean, variance: centre.variance + within.value ** 2 + ungraded ** 2 };
}

/** Median, 50 % and 80 % range of the days of those who have not returned after `soFar` days. */
export function rangesOf(
  time: LogNormal,
  soFar: number,
): Pick<ReturnForecast, 'median' | 'fifty' | 'eighty'> {
  const days = (share: number) => quantileAfter(time, soFar, share);
  return {
    median: days(0.5),
    fifty: { from: days(0.25), to: days(0.75) },
    eighty: { from: days(0.1), to: days(0.9) },
  };
}

/** The days within which `share` of those have returned who had not after `soFar` days. */
function quantileAfter(time: LogNormal, soFar: number, share: number): number {
  const spread = Math.sqrt(time.variance);
  const z = -normalQuantile((1 - share) * shareLeft(time, soFar));
  return Math.max(soFar, Math.exp(time.mean + spread * z));
}

/** Share who have not returned after this many days; never quite nothing, so that what remains has quantiles. */
function shareLeft({ mean, variance }: LogNormal, days: number): number {
  if (days <= 0) return 1;
  return Math.max(normalAbove((Math.log(days) - mean) / Math.sqrt(variance)), 1e-200);
}

function severityOf(
  { facts: { deficit } }: Prognosis,
  group: string,
  graded: number | undefined,
  { kneeExtensionLackDegrees: degrees }: ForecastFacts,
): number | undefined {
  const measured =
    degrees !== undefined && deficit.groups.includes(group)
      ? deficit.bands.findLast((band) => degrees >= band.fromDegrees)?.severity
      : undefined;
  // Two views of the same thing: their mean.
  if (graded !== undefined && measured !== undefined) return (graded + measured) / 2;
  return measured ?? graded;
}

/** Applies what is known of the runner; the same move for all returns, and the widest spread for all. */
function updated(
  { facts: rules }: Prognosis,
  group: string,
  facts: ForecastFacts,
  times: readonly LogNormal[],
): readonly LogNormal[] {
  let move = 0;
  let variance = Math.max(...times.map((time) => time.variance));
  const [running, training] = times.map((time) => time.mean);
  if (facts.daysToPainFreeWalking !== undefined && rules.painFreeWalking.groups.includes(group)) {
    const { lateAfterDays, shift } = rules.painFreeWalking;
    const walked = facts.daysToPainFreeWalking;
    if (typeof walked === 'number') move += walked > lateAfterDays ? shift : -shift;
    else if (walked.moreThan >= lateAfterDays) move += shift;
  }
  if (facts.daySeven === 'worse') move += rules.daySeven.shift;
  if (facts.daySeven === 'better') move -= rules.daySeven.shift;
  if (facts.age !== undefined && isOlderThanStudied(rules, group, facts.age)) {
    variance += rules.studiedUpToAge.widening ** 2;
  }
  const read = (days: number, mean: number | undefined, weight: number) => {
    move += weight * (Math.log(days) - ((mean ?? 0) + move));
    variance *= 1 - weight;
  };
  if (facts.ownPredictionDays !== undefined)
    read(facts.ownPredictionDays, running, rules.ownPrediction.weight);
  if (facts.stagesDone !== undefined && facts.daysSoFar) {
    read(facts.daysSoFar / Math.max(facts.stagesDone, LEAST_STAGES_DONE), training, rules.stage.weight);
  }
  return times.map(({ mean }) => ({ mean: mean + move, variance }));
}

function isOlderThanStudied(rules: Prognosis['facts'], group: string, age: number): boolean {
  return rules.studiedUpToAge.groups.includes(group) && age > rules.studiedUpToAge.value;
}

function notBackOf(
  prognosis: Prognosis,
  group: string,
  time: LogNormal | undefined,
  soFar: number,
  isAhead: boolean,
): Pick<Forecast, 'notBack'> {
  const counted = prognosis.rows.flatMap((row) => (row.group === group && row.notBack ? [row.notBack] : []));
  const of = counted.reduce((sum, one) => sum + one.of, 0);
  if (of === 0 || !time || !isAhead) return {};
  const never = counted.reduce((sum, one) => sum + one.people, 0) / of;
  // Whoever will never return is among those who have not returned yet, at any time.
  const left = shareLeft(time, soFar);
  return { notBack: { share: never / (never + (1 - never) * left), counted: of } };
}

function evidenceOf(pooled: Pooled, group: string): Forecast['evidence'] {
  const own = pooled.rows.filter((row) => row.group === group);
  const studies = new Set(own.map((row) => row.study)).size;
  const read = new Set(own.filter((row) => row.status === 'read').map((row) => row.study)).size;
  const people = own.reduce((sum, row) => sum + (row.people ?? 0), 0);
  const trained = new Set(own.filter((row) => row.level !== 'recreational').map((row) => row.study)).size;
  return { studies, read, people, thin: read < FEW_STUDIES, athletes: trained * 2 > studies };
}

function unusedOf({ facts: rules }: Prognosis, group: string, facts: ForecastFacts): Forecast['unused'] {
  const idle: readonly [keyof ForecastFacts, boolean][] = [
    ['age', facts.age !== undefined && !isOlderThanStudied(rules, group, facts.age)],
    ['kneeExtensionLackDegrees', !rules.deficit.groups.includes(group)],
    ['daysToPainFreeWalking', !rules.painFreeWalking.groups.includes(group)],
    ['stagesDone', !facts.daysSoFar],
    ['pastInjury', true],
  ];
  return idle.filter(([fact, isIdle]) => isIdle && facts[fact] !== undefined).map(([fact]) => fact);
}
