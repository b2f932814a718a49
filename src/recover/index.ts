export {
  type Forecast,
  type ForecastRefusal,
  forecaster,
  type LogNormal,
  personOf,
  type Range,
  type ReturnForecast,
  rangesOf,
} from './forecast.ts';
export type { ForecastFacts } from './forecast-facts.ts';
export { forecastSentences, refusalSentence } from './forecast-words.ts';
export { lnMedianOf, type Pooled, type Profile, poolStudies } from './pool-studies.ts';
