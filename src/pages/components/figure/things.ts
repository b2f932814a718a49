// Furniture that places itself by the figure, so that an author only names it.

import type { Thing } from '../../../knowledge/index.ts';
import { type Joints, type Point, placeOn } from './joints.ts';
import { type Box, line, type Shape } from './shapes.ts';

/** Seat of a chair above the floor, cm. */
const SEAT = 46;
/** From the hip joint down to what one sits on. */
const BELOW_HIP = 10;

/**
 * @param floor height of the floor (y goes down).
 * @param box what the figure takes up.
 */
export function draw(
  thing: Thing,
  joints: Joints,
  front: boolean,
  floor: number,
  box: Box,
): readonly Shape[] {
  const { x, y } = joints.hip;
  switch (thing) {
    case 'chair':
      return front
        ? chairFromTheFront({ x, y: y + BELOW_HIP }, floor)
        : chair({ x, y: y + BELOW_HIP }, floor);
    case 'chair-behind':
      return chair({ x: joints.well[2].x - 46, y: floor - SEAT }, floor);
    case 'high-table':
      return table(x - 26, x + 34, y + BELOW_HIP, floor);
    case 'table': {
      const hand = placeOn(joints, 'hand');
      return table(hand.x - 7, hand.x + 30, hand.y + 6, floor);
    }
    case 'towel': {
      const foot = placeOn(joints, 'sore-foot');
      return [line('thing', [placeOn(joints, 'hand'), foot, placeOn(joints, 'other-hand')], 3)];
    }
    case 'mat':
      return [
        line(
          'thing',
          [
            { x: box.left - 4, y: floor },
            { x: box.right + 4, y: floor },
          ],
          5,
        ),
      ];
    case 'mat-from-above':
      return [frame({ left: box.left - 8, top: box.top - 8, right: box.right + 8, bottom: box.bottom + 8 })];
  }
}

function chair(seat: Point, floor: number): readonly Shape[] {
  const [back, front] = [seat.x - 17, seat.x + 25];
  return [
    line(
      'thing',
      [
        { x: back - 5, y: seat.y - 42 },
        { x: back, y: seat.y },
        { x: back - 3, y: floor },
      ],
      4,
    ),
    line(
      'thing',
      [
        { x: front - 3, y: seat.y },
        { x: front, y: floor },
      ],
      4,
    ),
    line(
      'thing',
      [
        { x: back, y: seat.y },
        { x: front, y: seat.y },
      ],
      5,
    ),
  ];
}

function chairFromTheFront(seat: Point, floor: number): readonly Shape[] {
  const [left, right] = [seat.x - 24, seat.x + 24];
  return [
    line(
      'thing',
      [
        { x: left + 2, y: floor },
        { x: left + 2, y: seat.y - 44 },
        { x: right - 2, y: seat.y - 44 },
        { x: right - 2, y: floor },
      ],
      4,
    ),
    line(
      'thing',
      [
        { x: left, y: seat.y },
        { x: right, y: seat.y },
      ],
      5,
    ),
  ];
}

function table(left: number, right: number, top: number, floor: number): readonly Shape[] {
  return [
    line(
      'thing',
      [
        { x: left + 5, y: top },
        { x: left + 5, y: floor },
      ],
      4,
    ),
    line(
      'thing',
      [
        { x: right - 5, y: top },
        { x: right - 5, y: floor },
      ],
      4,
    ),
    line(
      'thing',
      [
        { x: left, y: top },
        { x: right, y: top },
      ],
      5,
    ),
  ];
}

function frame({ left, top, right, bottom }: Box): Shape {
  const corners = [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
  return line('floor', [...corners, ...corners.slice(0, 2)], 2);
}
