export { type AnswerKeeper, type KeptIn, type SealOptions, sealedCookieKeeper } from './answer-keeper.ts';
export { type AnswerSheet, assessmentOf, formatSheet, parseSheet } from './answer-sheet.ts';
export { createApp } from './app.ts';
export { CannotKeep, type CannotKeepReason } from './cannot-keep.ts';
export { HAND_OVER, HAND_OVER_HEADER, type HandOver } from './device-routes.ts';
export { type EpisodeKeeper, sealedCookieEpisodeKeeper } from './episode-keeper.ts';
export { cookieLanguageKeeper, type LanguageKeeper } from './language-keeper.ts';
export type { AppOptions, Asset } from './options.ts';
export { type RunKeeper, sealedCookieRunKeeper } from './run-keeper.ts';
