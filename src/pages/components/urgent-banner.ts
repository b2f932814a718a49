// Said on every further question once the answers mean that somebody should see the runner today, or at once.

import { html } from 'hono/html';
import type { Words } from '../words/index.ts';
import type { Html } from './html.ts';

/** The number to call in an emergency; `today`; undefined where nothing is that urgent. */
export type Urgent = { readonly call: string } | 'today' | undefined;

export function urgentBanner(words: Words, urgent: Urgent): Html {
  if (urgent === undefined) return html``;
  return html`<div class="today" role="note">
<p>${urgent === 'today' ? words.frame.today : words.frame.callNow(urgent.call)}</p>
</div>`;
}
