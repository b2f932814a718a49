// Rules about training.yaml: every number and sentence that the code asks for is there, bands follow each other without a
// gap, exercises exist and their weeks are in order, a review is signed.

import type { Mistake } from './authored-files.ts';
import {
  type AuthoredTraining,
  LOAD_MEASURES,
  TRAINING_FIGURES,
  TRAINING_RULES,
} from './authored-training.ts';
import { oneOf, twice } from './check-references.ts';
import type { Shaped, ShapedKnowledge } from './check-shape.ts';
import { mistake } from './mistakes.ts';

export function trainingIsSound(knowledge: ShapedKnowledge): readonly Mistake[] {
  const file = knowledge.training;
  if (!file) return [];
  const { figures, rules, measures, beliefs, prevention } = file.content;
  const exercises = knowledge.recovery.exercises.map(({ content }) => content.id);
  return [
    ...keysAre(file, 'figures', Object.keys(figures), TRAINING_FIGURES),
    ...keysAre(file, 'rules', Object.keys(rules), TRAINING_RULES),
    ...keysAre(file, 'measures', Object.keys(measures), LOAD_MEASURES),
    ...bandsAdjoin(file),
    ...twice(
      file,
      'beliefs',
      beliefs.map(({ id }) => id),
    ),
    ...(prevention.review.state === 'reviewed' && !(prevention.review.by && prevention.review.on)
      ? [
          mistake(
            file,
            ['prevention', 'review'],
            'a review with the name of the reviewer and the day',
            'no name or day',
            'Set state: not yet reviewed, or add by and on.',
          ),
        ]
      : []),
    ...prevention.parts.flatMap((part, index) =>
      part.exercises.flatMap(({ exercise, weeks }, at) => [
        ...oneOf(
          file,
          ['prevention', 'parts', index, 'exercises', at, 'exercise'],
          exercise,
          exercises,
          'the id of an exercise',
        ),
        ...weeks.flatMap(({ from, reps, seconds, metres }, week) => {
          const path = ['prevention', 'parts', index, 'exercises', at, 'weeks', week];
          const before = week === 0 ? 0 : (weeks[week - 1]?.from ?? 0);
          const counted = [reps, seconds, metres].filter((one) => one !== undefined).length;
          return [
            ...((week === 0 ? from === 1 : from > before)
              ? []
              : [
                  mistake(
                    file,
                    path,
                    week === 0 ? 'week 1 first' : `a week after ${before}`,
                    String(from),
                    'Put the weeks in order, from 1.',
                  ),
                ]),
            ...(counted === 1
              ? []
              : [mistake(file, path, 'one of reps, seconds and metres', String(counted), 'Keep one.')]),
          ];
        }),
      ]),
    ),
  ];
}

function keysAre(
  file: Shaped<AuthoredTraining>,
  path: string,
  given: readonly string[],
  needed: readonly string[],
): readonly Mistake[] {
  return [
    ...needed
      .filter((key) => !given.includes(key))
      .map((key) => mistake(file, [path], `${path} with ${key}`, 'none', `Add ${key}.`)),
    ...given
      .filter((key) => !needed.includes(key))
      .map((key) => mistake(file, [path, key], `one of ${needed.join(', ')}`, key, 'Correct or remove it.')),
  ];
}

/** Each band begins where the one before ends, the last is open, and each ratio lies in its interval. */
function bandsAdjoin(file: Shaped<AuthoredTraining>): readonly Mistake[] {
  const { bands } = file.content;
  return bands.flatMap((band, index) => {
    const path = ['bands', index];
    const next = bands[index + 1];
    const ends = band.upTo === next?.above && (next === undefined || next.above > band.above);
    return [
      ...(ends
        ? []
        : [
            mistake(
              file,
              path,
              next ? `upTo: ${next.above}, where the next band begins` : 'no upTo in the last band',
              String(band.upTo),
              'Let the bands follow each other.',
            ),
          ]),
      ...(band.low <= band.hazardRatio && band.hazardRatio <= band.high
        ? []
        : [
            mistake(
              file,
              path,
              'low ≤ hazardRatio ≤ high',
              `${band.low}, ${band.hazardRatio}, ${band.high}`,
              'Correct the interval.',
            ),
          ]),
    ];
  });
}
