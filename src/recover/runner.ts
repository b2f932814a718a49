// Who the plan is for, and what is believed about the cause.

import type { Goal } from '../knowledge/index.ts';
import type {
  Answers,
  ConditionId,
  FindingId,
  LocalDate,
  StateId,
  TriageLevel,
} from '../vocabulary/index.ts';

export interface Runner {
  /** Days a week for sessions, 1 to 7. What is daily and short is offered every day. */
  readonly daysAWeek: number;
  /** The days themselves, 1 (Monday) to 7; spread over the week when undefined. */
  readonly weekdays?: readonly number[];
  /** Ids of kit at hand; undefined when not asked: then the household will do. */
  readonly kit?: readonly string[];
  /** Minutes of the usual and of the longest run in the month before it began. */
  readonly usualRunMinutes: number;
  readonly longestRunMinutes: number;
  readonly goal: { readonly kind: Goal; readonly kilometres?: number; readonly date?: LocalDate };
  readonly side: 'left' | 'right' | 'both';
  readonly age: number;
  /** Three activities of one's own, scored in the check-ins. */
  readonly activities?: readonly string[];
  /** The day it began. */
  readonly onset?: LocalDate;
  /** Days from the onset to easy running, as the runner expects. */
  readonly ownPredictionDays?: number;
}

/** A cause that is not ruled out. */
export interface PossibleCause {
  readonly condition: ConditionId;
  /** 0 to 1. */
  readonly probability: number;
  /** Presentations by id without the condition, with their probability given the condition. */
  readonly presentations: Readonly<Record<string, number>>;
}

/** What would open what is withheld because of a cause. */
export interface Opener {
  readonly condition: ConditionId;
  readonly finding: FindingId;
  /** The answer that would do. */
  readonly state: StateId;
}

/** What is believed about the cause when the plan is made. */
export interface Belief {
  readonly level: TriageLevel;
  readonly answers: Answers;
  /** The date the answers are about; undefined without answers. */
  readonly answeredOn?: LocalDate;
  /** The instant they were recorded, ISO 8601 in UTC: only a clearance after it is about them. */
  readonly answeredAt?: string;
  /** Every cause at or above the model's `stillPossible`, most probable first. */
  readonly possible: readonly PossibleCause[];
  /** A clinician's diagnosis, entered by hand; then it is the only possible cause. */
  readonly diagnosed: boolean;
  /** Where known: which answers could rule the blocking causes out. */
  readonly openers: readonly Opener[];
}
