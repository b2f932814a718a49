// Where an interview stands: which red flags have fired, and what comes next. Working that out is most of what a step costs, and many
// runners stand at the same place: everybody at the start, most after the first lists. So it is kept, by what was said and not by who
// said it: the same answers in whatever order mean the same (a law of src/assess). Kept in memory only, a bounded number, the ones not
// asked for longest thrown away first; nothing in it names a runner, and none of it is ever written anywhere.

import { type Assessment, assess, type NextStep } from '../assess/index.ts';
import type { KnowledgeBase, RedFlag } from '../knowledge/index.ts';
import { type Answers, type TriageLevel, UNSURE } from '../vocabulary/index.ts';
import type { AnswerSheet } from './answer-sheet.ts';
import { type Kept, keepNewest } from './keep-newest.ts';

export interface Standing {
  readonly floor: TriageLevel;
  readonly fired: readonly RedFlag[];
  readonly next: NextStep;
}

/** About 300 bytes each. */
const MOST = 20_000;

interface Known {
  readonly kept: Kept<string, Standing>;
  /** By finding its place in a key, and the character of each of its states. */
  readonly places: ReadonlyMap<string, Place>;
}

interface Place {
  readonly index: number;
  readonly codes: ReadonlyMap<string, number>;
}

const known = new WeakMap<KnowledgeBase, Known>();

/** Where the interview of a sheet stands. */
export function standingOf(knowledge: KnowledgeBase, sheet: AnswerSheet): Standing {
  const { kept, places } = knownOf(knowledge);
  const key = `${sheet.tellsMore === true ? '+' : '-'}${keyOf(places, sheet.answers)}`;
  const standing = kept.get(key);
  if (standing) return standing;
  const assessment = assess(knowledge, sheet.answers, { afterEmergency: sheet.tellsMore === true });
  const worked = standingIn(assessment);
  kept.set(key, worked);
  return worked;
}

function standingIn({ triage: { floor, fired }, next }: Assessment): Standing {
  return { floor, fired, next };
}

function knownOf(knowledge: KnowledgeBase): Known {
  const before = known.get(knowledge);
  if (before) return before;
  const places = new Map(
    knowledge.findings.map(({ id, states }, index): [string, Place] => {
      const codes = [UNSURE, ...states.map((state) => state.id)].map((state, at) => [state, at + 1] as const);
      return [id, { index, codes: new Map(codes) }];
    }),
  );
  const made = { kept: keepNewest<string, Standing>(MOST), places };
  known.set(knowledge, made);
  return made;
}

/** One character for each finding: what was said about it, or that it was not asked. */
function keyOf(places: Known['places'], answers: Answers): string {
  const codes = new Array<number>(places.size).fill(0);
  for (const [id, answer] of Object.entries(answers)) {
    const place = places.get(id);
    if (place) codes[place.index] = place.codes.get(answer) ?? 0;
  }
  return String.fromCharCode(...codes);
}
