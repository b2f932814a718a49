// One quiet line in the footer: where the runner's answers live now.

import { html } from 'hono/html';
import type { Html } from './html.ts';

export type KeptIn = 'device' | 'cookie';

const LINES: Readonly<Record<KeptIn, string>> = {
  device: 'Your answers are kept on this device. They are not sent anywhere.',
  cookie: 'Your answers are in a sealed cookie in this browser for two hours.',
};

/** The line; nothing where it is not given. */
export function keptLine(keptIn: KeptIn | undefined): Html | '' {
  return keptIn === undefined ? '' : html`<p>${LINES[keptIn]}</p>\n`;
}
