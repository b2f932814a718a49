// A keeper that cannot do what it was asked says so in words for the runner: what happened, what to do.

/** Thrown by keepers; the application shows title and message as a page. Neither may hold an answer. */
export class CannotKeep extends Error {
  override readonly name: string = 'CannotKeep';
  readonly title: string;

  constructor(title: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.title = title;
  }
}
