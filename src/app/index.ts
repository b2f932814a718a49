export { type AnswerKeeper, type SealOptions, sealedCookieKeeper } from './answer-keeper.ts';
export { createApp } from './app.ts';
export { type EpisodeKeeper, KeeperFull, sealedCookieEpisodeKeeper } from './episode-keeper.ts';
export type { AppOptions, Asset } from './options.ts';
