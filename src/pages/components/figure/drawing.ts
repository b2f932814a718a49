// From positions to shapes: the figure, the floor under it, the things about it and the marks on it.

import type { ExerciseFigure, Mark, Pose, Thing } from '../../../knowledge/index.ts';
import { bodyOf, markOf } from './body.ts';
import { jointsOf, type Point, placeOn } from './joints.ts';
import { type Box, boxOf, type Shape } from './shapes.ts';
import { draw, hasOwnGround, isInFront } from './things.ts';

export interface Drawing {
  readonly shapes: readonly Shape[];
  readonly box: Box;
  /** Height of the floor; y goes down. */
  readonly floor: number;
  /** Whether a floor is to be drawn: a hill, or a mat seen from above, stands for it. */
  readonly hasGround: boolean;
}

type Drawn = Pose & { readonly things?: readonly Thing[]; readonly marks?: readonly Mark[] };

export function drawingOf(position: Drawn, isSore: boolean, hip?: Point): Drawing {
  const joints = jointsOf(position, hip);
  const figure = bodyOf(joints, position.seen, isSore);
  const body = boxOf(figure);
  const floor = body.bottom + (position.lift ?? 0) + 1;
  const scene = { joints, front: position.seen === 'front', floor, body };
  const things = position.things ?? [];
  const drawn = (inFront: boolean) =>
    things.filter((thing) => isInFront(thing) === inFront).flatMap((thing) => draw(thing, scene));
  const marks = (position.marks ?? []).map((mark) => markOf(mark, joints));
  const shapes = [...drawn(false), ...figure, ...drawn(true), ...marks];
  return { shapes, box: boxOf(shapes), floor, hasGround: !things.some(hasOwnGround) };
}

/** All positions of an exercise on one floor (at height 0), and the box that holds them all. */
export function drawingsOf(
  { stays = 'hip', things = [], positions }: ExerciseFigure,
  isSore: boolean,
): { readonly drawings: readonly Drawing[]; readonly box: Box } {
  const drawings = positions.map((position) => {
    const whole = { ...position, things: [...things, ...(position.things ?? [])] };
    const { floor } = drawingOf(whole, isSore);
    const fixed = placeOn(jointsOf(position), stays);
    return drawingOf(whole, isSore, { x: -fixed.x, y: -floor });
  });
  return { drawings, box: { ...union(drawings), bottom: Math.max(1, union(drawings).bottom) } };
}

function union(drawings: readonly Drawing[]): Box {
  return boxOf(drawings.flatMap(({ shapes }) => shapes));
}
