// A shared screen: several yes/no findings asked at once, worst first. Ticking "not sure" leads to the same findings
// one below the other, each with yes, no and not sure: an empty box counts as "no" only where the runner was told so.

import { html } from 'hono/html';
import type { Finding, Screen } from '../knowledge/index.ts';
import { type Answers, UNSURE } from '../vocabulary/index.ts';
import { backLink, details, errorSummary, questionHeading, radios, tickBoxes } from './components/form.ts';
import type { Html } from './components/html.ts';
import type { KeptIn } from './components/kept-line.ts';
import { layout } from './components/layout.ts';
import { movedNotice } from './components/moved-notice.ts';
import { todayBanner } from './components/today-banner.ts';

/** Values of the two choices that stand apart from the findings. */
export const NONE = 'none';
export const NOT_SURE = 'not-sure';

export interface ScreenPage {
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
  readonly seenToday: boolean;
  /** Another tab has moved on. */
  readonly moved: boolean;
  readonly stylesheet: string;
  readonly keptIn: KeptIn;
}

export function screenPage(view: ScreenPage): Html {
  const { screen, errors } = view;
  const hasErrors = Object.keys(errors).length > 0;
  const section = `${screen.section} – page ${view.step} of ${view.of}`;
  return layout({
    title: `${hasErrors ? 'Error: ' : ''}${screen.title}`,
    stylesheet: view.stylesheet,
    keptIn: view.keptIn,
    main: html`${backLink(view.back)}
${errorSummary(
  Object.entries(errors).map(([id, message]) => ({
    field: id === 'screen' ? 'found' : fieldOf(view, id),
    message,
  })),
)}
${movedNotice(view.moved)}
${todayBanner(view.seenToday)}
<form class="asks" method="post" action="/assess/step/${view.step}" autocomplete="off" novalidate>
<input type="hidden" name="ask" value="${screen.id}">
${view.returnsToCheck ? html`<input type="hidden" name="from" value="check">` : ''}
${view.each ? eachFinding(view, section) : oneList(view, section)}
<button type="submit">Continue</button>
</form>
${details(
  'Why these questions?',
  html`<ul>${view.findings.map((finding) => html`<li><strong>${finding.short}:</strong> ${finding.why}</li>`)}</ul>`,
)}`,
  });
}

function oneList(view: ScreenPage, section: string): Html {
  const { screen, findings, answers } = view;
  const asked = findings.every((finding) => answers[finding.id] !== undefined);
  const chosen = findings.filter((finding) => answers[finding.id] === 'yes').map((finding) => finding.id);
  const unsure = findings.some((finding) => answers[finding.id] === UNSURE);
  return tickBoxes({
    name: 'found',
    legend: questionHeading(section, screen.title),
    hint: `${screen.intro ? `${screen.intro} ` : ''}Tick all that apply. A box left empty counts as no.`,
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
        label: 'I am not sure about one or more of these',
        hint: 'The next page asks one by one',
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
  const { screen, findings, answers } = view;
  return html`${questionHeading(section, screen.title)}
<p class="hint">Answer each one. “Not sure” is a real answer: it is never taken for a no.</p>
<input type="hidden" name="each" value="1">
${findings.map((finding) => {
  const answer = answers[finding.id];
  const error = view.errors[finding.id];
  return radios({
    name: `answer-${finding.id}`,
    id: fieldOf(view, finding.id),
    legend: html`<h2 class="legend">${finding.question}</h2>`,
    ...(finding.hint ? { hint: finding.hint } : {}),
    choices: [
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No' },
      { value: UNSURE, label: 'Not sure' },
    ],
    chosen: answer === undefined ? [] : [answer],
    ...(error ? { error } : {}),
  });
})}`;
}
