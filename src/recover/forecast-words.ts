// A forecast in plain sentences: a range, where it comes from, and that it is no promise.

import type { Forecast, ForecastRefusal, Range } from './forecast.ts';
import type { ForecastFacts } from './forecast-facts.ts';
import { type RecoverWords, recoverEnglish } from './words/en.ts';

type ForecastWords = RecoverWords['forecast'];

/** Sentences for the runner, most important first. */
export function forecastSentences(
  forecast: Forecast,
  facts: ForecastFacts,
  { forecast: words }: RecoverWords = recoverEnglish,
): readonly string[] {
  const { returns, notBack, beyond, evidence, group, onlyAfterClearance, unused } = forecast;
  if (returns.length === 0) return [words.nothingLeft];
  if (beyond) return [words.beyond, words.beyondHelp];
  const untimed = returns.filter(({ timed }) => !timed).map(({ endpoint }) => endpoint);
  return [
    ...(onlyAfterClearance ? [words.afterClearance] : []),
    ...(facts.daysSoFar ? [words.onlyNotBack] : []),
    ...returns.map(({ endpoint, fifty, eighty }) =>
      words.most(endpoint, between(eighty, words), between(fifty, words)),
    ),
    words.noPromise,
    ...(notBack ? [words.notBack(Math.max(1, Math.round(notBack.share * 10)))] : []),
    basisOf(group, evidence, words),
    ...(untimed.length > 0 ? [words.neverTimed(untimed)] : []),
    ...(facts.age !== undefined && facts.age > 40 && !unused.includes('age') ? [words.over40] : []),
    ...(facts.pastInjury ? [words.pastInjury] : []),
  ];
}

/** Why there is no forecast. */
export function refusalSentence(
  refusal: ForecastRefusal,
  { forecast: words }: RecoverWords = recoverEnglish,
): string {
  if (refusal.kind === 'never-timed') return words.noStudy;
  return words.refused(refusal.fact, refusal.expected, refusal.found, refusal.remedy);
}

/** `9 days and 5 weeks`. The longer, the coarser. */
function between({ from, to }: Range, words: ForecastWords): string {
  const [low, high] = [spoken(from, words), spoken(to, words)];
  return low === high ? words.aLittleMore(low) : words.between(low, high);
}

/** Days up to 13, weeks up to 15, then months. */
export function spoken(days: number, words: ForecastWords = recoverEnglish.forecast): string {
  if (days < 13.5) return words.days(Math.max(1, Math.round(days)));
  if (days < 109) return words.weeks(Math.round(days / 7));
  return words.months(Math.round(days / 30.4375));
}

function basisOf(group: string, evidence: Forecast['evidence'], words: ForecastWords): string {
  const { studies, read, people, thin, athletes } = evidence;
  if (studies === 0) return words.noneTimed;
  const from = words.restsOn(studies, group, people, athletes);
  return thin ? `${from} ${words.thin(studies, read)}` : from;
}
