// What the shells hand to the application: everything it needs of the world.

import type { KnowledgeBase } from '../knowledge/index.ts';
import type { AnswerKeeper } from './answer-keeper.ts';

export interface Asset {
  readonly body: string;
  readonly type: string;
}

export interface AppOptions {
  readonly knowledge: KnowledgeBase;
  readonly keeper: AnswerKeeper;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Files by path; the path of the stylesheet carries its hash, so it may be cached for good. */
  readonly assets: Readonly<Record<string, Asset>>;
  readonly stylesheet: string;
  /** Told of a bug; must not write answers anywhere. */
  readonly report: (bug: unknown) => void;
}
