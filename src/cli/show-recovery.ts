// Shows a plan or an exercise of the knowledge, each dose and threshold with its certainty and source.

import type { Comparison, Exercise, Plan, RecoveryKnowledge, Stage } from '../knowledge/index.ts';
import { doseInWords } from '../recover/index.ts';
import { cite } from './cite.ts';
import { strong } from './terminal.ts';
import { bullets, numbered, wrap } from './text.ts';

export function showExercise(
  { plans, stopRules }: RecoveryKnowledge,
  exercise: Exercise,
  width: number,
): string {
  const { id, name, clinicalName, kind, actions, muscles, kit, start, end, steps, dose, easier, harder } =
    exercise;
  const link = (way: string, { text, exercise: to }: Exercise['easier']) =>
    wrap(`${text}${to ? ` (${to})` : ''}`, width, `${way}: `, '  ');
  const stops = stopRules.filter((rule) => exercise.stop.includes(rule.id));
  const uses = plans.flatMap((plan) =>
    plan.stages.flatMap((stage) =>
      stage.exercises
        .filter((one) => one.exercise === id)
        .map((one) => `${plan.id}, ${stage.name}: ${doseInWords(one.dose)} ${cite(one.dose.basis)}`),
    ),
  );
  return [
    `${strong(`${id}: ${name}`)} (${kind})`,
    `Clinical name: ${clinicalName}. ${cite(exercise.basis)}`,
    `Asks the body to: ${actions.join(', ')}${exercise.gentle ? ' (gentle)' : ''}`,
    wrap(muscles.join(', '), width, 'Muscles: ', '  '),
    `Kit: ${kit.length > 0 ? kit.join(', ') : 'none'}`,
    wrap(start, width, 'Start: ', '  '),
    wrap(end, width, 'End: ', '  '),
    numbered(steps, width, ' '),
    wrap(`${doseInWords(dose)} ${cite(dose.basis)}`, width, 'Usual dose: ', '  '),
    link('Easier', easier),
    link('Harder', harder),
    'Stop',
    bullets(
      stops.map((rule) => `${rule.text} ${cite(rule.basis)}`),
      width,
      ' ',
    ),
    ...(uses.length > 0 ? ['In these plans', bullets(uses, width, ' ')] : []),
  ].join('\n');
}

export function showPlan(plan: Plan, width: number): string {
  const limits = plan.limits.map(
    (one) =>
      `${one.colour}: ${one.because} (${inWords(one)}${one.stages ? `, in ${one.stages.join(', ')}` : ''}) ${cite(one.basis)}`,
  );
  const variants = plan.variants.map(
    (one) => `${one.name}${one.clearance ? `. ${one.clearance.because}` : ''} ${cite(one.basis)}`,
  );
  return [
    `${strong(`${plan.id}: ${plan.name}`)} (plan for ${plan.conditions.join(', ')})`,
    wrap(`${plan.summary} ${cite(plan.basis)}`, width),
    ...(plan.clearance
      ? [wrap(`Locked: ${plan.clearance.because} ${cite(plan.clearance.basis)}`, width)]
      : []),
    ...(variants.length > 0 ? ['By grade or type', bullets(variants, width, ' ')] : []),
    'Limits',
    bullets(limits, width, ' '),
    ...plan.stages.map((stage, index) => stageText(stage, index, width)),
  ].join('\n');
}

function stageText(stage: Stage, index: number, width: number): string {
  const { atLeastDays: least, atMostDays: most } = stage;
  return [
    '',
    strong(`${index + 1}. ${stage.name}`),
    wrap(stage.aim, width),
    wrap(
      `At least ${least.value} days ${cite(least.basis)}, at most ${most.value} ${cite(most.basis)}.`,
      width,
    ),
    wrap(`Running: ${stage.running.text} ${cite(stage.running.basis)}`, width),
    bullets(
      stage.exercises.map(({ exercise, dose }) => `${exercise}: ${doseInWords(dose)} ${cite(dose.basis)}`),
      width,
      ' ',
    ),
    ...(stage.leave.length > 0
      ? [
          'Move on when',
          bullets(
            stage.leave.map((one) => `${one.says} (${inWords(one)}) ${cite(one.basis)}`),
            width,
            ' ',
          ),
        ]
      : []),
  ].join('\n');
}

function inWords({ measure, bound, value }: Comparison): string {
  return `${measure} ${bound === 'atLeast' ? '≥' : '≤'} ${value}`;
}
