// The compiled knowledge of the way back: what a plan, an exercise and a rule of the day are once nothing has to be
// checked any more. `from` and `to` of a span are equal when the author gave one number.

import type { TriageLevel } from '../vocabulary/index.ts';
import type { Action } from './actions.ts';
import type { ExerciseFigure } from './authored-drawing.ts';
import type {
  AuthoredExercise,
  ClearanceKind,
  Colour,
  DayFigure,
  DayRule,
  Found,
  Goal,
} from './authored-recovery.ts';
import type { Basis, Forbids, Parameter, SourcedText } from './basis.ts';

export type MeasureId = string;
export type ExerciseId = string;

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** How much. Seconds, minutes and metres are of one repetition or set; `perWeek` is days a week. */
export interface Dose {
  readonly sets?: Span;
  readonly reps?: Span;
  readonly holdSeconds?: Span;
  readonly minutes?: Span;
  readonly metres?: Span;
  readonly effortPercent?: Span;
  readonly load?: string;
  readonly tempo?: string;
  readonly perDay?: Span;
  readonly perWeek?: number;
  readonly basis: Basis;
}

export interface ExerciseLink {
  readonly text: string;
  readonly exercise?: ExerciseId;
}

interface Reviewed {
  readonly review: AuthoredExercise['review'];
}

export interface Exercise extends Reviewed {
  readonly id: ExerciseId;
  readonly name: string;
  readonly clinicalName: string;
  readonly kind: AuthoredExercise['kind'];
  readonly actions: readonly Action[];
  /** Allowed for every cause unless its action is forbidden. */
  readonly gentle: boolean;
  readonly muscles: readonly string[];
  readonly kit: readonly string[];
  readonly sides: AuthoredExercise['sides'];
  readonly start: string;
  readonly end: string;
  readonly steps: readonly string[];
  readonly figure: ExerciseFigure;
  readonly dose: Dose;
  readonly easier: ExerciseLink;
  readonly harder: ExerciseLink;
  readonly stop: readonly string[];
  readonly tip?: string;
  readonly basis: Basis;
}

export interface LadderStep {
  readonly text: string;
  readonly runMinutes: number;
  /** Runs with walks in between, for a timer; all in minutes. */
  readonly intervals?: {
    readonly walkFirst?: number;
    readonly times: number;
    readonly run: number;
    readonly walk?: number;
  };
  readonly percent?: number;
}

export interface Ladder extends Reviewed {
  readonly id: string;
  readonly name: string;
  readonly kind: 'run-walk' | 'speed';
  readonly exercise: ExerciseId;
  readonly actions: readonly Action[];
  readonly everyDays: Parameter;
  readonly perWeek: Parameter;
  readonly goodSessions: Parameter;
  readonly steps: readonly LadderStep[];
  readonly rules: readonly string[];
  readonly basis: Basis;
}

/** A measure compared with a number. */
export interface Comparison {
  readonly measure: MeasureId;
  readonly bound: 'atMost' | 'atLeast';
  readonly value: number;
}

export interface Criterion extends Comparison {
  readonly id: string;
  readonly says: string;
  readonly basis: Basis;
}

export interface Limit extends Comparison {
  readonly id: string;
  readonly colour: Colour;
  readonly because: string;
  /** Stages in which it holds; all of them when undefined. */
  readonly stages?: readonly string[];
  readonly basis: Basis;
}

export interface LeftOut {
  readonly exercise: ExerciseId;
  readonly because: string;
  readonly basis: Basis;
}

export interface ClearanceGate {
  readonly covers: ClearanceKind;
  readonly because: string;
  readonly basis: Basis;
}

export interface Stage {
  readonly id: string;
  readonly name: string;
  readonly aim: string;
  readonly clearance?: ClearanceKind;
  /** Goals for which it is needed; every goal when undefined. */
  readonly onlyFor?: readonly Goal[];
  /** What must hold to come in, beside `leave` of the stage before. */
  readonly enter: readonly Criterion[];
  readonly leave: readonly Criterion[];
  readonly needs: readonly MeasureId[];
  readonly atLeastDays: Parameter;
  readonly atMostDays: Parameter;
  readonly exercises: readonly { readonly exercise: ExerciseId; readonly dose: Dose }[];
  readonly running: {
    readonly kind: 'none' | 'ladder' | 'usual';
    readonly ladder?: string;
    readonly text: string;
    readonly basis: Basis;
  };
  readonly cross: readonly { readonly text: string; readonly action: Action; readonly basis: Basis }[];
  readonly daily: readonly SourcedText[];
  readonly avoid: readonly SourcedText[];
  readonly keep: boolean;
}

export interface Variant {
  readonly id: string;
  readonly name: string;
  readonly presentations: readonly string[];
  readonly clearance?: ClearanceGate;
  readonly atLeastDays: Readonly<Record<string, Parameter>>;
  readonly atMostDays: Readonly<Record<string, Parameter>>;
  /** By stage, the step of its ladder to begin with, from 1. */
  readonly firstStep: Readonly<Record<string, Parameter>>;
  readonly leaveOut: readonly LeftOut[];
  readonly basis: Basis;
}

export interface Plan extends Reviewed {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  readonly conditions: readonly string[];
  readonly clearance?: ClearanceGate;
  readonly needs: readonly MeasureId[];
  readonly forbids: readonly Forbids[];
  /** While merely possible, it leaves other plans as they are, but for `leaveOut` and `forbids`. */
  readonly forgiving: boolean;
  /** May begin without an interview, for a runner who knows the name. */
  readonly byName: boolean;
  readonly leaveOut: readonly LeftOut[];
  readonly limits: readonly Limit[];
  /** By grade or type, mildest first. */
  readonly variants: readonly Variant[];
  readonly stages: readonly Stage[];
  readonly basis: Basis;
}

export interface CheckInMeasure {
  readonly id: MeasureId;
  readonly kind: 'daily' | 'test' | 'derived';
  readonly label: string;
  readonly question?: string;
  readonly min: number;
  readonly max: number;
  readonly worse: 'higher' | 'lower';
  /** Days for which a value counts after the day it is about. */
  readonly keepsDays: number;
  /** Asked in every check-in. */
  readonly always?: boolean;
  /** About the exercises or the run of the day. */
  readonly ofSession?: boolean;
  readonly answers?: { readonly finding: string; readonly zero: string; readonly more: string };
}

export interface ScreenItem {
  readonly finding: string;
  readonly level: Extract<TriageLevel, 'emergency' | 'same-day' | 'within-days'>;
  readonly basis: Basis;
}

export interface Kit {
  readonly id: string;
  readonly name: string;
  readonly found: Found;
  readonly substitute?: string;
  readonly basis: Basis;
}

/** What an advice of the care now needs. */
export interface CareKit extends Kit {
  readonly action: Action;
}

export interface ClearanceMeaning {
  readonly id: ClearanceKind;
  readonly says: string;
  readonly lifts: readonly Action[];
  readonly basis: Basis;
}

export interface RecoveryKnowledge {
  readonly exercises: readonly Exercise[];
  readonly ladders: readonly Ladder[];
  readonly plans: readonly Plan[];
  readonly measures: readonly CheckInMeasure[];
  readonly needs: readonly MeasureId[];
  readonly screen: readonly ScreenItem[];
  readonly ageing?: {
    readonly finding: string;
    readonly steps: readonly {
      readonly state: string;
      readonly becomes: string;
      readonly afterDays: number;
    }[];
    readonly basis: Basis;
  };
  readonly limits: readonly Limit[];
  readonly rules: Readonly<Partial<Record<DayRule, SourcedText>>>;
  readonly figures: Readonly<Partial<Record<DayFigure, Parameter>>>;
  readonly stopRules: readonly { readonly id: string; readonly text: string; readonly basis: Basis }[];
  readonly kit: readonly Kit[];
  readonly careKit: readonly CareKit[];
  readonly clearances: readonly ClearanceMeaning[];
  readonly early?: SourcedText;
  readonly older?: SourcedText;
}

/** A medical wing without plans. */
export const NO_RECOVERY: RecoveryKnowledge = {
  exercises: [],
  ladders: [],
  plans: [],
  measures: [],
  needs: [],
  screen: [],
  limits: [],
  rules: {},
  figures: {},
  stopRules: [],
  kit: [],
  careKit: [],
  clearances: [],
};

/** Finds an exercise by id. */
export function exerciseById({ exercises }: RecoveryKnowledge, id: ExerciseId): Exercise | undefined {
  return exercises.find((exercise) => exercise.id === id);
}
