// What is known rather than what was run: beliefs about load, the coach's view with its formulas, staying well.

import { html } from 'hono/html';
import { exerciseById, type PreventionDose, type PreventionPart } from '../../knowledge/index.ts';
import {
  CURVE_LOADS,
  type CurveDay,
  type CurveLoad,
  type Monotony,
  type PreventionDay,
  shareOf,
} from '../../train/index.ts';
import type { LocalDate } from '../../vocabulary/index.ts';
import { exerciseFigure } from '../components/figure/figure.ts';
import { errorSummary, tickBoxes } from '../components/form.ts';
import type { Html } from '../components/html.ts';
import { curveChart } from '../components/load-charts.ts';
import { curveTable, table } from '../components/load-tables.ts';
import type { Words } from '../words/index.ts';
import { sourcedList, sourceLinks, type TrainPage, trainFrame } from './parts.ts';
import { textField } from './run-fields.ts';

export function beliefsPage(view: TrainPage): Html {
  const { words, training } = view;
  const { loadBeliefs: says } = words;
  return trainFrame(
    view,
    says.title,
    undefined,
    html`<h1>${says.title}</h1>
<p class="lead">${says.lead}</p>
${training.beliefs.map(
  ({ id, belief, verdict, says: known }) => html`<section id="${id}"><h2>${belief}</h2>
<p><strong>${says.verdicts[verdict]}.</strong></p>
${sourcedList(words, known)}</section>`,
)}`,
  );
}

export interface CoachPage extends TrainPage {
  readonly of: CurveLoad;
  readonly days: readonly CurveDay[];
  readonly known: number;
  readonly runs: number;
  readonly monotony: Monotony | undefined;
  readonly highestSeen: number | undefined;
  readonly restingHeartRate: number | undefined;
  readonly highestHeartRate: number | undefined;
  readonly posted: Readonly<Record<string, readonly string[]>>;
  readonly errors: Readonly<Record<string, string>>;
}

/** A curve of kilometres in the unit that the runner chose: it is linear in the load. */
function inUnit({ figures }: Words, { day, load, fitness, fatigue, form }: CurveDay): CurveDay {
  const turned = (kilometres: number) => figures.inUnit(kilometres * 1000);
  return {
    day,
    load: turned(load),
    fitness: turned(fitness),
    fatigue: turned(fatigue),
    form: turned(form),
  };
}

export function coachPage(view: CoachPage): Html {
  const { words, training, of, known, runs, monotony, errors } = view;
  const { coach: says, figures, frame, loadChart } = words;
  const { fitnessDays, fatigueDays, trimpFactor, trimpExponent } = training.figures;
  const bad = Object.keys(errors).length > 0;
  const days = of === 'distance' ? view.days.map((day) => inUnit(words, day)) : view.days;
  return trainFrame(
    view,
    bad ? frame.errorTitle(says.title) : says.title,
    undefined,
    html`${errorSummary(
      words,
      Object.entries(errors).map(([field, message]) => ({ field, message })),
    )}
<h1>${says.title}</h1>
<p class="lead">${says.lead}</p>
<form method="get" action="/train/coach" class="place"><label for="of">${says.of}</label> <select id="of" name="of">${CURVE_LOADS.map((one) => html`<option value="${one}"${one === of ? html` selected` : ''}>${one === 'distance' ? words.runPage.distance(figures.unitName) : says.loads[one]}</option>`)}</select> <button type="submit" class="secondary">${says.show}</button></form>
${days.length === 0 ? html`<p>${words.train.none}</p>` : html`<p>${says.known(known, runs)} ${says.begins}</p>${curveChart(words, days, curveTable(words, days.slice(-28)))}`}
<p>${says.formula} ${says.constants(
      figures.number(shareOf(fitnessDays.value), 2),
      figures.number(shareOf(fatigueDays.value), 2),
      fitnessDays.value,
      fatigueDays.value,
    )} ${sourceLinks(words, fitnessDays.basis)}</p>
<p>${says.others}</p>
${monotony ? html`<p>${says.strain(figures.number(monotony.monotony, 1), figures.number(monotony.strain))}</p>` : ''}
<h2>${says.heart}</h2>
<p>${says.trimp(figures.number(trimpFactor.value, 2), figures.number(trimpExponent.value, 2))} ${sourceLinks(words, trimpFactor.basis)}</p>
<form method="post" action="/train/about" autocomplete="off" novalidate>
<input type="hidden" name="only" value="heart">
${textField(view, 'resting', says.resting, html`inputmode="numeric" class="short"`, numberOrNothing(view.restingHeartRate))}
${textField(view, 'highest', says.highest, html`inputmode="numeric" class="short"`, numberOrNothing(view.highestHeartRate), view.highestSeen === undefined ? '' : says.highestSeen(view.highestSeen))}
<button type="submit" class="secondary">${frame.save}</button></form>
<h2>${says.measures}</h2>
${table(
  says.measures,
  [loadChart.columns.load, says.window, says.how],
  Object.values(training.measures).map(({ name, window, how, basis }) => [
    name,
    window,
    html`${how} ${sourceLinks(words, basis)}`,
  ]),
)}`,
  );
}

function numberOrNothing(value: number | undefined): string {
  return value === undefined ? '' : String(value);
}

export interface PreventionPage extends TrainPage {
  readonly today: LocalDate;
  /** How many weeks the calendar reaches. */
  readonly weeks: number;
  readonly posted: Readonly<Record<string, readonly string[]>>;
  readonly errors: Readonly<Record<string, string>>;
}

export function preventionPage(view: PreventionPage): Html {
  const { words, training, errors } = view;
  const { prevention: says } = words;
  const { notFor, parts, review } = training.prevention;
  const bad = Object.keys(errors).length > 0;
  return trainFrame(
    view,
    bad ? words.frame.errorTitle(says.title) : says.title,
    undefined,
    html`${errorSummary(
      words,
      Object.entries(errors).map(([field, message]) => ({ field, message })),
    )}
<h1>${says.title}</h1>
<p class="lead">${says.lead}</p>
${review.state === 'reviewed' ? '' : html`<p><strong>${says.notReviewed}</strong> <span class="screen-only">${says.print}</span></p>`}
<ul>${notFor.map((line) => html`<li>${line}</li>`)}</ul>
${parts.map((part) => partSection(view, part))}
${calendarForm(view)}`,
  );
}

/** A post, so that a first day stands in no address. */
function calendarForm(view: PreventionPage): Html {
  const { words, training, today, weeks, posted, errors } = view;
  const { prevention: says, overview } = words;
  const parts = training.prevention.parts.filter(({ exercises }) => exercises.length > 0);
  const usual = parts.filter(({ onlyIf }) => onlyIf === undefined).map(({ id }) => id);
  const isPosted = Object.keys(posted).length > 0;
  return html`<h2>${overview.calendar}</h2>
<form method="post" action="/train/prevention/calendar" autocomplete="off" novalidate>
${tickBoxes(words, {
  name: 'parts',
  legend: html`<h3 class="legend">${says.whichParts}</h3>`,
  hint: says.calendarHint(weeks),
  choices: parts.map(({ id, name }) => ({ value: id, label: name })),
  chosen: isPosted ? (posted.parts ?? []) : usual,
  ...(errors.parts ? { error: errors.parts } : {}),
})}
${textField(view, 'first', says.firstDay, html`type="date"`, today)}
${textField(view, 'at', overview.atWhatTime, html`type="time"`, '', overview.wholeDay)}
<p class="choice"><input type="checkbox" id="discreet" name="discreet" value="yes"${posted.discreet ? html` checked` : ''}><label for="discreet">${overview.discreet}</label></p>
<button type="submit" class="secondary">${overview.getFile}</button></form>`;
}

function partSection(view: TrainPage, part: PreventionPart): Html {
  const { words, knowledge } = view;
  const { prevention: says } = words;
  const rows = part.exercises.flatMap(({ exercise: id, weeks }) => {
    const exercise = exerciseById(knowledge.recovery, id);
    return exercise ? [{ exercise, weeks }] : [];
  });
  return html`<section id="${part.id}"><h2>${part.name}${part.onlyIf ? html` <span class="hint">(${part.onlyIf})</span>` : ''}</h2>
<p>${part.aim}</p>
${sourcedList(words, part.lines)}
${
  rows.length === 0
    ? ''
    : table(
        part.name,
        [says.exercise, says.amount],
        rows.map(({ exercise, weeks }) => [
          html`${exerciseFigure(exercise, { size: 'small' })}<a href="/knowledge/exercises/${exercise.id}">${exercise.name}</a>`,
          html`<ul>${weeks.map((dose) => html`<li>${weeks.length > 1 ? html`<strong>${says.week(dose.from)}</strong>${words.frame.colon}` : ''}${doseOf(words, dose)} ${sourceLinks(words, dose.basis)}</li>`)}</ul>`,
        ]),
      )
}</section>`;
}

function doseOf(words: Words, dose: PreventionDose): string {
  return words.prevention.dose(dose.sets, countOf(words, dose), dose.timesAWeek);
}

function countOf({ prevention: says }: Words, { reps, seconds, metres }: PreventionDose): string {
  if (reps !== undefined) return says.reps(reps);
  return seconds !== undefined ? says.seconds(seconds) : says.metres(metres ?? 0);
}

/** The lines of one day of a part, for a calendar. */
export function preventionDayLines(
  words: Words,
  knowledge: TrainPage['knowledge'],
  part: PreventionPart,
  { week, exercises }: PreventionDay,
): readonly string[] {
  const { prevention: says, frame } = words;
  return [
    `${says.inWeek(week)}. ${part.aim}`,
    ...exercises.map(({ exercise, dose }) => {
      const name = exerciseById(knowledge.recovery, exercise)?.name ?? exercise;
      return `- ${name}${frame.colon}${dose.sets} × ${countOf(words, dose)}`;
    }),
  ];
}
