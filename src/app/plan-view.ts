// From the answers in the cookie to the plan as it begins. Nothing is stored, so it is made anew each time, and only once
// the interview is over: an answer not given yet could be a danger sign.

import { openersFor, possibleNow, urgencyNow } from '../episode/index.ts';
import type { KnowledgeBase } from '../knowledge/index.ts';
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
import type { AppOptions } from './options.ts';
import { AGE_MISSING, obstacleTo, SEEN_FIRST } from './plan-obstacle.ts';
import { opensSentence } from './recover/views.ts';

/** What nobody has asked yet; the page says so. Both sides: a dose for each, as the sore one was not asked. */
const DEFAULTS: Omit<Runner, 'age'> = {
  daysAWeek: 3,
  usualRunMinutes: 30,
  longestRunMinutes: 45,
  goal: { kind: 'easy-run' },
  side: 'both',
};

export function planView(options: AppOptions, answers: Answers): NoPlanPage | OpenPlanPage {
  const { knowledge, stylesheet } = options;
  const obstacle = obstacleTo(knowledge, answers);
  const age = ageFrom(answers);
  if (obstacle) return { ...obstacle, stylesheet };
  if (age === undefined) return { ...AGE_MISSING, stylesheet };
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
  const runner = { ...DEFAULTS, age };
  const plan = planFor(knowledge, belief, runner, log, today);
  if (plan.kind === 'none') return { kind: 'none', because: plan.because, instead: SEEN_FIRST, stylesheet };
  if (plan.kind === 'locked') {
    return {
      kind: 'locked',
      because: plan.because,
      instead: [
        'Ask the clinician who treats you what you may do. Then begin the plan below and enter their word.',
      ],
      stylesheet,
    };
  }
  return {
    kind: 'open',
    plan,
    week: sessionsFor(plan, today, addDays(today, 6)),
    opens: plan.withheld.map((one) => opensSentence(knowledge, one)),
    forecast: forecastLines(knowledge, plan, answers, possible[0]?.condition),
    assumed: [
      'Three days a week for sessions; what is short and daily comes every day.',
      'Runs of 30 minutes as usual and 45 minutes at most before it began.',
      'The goal is an easy run. All kit is at hand, or something in the house.',
      `Your age is taken as ${age}, the lowest of what you chose; for the forecast, as the highest.`,
      'Where an exercise is for the sore leg it says each side, as this page does not know which side it is.',
      'Days are those of UTC.',
    ],
    knowledge,
    stylesheet,
  };
}

/** The lowest age of the chosen band; undefined where it was not told. */
export function ageFrom(answers: Answers): number | undefined {
  const years = /^\d+/.exec(String(answers.age ?? ''))?.[0];
  return years === undefined ? undefined : Number(years);
}

/** For the most likely cause, and says so; the highest age of the band, since more years make the range wider. */
function forecastLines(
  knowledge: KnowledgeBase,
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
    `This is for the most likely cause, “${condition.name}”, if that is what it is.`,
    ...(forecast.ok ? forecastSentences(forecast.value, facts) : [refusalSentence(forecast.refusal)]),
  ];
}
