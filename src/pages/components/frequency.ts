// A probability as people of a hundred: always the same denominator, a number beside the picture, a picture that also
// works without colour. Evidence for this form: part-to-whole pictures with constant denominators.

import { html } from 'hono/html';
import type { Html } from './html.ts';

const COLUMNS = 20;
const STEP = 10;

/** A hundred little runners' dots, as many filled as the probability says. */
export function iconArray(probability: number, name: string): Html {
  const filled = Math.round(Math.min(1, Math.max(0, probability)) * 100);
  const dots = Array.from({ length: 100 }, (_, index) => {
    const x = (index % COLUMNS) * STEP + STEP / 2;
    const y = Math.floor(index / COLUMNS) * STEP + STEP / 2;
    return index < filled
      ? html`<circle class="dot-on" cx="${x}" cy="${y}" r="4"/>`
      : html`<circle class="dot-off" cx="${x}" cy="${y}" r="3"/>`;
  });
  return html`<svg class="dots" role="img" aria-label="${name}" viewBox="0 0 ${COLUMNS * STEP} ${(100 / COLUMNS) * STEP}">${dots}</svg>`;
}
