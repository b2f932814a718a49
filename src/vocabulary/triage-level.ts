// How urgent: five levels, most urgent first. The order of the list is the order of urgency.

export const TRIAGE_LEVELS = ['emergency', 'same-day', 'within-days', 'routine', 'self-care'] as const;

export type TriageLevel = (typeof TRIAGE_LEVELS)[number];

/** Tells whether a text names a triage level. */
export function isTriageLevel(text: string): text is TriageLevel {
  return (TRIAGE_LEVELS as readonly string[]).includes(text);
}

/** Compares two levels for sorting: negative when `a` is more urgent than `b`. */
export function compareUrgency(a: TriageLevel, b: TriageLevel): number {
  return TRIAGE_LEVELS.indexOf(a) - TRIAGE_LEVELS.indexOf(b);
}

/** Tells whether `a` is strictly more urgent than `b`. */
export function isMoreUrgent(a: TriageLevel, b: TriageLevel): boolean {
  return compareUrgency(a, b) < 0;
}

/** Returns the most urgent of the levels; `self-care` when there are none. */
export function mostUrgent(levels: Iterable<TriageLevel>): TriageLevel {
  let most: TriageLevel = 'self-care';
  for (const level of levels) if (isMoreUrgent(level, most)) most = level;
  return most;
}
