export { keyOfAnswers } from './answer-codes.ts';
export { type AnswerKeeper, type KeptIn, type SealOptions, sealedCookieKeeper } from './answer-keeper.ts';
export { type AnswerSheet, formatSheet, parseSheet } from './answer-sheet.ts';
export { createApp } from './app.ts';
export { ARRIVAL_HEADER, isArrival } from './arrival.ts';
export { CannotKeep, type CannotKeepReason } from './cannot-keep.ts';
export {
  type ChoiceKeeper,
  cookieLanguageKeeper,
  cookieUnitKeeper,
  LANGUAGE_COOKIE,
  type LanguageKeeper,
  UNIT_COOKIE,
  type UnitKeeper,
} from './choice-keeper.ts';
export { HAND_OVER, HAND_OVER_HEADER, type HandOver } from './device-routes.ts';
export { type EpisodeKeeper, sealedCookieEpisodeKeeper } from './episode-keeper.ts';
export { isOpenGuidePath } from './guide-routes.ts';
export type { AppOptions, Asset, KeptPage } from './options.ts';
export { type RunKeeper, sealedCookieRunKeeper } from './run-keeper.ts';
export { isWorthPacking, type MakeSeal, PLAIN, type Seal, sealFor } from './seal.ts';
export { standingOf } from './standing.ts';
export { SHARE } from './train/routes.ts';
