// What was filled in must not be lost when it could not be kept. The body of a request can be read once only, so a copy of each
// small form is held until the answer is there; where keeping failed, the page that says so carries the form on, to be sent again.

import type { Context, Next } from 'hono';

/** A form as it was sent. */
export interface SentForm {
  /** Where it was sent to. */
  readonly action: string;
  /** Names and values in their order; a name may come more than once. */
  readonly fields: readonly (readonly [name: string, value: string])[];
}

const A_FORM = 'application/x-www-form-urlencoded';

export interface Holding {
  Variables: { held: Request | undefined };
}

/** Holds a copy of a form; other requests are left alone. */
export async function holdForm(c: Context<Holding>, next: Next): Promise<void> {
  const isForm = c.req.method === 'POST' && (c.req.header('content-type') ?? '').startsWith(A_FORM);
  if (isForm) c.set('held', c.req.raw.clone());
  await next();
}

/** The form of this request; undefined when it sent none that is held. */
export async function heldForm(c: Context<Holding>): Promise<SentForm | undefined> {
  const held = c.get('held');
  const form = await held?.formData().catch(() => undefined);
  if (!held || !form) return undefined;
  const { pathname, search } = new URL(held.url);
  const fields = [...form].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  return { action: `${pathname}${search}`, fields };
}
