// From where an episode stands to what its pages show.

import { openerWords } from '../../episode/index.ts';
import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { OverviewPage, ProgressPage, RecoverPage, Words } from '../../pages/index.ts';
import {
  dayAt,
  factsOfLog,
  forecaster,
  forecastSentences,
  levelOf,
  type OpenPlan,
  refusalSentence,
  sessionsFor,
  type Withheld,
} from '../../recover/index.ts';
import { addDays } from '../../vocabulary/index.ts';
import type { Current } from './current.ts';

export function overviewView(base: RecoverPage, current: Current, plan: OpenPlan): OverviewPage {
  return {
    ...base,
    plan,
    week: sessionsFor(plan, current.today, addDays(current.today, 6), base.words.ofRecover),
    opens: plan.withheld.map((one) => opensSentence(base.knowledge, one, base.words)),
    forecast: forecastLines(base, current, plan),
  };
}

export function progressView(base: RecoverPage, { log, today, plan }: Current): ProgressPage {
  const decisions = plan.kind === 'none' ? [] : plan.course.decisions.filter(({ date }) => date <= today);
  const stages = plan.kind === 'none' ? [] : plan.route.stages;
  return {
    ...base,
    log,
    decisions,
    days: decisions.map(({ date, kind, stage, colour }) => {
      const { values, ran } = dayAt(log, date);
      const index = stages.findIndex((one) => one.stage.id === stage);
      const { painMorning: morning, painWorst: worst, painDuring: during } = values;
      return {
        date,
        stage: index + 1,
        stageName: stages[index]?.stage.name ?? '',
        decision: kind,
        ...(colour ? { colour } : {}),
        ...(morning === undefined ? {} : { morning }),
        ...(worst === undefined ? {} : { worst }),
        ...(during === undefined ? {} : { during }),
        ...(ran && plan.kind !== 'none' ? { ran: minutesOf(plan, date) } : {}),
      };
    }),
  };
}

/** Minutes of the run that the plan had for a date, by the step of that day. */
function minutesOf({ course, route }: Pick<OpenPlan, 'course' | 'route'>, date: string): number {
  const { level = 0 } = course.decisions.find((one) => one.date === date) ?? {};
  const { stage, step } = route.levels[level] ?? { stage: 0 };
  return step === undefined ? 0 : (route.stages[stage]?.steps[step]?.runMinutes ?? 0);
}

/** Why something is left out, and what would open it. */
export function opensSentence(
  knowledge: KnowledgeBase,
  { name, reasons, opensWith }: Withheld,
  { overview: says, frame }: Words,
): string {
  const told = reasons.filter(({ kind }) => kind !== 'unknown').map(({ because }) => because);
  const unknown = reasons.filter(({ kind }) => kind === 'unknown').map((one) => one.name);
  const questions = [...new Set(opensWith.map((one) => says.quoted(openerWords(knowledge, one))))];
  return [
    `${name}${frame.colon.trimEnd()}`,
    ...new Set(told),
    ...(unknown.length > 0 ? [says.notKnownSafe(unknown.join('; '))] : []),
    questions.length > 0 ? says.opensWith(questions.join(', ')) : says.noOpener,
  ].join(' ');
}

function forecastLines(
  { knowledge, words }: RecoverPage,
  current: Current,
  plan: OpenPlan,
): readonly string[] {
  const says = words.overview;
  const { belief, log, runner, today } = current;
  const condition = knowledge.conditions.find(({ id }) => id === belief.possible[0]?.condition);
  if (!knowledge.prognosis || !condition) return [];
  const { route, course } = plan;
  if (route.stages[levelOf(route, course.standing).stage]?.stage.keep) {
    return [says.youAreBack];
  }
  const facts = factsOfLog(route, course.standing, runner, log, today);
  const forecast = forecaster(knowledge.prognosis)(condition.id, facts);
  return [
    says.forecastFor(condition.name, belief.diagnosed, runner.onset !== undefined),
    ...(forecast.ok
      ? forecastSentences(forecast.value, facts, words.ofRecover)
      : [refusalSentence(forecast.refusal, words.ofRecover)]),
  ];
}

/** Clocks to choose from, where only the runner knows what time it is: whole hours round the world, and the half ones. */
export function clocksAt(
  { dates, start }: Words,
  now: number,
): readonly { readonly zone: string; readonly says: string }[] {
  const whole = Array.from({ length: 27 }, (_, index) => {
    const hours = index - 12;
    return {
      zone: hours === 0 ? 'Etc/GMT' : `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`,
      minutes: hours * 60,
    };
  });
  const half = [
    { zone: 'America/St_Johns', minutes: -210 },
    { zone: 'Asia/Tehran', minutes: 210 },
    { zone: 'Asia/Kabul', minutes: 270 },
    { zone: 'Asia/Kolkata', minutes: 330 },
    { zone: 'Asia/Kathmandu', minutes: 345 },
    { zone: 'Asia/Yangon', minutes: 390 },
    { zone: 'Australia/Darwin', minutes: 570 },
  ];
  return [...whole, ...half]
    .sort((a, b) => a.minutes - b.minutes)
    .map(({ zone }) => {
      const { time, day } = dates.clock(now, zone);
      return { zone, says: start.clockOn(time, day) };
    });
}
