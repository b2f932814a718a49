// The ways into the guide: all pages by part, all claims by page, the scale of verdicts, and search.

import { html } from 'hono/html';
import { GUIDE_PARTS, VERDICTS } from '../../knowledge/index.ts';
import type { Hit, Piece } from '../../learn/index.ts';
import { backLink } from '../components/form.ts';
import { guideSearch } from '../components/guide-search.ts';
import type { Html } from '../components/html.ts';
import { english } from '../words/index.ts';
import { claimItem, englishOnly, type GuideView, inEnglish, openPage } from './parts.ts';

export function guideIndexPage(view: GuideView): Html {
  const { guide, words } = view;
  const says = words.guide;
  return openPage(view, {
    title: says.title,
    description: says.lead,
    path: '/guide',
    main: html`${backLink(words, '/')}
<h1>${says.heading}</h1>
<p class="lead">${says.lead}</p>
${englishOnly(words)}
${guideSearch(words)}
${GUIDE_PARTS.map(
  (part) => html`<h2>${says.parts[part]}</h2>
<ul class="contents">${guide.pages
    .filter((page) => page.part === part)
    .map(
      ({ id, title, summary }) =>
        html`<li${words.tongue === english.tongue ? '' : html` lang="${english.tongue}"`}><a href="/guide/${id}">${title}</a> <p class="summary-line">${summary}</p></li>\n`,
    )}</ul>
`,
)}
<ul><li><a href="/claims">${says.claims}</a> (${guide.claims.length})</li>
<li><a href="/guide/verdicts">${says.verdicts}</a></li>
<li><a href="/guide/changes.atom">${says.feed}</a></li></ul>`,
  });
}

export function claimsPage(view: GuideView): Html {
  const { guide, words } = view;
  const reviewed = guide.claims.filter(({ review }) => review.state === 'reviewed').length;
  return openPage(view, {
    title: words.claims.title,
    description: words.claims.lead,
    path: '/claims',
    main: html`${backLink(words, '/guide')}
<h1>${words.claims.heading}</h1>
<p class="lead">${words.claims.lead}</p>
${englishOnly(words)}
<p><strong>${words.claims.reviewedOf(guide.claims.length, reviewed)}</strong> <a href="/guide/verdicts">${words.guide.verdicts}</a></p>
${guide.pages
  .map((page) => ({ page, claims: guide.claims.filter((claim) => claim.page === page.id) }))
  .filter(({ claims }) => claims.length > 0)
  .map(
    ({
      page,
      claims,
    }) => html`<h2>${inEnglish(words, html`<a href="/guide/${page.id}">${page.title}</a>`)}</h2>
<ul class="claims">${claims.map((claim) => claimItem(words, claim))}</ul>
`,
  )}`,
  });
}

export function verdictsPage(view: GuideView): Html {
  const { words } = view;
  const { verdicts: says, claims } = words;
  return openPage(view, {
    title: says.title,
    description: says.lead,
    path: '/guide/verdicts',
    main: html`${backLink(words, '/guide')}
<h1>${says.title}</h1>
<p class="lead">${says.lead}</p>
<dl class="verdicts">${VERDICTS.map(
      (verdict) =>
        html`<div><dt><span class="claim claim-${verdict}">${claims.verdictNames[verdict]}</span></dt>
<dd>${claims.meaning[verdict]}${claims.verdictNames[verdict] === verdict ? '' : html` <span class="hint">${says.official(verdict)}</span>`}</dd></div>\n`,
    )}</dl>
<h2>${says.howTitle}</h2>
<ol>${says.how.map((step) => html`<li>${step}</li>\n`)}</ol>
<p><a href="/claims">${claims.allClaims}</a></p>`,
  });
}

export interface SearchPage extends GuideView {
  readonly query: string;
  readonly hits: readonly Hit[];
}

export function searchPage(view: SearchPage): Html {
  const { words, query, hits } = view;
  const says = words.guide;
  const hasAsked = query.trim() !== '';
  const title = hasAsked ? says.found(hits.length, query) : says.search;
  return openPage(view, {
    title,
    description: says.lead,
    path: '/guide/search',
    hidden: true,
    main: html`${backLink(words, '/guide')}
<h1>${title}</h1>
${englishOnly(words)}
${guideSearch(words, query)}
<p class="hint">${says.searchPrivate}</p>
${hasAsked && hits.length === 0 ? html`<p>${says.nothing} <a href="/guide">${says.backToGuide}</a></p>` : ''}
${hitList(view, 'page', says.foundPages)}
${hitList(view, 'claim', says.foundClaims)}`,
  });
}

function hitList({ hits, words }: SearchPage, kind: Hit['kind'], title: string): Html {
  const found = hits.filter((hit) => hit.kind === kind);
  if (found.length === 0) return html``;
  return html`<h2>${title}</h2>
<ul class="hits"${words.tongue === english.tongue ? '' : html` lang="${english.tongue}"`}>${found.map(
    (hit) =>
      html`<li><a href="${hit.path}">${hit.title}</a><p class="snippet">${hit.snippet.map(piece)}</p></li>\n`,
  )}</ul>`;
}

function piece({ text, isFound }: Piece): Html {
  return isFound ? html`<mark>${text}</mark>` : html`${text}`;
}
