// A keeper that cannot do what it was asked says why; the application has the words for the runner: what happened, what to do.

import type { Words } from '../pages/index.ts';

export type CannotKeepReason = keyof Words['problems']['cannotKeep'];

/** Thrown by keepers; the application shows a page. It holds no answer. */
export class CannotKeep extends Error {
  override readonly name: string = 'CannotKeep';
  readonly reason: CannotKeepReason;

  constructor(reason: CannotKeepReason, options?: ErrorOptions) {
    super(`Cannot keep: ${reason.replaceAll('-', ' ')}.`, options);
    this.reason = reason;
  }
}
