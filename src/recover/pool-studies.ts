// Reads all studies of recovery together: the centre (median, as ln days) that a further study of some injury, endpoint
// and level of sport would find, and how unsure that is.
//
// Method: a hierarchical (mixed) linear model of ln days with normal effects of tissue, group within the tissue, study
// and row, and common slopes for severity, endpoint and level of sport; solved exactly (best linear unbiased prediction,
// Henderson 1975). What has many rows speaks for itself, what has few is shrunk towards its tissue, what has none
// towards all. The spread between studies has heavy tails (Student's t, by the scale-mixture weights of Lange et al.
// 1989), so that one far-off study does not pull the rest.
// Why not one log-normal for each cause: most causes have one or two studies. Why not a meta-regression for each
// endpoint: almost no paper reports the first run. Why not sampling: nothing here needs it, and this gives the same
// figures everywhere.
// The width comes from the plain normal model with the same variance between studies: there, a row more never widens
// and a row less never narrows, whatever the rows say.
// Limits: studies of one cohort are taken as independent; slopes are the same for all tissues; the parameters are round
// estimates (knowledge/forecast.yaml), not fitted. Sources: the rows.

import type { Endpoint, LevelOfSport, Prognosis, PrognosisRow } from '../knowledge/index.ts';
import { dot, inverseOf, times } from '../probability/index.ts';

/** What is to be forecast. */
export interface Profile {
  readonly group: string;
  readonly endpoint: Endpoint;
  readonly level: LevelOfSport;
  /** 0–3; undefined: not known. */
  readonly severity?: number | undefined;
}

/** The centre of a further study, ln days. */
export interface Centre {
  readonly mean: number;
  readonly variance: number;
}

export interface Pooled {
  readonly centreOf: (profile: Profile) => Centre;
  /** What a step of severity, of endpoint and of level of sport adds to ln days. */
  readonly slopes: { readonly severity: number; readonly endpoint: number; readonly level: number };
  /** Rows that were learned from. */
  readonly rows: readonly PrognosisRow[];
}

/** Where everything starts before any row has spoken: about a month, give or take a factor of seven. It hardly matters. */
const START = Math.log(30);
const START_SPREAD = 2;
/** The weights settle long before: after ten rounds no median moves by a tenth of a percent. */
const ROUNDS = 15;
const ENDPOINT_STEP: Readonly<Record<Endpoint, number>> = { running: -1, training: 0, racing: 1 };
const LEVEL_STEP: Readonly<Record<LevelOfSport, number>> = {
  professional: -0.5,
  mixed: 0,
  recreational: 0.5,
};

type Learnable = PrognosisRow & Profile & { readonly days: number };

/** Learns from those of the rows that hold a time of return. */
export function poolStudies(prognosis: Prognosis, rows: readonly PrognosisRow[]): Pooled {
  const { levels, slopes, study, row: rowSpread, doubt, peopleUnstated, within, tails } = prognosis.model;
  const learned = rows.filter(isLearnable);
  const studies = [...new Set(learned.map((row) => row.study))];
  const axes = (one: Profile) => axesOf(one, prognosis.model.usualSeverity.value);
  const shared = (a: Profile, b: Profile): number => {
    let sum = START_SPREAD ** 2;
    if (tissueOf(prognosis, a) === tissueOf(prognosis, b)) sum += levels.value ** 2;
    if (a.group === b.group) sum += levels.value ** 2;
    return sum + slopes.value ** 2 * dot(axes(a), axes(b));
  };
  const own = learned.map(
    (row) =>
      rowSpread.value ** 2 +
      within.value ** 2 / (row.people ?? peopleUnstated.value) +
      (row.status === 'read' ? 0 : doubt.value ** 2),
  );
  const common = learned.map((a) => learned.map((b) => shared(a, b)));
  const precisionWith = (between: (study: string) => number) =>
    inverseOf(
      common.map((line, i) =>
        line.map((value, j) => {
          const same = learned[i]?.study === learned[j]?.study ? between(learned[i]?.study ?? '') : 0;
          return value + same + (i === j ? (own[i] ?? 0) : 0);
        }),
      ),
    );

  const found = learned.map((row) => lnMedianOf(row, within.value) - START);
  const between = study.value ** 2;
  const freedom = tails.value;
  let weights = new Map(studies.map((id) => [id, 1]));
  for (let round = 0; round < ROUNDS; round++) {
    const spread = (id: string) => between / (weights.get(id) ?? 1);
    const precision = precisionWith(spread);
    const pull = times(precision, found);
    weights = new Map(
      studies.map((id) => {
        const members = learned.flatMap((row, index) => (row.study === id ? [index] : []));
        const effect = spread(id) * members.reduce((sum, i) => sum + (pull[i] ?? 0), 0);
        const known = members.reduce(
          (sum, i) => sum + members.reduce((part, j) => part + (precision[i]?.[j] ?? 0), 0),
          0,
        );
        const variance = spread(id) - spread(id) ** 2 * known;
        return [id, (freedom + 1) / (freedom + (effect ** 2 + variance) / between)];
      }),
    );
  }
  const pull = times(
    precisionWith((id) => between / (weights.get(id) ?? 1)),
    found,
  );
  const widest = (between * freedom) / (freedom - 2);
  const plain = precisionWith(() => widest);
  const slopeOf = (axis: number) =>
    slopes.value ** 2 * learned.reduce((sum, row, i) => sum + (axes(row)[axis] ?? 0) * (pull[i] ?? 0), 0);
  return {
    rows: learned,
    slopes: { severity: slopeOf(0), endpoint: slopeOf(1), level: slopeOf(2) },
    centreOf: (profile) => {
      const link = learned.map((row) => shared(profile, row));
      const known = dot(link, times(plain, link));
      return {
        mean: START + dot(link, pull),
        variance: shared(profile, profile) - known + widest + rowSpread.value ** 2,
      };
    },
  };
}

function isLearnable(row: PrognosisRow): row is Learnable {
  return row.learn && row.days !== undefined && row.group !== undefined && row.endpoint !== undefined;
}

/** A published mean becomes the median of the log-normal with the row's own spread, or the common one. */
export function lnMedianOf(row: PrognosisRow & { readonly days: number }, within: number): number {
  return Math.log(row.days) - (row.statistic === 'mean' ? (row.sigma ?? within) ** 2 / 2 : 0);
}

function tissueOf(prognosis: Prognosis, { group }: Profile): string | undefined {
  return prognosis.groups[group]?.tissue;
}

function axesOf({ severity, endpoint, level }: Profile, usual: number): readonly number[] {
  return [(severity ?? usual) - usual, ENDPOINT_STEP[endpoint], LEVEL_STEP[level]];
}
