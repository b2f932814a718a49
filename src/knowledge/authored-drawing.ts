// The shape of what authors draw: which part of the body a state means, and the positions of a self-test. A position
// is a figure of joints: each limb says where it points, so a drawing is a few numbers beside the words it shows.

import { type Static, Type } from 'typebox';

const closed = { additionalProperties: false };

/** The regions of the body picture. `src/pages` draws each of them: a new one has to be drawn there first. */
export const BODY_REGIONS = [
  'low-back',
  'upper-buttock',
  'deep-buttock',
  'sit-bone',
  'back-of-thigh',
  'back-of-knee',
  'calf',
  'groin',
  'front-of-thigh',
  'shin-and-foot',
] as const;

export const Regions = Type.Array(Type.Enum(BODY_REGIONS), {
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

/** Where on the figure something is; also where a hand can reach to. */
export const PLACES_ON_FIGURE = [
  'hip',
  'shoulder',
  'head',
  'hand',
  'other-hand',
  'sore-hip',
  'sore-thigh',
  'sore-knee',
  'sore-calf',
  'sore-foot',
  'well-hip',
  'well-thigh',
  'well-knee',
  'well-calf',
  'well-foot',
] as const;
const PlaceOnFigure = Type.Enum(PLACES_ON_FIGURE);
const Shift = Type.Optional(
  Type.Tuple([Type.Number(), Type.Number()], { description: 'Right and down from there, in centimetres.' }),
);

/** A limb from the trunk outwards: thigh, lower leg, foot; upper arm, forearm. */
const limb = (description: string, parts: number) =>
  Type.Array(Segment, { minItems: 2, maxItems: parts, description });

const Reach = Type.Object(
  {
    to: PlaceOnFigure,
    shift: Shift,
    elbow: Type.Optional(
      Type.Enum(['left', 'right'] as const, {
        description: 'Side of the line from shoulder to hand on which the elbow is; right if left out.',
      }),
    ),
  },
  { ...closed, description: 'What the hand reaches for, instead of the angles of the arm.' },
);

/** Furniture places itself: a chair comes under the hip, a table under the hand. */
const THINGS = ['chair', 'chair-behind', 'high-table', 'table', 'mat', 'mat-from-above', 'towel'] as const;

const Mark = Type.Object(
  {
    kind: Type.Enum(['move', 'press', 'notice', 'tape'] as const, {
      description:
        'move: an arrow from there. press: an arrow that ends there. notice: rings. tape: a measuring tape round it.',
    }),
    at: PlaceOnFigure,
    shift: Shift,
    towards: Type.Optional(Angle),
  },
  closed,
);

const Position = Type.Object(
  {
    says: Type.String({
      minLength: 10,
      maxLength: 160,
      description: 'The drawing in words. It stands under the drawing and is what a screen reader says.',
    }),
    seen: Type.Optional(
      Type.Enum(['side', 'front'] as const, {
        description: 'side (if left out): one hip behind the other. front: hips side by side.',
      }),
    ),
    back: Type.Tuple([Angle, Angle], {
      description: 'From the hip up to the shoulder: lower half, upper half. Upright is [180, 180].',
    }),
    head: Type.Optional(Angle),
    sore: limb('Thigh, lower leg and, if need be, foot of the sore leg: the near one.', 3),
    well: limb('The same of the other leg.', 3),
    arm: Type.Optional(limb('Upper arm and forearm of the near arm; along the trunk if left out.', 2)),
    hand: Type.Optional(Reach),
    otherArm: Type.Optional(limb('The same of the other arm.', 2)),
    otherHand: Type.Optional(Reach),
    lift: Type.Optional(
      Type.Number({
        minimum: 0,
        maximum: 60,
        description: 'How far the lowest point is above the floor, in cm.',
      }),
    ),
    things: Type.Optional(Type.Array(Type.Enum(THINGS))),
    marks: Type.Optional(Type.Array(Mark)),
  },
  closed,
);

export const Figure = Type.Array(Position, {
  minItems: 2,
  maxItems: 4,
  description: 'Drawings of the test, from the start to the end position.',
});

export type BodyRegion = (typeof BODY_REGIONS)[number];
export type PlaceOnFigure = (typeof PLACES_ON_FIGURE)[number];
export type Thing = (typeof THINGS)[number];
export type Limb = readonly (number | readonly [angle: number, length: number])[];
export type Position = Static<typeof Position>;
export type Reach = Static<typeof Reach>;
export type Mark = Static<typeof Mark>;
export type Figure = Static<typeof Figure>;
