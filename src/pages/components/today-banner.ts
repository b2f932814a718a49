import { html } from 'hono/html';
import type { Html } from './html.ts';

/** Said on every further question once the answers mean "be seen today". */
export function todayBanner(seenToday: boolean): Html {
  if (!seenToday) return html``;
  return html`<div class="today" role="note">
<p><strong>From what you have said, be seen by a clinician today.</strong> <a href="/assess/result">See what to do now</a>. The next questions only help to tell why.</p>
</div>`;
}
