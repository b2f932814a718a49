// The check-in: danger signs first, then what the rules of this plan look at. Nothing is filled in for the runner, and what
// is left out stays unknown.

import { html } from 'hono/html';
import type { CheckInMeasure, Finding } from '../../knowledge/index.ts';
import type { Day } from '../../recover/index.ts';
import type { LocalDate } from '../../vocabulary/index.ts';
import { errorSummary, tickBoxes } from '../components/form.ts';
import type { Html } from '../components/html.ts';
import { dated, type RecoverPage, recoverFrame } from './parts.ts';
import { dangerSigns } from './screen-field.ts';

export interface CheckInPage extends RecoverPage {
  readonly today: LocalDate;
  readonly date: LocalDate;
  /** Dates that can be told of now, the latest first. */
  readonly dates: readonly LocalDate[];
  readonly signs: readonly Finding[];
  readonly measures: readonly CheckInMeasure[];
  readonly activities: readonly string[];
  /** What the form shows: what was posted, or the check-in that is corrected. */
  readonly shown: Pick<Day, 'values' | 'screen' | 'exercised' | 'ran'> | undefined;
  readonly ticked: readonly string[];
  readonly each: boolean;
  /** The id of the check-in that this one replaces. */
  readonly corrects: string | undefined;
  readonly errors: Readonly<Record<string, string>>;
  readonly id: string;
  /** What was found of the runs of that day, in sentences; empty without one. */
  readonly found: readonly string[];
}

export function checkInPage(view: CheckInPage): Html {
  const { errors, date, today, shown, corrects, measures, words } = view;
  const says = words.checkIn;
  const bad = Object.keys(errors).length > 0;
  const title = date === today ? says.today : says.earlier;
  const of = (pick: (one: CheckInMeasure) => boolean) => measures.filter(pick).map((one) => field(view, one));
  const isActivity = ({ id }: CheckInMeasure) => id.startsWith('activity');
  const isDaily = (one: CheckInMeasure) => one.kind === 'daily' && !one.ofSession && !isActivity(one);
  const tests = of((one) => one.kind === 'test');
  const own = of(isActivity);
  return recoverFrame(
    view,
    bad ? words.frame.errorTitle(title) : title,
    'today',
    html`${errorSummary(
      words,
      Object.entries(errors).map(([name, message]) => ({ field: name, message })),
    )}
<h1>${title}</h1>
<p>${dated(words, date)}${corrects === undefined ? '' : `. ${says.replaces}`}</p>
${otherDays(view)}
<form class="check-in" method="post" action="/recover/check-in" autocomplete="off" novalidate>
<input type="hidden" name="id" value="${view.id}">
<input type="hidden" name="date" value="${date}">
${corrects === undefined ? '' : html`<input type="hidden" name="corrects" value="${corrects}">`}
${dangerSigns(words, view.signs, { ticked: view.ticked, each: view.each, answers: shown?.screen ?? {}, ...(errors.found ? { error: errors.found } : {}) })}
${of(isDaily)}
<h2>${says.ifSession}</h2>
${view.found.length > 0 ? html`<ul class="notice">${view.found.map((line) => html`<li>${line}</li>`)}</ul>` : ''}
${tickBoxes(words, {
  name: 'did',
  legend: html`<h3 class="legend">${says.did}</h3>`,
  choices: [
    { value: 'exercised', label: says.exercises },
    { value: 'ran', label: says.run },
  ],
  chosen: [...(shown?.exercised ? ['exercised'] : []), ...(shown?.ran ? ['ran'] : [])],
})}
${of(({ ofSession }) => ofSession === true)}
${own.length > 0 ? html`<h2>${says.activities}</h2>${own}` : ''}
${tests.length > 0 ? html`<h2>${says.tests}</h2><p class="hint">${says.testsHint}</p>${tests}` : ''}
<button type="submit">${words.frame.save}</button>
</form>`,
  );
}

function otherDays({ dates, date, corrects, words }: CheckInPage): Html {
  const says = words.checkIn;
  return html`<details><summary>${says.otherDays}</summary><div class="details">
<ul>${dates.map((one) => html`<li>${one === date ? html`<strong>${dated(words, one)}</strong>` : html`<a href="/recover/check-in?date=${one}">${dated(words, one)}</a>`}</li>`)}</ul>
${corrects === undefined ? '' : html`<p>${says.second(`/recover/check-in?date=${date}&more=1`)}</p>`}</div></details>`;
}

function field(view: CheckInPage, measure: CheckInMeasure): Html {
  const { id, min, max, question, label } = measure;
  const { answers, checkIn } = view.words;
  const value = view.shown?.values[id];
  const name = `m-${id}`;
  const error = view.errors[name];
  const own = /^activity([1-3])$/.exec(id)?.[1];
  const legend = own === undefined ? (question ?? label) : (view.activities[Number(own) - 1] ?? label);
  const note = error ? html`<p class="error" id="${name}-error">${error}</p>` : '';
  const described = error ? html` aria-describedby="${name}-error"` : '';
  if (max === 1)
    return html`<fieldset class="${error ? 'field-error' : ''}"${described}><legend class="ask">${legend}</legend>${note}<div class="inline">${[
      { at: 0, says: answers.no },
      { at: 1, says: answers.yes },
    ].map(({ at, says }) => pill(name, at, says, value === at, at === 0))}</div></fieldset>`;
  if (max === 10) {
    const ends =
      measure.worse === 'higher' ? [checkIn.none, checkIn.worst] : [checkIn.notAtAll, checkIn.fully];
    return html`<fieldset class="${error ? 'field-error' : ''}"${described}><legend class="ask">${legend}</legend>${note}<div class="scale">${Array.from(
      { length: 11 },
      (_, at) => pill(name, at, String(at), value === at, at === 0),
    )}</div><p class="ends"><span>0 ${ends[0]}</span><span>10 ${ends[1]}</span></p></fieldset>`;
  }
  return html`<p class="${error ? 'field-error' : ''}"><label class="ask" for="${name}">${legend}</label><br>${note}
<input id="${name}" name="${name}" type="number" inputmode="numeric" class="short" min="${min}" max="${max}" value="${value ?? ''}"${described}></p>`;
}

/** A radio that is pressed like a key. The first one carries the name of the field as id, for links from the summary. */
function pill(name: string, at: number, says: string, checked: boolean, first: boolean): Html {
  const id = first ? name : `${name}-${at}`;
  return html`<span class="pill"><input type="radio" id="${id}" name="${name}" value="${at}"${checked ? html` checked` : ''}><label for="${id}">${says}</label></span>`;
}
