// What to do now, day by day: the plan as it begins, worked out anew from the answers each time. Nothing is kept here; a plan with
// check-ins begins from it.

import { html } from 'hono/html';
import type { KnowledgeBase, SourcedText } from '../knowledge/index.ts';
import { doseInWords, levelOf, type OpenPlan, type Session } from '../recover/index.ts';
import { backLink } from './components/form.ts';
import { type FindGuideLink, guideLine } from './components/guide-link.ts';
import type { Html } from './components/html.ts';
import { type Frame, layout } from './components/layout.ts';
import { from } from './knowledge/parts.ts';
import { criterion, exerciseLink, listUnder, planLink, sourced } from './knowledge/recovery-parts.ts';
import type { Words } from './words/index.ts';

/** Why there is no plan, or none yet, with what to do instead. */
export interface NoPlanPage extends Frame {
  readonly kind: 'none' | 'locked';
  readonly because: string;
  readonly instead: readonly string[];
}

export interface OpenPlanPage extends Frame {
  readonly kind: 'open';
  readonly plan: OpenPlan;
  readonly week: readonly Session[];
  /** By what is withheld, the questions whose answer could open it; as a sentence. */
  readonly opens: readonly string[];
  readonly forecast: readonly string[];
  /** What was taken for granted about the runner, as sentences. */
  readonly assumed: readonly string[];
  readonly knowledge: KnowledgeBase;
  readonly guideLink?: FindGuideLink;
}

export function planOfResultPage(view: NoPlanPage | OpenPlanPage): Html {
  return view.kind === 'open' ? openPage(view) : closedPage(view);
}

function closedPage({ kind, because, instead, stylesheets, words }: NoPlanPage): Html {
  const says = words.planOfResult;
  const title = kind === 'locked' ? says.locked : says.none;
  return layout({
    words,
    title,
    stylesheets,
    main: html`${backLink(words, '/assess/result')}
<h1>${title}</h1>
<p>${because}</p>
<ul>${instead.map((line) => html`<li>${line}</li>`)}</ul>
<p>${says.withTheirWord}</p>
<p><a href="/assess/result">${says.backToResult}</a></p>`,
  });
}

function openPage(view: OpenPlanPage): Html {
  const { plan, knowledge, week, opens, forecast, assumed, words } = view;
  const { planOfResult: says, recover } = words;
  const { route, course } = plan;
  const level = levelOf(route, course.standing);
  const here = route.stages[level.stage]?.stage;
  const later = route.stages.slice(level.stage + 1);
  return layout({
    words,
    title: words.result.dayByDay,
    stylesheets: view.stylesheets,
    main: html`${backLink(words, '/assess/result')}
<h1>${words.result.dayByDay}</h1>
<p><strong>${words.frame.notReviewed}</strong> ${planLink(route.plan)}. ${route.plan.summary}</p>
${guideLine(words, view.guideLink?.('plans', route.plan.id))}
<p>${says.firstWeek}</p>
<p><a class="button" href="/recover/start">${says.begin}</a></p>
${plan.notes.map((note) => html`<p>${note}</p>`)}
${
  here
    ? html`<h2>${recover.stageOf(level.stage + 1, route.stages.length, here.name)}</h2>
<p>${here.aim}</p>
<p>${recover.running} ${plan.withheld.some(({ exercise }) => !exercise) ? says.runningNotNow : html`${here.running.text} ${from(here.running.basis, words)}`}</p>`
    : ''
}
<h2>${says.thisWeek}</h2>
${runsOfAlike(week).map((days) => sessionPart(words, days))}
${listUnder(says.insteadOfRunning, sources(words, plan.offer.cross))}
${listUnder(
  recover.moveOnWhen,
  (here?.leave ?? []).map((one) => criterion(knowledge, one, words)),
)}
${listUnder(recover.daily, sources(words, here?.daily))}
${listUnder(recover.avoid, sources(words, here?.avoid))}
${listUnder(says.leftOut, opens)}
${listUnder(
  says.after,
  later.map(({ stage, atLeastDays }) => says.stageAfter(stage.name, stage.aim, atLeastDays)),
)}
${forecast.length > 0 ? html`<h2>${recover.whenBack}</h2>${forecast.map((line) => html`<p>${line}</p>`)}` : ''}
${listUnder(says.assumed, assumed)}`,
  });
}

function sources(words: Words, all: readonly SourcedText[] | undefined): readonly Html[] {
  return (all ?? []).map((one) => sourced(one, words));
}

/** Sessions in a row that differ in nothing but their day: they are told once. */
function runsOfAlike(week: readonly Session[]): readonly (readonly Session[])[] {
  const runs: Session[][] = [];
  for (const session of week) {
    const last = runs.at(-1);
    if (last?.[0] && isAlike(last[0], session)) last.push(session);
    else runs.push([session]);
  }
  return runs;
}

function isAlike(one: Session, other: Session): boolean {
  const told = ({ kind, title, items, run }: Session) => JSON.stringify([kind, title, items, run]);
  return told(one) === told(other);
}

function sessionPart(words: Words, days: readonly Session[]): Html {
  const { recover, ofRecover, dates, frame, planOfResult } = words;
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return html``;
  const { title, items, run } = first;
  const day = ({ date }: Session) => html`<time datetime="${date}">${dates.long(date)}</time>`;
  const when = days.length > 1 ? planOfResult.everyDay(day(first), day(last)) : day(first);
  return html`<h3>${when}${frame.colon}${title}</h3>
${run ? html`<p>${run.step === undefined ? '' : `${recover.stepOf(run.step, run.of)} `}${run.text}</p>` : ''}
${
  items.length > 0
    ? html`<ul>${items.map(
        ({ exercise, dose, side }) =>
          html`<li>${exerciseLink(exercise)}${frame.colon}${doseInWords(dose, ofRecover)}${side === 'both' ? '' : `, ${recover.sides[side]}`}. ${from(dose.basis, words)}</li>\n`,
      )}</ul>`
    : ''
}`;
}
