// From the angles of a position to the points of a figure. Lengths are those of an adult of about 1.75 m, in
// centimetres; x goes right (forward), y goes down; the hip is the origin unless said otherwise. A hand that reaches for something gets its
// elbow from the two lengths of the arm (the cosine rule); what is too far is pointed at with a straight arm.

import type { Limb, PlaceOnFigure, Pose, Reach } from '../../../knowledge/index.ts';

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
  readonly leg: Chain;
  readonly otherLeg: Chain;
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
export function jointsOf(pose: Pose, hip = ORIGIN): Joints {
  const front = pose.seen === 'front';
  const [lower, upper] = pose.back;
  const waist = along(hip, lower, LENGTH.halfBack);
  const shoulder = along(waist, upper, LENGTH.halfBack);
  const headAngle = pose.head ?? upper;
  const head = along(shoulder, headAngle, LENGTH.neck);
  const sideways = (from: Point, angle: number, by: number) => (front ? along(from, angle + 90, -by) : from);
  const legOf = (written: Limb, side: 1 | -1): Chain => {
    const top = sideways(hip, lower, side * LENGTH.halfHips);
    const [knee, ankle] = chain(top, written, [LENGTH.thigh, LENGTH.shin]);
    const shinAngle = angleOf(written[1]);
    const [toe] = chain(ankle, [written[2] ?? (front ? [shinAngle, 0.35] : shinAngle + 90)], [LENGTH.foot]);
    return [top, knee, ankle, toe];
  };
  const [leg, otherLeg] = [legOf(pose.leg, 1), legOf(pose.otherLeg, -1)];
  const armOf = (written: Limb | undefined, reach: Reach | undefined, side: 1 | -1): Chain => {
    const start = sideways(shoulder, upper, side * LENGTH.halfShoulders);
    if (reach)
      return reaching(
        start,
        moved(placeOn({ hip, leg, otherLeg, shoulder, head }, reach.to), reach.shift),
        reach.elbow,
      );
    const [elbow, hand] = chain(start, written ?? [upper - 180, upper - 180], [
      LENGTH.upperArm,
      LENGTH.forearm,
    ]);
    return [start, elbow, hand];
  };
  return {
    hip,
    waist,
    shoulder,
    head,
    nose: front ? undefined : along(head, headAngle - 82, LENGTH.headRadius - 0.5),
    leg,
    otherLeg,
    arm: armOf(pose.arm, pose.hand, 1),
    otherArm: armOf(pose.otherArm, pose.otherHand, -1),
  };
}

/** A named place on the figure. A sore leg is drawn as the leg, a well one as the other. */
export function placeOn(
  joints: Pick<Joints, 'hip' | 'leg' | 'otherLeg' | 'shoulder' | 'head'> & Partial<Joints>,
  place: PlaceOnFigure,
): Point {
  const { hip, shoulder, head, arm, otherArm } = joints;
  if (place === 'hip') return hip;
  if (place === 'shoulder') return shoulder;
  if (place === 'head') return head;
  if (place === 'hand') return arm?.[2] ?? hip;
  if (place === 'other-hand') return otherArm?.[2] ?? hip;
  const [top, knee, ankle, toe] = isOther(place) ? joints.otherLeg : joints.leg;
  const part = place.replace(/^.*-/, '');
  if (part === 'hip') return top;
  if (part === 'thigh') return between(top, knee, 0.5);
  if (part === 'knee') return knee;
  return part === 'calf' ? between(knee, ankle, 0.35) : between(ankle, toe ?? ankle, 0.75);
}

export function isOther(place: PlaceOnFigure): boolean {
  return /^(well|other)-/.test(place);
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
