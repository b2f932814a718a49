// What the pages of the guide share: the frame for a page that may be found by search engines, a verdict, where a review stands.

import { html, raw } from 'hono/html';
import type { Claim } from '../../knowledge/index.ts';
import { type Guide, reviewState } from '../../learn/index.ts';
import type { LocalDate } from '../../vocabulary/index.ts';
import type { Html } from '../components/html.ts';
import { type Frame, layout } from '../components/layout.ts';
import { english, type Words } from '../words/index.ts';

export interface GuideView extends Frame {
  readonly guide: Guide;
  readonly today: LocalDate;
  /** Where this site lives for everybody, without a slash at the end; undefined when nobody has said. */
  readonly publicAddress: string | undefined;
}

export interface OpenPage {
  readonly title: string;
  readonly description: string;
  readonly path: string;
  readonly main: Html;
  /** JSON-LD, with nothing in it that could end the element. */
  readonly structured?: string;
  /** What search engines should not keep, as results of a search. */
  readonly hidden?: boolean;
}

/** A page that everybody may find: with its one address, and what machines read of it. */
export function openPage(view: GuideView, page: OpenPage): Html {
  const { publicAddress } = view;
  return layout({
    words: view.words,
    stylesheets: view.stylesheets,
    sheet: 'learn',
    title: page.title,
    main: page.main,
    description: page.description,
    isIndexed: page.hidden !== true,
    head: html`${publicAddress === undefined || page.hidden ? '' : html`<link rel="canonical" href="${publicAddress}${page.path}">\n`}<link rel="alternate" type="application/atom+xml" title="${view.words.guide.feed}" href="/guide/changes.atom">${
      page.structured ? html`\n<script type="application/ld+json">${raw(page.structured)}</script>` : ''
    }`,
  });
}

/** What is written in English, on a page whose language may be another. */
export function inEnglish({ tongue }: Words, text: Html | string): Html {
  return tongue === english.tongue ? html`${text}` : html`<span lang="${english.tongue}">${text}</span>`;
}

/** Said where the interface speaks another language than the guide. */
export function englishOnly({ guide }: Words): Html {
  return guide.inEnglish === '' ? html`` : html`<p class="notice">${guide.inEnglish}</p>`;
}

export function verdictChip(words: Words, { verdict }: Pick<Claim, 'verdict'>): Html {
  return html`<span class="claim claim-${verdict}">${words.claims.verdictNames[verdict]}</span>`;
}

export function claimItem(words: Words, claim: Claim): Html {
  return html`<li><a href="/claims/${claim.id}"${words.tongue === english.tongue ? '' : html` lang="${english.tongue}"`}>${claim.text}</a> ${verdictChip(words, claim)}</li>\n`;
}

export function reviewLine({ claims, dates }: Words, claim: Claim, today: LocalDate): Html {
  const { by = '', on = today } = claim.review;
  const state = reviewState(claim, today);
  if (state === 'not yet reviewed') return html`<strong>${claims.notReviewed}</strong>`;
  return html`${claims.reviewedBy(by, dates.full(on))}${state === 'overdue' ? html` <strong>${claims.overdue}</strong>` : ''}`;
}
