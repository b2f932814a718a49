// What the log of a plan tells a forecast: how long it has lasted, how far it has come, when walking was free again.

import { daysBetween, type LocalDate } from '../vocabulary/index.ts';
import type { ForecastFacts } from './forecast-facts.ts';
import { dayAt, type Log } from './log.ts';
import type { Route } from './route.ts';
import type { Runner } from './runner.ts';
import { levelOf, type Standing } from './standing.ts';

/** Minutes of comfortable walking that count as walking free of pain, where they were asked. Estimate. */
const FREE_WALK_MINUTES = 30;
/** The knee-extension deficit says something when measured in the first days; Malliaropoulos 2010 measured at 48 hours. */
const DEFICIT_UP_TO_DAY = 5;

/** The facts, from the day it began; the first day of the plan stands in where that is not known. */
export function factsOfLog(
  route: Route,
  standing: Standing,
  runner: Runner,
  log: Log,
  today: LocalDate,
): ForecastFacts {
  const onset = runner.onset ?? log.start;
  const dates = Object.keys(log.days)
    .filter((date) => date <= today && dayAt(log, date).checkedIn)
    .sort();
  const stages = route.stages.filter(({ stage }) => !stage.keep).length;
  const done = Math.min(stages, levelOf(route, standing).stage);
  const daysSoFar = Math.max(0, daysBetween(onset, today));
  const walked = dates.find((date) => isWalkingFree(log, date));
  const lack = dates
    .filter((date) => daysBetween(onset, date) <= DEFICIT_UP_TO_DAY)
    .map((date) => dayAt(log, date).values.kneeStraightLack)
    .find((value) => value !== undefined);
  const presentation = route.variant?.presentations[0];
  const isBack = done === stages;
  return {
    age: runner.age,
    ...(presentation === undefined ? {} : { presentation }),
    ...(daysSoFar > 0 ? { daysSoFar } : {}),
    ...(daysSoFar > 0 && done > 0 && !isBack ? { stagesDone: done / stages } : {}),
    ...(isBack ? { reached: 'training' as const } : {}),
    ...(dates.length === 0
      ? {}
      : walked === undefined
        ? { daysToPainFreeWalking: { moreThan: daysSoFar } }
        : walked === dates[0]
          ? {}
          : { daysToPainFreeWalking: daysBetween(onset, walked) }),
    ...(lack === undefined ? {} : { kneeExtensionLackDegrees: lack }),
    ...(runner.ownPredictionDays === undefined ? {} : { ownPredictionDays: runner.ownPredictionDays }),
  };
}

/** Whether a check-in says that walking does not hurt: no limp, and the walk long enough or no pain at all. */
function isWalkingFree(log: Log, date: LocalDate): boolean {
  const { limp, walkMinutes, painRest, painWorst } = dayAt(log, date).values;
  if (limp !== 0) return false;
  return walkMinutes === undefined
    ? painRest === 0 && (painWorst ?? 10) <= 1
    : walkMinutes >= FREE_WALK_MINUTES;
}
