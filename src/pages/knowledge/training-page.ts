// What is known about running load: the numbers behind measures and warnings, what studies found, beliefs, staying well.

import { html } from 'hono/html';
import {
  exerciseById,
  type PreventionDose,
  type SourcedText,
  type TrainingKnowledge,
} from '../../knowledge/index.ts';
import type { Html } from '../components/html.ts';
import { from, type KnowledgePage, page, table } from './parts.ts';
import { exerciseLink } from './recovery-parts.ts';

export interface TrainingPage extends KnowledgePage {
  readonly training: TrainingKnowledge;
}

export function trainingPage(view: TrainingPage): Html {
  const { knowledge, training } = view;
  const { figures, bands, absolute, limits, rules, measures, beliefs, prevention } = training;
  return page(
    view,
    'Running load and staying well',
    '/knowledge',
    html`<p><strong>${prevention.review.state === 'reviewed' ? 'Reviewed.' : 'Not yet reviewed by a clinician.'}</strong> A warning says “more than usual”, never that somebody will be hurt.</p>
<h2>A run against the longest of the month</h2>
${table({
  caption: 'Injuries against runs of up to 1.1 times the longest of 30 days',
  head: ['Times the longest', 'Hazard ratio', '95 % interval', 'From'],
  rows: bands.map((band) => [
    band.upTo === undefined ? `above ${band.above}` : `above ${band.above}, up to ${band.upTo}`,
    String(band.hazardRatio),
    `${band.low} to ${band.high}`,
    from(band.basis),
  ]),
})}
${lines([...absolute, ...limits])}
<h2>Warnings</h2>
${table({
  caption: 'What is said of a run or a day that stands out',
  head: ['Warning', 'What is said', 'Support', 'From'],
  rows: Object.entries(rules).map(([id, { title, means, todo, support, basis }]) => [
    html`${title} <span class="clinical">${id}</span>`,
    html`<ul>${[...means, ...todo].map((line) => html`<li>${line}</li>`)}</ul>`,
    support,
    from(basis),
  ]),
})}
<h2>Numbers</h2>
${table({
  caption: 'Numbers that measures and warnings use',
  head: ['Number', 'Value', 'From'],
  rows: Object.entries(figures).map(([id, { value, basis }]) => [id, String(value), from(basis)]),
})}
<h2>Measures</h2>
${table({
  caption: 'Each measure with its window',
  head: ['Measure', 'Window', 'How it is made', 'From'],
  rows: Object.values(measures).map(({ name, window, how, basis }) => [name, window, how, from(basis)]),
})}
<h2>Beliefs</h2>
${beliefs.map(({ belief, verdict, says }) => html`<h3>${belief}</h3><p>${verdict}</p>${lines(says)}`)}
<h2>Staying well</h2>
<ul>${prevention.notFor.map((line) => html`<li>${line}</li>`)}</ul>
${prevention.parts.map(
  ({ name, aim, onlyIf, lines: texts, exercises, basis }) => html`<h3>${name}</h3>
<p>${onlyIf ? `${onlyIf}. ` : ''}${aim} ${from(basis)}</p>
${lines(texts)}
${exercises.map(({ exercise: id, weeks }) => {
  const exercise = exerciseById(knowledge.recovery, id);
  return html`<p>${exercise ? exerciseLink(exercise) : id}</p><ul>${weeks.map((dose) => html`<li>${doseOf(dose)} ${from(dose.basis)}</li>`)}</ul>`;
})}`,
)}`,
  );
}

function lines(texts: readonly SourcedText[]): Html {
  return html`<ul>${texts.map(({ text, basis }) => html`<li>${text} ${from(basis)}</li>\n`)}</ul>`;
}

function doseOf({ from: week, sets, reps, seconds, metres, timesAWeek }: PreventionDose): string {
  const count = reps !== undefined ? `${reps} times` : seconds !== undefined ? `${seconds} s` : `${metres} m`;
  return `From week ${week}: ${sets} × ${count}, ${timesAWeek} a week`;
}
