// One cited work: what it is, how far it was read, what rests on it.

import { html } from 'hono/html';
import type { AuthoredSource, Claim, KnowledgeBase, Prognosis } from '../../knowledge/index.ts';
import type { Html } from '../components/html.ts';
import { citation } from './index-pages.ts';
import { conditionLink, findingLink, type KnowledgePage, page, redFlagLink } from './parts.ts';
import { exerciseLink, planLink } from './recovery-parts.ts';

export interface SourcePage extends KnowledgePage {
  readonly source: AuthoredSource;
  /** Of the guide. */
  readonly claims?: readonly Claim[];
}

const READ: Readonly<Record<AuthoredSource['read'], string>> = {
  full: 'Read in full',
  abstract: 'Only the abstract was read',
  excerpt: 'Only parts were read',
  secondary: 'Only read in a page that quotes it',
  'not-read': 'Not read',
};

export function sourcePage(view: SourcePage): Html {
  const { source } = view;
  const link = source.doi ? `https://doi.org/${source.doi}` : source.url;
  const places = [
    ...(link ? [html`<a href="${link}" rel="noreferrer">${link}</a>`] : []),
    ...(source.doi && source.url ? [html`<a href="${source.url}" rel="noreferrer">${source.url}</a>`] : []),
    ...(source.pmid
      ? [
          html`<a href="https://pubmed.ncbi.nlm.nih.gov/${source.pmid}/" rel="noreferrer">PubMed ${source.pmid}</a>`,
        ]
      : []),
  ];
  return page(
    view,
    source.title,
    '/knowledge/sources',
    html`<p>${citation(source)}</p>
<p class="hint">${source.key}, ${source.kind}. ${READ[source.read]}${source.readOn ? ` on ${source.readOn}` : ''}.</p>
${places.length > 0 ? html`<ul>${places.map((place) => html`<li>${place}</li>`)}</ul>` : ''}
${source.note ? html`<p>${source.note}</p>` : ''}
<h2>What rests on it</h2>
<ul>${[...citing(view.knowledge, source.key), ...claimsCiting(view)].map((one) => html`<li>${one}</li>\n`)}</ul>`,
  );
}

function claimsCiting({ claims = [], source }: SourcePage): readonly Html[] {
  return claims
    .filter((claim) => cites(claim, source.key))
    .map(({ id, text }) => html`Claim: <a href="/claims/${id}">${text}</a>`);
}

/** Links to everything that cites a source. */
function citing(knowledge: KnowledgeBase, key: string): readonly Html[] {
  const conditions = knowledge.conditions.filter(
    (condition, index) =>
      cites(condition, key) ||
      knowledge.presentations.some((one) => one.condition === index && cites(one, key)) ||
      knowledge.pairings.some((one) => one.conditions[0] === condition.id && cites(one, key)),
  );
  return [
    ...conditions.map(conditionLink),
    ...knowledge.redFlags.filter((one) => cites(one, key)).map(redFlagLink),
    ...knowledge.findings.filter((one) => cites(one, key)).map((one) => findingLink(knowledge, one)),
    ...knowledge.gates
      .filter((one) => cites(one, key))
      .map(({ id, name }) => html`<a href="/knowledge/gates#${id}">${name}</a>`),
    ...wayBackCiting(knowledge, key),
    ...(cites(knowledge.training, key)
      ? [html`<a href="/knowledge/training">Running load and staying well</a>`]
      : []),
    ...(cites(knowledge.model, key) ? [html`<a href="/knowledge/model">Numbers of no single cause</a>`] : []),
    ...(cites(knowledge.levels, key) || cites(knowledge.places, key)
      ? [html`<a href="/knowledge/interview">What each urgency tells you to do</a>`]
      : []),
  ];
}

/** Links to what cites a source among plans, exercises, ladders, rules of the day and studies. */
function wayBackCiting({ recovery, prognosis }: KnowledgeBase, key: string): readonly Html[] {
  const { plans, exercises, ladders, ...shared } = recovery;
  const studies = prognosis?.studies.filter(
    (study) =>
      study.sources.includes(key) || prognosis.rows.some((row) => row.study === study.id && cites(row, key)),
  );
  const { groups, causes, model, facts } = prognosis ?? {};
  return [
    ...plans.filter((one) => cites(one, key)).map(planLink),
    ...exercises.filter((one) => cites(one, key)).map(exerciseLink),
    ...ladders
      .filter((one) => cites(one, key))
      .map(({ id, name }) => html`<a href="/knowledge/ladders#${id}">${name}</a>`),
    ...(cites(shared, key)
      ? [html`<a href="/knowledge/check-ins">Check-ins and the rules of the day</a>`]
      : []),
    ...(studies ?? []).map(({ id, name }) => html`<a href="/knowledge/studies#${id}">${name}</a>`),
    ...(cites([groups, causes, model], key) || authoredCites(facts, key)
      ? [html`<a href="/knowledge/forecast">How the studies of recovery are read together</a>`]
      : []),
  ];
}

/** The facts of the forecast keep the author's `source`, one key or several, beside their numbers. */
function authoredCites(facts: Prognosis['facts'] | undefined, key: string): boolean {
  return Object.values(facts ?? {}).some(({ source }) => [source].flat().includes(key));
}

/** Tells whether a source stands among the `sources` anywhere in a value. */
function cites(value: unknown, key: string): boolean {
  if (!value || typeof value !== 'object') return false;
  if ('sources' in value && Array.isArray(value.sources) && value.sources.includes(key)) return true;
  return Object.values(value).some((part) => cites(part, key));
}
