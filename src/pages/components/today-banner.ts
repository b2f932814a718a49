import { html } from 'hono/html';
import type { Words } from '../words/index.ts';
import type { Html } from './html.ts';

/** Said on every further question once the answers mean "be seen today". */
export function todayBanner(words: Words, seenToday: boolean): Html {
  if (!seenToday) return html``;
  return html`<div class="today" role="note">
<p>${words.frame.today}</p>
</div>`;
}
