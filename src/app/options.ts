// What the shells hand to the application: everything it needs of the world.

import type { KnowledgeBase } from '../knowledge/index.ts';
import type { AnswerKeeper } from './answer-keeper.ts';
import type { EpisodeKeeper } from './episode-keeper.ts';

export interface Asset {
  readonly body: string;
  readonly type: string;
}

export interface AppOptions {
  readonly knowledge: KnowledgeBase;
  readonly keeper: AnswerKeeper;
  readonly episodes: EpisodeKeeper;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The time zone of the device, e.g. `Europe/Berlin`; undefined on a server, which has to ask. */
  readonly zone: string | undefined;
  /** Something that has never been said before. */
  readonly newId: () => string;
  /** Files by path; the path of the stylesheet carries its hash, so it may be cached for good. */
  readonly assets: Readonly<Record<string, Asset>>;
  readonly stylesheet: string;
  /**
   * Whether a page of ours sent a form, where the headers that tell are hidden, as in a service worker. Without it they
   * decide.
   */
  readonly isOwnForm?: (request: Request) => boolean;
  /** Told of a bug; must not write answers anywhere. */
  readonly report: (bug: unknown) => void;
}
