// Rules about drawn positions: an arm is written once, an arrow has a direction, and no joint bends where a body cannot.
// Only parts at full length are judged: one that is drawn shorter points at the reader, and its angle says less.

import type { DrawnPosition, Limb } from './authored-drawing.ts';
import type { Mistake } from './authored-files.ts';
import type { AuthoredExercise } from './authored-recovery.ts';
import type { Shaped } from './check-shape.ts';
import { mistake, type Path } from './mistakes.ts';

interface Joint {
  readonly name: string;
  readonly key: string;
  /** Bent by this many degrees, forward of straight; undefined where the picture does not tell. */
  readonly bend: number | undefined;
  readonly from: number;
  readonly to: number;
}

/** @param keys where in the file the two legs stand. */
export function positionMistakes(
  file: Shaped<unknown>,
  at: Path,
  position: DrawnPosition,
  keys: readonly [leg: string, otherLeg: string] = ['leg', 'otherLeg'],
): readonly Mistake[] {
  return [
    ...(['arm', 'otherArm'] as const)
      .filter((arm) => position[arm] && position[arm === 'arm' ? 'hand' : 'otherHand'])
      .map((arm) =>
        mistake(
          file,
          [...at, arm],
          'the angles of an arm or what its hand reaches for',
          'both',
          'Remove one.',
        ),
      ),
    ...(position.marks ?? [])
      .filter(({ kind, towards }) => (kind === 'move' || kind === 'press') !== (towards !== undefined))
      .map(({ kind }) =>
        mistake(
          file,
          [...at, 'marks'],
          'marks where an arrow (move, press) and nothing else says `towards`',
          kind,
          'Add or remove towards.',
        ),
      ),
    ...jointsOf(position, keys)
      .filter(({ bend, from, to }) => bend !== undefined && (bend < from || bend > to))
      .map(({ name, key, bend, from, to }) =>
        mistake(
          file,
          [...at, key],
          `${name} bent by ${from} to ${to} degrees, as a body can`,
          `${bend}`,
          'Turn one of the two parts that meet there.',
        ),
      ),
  ];
}

export function exerciseFigureMistakes(file: Shaped<AuthoredExercise>): readonly Mistake[] {
  const { positions } = file.content.figure;
  return positions.flatMap((position, index) => {
    const at = ['figure', 'positions', index];
    const isBetween = index > 0 && index < positions.length - 1;
    return [
      ...positionMistakes(file, at, position),
      ...(isBetween === (position.says !== undefined)
        ? []
        : [
            mistake(
              file,
              at,
              '`says` between the first and the last position and nowhere else',
              isBetween ? 'none' : 'says',
              isBetween ? 'Put the position into words.' : 'Remove it: start and end say it.',
            ),
          ]),
    ];
  });
}

/** Degrees are forward of straight: a hip or an elbow bends forward; a knee is turned round so that it bends backward. */
function jointsOf(position: DrawnPosition, [leg, otherLeg]: readonly [string, string]): readonly Joint[] {
  if (position.seen === 'front') return [];
  const { back, head, arm = [], otherArm = [] } = position;
  const legs = [
    [leg, position.leg],
    [otherLeg, position.otherLeg],
  ] as const;
  return [
    { name: 'a back', key: 'back', bend: bent(back[1], back[0]), from: -60, to: 90 },
    { name: 'a neck', key: 'head', bend: bent(head, back[1]), from: -60, to: 80 },
    ...legs.flatMap(([key, [thigh, shin, foot]]) => [
      { name: 'a hip', key, bend: bent(back[0] - 180, thigh), from: -45, to: 150 },
      { name: 'a knee', key, bend: bent(shin, thigh), from: -5, to: 160 },
      { name: 'an ankle', key, bend: bent(shin, foot), from: 10, to: 135 },
    ]),
    { name: 'an elbow', key: 'arm', bend: bent(arm[0], arm[1]), from: -5, to: 165 },
    { name: 'an elbow', key: 'otherArm', bend: bent(otherArm[0], otherArm[1]), from: -5, to: 165 },
  ];
}

/** From one angle to another, -180 to 180. */
function bent(from: Limb[number] | undefined, to: Limb[number] | undefined): number | undefined {
  if (typeof from !== 'number' || typeof to !== 'number') return undefined;
  return ((((to - from + 180) % 360) + 360) % 360) - 180;
}
