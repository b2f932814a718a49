// Claims at the desk: which are signed, and signing one by name.

import { html } from 'hono/html';
import { type ClaimAtDesk, canSecond, type Report, type SignOff, signOffInForce } from '../../learn/index.ts';
import { errorSummary, radios } from '../components/form.ts';
import type { Html } from '../components/html.ts';
import { type DeskPage, deskFrame } from './desk-frame.ts';
import { textField, tokenField, written } from './parts.ts';

export interface ClaimsPage extends DeskPage {
  readonly claims: readonly ClaimAtDesk[];
  readonly signOffs: readonly SignOff[];
  /** What a verdict is called, by its id. */
  readonly verdicts: Readonly<Record<string, string>>;
}

export function claimsPage(view: ClaimsPage): Html {
  const { says, claims, signOffs } = view;
  return deskFrame(
    view,
    says.claims.title,
    'claims',
    claims.length === 0
      ? html`<p>${says.claims.none}</p>`
      : html`<ul class="log">${claims.map((claim) => {
          const own = signOffs.filter((one) => one.claim === claim.id);
          const waits = own.some(({ state, edition }) => state === 'proposed' && edition === claim.edition);
          return html`<li><h2><a href="/desk/claims/${claim.id}">${claim.id}: ${claim.wording}</a></h2>
<p>${says.claims.verdict}: ${view.verdicts[claim.verdict] ?? claim.verdict}. ${standing(view, signOffInForce(claim, own))}${waits ? ` ${says.claims.states.proposed}.` : ''}</p></li>\n`;
        })}</ul>`,
  );
}

function standing({ says }: DeskPage, signOff: SignOff | undefined): string {
  if (!signOff?.decidedAt) return says.claims.notSigned;
  const day = says.moments.day(signOff.decidedAt);
  return signOff.secondBy === undefined
    ? says.claims.signedBy(signOff.by, day)
    : says.claims.signedByTwo(signOff.by, signOff.secondBy, day);
}

export interface ClaimDeskPage extends DeskPage {
  readonly claim: ClaimAtDesk;
  readonly signOffs: readonly SignOff[];
  readonly reports: readonly Report[];
  readonly verdicts: Readonly<Record<string, string>>;
  readonly error: string | undefined;
}

export function claimDeskPage(view: ClaimDeskPage): Html {
  const { says, words, claim, signOffs, reports, verdicts, error, editor } = view;
  const { claims } = says;
  return deskFrame(
    view,
    `${claims.tabTitle} ${claim.id}`,
    'claims',
    html`${errorSummary(words, error === undefined ? [] : [{ field: 'verdict', message: error }])}
<blockquote><p><a href="${claim.path}">${claim.wording}</a></p></blockquote>
<p>${claims.verdict}: ${verdicts[claim.verdict] ?? claim.verdict}. ${standing(view, signOffInForce(claim, signOffs))}</p>
<h2>${claims.sign}</h2>
<p>${claims.signText} ${claims.change}</p>
<form method="post" action="/desk/claims/${claim.id}" class="writing" novalidate>
${tokenField(view)}<input type="hidden" name="edition" value="${claim.edition}">
${radios(words, {
  name: 'verdict',
  legend: html`${claims.chooseVerdict}`,
  choices: Object.entries(verdicts).map(([value, label]) => ({ value, label })),
  chosen: [],
  ...(error === undefined ? {} : { error }),
})}
${textField(view, { name: 'note', label: claims.note, rows: 3, most: 1000, isRequired: false })}
<button type="submit" name="do" value="sign">${claims.signAs(editor.name)}</button>
</form>
${
  signOffs.length === 0
    ? ''
    : html`<h2>${claims.history}</h2>
<ul class="log">${signOffs.map((one) => html`<li>${signOffItem(view, one)}</li>`)}</ul>`
}
<h2>${claims.reports}</h2>
${
  reports.length === 0
    ? html`<p>${claims.noReports}</p>`
    : html`<ul>${reports.map((report) => html`<li><a href="/desk/reports/${report.id}">${says.moments.minute(report.createdAt)}</a>: ${says.reports.stateNames[report.state]}</li>`)}</ul>`
}`,
  );
}

function signOffItem(view: ClaimDeskPage, signOff: SignOff): Html {
  const { says, claim, verdicts, editor } = view;
  const isOwn = signOff.editor === editor.id;
  const buttons = [
    ...(canSecond(signOff, claim, editor.id) ? [['second', says.claims.second]] : []),
    ...(isOwn && signOff.state !== 'withdrawn' ? [['withdraw', says.claims.withdraw]] : []),
  ];
  return html`<h3>${verdicts[signOff.verdict] ?? signOff.verdict} <span class="hint">${says.claims.states[signOff.state]}</span></h3>
<p>${signOff.by}${signOff.secondBy === undefined ? '' : `, ${signOff.secondBy}`} · ${says.moments.minute(signOff.createdAt)}${
    signOff.edition === claim.edition ? '' : html` · <span class="hint">${says.claims.oldWording}</span>`
  }</p>
${written(signOff.note)}${
  buttons.length === 0
    ? ''
    : html`<form method="post" action="/desk/claims/${claim.id}">${tokenField(view)}<input type="hidden" name="edition" value="${claim.edition}"><input type="hidden" name="sign-off" value="${signOff.id}"><input type="hidden" name="version" value="${signOff.version}">${buttons.map(
        ([value, label]) =>
          html`<button type="submit" name="do" value="${value}" class="secondary">${label}</button>`,
      )}</form>`
}`;
}
