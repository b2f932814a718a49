// Rules about the answers that stand on the body picture: states, their finer parts, and the side.

import { UNSURE } from '../vocabulary/index.ts';
import type { AuthoredFinding } from './authored.ts';
import type { Mistake } from './authored-files.ts';
import type { Shaped } from './check-shape.ts';
import { isYesNo, mistake } from './mistakes.ts';

/** On the body picture every answer has a place, and every place means one answer. */
export function pictureMistakes(file: Shaped<AuthoredFinding>): readonly Mistake[] {
  const { states } = file.content;
  const shown = states.flatMap(({ regions }) => regions ?? []);
  if (shown.length === 0) return [];
  const twice = shown.filter((region, index) => shown.indexOf(region) !== index);
  const nowhere = states.filter(({ regions }) => regions === undefined).map(({ id }) => id);
  return [
    ...(twice.length === 0
      ? []
      : [
          mistake(
            file,
            ['states'],
            'each region of the body picture in one state only',
            twice.join(', '),
            'Remove the region from all states but one.',
          ),
        ]),
    ...(nowhere.length === 0
      ? []
      : [
          mistake(
            file,
            ['states'],
            'regions in every state, or in none',
            `none in ${nowhere.join(', ')}`,
            'Say where on the body picture each state lies, or remove all regions.',
          ),
        ]),
  ];
}

/** The parts of a state are its regions, one each, under names of their own; the side belongs to a picture. */
export function partMistakes(
  file: Shaped<AuthoredFinding>,
  all: ReadonlyMap<string, AuthoredFinding>,
): readonly Mistake[] {
  const { states, sides } = file.content;
  const taken = [...states.map(({ id }) => id), UNSURE];
  const both = sides && all.get(sides.both);
  return [
    ...states.flatMap(({ regions = [], parts }, index) => {
      const drawn = parts?.map(({ region }) => region).sort() ?? [];
      return parts === undefined || drawn.join() === [...regions].sort().join()
        ? []
        : [
            mistake(
              file,
              ['states', index, 'parts'],
              `one part for each of ${regions.join(', ')}`,
              drawn.join(', '),
              'Give each region of the state one part, or remove the parts.',
            ),
          ];
    }),
    ...states.flatMap(({ parts = [] }, index) =>
      parts.flatMap(({ id }, position) => {
        const again = taken.includes(id);
        taken.push(id);
        return again
          ? [mistake(file, ['states', index, 'parts', position], 'an id of its own', id, 'Rename the part.')]
          : [];
      }),
    ),
    ...(sides === undefined || (both && isYesNo(both))
      ? []
      : [mistake(file, ['sides', 'both'], 'the id of a yes/no finding', sides.both, 'Correct the id.')]),
    ...(sides === undefined || states.some(({ regions }) => regions)
      ? []
      : [mistake(file, ['sides'], 'sides only beside a body picture', 'no regions', 'Remove the sides.')]),
  ];
}
