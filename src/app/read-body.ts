// Reading what was posted, without more work than it takes. Forms of ours are sent as text in pairs; `formData` of the platform reads
// them too, but by a stream, which costs more than all the rest of a step. The same goes for asking a request whether it has a body.

import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';

/** What was typed into a form; only fields of files are no text. */
export type Form = Pick<FormData, 'get' | 'getAll' | 'has'> & Iterable<[string, string | File]>;

const IN_PAIRS = /^application\/x-www-form-urlencoded\b/i;
/** A body can be read once only; what was in it must not be lost when it cannot be kept. */
const pairsOf = new WeakMap<Request, URLSearchParams>();

/** Reads a posted form. @throws HTTPException 400 for anything that is none */
export async function formOf(request: Request): Promise<Form> {
  try {
    if (!isInPairs(request)) return await request.formData();
    const pairs = new URLSearchParams(await request.text());
    pairsOf.set(request, pairs);
    return pairs;
  } catch {
    throw new HTTPException(400);
  }
}

/** The form in pairs that this request has sent, as far as it was read; undefined when it sent none. */
export function pairsRead(request: Request): URLSearchParams | undefined {
  return pairsOf.get(request) ?? (isInPairs(request) ? new URLSearchParams() : undefined);
}

function isInPairs(request: Request): boolean {
  return IN_PAIRS.test(request.headers.get('content-type') ?? '');
}

/** Refuses bodies that are longer, by the length that is said or else by counting. */
export function bodyAtMost(
  maxSize: number,
  onError: (c: Context) => Response | Promise<Response>,
): MiddlewareHandler {
  const counting = bodyLimit({ maxSize, onError });
  return (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    const said = c.req.header('content-length');
    // With chunks the length is not to be trusted (RFC 9112, 6.3).
    if (said === undefined || c.req.header('transfer-encoding') !== undefined) return counting(c, next);
    return Number(said) > maxSize ? Promise.resolve(onError(c)) : next();
  };
}
