// What a page of the interview and the service worker say to each other about the page that follows. While a runner has chosen and
// not yet pressed, the worker works out what would follow and gives it to the page; nothing is kept, and nothing leaves the device:
// it is asked by message, which no server can get. When it is then pressed, the worker keeps the answer, and need not send again
// what the page has.

/** What is asked, with a port for the answer. */
export interface LookAhead {
  /** Path that the form is sent to. */
  readonly ahead: string;
  /** What is said in it, as forms send it. */
  readonly said: string;
}

/** What would follow. */
export interface PageAhead {
  /** Never said before, not even by an earlier worker. */
  readonly id: string;
  readonly url: string;
  readonly html: string;
}

/**
 * On a form that was really sent: that the page is to be turned in place, with the id of the page ahead, if there is one. Answered with
 * the page that follows, its address in `content-location`; or with 204 when it is the one ahead.
 */
export const TURN_HEADER = 'x-turn';

export function isLookAhead(value: unknown): value is LookAhead {
  const { ahead, said } = (value ?? {}) as Partial<LookAhead>;
  return typeof ahead === 'string' && typeof said === 'string';
}
