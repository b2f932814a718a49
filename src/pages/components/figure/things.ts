// Things place themselves by the figure, so that an author only names them.

import type { Thing } from '../../../knowledge/index.ts';
import { FURNITURE } from './furniture.ts';
import { KIT } from './kit.ts';
import type { Scene } from './scene.ts';
import type { Shape } from './shapes.ts';

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
