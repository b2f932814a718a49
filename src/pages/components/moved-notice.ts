import { html } from 'hono/html';
import type { Html } from './html.ts';

/** Said where a form of another tab came too late, so that the page shown is not the one expected. */
export function movedNotice(moved: boolean): Html {
  if (!moved) return html``;
  return html`<p class="notice" role="status">Your answers had moved on in another tab. This is where they stand.</p>`;
}
