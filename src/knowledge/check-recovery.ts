// Rules about the way back: every reference leads somewhere, a worse check-in can never look better, every plan has an
// end, and no plan asks for what its own cause forbids.

import type { Mistake } from './authored-files.ts';
import {
  type AuthoredCriterion,
  type AuthoredLimit,
  type AuthoredPlan,
  type AuthoredRecovery,
  DAY_FIGURES,
  DAY_RULES,
  DOSE_NUMBERS,
} from './authored-recovery.ts';
import type { Shaped, ShapedKnowledge } from './check-shape.ts';
import { mistake, type Path, statesByFinding } from './mistakes.ts';

/** Measures whose names the code knows. */
export const KNOWN_MEASURES = [
  'painMorning',
  'painDuring',
  'painRest',
  'painkillers',
  'limp',
  'morningRise',
  'weekRise',
  'newLimp',
  'newSwelling',
  'swelling',
  'painFreeDays',
] as const;

export function recoveryIsSound(knowledge: ShapedKnowledge): readonly Mistake[] {
  const { shared, exercises, ladders, plans } = knowledge.recovery;
  if (!shared) {
    return [...exercises, ...ladders, ...plans].map((file) =>
      mistake(
        file,
        ['id'],
        'recovery.yaml beside it, which every plan needs',
        'none',
        'Restore recovery.yaml.',
      ),
    );
  }
  return [
    ...sharedIsWhole(shared, knowledge),
    ...exercisesAreLinked(knowledge, shared.content),
    ...plans.flatMap((file) => planIsSound(file, knowledge, shared.content)),
    ...ladders.flatMap((file) =>
      oneOf(
        file,
        ['exercise'],
        file.content.exercise,
        exercises.map(({ content }) => content.id),
        'the id of an exercise',
      ),
    ),
    ...ladders
      .filter(({ content }) => !plans.some((plan) => laddersOf(plan.content).includes(content.id)))
      .map((file) =>
        mistake(file, ['id'], 'a ladder that a plan uses', file.content.id, 'Use it or remove it.'),
      ),
  ];
}

function sharedIsWhole(file: Shaped<AuthoredRecovery>, knowledge: ShapedKnowledge): readonly Mistake[] {
  const { rules, figures, measures, screen, ageing, kit, stopRules, needs, clearances } = file.content;
  const states = statesByFinding(knowledge);
  const ids = measures.map(({ id }) => id);
  const keys = (path: string, given: readonly string[], needed: readonly string[]) => [
    ...needed
      .filter((key) => !given.includes(key))
      .map((key) => mistake(file, [path], `${path} with ${key}`, 'none', `Add ${key}.`)),
    ...given
      .filter((key) => !needed.includes(key))
      .map((key) => mistake(file, [path, key], `one of ${needed.join(', ')}`, key, 'Correct or remove it.')),
  ];
  return [
    ...keys('rules', Object.keys(rules), DAY_RULES),
    ...keys('figures', Object.keys(figures), DAY_FIGURES),
    ...KNOWN_MEASURES.filter((id) => !ids.includes(id)).map((id) =>
      mistake(file, ['measures'], `a measure ${id}`, 'none', 'Add it: the code works with it.'),
    ),
    ...twice(file, 'measures', ids),
    ...twice(
      file,
      'kit',
      kit.map(({ id }) => id),
    ),
    ...twice(
      file,
      'stopRules',
      stopRules.map(({ id }) => id),
    ),
    ...twice(
      file,
      'clearances',
      clearances.map(({ id }) => id),
    ),
    ...measures
      .map((one, index) => ({ one, index }))
      .filter(({ one }) => (one.question === undefined) !== (one.kind === 'derived'))
      .map(({ one, index }) =>
        mistake(
          file,
          ['measures', index],
          'a question, unless it is derived',
          one.id,
          'Add or remove question.',
        ),
      ),
    ...measures.flatMap(({ answers }, index) =>
      answers &&
      !['zero', 'more'].every((key) => states.get(answers.finding)?.includes(answers[key as 'zero']))
        ? [
            mistake(
              file,
              ['measures', index, 'answers'],
              'a finding and two of its states',
              answers.finding,
              'Correct the ids.',
            ),
          ]
        : [],
    ),
    ...needs.flatMap((id, index) => knownMeasure(file, ['needs', index], id, file.content)),
    ...screen.flatMap(({ finding }, index) =>
      states.get(finding)?.includes('yes')
        ? []
        : [mistake(file, ['screen', index, 'finding'], 'a yes/no finding', finding, 'Correct the id.')],
    ),
    ...ageing.steps.flatMap(({ state, becomes }, index) =>
      [state, becomes].every((one) => states.get(ageing.finding)?.includes(one))
        ? []
        : [
            mistake(
              file,
              ['ageing', 'steps', index],
              `states of ${ageing.finding}`,
              `${state}, ${becomes}`,
              'Correct the state.',
            ),
          ],
    ),
    ...file.content.limits.flatMap((one, index) =>
      comparisonIsSafe(file, ['limits', index], one, 'limit', file.content),
    ),
  ];
}

function exercisesAreLinked(knowledge: ShapedKnowledge, shared: AuthoredRecovery): readonly Mistake[] {
  const { exercises, ladders, plans } = knowledge.recovery;
  const ids = exercises.map(({ content }) => content.id);
  const kit = shared.kit.map(({ id }) => id);
  const stops = shared.stopRules.map(({ id }) => id);
  const used = new Set(
    plans.flatMap(({ content }) =>
      content.stages.flatMap((stage) => stage.exercises.map((one) => one.exercise)),
    ),
  );
  for (const { content } of ladders) used.add(content.exercise);
  for (const { content } of exercises) {
    for (const { exercise } of [content.easier, content.harder]) if (exercise) used.add(exercise);
  }
  return [
    ...exercises.flatMap((file) => [
      ...file.content.kit.flatMap((id, index) =>
        oneOf(file, ['kit', index], id, kit, 'kit in recovery.yaml'),
      ),
      ...file.content.stop.flatMap((id, index) => oneOf(file, ['stop', index], id, stops, 'a stop rule')),
      ...(['easier', 'harder'] as const).flatMap((way) => {
        const to = file.content[way].exercise;
        return to === undefined
          ? []
          : oneOf(
              file,
              [way, 'exercise'],
              to,
              ids.filter((id) => id !== file.content.id),
              'another exercise',
            );
      }),
      ...(used.has(file.content.id)
        ? []
        : [
            mistake(
              file,
              ['id'],
              'an exercise that a plan or another exercise uses',
              file.content.id,
              'Use it.',
            ),
          ]),
    ]),
    ...shared.kit
      .filter(({ id }) => !exercises.some(({ content }) => content.kit.includes(id)))
      .map(({ id }) =>
        mistake(
          knowledge.recovery.shared as Shaped<AuthoredRecovery>,
          ['kit', kit.indexOf(id)],
          'kit that an exercise uses',
          id,
          'Use it or remove it.',
        ),
      ),
  ];
}

function planIsSound(
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

/**
 * A limit must be hit by worse values and a criterion be met by better ones, or a worse check-in could look better.
 */
function comparisonIsSafe(
  file: Shaped<unknown>,
  path: Path,
  written: AuthoredCriterion | AuthoredLimit,
  kind: 'limit' | 'criterion',
  shared: AuthoredRecovery,
): readonly Mistake[] {
  const measure = shared.measures.find(({ id }) => id === written.measure);
  if (!measure) return knownMeasure(file, [...path, 'measure'], written.measure, shared);
  const { atMost, atLeast } = written;
  if ((atMost === undefined) === (atLeast === undefined)) {
    return [mistake(file, path, 'atMost or atLeast', 'both or none', 'Keep one.')];
  }
  const bound = (measure.worse === 'higher') === (kind === 'limit') ? 'atLeast' : 'atMost';
  const value = atMost ?? atLeast ?? 0;
  if (written[bound] === undefined) {
    return [
      mistake(
        file,
        path,
        `${bound}, because ${measure.id} is worse when ${measure.worse}`,
        bound === 'atMost' ? 'atLeast' : 'atMost',
        `Turn the comparison of this ${kind} round.`,
      ),
    ];
  }
  return value >= measure.min && value <= measure.max
    ? []
    : [
        mistake(
          file,
          path,
          `a value from ${measure.min} to ${measure.max}`,
          String(value),
          'Correct the value.',
        ),
      ];
}

function knownMeasure(
  file: Shaped<unknown>,
  path: Path,
  id: string,
  shared: AuthoredRecovery,
): readonly Mistake[] {
  return oneOf(
    file,
    path,
    id,
    shared.measures.map((one) => one.id),
    'a measure of recovery.yaml',
  );
}

function oneOf(
  file: Shaped<unknown>,
  path: Path,
  id: string,
  known: readonly string[],
  expected: string,
): readonly Mistake[] {
  return known.includes(id)
    ? []
    : [mistake(file, path, expected, id, 'Correct the id or add what it names.')];
}

function twice(file: Shaped<unknown>, key: string, ids: readonly string[]): readonly Mistake[] {
  return ids
    .map((id, index) => ({ id, index }))
    .filter(({ id, index }) => ids.indexOf(id) !== index)
    .map(({ id, index }) => mistake(file, [key, index], 'an id of its own', id, 'Rename it.'));
}

function laddersOf({ stages }: AuthoredPlan): readonly string[] {
  return stages.flatMap(({ running }) => (running.ladder === undefined ? [] : [running.ladder]));
}
