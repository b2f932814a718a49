// What every number, advice and rule of the compiled knowledge carries: where it comes from.

import type { Certainty, SourceKey } from '../vocabulary/index.ts';
import type { Action } from './authored.ts';
import type { Formula } from './formula.ts';

/** Where a number or an advice comes from. */
export interface Basis {
  readonly sources: readonly SourceKey[];
  readonly certainty: Certainty;
  readonly note?: string;
}

export interface Parameter {
  readonly value: number;
  readonly basis: Basis;
}

export interface Forbids {
  readonly action: Action;
  readonly because: string;
  readonly when?: Formula;
  readonly basis: Basis;
}

export interface SourcedText {
  readonly text: string;
  readonly basis: Basis;
}
