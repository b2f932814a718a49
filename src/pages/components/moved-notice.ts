import { html } from 'hono/html';
import type { Words } from '../words/index.ts';
import type { Html } from './html.ts';

/** Said where a form of another tab came too late, so that the page shown is not the one expected. */
export function movedNotice(words: Words, moved: boolean): Html {
  if (!moved) return html``;
  return html`<p class="notice" role="status">${words.frame.moved}</p>`;
}
