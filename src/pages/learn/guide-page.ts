// One page of the guide: when to get help first, then what it teaches, then what it rests on.

import { html, raw } from 'hono/html';
import {
  conditionById,
  exerciseById,
  findingById,
  type KnowledgeBase,
  PLACES_FINDING,
} from '../../knowledge/index.ts';
import { articleClaims, type Block, balanceOf, claimsOf, type GuidePage } from '../../learn/index.ts';
import { bodyWith } from '../components/body-picture.ts';
import { careBox } from '../components/care-card.ts';
import { exerciseFigure, figure } from '../components/figure/figure.ts';
import { backLink, details } from '../components/form.ts';
import { guideSearch } from '../components/guide-search.ts';
import { hamstringsFigure } from '../components/hamstrings-figure.ts';
import type { Html } from '../components/html.ts';
import { table } from '../knowledge/parts.ts';
import { english } from '../words/index.ts';
import { claimItem, englishOnly, type GuideView, inEnglish, openPage, verdictChip } from './parts.ts';

export interface GuidePageView extends GuideView {
  readonly page: GuidePage;
  /** As its authors wrote it, in English: for the drawings and links in the prose. */
  readonly knowledge: KnowledgeBase;
  readonly structured: string;
  /** What stands at the end, as comments; undefined where there are none. */
  readonly end?: Html | undefined;
}

export function guidePage(view: GuidePageView): Html {
  const { page, words, end } = view;
  const { getHelp } = page;
  const claims = claimsOf(view.guide, page);
  return openPage(view, {
    title: page.title,
    description: page.summary,
    path: `/guide/${page.id}`,
    structured: view.structured,
    main: html`${backLink(words, '/guide')}
<article class="guide"${words.tongue === english.tongue ? '' : html` lang="${english.tongue}"`}>
<h1>${page.title}</h1>
${getHelp ? careBox(english, getHelp.level, getHelp.title, getHelp.signs) : ''}
${page.blocks.map((block) => blockOf(view, block))}</article>
${englishOnly(words)}
${balance(view)}
${
  claims.length > 0
    ? details(
        words.guide.claimsHere,
        html`<ul class="claims">${claims.map((claim) => claimItem(words, claim))}</ul>`,
      )
    : ''
}
${more(view)}
${end ?? ''}
${guideSearch(words)}`,
  });
}

function blockOf(view: GuidePageView, block: Block): Html {
  switch (block.kind) {
    case 'prose':
      return html`${raw(block.html)}`;
    case 'figure':
      return drawing(view.knowledge, block.name);
    case 'article-claims':
      return table({
        caption: 'The claims of the first article, in our words',
        head: ['Number', 'Claim', 'What the evidence says'],
        rows: articleClaims(view.guide).map(({ number, claim }) => [
          number,
          html`<a href="/claims/${claim.id}">${claim.text}</a>`,
          verdictChip(english, claim),
        ]),
      });
  }
}

/** The checker has seen to it that each of them is there. */
function drawing(knowledge: KnowledgeBase, name: string): Html {
  if (name === 'hamstrings') return hamstringsFigure();
  const [kind, id = ''] = name.split('/');
  const exercise = kind === 'exercise' ? exerciseById(knowledge.recovery, id) : undefined;
  if (exercise) {
    return html`<h3><a href="/knowledge/exercises/${id}">${exercise.name}</a></h3>
${exerciseFigure(exercise, { size: 'large' })}`;
  }
  const place =
    kind === 'place' && findingById(knowledge, PLACES_FINDING)?.states.find((state) => state.id === id);
  if (place) return bodyWith(place.regions ?? [], place.label);
  const test = findingById(knowledge, id)?.selfTest?.figure;
  return test ? figure(test) : html``;
}

function balance({ words, guide, page }: GuidePageView): Html {
  const { guide: says, dates } = words;
  const { claims, reviewed, oldestReview, nextReview } = balanceOf(claimsOf(guide, page));
  return html`<section class="balance" aria-labelledby="balance-title"><h2 id="balance-title">${words.claims.review}</h2>
<p>${claims > 0 ? html`<strong>${says.balance(claims, reviewed)}</strong>` : ''}${oldestReview ? html` ${says.oldestReview(dates.full(oldestReview))}` : ''}
${says.changed(dates.full(page.changed))}${nextReview ? html` ${says.nextReview(dates.full(nextReview))}` : ''}
<a href="/guide/verdicts">${says.verdicts}</a></p></section>`;
}

/** What the product knows besides: numbers of the causes, plans. */
function more({ words, page, knowledge }: GuidePageView): Html {
  const links = [
    ...page.conditions.flatMap((id) => {
      const condition = conditionById(knowledge, id);
      return condition
        ? [html`<a href="/knowledge/${id}">${inEnglish(words, words.guide.numbers(condition.name))}</a>`]
        : [];
    }),
    ...page.plans.flatMap((id) => {
      const plan = knowledge.recovery.plans.find((one) => one.id === id);
      return plan
        ? [html`<a href="/knowledge/plans/${id}">${inEnglish(words, words.guide.plan(plan.name))}</a>`]
        : [];
    }),
  ];
  if (links.length === 0) return html``;
  return html`<h2>${words.guide.alsoOnThis}</h2>
<ul>${links.map((link) => html`<li>${link}</li>\n`)}</ul>`;
}
