import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PLACES_ON_FIGURE, type Pose } from '../../../knowledge/index.ts';
import { angleTo, between, distance, jointsOf, LENGTH, placeOn } from './joints.ts';

const angle = fc.integer({ min: -180, max: 180 });

const position = fc.record({
  seen: fc.constantFrom('side' as const, 'front' as const),
  back: fc.tuple(angle, angle),
  leg: fc.tuple(angle, angle, angle),
  otherLeg: fc.tuple(angle, angle),
  arm: fc.tuple(angle, angle),
});

const STANDING: Pose = { back: [180, 180], leg: [0, 0], otherLeg: [0, 0] };

describe('a figure', () => {
  test('keeps the lengths of its parts whatever its angles', () => {
    fc.assert(
      fc.property(position, (given) => {
        const joints = jointsOf(given);
        const { hip, waist, shoulder, head, leg, otherLeg, arm } = joints;
        expect(distance(hip, waist)).toBeCloseTo(LENGTH.halfBack, 9);
        expect(distance(waist, shoulder)).toBeCloseTo(LENGTH.halfBack, 9);
        expect(distance(shoulder, head)).toBeCloseTo(LENGTH.neck, 9);
        for (const [top, knee, ankle] of [leg, otherLeg]) {
          expect(distance(top, knee)).toBeCloseTo(LENGTH.thigh, 9);
          expect(distance(knee, ankle)).toBeCloseTo(LENGTH.shin, 9);
        }
        expect(distance(arm[0], arm[1])).toBeCloseTo(LENGTH.upperArm, 9);
        expect(distance(arm[1], arm[2])).toBeCloseTo(LENGTH.forearm, 9);
      }),
    );
  });

  test('standing is upright: head above hip above feet, which point forward, and faces forward', () => {
    const { hip, shoulder, head, nose, leg } = jointsOf(STANDING);
    expect(head.y).toBeLessThan(shoulder.y);
    expect(shoulder.y).toBeLessThan(hip.y);
    expect(leg[2]).toEqual({ x: 0, y: LENGTH.thigh + LENGTH.shin });
    expect(leg[3]?.x).toBeCloseTo(LENGTH.foot, 9);
    expect(nose?.x).toBeGreaterThan(head.x);
  });

  test('sitting bends hip and knee to a right angle', () => {
    const { leg } = jointsOf({ ...STANDING, leg: [90, 0] });
    expect(leg[1].x).toBeCloseTo(LENGTH.thigh, 9);
    expect(leg[1].y).toBeCloseTo(0, 9);
    expect(leg[2].x).toBeCloseTo(LENGTH.thigh, 9);
  });

  test('from the front has its hips and shoulders side by side, at right angles to its back', () => {
    fc.assert(
      fc.property(position, (given) => {
        const { leg, otherLeg, hip, waist, arm, otherArm } = jointsOf({ ...given, seen: 'front' });
        expect(distance(leg[0], otherLeg[0])).toBeCloseTo(2 * LENGTH.halfHips, 9);
        expect(distance(arm[0], otherArm[0])).toBeCloseTo(2 * LENGTH.halfShoulders, 9);
        const turn = (((angleTo(otherLeg[0], leg[0]) - angleTo(hip, waist)) % 360) + 360) % 360;
        expect(turn).toBeCloseTo(270, 6);
      }),
    );
  });

  test('reaches what is within reach, and points at the rest with a straight arm', () => {
    fc.assert(
      fc.property(
        position,
        fc.constantFrom(...PLACES_ON_FIGURE),
        fc.boolean(),
        ({ arm: _, ...given }, to, left) => {
          fc.pre(to !== 'hand' && to !== 'other-hand');
          const elbow = left ? ('left' as const) : ('right' as const);
          const joints = jointsOf({ ...given, hand: { to, elbow } });
          const [shoulder, bend, hand] = joints.arm;
          const wanted = placeOn(joints, to);
          const far = distance(shoulder, wanted);
          expect(distance(shoulder, bend)).toBeCloseTo(LENGTH.upperArm, 6);
          expect(distance(bend, hand)).toBeCloseTo(LENGTH.forearm, 6);
          if (far > 6 && far < LENGTH.upperArm + LENGTH.forearm)
            expect(distance(hand, wanted)).toBeLessThan(1e-6);
          if (far > LENGTH.upperArm + LENGTH.forearm)
            expect(distance(bend, between(shoulder, hand, LENGTH.upperArm / 64))).toBeLessThan(1e-6);
        },
      ),
    );
  });

  test('shortens a part that points towards the reader', () => {
    const { leg } = jointsOf({ ...STANDING, leg: [[90, 0.5], 0] });
    expect(leg[1].x).toBeCloseTo(LENGTH.thigh / 2, 9);
  });
});
