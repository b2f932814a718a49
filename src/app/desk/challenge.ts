// The challenge that a passkey signs: made from the form it is shown in, so that nothing has to be kept for a page that is only
// looked at; used up with the form, so that an answer counts once.

import type { SpokenDesk } from './options.ts';

/** Longer than a browser waits for a person (five minutes by its own bound), shorter than an answer is worth stealing. */
const OLDEST_MS = 10 * 60 * 1000;

/** Runs with the challenge of a form. */
export async function withChallenge<T>(
  { secrets }: SpokenDesk,
  form: { readonly id: string },
  run: (challenge: string) => T,
): Promise<Awaited<T>> {
  return await run(await secrets.of('challenge', form.id));
}

/** The challenge of a form that has come back; undefined the second time. */
export async function takeChallenge(
  { secrets, store, now }: SpokenDesk,
  form: { readonly id: string; readonly issuedAt?: number },
): Promise<string | undefined> {
  if (form.issuedAt !== undefined && now() - form.issuedAt > OLDEST_MS) return undefined;
  const isFirst = await store.throttles.spend(`challenge ${form.id}`, now() + 2 * 24 * 60 * 60 * 1000, now());
  return isFirst ? secrets.of('challenge', form.id) : undefined;
}
