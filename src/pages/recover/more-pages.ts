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
  const { done, errors, events, begun } = view;
  return recoverFrame(
    view,
    `${errors.length > 0 ? 'Error: ' : ''}More`,
    begun ? 'more' : undefined,
    html`${errorSummary(errors.map((message) => ({ field: 'file', message })))}
${done ? html`<p class="notice" role="status">${done}</p>` : ''}
<h1>More</h1>
${
  begun
    ? html`<h2>A clinician’s word</h2>
<p><a href="/recover/clinician">A clinician has looked at it, or told me what it is</a></p>
<h2>For your visit</h2>
<p><a href="/recover/summary">A summary for a clinician</a>: one page to print, show or paste</p>
<h2>Save it, carry it over</h2>
<p>${events} entries are kept. The file holds them all, in plain text that you can read.</p>
<p><a class="button" href="/recover/backstride.json" download="backstride.json">Save everything as a file</a></p>`
    : ''
}
<form method="post" action="/recover/import" enctype="multipart/form-data">
<p><label for="file">Bring in a file saved on another device</label><br>
<span class="hint" id="file-hint">What is here already stays; what is in both is kept once.</span><br>
<input type="file" id="file" name="file" accept="application/json,.json" aria-describedby="file-hint"></p>
<button type="submit" class="secondary">Bring it in</button>
</form>
${
  begun
    ? html`<h2>Delete it</h2>
<form method="post" action="/recover/forget"><p>This deletes the plan, every check-in and the answers it began with. It cannot be undone.</p><button type="submit" class="secondary">Delete my plan</button></form>`
    : ''
}`,
  );
}

export interface ClinicianPage extends RecoverPage {
  /** Causes with a plan, as choices. */
  readonly causes: readonly { readonly value: string; readonly label: string }[];
  readonly errors: Readonly<Record<string, string>>;
  readonly id: string;
}

export function clinicianPage(view: ClinicianPage): Html {
  const { errors, knowledge, causes } = view;
  return recoverFrame(
    view,
    `${Object.keys(errors).length > 0 ? 'Error: ' : ''}A clinician’s word`,
    'more',
    html`${errorSummary(Object.entries(errors).map(([field, message]) => ({ field, message })))}
<h1>A clinician’s word</h1>
<p>Enter only what a clinician has told you after looking at you. The plan goes by it.</p>
<form method="post" action="/recover/clinician" autocomplete="off" novalidate>
<input type="hidden" name="id" value="${view.id}">
${radios({
  name: 'covers',
  legend: html`<h2 class="legend">What did they say you may do?</h2>`,
  choices: [
    ...knowledge.recovery.clearances.map(({ id, says }) => ({ value: id, label: says })),
    { value: 'nothing', label: 'They did not say, or nothing yet' },
  ],
  chosen: [],
  ...(errors.covers ? { error: errors.covers } : {}),
})}
<p><label for="diagnosis">Did they tell you what it is?</label><br>
<select id="diagnosis" name="diagnosis"><option value="">No, or it is not in this list</option>${causes.map(({ value, label }) => html`<option value="${value}">${label}</option>`)}</select></p>
<button type="submit">Save</button>
</form>`,
  );
}
