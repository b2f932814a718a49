// What every plan shares: the ladders by which running comes back, and what a check-in asks and leads to.

import { html } from 'hono/html';
import {
  ACTION_NAMES,
  type CheckInMeasure,
  findingById,
  type KnowledgeBase,
  type Ladder,
  type Parameter,
  type RecoveryKnowledge,
} from '../../knowledge/index.ts';
import type { Html } from '../components/html.ts';
import { findingLink, from, type KnowledgePage, page, review, table } from './parts.ts';
import {
  COLOUR_WORDS,
  exerciseNamed,
  figure,
  limitsTable,
  listUnder,
  measureName,
  sourced,
} from './recovery-parts.ts';

export function laddersPage(view: KnowledgePage): Html {
  return page(
    view,
    'Ladders: how running and speed come back',
    '/knowledge/plans',
    html`${view.knowledge.recovery.ladders.map((ladder) => ladderPart(view.knowledge, ladder))}`,
  );
}

function ladderPart(knowledge: KnowledgeBase, ladder: Ladder): Html {
  return html`<h2 id="${ladder.id}">${ladder.name} <span class="clinical">(${ladder.kind})</span></h2>
${review(ladder)}
<p>Done as: ${exerciseNamed(knowledge, ladder.exercise)}. Asks the body for: ${ladder.actions.map((action) => ACTION_NAMES[action]).join('; ')}. ${from(ladder.basis)}</p>
<ul><li>Days from one run to the next at least: ${figure(ladder.everyDays)}</li>
<li>Days a week: ${figure(ladder.perWeek)}</li>
<li>Good sessions on a step before the next one: ${figure(ladder.goodSessions)}</li>
${ladder.rules.map((text) => html`<li>${text}</li>\n`)}</ul>
${table({
  caption: `${ladder.name}: steps; where they come from stands above`,
  head: ['Step', 'What', 'Minutes of running', 'Of top speed'],
  rows: ladder.steps.map(({ text, runMinutes, percent }, index) => [
    String(index + 1),
    text,
    String(runMinutes),
    percent === undefined ? '–' : `${percent} %`,
  ]),
})}`;
}

export function checkInsPage(view: KnowledgePage): Html {
  const { knowledge } = view;
  const { recovery } = knowledge;
  return page(
    view,
    'Check-ins and the rules of the day',
    '/knowledge/plans',
    html`<p><strong>Not yet reviewed by a clinician.</strong> A check-in compares what the runner says with limits and criteria; from that comes one decision a day.</p>
<h2>What is asked</h2>
${measuresTable(recovery.measures)}
${listUnder(
  'Without these no session of any plan counts as good',
  recovery.needs.map((id) => measureName(knowledge, id)),
  3,
)}
<h2>Danger signs asked each time</h2>
${table({
  caption: 'How urgent a yes is at least',
  head: ['Sign', 'At least', 'From'],
  rows: recovery.screen.map(({ finding, level, basis }) => [
    questionNamed(knowledge, finding),
    level,
    from(basis),
  ]),
})}
${ageing(knowledge, recovery)}
<h2>Limits of every plan</h2>
${limitsTable(knowledge, 'Limits of every plan', recovery.limits)}
<p>Colours, worst first: ${Object.values(COLOUR_WORDS).join('; ')}. What meets no limit is green.</p>
<h2>The rules of the day</h2>
${table({
  caption: 'What each rule says to the runner',
  head: ['Rule', 'Sentence', 'From'],
  rows: Object.entries(recovery.rules).map(([name, { text, basis }]) => [inWords(name), text, from(basis)]),
})}
${table({
  caption: 'Numbers that the rules use',
  head: ['Number', 'Value', 'From'],
  rows: Object.entries(recovery.figures as Record<string, Parameter>).map(([name, { value, basis }]) => [
    FIGURE_WORDS[name] ?? name,
    String(value),
    from(basis),
  ]),
})}
${listUnder(
  'When to stop an exercise',
  recovery.stopRules.map(({ text, basis }) => html`${text} ${from(basis)}`),
)}
${listUnder(
  'What a clinician’s clearance means',
  recovery.clearances.map(
    ({ id, says, lifts, basis }) =>
      html`${id}: ${says}${lifts.length > 0 ? ` It lifts: ${lifts.map((action) => ACTION_NAMES[action]).join('; ')}.` : ''} ${from(basis)}`,
  ),
)}
${listUnder('Told beside the plan', [
  ...(recovery.early ? [html`After the return: ${sourced(recovery.early)}`] : []),
  ...(recovery.older ? [html`To older runners: ${sourced(recovery.older)}`] : []),
])}`,
  );
}

const FIGURE_WORDS: Readonly<Record<string, string>> = {
  goodSessions: 'Good sessions in a row before the next step',
  holdsAtMost: 'Holds in a row at most',
  restAfterRedDays: 'Days of rest after a red day',
  pauseReds: 'Red days that bring a pause',
  pauseWithinDays: 'Days within which they count for a pause',
  pauseDays: 'Days of a pause',
  referReds: 'Red days after which someone should look at it',
  referWithinDays: 'Days within which they count for that',
  gapDays: 'Days without a check-in that take a step back',
  usualDays: 'Days that make up “your usual”',
  weekRise: 'Rise of the mornings from week to week that holds',
  earlyWeeksDays: 'Days after the return with more warning',
  youngestAge: 'Youngest age for a plan',
  variantShare: 'Share from which a grade or type counts',
  olderAge: 'Age from which older runners are told more',
};

const KINDS: Readonly<Record<CheckInMeasure['kind'], string>> = {
  daily: 'daily: asked in each check-in',
  test: 'test: now and then',
  derived: 'derived: worked out',
};

/** The scale of a measure is how the question is put; it claims nothing about people, so no source stands beside it. */
function measuresTable(measures: readonly CheckInMeasure[]): Html {
  return table({
    caption: 'What is measured; the scales are our own wording, not findings',
    head: ['Measure', 'Question', 'Kind', 'From', 'To', 'Worse is', 'Counts for days'],
    rows: measures.map((one) => [
      one.label,
      one.question ?? '–',
      KINDS[one.kind],
      String(one.min),
      String(one.max),
      one.worse,
      String(one.keepsDays),
    ]),
  });
}

function questionNamed(knowledge: KnowledgeBase, id: string): Html | string {
  const finding = findingById(knowledge, id);
  return finding ? findingLink(knowledge, finding) : id;
}

function ageing(knowledge: KnowledgeBase, { ageing: one }: RecoveryKnowledge): Html | string {
  if (!one) return '';
  const finding = findingById(knowledge, one.finding);
  const label = (state: string) => finding?.states.find(({ id }) => id === state)?.label ?? state;
  return html`<h2>An answer that grows older</h2>
<p>${questionNamed(knowledge, one.finding)}: ${from(one.basis)}</p>
<ul>${one.steps.map(
    ({ state, becomes, afterDays }) =>
      html`<li>“${label(state)}” becomes “${label(becomes)}” after ${afterDays} days</li>\n`,
  )}</ul>`;
}

function inWords(name: string): string {
  return name.replaceAll('-', ' ');
}
