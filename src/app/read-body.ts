// Reading what was posted, without more work than it takes. Forms of ours are sent as text in pairs; `formData` of the platform reads
// them too, but by a stream, which costs more than all the rest of a step. The same goes for asking a request whether it has a body.

import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';

/** What was typed into a form; only fields of files are no text. */
export type Form = Pick<FormData, 'get' | 'getAll' | 'has'>;

/** Reads a posted form. @throws HTTPException 400 for anything that is none */
export async function formOf(request: Request): Promise<Form> {
  const isPairs = /^application\/x-www-form-urlencoded\b/i.test(request.headers.get('content-type') ?? '');
  try {
    return isPairs ? new URLSearchParams(await request.text()) : await request.formData();
  } catch {
    throw new HTTPException(400);
  }
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
