// Today: the decision and why, what to do, what to tick off. A rest day says rest; a locked plan says what to do instead.

import { html } from 'hono/html';
import type { Place } from '../../knowledge/index.ts';
import {
  type Day,
  type Decision,
  doseInWords,
  type LockedPlan,
  levelOf,
  type OpenPlan,
  type Session,
  type SessionItem,
} from '../../recover/index.ts';
import type { LocalDate } from '../../vocabulary/index.ts';
import { careCard } from '../components/care-card.ts';
import { exerciseFigure } from '../components/figure/figure.ts';
import type { Html } from '../components/html.ts';
import { runTimer } from '../components/timer-button.ts';
import type { Words } from '../words/index.ts';
import { dated, type RecoverPage, recoverFrame } from './parts.ts';

export interface TodayPage extends RecoverPage {
  readonly plan: OpenPlan;
  readonly day: Day;
  /** Yesterday, where it has no check-in and the plan had begun. */
  readonly missed: LocalDate | undefined;
  /** What was just done, to be said once. */
  readonly done: string | undefined;
  readonly id: string;
  /** What was found of the runs of today, in sentences; empty without one. */
  readonly found: readonly string[];
  /** Whether runs are recorded: then the page says beforehand how long. */
  readonly records: boolean;
}

export interface LockedTodayPage extends RecoverPage {
  readonly plan: LockedPlan;
  readonly place: Place;
  /** Whether a check-in of today ticked a danger sign. */
  readonly canCorrect: boolean;
}

export interface NoTodayPage extends RecoverPage {
  readonly title: string;
  readonly because: string;
  readonly instead: readonly string[];
}

export function todayPage(view: TodayPage): Html {
  const { plan, day, missed, done, words } = view;
  const { today: says, recover } = words;
  const { today, decision, route, course } = plan;
  const level = levelOf(route, course.standing);
  const here = route.stages[level.stage];
  return recoverFrame(
    view,
    recover.tabs.today,
    'today',
    html`${done ? html`<p class="notice" role="status">${done}</p>` : ''}
<h1>${dated(words, today)}</h1>
${decisionPart(words, decision, day.checkedIn)}
<p><a class="button" href="/recover/check-in">${day.checkedIn ? says.change : says.checkIn}</a></p>
${missed ? html`<p><a href="/recover/check-in?date=${missed}">${says.missed}</a></p>` : ''}
<p><strong>${recover.stageOf(level.stage + 1, route.stages.length, here?.stage.name ?? '')}</strong>${
      level.step === undefined ? '' : `, ${says.step(level.step + 1, here?.steps.length ?? 1)}`
    }. ${here?.stage.aim ?? ''}</p>
${foundPart(view)}
${plan.todaysSessions.map((session) => sessionPart(view, session))}
${plan.notes.map((note) => html`<p class="hint">${note}</p>`)}
${plan.withheld.length > 0 ? html`<p><a href="/recover/plan#withheld">${says.leftOut(plan.withheld.length)}</a></p>` : ''}
${stopRules(view)}`,
    plan.todaysSessions.some(({ run }) => run?.intervals !== undefined) ? ['timer'] : [],
  );
}

function decisionPart({ today, recover }: Words, { kind, reason }: Decision, checkedIn: boolean): Html {
  if (!checkedIn && kind === 'hold') {
    return html`<p class="decision decision-none">${today.noCheckIn}</p>`;
  }
  return html`<p class="decision decision-${kind}"><strong>${recover.decisions[kind]}.</strong> ${reason}</p>`;
}

/** A run of today that was recorded: it counts once the runner has said how it went. */
function foundPart({ found, day, words }: TodayPage): Html {
  if (found.length === 0) return html``;
  const { runInPlan: says } = words;
  return html`<section class="session" id="found"><h2>${says.title}</h2><ul>${found.map((line) => html`<li>${line}</li>`)}</ul>
${day.ran ? '' : html`<p><a class="button" href="/recover/check-in">${says.tickIt}</a></p>`}</section>`;
}

function sessionPart(view: TodayPage, session: Session): Html {
  const { day, id, found, records, words } = view;
  const { today: says, recover, runInPlan } = words;
  if (session.kind === 'rest') {
    return html`<section class="session"><h2>${says.rest}</h2><p>${says.restText}</p>${cross(view)}</section>`;
  }
  const isDone = session.kind === 'run' ? day.ran : day.exercised;
  return html`<section class="session"><h2>${session.title}</h2>
${
  session.run
    ? html`<p>${session.run.step === undefined ? '' : `${recover.stepOf(session.run.step, session.run.of)} `}${session.run.text}</p>
${session.run.rules.length > 0 ? html`<ul>${session.run.rules.map((rule) => html`<li>${rule}</li>`)}</ul>` : ''}${records && found.length === 0 && session.run.step !== undefined ? html`<p class="hint">${runInPlan.beforeRun(session.run.minutes)}</p>` : ''}${runTimer(session.run, words)}`
    : ''
}
${session.items.length > 0 ? html`<ul class="items">${session.items.map((item) => html`<li>${exerciseFigure(item.exercise, { size: 'small' })}${itemWords(words, item)}</li>`)}</ul>` : ''}
<form method="post" action="/recover/session"><input type="hidden" name="id" value="${id}-${session.kind}"><input type="hidden" name="session" value="${session.id}"><input type="hidden" name="kind" value="${session.kind}">${
    isDone
      ? html`<p><strong>${says.isDone}</strong></p><button class="secondary" type="submit" name="done" value="no">${says.notDone}</button>`
      : html`<button type="submit" name="done" value="yes">${says.markDone}</button>`
  }</form></section>`;
}

export function itemPart(words: Words, item: SessionItem): Html {
  return html`<li>${itemWords(words, item)}</li>\n`;
}

function itemWords(
  { frame, today, recover, ofRecover }: Words,
  { exercise, dose, side, instead }: SessionItem,
): Html {
  const sides = recover.sides[side];
  return html`<a href="/recover/exercise/${exercise.id}">${exercise.name}</a>${frame.colon}${doseInWords(dose, ofRecover)}${sides ? `, ${sides}` : ''}.${
    instead.length > 0
      ? html` <span class="hint">${today.insteadOfKit(instead.map(({ use }) => use).join(' '))}</span>`
      : ''
  }`;
}

function cross({ plan, words }: TodayPage): Html {
  const { cross: all } = plan.offer;
  if (all.length === 0) return html``;
  return html`<p>${words.today.moveMore}</p><ul>${all.map(({ text }) => html`<li>${text}</li>`)}</ul>`;
}

function stopRules({ plan, knowledge, words }: TodayPage): Html {
  const ids = new Set(
    plan.todaysSessions.flatMap(({ items }) => items.flatMap(({ exercise }) => exercise.stop)),
  );
  const rules = knowledge.recovery.stopRules.filter(({ id }) => ids.has(id));
  if (rules.length === 0) return html``;
  return html`<div class="stop"><h2>${words.recover.stopWhen}</h2><ul>${rules.map(({ text }) => html`<li>${text}</li>`)}</ul></div>`;
}

export function lockedTodayPage(view: LockedTodayPage): Html {
  const { plan, knowledge, place, canCorrect, words } = view;
  const { today: says, result, planOfResult } = words;
  const text = knowledge.levels[plan.level];
  return recoverFrame(
    view,
    planOfResult.locked,
    'today',
    html`${careCard(
      words,
      plan.level,
      planOfResult.locked,
      html`<p>${plan.because}</p>
${plan.level === 'emergency' ? html`<p class="call">${result.callBefore} <a href="tel:${place.emergency}">${place.emergency}</a> ${result.callAfter}</p>` : ''}
${plan.level === 'emergency' || plan.level === 'same-day' ? html`<p>${text.action} ${text.where}</p>` : ''}
<ul>${plan.doNow.map((line) => html`<li>${line}</li>`)}</ul>`,
    )}
<p>${says.lockedUntil}</p>
<p><a class="button" href="/recover/clinician">${says.lookedAt}</a></p>
${canCorrect ? html`<p><a href="/recover/check-in">${says.byMistake}</a></p>` : ''}
<p>${says.calendar}</p>`,
  );
}

export function noTodayPage(view: NoTodayPage): Html {
  const says = view.words.today;
  return recoverFrame(
    view,
    view.title,
    'today',
    html`<h1>${view.title}</h1>
<p>${view.because}</p>
<ul>${view.instead.map((line) => html`<li>${line}</li>`)}</ul>
<p><a href="/recover/clinician">${says.toldMe}</a></p>
<p><a href="/assess">${says.backToAnswers}</a></p>`,
  );
}
