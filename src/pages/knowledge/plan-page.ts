// The plans: the list, and one plan as a reviewer reads it, stage by stage, each dose and threshold with its source.

import { html } from 'hono/html';
import {
  ACTION_NAMES,
  type ClearanceGate,
  type Parameter,
  type Plan,
  type Stage,
  type Variant,
} from '../../knowledge/index.ts';
import { doseInWords } from '../../recover/index.ts';
import { guideLine } from '../components/guide-link.ts';
import type { Html } from '../components/html.ts';
import { english } from '../words/index.ts';
import { from, type KnowledgePage, page, review, rule, table } from './parts.ts';
import {
  conditionsNamed,
  criterion,
  exerciseNamed,
  figure,
  leftOutItems,
  limitsTable,
  listUnder,
  measureName,
  planLink,
  sourced,
} from './recovery-parts.ts';

export interface PlanPage extends KnowledgePage {
  readonly plan: Plan;
}

export function plansPage(view: KnowledgePage): Html {
  const { knowledge } = view;
  const { plans, exercises } = knowledge.recovery;
  return page(
    view,
    'Plans: the staged way back',
    '/knowledge',
    html`<p>A plan moves on when its criteria are met, never on a date. Its exercises: <a href="/knowledge/exercises">${exercises.length} exercises</a>. How each day is decided: <a href="/knowledge/check-ins">check-ins and the rules of the day</a>. How running comes back: <a href="/knowledge/ladders">ladders</a>.</p>
${table({
  caption: 'Every plan',
  head: ['Plan', 'For', 'Stages', 'Review'],
  rows: plans.map((plan) => [
    planLink(plan),
    html`${conditionsNamed(knowledge, plan.conditions)}`,
    String(plan.stages.length),
    plan.review.state === 'reviewed' ? 'reviewed' : 'not yet reviewed by a clinician',
  ]),
})}`,
  );
}

export function planPage(view: PlanPage): Html {
  const { knowledge, plan } = view;
  return page(
    view,
    plan.name,
    '/knowledge/plans',
    html`${review(plan)}
${guideLine(english, view.guideLink?.('plans', plan.id))}
<p>${plan.summary} ${from(plan.basis)}</p>
<p>For: ${conditionsNamed(knowledge, plan.conditions)}.</p>
${gate('Locked until a clinician has cleared you for', plan.clearance)}
${plan.byName ? html`<p>It may begin without an interview, once the danger signs are answered.</p>` : ''}
<p>${
      plan.forgiving
        ? 'While this cause is only possible, exercises of another plan are safe for it, unless they are left out or not advised below.'
        : 'While this cause is only possible, exercises of another plan are given only if they stand in this plan, too.'
    }</p>
${listUnder(
  'Without these a session does not count as good',
  plan.needs.map((id) => measureName(knowledge, id)),
)}
${listUnder('Left out, from other plans too', leftOutItems(knowledge, plan.leaveOut))}
${listUnder(
  'Not advised while this is possible',
  plan.forbids.map(
    ({ action, because, basis, when }) =>
      html`${ACTION_NAMES[action]}: ${because} ${from(basis)}${when ? html` Holds unless this is known not to be so:${rule(knowledge, when)}` : ''}`,
  ),
)}
${plan.limits.length > 0 ? html`<h2>Limits</h2>` : ''}
${limitsTable(knowledge, 'What stops, holds or takes a step back', plan.limits, plan.stages)}
${plan.variants.length > 0 ? html`<h2>By grade or type, mildest first</h2>` : ''}
${plan.variants.map((variant) => variantPart(view, variant))}
<h2>Stages</h2>
${plan.stages.map((stage, index) => stagePart(view, stage, index))}`,
  );
}

function gate(words: string, clearance: ClearanceGate | undefined): Html | string {
  return clearance
    ? html`<p><strong>${words}: ${clearance.covers}.</strong> ${clearance.because} ${from(clearance.basis)}</p>`
    : '';
}

function variantPart({ knowledge, plan }: PlanPage, variant: Variant): Html {
  const nameOf = (id: string) => plan.stages.find((stage) => stage.id === id)?.name ?? id;
  const rows = (what: string, all: Readonly<Record<string, Parameter>>) =>
    Object.entries(all).map(([stage, { value, basis }]) => [
      `${nameOf(stage)}: ${what}`,
      String(value),
      from(basis),
    ]);
  const changed = [
    ...rows('days at least', variant.atLeastDays),
    ...rows('days at most', variant.atMostDays),
    ...rows('first step of the ladder', variant.firstStep),
  ];
  const shown = knowledge.presentations.filter(({ id, condition }) => {
    const cause = knowledge.conditions[condition]?.id ?? '';
    return plan.conditions.includes(cause) && variant.presentations.some((one) => id === `${cause}/${one}`);
  });
  return html`<h3>${variant.name}</h3>
<p>Taken when it shows itself as: ${shown.map(({ name }) => name).join('; ')}. ${from(variant.basis)}</p>
${gate('Locked until a clinician has cleared you for', variant.clearance)}
${changed.length > 0 ? table({ caption: `${variant.name}: what differs from the stages`, head: ['What', 'Value', 'From'], rows: changed }) : ''}
${listUnder('Left out', leftOutItems(knowledge, variant.leaveOut), 4)}`;
}

function stagePart({ knowledge }: PlanPage, stage: Stage, index: number): Html {
  const { running, exercises } = stage;
  const ladder = knowledge.recovery.ladders.find(({ id }) => id === running.ladder);
  return html`<h3>${index + 1}. ${stage.name}</h3>
<p>${stage.aim}</p>
<p>At least ${figure(stage.atLeastDays)} days, at most ${figure(stage.atMostDays)} days.${stage.keep ? ' This is the last stage: staying well.' : ''}${stage.onlyFor ? ` Only for these goals: ${stage.onlyFor.join(', ')}.` : ''}${stage.clearance ? ` Only once a clinician has cleared you for: ${stage.clearance}.` : ''}</p>
<p>Running: ${running.text}${ladder ? html` By the ladder <a href="/knowledge/ladders#${ladder.id}">${ladder.name}</a>.` : ''} ${from(running.basis)}</p>
${listUnder(
  'You come in when',
  stage.enter.map((one) => criterion(knowledge, one)),
  4,
)}
${listUnder(
  'You move on when',
  stage.leave.map((one) => criterion(knowledge, one)),
  4,
)}
${listUnder(
  'Without these a session of this stage does not count as good',
  stage.needs.map((id) => measureName(knowledge, id)),
  4,
)}
${
  exercises.length > 0
    ? table({
        caption: `${stage.name}: exercises`,
        head: ['Exercise', 'How much', 'From'],
        rows: exercises.map(({ exercise, dose }) => [
          exerciseNamed(knowledge, exercise),
          doseInWords(dose),
          from(dose.basis),
        ]),
      })
    : ''
}
${listUnder(
  'Instead of running',
  stage.cross.map(
    ({ text, action, basis }) =>
      html`${text} <span class="hint">(${ACTION_NAMES[action]})</span> ${from(basis)}`,
  ),
  4,
)}
${listUnder(
  'Work and daily life',
  stage.daily.map((one) => sourced(one)),
  4,
)}
${listUnder(
  'Leave out',
  stage.avoid.map((one) => sourced(one)),
  4,
)}`;
}
