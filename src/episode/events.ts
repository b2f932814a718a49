// What has happened, in the past tense. Events are appended, never changed: a correction is an event of its own. Each says
// what it is about (a local date, in the runner's zone) and when it was recorded, which may be much later.

import type { ClearanceKind } from '../knowledge/index.ts';
import type { PossibleCause, Runner, ScreenAnswer } from '../recover/index.ts';
import type { Answers, ConditionId, FindingId, LocalDate, Spots, TriageLevel } from '../vocabulary/index.ts';

export interface Envelope {
  /** Unique in the episode; an event that arrives twice counts once. */
  readonly id: string;
  /** The local date it is about. */
  readonly about: LocalDate;
  /** IANA time zone in which that date was meant, e.g. `Europe/Berlin`. */
  readonly zone: string;
  /** The instant of recording: ISO 8601, UTC, `2026-03-01T07:30:00Z`. */
  readonly recordedAt: string;
}

export interface CheckIn {
  /** By measure; yes is 1, no is 0. */
  readonly values: Readonly<Record<string, number>>;
  /** Danger signs, by finding. */
  readonly screen: Readonly<Record<FindingId, ScreenAnswer>>;
  readonly exercised?: boolean;
  readonly ran?: boolean;
}

export type Happening =
  | { readonly type: 'answers-given'; readonly answers: Answers; readonly spots?: Spots }
  | {
      readonly type: 'result-taken';
      readonly level: TriageLevel;
      readonly because: string;
      readonly possible: readonly PossibleCause[];
      readonly knowledge: { readonly version: string; readonly hash: string };
    }
  | { readonly type: 'diagnosis-entered'; readonly condition: ConditionId; readonly presentation?: string }
  | { readonly type: 'cause-named'; readonly condition: ConditionId }
  | { readonly type: 'plan-started'; readonly runner: Runner }
  | { readonly type: 'checked-in'; readonly checkIn: CheckIn }
  | { readonly type: 'check-in-corrected'; readonly corrects: string; readonly checkIn: CheckIn }
  | {
      readonly type: 'session-done';
      readonly sessionId: string;
      readonly exercised: boolean;
      readonly ran: boolean;
    }
  | { readonly type: 'clearance-given'; readonly covers: ClearanceKind }
  | { readonly type: 'red-flag-reported'; readonly screen: Readonly<Record<FindingId, ScreenAnswer>> }
  | { readonly type: 'closed'; readonly because: string };

export type EpisodeEvent = Envelope & Happening;
export type EventType = Happening['type'];

export const EVENT_TYPES: readonly EventType[] = [
  'answers-given',
  'result-taken',
  'diagnosis-entered',
  'cause-named',
  'plan-started',
  'checked-in',
  'check-in-corrected',
  'session-done',
  'clearance-given',
  'red-flag-reported',
  'closed',
];

export type EpisodeId = string;

/** Ports: where events are kept. Appending an event that is there already changes nothing. */
export type AppendEvents = (episode: EpisodeId, events: readonly EpisodeEvent[]) => Promise<void>;
export type ReadEvents = (episode: EpisodeId) => Promise<readonly EpisodeEvent[]>;

/** One order for events, whatever the order of arrival: by time of recording, then by id. */
export function inOrder(events: readonly EpisodeEvent[]): readonly EpisodeEvent[] {
  const byId = new Map<string, EpisodeEvent>();
  for (const event of events) {
    const known = byId.get(event.id);
    // Two different events with one id are a fault of whoever numbered them; which one counts must not hang on arrival.
    if (!known || JSON.stringify(event) < JSON.stringify(known)) byId.set(event.id, event);
  }
  return [...byId.values()].sort((a, b) =>
    a.recordedAt === b.recordedAt ? (a.id < b.id ? -1 : 1) : a.recordedAt < b.recordedAt ? -1 : 1,
  );
}
