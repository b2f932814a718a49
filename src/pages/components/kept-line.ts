// One quiet line in the footer: where the runner's answers live now.

import { html } from 'hono/html';
import type { KeptIn } from '../kept-in.ts';
import type { Words } from '../words/index.ts';
import type { Html } from './html.ts';

/** The line; nothing where it is not given. */
export function keptLine(words: Words, keptIn: KeptIn | undefined): Html | '' {
  return keptIn === undefined ? '' : html`<p>${words.frame.kept[keptIn]}</p>\n`;
}
