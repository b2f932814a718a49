// What locks a plan and what lifts a lock: danger signs, urgent results, and a clinician's word.

import { evaluate, findingById, type KnowledgeBase } from '../knowledge/index.ts';
import { type Answers, isMoreUrgent, type LocalDate, mostUrgent } from '../vocabulary/index.ts';
import type { Setting } from './decision.ts';
import { dayAt } from './log.ts';
import {
  clearedSince,
  firstStanding,
  isEnough,
  type Lock,
  levelOf,
  locked,
  type Standing,
  stepBack,
} from './standing.ts';

export function startingPoint({ knowledge, route, runner, log }: Setting): Standing {
  const standing = firstStanding(log.start);
  // A word given before the plan began counts for what the plan asks from its first day.
  const since = { since: '', at: '', level: 'routine' as const };
  const youngest = knowledge.recovery.figures.youngestAge?.value ?? 0;
  if (runner.age < youngest) {
    return locked(standing, { ...since, rule: 'growing-bones', what: String(youngest) });
  }
  return route.gate
    ? locked(standing, { ...since, rule: 'clearance-needed', what: route.gate.because })
    : standing;
}

/** Lifts a lock that a later clearance covers, one step lower than before, where that stage is cleared at all. */
export function unlocked({ route, log }: Setting, standing: Standing, date: LocalDate): Standing {
  const { lock, ...free } = standing;
  if (!lock) return standing;
  const since = { date: lock.since, at: lock.at };
  const cleared = clearedSince(log, date, since);
  if (!cleared || (route.gate && !isEnough(cleared.covers, route.gate.covers))) return standing;
  const { restUntil: _rest, pauseUntil: _pause, ...rested } = free;
  let open: Standing = { ...stepBack(rested), reds: [], clock: date, lifted: since };
  const mayStay = () => {
    const needed = route.stages[levelOf(route, open).stage]?.stage.clearance;
    return !needed || isEnough(cleared.covers, needed);
  };
  while (open.level > 0 && !mayStay()) open = stepBack(open);
  return open;
}

/** A danger sign ticked, or a result that asks for care at once, on this date and not cleared since. */
export function alarmOn(setting: Setting, date: LocalDate): Lock | undefined {
  const { knowledge, answers, log } = setting;
  const day = dayAt(log, date);
  const locks: Lock[] = [];
  const yes = knowledge.recovery.screen.filter(({ finding }) => day.screen[finding] === 'yes');
  if (yes.length > 0) {
    const now: Answers = { ...answers, ...Object.fromEntries(yes.map(({ finding }) => [finding, 'yes'])) };
    const before = new Set(firedBy(knowledge, answers).map(({ id }) => id));
    const fired = firedBy(knowledge, now).filter(({ id }) => !before.has(id));
    locks.push({
      rule: 'red-flag',
      since: date,
      at: day.flaggedAt ?? '',
      level: mostUrgent([...yes, ...fired].map(({ level }) => level)),
      what: shortOf(setting, date, 'yes'),
    });
  }
  for (const result of log.urgent) {
    const about = result.date < log.start ? log.start : result.date;
    if (about !== date || !isMoreUrgent(result.level, 'within-days')) continue;
    locks.push({
      rule: 'urgent-result',
      since: result.date,
      at: result.recordedAt,
      level: result.level,
      what: result.because,
    });
  }
  return locks
    .filter(({ since, at }) => clearedSince(log, date, { date: since, at }) === undefined)
    .sort((a, b) => (a.level === b.level ? 0 : isMoreUrgent(a.level, b.level) ? -1 : 1))[0];
}

function firedBy({ redFlags }: KnowledgeBase, answers: Answers) {
  return redFlags.filter((flag) => evaluate(flag.when, answers) === 'true');
}

export function isUnsure({ knowledge, log }: Setting, date: LocalDate): boolean {
  const { screen } = dayAt(log, date);
  return knowledge.recovery.screen.some(({ finding }) => screen[finding] === 'unsure');
}

export function shortOf({ knowledge, log }: Setting, date: LocalDate, answer: 'yes' | 'unsure'): string {
  const { screen } = dayAt(log, date);
  return knowledge.recovery.screen
    .filter(({ finding }) => screen[finding] === answer)
    .map(({ finding }) => findingById(knowledge, finding)?.short ?? finding)
    .join(', ');
}
