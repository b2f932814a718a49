// One exercise as this runner does it today: the drawing, the steps, the dose, a timer for holds, when to stop.

import { html } from 'hono/html';
import { type Exercise, exerciseById } from '../../knowledge/index.ts';
import { doseInWords, type SessionItem } from '../../recover/index.ts';
import { exerciseFigure } from '../components/figure/figure.ts';
import { type FindGuideLink, guideLine } from '../components/guide-link.ts';
import type { Html } from '../components/html.ts';
import { holdTimer } from '../components/timer-button.ts';
import { type RecoverPage, recoverFrame } from './parts.ts';

export interface ExerciseTodayPage extends RecoverPage {
  readonly exercise: Exercise;
  /** As it stands in today's plan; undefined where it does not. */
  readonly item: SessionItem | undefined;
  readonly guideLink?: FindGuideLink;
}

export function exerciseTodayPage(view: ExerciseTodayPage): Html {
  const { exercise, item, knowledge, words } = view;
  const says = words.exercise;
  const { recovery } = knowledge;
  const link = ({ text, exercise: id }: Exercise['easier']) => {
    const to = id === undefined ? undefined : exerciseById(recovery, id);
    return html`${text}${to ? html` <span class="hint">${says.next(to.name)}</span>` : ''}`;
  };
  return recoverFrame(
    view,
    exercise.name,
    'today',
    html`<h1>${exercise.name}</h1>
${
  item
    ? html`<p class="dose"><strong>${doseInWords(item.dose, words.ofRecover)}</strong>. ${says.sides[item.side]}.</p>${holdTimer(item.dose, words)}`
    : html`<p class="notice">${says.notToday}</p>`
}
${exerciseFigure(exercise, { size: 'large', words })}
<ol>${exercise.steps.map((step) => html`<li>${step}</li>`)}</ol>
${exercise.tip ? html`<p>${exercise.tip}</p>` : ''}
<ul><li>${says.easier} ${link(exercise.easier)}</li><li>${says.harder} ${link(exercise.harder)}</li></ul>
<div class="stop"><h2>${words.recover.stopWhen}</h2><ul>${recovery.stopRules.filter(({ id }) => exercise.stop.includes(id)).map(({ text }) => html`<li>${text}</li>`)}</ul></div>
${guideLine(words, view.guideLink?.('exercises', exercise.id))}
<p><a href="/recover">${says.back}</a></p>
<p class="hint"><a href="/knowledge/exercises/${exercise.id}">${says.from}</a></p>`,
    item?.dose.holdSeconds === undefined ? [] : ['timer'],
  );
}
