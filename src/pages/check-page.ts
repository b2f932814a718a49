// Check your answers: everything said so far, grouped, each with a way to change it.

import { html } from 'hono/html';
import type { Finding } from '../knowledge/index.ts';
import { type Answer, UNSURE } from '../vocabulary/index.ts';
import { backLink } from './components/form.ts';
import type { Html } from './components/html.ts';
import type { KeptIn } from './components/kept-line.ts';
import { layout } from './components/layout.ts';
import { movedNotice } from './components/moved-notice.ts';

export interface CheckRow {
  readonly finding: Finding;
  readonly answer: Answer;
  readonly step: number;
}

export interface CheckGroup {
  readonly section: string;
  readonly rows: readonly CheckRow[];
  /** Lines of a shared screen that were answered with no: told in one row. */
  readonly denied: readonly { readonly findings: readonly Finding[]; readonly step: number }[];
}

export interface CheckPage {
  readonly groups: readonly CheckGroup[];
  /** Path of the next question, when the interview is not at its end. */
  readonly goOn: string | undefined;
  readonly back: string;
  /** Another tab has moved on. */
  readonly moved: boolean;
  readonly stylesheet: string;
  readonly keptIn: KeptIn;
}

export function checkPage(view: CheckPage): Html {
  return layout({
    title: 'Check your answers',
    stylesheet: view.stylesheet,
    keptIn: view.keptIn,
    main: html`${backLink(view.back)}
${movedNotice(view.moved)}
<h1>Check your answers</h1>
<p>Change anything that is not right. The other answers stay.</p>
${view.groups.map(
  (group) => html`<h2>${group.section}</h2>
<dl class="answers">${group.rows.map(
    (row) => html`<div><dt>${row.finding.short}</dt>
<dd>${answerLabel(row.finding, row.answer)}</dd>
<dd><a href="/assess/step/${row.step}?from=check">Change<span class="hidden"> ${row.finding.short}</span></a></dd></div>`,
  )}${group.denied.map(
    ({
      findings,
      step,
    }) => html`<div><dt>${findings.length === 1 ? 'No to:' : `No to these ${findings.length}:`} ${findings.map(({ short }, index) => html`${index > 0 ? ', ' : ''}<span>${short}</span>`)}</dt>
<dd>No</dd>
<dd><a href="/assess/step/${step}?from=check">Change<span class="hidden"> the answers to this list</span></a></dd></div>`,
  )}</dl>`,
)}
${
  view.goOn
    ? html`<p><a class="button" href="${view.goOn}">Answer the next question</a></p>
<p><a href="/assess/result">Or see what the answers so far mean</a></p>`
    : html`<p><a class="button" href="/assess/result">See your result</a></p>`
}
<form method="post" action="/assess/forget"><button type="submit" class="secondary">Delete my answers</button></form>`,
  });
}

export function answerLabel(finding: Finding, answer: Answer): string {
  if (answer === UNSURE) return 'Not sure';
  return finding.states.find((state) => state.id === answer)?.label ?? answer;
}
