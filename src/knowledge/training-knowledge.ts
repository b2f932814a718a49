// Compiled: what is known about running load, and the plan of a runner without pain.

import type {
  BeliefVerdict,
  LoadMeasure,
  Support,
  TrainingFigure,
  TrainingRule,
} from './authored-training.ts';
import type { Basis, Parameter, SourcedText } from './basis.ts';
import type { ExerciseId } from './recovery-knowledge.ts';

export type { BeliefVerdict, LoadMeasure, Support, TrainingFigure, TrainingRule };

/** What a study found of runs this much longer than the longest of the window. */
export interface Band {
  readonly above: number;
  /** Open when undefined. */
  readonly upTo?: number;
  readonly hazardRatio: number;
  readonly low: number;
  readonly high: number;
  readonly basis: Basis;
}

export interface TrainingRuleText {
  readonly title: string;
  readonly means: readonly string[];
  readonly todo: readonly string[];
  readonly support: Support;
  readonly basis: Basis;
}

export interface MeasureText {
  readonly name: string;
  readonly window: string;
  readonly how: string;
  readonly basis: Basis;
}

export interface LoadBelief {
  readonly id: string;
  readonly belief: string;
  readonly verdict: BeliefVerdict;
  readonly says: readonly SourcedText[];
}

export interface PreventionDose {
  /** Week, from 1; holds until the next line. */
  readonly from: number;
  readonly timesAWeek: number;
  readonly sets: number;
  readonly reps?: number;
  readonly seconds?: number;
  readonly metres?: number;
  readonly basis: Basis;
}

export interface PreventionPart {
  readonly id: string;
  readonly name: string;
  readonly aim: string;
  readonly onlyIf?: string;
  readonly lines: readonly SourcedText[];
  readonly exercises: readonly {
    readonly exercise: ExerciseId;
    readonly weeks: readonly PreventionDose[];
  }[];
  readonly basis: Basis;
}

export interface TrainingKnowledge {
  readonly figures: Readonly<Record<TrainingFigure, Parameter>>;
  /** From the smallest on. */
  readonly bands: readonly Band[];
  readonly absolute: readonly SourcedText[];
  readonly limits: readonly SourcedText[];
  readonly rules: Readonly<Record<TrainingRule, TrainingRuleText>>;
  readonly measures: Readonly<Record<LoadMeasure, MeasureText>>;
  readonly beliefs: readonly LoadBelief[];
  readonly prevention: {
    readonly notFor: readonly string[];
    readonly parts: readonly PreventionPart[];
    readonly review: {
      readonly state: 'not yet reviewed' | 'reviewed';
      readonly by?: string;
      readonly on?: string;
    };
  };
}
