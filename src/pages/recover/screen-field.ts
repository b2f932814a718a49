// The danger signs of a check-in: one list of tick boxes, or each on its own for somebody who is not sure.

import { html } from 'hono/html';
import type { Finding } from '../../knowledge/index.ts';
import type { ScreenAnswer } from '../../recover/index.ts';
import { radios, tickBoxes } from '../components/form.ts';
import type { Html } from '../components/html.ts';
import { NONE, NOT_SURE } from '../screen-page.ts';

export interface SignsField {
  readonly ticked: readonly string[];
  /** Ask each on its own. */
  readonly each: boolean;
  readonly answers: Readonly<Record<string, ScreenAnswer>>;
  readonly error?: string;
}

export function dangerSigns(signs: readonly Finding[], field: SignsField): Html {
  if (field.each) {
    return html`<h2 class="legend" id="found">Answer each one</h2>
<p class="hint">“Not sure” is a real answer: it is never taken for a no.</p>
${field.error ? html`<p class="error">${field.error}</p>` : ''}
<input type="hidden" name="each" value="1">
${signs.map((sign, index) => {
  const answer = field.answers[sign.id];
  return radios({
    name: `sign-${index + 1}`,
    legend: html`<h3 class="legend">${sign.question}</h3>`,
    ...(sign.hint ? { hint: sign.hint } : {}),
    choices: [
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No' },
      { value: 'unsure', label: 'Not sure' },
    ],
    chosen: answer === undefined ? [] : [answer],
  });
})}`;
  }
  return html`<div class="compact">${tickBoxes({
    name: 'found',
    legend: html`<h2 class="legend">Is any of this so today?</h2>`,
    hint: 'Tick all that apply. A box left empty counts as no.',
    choices: signs.map(({ id, item, question }) => ({ value: id, label: item ?? question })),
    chosen: field.ticked,
    orElse: [
      { value: NONE, label: 'None of these' },
      {
        value: NOT_SURE,
        label: 'I am not sure about one or more of these',
        hint: 'You will be asked one by one',
      },
    ],
    ...(field.error ? { error: field.error } : {}),
  })}</div>`;
}
