// Compiled: what the studies of recovery found, in days and logarithms of days, and how they are read together.

import type { SourceKey } from '../vocabulary/index.ts';
import {
  type AuthoredForecast,
  type AuthoredStudy,
  DAY_SEVEN,
  ENDPOINTS,
  LEVELS_OF_SPORT,
  type ROW_STATUSES,
  type TISSUES,
} from './authored-prognosis.ts';
import type { Basis, Parameter } from './basis.ts';

export { DAY_SEVEN, ENDPOINTS, LEVELS_OF_SPORT };
export type Endpoint = (typeof ENDPOINTS)[number];
export type LevelOfSport = (typeof LEVELS_OF_SPORT)[number];
export type DaySeven = (typeof DAY_SEVEN)[number];
export type RowStatus = (typeof ROW_STATUSES)[number];
export type Tissue = (typeof TISSUES)[number];

/** One published group of people. */
export interface PrognosisRow {
  readonly id: string;
  readonly study: string;
  readonly name: string;
  readonly what: string;
  readonly who: string;
  readonly published: string;
  readonly level: LevelOfSport;
  readonly group?: string;
  readonly severity?: number;
  readonly endpoint?: Endpoint;
  readonly people?: number;
  /** Published median, else mean, in days. */
  readonly days?: number;
  readonly statistic?: 'median' | 'mean';
  /** Spread between people, standard deviation of ln days, where mean and SD or quartiles are published. */
  readonly sigma?: number;
  /** false: no time of return; scored, never learned from. */
  readonly learn: boolean;
  /** What makes this row unlike others of its group. */
  readonly differs?: string;
  readonly notBack?: { readonly of: number; readonly people: number };
  readonly hurtAgain?: { readonly percent: number; readonly within?: string };
  readonly status: RowStatus;
  readonly basis: Basis;
}

export interface Study {
  readonly id: string;
  readonly name: string;
  /** Shared by studies whose people or rules overlap. */
  readonly cohort?: string;
  readonly sources: readonly SourceKey[];
}

export interface CauseOutlook {
  readonly group: string;
  readonly severity: Readonly<Record<string, number>>;
  readonly onlyAfterClearance: boolean;
  readonly basis: Basis;
}

export type ForecastModel = Readonly<Record<keyof AuthoredForecast['model'], Parameter>>;

export interface Prognosis {
  readonly rows: readonly PrognosisRow[];
  readonly studies: readonly Study[];
  readonly groups: Readonly<
    Record<string, { readonly name: string; readonly tissue: Tissue; readonly basis: Basis }>
  >;
  /** By condition, or `condition/presentation` where that presentation heals unlike the rest. */
  readonly causes: Readonly<Record<string, CauseOutlook>>;
  readonly model: ForecastModel;
  readonly facts: AuthoredForecast['facts'];
}

export type AuthoredRow = AuthoredStudy['rows'][number];
