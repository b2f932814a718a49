// The figure itself: limbs from the farthest to the nearest, and the marks on them.

import type { Mark, Pose } from '../../../knowledge/index.ts';
import { along, angleTo, type Chain, isOther, type Joints, LENGTH, moved, placeOn } from './joints.ts';
import { arrow, disc, type Kind, limbPart, line, rings, type Shape, tape } from './shapes.ts';

/** Limbs behind the trunk, the trunk, and limbs before it. */
export function bodyOf(joints: Joints, seen: Pose['seen'], isSore: boolean): readonly Shape[] {
  const front = seen === 'front';
  const { hip, waist, shoulder, head, nose } = joints;
  const wide = front ? 1.35 : 1;
  const trunk = [
    limbPart('near', shoulder, head, 5, 4.5),
    ...(front ? [limbPart('near', joints.arm[0], joints.otherArm[0], 6, 6)] : []),
    limbPart('near', hip, waist, 10 * wide, 9 * wide),
    limbPart('near', waist, shoulder, 9 * wide, 9.5 * wide),
    disc('near', head, LENGTH.headRadius),
    ...(nose ? [disc('nose', nose, 2.5)] : []),
  ];
  const arms = { near: armOf('near', joints.arm), far: armOf(front ? 'near' : 'far', joints.otherArm) };
  const leg = [
    ...legOf(isSore ? 'sore' : 'near', joints.leg),
    ...(isSore ? [line('stripe', joints.leg.slice(0, 3), 2)] : []),
  ];
  const otherLeg = legOf('far', joints.otherLeg);
  return front
    ? [...otherLeg, ...trunk, ...leg, ...arms.far, ...arms.near]
    : [...arms.far, ...otherLeg, ...trunk, ...leg, ...arms.near];
}

function legOf(kind: Kind, [hip, knee, ankle, toe]: Chain): readonly Shape[] {
  return [
    limbPart(kind, ankle, toe ?? ankle, 4, 3),
    limbPart(kind, knee, ankle, 6.5, 4),
    limbPart(kind, hip, knee, 9.5, 6.5),
  ];
}

function armOf(kind: Kind, [shoulder, elbow, hand]: Chain): readonly Shape[] {
  return [limbPart(kind, shoulder, elbow, 5.5, 4.5), limbPart(kind, elbow, hand, 4.5, 3.5)];
}

export function markOf({ kind, at, shift, towards = 0 }: Mark, joints: Joints): Shape {
  const place = moved(placeOn(joints, at), shift);
  switch (kind) {
    case 'move':
      return arrow(along(place, towards, 4), along(place, towards, 30));
    case 'press':
      return arrow(along(place, towards, -26), place);
    case 'notice':
      return rings(place);
    case 'tape': {
      const [, knee, ankle] = isOther(at) ? joints.otherLeg : joints.leg;
      return tape(place, angleTo(knee, ankle));
    }
  }
}
