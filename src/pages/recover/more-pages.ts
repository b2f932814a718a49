// What is needed seldom: a clinician's word, saving and carrying over, deleting.

import { html } from 'hono/html';
import { errorSummary, radios } from '../components/form.ts';
import type { Html } from '../components/html.ts';
import { type RecoverPage, recoverFrame } from './parts.ts';

export interface MorePage extends RecoverPage {
  readonly events: number;
  readonly done: string | undefined;
  /** What is wrong with a file that was to be brought in. */
  readonly errors: readonly string[];
  /** Whether there is a plan: without one only a file can be brought in. */
  readonly begun: boolean;
}

export function morePage(view: MorePage): Html {
  const { done, errors, events, begun, words } = view;
  const says = words.more;
  return recoverFrame(
    view,
    errors.length > 0 ? words.frame.errorTitle(says.title) : says.title,
    begun ? 'more' : undefined,
    html`${errorSummary(
      words,
      errors.map((message) => ({ field: 'file', message })),
    )}
${done ? html`<p class="notice" role="status">${done}</p>` : ''}
<h1>${says.title}</h1>
${
  begun
    ? html`<h2>${says.word}</h2>
<p><a href="/recover/clinician">${says.wordLink}</a></p>
<h2>${says.visit}</h2>
<p>${says.summary}</p>
<h2>${says.save}</h2>
<p>${says.entries(events)}</p>
<p><a class="button" href="/recover/backstride.json" download="backstride.json">${says.saveAll}</a></p>
<section data-reminder="${JSON.stringify(says.reminder)}" hidden><h2>${says.remind}</h2>
<p>${says.remindLead}</p>
<p role="status"></p>
<button type="button" class="secondary">${says.reminder.on}</button></section>`
    : ''
}
<form method="post" action="/recover/import" enctype="multipart/form-data">
<p><label for="file">${says.bringIn}</label><br>
<span class="hint" id="file-hint">${says.bringInHint}</span><br>
<input type="file" id="file" name="file" accept="application/json,.json" aria-describedby="file-hint"></p>
<button type="submit" class="secondary">${says.bringItIn}</button>
</form>
${
  begun
    ? html`<h2>${says.deleteTitle}</h2>
<form method="post" action="/recover/forget"><p>${says.deleteText}</p><button type="submit" class="secondary">${says.deletePlan}</button></form>`
    : ''
}`,
    ['remind'],
  );
}

export interface ClinicianPage extends RecoverPage {
  /** Causes with a plan, as choices. */
  readonly causes: readonly { readonly value: string; readonly label: string }[];
  readonly errors: Readonly<Record<string, string>>;
  readonly id: string;
}

export function clinicianPage(view: ClinicianPage): Html {
  const { errors, knowledge, causes, words } = view;
  const says = words.more;
  return recoverFrame(
    view,
    Object.keys(errors).length > 0 ? words.frame.errorTitle(says.word) : says.word,
    'more',
    html`${errorSummary(
      words,
      Object.entries(errors).map(([field, message]) => ({ field, message })),
    )}
<h1>${says.word}</h1>
<p>${says.wordLead}</p>
<form method="post" action="/recover/clinician" autocomplete="off" novalidate>
<input type="hidden" name="id" value="${view.id}">
${radios(words, {
  name: 'covers',
  legend: html`<h2 class="legend">${says.whatAllowed}</h2>`,
  choices: [
    ...knowledge.recovery.clearances.map(({ id, says }) => ({ value: id, label: says })),
    { value: 'nothing', label: says.nothingAllowed },
  ],
  chosen: [],
  ...(errors.covers ? { error: errors.covers } : {}),
})}
<p><label for="diagnosis">${says.whatIsIt}</label><br>
<select id="diagnosis" name="diagnosis"><option value="">${says.notInList}</option>${causes.map(({ value, label }) => html`<option value="${value}">${label}</option>`)}</select></p>
<button type="submit">${words.frame.save}</button>
</form>`,
  );
}
