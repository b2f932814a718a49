// Where an interview stands: which red flags have fired, and what comes next. Working that out is most of what a step costs, and many
// runners stand at the same place: everybody at the start, most after the first lists. So it is kept, by what was said and not by who
// said it: the same answers in whatever order mean the same (a law of src/assess). Kept in memory only, a bounded number, the ones not
// asked for longest thrown away first; nothing in it names a runner, and none of it is ever written anywhere.

import { type Assessment, assess, type NextStep } from '../assess/index.ts';
import type { KnowledgeBase, RedFlag } from '../knowledge/index.ts';
import type { TriageLevel } from '../vocabulary/index.ts';
import { keyOfAnswers } from './answer-codes.ts';
import type { AnswerSheet } from './answer-sheet.ts';
import { type Kept, keepNewest } from './keep-newest.ts';

export interface Standing {
  readonly floor: TriageLevel;
  readonly fired: readonly RedFlag[];
  readonly next: NextStep;
}

/** About 300 bytes each. */
const MOST = 20_000;

const known = new WeakMap<KnowledgeBase, Kept<string, Standing>>();

/** Where the interview of a sheet stands. */
export function standingOf(knowledge: KnowledgeBase, sheet: AnswerSheet): Standing {
  const kept = known.get(knowledge) ?? keepNewest(MOST);
  known.set(knowledge, kept);
  const afterEmergency = sheet.tellsMore === true;
  const key = `${afterEmergency ? '+' : '-'}${keyOfAnswers(knowledge, sheet.answers)}`;
  const standing = kept.get(key) ?? standingIn(assess(knowledge, sheet.answers, { afterEmergency }));
  kept.set(key, standing);
  return standing;
}

function standingIn({ triage: { floor, fired }, next }: Assessment): Standing {
  return { floor, fired, next };
}
