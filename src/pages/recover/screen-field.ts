// The danger signs of a check-in: one list of tick boxes, or each on its own for somebody who is not sure.

import { html } from 'hono/html';
import type { Finding } from '../../knowledge/index.ts';
import type { ScreenAnswer } from '../../recover/index.ts';
import { radios, tickBoxes } from '../components/form.ts';
import type { Html } from '../components/html.ts';
import { NONE, NOT_SURE } from '../screen-page.ts';
import type { Words } from '../words/index.ts';

export interface SignsField {
  readonly ticked: readonly string[];
  /** Ask each on its own. */
  readonly each: boolean;
  readonly answers: Readonly<Record<string, ScreenAnswer>>;
  readonly error?: string;
}

export function dangerSigns(words: Words, signs: readonly Finding[], field: SignsField): Html {
  const { answers, checkIn } = words;
  if (field.each) {
    return html`<h2 class="legend" id="found">${checkIn.signsEach}</h2>
<p class="hint">${answers.answerEach}</p>
${field.error ? html`<p class="error">${field.error}</p>` : ''}
<input type="hidden" name="each" value="1">
${signs.map((sign, index) => {
  const answer = field.answers[sign.id];
  return radios(words, {
    name: `sign-${index + 1}`,
    legend: html`<h3 class="legend">${sign.question}</h3>`,
    ...(sign.hint ? { hint: sign.hint } : {}),
    choices: [
      { value: 'yes', label: answers.yes },
      { value: 'no', label: answers.no },
      { value: 'unsure', label: answers.unsure },
    ],
    chosen: answer === undefined ? [] : [answer],
  });
})}`;
  }
  return html`<div class="compact">${tickBoxes(words, {
    name: 'found',
    legend: html`<h2 class="legend">${checkIn.signs}</h2>`,
    hint: answers.tickAll,
    choices: signs.map(({ id, item, question }) => ({ value: id, label: item ?? question })),
    chosen: field.ticked,
    orElse: [
      { value: NONE, label: answers.noneOfThese },
      {
        value: NOT_SURE,
        label: answers.unsureOfSome,
        hint: checkIn.askedEach,
      },
    ],
    ...(field.error ? { error: field.error } : {}),
  })}</div>`;
}
