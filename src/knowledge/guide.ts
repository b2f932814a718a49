// The guide as knowledge: pages as their authors wrote them, claims with verdict, sources and review. It is no part of
// KnowledgeBase: a changed sentence of the guide changes no probability, so it must change no hash and no edition either.

import type { ConditionId, LocalDate, SourceKey, TriageLevel } from '../vocabulary/index.ts';
import type { AuthoredSource } from './authored.ts';
import type { AuthoredClaim, GuidePart, Verdict } from './authored-guide.ts';
import type { Basis } from './basis.ts';

export type ClaimId = string;
export type GuidePageId = string;

/** One statement that can be followed to its verdict, its sources and its review. */
export interface Claim {
  readonly id: ClaimId;
  readonly text: string;
  readonly verdict: Verdict;
  readonly why: string;
  readonly basis: Basis;
  /** Numbers in the first article, C1 to C53. */
  readonly seed: readonly string[];
  readonly departs?: string;
  readonly author: string;
  readonly review: AuthoredClaim['review'];
  readonly nextReview: LocalDate;
  readonly history: AuthoredClaim['history'];
  /** Page whose author keeps it. */
  readonly page: GuidePageId;
  /** Pages that make it, in the order of the guide. */
  readonly usedOn: readonly GuidePageId[];
}

export interface GetHelp {
  readonly level: TriageLevel;
  readonly title: string;
  readonly signs: readonly string[];
}

/** What a page is, without its prose. */
export interface GuidePageFacts {
  readonly id: GuidePageId;
  readonly title: string;
  readonly summary: string;
  readonly part: GuidePart;
  readonly changed: LocalDate;
  readonly conditions: readonly ConditionId[];
  readonly plans: readonly string[];
  readonly exercises: readonly string[];
  readonly getHelp?: GetHelp;
  readonly takesComments: boolean;
}

export interface GuideText extends GuidePageFacts {
  /** Markdown with marks, as it was written. */
  readonly markdown: string;
}

export interface GuideKnowledge {
  /** In the order in which they are read. */
  readonly pages: readonly GuideText[];
  readonly claims: readonly Claim[];
  /** Sources that only the guide cites; the others are the knowledge's. */
  readonly sources: Readonly<Record<SourceKey, AuthoredSource>>;
}
