// Furniture, and what a self-test needs beside it.

import { type Point, placeOn } from './joints.ts';
import type { Scene } from './scene.ts';
import { type Box, line, type Shape } from './shapes.ts';

/** Seat of a chair above the floor, cm. */
const SEAT = 46;
/** From the hip joint down to what one sits on. */
const BELOW_HIP = 10;

export const FURNITURE = {
  chair: ({ joints: { hip }, front, floor }: Scene) =>
    front
      ? chairFromTheFront({ x: hip.x, y: hip.y + BELOW_HIP }, floor)
      : chair({ x: hip.x, y: hip.y + BELOW_HIP }, floor),
  'chair-behind': ({ joints, floor }: Scene) =>
    chair({ x: joints.otherLeg[2].x - 46, y: floor - SEAT }, floor),
  'high-table': ({ joints: { hip }, floor }: Scene) =>
    table(hip.x - 26, hip.x + 34, hip.y + BELOW_HIP, floor),
  table: ({ joints, floor }: Scene) => {
    const hand = placeOn(joints, 'hand');
    return table(hand.x - 7, hand.x + 30, hand.y + 6, floor);
  },
  towel: ({ joints }: Scene) => {
    const foot = placeOn(joints, 'foot');
    return [line('thing', [placeOn(joints, 'hand'), foot, placeOn(joints, 'other-hand')], 3)];
  },
  mat: ({ floor, room }: Scene) => [
    line(
      'thing',
      [
        { x: room.left - 4, y: floor },
        { x: room.right + 4, y: floor },
      ],
      5,
    ),
  ],
  'mat-from-above': ({ body }: Scene) => [
    frame({ left: body.left - 8, top: body.top - 8, right: body.right + 8, bottom: body.bottom + 8 }),
  ],
};

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
