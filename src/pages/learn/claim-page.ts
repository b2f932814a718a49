// One claim: what it says, what the evidence says, on what that rests, who has looked at it, and where it is used.

import { html } from 'hono/html';
import type { AuthoredSource, Claim } from '../../knowledge/index.ts';
import { guidePageById } from '../../learn/index.ts';
import { backLink } from '../components/form.ts';
import type { Html } from '../components/html.ts';
import { citation } from '../knowledge/index-pages.ts';
import { english } from '../words/index.ts';
import { englishOnly, type GuideView, inEnglish, openPage, reviewLine, verdictChip } from './parts.ts';

export interface ClaimPage extends GuideView {
  readonly claim: Claim;
  /** The works that it cites, as far as they are known here. */
  readonly sources: readonly AuthoredSource[];
  readonly structured: string;
  /** Whether somebody answers at /claims/<id>/report. */
  readonly takesReports: boolean;
}

export function claimPage(view: ClaimPage): Html {
  const { claim, words, sources, guide, today } = view;
  const { claims: says, dates } = words;
  const note = claim.basis.note;
  const title = claim.text.replace(/\.$/, '');
  return openPage(view, {
    title,
    description: claim.why,
    path: `/claims/${claim.id}`,
    structured: view.structured,
    main: html`${backLink(words, '/claims')}
<h1><span class="section">${says.one}</span> ${inEnglish(words, title)}</h1>
${englishOnly(words)}
<h2>${says.verdict}</h2>
<p class="verdict">${verdictChip(words, claim)} ${says.meaning[claim.verdict]}</p>
<h3>${says.why}</h3>
<p>${inEnglish(words, claim.why)}</p>
<h3>${says.sure}</h3>
<p>${says.certainty[claim.basis.certainty]}${note ? html` <span class="hint">${says.noteForReviewers}${words.frame.colon}${inEnglish(words, note)}</span>` : ''}</p>
${claim.departs ? html`<p>${says.departs}${words.frame.colon}${inEnglish(words, claim.departs)}</p>` : ''}
<h2>${says.sources}</h2>
<ul class="sources">${sources.map((source) => sourceItem(view, source))}</ul>
<h2>${says.review}</h2>
<p>${reviewLine(words, claim, today)} ${says.author(claim.author)} ${says.nextReview(dates.full(claim.nextReview))}</p>
${view.takesReports ? html`<p>${says.reportText} <a href="/claims/${claim.id}/report">${says.report}</a></p>` : ''}
<h2>${says.used}</h2>
<ul>${claim.usedOn.map((id) => html`<li>${pageLink(view, id)}</li>\n`)}</ul>
<p>${says.keptWith}${words.frame.colon}${pageLink(view, claim.page)}${claim.seed.length > 0 ? html` <span class="hint">${says.inArticle(claim.seed.join(', '))}</span>` : ''}</p>
<h2>${says.history}</h2>
<ul>${claim.history.map(({ on, change }) => html`<li><time datetime="${on}">${dates.full(on)}</time>${words.frame.colon}${inEnglish(words, change)}</li>\n`)}</ul>
<p><a href="/guide/verdicts">${words.guide.verdicts}</a></p>`,
  });

  function pageLink({ words }: ClaimPage, id: string): Html {
    const page = guidePageById(guide, id);
    return html`<a href="/guide/${id}">${inEnglish(words, page?.title ?? id)}</a>`;
  }
}

function sourceItem({ words }: ClaimPage, source: AuthoredSource): Html {
  const link = source.doi ? `https://doi.org/${source.doi}` : source.url;
  return html`<li><span lang="${english.tongue}">${citation(source)}</span> <span class="hint">(${words.claims.read[source.read]})</span>
<a href="/knowledge/sources/${source.key}">${source.key}</a>${link ? html` · <a href="${link}" rel="noreferrer">${link.replace(/^https?:\/\//, '')}</a>` : ''}</li>\n`;
}
