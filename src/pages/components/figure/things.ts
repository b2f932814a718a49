// Things place themselves by the figure, so that an author only names them.

import type { Thing } from '../../../knowledge/index.ts';
import { FURNITURE } from './furniture.ts';
import type { Joints } from './joints.ts';
import { KIT } from './kit.ts';
import type { Box, Shape } from './shapes.ts';

export interface Scene {
  readonly joints: Joints;
  readonly front: boolean;
  /** Height of the floor; y goes down. */
  readonly floor: number;
  /** What the figure takes up. */
  readonly body: Box;
  /** What it takes up in all positions together. */
  readonly room: Box;
}

const DRAWN: Readonly<Record<Thing, (scene: Scene) => readonly Shape[]>> = { ...FURNITURE, ...KIT };

const IN_FRONT = new Set<Thing>(['anchor', 'band-above', 'band-behind', 'band-round-thighs', 'weight']);
const GROUND = new Set<Thing>(['mat-from-above', 'hill', 'hill-ahead']);

export function draw(thing: Thing, scene: Scene): readonly Shape[] {
  return DRAWN[thing](scene);
}

/** Whether it hides the figure and not the figure it. */
export function isInFront(thing: Thing): boolean {
  return IN_FRONT.has(thing);
}

/** Whether it stands for the floor. */
export function hasOwnGround(thing: Thing): boolean {
  return GROUND.has(thing);
}
