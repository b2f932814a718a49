// The exercises: the list, and one exercise with its steps, its usual dose, when to stop and which plans use it.

import { html } from 'hono/html';
import { ACTION_NAMES, type Exercise, type ExerciseId, type Kit } from '../../knowledge/index.ts';
import { doseInWords } from '../../recover/index.ts';
import { exerciseFigure } from '../components/figure/figure.ts';
import { guideLine } from '../components/guide-link.ts';
import type { Html } from '../components/html.ts';
import { english } from '../words/index.ts';
import { from, type KnowledgePage, page, review, table } from './parts.ts';
import { exerciseLink, exerciseNamed, listUnder, planLink } from './recovery-parts.ts';

export interface ExercisePage extends KnowledgePage {
  readonly exercise: Exercise;
}

const SIDES: Readonly<Record<Exercise['sides'], string>> = {
  affected: 'The sore leg only',
  each: 'Each leg in turn',
  together: 'Both legs at once',
};

export function exercisesPage(view: KnowledgePage): Html {
  const { exercises, kit, careKit } = view.knowledge.recovery;
  return page(
    view,
    'Exercises',
    '/knowledge/plans',
    html`${table({
      caption: 'Every exercise, drill and test',
      head: ['Name', 'Kind', 'Asks the body for', 'Review'],
      rows: exercises.map((one) => [
        html`${exerciseLink(one)} <span class="clinical">${one.clinicalName}</span>`,
        one.kind,
        one.actions.map((action) => ACTION_NAMES[action]).join('; '),
        one.review.state === 'reviewed' ? 'reviewed' : 'not yet reviewed by a clinician',
      ]),
    })}
${listUnder('Kit', kit.map(kitItem))}
${listUnder(
  'For the care of the first days',
  careKit.map((one) => html`${ACTION_NAMES[one.action]}: ${kitItem(one)}`),
)}`,
  );
}

const FOUND: Readonly<Record<Kit['found'], string>> = {
  shop: 'from a shop',
  house: 'in the house',
  place: 'a place to go to',
};

function kitItem({ name, found, substitute, basis }: Kit): Html {
  return html`${name}, ${FOUND[found]}${substitute ? `. Instead: ${substitute}` : ''} ${from(basis)}`;
}

export function exercisePage(view: ExercisePage): Html {
  const { knowledge, exercise } = view;
  const { kit, stopRules } = knowledge.recovery;
  const link = (way: string, { text, exercise: to }: { text: string; exercise?: ExerciseId }) =>
    html`<li>${way}: ${text}${to ? html` Then: ${exerciseNamed(knowledge, to)}` : ''}</li>`;
  return page(
    view,
    exercise.name,
    '/knowledge/exercises',
    html`<p class="clinical">${exercise.clinicalName} (${exercise.kind})</p>
${review(exercise)}
${guideLine(english, view.guideLink?.('exercises', exercise.id))}
${exerciseFigure(exercise, { size: 'large' })}
<ol>${exercise.steps.map((step) => html`<li>${step}</li>\n`)}</ol>
${exercise.tip ? html`<p>${exercise.tip}</p>` : ''}
<p>${SIDES[exercise.sides]}. Usual dose: ${doseInWords(exercise.dose)}. ${from(exercise.dose.basis)}</p>
<ul>${link('Easier', exercise.easier)}
${link('Harder', exercise.harder)}</ul>
${listUnder(
  'Stop',
  stopRules
    .filter(({ id }) => exercise.stop.includes(id))
    .map(({ text, basis }) => html`${text} ${from(basis)}`),
)}
<h2>About it</h2>
<p>${from(exercise.basis)}</p>
<ul><li>Muscles: ${exercise.muscles.join('; ')}</li>
<li>Asks the body for: ${exercise.actions.map((action) => ACTION_NAMES[action]).join('; ')}</li>
${exercise.gentle ? html`<li>Gentle: every cause allows it, unless what it asks for is not advised.</li>` : ''}</ul>
${listUnder('Kit', kit.filter(({ id }) => exercise.kit.includes(id)).map(kitItem))}
${uses(view)}`,
  );
}

function uses({ knowledge, exercise }: ExercisePage): Html | string {
  const rows = knowledge.recovery.plans.flatMap((plan) =>
    plan.stages.flatMap((stage) =>
      stage.exercises
        .filter((one) => one.exercise === exercise.id)
        .map(({ dose }) => [
          html`${planLink(plan)} <span class="clinical">${stage.name}</span>`,
          doseInWords(dose),
          from(dose.basis),
        ]),
    ),
  );
  return rows.length > 0
    ? table({ caption: 'In these plans', head: ['Plan and stage', 'How much', 'From'], rows })
    : '';
}
