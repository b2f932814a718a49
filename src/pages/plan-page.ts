// What to do now, day by day: the plan as it begins, worked out anew from the answers each time. Nothing is kept here; a plan with
// check-ins begins from it.

import { html } from 'hono/html';
import type { KnowledgeBase, SourcedText } from '../knowledge/index.ts';
import { doseInWords, levelOf, type OpenPlan, type Session } from '../recover/index.ts';
import { weekdayOf } from '../vocabulary/index.ts';
import { backLink } from './components/form.ts';
import type { Html } from './components/html.ts';
import { layout } from './components/layout.ts';
import { from } from './knowledge/parts.ts';
import { criterion, exerciseLink, listUnder, planLink, sourced } from './knowledge/recovery-parts.ts';

/** Why there is no plan, or none yet, with what to do instead. */
export interface NoPlanPage {
  readonly kind: 'none' | 'locked';
  readonly because: string;
  readonly instead: readonly string[];
  readonly stylesheet: string;
}

export interface OpenPlanPage {
  readonly kind: 'open';
  readonly plan: OpenPlan;
  readonly week: readonly Session[];
  /** By what is withheld, the questions whose answer could open it; as a sentence. */
  readonly opens: readonly string[];
  readonly forecast: readonly string[];
  /** What was taken for granted about the runner, as sentences. */
  readonly assumed: readonly string[];
  readonly knowledge: KnowledgeBase;
  readonly stylesheet: string;
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

export function planOfResultPage(view: NoPlanPage | OpenPlanPage): Html {
  return view.kind === 'open' ? openPage(view) : closedPage(view);
}

function closedPage({ kind, because, instead, stylesheet }: NoPlanPage): Html {
  const title = kind === 'locked' ? 'Your plan is locked' : 'There is no plan for you here';
  return layout({
    title,
    stylesheet,
    main: html`${backLink('/assess/result')}
<h1>${title}</h1>
<p>${because}</p>
<ul>${instead.map((line) => html`<li>${line}</li>`)}</ul>
<p>If a clinician has told you what it is, you can <a href="/recover/start">begin a plan with their word</a>.</p>
<p><a href="/assess/result">Back to your result</a></p>`,
  });
}

function openPage(view: OpenPlanPage): Html {
  const { plan, knowledge, week, opens, forecast, assumed } = view;
  const { route, course } = plan;
  const level = levelOf(route, course.standing);
  const here = route.stages[level.stage]?.stage;
  const later = route.stages.slice(level.stage + 1);
  return layout({
    title: 'What to do now, day by day',
    stylesheet: view.stylesheet,
    main: html`${backLink('/assess/result')}
<h1>What to do now, day by day</h1>
<p><strong>Not yet reviewed by a clinician.</strong> ${planLink(route.plan)}. ${route.plan.summary}</p>
<p>This is the first week only, and it does not change with how you feel. If it gets worse, stop and <a href="/assess/check">check your answers</a> again.</p>
<p><a class="button" href="/recover/start">Begin this plan with check-ins</a></p>
${plan.notes.map((note) => html`<p>${note}</p>`)}
${
  here
    ? html`<h2>Stage ${level.stage + 1} of ${route.stages.length}: ${here.name}</h2>
<p>${here.aim}</p>
<p>Running: ${plan.withheld.some(({ exercise }) => !exercise) ? 'not now; see below why.' : html`${here.running.text} ${from(here.running.basis)}`}</p>`
    : ''
}
<h2>This week</h2>
${week.map((session) => sessionPart(session))}
${listUnder('Instead of running', plan.offer.cross.map(sourced))}
${listUnder(
  'You move on when',
  (here?.leave ?? []).map((one) => criterion(knowledge, one)),
)}
${listUnder('Work and daily life', sources(here?.daily))}
${listUnder('Leave out', sources(here?.avoid))}
${listUnder('Left out, because something else is still possible', opens)}
${listUnder(
  'After that',
  later.map(({ stage, atLeastDays }) => `${stage.name}: ${stage.aim} (${atLeastDays} days at least)`),
)}
${forecast.length > 0 ? html`<h2>When you may be back</h2>${forecast.map((line) => html`<p>${line}</p>`)}` : ''}
${listUnder('What this takes for granted', assumed)}`,
  });
}

function sources(all: readonly SourcedText[] | undefined): readonly Html[] {
  return (all ?? []).map(sourced);
}

function sessionPart({ date, title, items, run }: Session): Html {
  return html`<h3>${WEEKDAYS[weekdayOf(date) - 1] ?? ''}, <time datetime="${date}">${date}</time>: ${title}</h3>
${run ? html`<p>${run.step === undefined ? '' : `Step ${run.step}${run.of === undefined ? '' : ` of ${run.of}`}. `}${run.text}</p>` : ''}
${
  items.length > 0
    ? html`<ul>${items.map(
        ({ exercise, dose, side }) =>
          html`<li>${exerciseLink(exercise)}: ${doseInWords(dose)}${side === 'each' ? ', each side' : ''}. ${from(dose.basis)}</li>\n`,
      )}</ul>`
    : ''
}`;
}
