// What the pages about the knowledge share: where a number comes from, rules in words, tables that scroll by themselves on a
// narrow screen. A question has a number in its address, not its id: no address of ours names what may have been asked.

import { html } from 'hono/html';
import {
  type Basis,
  type Condition,
  type Finding,
  type Formula,
  findingById,
  type KnowledgeBase,
  type Likelihood,
  type RedFlag,
} from '../../knowledge/index.ts';
import { UNSURE } from '../../vocabulary/index.ts';
import { backLink } from '../components/form.ts';
import type { FindGuideLink } from '../components/guide-link.ts';
import type { Html } from '../components/html.ts';
import { type Frame, layout } from '../components/layout.ts';
import { english, type Words } from '../words/index.ts';

export interface KnowledgePage extends Frame {
  readonly knowledge: KnowledgeBase;
  readonly guideLink?: FindGuideLink;
}

/** One page of the knowledge, with the way back to the page above it. */
export function page(view: KnowledgePage, title: string, up: string, body: Html): Html {
  return openPage(view, title, html`${backLink(english, up)}\n<h1>${title}</h1>\n${body}`);
}

/** What it knows stands here as its authors wrote it: in English, whatever the language around it. */
export function openPage({ words, stylesheets }: KnowledgePage, title: string, body: Html): Html {
  const main = words.tongue === english.tongue ? body : html`<div lang="${english.tongue}">${body}</div>`;
  return layout({ words, title, stylesheets, sheet: 'plan', main });
}

/** Who has reviewed it, if anybody. */
export function review({ review: { state, by, on } }: Pick<Condition, 'review'>): Html {
  return state === 'reviewed'
    ? html`<p>Reviewed by ${by ?? ''}${on ? ` on ${on}` : ''}.</p>`
    : html`<p><strong>Not yet reviewed by a clinician.</strong></p>`;
}

/** Certainty and sources, then what the author noted about the number. */
export function from(basis: Basis, words: Words = english): Html {
  const sources = basis.sources.map(
    (key, index) => html`${index > 0 ? ', ' : ''}<a href="/knowledge/sources/${key}">${key}</a>`,
  );
  const note = basis.note
    ? html` <span class="hint"${words === english ? '' : html` lang="${english.tongue}"`}>${basis.note}</span>`
    : '';
  return html`<span class="cite">[${words === english ? basis.certainty : words.result.certainty[basis.certainty]}: ${sources}]${note}</span>`;
}

export function conditionLink(condition: Condition): Html {
  return html`<a href="/knowledge/${condition.id}">${condition.name}</a>`;
}

export function findingLink(knowledge: KnowledgeBase, finding: Finding): Html {
  return html`<a href="/knowledge/questions/${knowledge.findings.indexOf(finding) + 1}">${finding.short}</a>`;
}

export function redFlagLink({ code, name }: RedFlag): Html {
  return html`<a href="/knowledge/red-flags/${code.toLowerCase()}">${code} ${name}</a>`;
}

/** A formula as nested lists: one line a statement. */
export function rule(knowledge: KnowledgeBase, formula: Formula): Html {
  return html`<ul>${ruleItem(knowledge, formula)}</ul>`;
}

function ruleItem(knowledge: KnowledgeBase, formula: Formula): Html {
  switch (formula.kind) {
    case 'is': {
      const finding = findingById(knowledge, formula.finding);
      const labels = formula.states.map((state) =>
        state === UNSURE ? 'not sure' : (finding?.states.find(({ id }) => id === state)?.label ?? state),
      );
      return html`<li>${finding ? findingLink(knowledge, finding) : formula.finding}: ${labels.join(' or ')}</li>`;
    }
    case 'not':
      return html`<li>not: ${rule(knowledge, formula.of)}</li>`;
    case 'atLeast': {
      const [only] = formula.of;
      if (formula.of.length === 1 && only) return ruleItem(knowledge, only);
      const parts = formula.of.map((part) => ruleItem(knowledge, part));
      return html`<li>${howMany(formula.count, formula.of.length)}:<ul>${parts}</ul></li>`;
    }
  }
}

function howMany(count: number, of: number): string {
  if (count === of) return 'all of these';
  return count === 1 ? 'at least one of these' : `at least ${count} of these ${of}`;
}

export interface Table {
  readonly caption: string;
  readonly head: readonly string[];
  /** The first cell of a row is its heading. */
  readonly rows: readonly (readonly (Html | string)[])[];
}

/** A table that scrolls in itself where it is wider than the screen. */
export function table({ caption, head, rows }: Table): Html {
  return html`<section class="scroll" aria-label="${caption}" tabindex="0"><table><caption>${caption}</caption>
<thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>${rows.map(
    ([first = '', ...rest]) =>
      html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>\n`,
  )}</tbody></table></section>`;
}

/** Each answer with its people of a hundred; of two answers only the second, the other takes the rest. */
export function ofHundred({ states }: Finding, p: readonly number[]): string {
  const said = states.map(({ label }, index) => `${label}: ${threeDigits((p[index] ?? 0) * 100)}`);
  return said.length === 2 ? (said[1] ?? '') : said.join('; ');
}

/** How far a likelihood is trusted, when the author said so. */
export function people({ n }: Likelihood): string {
  return n === undefined ? '' : ` (counts as ${n} people)`;
}

export function threeDigits(value: number): string {
  return String(Number(value.toPrecision(3)));
}
