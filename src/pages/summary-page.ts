// The summary for the clinician: one page to print, and the same as plain text to paste.

import { html } from 'hono/html';
import { backLink } from './components/form.ts';
import type { Html } from './components/html.ts';
import { layout } from './components/layout.ts';

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

export interface SummaryPage {
  readonly summary: Summary;
  /** Where it was opened from. */
  readonly back: string;
  readonly text: string;
  readonly stylesheet: string;
}

const NATURE =
  'Self-reported by a runner with pain at the back of the thigh, sorted by Backstride. No examination, no diagnosis; not reviewed by a clinician.';

export function summaryPage({ summary, back, text, stylesheet }: SummaryPage): Html {
  const { made, knowledge, sections } = summary;
  return layout({
    title: 'Summary for a clinician',
    stylesheet,
    main: html`${backLink(back)}
<h1>Summary for a clinician</h1>
<p class="hint">Made on <time datetime="${made}">${made}</time> with knowledge ${knowledge}. ${NATURE}</p>
<p class="screen-only">Print this page, save it as PDF, or <a href="${text}">open it as plain text</a> to paste. It leaves this device only if you send it.</p>
<div class="summary">${sections.map(
      ({ title, lines }) =>
        html`<section><h2>${title}</h2><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul></section>\n`,
    )}</div>`,
  });
}

/** The same in plain text. */
export function summaryText({ made, knowledge, sections }: Summary): string {
  const parts = sections.map(
    ({ title, lines }) => `${title.toUpperCase()}\n${lines.map((line) => `- ${line}`).join('\n')}`,
  );
  return `SUMMARY FOR A CLINICIAN, ${made}\n${NATURE}\nKnowledge ${knowledge}\n\n${parts.join('\n\n')}\n`;
}
