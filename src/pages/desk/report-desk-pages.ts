// Reports and letters at the desk: the list of open ones, and one with its state and answer.

import { html } from 'hono/html';
import { type ClaimAtDesk, type Report, statesFor } from '../../learn/index.ts';
import { errorSummary, radios } from '../components/form.ts';
import type { Html } from '../components/html.ts';
import { type DeskPage, deskFrame } from './desk-frame.ts';
import { MOST, textField, tokenField, written } from './parts.ts';

export interface ReportsPage extends DeskPage {
  readonly reports: readonly { readonly report: Report; readonly claim: ClaimAtDesk | undefined }[];
  readonly open: number;
  readonly next: string | undefined;
}

export function reportsPage(view: ReportsPage): Html {
  const { says, reports, open, next } = view;
  return deskFrame(
    view,
    says.reports.title,
    'reports',
    html`<p>${open === 0 ? says.reports.none : says.reports.open(open)}</p>
<ul class="log">${reports.map(
      ({
        report,
        claim,
      }) => html`<li><h2><a href="/desk/reports/${report.id}">${titleOf(view, report, claim)}</a></h2>
<p class="hint">${says.reports.stateNames[report.state]} · ${says.moments.minute(report.createdAt)}</p></li>\n`,
    )}</ul>
${next === undefined ? '' : html`<p><a href="/desk/reports?after=${next}">${says.queue.next}</a></p>`}`,
  );
}

function titleOf({ says }: DeskPage, report: Report, claim: ClaimAtDesk | undefined): string {
  return report.kind === 'claim'
    ? `${says.reports.onClaim} ${report.claim ?? ''}${claim ? ` – ${claim.wording}` : ''}`
    : `${says.reports.letter}${report.name === '' ? '' : ` – ${report.name}`}`;
}

export interface ReportDeskPage extends DeskPage {
  readonly report: Report;
  readonly claim: ClaimAtDesk | undefined;
  readonly error: string | undefined;
}

export function reportDeskPage(view: ReportDeskPage): Html {
  const { says, report, claim, error, words } = view;
  return deskFrame(
    view,
    titleOf(view, report, claim),
    'reports',
    html`${errorSummary(words, error === undefined ? [] : [{ field: 'state', message: error }])}
<p>${says.reports.from} <bdi>${report.name === '' ? says.reports.nobody : report.name}</bdi> ${report.email} <span class="hint">${says.moments.minute(report.createdAt)}</span></p>
${claim ? html`<p><a href="/desk/claims/${claim.id}">${claim.wording}</a></p>` : ''}
<blockquote>${written(report.text)}</blockquote>
<form method="post" action="/desk/reports/${report.id}" class="writing" novalidate>
${tokenField(view)}<input type="hidden" name="version" value="${report.version}">
${radios(words, {
  name: 'state',
  legend: html`${says.reports.state}`,
  choices: statesFor(report.kind).map((value) => ({ value, label: says.reports.stateNames[value] })),
  chosen: [report.state],
  ...(error === undefined ? {} : { error }),
})}
${textField(view, { name: 'answer', label: says.reports.answer, hint: says.reports.answerHint, value: report.answer, rows: 5, most: MOST.text, isRequired: false })}
<button type="submit">${says.reports.save}</button>
</form>`,
  );
}
