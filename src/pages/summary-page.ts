// The summary for the clinician: one page to print, and the same as plain text to paste.

import { html } from 'hono/html';
import { backLink } from './components/form.ts';
import type { Html } from './components/html.ts';
import { type Frame, layout } from './components/layout.ts';
import { english, type Words } from './words/index.ts';

export interface SummarySection {
  readonly title: string;
  readonly lines: readonly string[];
}

export interface Summary {
  readonly made: string;
  /** Version of the knowledge. */
  readonly knowledge: string;
  readonly sections: readonly SummarySection[];
}

export interface SummaryPage extends Frame {
  readonly summary: Summary;
  /** Where it was opened from. */
  readonly back: string;
  readonly text: string;
}

export function summaryPage({ summary, back, text, stylesheets, words }: SummaryPage): Html {
  const says = words.summary;
  const { made, knowledge, sections } = summary;
  return layout({
    words,
    title: says.title,
    stylesheets,
    main: html`${backLink(words, back)}
<h1>${says.title}</h1>
<p class="hint">${says.made(html`<time datetime="${made}">${made}</time>`, knowledge)} ${says.nature}</p>
<p class="screen-only">${says.print(text)}</p>
<div class="summary">${sections.map(
      ({ title, lines }) =>
        html`<section><h2>${title}</h2><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul></section>\n`,
    )}</div>`,
  });
}

/** The same in plain text. */
export function summaryText(
  { made, knowledge, sections }: Summary,
  { summary: says }: Words = english,
): string {
  const parts = sections.map(
    ({ title, lines }) => `${title.toUpperCase()}\n${lines.map((line) => `- ${line}`).join('\n')}`,
  );
  return `${says.textTitle(made)}\n${says.nature}\n${says.textKnowledge(knowledge)}\n\n${parts.join('\n\n')}\n`;
}
