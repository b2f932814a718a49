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
import { DECISION_WORDS, dated, type RecoverPage, recoverFrame } from './parts.ts';

export interface TodayPage extends RecoverPage {
  readonly plan: OpenPlan;
  readonly day: Day;
  /** Yesterday, where it has no check-in and the plan had begun. */
  readonly missed: LocalDate | undefined;
  /** What was just done, to be said once. */
  readonly done: string | undefined;
  readonly id: string;
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
  const { plan, day, missed, done } = view;
  const { today, decision, route, course } = plan;
  const level = levelOf(route, course.standing);
  const here = route.stages[level.stage];
  return recoverFrame(
    view,
    'Today',
    'today',
    html`${done ? html`<p class="notice" role="status">${done}</p>` : ''}
<h1>${dated(today)}</h1>
${decisionPart(decision, day.checkedIn)}
<p><a class="button" href="/recover/check-in">${day.checkedIn ? 'Change today’s check-in' : 'Check in'}</a></p>
${missed ? html`<p><a href="/recover/check-in?date=${missed}">Yesterday has no check-in yet: add it</a></p>` : ''}
<p><strong>Stage ${level.stage + 1} of ${route.stages.length}: ${here?.stage.name ?? ''}</strong>${
      level.step === undefined ? '' : html`, step ${level.step + 1} of ${here?.steps.length ?? 1}`
    }. ${here?.stage.aim ?? ''}</p>
${plan.todaysSessions.map((session) => sessionPart(view, session))}
${plan.notes.map((note) => html`<p class="hint">${note}</p>`)}
${plan.withheld.length > 0 ? html`<p><a href="/recover/plan#withheld">${plan.withheld.length === 1 ? 'One thing is' : `${plan.withheld.length} things are`} left out for now: see why</a></p>` : ''}
${stopRules(view)}`,
    plan.todaysSessions.some(({ run }) => run?.intervals !== undefined),
  );
}

function decisionPart({ kind, reason }: Decision, checkedIn: boolean): Html {
  if (!checkedIn && kind === 'hold') {
    return html`<p class="decision decision-none"><strong>No check-in yet today.</strong> It takes half a minute, best after you got up and again after a session.</p>`;
  }
  return html`<p class="decision decision-${kind}"><strong>${DECISION_WORDS[kind]}.</strong> ${reason}</p>`;
}

function sessionPart(view: TodayPage, session: Session): Html {
  const { day, id } = view;
  if (session.kind === 'rest') {
    return html`<section class="session"><h2>Rest day</h2><p>No session today. Rest is when the muscle mends: walk and move as usual, as far as it stays easy.</p>${cross(view)}</section>`;
  }
  const isDone = session.kind === 'run' ? day.ran : day.exercised;
  return html`<section class="session"><h2>${session.title}</h2>
${
  session.run
    ? html`<p>${session.run.step === undefined ? '' : `Step ${session.run.step}${session.run.of === undefined ? '' : ` of ${session.run.of}`}. `}${session.run.text}</p>
${session.run.rules.length > 0 ? html`<ul>${session.run.rules.map((rule) => html`<li>${rule}</li>`)}</ul>` : ''}${runTimer(session.run)}`
    : ''
}
${session.items.length > 0 ? html`<ul class="items">${session.items.map((item) => html`<li>${exerciseFigure(item.exercise, { size: 'small' })}${itemWords(item)}</li>`)}</ul>` : ''}
<form method="post" action="/recover/session"><input type="hidden" name="id" value="${id}-${session.kind}"><input type="hidden" name="session" value="${session.id}"><input type="hidden" name="kind" value="${session.kind}">${
    isDone
      ? html`<p><strong>Done.</strong></p><button class="secondary" type="submit" name="done" value="no">Not done after all</button>`
      : html`<button type="submit" name="done" value="yes">Done</button>`
  }</form></section>`;
}

export function itemPart(item: SessionItem): Html {
  return html`<li>${itemWords(item)}</li>\n`;
}

function itemWords({ exercise, dose, side, instead }: SessionItem): Html {
  const sides = { left: 'left leg', right: 'right leg', each: 'each side', both: '' }[side];
  return html`<a href="/recover/exercise/${exercise.id}">${exercise.name}</a>: ${doseInWords(dose)}${sides ? `, ${sides}` : ''}.${
    instead.length > 0
      ? html` <span class="hint">Instead of the kit: ${instead.map(({ use }) => use).join(' ')}</span>`
      : ''
  }`;
}

function cross({ plan }: TodayPage): Html {
  const { cross: all } = plan.offer;
  if (all.length === 0) return html``;
  return html`<p>If you want to move more, instead of running:</p><ul>${all.map(({ text }) => html`<li>${text}</li>`)}</ul>`;
}

function stopRules({ plan, knowledge }: TodayPage): Html {
  const ids = new Set(
    plan.todaysSessions.flatMap(({ items }) => items.flatMap(({ exercise }) => exercise.stop)),
  );
  const rules = knowledge.recovery.stopRules.filter(({ id }) => ids.has(id));
  if (rules.length === 0) return html``;
  return html`<div class="stop"><h2>Stop when</h2><ul>${rules.map(({ text }) => html`<li>${text}</li>`)}</ul></div>`;
}

export function lockedTodayPage(view: LockedTodayPage): Html {
  const { plan, knowledge, place, canCorrect } = view;
  const text = knowledge.levels[plan.level];
  return recoverFrame(
    view,
    'Your plan is locked',
    'today',
    html`${careCard(
      plan.level,
      'Your plan is locked',
      html`<p>${plan.because}</p>
${plan.level === 'emergency' ? html`<p class="call">Call <a href="tel:${place.emergency}">${place.emergency}</a> now</p>` : ''}
${plan.level === 'emergency' || plan.level === 'same-day' ? html`<p>${text.action} ${text.where}</p>` : ''}
<ul>${plan.doNow.map((line) => html`<li>${line}</li>`)}</ul>`,
    )}
<p>There is no session, today or later, until a clinician has looked at it.</p>
<p><a class="button" href="/recover/clinician">A clinician has looked at it</a></p>
${canCorrect ? html`<p><a href="/recover/check-in">I ticked it by mistake: change today’s check-in</a></p>` : ''}
<p><a href="/recover/calendar.ics">Take the sessions out of your calendar</a> <span class="hint">(a file, for those who put them there)</span></p>`,
  );
}

export function noTodayPage(view: NoTodayPage): Html {
  return recoverFrame(
    view,
    view.title,
    'today',
    html`<h1>${view.title}</h1>
<p>${view.because}</p>
<ul>${view.instead.map((line) => html`<li>${line}</li>`)}</ul>
<p><a href="/recover/clinician">A clinician has told me what it is</a></p>
<p><a href="/assess">Back to your answers</a></p>`,
  );
}
