// Reporting a claim, writing to the editors, and following what becomes of it.

import { html } from 'hono/html';
import type { ClaimAtDesk, FieldFault, Report } from '../../learn/index.ts';
import { errorSummary } from '../components/form.ts';
import type { Html } from '../components/html.ts';
import { layout } from '../components/layout.ts';
import {
  asErrors,
  type DeskFrame,
  type Emergency,
  emergencyCard,
  fieldErrors,
  type Guarded,
  type Hitch,
  hitchMessage,
  honeypot,
  MOST,
  pageHeading,
  textField,
  tokenField,
  written,
} from './parts.ts';

export interface ReportPage extends DeskFrame, Guarded {
  /** Undefined for a letter to the editors. */
  readonly claim: ClaimAtDesk | undefined;
  readonly typed: { readonly name: string; readonly email: string; readonly text: string };
  readonly faults: Readonly<Partial<Record<'name' | 'email' | 'text', FieldFault>>>;
  readonly hitch: Hitch;
  readonly emergency: Emergency | undefined;
}

export function reportPage(view: ReportPage): Html {
  const { words, says, claim, typed, emergency } = view;
  const { report, form } = says;
  const labels = { text: claim ? report.text : report.letterText, name: report.name, email: form.email };
  const errors = fieldErrors(view, view.faults, labels);
  const hitch = hitchMessage(view, view.hitch);
  const summary = [...asErrors(errors), ...(hitch === undefined ? [] : [{ field: 'text', message: hitch }])];
  const title = claim ? report.title : report.letterTitle;
  return layout({
    words,
    stylesheets: view.stylesheets,
    sheet: 'learn',
    title: summary.length > 0 ? words.frame.errorTitle(title) : title,
    main: html`${emergency ? emergencyCard(view, emergency) : ''}
${errorSummary(words, summary)}
${pageHeading(title, emergency)}
<p>${claim ? report.lead : report.letterLead}</p>
${claim ? html`<h2>${report.claim}</h2>\n<blockquote><p><a href="${claim.path}">${claim.wording}</a></p></blockquote>` : ''}
<form method="post" action="${claim ? html`/claims/${claim.id}/report` : '/contact'}" class="writing" novalidate>
${tokenField(view)}
${textField(view, { name: 'text', label: labels.text, value: typed.text, rows: 8, most: MOST.text, error: errors.text })}
${textField(view, { name: 'name', label: labels.name, value: typed.name, most: MOST.name, error: errors.name, isRequired: false, autocomplete: 'name' })}
${textField(view, { name: 'email', type: 'email', label: labels.email, hint: report.emailHint, value: typed.email, most: MOST.email, error: errors.email, isRequired: false, autocomplete: 'email' })}
${honeypot(view)}
<button type="submit">${form.send}</button>
</form>`,
  });
}

export interface ReportSentPage extends DeskFrame {
  readonly link: string;
  readonly mailed: boolean;
  readonly emergency: Emergency | undefined;
}

export function reportSentPage(view: ReportSentPage): Html {
  const { words, says, emergency } = view;
  return layout({
    words,
    stylesheets: view.stylesheets,
    sheet: 'learn',
    title: says.report.sent,
    main: html`${emergency ? emergencyCard(view, emergency) : ''}
${pageHeading(says.report.sent, emergency)}
<h2>${says.comments.yourLink}</h2>
<p>${says.report.linkText}${view.mailed ? ` ${says.comments.linkMailed}` : ''}</p>
<p><a href="${view.link}" class="secret">${says.report.open}</a></p>`,
  });
}

export interface FollowPage extends DeskFrame {
  readonly report: Report;
  readonly claim: ClaimAtDesk | undefined;
}

/** How a report stands, at the secret link. */
export function followPage(view: FollowPage): Html {
  const { words, says, report, claim } = view;
  return layout({
    words,
    stylesheets: view.stylesheets,
    sheet: 'learn',
    title: says.report.follow,
    main: html`<h1>${says.report.follow}</h1>
<h2>${says.report.state}</h2>
<p><strong>${says.report.states[report.state]}</strong></p>
<p class="hint">${says.report.changed(says.moments.minute(report.changedAt))}</p>
<h2>${says.report.answer}</h2>
${report.answer === '' ? html`<p>${says.report.noAnswer}</p>` : html`<blockquote>${written(report.answer)}</blockquote>`}
${claim ? html`<h2>${says.report.claim}</h2>\n<p><a href="${claim.path}">${claim.wording}</a></p>` : ''}
<h2>${says.report.yourText}</h2>
<blockquote>${written(report.text)}</blockquote>`,
  });
}
