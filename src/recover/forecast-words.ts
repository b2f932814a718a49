// A forecast in plain sentences: a range, where it comes from, and that it is no promise.

import type { Endpoint } from '../knowledge/index.ts';
import type { Forecast, ForecastRefusal, Range } from './forecast.ts';
import type { ForecastFacts } from './forecast-facts.ts';

const BACK: Readonly<Record<Endpoint, string>> = {
  running: 'back to easy running',
  training: 'back to full training, fast running too',
  racing: 'back to racing at their old level',
};

/** Sentences for the runner, most important first. */
export function forecastSentences(forecast: Forecast, facts: ForecastFacts): readonly string[] {
  const { returns, notBack, beyond, evidence, group, onlyAfterClearance, unused } = forecast;
  if (returns.length === 0) return ['You are back to racing: there is nothing left to forecast.'];
  if (beyond) {
    return [
      'It has already taken longer than in nearly everybody who was studied.',
      'A forecast no longer helps. Have it looked at by a clinician, if that has not been done.',
    ];
  }
  return [
    ...(onlyAfterClearance ? ['Do not run before a clinician has cleared you. Then, as a guide:'] : []),
    ...(facts.daysSoFar ? ['This counts only people who were not back after as long as you.'] : []),
    ...returns.map(
      ({ endpoint, fifty, eighty }) =>
        `Most people like this are ${BACK[endpoint]} between ${between(eighty)} after it began. Half are between ${between(fifty)}.`,
    ),
    'It is a range, not a promise. What your leg can do decides each step, not the calendar.',
    ...(notBack
      ? [
          `About ${Math.max(1, Math.round(notBack.share * 10))} of 10 did not get back to their sport at all; the ranges are of those who did.`,
        ]
      : []),
    basisOf(group, evidence),
    ...returns
      .filter(({ timed }) => !timed)
      .slice(0, 1)
      .map(
        () =>
          `Nobody has timed ${listed(returns.filter(({ timed }) => !timed).map(({ endpoint }) => WHAT[endpoint]))} for it; that part is worked out from other injuries.`,
      ),
    ...(facts.age !== undefined && facts.age > 40 && !unused.includes('age')
      ? ['Hardly anybody over 40 was studied, so the ranges are wider.']
      : []),
    ...(facts.pastInjury
      ? [
          'An injury there before does not make the wait longer as far as anybody knows, but it makes another one more likely: keep the exercises up.',
        ]
      : []),
  ];
}

const WHAT: Readonly<Record<Endpoint, string>> = {
  running: 'the first easy run',
  training: 'the return to full training',
  racing: 'the return to racing',
};

/** Why there is no forecast. */
export function refusalSentence(refusal: ForecastRefusal): string {
  if (refusal.kind === 'never-timed')
    return 'No study has timed the way back from this, so there is no forecast.';
  return `${refusal.fact}: expected ${refusal.expected}, found ${refusal.found}. ${refusal.remedy}`;
}

/** `9 days and 5 weeks`. The longer, the coarser. */
function between({ from, to }: Range): string {
  const [low, high] = [spoken(from), spoken(to)];
  return low === high ? `${low} and a little more` : `${low} and ${high}`;
}

/** Days up to 13, weeks up to 15, then months. */
export function spoken(days: number): string {
  if (days < 13.5) return counted(Math.max(1, Math.round(days)), 'day');
  if (days < 109) return counted(Math.round(days / 7), 'week');
  return counted(Math.round(days / 30.4375), 'month');
}

function counted(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}

function basisOf(group: string, evidence: Forecast['evidence']): string {
  const { studies, read, people, thin, athletes } = evidence;
  if (studies === 0) return 'No study timed this. The range is wide because it rests on other injuries.';
  const who = `${people > 0 ? `, about ${people} people` : ''}${athletes ? ', mostly athletes who compete' : ''}`;
  const from = `It rests on ${studies === 1 ? '1 study' : `${studies} studies`} (“${group}”${who}).`;
  if (!thin) return from;
  const unread =
    read < studies ? `, and ${read === 0 ? 'none' : `only ${read}`} of it was read at the source` : '';
  return `${from} That is little${unread}, so the range is wide.`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
