export { either, product, strongest } from './combine.ts';
export { dot, inverseOf, type Matrix, times } from './gaussian.ts';
export { entropyBits, logOddsBits, oddsOf, throughChannel } from './information.ts';
export { type Halves, halvesOf } from './mixture.ts';
export { hundredths, peopleOfHundred, rangeOfHundred } from './natural-frequency.ts';
export { normalAbove, normalQuantile } from './normal.ts';
export {
  addEntropies,
  type Chances,
  entropyOf,
  entropyOfTwo,
  entropyTerm,
  expOf,
  log2Of,
  roomForChances,
} from './numeric.ts';
export { beta, draw, normal, normalBelow, type Random, randomFrom } from './random.ts';
export {
  brierScore,
  type CalibrationBin,
  calibrationError,
  calibrationTable,
  type Forecast,
  quantile,
  type Rate,
  rateOf,
} from './scores.ts';
