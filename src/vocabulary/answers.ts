// What a runner said. Three things are kept apart and none of them means "no":
// a state they chose, `unsure` (asked, could not say), and no entry at all (not asked).

export type FindingId = string;
export type StateId = string;
export type ConditionId = string;
export type SourceKey = string;

export const UNSURE = 'unsure';

/** A state id of the finding, or `unsure`. */
export type Answer = StateId;

/** Answers by finding id. A finding without an entry has not been asked. */
export type Answers = Readonly<Record<FindingId, Answer>>;

/** Tells whether the finding has been asked, whatever the answer. */
export function isAsked(answers: Answers, finding: FindingId): boolean {
  return Object.hasOwn(answers, finding);
}

/** Returns the state the runner chose, or undefined when unsure or not asked. */
export function knownState(answers: Answers, finding: FindingId): StateId | undefined {
  if (!Object.hasOwn(answers, finding)) return undefined;
  const answer = answers[finding];
  return answer === UNSURE ? undefined : answer;
}
