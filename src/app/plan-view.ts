// From the answers in the cookie to the plan as it begins. Nothing is stored, so it is made anew each time, and only once
// the interview is over: an answer not given yet could be a danger sign.

import { openersFor, possibleNow, urgencyNow } from '../episode/index.ts';
import type { NoPlanPage, OpenPlanPage } from '../pages/index.ts';
import {
  forecaster,
  forecastSentences,
  type PlanView,
  planFor,
  type Runner,
  refusalSentence,
  sessionsFor,
} from '../recover/index.ts';
import { type Answers, addDays, dateInZone } from '../vocabulary/index.ts';
import { type AnswerSheet, soreSide } from './answer-sheet.ts';
import type { SpokenOptions } from './options.ts';
import { obstacleTo } from './plan-obstacle.ts';
import { opensSentence } from './recover/views.ts';

/** What nobody has asked yet; the page says so. Both sides: a dose for each, where the sore one was not told. */
const DEFAULTS: Omit<Runner, 'age'> = {
  daysAWeek: 3,
  usualRunMinutes: 30,
  longestRunMinutes: 45,
  goal: { kind: 'easy-run' },
  side: 'both',
};

export function planView(options: SpokenOptions, sheet: AnswerSheet): NoPlanPage | OpenPlanPage {
  const { knowledge, stylesheets, words } = options;
  const { answers } = sheet;
  const says = words.planOfResult;
  const frame = { words, stylesheets };
  const obstacle = obstacleTo(options, answers);
  const age = ageFrom(answers);
  if (obstacle) return { ...obstacle, ...frame };
  if (age === undefined) return { kind: 'none', because: says.ageMissing, instead: [says.giveAge], ...frame };
  const today = dateInZone(options.now(), 'UTC');
  const { level } = urgencyNow(knowledge, answers);
  const possible = possibleNow(knowledge, answers);
  const belief = {
    level,
    answers,
    answeredOn: today,
    possible,
    diagnosed: false,
    openers: openersFor(knowledge, answers, possible),
  };
  const log = { start: today, days: {}, clearances: [], urgent: [] };
  const side = soreSide(knowledge, sheet);
  const runner = { ...DEFAULTS, ...(side ? { side } : {}), age };
  const plan = planFor(knowledge, belief, runner, log, today, words.ofRecover);
  if (plan.kind === 'none')
    return { kind: 'none', because: plan.because, instead: [says.seeResult], ...frame };
  if (plan.kind === 'locked') {
    return {
      kind: 'locked',
      because: plan.because,
      instead: [says.askWhoTreats],
      ...frame,
    };
  }
  return {
    kind: 'open',
    plan,
    week: sessionsFor(plan, today, addDays(today, 6), words.ofRecover),
    opens: plan.withheld.map((one) => opensSentence(knowledge, one, words)),
    forecast: forecastLines(options, plan, answers, possible[0]?.condition),
    assumed: says.assumptions(age, side !== undefined),
    knowledge,
    ...frame,
  };
}

/** The lowest age of the chosen band; undefined where it was not told. */
export function ageFrom(answers: Answers): number | undefined {
  const years = /^\d+/.exec(String(answers.age ?? ''))?.[0];
  return years === undefined ? undefined : Number(years);
}

/** For the most likely cause, and says so; the highest age of the band, since more years make the range wider. */
function forecastLines(
  { knowledge, words }: SpokenOptions,
  plan: Extract<PlanView, { kind: 'open' }>,
  answers: Answers,
  cause: string | undefined,
): readonly string[] {
  const condition = knowledge.conditions.find(({ id }) => id === cause);
  if (!knowledge.prognosis || !condition) return [];
  const highest = Number(/\d+$/.exec(String(answers.age))?.[0] ?? ageFrom(answers));
  const presentation = plan.route.variant?.presentations[0];
  const facts = { age: highest, ...(presentation === undefined ? {} : { presentation }) };
  const forecast = forecaster(knowledge.prognosis)(condition.id, facts);
  return [
    words.overview.forecastForLikely(condition.name),
    ...(forecast.ok
      ? forecastSentences(forecast.value, facts, words.ofRecover)
      : [refusalSentence(forecast.refusal, words.ofRecover)]),
  ];
}
