// Rules about the way back as a whole: recovery.yaml is complete, exercises and ladders are linked and used.

import type { Mistake } from './authored-files.ts';
import {
  type AuthoredLadder,
  type AuthoredPlan,
  type AuthoredRecovery,
  DAY_FIGURES,
  DAY_RULES,
} from './authored-recovery.ts';
import { exerciseFigureMistakes } from './check-figures.ts';
import { planIsSound } from './check-plans.ts';
import { comparisonIsSafe, knownMeasure, oneOf, twice } from './check-references.ts';
import type { Shaped, ShapedKnowledge } from './check-shape.ts';
import { mistake, statesByFinding } from './mistakes.ts';

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
    ...exercises.flatMap(exerciseFigureMistakes),
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
    ...ladders.flatMap(timersSayTheSame),
    ...ladders
      .filter(({ content }) => !plans.some((plan) => laddersOf(plan.content).includes(content.id)))
      .map((file) =>
        mistake(file, ['id'], 'a ladder that a plan uses', file.content.id, 'Use it or remove it.'),
      ),
  ];
}

/** A runner who follows the timer runs for as long as the step says. */
function timersSayTheSame(file: Shaped<AuthoredLadder>): readonly Mistake[] {
  return file.content.steps.flatMap(({ intervals, runMinutes }, index) => {
    if (!intervals) return [];
    const { times, run, walk } = intervals;
    const at = ['steps', String(index), 'intervals'];
    if (times * run !== runMinutes) {
      const found = `${times} × ${run} = ${times * run}`;
      return [
        mistake(file, at, `times × run to be runMinutes, ${runMinutes}`, found, 'Correct one of them.'),
      ];
    }
    return (walk !== undefined) === times > 1
      ? []
      : [mistake(file, at, 'walk where there are several runs, and only there', String(walk), 'Correct it.')];
  });
}

function sharedIsWhole(file: Shaped<AuthoredRecovery>, knowledge: ShapedKnowledge): readonly Mistake[] {
  const { rules, figures, measures, screen, ageing, kit, careKit, stopRules, needs, clearances } =
    file.content;
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
      'careKit',
      careKit.map(({ id }) => id),
    ),
    ...careKit.flatMap(({ id }, index) =>
      kit.some((one) => one.id === id)
        ? [
            mistake(
              file,
              ['careKit', index, 'id'],
              'an id that no other kit has',
              id,
              'Rename one of the two.',
            ),
          ]
        : [],
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

function laddersOf({ stages }: AuthoredPlan): readonly string[] {
  return stages.flatMap(({ running }) => (running.ladder === undefined ? [] : [running.ladder]));
}
