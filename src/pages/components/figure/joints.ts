// From the angles of a position to the points of a figure. Lengths are those of an adult of about 1.75 m, in
// centimetres; x goes right (forward), y goes down; the hip is the origin. A hand that reaches for something gets its
// elbow from the two lengths of the arm (the cosine rule); what is too far is pointed at with a straight arm.

import type { Limb, PlaceOnFigure, Position, Reach } from '../../../knowledge/index.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Points of a limb from the trunk outwards. */
export type Chain = readonly [Point, Point, Point, ...Point[]];

export interface Joints {
  readonly hip: Point;
  readonly waist: Point;
  readonly shoulder: Point;
  readonly head: Point;
  /** Where the nose is: it tells which way the figure faces. None from the front. */
  readonly nose: Point | undefined;
  readonly sore: Chain;
  readonly well: Chain;
  readonly arm: Chain;
  readonly otherArm: Chain;
}

export const LENGTH = {
  halfBack: 25,
  neck: 19,
  headRadius: 10.5,
  thigh: 43,
  shin: 42,
  foot: 16,
  upperArm: 30,
  /** With the hand. */
  forearm: 34,
  halfHips: 8.5,
  halfShoulders: 15,
} as const;

const ORIGIN: Point = { x: 0, y: 0 };

/** Works out where everything is. */
export function jointsOf(position: Position): Joints {
  const front = position.seen === 'front';
  const [lower, upper] = position.back;
  const waist = along(ORIGIN, lower, LENGTH.halfBack);
  const shoulder = along(waist, upper, LENGTH.halfBack);
  const headAngle = position.head ?? upper;
  const head = along(shoulder, headAngle, LENGTH.neck);
  const sideways = (from: Point, angle: number, by: number) => (front ? along(from, angle + 90, -by) : from);
  const leg = (written: Limb, side: 1 | -1): Chain => {
    const hip = sideways(ORIGIN, lower, side * LENGTH.halfHips);
    const [knee, ankle] = chain(hip, written, [LENGTH.thigh, LENGTH.shin]);
    const shinAngle = angleOf(written[1]);
    const [toe] = chain(ankle, [written[2] ?? (front ? [shinAngle, 0.5] : shinAngle + 90)], [LENGTH.foot]);
    return [hip, knee, ankle, toe];
  };
  const [sore, well] = [leg(position.sore, 1), leg(position.well, -1)];
  const arm = (written: Limb | undefined, reach: Reach | undefined, side: 1 | -1): Chain => {
    const start = sideways(shoulder, upper, side * LENGTH.halfShoulders);
    if (reach)
      return reaching(
        start,
        moved(placeOn({ sore, well, shoulder, head }, reach.to), reach.shift),
        reach.elbow,
      );
    const [elbow, hand] = chain(start, written ?? [upper - 180, upper - 180], [
      LENGTH.upperArm,
      LENGTH.forearm,
    ]);
    return [start, elbow, hand];
  };
  return {
    hip: ORIGIN,
    waist,
    shoulder,
    head,
    nose: front ? undefined : along(head, headAngle - 82, LENGTH.headRadius - 0.5),
    sore,
    well,
    arm: arm(position.arm, position.hand, 1),
    otherArm: arm(position.otherArm, position.otherHand, -1),
  };
}

/** A named place on the figure. */
export function placeOn(
  joints: Pick<Joints, 'sore' | 'well' | 'shoulder' | 'head'> & Partial<Joints>,
  place: PlaceOnFigure,
): Point {
  const [leg, part] = place.split('-') as ['sore' | 'well' | string, string];
  if (leg === 'sore' || leg === 'well') {
    const [hip, knee, ankle, toe] = joints[leg];
    if (part === 'hip') return hip;
    if (part === 'thigh') return between(hip, knee, 0.5);
    if (part === 'knee') return knee;
    return part === 'calf' ? between(knee, ankle, 0.35) : between(ankle, toe ?? ankle, 0.75);
  }
  if (place === 'shoulder') return joints.shoulder;
  if (place === 'head') return joints.head;
  if (place === 'hand') return joints.arm?.[2] ?? ORIGIN;
  if (place === 'other-hand') return joints.otherArm?.[2] ?? ORIGIN;
  return ORIGIN;
}

/** The point at an angle (0 down, 90 right, 180 up) and a distance. */
export function along(from: Point, angle: number, distance: number): Point {
  const radians = (angle * Math.PI) / 180;
  return { x: from.x + Math.sin(radians) * distance, y: from.y + Math.cos(radians) * distance };
}

export function moved(from: Point, [right, down]: readonly [number, number] = [0, 0]): Point {
  return { x: from.x + right, y: from.y + down };
}

/** The point at a share of the way. */
export function between(a: Point, b: Point, share: number): Point {
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
}

/** The angle in which one sees a point from another, as in `along`. */
export function angleTo(from: Point, to: Point): number {
  return (Math.atan2(to.x - from.x, to.y - from.y) * 180) / Math.PI;
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}

/** The ends of the parts of a limb, one after the other. */
function chain<const Parts extends readonly number[]>(
  start: Point,
  limb: Limb,
  lengths: Parts,
): { [K in keyof Parts]: Point } {
  let end = start;
  const ends = lengths.map((length, index) => {
    const part = limb[index];
    end = along(end, angleOf(part), length * (typeof part === 'object' ? part[1] : 1));
    return end;
  });
  return ends as { [K in keyof Parts]: Point };
}

function angleOf(part: Limb[number] | undefined): number {
  return typeof part === 'object' ? part[0] : (part ?? 0);
}

function reaching(shoulder: Point, wanted: Point, side: Reach['elbow']): Chain {
  const { upperArm: a, forearm: b } = LENGTH;
  const angle = angleTo(shoulder, wanted);
  const far = Math.min(Math.max(distance(shoulder, wanted), Math.abs(a - b) + 1), a + b);
  const opening = (Math.acos((a ** 2 + far ** 2 - b ** 2) / (2 * a * far)) * 180) / Math.PI;
  const elbow = along(shoulder, angle + (side === 'left' ? opening : -opening), a);
  return [shoulder, elbow, along(shoulder, angle, far)];
}
