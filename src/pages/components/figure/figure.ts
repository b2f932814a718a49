// The positions of a self-test as drawings: a jointed figure in a few shapes, from the numbers beside the steps in the
// knowledge. The sore leg has a stripe, so that it is known without colour. Words under each drawing say the same, and
// are what a screen reader reads; the drawing itself is hidden from it.

import { html } from 'hono/html';
import type { Figure, Mark, Position } from '../../../knowledge/index.ts';
import type { Html } from '../html.ts';
import { round } from '../smooth-curve.ts';
import { along, angleTo, type Chain, type Joints, jointsOf, LENGTH, moved, placeOn } from './joints.ts';
import {
  arrow,
  type Box,
  boxOf,
  disc,
  type Kind,
  limbPart,
  line,
  rings,
  type Shape,
  tape,
} from './shapes.ts';
import { draw } from './things.ts';

const MARGIN = 5;
/** No drawing is cut narrower, so that all figures are about equally large; cm. */
const LEAST_WIDTH = 125;

/** All positions at one scale: equally wide, each as high as it needs; side by side they stand on one line. */
export function figure(positions: Figure): Html {
  const drawings = positions.map((position) => ({ position, ...drawingOf(position) }));
  const width = Math.max(LEAST_WIDTH, ...drawings.map(({ box }) => box.right - box.left + 2 * MARGIN));
  const height = Math.max(...drawings.map(({ box }) => box.bottom - box.top)) + 2 * MARGIN;
  return html`<div class="positions${width > 1.3 * height ? ' wide' : ''}">${drawings.map(
    ({ position, shapes, box }, index) => {
      const left = (box.left + box.right - width) / 2;
      const view = [left, box.top - MARGIN, width, box.bottom - box.top + 2 * MARGIN].map(round).join(' ');
      return html`<figure><svg viewBox="${view}" aria-hidden="true" focusable="false">${shapes.map(({ svg }) => svg)}</svg>
<figcaption><strong>${index + 1}.</strong> ${position.says}</figcaption></figure>`;
    },
  )}</div>`;
}

function drawingOf(position: Position): { readonly shapes: readonly Shape[]; readonly box: Box } {
  const joints = jointsOf(position);
  const { back, front } = bodyOf(joints, position.seen === 'front');
  const body = boxOf([...back, ...front]);
  const floor = body.bottom + (position.lift ?? 0) + 1;
  const things = (position.things ?? []).flatMap((thing) =>
    draw(thing, joints, position.seen === 'front', floor, body),
  );
  const marks = (position.marks ?? []).map((mark) => markOf(mark, joints));
  const all = [...things, ...back, ...front, ...marks];
  if (position.things?.includes('mat-from-above')) return { shapes: all, box: boxOf(all) };
  const { left, right } = boxOf(all);
  const ground = line(
    'floor',
    [
      { x: left, y: floor },
      { x: right, y: floor },
    ],
    2,
  );
  return { shapes: [ground, ...all], box: boxOf([ground, ...all]) };
}

/** Limbs from the farthest to the nearest. */
function bodyOf(
  joints: Joints,
  front: boolean,
): { readonly back: readonly Shape[]; readonly front: readonly Shape[] } {
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
  return front
    ? {
        back: [...legOf('far', joints.well), ...trunk],
        front: [...legOf('sore', joints.sore), ...arms.far, ...arms.near],
      }
    : {
        back: [...arms.far, ...legOf('far', joints.well), ...trunk],
        front: [...legOf('sore', joints.sore), ...arms.near],
      };
}

function legOf(kind: Kind, [hip, knee, ankle, toe]: Chain): readonly Shape[] {
  return [
    limbPart(kind, ankle, toe ?? ankle, 4, 3),
    limbPart(kind, knee, ankle, 6.5, 4),
    limbPart(kind, hip, knee, 9.5, 6.5),
    ...(kind === 'sore' ? [line('stripe', [hip, knee, ankle], 2)] : []),
  ];
}

function armOf(kind: Kind, [shoulder, elbow, hand]: Chain): readonly Shape[] {
  return [limbPart(kind, shoulder, elbow, 5.5, 4.5), limbPart(kind, elbow, hand, 4.5, 3.5)];
}

function markOf({ kind, at, shift, towards = 0 }: Mark, joints: Joints): Shape {
  const place = moved(placeOn(joints, at), shift);
  switch (kind) {
    case 'move':
      return arrow(along(place, towards, 4), along(place, towards, 30));
    case 'press':
      return arrow(along(place, towards, -26), place);
    case 'notice':
      return rings(place);
    case 'tape': {
      const [, knee, ankle] = at.startsWith('well') ? joints.well : joints.sore;
      return tape(place, angleTo(knee, ankle));
    }
  }
}
