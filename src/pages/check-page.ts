// Check your answers: everything said so far, grouped, each with a way to change it.

import { html } from 'hono/html';
import type { Finding } from '../knowledge/index.ts';
import { type Answer, type Spot, UNSURE } from '../vocabulary/index.ts';
import { backLink } from './components/form.ts';
import type { Html } from './components/html.ts';
import { type Frame, layout } from './components/layout.ts';
import { movedNotice } from './components/moved-notice.ts';
import type { KeptIn } from './kept-in.ts';
import type { Words } from './words/index.ts';

export interface CheckRow {
  readonly finding: Finding;
  readonly answer: Answer;
  readonly spot: Spot | undefined;
  readonly step: number;
}

export interface CheckGroup {
  readonly section: string;
  readonly rows: readonly CheckRow[];
  /** Lines of a shared screen that were answered with no: told in one row. */
  readonly denied: readonly { readonly findings: readonly Finding[]; readonly step: number }[];
}

export interface CheckPage extends Frame {
  readonly groups: readonly CheckGroup[];
  /** Path of the next question, when the interview is not at its end. */
  readonly goOn: string | undefined;
  readonly back: string;
  /** Another tab has moved on. */
  readonly moved: boolean;
  readonly keptIn: KeptIn;
}

export function checkPage(view: CheckPage): Html {
  const { words } = view;
  const { check, frame } = words;
  return layout({
    words,
    title: check.title,
    stylesheets: view.stylesheets,
    keptIn: view.keptIn,
    main: html`${backLink(words, view.back)}
${movedNotice(words, view.moved)}
<h1>${check.title}</h1>
<p>${check.lead}</p>
${view.groups.map(
  (group) => html`<h2>${group.section}</h2>
<dl class="answers">${group.rows.map(
    (row) => html`<div><dt>${row.finding.short}</dt>
<dd>${answerLabel(words, row.finding, row.answer, row.spot)}</dd>
<dd><a href="/assess/step/${row.step}?from=check">${frame.change}<span class="hidden"> ${row.finding.short}</span></a></dd></div>`,
  )}${group.denied.map(
    ({
      findings,
      step,
    }) => html`<div><dt>${check.noTo(findings.length)} ${findings.map(({ short }, index) => html`${index > 0 ? ', ' : ''}<span>${short}</span>`)}</dt>
<dd>${words.answers.no}</dd>
<dd><a href="/assess/step/${step}?from=check">${frame.change}<span class="hidden"> ${check.ofThisList}</span></a></dd></div>`,
  )}</dl>`,
)}
${
  view.goOn
    ? html`<p><a class="button" href="${view.goOn}">${check.next}</a></p>
<p><a href="/assess/result">${check.orSee}</a></p>`
    : html`<p><a class="button" href="/assess/result">${check.result}</a></p>`
}
<form method="post" action="/assess/forget"><button type="submit" class="secondary">${frame.deleteAnswers}</button></form>`,
  });
}

/** An answer in words, as exactly as it was given. */
export function answerLabel(words: Words, finding: Finding, answer: Answer, spot: Spot = {}): string {
  if (answer === UNSURE) return words.answers.unsure;
  const state = finding.states.find(({ id }) => id === answer);
  const place = state?.parts?.find(({ id }) => id === spot.part) ?? state;
  const label = place?.label ?? answer;
  return spot.side === undefined ? label : words.answers.onSide(label, words.answers.sides[spot.side]);
}
