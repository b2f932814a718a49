// Before a plan begins: what it is, and who it is for. Everything that a plan needs fits on one page.

import { html } from 'hono/html';
import { type Finding, GOALS, type KnowledgeBase } from '../../knowledge/index.ts';
import type { ScreenAnswer } from '../../recover/index.ts';
import { errorSummary, radios, tickBoxes } from '../components/form.ts';
import type { Html } from '../components/html.ts';
import type { Words } from '../words/index.ts';
import { type RecoverPage, recoverFrame } from './parts.ts';
import { dangerSigns } from './screen-field.ts';

/** What was posted, by name of the field; for showing a refused form again. */
export type Posted = Readonly<Record<string, readonly string[]>>;

export interface StartPage extends RecoverPage {
  /** The leading cause of the result taken here; undefined without one. */
  readonly result: string | undefined;
  /** Why the result allows no plan by itself; a clinician's diagnosis still does. */
  readonly obstacle: { readonly because: string; readonly instead: readonly string[] } | undefined;
  /** Causes that may be named without an interview. */
  readonly named: readonly { readonly id: string; readonly name: string }[];
  /** Clocks to choose from, where the device cannot tell; empty where it can. */
  readonly clocks: readonly { readonly zone: string; readonly says: string }[];
  readonly signs: readonly Finding[];
  /** The danger signs as they were answered; each is asked on its own when the runner was not sure. */
  readonly screen: Readonly<Record<string, ScreenAnswer>>;
  readonly each: boolean;
  readonly posted: Posted;
  /** What was filled in from recorded runs; undefined where there are none. */
  readonly fill: { readonly says: string | undefined } | undefined;
  /** Messages by name of the field. */
  readonly errors: Readonly<Record<string, string>>;
  readonly id: string;
}

export function startPage(view: StartPage): Html {
  const { errors, result, obstacle, words } = view;
  const says = words.start;
  const bad = Object.keys(errors).length > 0;
  return recoverFrame(
    view,
    bad ? words.frame.errorTitle(says.title) : says.title,
    undefined,
    html`${errorSummary(
      words,
      Object.entries(errors).map(([field, message]) => ({ field, message })),
    )}
<h1>${says.title}</h1>
<p>${says.lead}</p>
${
  obstacle
    ? html`<div class="notice"><p><strong>${says.noPlanYet}</strong> ${obstacle.because}</p><ul>${obstacle.instead.map((line) => html`<li>${line}</li>`)}</ul><p>${says.ifSeen}</p></div>`
    : ''
}
${result === undefined && !obstacle ? html`<p>${says.notSure}</p>` : ''}
${fillForm(view)}
<form method="post" action="/recover/start" autocomplete="off" novalidate>
<input type="hidden" name="id" value="${view.id}">
${cause(view)}
${dangerSigns(words, view.signs, { ticked: view.posted.found ?? [], each: view.each, answers: view.screen, ...(errors.found ? { error: errors.found } : {}) })}
${about(view)}
${running(view)}
${kit(view)}
${activities(view)}
${clock(view)}
<button type="submit">${says.begin}</button>
</form>`,
  );
}

/** A form of its own: Enter in the long one must begin the plan. */
function fillForm(view: StartPage): Html {
  const { fill, words } = view;
  if (!fill) return html``;
  const { runInPlan: says, start } = words;
  return html`<form class="fill" method="post" action="/recover/start" autocomplete="off" novalidate>
${fill.says === undefined ? '' : html`<p class="notice" role="status">${fill.says}</p>`}
<p><label for="fill-onset">${start.onset}</label><br><span class="hint" id="fill-hint">${says.fillHint}</span><br>
<input id="fill-onset" name="onset" type="date" value="${value(view, 'onset')}" aria-describedby="fill-hint"></p>
<button type="submit" name="fill" value="yes" class="secondary">${says.fill}</button></form>`;
}

function value({ posted }: StartPage, name: string, otherwise = ''): string {
  return posted[name]?.[0] ?? otherwise;
}

function cause(view: StartPage): Html {
  const { knowledge, errors, named, result, obstacle, words } = view;
  const says = words.start;
  const choices = [
    ...(result !== undefined && !obstacle
      ? [{ value: 'result', label: says.byAnswers, hint: says.mostLikely(result) }]
      : []),
    { value: 'diagnosis', label: says.told, hint: says.toldHint },
    ...named.map(({ id, name }) => ({
      value: id,
      label: says.justThis(name),
      hint: says.withoutQuestions,
    })),
  ];
  const chosen = value(view, 'cause', result !== undefined && !obstacle ? 'result' : '');
  return html`${radios(words, {
    name: 'cause',
    legend: html`<h2 class="legend">${says.cause}</h2>`,
    choices,
    chosen: [chosen],
    ...(errors.cause ? { error: errors.cause } : {}),
  })}
<p><label for="diagnosis">${says.whatTold}</label><br>
<select id="diagnosis" name="diagnosis"><option value="">${says.nothingChosen}</option>${diagnoses(
    words,
    knowledge,
  ).map(
    ({ name, options }) =>
      html`<optgroup label="${name}">${options.map(
        (one) =>
          html`<option value="${one.value}"${one.value === value(view, 'diagnosis') ? html` selected` : ''}>${one.label}</option>`,
      )}</optgroup>`,
  )}</select></p>
<p><label for="clearance">${says.allowed}</label><br>
<select id="clearance" name="clearance"><option value="">${says.didNotSay}</option>${knowledge.recovery.clearances.map(
    ({ id, says }) =>
      html`<option value="${id}"${id === value(view, 'clearance') ? html` selected` : ''}>${says}</option>`,
  )}</select></p>`;
}

/** Every cause that has a plan, with its grades; `condition/grade`. */
function diagnoses({ start, frame }: Words, { recovery, conditions, presentations }: KnowledgeBase) {
  return recovery.plans
    .flatMap((plan) => plan.conditions)
    .flatMap((id) => {
      const index = conditions.findIndex((one) => one.id === id);
      const condition = conditions[index];
      if (!condition) return [];
      const grades = presentations.filter((one) => one.condition === index && !one.id.endsWith('/atypical'));
      return [
        {
          name: condition.name,
          options: [
            { value: id, label: grades.length > 0 ? start.gradeNotTold(condition.name) : condition.name },
            ...grades.map((one) => ({
              value: `${id}/${one.id.slice(id.length + 1)}`,
              label: `${condition.name}${frame.colon}${one.name}`,
            })),
          ],
        },
      ];
    });
}

function field(
  view: StartPage,
  name: string,
  label: string,
  attributes: Html,
  hint = '',
  otherwise = '',
): Html {
  const error = view.errors[name];
  return html`<p class="${error ? 'field-error' : ''}"><label for="${name}">${label}</label><br>
${hint ? html`<span class="hint" id="${name}-hint">${hint}</span><br>` : ''}
${error ? html`<span class="error" id="${name}-error">${error}</span><br>` : ''}
<input id="${name}" name="${name}" value="${value(view, name, otherwise)}"${hint || error ? html` aria-describedby="${[hint ? `${name}-hint` : '', error ? `${name}-error` : ''].join(' ').trim()}"` : ''} ${attributes}></p>`;
}

const number = (min: number, max: number) =>
  html`type="number" inputmode="numeric" min="${min}" max="${max}" class="short"`;

function about(view: StartPage): Html {
  const says = view.words.start;
  return html`<h2>${says.aboutYou}</h2>
${field(view, 'age', says.age, number(8, 110))}
${radios(view.words, {
  name: 'side',
  legend: html`<h3 class="legend">${says.side}</h3>`,
  choices: [
    { value: 'left', label: says.left },
    { value: 'right', label: says.right },
    { value: 'both', label: says.both },
  ],
  chosen: [value(view, 'side')],
  ...(view.errors.side ? { error: view.errors.side } : {}),
})}
${field(view, 'onset', says.onset, html`type="date"`)}`;
}

function running(view: StartPage): Html {
  const says = view.words.start;
  return html`<h2>${says.yourRunning}</h2>
${field(view, 'usual', says.usual, number(0, 600), '', '30')}
${field(view, 'longest', says.longest, number(0, 1500), '', '45')}
${field(view, 'days', says.days, number(1, 7), '', '3')}
${radios(view.words, {
  name: 'goal',
  legend: html`<h3 class="legend">${says.goal}</h3>`,
  choices: GOALS.map((goal) => ({ value: goal, label: says.goals[goal] })),
  chosen: [value(view, 'goal', 'easy-run')],
  ...(view.errors.goal ? { error: view.errors.goal } : {}),
})}
${field(view, 'goalDate', says.goalDate, html`type="date"`)}
${field(view, 'prediction', says.prediction, number(0, 520), says.predictionHint)}`;
}

function kit(view: StartPage): Html {
  const { kit: all } = view.knowledge.recovery;
  const says = view.words.start;
  return html`<details${(view.posted.kit ?? []).length > 0 ? html` open` : ''}><summary>${says.kit}</summary><div class="details">
${tickBoxes(view.words, {
  name: 'kit',
  legend: html`<h3 class="legend">${says.tickKit}</h3>`,
  hint: says.kitHint,
  choices: all.map(({ id, name, substitute }) => ({
    value: id,
    label: name,
    ...(substitute ? { hint: says.instead(substitute) } : {}),
  })),
  chosen: view.posted.kit ?? [],
})}</div></details>`;
}

function activities(view: StartPage): Html {
  const says = view.words.start;
  return html`<details${['activity1', 'activity2', 'activity3'].some((name) => value(view, name) !== '') ? html` open` : ''}><summary>${says.activities}</summary><div class="details">
<p class="hint">${says.activitiesHint}</p>
${says.nth.map((nth, index) => field(view, `activity${index + 1}`, nth, html`type="text" maxlength="60"`))}</div></details>`;
}

/** Days begin at midnight where the runner is; a server cannot know where that is. */
function clock(view: StartPage): Html {
  if (view.clocks.length === 0) return html``;
  const error = view.errors.zone;
  const says = view.words.start;
  return html`<p class="${error ? 'field-error' : ''}"><label for="zone">${says.clock}</label><br>
<span class="hint" id="zone-hint">${says.clockHint}</span><br>
${error ? html`<span class="error" id="zone-error">${error}</span><br>` : ''}
<select id="zone" name="zone" aria-describedby="zone-hint${error ? ' zone-error' : ''}"><option value="">${says.chooseClock}</option>${view.clocks.map(
    ({ zone, says }) =>
      html`<option value="${zone}"${zone === value(view, 'zone') ? html` selected` : ''}>${says}</option>`,
  )}</select></p>`;
}
