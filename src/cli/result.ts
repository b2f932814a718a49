// What a result says besides its causes: whom to call, and what everybody must know.

import type { Outcome } from '../assess/index.ts';
import type { KnowledgeBase, Place } from '../knowledge/index.ts';

export interface ShownOutcome extends Outcome {
  readonly place: Place;
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

/** Texts without those that stand there twice, in the order given. */
export function once<Item extends { readonly text: string }>(items: readonly Item[]): readonly Item[] {
  return items.filter((item, index) => items.findIndex((other) => other.text === item.text) === index);
}
