// How urgent, in the grammar people know from public health services: one heading that says what to do, the urgency
// also in words, never by colour alone. Each level has its own shape of border besides its colour.

import { html } from 'hono/html';
import type { TriageLevel } from '../../vocabulary/index.ts';
import type { Words } from '../words/index.ts';
import type { Html } from './html.ts';

export function careCard(words: Words, level: TriageLevel, title: string, body: Html): Html {
  return html`<section class="care care-${level}" aria-labelledby="care-title">
<h1 class="care-title" id="care-title"><span class="care-urgency">${words.urgency[level]}<span class="hidden">: </span></span> ${title}</h1>
<div class="care-body">${body}</div>
</section>`;
}

/** When to get help, said on a page that is about something else: the same card under a smaller heading. */
export function careBox(words: Words, level: TriageLevel, title: string, signs: readonly string[]): Html {
  return html`<section class="care care-small care-${level}" aria-labelledby="help-title">
<h2 class="care-title" id="help-title"><span class="care-urgency">${words.urgency[level]}<span class="hidden">: </span></span> ${title}</h2>
<div class="care-body"><ul>${signs.map((sign) => html`<li>${sign}</li>\n`)}</ul></div>
</section>`;
}
