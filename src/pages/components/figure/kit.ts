// What exercises are done with and where: bands, benches, rails, a bicycle, a hill.

import { along, between, type Point, placeOn } from './joints.ts';
import type { Scene } from './scene.ts';
import { disc, limbPart, line, ring, type Shape } from './shapes.ts';

/** From the ankle down to the sole, or to the heel of a leg that lies. */
const BELOW_ANKLE = 5;
/** Where a bench comes up to, cm. */
const BENCH = 36;
/** Steepness of a hill, in degrees. */
const SLOPE = 9;
const ROLLER = 7.5;

export const KIT = {
  /** A padded bar over the ankles. */
  anchor: ({ joints, floor }: Scene) => {
    const ankle = joints.leg[2];
    const pad = { x: ankle.x + 2, y: ankle.y - 9 };
    const post = pad.x - 22;
    return [path('thing', 4, [pad.x, pad.y], [post, pad.y], [post, floor]), disc('solid', pad, 6)];
  },
  /** From the heel up to a hook. */
  'band-above': ({ joints, floor }: Scene) => {
    const { x, y } = joints.leg[2];
    const hook = floor - 112;
    return [
      path('thing', 3, [x, y + BELOW_ANKLE], [x + 2, hook]),
      path('thing', 5, [x - 14, hook], [x + 18, hook]),
    ];
  },
  /** From the ankle to a post at floor height beyond the feet. */
  'band-behind': ({ joints, floor }: Scene) => {
    const { x, y } = joints.leg[2];
    const post = joints.otherLeg[2].x - 38;
    return [path('thing', 3, [post, floor - 8], [x, y]), path('thing', 5, [post, floor], [post, floor - 34])];
  },
  'band-round-thighs': ({ joints: { leg, otherLeg } }: Scene) => {
    const [a, b] = [between(leg[0], leg[1], 0.75), between(otherLeg[0], otherLeg[1], 0.75)];
    const [left, right] = a.x < b.x ? [a, b] : [b, a];
    return [path('thing', 5, [left.x - 7, left.y], [right.x + 7, right.y])];
  },
  /** Its edge is under the shoulder blades. */
  bench: ({ joints: { shoulder }, floor }: Scene) => {
    const [left, right, top] = [shoulder.x - 48, shoulder.x + 8, floor - BENCH];
    return [
      path('thing', 4, [left + 6, top], [left + 6, floor]),
      path('thing', 4, [right - 8, top], [right - 8, floor]),
      path('thing', 7, [left, top], [right, top]),
    ];
  },
  bike,
  /** Under the foot. */
  box: ({ joints, floor }: Scene) => {
    const { x, y } = joints.leg[2];
    const [left, right, top] = [x - 14, x + 34, y + BELOW_ANKLE];
    return [path('thing', 4, [left, floor], [left, top], [right, top], [right, floor])];
  },
  hill: ({ joints, floor, body }: Scene) => {
    const at = (x: number) => floor - (x - lowest(joints).x) * Math.tan((SLOPE * Math.PI) / 180);
    return [path('floor', 2, [body.left - 12, at(body.left - 12)], [body.right + 12, at(body.right + 12)])];
  },
  'hill-ahead': ({ floor, body }: Scene) => {
    const foot = { x: body.right - 4, y: floor };
    const top = along(foot, 90 + SLOPE, 45);
    return [path('floor', 2, [body.left - 12, floor], [foot.x, foot.y], [top.x, top.y])];
  },
  /** Under the belly. */
  pillow: ({ joints: { hip, waist }, floor }: Scene) => {
    const middle = between(hip, waist, 0.6);
    return [limbPart('solid', { x: middle.x - 14, y: floor - 6 }, { x: middle.x + 14, y: floor - 6 }, 6, 6)];
  },
  /** Straight down from the hip: does the foot land ahead of it? */
  plumb: ({ joints: { hip }, floor }: Scene) =>
    [0, 1, 2, 3, 4, 5].map((part) => {
      const top = hip.y + 14 + ((floor - hip.y - 14) / 6) * part;
      return path('mark', 2, [hip.x, top], [hip.x, top + 7]);
    }),
  /** Beside the figure, under its hand. */
  rail: ({ joints, floor }: Scene) => {
    const { x, y } = placeOn(joints, 'other-hand');
    const [left, right] = [x - 30, x + 34];
    return [path('thing', 4, [left, floor], [left, y + 3], [right, y + 3], [right, floor])];
  },
  'roller-above-knee': (scene: Scene) => roller(scene, 0.72),
  'roller-under-thigh': (scene: Scene) => roller(scene, 0.42),
  /** Under the heel or sole that slides. */
  slider: ({ joints, floor }: Scene) => {
    const { x } = joints.otherLeg[2];
    return [path('thing', 5, [x - 9, floor - 1], [x + 14, floor - 1])];
  },
  speed: ({ joints: { shoulder, hip }, body }: Scene) =>
    [shoulder.y + 12, (shoulder.y + hip.y) / 2 + 8, hip.y + 8].map((y, index) =>
      path('floor', 2.5, [body.left - 30 - index * 5, y], [body.left - 8 - index * 3, y]),
    ),
  stick: ({ joints, floor }: Scene) => {
    const { x, y } = placeOn(joints, 'other-hand');
    return [path('thing', 4, [x - 7, y - 1], [x + 4, y - 1], [x + 10, floor])];
  },
  treadmill: ({ joints, floor }: Scene) => {
    const hand = placeOn(joints, 'other-hand');
    const [left, right, deck] = [hand.x - 115, hand.x + 38, floor + 6];
    return [
      path('thing', 10, [left, deck], [right, deck]),
      path('thing', 4, [right - 4, deck], [right - 14, hand.y - 22], [right - 26, hand.y - 26]),
      path('thing', 4, [right - 10, hand.y + 3], [hand.x - 22, hand.y + 3]),
    ];
  },
  /** Seen from its edge, at the side of the figure. */
  wall: ({ joints: { hip }, floor }: Scene) => [
    path('thing', 7, [hip.x + 62, floor - 165], [hip.x + 62, floor]),
  ],
  /** Into the hand. */
  weight: ({ joints }: Scene) => {
    const { x, y } = placeOn(joints, 'hand');
    return [disc('solid', { x, y: y + 1 }, 9), ring('stripe', { x, y: y + 1 }, 4, 2)];
  },
};

/** A bicycle that stands: saddle under the hip, pedals under the feet, handlebar under the hands. */
function bike({ joints, floor }: Scene): readonly Shape[] {
  const { hip, leg, otherLeg } = joints;
  const [near, far] = [pedal(leg), pedal(otherLeg)];
  const crank = between(near, far, 0.5);
  const hand = placeOn(joints, 'hand');
  const saddle = { x: hip.x - 2, y: hip.y + 12 };
  const wheel = { x: crank.x + 46, y: floor - 24 };
  return [
    path('thing', 5, [crank.x - 34, floor - 2], [wheel.x + 18, floor - 2]),
    ring('thing', wheel, 19, 4),
    path(
      'thing',
      4,
      [saddle.x, saddle.y],
      [crank.x, crank.y],
      [wheel.x - 12, floor - 70],
      [hand.x, hand.y + 3],
    ),
    path('thing', 4, [crank.x, crank.y], [crank.x - 6, floor - 2]),
    path('thing', 4, [wheel.x - 12, floor - 70], [wheel.x, wheel.y]),
    path('thing', 7, [saddle.x - 12, saddle.y], [saddle.x + 12, saddle.y]),
    path('floor', 4, [near.x, near.y], [far.x, far.y]),
    ring('thing', crank, 8, 3),
  ];
}

function pedal([, , ankle, toe]: Scene['joints']['leg']): Point {
  const ball = between(ankle, toe ?? ankle, 0.75);
  return { x: ball.x, y: ball.y + 5 };
}

function roller({ joints: { leg }, floor }: Scene, share: number): readonly Shape[] {
  const { x } = between(leg[0], leg[1], share);
  const middle = { x, y: floor - ROLLER };
  return [disc('solid', middle, ROLLER), ring('stripe', middle, 3, 2)];
}

function lowest({ leg, otherLeg }: Scene['joints']): Point {
  return [...leg, ...otherLeg].reduce((a, b) => (b.y > a.y ? b : a));
}

function path(
  kind: 'thing' | 'floor' | 'mark',
  width: number,
  ...points: readonly (readonly [number, number])[]
): Shape {
  return line(
    kind,
    points.map(([x, y]) => ({ x, y })),
    width,
  );
}
