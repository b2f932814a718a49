// What a thing needs to know to place itself.

import type { Joints } from './joints.ts';
import type { Box } from './shapes.ts';

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
