// Whether today is a day to move on: the good sessions must be complete, and everything else must hold this very morning.

import type { DayRule, KnowledgeBase } from '../knowledge/index.ts';
import { addDays, daysBetween, type LocalDate } from '../vocabulary/index.ts';
import type { Setting } from './decision.ts';
import { isScreenClear } from './judge.ts';
import { dayAt, latestValue, morningRise, weekRise } from './log.ts';
import { clearedSince, isEnough, levelOf, type Standing } from './standing.ts';
import { recoverEnglish } from './words/en.ts';

/** Whether to move on, or the rule that says not yet. */
export function nextMove(
  setting: Setting,
  standing: Standing,
  date: LocalDate,
  counted: boolean,
): { readonly rule: DayRule; readonly what?: string } {
  const { knowledge, route, log, words = recoverEnglish } = setting;
  const { recovery } = knowledge;
  const level = levelOf(route, standing);
  const here = route.stages[level.stage];
  const day = dayAt(log, date);
  if (!here || here.stage.keep) return { rule: day.checkedIn ? 'keep' : 'no-check-in' };
  if (standing.good < level.need) {
    if (counted) return { rule: 'one-more-good', what: String(level.need - standing.good) };
    return { rule: day.checkedIn ? 'carry-on' : 'no-check-in' };
  }
  // From here on the good sessions are complete; the rest must hold today.
  if (!day.checkedIn) return { rule: 'no-check-in' };
  const [before = 0, last = 0] = standing.during;
  if (standing.during.length === 2 && last > before) return { rule: 'pain-rising' };
  if (day.values.painkillers === 1) return { rule: 'masked' };
  if (day.values.painMorning === undefined) return { rule: 'morning-missing' };
  if (day.values.painkillers === undefined)
    return { rule: 'measure-missing', what: labelOf(knowledge, 'painkillers') };
  if (!isScreenClear(recovery, day)) return { rule: 'screen-missing' };
  const rise = morningRise(log, addDays(date, -1), recovery.figures.usualDays?.value ?? 7);
  if (rise === undefined || rise > 0) return { rule: 'not-calm', what: labelOf(knowledge, 'morningRise') };
  if ((weekRise(log, date) ?? 0) >= (recovery.figures.weekRise?.value ?? 1)) return { rule: 'week-rise' };
  const next = route.levels[standing.level + 1];
  const there = next && route.stages[next.stage];
  if (!there || next.stage === level.stage) return { rule: 'advance' };
  const earliest = standing.reached[level.stage] ?? date;
  if (daysBetween(earliest, date) < here.atLeastDays) {
    return { rule: 'too-early', what: words.dayOfStage(here.atLeastDays) };
  }
  // What was measured before a setback says nothing about the leg after it.
  const setback = standing.reds.at(-1);
  const unmet = [...here.stage.leave, ...there.stage.enter].filter((criterion) => {
    const value = latestValue(recovery, log, criterion.measure, date, setback);
    if (value === undefined) return true;
    return criterion.bound === 'atMost' ? value > criterion.value : value < criterion.value;
  });
  if (unmet.length > 0) return { rule: 'criterion-unmet', what: unmet.map(({ says }) => says).join(' ') };
  const needed = there.stage.clearance;
  if (needed && !isEnough(clearedSince(log, date, standing.lifted)?.covers, needed)) {
    const says = recovery.clearances.find(({ id }) => id === needed)?.says ?? needed;
    return { rule: 'clearance-needed', what: words.wordNeeded(says) };
  }
  return { rule: 'advance' };
}

function labelOf({ recovery }: KnowledgeBase, id: string): string {
  return recovery.measures.find((one) => one.id === id)?.label ?? id;
}
