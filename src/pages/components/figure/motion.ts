// The moments between the two positions of an exercise. Each joint turns the shorter way; what stays, stays.

import type { Exercise, ExercisePosition } from '../../../knowledge/index.ts';
import { angleTo, type Chain, distance, jointsOf, LENGTH } from './joints.ts';

const MOMENTS = 8;

/**
 * Positions from start to end, both included; none where nothing moves or where the two are not the ends of one
 * movement: seen from two sides, or two phases of walking, running or cycling.
 */
export function momentsOf({ kind, figure: { positions } }: Exercise): readonly ExercisePosition[] {
  const [start, end, more] = positions;
  const isMovement = kind !== 'run' && kind !== 'cardio';
  if (!start || !end || more || !isMovement || start.seen !== end.seen) return [];
  const [from, to] = [anglesOf(start), anglesOf(end)];
  if (JSON.stringify(from) === JSON.stringify(to)) return [];
  return Array.from({ length: MOMENTS }, (_, index) => {
    const share = index / (MOMENTS - 1);
    return { ...turned(from, to, share), ...thingsOf(share < 0.5 ? start : end) };
  });
}

type Part = [angle: number, length: number];

interface Angles {
  readonly seen: NonNullable<ExercisePosition['seen']>;
  readonly back: [number, number];
  readonly head: number;
  readonly leg: Part[];
  readonly otherLeg: Part[];
  readonly arm: Part[];
  readonly otherArm: Part[];
  readonly lift: number;
}

/** A position with every angle written out, also those of arms that reach for something. */
function anglesOf(position: ExercisePosition): Angles {
  const { hip: _, ...joints } = jointsOf(position);
  const { seen = 'side', back, lift = 0 } = position;
  const leg = (chain: Chain) => limbOf(chain, [LENGTH.thigh, LENGTH.shin, LENGTH.foot]);
  const arm = (chain: Chain) => limbOf(chain, [LENGTH.upperArm, LENGTH.forearm]);
  return {
    seen,
    back,
    head: position.head ?? back[1],
    leg: leg(joints.leg),
    otherLeg: leg(joints.otherLeg),
    arm: arm(joints.arm),
    otherArm: arm(joints.otherArm),
    lift,
  };
}

function limbOf(chain: Chain, lengths: readonly number[]): Part[] {
  return lengths.map((length, index) => {
    const [from, to] = [chain[index] ?? chain[0], chain[index + 1] ?? chain[0]];
    return [angleTo(from, to), distance(from, to) / length];
  });
}

function turned(from: Angles, to: Angles, share: number): Angles {
  const limb = (which: 'leg' | 'otherLeg' | 'arm' | 'otherArm') =>
    from[which].map(([angle, length], index): Part => {
      const [toAngle, toLength] = to[which][index] ?? [angle, length];
      return [turn(angle, toAngle, share), length + (toLength - length) * share];
    });
  return {
    seen: from.seen,
    back: [turn(from.back[0], to.back[0], share), turn(from.back[1], to.back[1], share)],
    head: turn(from.head, to.head, share),
    leg: limb('leg'),
    otherLeg: limb('otherLeg'),
    arm: limb('arm'),
    otherArm: limb('otherArm'),
    lift: from.lift + (to.lift - from.lift) * share,
  };
}

function turn(from: number, to: number, share: number): number {
  const way = ((((to - from + 180) % 360) + 360) % 360) - 180;
  return from + way * share;
}

function thingsOf({ things }: ExercisePosition): Pick<ExercisePosition, 'things'> {
  return things ? { things } : {};
}
