// Where an interview stands: which red flags have fired, and what comes next. Working that out is most of what a step costs, and many
// runners stand at the same place: everybody at the start, most after the first lists. So it is kept, by what was said and not by who
// said it: the same answers in whatever order mean the same (a law of src/assess). Kept in memory only, a bounded number, the ones not
// asked for longest thrown away first; nothing in it names a runner, and none of it is ever written anywhere.

import { type Standing, standing } from '../assess/index.ts';
import type { KnowledgeBase } from '../knowledge/index.ts';
import { keyOfAnswers } from './answer-codes.ts';
import type { AnswerSheet } from './answer-sheet.ts';
import { type Kept, keepNewest } from './keep-newest.ts';

/** About 300 bytes each. */
const MOST = 20_000;

const byAnswers = new WeakMap<KnowledgeBase, Kept<string, Standing>>();
/** One request asks several times; a sheet never changes. */
const bySheet = new WeakMap<
  AnswerSheet,
  { readonly knowledge: KnowledgeBase; readonly standing: Standing }
>();

/** Where the interview of a sheet stands. */
export function standingOf(knowledge: KnowledgeBase, sheet: AnswerSheet): Standing {
  const known = bySheet.get(sheet);
  if (known?.knowledge === knowledge) return known.standing;
  const kept = byAnswers.get(knowledge) ?? keepNewest(MOST);
  byAnswers.set(knowledge, kept);
  const key = `${sheet.tellsMore ? '+' : '-'}${keyOfAnswers(knowledge, sheet.answers)}`;
  const worked =
    kept.get(key) ?? standing(knowledge, sheet.answers, { afterEmergency: sheet.tellsMore === true });
  kept.set(key, worked);
  bySheet.set(sheet, { knowledge, standing: worked });
  return worked;
}
