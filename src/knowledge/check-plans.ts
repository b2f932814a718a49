// Rules about plans: every reference leads somewhere, a worse check-in can never look better, every plan has an end, and no
// plan asks for what its own cause forbids.

import type { Mistake } from './authored-files.ts';
import { type AuthoredPlan, type AuthoredRecovery, DOSE_NUMBERS } from './authored-recovery.ts';
import { comparisonIsSafe, knownMeasure, oneOf, twice } from './check-references.ts';
import type { Shaped, ShapedKnowledge } from './check-shape.ts';
import { mistake } from './mistakes.ts';

export function planIsSound(
  file: Shaped<AuthoredPlan>,
  knowledge: ShapedKnowledge,
  shared: AuthoredRecovery,
): readonly Mistake[] {
  const plan = file.content;
  const exercises = new Map(knowledge.recovery.exercises.map(({ content }) => [content.id, content]));
  const ladders = knowledge.recovery.ladders.map(({ content }) => content.id);
  const conditions = knowledge.conditions.map(({ content }) => content.id);
  const stages = plan.stages.map(({ id }) => id);
  const presentations = knowledge.conditions
    .filter(({ content }) => plan.conditions.includes(content.id))
    .flatMap(({ content }) => content.presentations.map(({ id }) => id));
  return [
    ...plan.conditions.flatMap((id, index) =>
      oneOf(file, ['conditions', index], id, conditions, 'the id of a condition'),
    ),
    ...(plan.needs ?? []).flatMap((id, index) => knownMeasure(file, ['needs', index], id, shared)),
    ...plan.leaveOut.flatMap(({ exercise }, index) =>
      oneOf(file, ['leaveOut', index, 'exercise'], exercise, [...exercises.keys()], 'the id of an exercise'),
    ),
    ...twice(file, 'stages', stages),
    ...plan.limits.flatMap((limit, index) => [
      ...comparisonIsSafe(file, ['limits', index], limit, 'limit', shared),
      ...(limit.stages ?? []).flatMap((id, at) =>
        oneOf(file, ['limits', index, 'stages', at], id, stages, 'a stage of this plan'),
      ),
    ]),
    ...(plan.variants ?? []).flatMap((variant, index) => [
      ...variant.presentations.flatMap((id, at) =>
        oneOf(
          file,
          ['variants', index, 'presentations', at],
          id,
          presentations,
          'a presentation of its condition',
        ),
      ),
      ...(['atLeastDays', 'atMostDays', 'firstStep'] as const).flatMap((key) =>
        Object.keys(variant[key] ?? {}).flatMap((id) =>
          oneOf(file, ['variants', index, key, id], id, stages, 'a stage of this plan'),
        ),
      ),
    ]),
    ...endsInTime(file),
    ...plan.stages.flatMap((stage, index) => {
      const path = ['stages', index];
      const criteria = (key: 'enter' | 'leave') =>
        (stage[key] ?? []).flatMap((one, at) =>
          comparisonIsSafe(file, [...path, key, at], one, 'criterion', shared),
        );
      return [
        ...criteria('enter'),
        ...criteria('leave'),
        ...(stage.needs ?? []).flatMap((id, at) => knownMeasure(file, [...path, 'needs', at], id, shared)),
        ...((stage.running.kind === 'ladder') === (stage.running.ladder !== undefined)
          ? []
          : [
              mistake(
                file,
                [...path, 'running'],
                'a ladder with kind: ladder, and only then',
                stage.running.kind,
                'Mend it.',
              ),
            ]),
        ...(stage.running.ladder === undefined
          ? []
          : oneOf(file, [...path, 'running', 'ladder'], stage.running.ladder, ladders, 'the id of a ladder')),
        ...stage.exercises.flatMap(({ exercise, dose }, at) => {
          const known = exercises.get(exercise);
          const here = [...path, 'exercises', at];
          if (!known)
            return oneOf(
              file,
              [...here, 'exercise'],
              exercise,
              [...exercises.keys()],
              'the id of an exercise',
            );
          const foreign = DOSE_NUMBERS.filter(
            (key) => dose[key] !== undefined && known.dose[key] === undefined && key !== 'perDay',
          );
          return [
            ...(foreign.length === 0
              ? []
              : [
                  mistake(
                    file,
                    [...here, 'dose'],
                    `a dose in what ${exercise} is measured in`,
                    foreign.join(', '),
                    'Correct the dose here, or add it to the exercise.',
                  ),
                ]),
            ...(known.actions.includes('run') && stage.running.kind === 'none'
              ? [mistake(file, here, 'no running exercise in a stage without running', exercise, 'Move it.')]
              : []),
            ...[...(plan.leaveOut ?? [])]
              .filter((one) => one.exercise === exercise)
              .map(() =>
                mistake(
                  file,
                  here,
                  'no exercise that the plan leaves out',
                  exercise,
                  'Remove one of the two.',
                ),
              ),
          ];
        }),
      ];
    }),
    ...ownCauseAllows(file, knowledge),
  ];
}

/** Every stage has a longest time, and the last one is kept up for a stated time: a plan cannot go on for ever. */
function endsInTime(file: Shaped<AuthoredPlan>): readonly Mistake[] {
  const { stages } = file.content;
  return stages.flatMap((stage, index) => {
    const last = index === stages.length - 1;
    return [
      ...(stage.atMostDays.value >= Math.max(1, stage.atLeastDays.value)
        ? []
        : [
            mistake(
              file,
              ['stages', index, 'atMostDays'],
              'at least one day and not less than atLeastDays',
              String(stage.atMostDays.value),
              'Correct one of them.',
            ),
          ]),
      ...((stage.keep ?? false) === last
        ? []
        : [
            mistake(
              file,
              ['stages', index],
              last ? 'keep: true in the last stage' : 'keep only in the last stage',
              stage.id,
              'A plan ends with staying well.',
            ),
          ]),
    ];
  });
}

/** What a cause forbids whatever the answers, its own plan may hold only behind a clinician's clearance. */
function ownCauseAllows(file: Shaped<AuthoredPlan>, knowledge: ShapedKnowledge): readonly Mistake[] {
  const plan = file.content;
  const exercises = new Map(knowledge.recovery.exercises.map(({ content }) => [content.id, content]));
  const forbidden = new Map<string, string>(
    knowledge.conditions
      .filter(({ content }) => plan.conditions.includes(content.id))
      .flatMap(({ content }) => content.forbids ?? [])
      .filter((rule) => rule.when === undefined)
      .map((rule) => [rule.action, rule.because]),
  );
  if (forbidden.size === 0 || plan.clearance) return [];
  return plan.stages.flatMap((stage, index) => {
    if (stage.clearance) return [];
    return stage.exercises.flatMap(({ exercise }, at) =>
      (exercises.get(exercise)?.actions ?? [])
        .filter((action) => forbidden.has(action))
        .map((action) =>
          mistake(
            file,
            ['stages', index, 'exercises', at],
            `no exercise of kind ${action}: ${forbidden.get(action)}`,
            exercise,
            'Remove it, or put the stage behind a clearance.',
          ),
        ),
    );
  });
}
