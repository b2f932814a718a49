// The shape of what authors draw: which part of the body a state means, and the positions of a self-test or an exercise.
// A position is a figure of joints: each limb says where it points, so a drawing is a few numbers beside the words it
// shows. A self-test has a sore and a well leg; an exercise has a leg and the other leg, since both may take turns.

import { type Static, Type } from 'typebox';
import { BODY_REGIONS, EXERCISE_PLACES, type PLACES_ON_FIGURE, SELF_TEST_PLACES, THINGS } from './lists.ts';

export { BODY_REGIONS, PLACES_ON_FIGURE, THINGS } from './lists.ts';

const closed = { additionalProperties: false };

export const Region = Type.Enum(BODY_REGIONS);

export const Regions = Type.Array(Region, {
  minItems: 1,
  description:
    'Where this answer lies on the body picture. With regions on every state, the question shows the picture.',
});

const Angle = Type.Number({
  minimum: -180,
  maximum: 180,
  description: 'Where it points, in degrees: 0 down, 90 forward (to the right), 180 up, -90 backward.',
});

/** A length below 1 shortens what points towards or away from the reader. */
const Segment = Type.Union([Angle, Type.Tuple([Angle, Type.Number({ exclusiveMinimum: 0, maximum: 1 })])]);

const Shift = Type.Optional(
  Type.Tuple([Type.Number(), Type.Number()], { description: 'Right and down from there, in centimetres.' }),
);

/** A limb from the trunk outwards: thigh, lower leg, foot; upper arm, forearm. */
const limb = (description: string, parts: number) =>
  Type.Array(Segment, { minItems: 2, maxItems: parts, description });

/** Things place themselves: a chair comes under the hip, a weight into the hand. */
const Things = Type.Optional(Type.Array(Type.Enum(THINGS)));

const Seen = Type.Optional(
  Type.Enum(['side', 'front'] as const, {
    description: 'side (if left out): one hip behind the other. front: hips side by side.',
  }),
);

const Back = Type.Tuple([Angle, Angle], {
  description: 'From the hip up to the shoulder: lower half, upper half. Upright is [180, 180].',
});

const Lift = Type.Optional(
  Type.Number({
    minimum: 0,
    maximum: 60,
    description: 'How far the lowest point is above the floor, in cm.',
  }),
);

/** What both kinds of position have; they differ in the names of the legs. */
function upperBody<Place extends PlaceOnFigure>(places: readonly Place[]) {
  const place = Type.Unsafe<Place>(Type.Enum([...places]));
  const reach = Type.Object(
    {
      to: place,
      shift: Shift,
      elbow: Type.Optional(
        Type.Enum(['left', 'right'] as const, {
          description: 'Side of the line from shoulder to hand on which the elbow is; right if left out.',
        }),
      ),
    },
    { ...closed, description: 'What the hand reaches for, instead of the angles of the arm.' },
  );
  const mark = Type.Object(
    {
      kind: Type.Enum(['move', 'press', 'notice', 'tape'] as const, {
        description:
          'move: an arrow from there. press: an arrow that ends there. notice: rings. tape: a measuring tape round it.',
      }),
      at: place,
      shift: Shift,
      towards: Type.Optional(Angle),
    },
    closed,
  );
  return {
    seen: Seen,
    back: Back,
    head: Type.Optional(Angle),
    arm: Type.Optional(limb('Upper arm and forearm of the near arm; along the trunk if left out.', 2)),
    hand: Type.Optional(reach),
    otherArm: Type.Optional(limb('The same of the other arm.', 2)),
    otherHand: Type.Optional(reach),
    lift: Lift,
    things: Things,
    marks: Type.Optional(Type.Array(mark)),
  };
}

const says = { minLength: 10, maxLength: 160 };

const Position = Type.Object(
  {
    says: Type.String({
      ...says,
      description: 'The drawing in words. It stands under the drawing and is what a screen reader says.',
    }),
    sore: limb('Thigh, lower leg and, if need be, foot of the sore leg: the near one.', 3),
    well: limb('The same of the other leg.', 3),
    ...upperBody(SELF_TEST_PLACES),
  },
  closed,
);

export const Figure = Type.Array(Position, {
  minItems: 2,
  maxItems: 4,
  description: 'Drawings of the test, from the start to the end position.',
});

const ExercisePosition = Type.Object(
  {
    says: Type.Optional(
      Type.String({
        ...says,
        description: 'Only between the first and the last position, which `start` and `end` put into words.',
      }),
    ),
    leg: limb('Thigh, lower leg and, if need be, foot of the near leg: the one at work, or the sore one.', 3),
    otherLeg: limb('The same of the other leg.', 3),
    ...upperBody(EXERCISE_PLACES),
  },
  closed,
);

export const ExerciseFigure = Type.Object(
  {
    stays: Type.Optional(
      Type.Enum(EXERCISE_PLACES, {
        description: 'What stays where it is from one position to the next; the hip if left out.',
      }),
    ),
    things: Things,
    positions: Type.Array(ExercisePosition, { minItems: 2, maxItems: 4 }),
  },
  {
    ...closed,
    description:
      'Drawings from the start to the end position, on one floor. Things stand in every one of them.',
  },
);

export type BodyRegion = (typeof BODY_REGIONS)[number];
export type PlaceOnFigure = (typeof PLACES_ON_FIGURE)[number];
export type Thing = (typeof THINGS)[number];
export type Limb = readonly (number | readonly [angle: number, length: number])[];
export type Position = Static<typeof Position>;
export type Figure = Static<typeof Figure>;
export type ExercisePosition = Static<typeof ExercisePosition>;
export type ExerciseFigure = Static<typeof ExerciseFigure>;

/** Where the joints of a position are, whatever its legs are called. */
export type Pose = Omit<ExercisePosition, 'says' | 'things' | 'hand' | 'otherHand' | 'marks'> & {
  readonly hand?: Reach;
  readonly otherHand?: Reach;
};
export type DrawnPosition = Pose & { readonly things?: readonly Thing[]; readonly marks?: readonly Mark[] };
export interface Reach {
  readonly to: PlaceOnFigure;
  readonly shift?: readonly [number, number];
  readonly elbow?: 'left' | 'right';
}
export interface Mark {
  readonly kind: 'move' | 'press' | 'notice' | 'tape';
  readonly at: PlaceOnFigure;
  readonly shift?: readonly [number, number];
  readonly towards?: number;
}
