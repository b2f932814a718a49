// Before a plan begins: what it is, and who it is for. Everything that a plan needs fits on one page.

import { html } from 'hono/html';
import type { Finding, Goal, KnowledgeBase } from '../../knowledge/index.ts';
import type { ScreenAnswer } from '../../recover/index.ts';
import { errorSummary, radios, tickBoxes } from '../components/form.ts';
import type { Html } from '../components/html.ts';
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
  /** Messages by name of the field. */
  readonly errors: Readonly<Record<string, string>>;
  readonly id: string;
}

const GOAL_WORDS: Readonly<Record<Goal, string>> = {
  'easy-run': 'Run easily, without pain',
  race: 'Race, or train for a race',
  sprint: 'Sprint, or play a sport with sprints',
};

export function startPage(view: StartPage): Html {
  const { errors, result, obstacle } = view;
  const bad = Object.keys(errors).length > 0;
  return recoverFrame(
    view,
    `${bad ? 'Error: ' : ''}Begin your plan`,
    undefined,
    html`${errorSummary(Object.entries(errors).map(([field, message]) => ({ field, message })))}
<h1>Begin your plan</h1>
<p>A plan goes in steps. Each day a check-in of half a minute decides: move on, stay, or step back. It stops you, and says so, where somebody should look at it first.</p>
${
  obstacle
    ? html`<div class="notice"><p><strong>Your result allows no plan yet.</strong> ${obstacle.because}</p><ul>${obstacle.instead.map((line) => html`<li>${line}</li>`)}</ul><p>If a clinician has seen you since, choose what they told you.</p></div>`
    : ''
}
${result === undefined && !obstacle ? html`<p>Not sure what it is? <a href="/">Answer the questions first</a>; it takes five minutes.</p>` : ''}
<form method="post" action="/recover/start" autocomplete="off" novalidate>
<input type="hidden" name="id" value="${view.id}">
${cause(view)}
${dangerSigns(view.signs, { ticked: view.posted.found ?? [], each: view.each, answers: view.screen, ...(errors.found ? { error: errors.found } : {}) })}
${about(view)}
${running(view)}
${kit(view)}
${activities(view)}
${clock(view)}
<button type="submit">Begin</button>
</form>`,
  );
}

function value({ posted }: StartPage, name: string, otherwise = ''): string {
  return posted[name]?.[0] ?? otherwise;
}

function cause(view: StartPage): Html {
  const { knowledge, errors, named, result, obstacle } = view;
  const choices = [
    ...(result !== undefined && !obstacle
      ? [{ value: 'result', label: 'Go by my answers', hint: `Most likely: ${result}` }]
      : []),
    { value: 'diagnosis', label: 'A clinician told me what it is', hint: 'Choose it from the list below' },
    ...named.map(({ id, name }) => ({
      value: id,
      label: `Just this: ${name}`,
      hint: 'Without the questions',
    })),
  ];
  const chosen = value(view, 'cause', result !== undefined && !obstacle ? 'result' : '');
  return html`${radios({
    name: 'cause',
    legend: html`<h2 class="legend">What is the plan for?</h2>`,
    choices,
    chosen: [chosen],
    ...(errors.cause ? { error: errors.cause } : {}),
  })}
<p><label for="diagnosis">What the clinician told you</label><br>
<select id="diagnosis" name="diagnosis"><option value="">Nothing chosen</option>${diagnoses(knowledge).map(
    ({ name, options }) =>
      html`<optgroup label="${name}">${options.map(
        (one) =>
          html`<option value="${one.value}"${one.value === value(view, 'diagnosis') ? html` selected` : ''}>${one.label}</option>`,
      )}</optgroup>`,
  )}</select></p>
<p><label for="clearance">What the clinician has allowed</label><br>
<select id="clearance" name="clearance"><option value="">They did not say</option>${knowledge.recovery.clearances.map(
    ({ id, says }) =>
      html`<option value="${id}"${id === value(view, 'clearance') ? html` selected` : ''}>${says}</option>`,
  )}</select></p>`;
}

/** Every cause that has a plan, with its grades; `condition/grade`. */
function diagnoses({ recovery, conditions, presentations }: KnowledgeBase) {
  return recovery.plans
    .flatMap((plan) => plan.conditions)
    .flatMap((id) => {
      const index = conditions.findIndex((one) => one.id === id);
      const condition = conditions[index];
      if (!condition) return [];
      const grades = presentations.filter((one) => one.condition === index && one.name !== 'Not typical');
      return [
        {
          name: condition.name,
          options: [
            { value: id, label: `${condition.name}${grades.length > 0 ? ', grade or type not told' : ''}` },
            ...grades.map((one) => ({
              value: `${id}/${one.id.slice(id.length + 1)}`,
              label: `${condition.name}: ${one.name}`,
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
  return html`<h2>About you</h2>
${field(view, 'age', 'Your age in years', number(8, 110))}
${radios({
  name: 'side',
  legend: html`<h3 class="legend">Which leg is sore?</h3>`,
  choices: [
    { value: 'left', label: 'Left' },
    { value: 'right', label: 'Right' },
    { value: 'both', label: 'Both' },
  ],
  chosen: [value(view, 'side')],
  ...(view.errors.side ? { error: view.errors.side } : {}),
})}
${field(view, 'onset', 'The day it began, if you know', html`type="date"`)}`;
}

function running(view: StartPage): Html {
  return html`<h2>Your running</h2>
${field(view, 'usual', 'Minutes of your usual run before it began', number(0, 600), '', '30')}
${field(view, 'longest', 'Minutes of your longest run in the month before', number(0, 1500), '', '45')}
${field(view, 'days', 'Days a week you have time for exercises or a run', number(1, 7), '', '3')}
${radios({
  name: 'goal',
  legend: html`<h3 class="legend">What do you want to get back to?</h3>`,
  choices: (Object.keys(GOAL_WORDS) as Goal[]).map((goal) => ({ value: goal, label: GOAL_WORDS[goal] })),
  chosen: [value(view, 'goal', 'easy-run')],
  ...(view.errors.goal ? { error: view.errors.goal } : {}),
})}
${field(view, 'goalDate', 'The date of your race or goal, if there is one', html`type="date"`)}
${field(
  view,
  'prediction',
  'In how many weeks do you think you will run easily again?',
  number(0, 520),
  'Your own guess is worth something: it goes into the forecast. Leave it out if you cannot say.',
)}`;
}

function kit(view: StartPage): Html {
  const { kit: all } = view.knowledge.recovery;
  return html`<details${(view.posted.kit ?? []).length > 0 ? html` open` : ''}><summary>Kit you have at hand</summary><div class="details">
${tickBoxes({
  name: 'kit',
  legend: html`<h3 class="legend">Tick what you have</h3>`,
  hint: 'Tick nothing and the plan takes what is in every house.',
  choices: all.map(({ id, name, substitute }) => ({
    value: id,
    label: name,
    ...(substitute ? { hint: `Instead: ${substitute}` } : {}),
  })),
  chosen: view.posted.kit ?? [],
})}</div></details>`;
}

function activities(view: StartPage): Html {
  return html`<details${['activity1', 'activity2', 'activity3'].some((name) => value(view, name) !== '') ? html` open` : ''}><summary>Three things you want to do again</summary><div class="details">
<p class="hint">Your own words, such as “climb the stairs at work”. Once a week you say how well they go.</p>
${['First', 'Second', 'Third'].map((nth, index) => field(view, `activity${index + 1}`, nth, html`type="text" maxlength="60"`))}</div></details>`;
}

/** Days begin at midnight where the runner is; a server cannot know where that is. */
function clock(view: StartPage): Html {
  if (view.clocks.length === 0) return html``;
  const error = view.errors.zone;
  return html`<p class="${error ? 'field-error' : ''}"><label for="zone">What time is it where you are?</label><br>
<span class="hint" id="zone-hint">So that your days begin when yours do.</span><br>
${error ? html`<span class="error" id="zone-error">${error}</span><br>` : ''}
<select id="zone" name="zone" aria-describedby="zone-hint${error ? ' zone-error' : ''}"><option value="">Choose</option>${view.clocks.map(
    ({ zone, says }) =>
      html`<option value="${zone}"${zone === value(view, 'zone') ? html` selected` : ''}>${says}</option>`,
  )}</select></p>`;
}
