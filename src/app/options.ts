// What the shells hand to the application: everything it needs of the world.

import type { ClaimId, GuidePageFacts, KnowledgeBase, Texts } from '../knowledge/index.ts';
import type { Guide, Review } from '../learn/index.ts';
import type { Html, InlineSheets, Stylesheets, Words } from '../pages/index.ts';
import type { readRunFiles } from '../train/index.ts';
import type { Language } from '../vocabulary/index.ts';
import type { AnswerKeeper } from './answer-keeper.ts';
import type { LanguageKeeper, UnitKeeper } from './choice-keeper.ts';
import type { EpisodeKeeper } from './episode-keeper.ts';
import type { RunKeeper } from './run-keeper.ts';

export interface Asset {
  readonly body: string;
  readonly type: string;
}

export interface AppOptions {
  readonly knowledge: KnowledgeBase;
  readonly keeper: AnswerKeeper;
  readonly episodes: EpisodeKeeper;
  readonly runs: RunKeeper;
  /** The reader of files that another app shares, which stays away until it is needed; undefined where no file is ever read. */
  readonly runReader?: () => typeof readRunFiles;
  /** Where the language that a runner chose is kept; in a cookie without it. */
  readonly languages?: LanguageKeeper;
  /** The same of the unit of distances. */
  readonly units?: UnitKeeper;
  /** The knowledge's dictionary for a language; without it, and for a text that it lacks, the text stays English. */
  readonly texts?: (language: Language) => Promise<Texts>;
  /** The guide; undefined where it is not there, or not yet: then its pages are not found here. */
  readonly guide?: () => Promise<Guide | undefined>;
  /** Reviews of claims that were signed after the guide was written. */
  readonly reviews?: () => Promise<ReadonlyMap<ClaimId, Review>>;
  /** What stands at the end of a page of the guide, as comments; nothing without it. */
  readonly endOfGuidePage?: (
    page: GuidePageFacts,
    words: Words,
    request: Request,
  ) => Promise<Html | undefined>;
  /** Whether somebody answers at /claims/<id>/report. */
  readonly takesReports?: boolean;
  /** Where this site lives for everybody, as https://backstride.example, for canonical links; none without it. */
  readonly publicAddress?: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The time zone of the device, e.g. `Europe/Berlin`; undefined on a server, which has to ask. */
  readonly zone: string | undefined;
  /** Something that has never been said before. */
  readonly newId: () => string;
  /** Files by path; the paths of the stylesheets carry their hash, so it may be cached for good. */
  readonly assets: Readonly<Record<string, Asset>>;
  readonly stylesheets: Stylesheets;
  /** The same stylesheets for pages that somebody arrives at, which carry them; without it every page links them. */
  readonly inlineSheets?: InlineSheets;
  /**
   * Whether a page of ours sent a form, where the headers that tell are hidden, as in a service worker. Without it they
   * decide.
   */
  readonly isOwnForm?: (request: Request) => boolean;
  /** Told of an answer with a page that will be given out again as it is: a shell may keep it packed, beside the page. */
  readonly comesAgain?: (response: Response, page: KeptPage) => void;
  /** Told of a bug; must not write answers anywhere. */
  readonly report: (bug: unknown) => void;
}

/** A page that is kept, always the same object as long as it is. */
export interface KeptPage {
  readonly html: string;
}

/** The options for one language. */
export interface SpokenOptions extends AppOptions {
  readonly languages: LanguageKeeper;
  readonly units: UnitKeeper;
  /** The texts of the interface. */
  readonly words: Words;
  /** The knowledge as its authors wrote it; `knowledge` is in the language spoken. */
  readonly authored: KnowledgeBase;
}
