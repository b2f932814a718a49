// One question to a page.

import { html } from 'hono/html';
import type { Finding, State } from '../knowledge/index.ts';
import { type Answer, SIDES, type Spot, UNSURE } from '../vocabulary/index.ts';
import { bodyLayer, bodyPicture } from './components/body-picture.ts';
import { figure } from './components/figure/figure.ts';
import { backLink, type Choice, details, errorSummary, questionHeading, radios } from './components/form.ts';
import type { Html } from './components/html.ts';
import { type Frame, layout } from './components/layout.ts';
import { movedNotice } from './components/moved-notice.ts';
import { type Urgent, urgentBanner } from './components/urgent-banner.ts';
import type { KeptIn } from './kept-in.ts';
import type { Words } from './words/index.ts';

export interface QuestionPage extends Frame {
  readonly finding: Finding;
  readonly section: string;
  readonly step: number;
  readonly answer: Answer | undefined;
  /** Where exactly it lies, as far as that was told. */
  readonly spot?: Spot | undefined;
  readonly error: string | undefined;
  readonly back: string;
  /** Set when the runner came from "check your answers". */
  readonly returnsToCheck: boolean;
  /** Answers so far already mean: be seen today. */
  readonly urgent: Urgent;
  /** Another tab has moved on. */
  readonly moved: boolean;
  readonly keptIn: KeptIn;
}

export function questionPage(view: QuestionPage): Html {
  const { finding, error, words } = view;
  const field = radios(words, {
    name: 'answer',
    legend: questionHeading(view.section, finding.question),
    ...(finding.hint ? { hint: finding.hint } : {}),
    choices: finding.states.flatMap(choicesOf),
    ...(finding.states.some(({ regions }) => regions) ? { picture: bodyPicture(words) } : {}),
    chosen: view.answer === undefined ? [] : [view.spot?.part ?? view.answer],
    orElse: [
      {
        value: UNSURE,
        label: finding.selfTest ? words.answers.ratherNot : words.answers.iAmUnsure,
      },
    ],
    ...(error ? { error } : {}),
  });
  return layout({
    words,
    title: error ? words.frame.errorTitle(finding.question) : finding.question,
    stylesheets: view.stylesheets,
    keptIn: view.keptIn,
    scripts: ['turn'],
    inOnePiece: true,
    main: html`${backLink(words, view.back)}
${errorSummary(words, error ? [{ field: 'answer', message: error }] : [])}
${movedNotice(words, view.moved)}
${urgentBanner(words, view.urgent)}
<form class="asks" method="post" action="/assess/step/${view.step}" autocomplete="off" novalidate>
<input type="hidden" name="ask" value="${finding.id}">
${view.returnsToCheck ? html`<input type="hidden" name="from" value="check">` : ''}
${finding.selfTest ? selfTest(words, finding) : ''}
${field}
${finding.sides ? whichSide(view) : ''}
<button type="submit">${words.frame.goOn}</button>
</form>
${details(words.question.why, html`<p>${finding.why}</p>`)}`,
  });
}

/** A state, after its parts: they come first because the state is for whoever cannot say which part. */
function choicesOf({ id, label, hint, regions, parts = [] }: State): readonly Choice[] {
  return [
    ...parts.map(
      (part): Choice => ({
        value: part.id,
        label: part.label,
        layer: bodyLayer([part.region]),
        isHalf: true,
      }),
    ),
    {
      value: id,
      label,
      ...(hint ? { hint } : {}),
      ...(regions ? { layer: bodyLayer(regions, { isPressed: parts.length === 0 }) } : {}),
    },
  ];
}

/** Beside the place, on the same page; nothing hangs on it, so it may be left out. */
function whichSide({ words, spot }: QuestionPage): Html {
  const { question, answers } = words;
  return radios(words, {
    name: 'side',
    legend: html`<h2 class="legend">${question.whichSide}</h2>`,
    hint: question.whichSideHint,
    choices: SIDES.map((side) => ({ value: side, label: answers.sides[side], isHalf: true })),
    chosen: spot?.side ? [spot.side] : [],
  });
}

/** How to do a test at home; it stands before the question because it has to be done first. */
function selfTest({ question }: Words, finding: Finding): Html {
  const { selfTest: test } = finding;
  if (!test) return html``;
  return html`<section class="self-test" aria-labelledby="test-title">
<h2 id="test-title">${question.tryFirst(finding.short)}</h2>
<ol>${test.steps.map((step) => html`<li>${step}</li>`)}</ol>
<p class="stop"><strong>${question.stop}</strong> ${test.stop}</p>
${test.figure ? html`${figure(test.figure)}<p class="hint">${question.striped}</p>` : ''}
<p class="hint">${test.accuracy}</p>
</section>`;
}
