// What was filled in must not be lost when it could not be kept: the page that says so carries the form on, to be sent again.

import { pairsRead } from './read-body.ts';

/** A form as it was sent. */
export interface SentForm {
  /** Where it was sent to. */
  readonly action: string;
  /** Names and values in their order; a name may come more than once. */
  readonly fields: readonly (readonly [name: string, value: string])[];
}

/** The form of a request whose answer could not be kept; undefined when it sent none. */
export function sentForm(request: Request): SentForm | undefined {
  const pairs = request.method === 'POST' ? pairsRead(request) : undefined;
  if (!pairs) return undefined;
  const { pathname, search } = new URL(request.url);
  return { action: `${pathname}${search}`, fields: [...pairs] };
}
