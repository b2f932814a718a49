// A shared screen: several yes/no findings asked at once, worst first. Ticking "not sure" leads to the same findings
// one below the other, each with yes, no and not sure: an empty box counts as "no" only where the runner was told so.

import { html } from 'hono/html';
import type { Finding, Screen } from '../knowledge/index.ts';
import { type Answers, UNSURE } from '../vocabulary/index.ts';
import { backLink, details, errorSummary, questionHeading, radios, tickBoxes } from './components/form.ts';
import type { Html } from './components/html.ts';
import { type Frame, layout } from './components/layout.ts';
import { movedNotice } from './components/moved-notice.ts';
import { type Urgent, urgentBanner } from './components/urgent-banner.ts';
import type { KeptIn } from './kept-in.ts';

/** Values of the two choices that stand apart from the findings. */
export const NONE = 'none';
export const NOT_SURE = 'not-sure';

export interface ScreenPage extends Frame {
  readonly screen: Screen;
  readonly findings: readonly Finding[];
  readonly step: number;
  readonly of: number;
  readonly answers: Answers;
  /** What was ticked on a form that had to be refused, instead of the answers. */
  readonly ticked: readonly string[] | undefined;
  /** Ask each finding on its own. */
  readonly each: boolean;
  /** Errors by finding id; `screen` for the screen as a whole. */
  readonly errors: Readonly<Record<string, string>>;
  readonly back: string;
  readonly returnsToCheck: boolean;
  readonly urgent: Urgent;
  /** Another tab has moved on. */
  readonly moved: boolean;
  readonly keptIn: KeptIn;
}

export function screenPage(view: ScreenPage): Html {
  const { screen, errors, words } = view;
  const hasErrors = Object.keys(errors).length > 0;
  const section = words.screen.page(screen.section, view.step, view.of);
  return layout({
    words,
    title: hasErrors ? words.frame.errorTitle(screen.title) : screen.title,
    stylesheets: view.stylesheets,
    keptIn: view.keptIn,
    scripts: ['turn'],
    inOnePiece: true,
    main: html`${backLink(words, view.back)}
${errorSummary(
  words,
  Object.entries(errors).map(([id, message]) => ({
    field: id === 'screen' ? 'found' : fieldOf(view, id),
    message,
  })),
)}
${movedNotice(words, view.moved)}
${urgentBanner(words, view.urgent)}
<form class="asks" method="post" action="/assess/step/${view.step}" autocomplete="off" novalidate>
<input type="hidden" name="ask" value="${screen.id}">
${view.returnsToCheck ? html`<input type="hidden" name="from" value="check">` : ''}
${view.each ? eachFinding(view, section) : oneList(view, section)}
<button type="submit">${words.frame.goOn}</button>
</form>
${details(
  words.screen.why,
  html`<ul>${view.findings.map((finding) => html`<li><strong>${finding.short}:</strong> ${finding.why}</li>`)}</ul>`,
)}`,
  });
}

function oneList(view: ScreenPage, section: string): Html {
  const { screen, findings, answers, words } = view;
  const asked = findings.every((finding) => answers[finding.id] !== undefined);
  const chosen = findings.filter((finding) => answers[finding.id] === 'yes').map((finding) => finding.id);
  const unsure = findings.some((finding) => answers[finding.id] === UNSURE);
  return tickBoxes(words, {
    name: 'found',
    legend: questionHeading(section, screen.title),
    hint: `${screen.intro ? `${screen.intro} ` : ''}${words.answers.tickAll}`,
    choices: findings.map((finding) => ({ value: finding.id, label: finding.item ?? finding.question })),
    chosen: view.ticked ?? [
      ...chosen,
      ...(unsure ? [NOT_SURE] : []),
      ...(asked && !unsure && chosen.length === 0 ? [NONE] : []),
    ],
    orElse: [
      { value: NONE, label: screen.none },
      {
        value: NOT_SURE,
        label: words.answers.unsureOfSome,
        hint: words.answers.askedEach,
      },
    ],
    ...(view.errors.screen ? { error: view.errors.screen } : {}),
  });
}

/** Numbered, not named for the finding: a link to the field puts this into the address. */
function fieldOf({ findings }: ScreenPage, id: string): string {
  return `answer-${findings.findIndex((finding) => finding.id === id) + 1}`;
}

function eachFinding(view: ScreenPage, section: string): Html {
  const { screen, findings, answers, words } = view;
  return html`${questionHeading(section, screen.title)}
<p class="hint">${words.answers.answerEach}</p>
<input type="hidden" name="each" value="1">
${findings.map((finding) => {
  const answer = answers[finding.id];
  const error = view.errors[finding.id];
  return radios(words, {
    name: `answer-${finding.id}`,
    id: fieldOf(view, finding.id),
    legend: html`<h2 class="legend">${finding.question}</h2>`,
    ...(finding.hint ? { hint: finding.hint } : {}),
    choices: [
      { value: 'yes', label: words.answers.yes },
      { value: 'no', label: words.answers.no },
      { value: UNSURE, label: words.answers.unsure },
    ],
    chosen: answer === undefined ? [] : [answer],
    ...(error ? { error } : {}),
  });
})}`;
}
