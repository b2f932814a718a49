// From the answers in the cookie to the plan as it begins. Nothing is stored, so it is made anew each time, and only once
// the interview is over: an answer not given yet could be a danger sign.

import { outcomeOf } from '../assess/index.ts';
import { openersFor, openerWords, possibleNow, urgencyNow } from '../episode/index.ts';
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
  type Withheld,
} from '../recover/index.ts';
import { type Answers, addDays, dateInZone, isMoreUrgent } from '../vocabulary/index.ts';
import type { AppOptions } from './options.ts';

const SEEN_FIRST = ['What to do first stands on your result.'];

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
  const { assessment, reasons } = outcomeOf(knowledge, answers);
  const none = (because: string, instead: readonly string[]): NoPlanPage => ({
    kind: 'none',
    because,
    instead,
    stylesheet,
  });
  const locked = (because: string, instead: readonly string[]): NoPlanPage => ({
    ...none(because, instead),
    kind: 'locked',
  });
  const { level, because } = urgencyNow(knowledge, answers);
  const text = knowledge.levels[level];
  // What the result says is written with care for what rules each other out; here only the way to it.
  if (isMoreUrgent(level, 'within-days')) return locked(because, [text.action, text.where, ...SEEN_FIRST]);
  const only = reasons.care.safetyOnly;
  if (only) return none(`${only.name}: no plan here. ${only.because}`, SEEN_FIRST);
  const age = ageFrom(answers);
  if (age === undefined) {
    return none('A plan needs your age, since bones that still grow need another one.', [
      'Give your age among your answers, then come back.',
    ]);
  }
  const doubtful = assessment.triage.doubtful.filter((flag) => isMoreUrgent(flag.level, 'within-days'));
  if (doubtful.length > 0) {
    return locked(
      '“Not sure” is not a no. Before there is a plan, check these again or have them looked at.',
      doubtful.map(({ name, because: why }) => `${name}. ${why}`),
    );
  }
  const today = dateInZone(options.now(), 'UTC');
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
  if (plan.kind === 'none') return none(plan.because, SEEN_FIRST);
  if (plan.kind === 'locked') {
    return locked(plan.because, [
      'Ask the clinician who treats you what you may do.',
      'Their word cannot be entered in the browser yet. In the terminal: backstride plan with --clearance.',
    ]);
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
      'Days are those of UTC. In the terminal, backstride plan takes your own days, runs, kit and goal.',
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

function opensSentence(knowledge: KnowledgeBase, { name, reasons, opensWith }: Withheld): string {
  const told = reasons.filter(({ kind }) => kind !== 'unknown').map(({ because }) => because);
  const unknown = reasons.filter(({ kind }) => kind === 'unknown').map((one) => one.name);
  const questions = [...new Set(opensWith.map((one) => `“${openerWords(knowledge, one)}”`))];
  return [
    `${name}:`,
    ...new Set(told),
    ...(unknown.length > 0
      ? [`It is not known to be safe if it is one of these: ${unknown.join('; ')}.`]
      : []),
    questions.length > 0
      ? `Answers that could open it: ${questions.join(', ')}.`
      : 'No single answer opens it; a clinician can.',
  ].join(' ');
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
