// From positions to shapes: the figure, the floor under it, the things about it and the marks on it.

import type { DrawnPosition, ExerciseFigure, ExercisePosition, Pose } from '../../../knowledge/index.ts';
import { bodyOf, markOf } from './body.ts';
import { jointsOf, type Point, placeOn } from './joints.ts';
import { type Box, bothOf, boxOf, type Shape } from './shapes.ts';
import { draw, hasOwnGround, isInFront } from './things.ts';

export interface Drawing {
  readonly shapes: readonly Shape[];
  readonly box: Box;
  /** Height of the floor; y goes down. */
  readonly floor: number;
  /** Whether a floor is to be drawn: a hill, or a mat seen from above, stands for it. */
  readonly hasGround: boolean;
}

/** @param room what the figure takes up in all positions; this one if left out. */
export function drawingOf(position: DrawnPosition, isSore: boolean, hip?: Point, room?: Box): Drawing {
  const joints = jointsOf(position, hip);
  const figure = bodyOf(joints, position.seen, isSore);
  const body = boxOf(figure);
  const floor = floorUnder(body, position);
  const scene = { joints, front: position.seen === 'front', floor, body, room: room ?? body };
  const things = position.things ?? [];
  const drawn = (inFront: boolean) =>
    things.filter((thing) => isInFront(thing) === inFront).flatMap((thing) => draw(thing, scene));
  const marks = (position.marks ?? []).map((mark) => markOf(mark, joints));
  const shapes = [...drawn(false), ...figure, ...drawn(true), ...marks];
  return { shapes, box: boxOf(shapes), floor, hasGround: !things.some(hasOwnGround) };
}

/** Draws positions of one exercise on one floor, at height 0, so that what stays lies at one place in all of them. */
export function drawingsOf(
  { stays, things = [] }: ExerciseFigure,
  positions: readonly ExercisePosition[],
  isSore: boolean,
): readonly Drawing[] {
  const hips = positions.map((position) => hipOf(position, stays ?? 'hip'));
  const room = bothOf(
    ...positions.map((position, index) =>
      boxOf(bodyOf(jointsOf(position, hips[index]), position.seen, isSore)),
    ),
  );
  return positions.map((position, index) =>
    drawingOf({ ...position, things: [...things, ...(position.things ?? [])] }, isSore, hips[index], room),
  );
}

/** Where the hip is when the floor is at height 0 and what stays is at the middle. */
function hipOf(position: ExercisePosition, stays: NonNullable<ExerciseFigure['stays']>): Point {
  const joints = jointsOf(position);
  return {
    x: -placeOn(joints, stays).x,
    y: -floorUnder(boxOf(bodyOf(joints, position.seen, false)), position),
  };
}

function floorUnder(body: Box, { lift = 0 }: Pose): number {
  return body.bottom + lift + 1;
}
