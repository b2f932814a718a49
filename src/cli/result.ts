// What a result shows: which causes in full, which in one line, for which country.

import { type Assessment, assess, type Candidate, type Reasons, reasonsFor } from '../assess/index.ts';
import type { KnowledgeBase, Place } from '../knowledge/index.ts';
import { type Answers, isMoreUrgent } from '../vocabulary/index.ts';

export interface Outcome {
  readonly knowledge: KnowledgeBase;
  readonly place: Place;
  readonly assessment: Assessment;
  /** The causes shown in full, most probable first. */
  readonly leading: readonly Candidate[];
  /** Less probable causes that must not be missed. */
  readonly important: readonly Candidate[];
  /** Reasons for `leading`, in the same order. */
  readonly reasons: Reasons;
}

/** At most this many causes are shown in full, and none below this probability (but always the first). */
const MOST_LEADING = 4;
const LEAST_LEADING = 0.05;
/** Urgent causes below that are named in one line from this probability on. */
const LEAST_IMPORTANT = 0.005;

export function outcomeOf(knowledge: KnowledgeBase, answers: Answers, place: Place): Outcome {
  const assessment = assess(knowledge, answers);
  const leading = assessment.differential.filter(
    ({ probability }, index) => index === 0 || (index < MOST_LEADING && probability >= LEAST_LEADING),
  );
  const important = assessment.differential.filter(
    (candidate) =>
      !leading.includes(candidate) &&
      candidate.probability >= LEAST_IMPORTANT &&
      canBeUrgent(knowledge, candidate),
  );
  const reasons = reasonsFor(
    knowledge,
    answers,
    leading.map(({ condition }) => condition),
  );
  return { knowledge, place, assessment, leading, important, reasons };
}

function canBeUrgent(knowledge: KnowledgeBase, { condition }: Candidate): boolean {
  const index = knowledge.conditions.indexOf(condition);
  return knowledge.presentations.some(
    (one) => one.condition === index && isMoreUrgent(one.triage, 'routine'),
  );
}

/** Finds the place for a country code in any case; undefined when the knowledge has none. */
export function placeFor(knowledge: KnowledgeBase, country: string): Place | undefined {
  return knowledge.places.find(({ id }) => id.toLowerCase() === country.toLowerCase());
}

/** The emergency number as it is shown: `911 (Canada)`. */
export function emergencyNumber({ id, emergency, name }: Place): string {
  return id === 'other' ? `${emergency} (or the emergency number where you are)` : `${emergency} (${name})`;
}

/** What everybody must know about a result, whatever it says. */
export function noticesOf({ conditions }: KnowledgeBase): readonly string[] {
  const reviewed = conditions.filter(({ review }) => review.state === 'reviewed').length;
  return [
    'This is a research and education build, not a released medical device.',
    reviewed === 0
      ? 'No clinician has reviewed it.'
      : `A clinician has reviewed ${reviewed} of its ${conditions.length} causes, and nothing else of it.`,
    'It cannot examine anyone. If you are worried, get help whatever it says.',
    'Your answers were not stored.',
  ];
}

/** Whole people of a hundred, the one denominator that is used everywhere. */
export function peopleOfHundred(probability: number): string {
  if (probability < 0.01) return 'fewer than 1';
  if (probability > 0.99) return 'more than 99';
  return `about ${Math.round(probability * 100)}`;
}

/** Texts without those that stand there twice, in the order given. */
export function once<Item extends { readonly text: string }>(items: readonly Item[]): readonly Item[] {
  return items.filter((item, index) => items.findIndex((other) => other.text === item.text) === index);
}
