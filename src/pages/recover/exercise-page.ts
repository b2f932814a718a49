// One exercise as this runner does it today: the drawing, the steps, the dose, a timer for holds, when to stop.

import { html } from 'hono/html';
import { type Exercise, exerciseById } from '../../knowledge/index.ts';
import { doseInWords, type SessionItem } from '../../recover/index.ts';
import { exerciseFigure } from '../components/figure/figure.ts';
import type { Html } from '../components/html.ts';
import { holdTimer } from '../components/timer-button.ts';
import { type RecoverPage, recoverFrame } from './parts.ts';

export interface ExerciseTodayPage extends RecoverPage {
  readonly exercise: Exercise;
  /** As it stands in today's plan; undefined where it does not. */
  readonly item: SessionItem | undefined;
}

export function exerciseTodayPage(view: ExerciseTodayPage): Html {
  const { exercise, item, knowledge } = view;
  const { recovery } = knowledge;
  const link = ({ text, exercise: id }: Exercise['easier']) => {
    const to = id === undefined ? undefined : exerciseById(recovery, id);
    return html`${text}${to ? html` <span class="hint">Then: ${to.name}, when the plan has it.</span>` : ''}`;
  };
  const sides = { left: 'Left leg', right: 'Right leg', each: 'Each side', both: 'Both legs at once' };
  return recoverFrame(
    view,
    exercise.name,
    'today',
    html`<h1>${exercise.name}</h1>
${
  item
    ? html`<p class="dose"><strong>${doseInWords(item.dose)}</strong>. ${sides[item.side]}.</p>${holdTimer(item.dose)}`
    : html`<p class="notice">This is not in your plan today. Do only what today’s page names.</p>`
}
${exerciseFigure(exercise, { size: 'large' })}
<ol>${exercise.steps.map((step) => html`<li>${step}</li>`)}</ol>
${exercise.tip ? html`<p>${exercise.tip}</p>` : ''}
<ul><li>Easier: ${link(exercise.easier)}</li><li>Harder: ${link(exercise.harder)}</li></ul>
<div class="stop"><h2>Stop when</h2><ul>${recovery.stopRules.filter(({ id }) => exercise.stop.includes(id)).map(({ text }) => html`<li>${text}</li>`)}</ul></div>
<p><a href="/recover">Back to today</a></p>
<p class="hint"><a href="/knowledge/exercises/${exercise.id}">Where this comes from, and who has reviewed it</a></p>`,
    item?.dose.holdSeconds !== undefined,
  );
}
