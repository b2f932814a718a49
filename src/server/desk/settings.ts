// What an operator sets for comments and the desk, from the environment. Wrong values are refused at the start.

import { faultOfPlace, placeFrom } from '../../store/sql/index.ts';
import { ok, type Result, refuse } from '../../vocabulary/index.ts';
import type { DeskSettings } from './desk.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads DATABASE_URL, BACKSTRIDE_DATA, BACKSTRIDE_COMMENTS, SMTP_URL and SMTP_FROM.
 * @param origin the public address of the site
 * @returns undefined where BACKSTRIDE_COMMENTS is `off`; the refusal says what is wrong
 */
export function deskSettings(
  env: Environment,
  origin: string | undefined,
): Result<DeskSettings | undefined, string> {
  const comments = env.BACKSTRIDE_COMMENTS || 'moderated';
  if (comments === 'off') return ok(undefined);
  if (comments !== 'moderated' && comments !== 'open') {
    return refuse(`BACKSTRIDE_COMMENTS must be moderated, open or off; found ${comments}.`);
  }
  const place = placeFrom(env);
  const fault = faultOfPlace(place);
  if (fault !== undefined) return refuse(fault);
  const [url, from] = [env.SMTP_URL || undefined, env.SMTP_FROM || undefined];
  if (url !== undefined && !(URL.canParse(url) && /^smtps?:$/.test(new URL(url).protocol))) {
    return refuse('SMTP_URL must be as smtps://user:password@mail.example.org.');
  }
  if (url !== undefined && from === undefined) {
    return refuse('SMTP_FROM is missing: whom the letters are from, as editors@example.org.');
  }
  if (url !== undefined && origin === undefined) {
    return refuse(
      'BACKSTRIDE_PUBLIC_URL is missing: letters hold links to the site, as https://example.org.',
    );
  }
  const mail = url !== undefined && from !== undefined ? { url, from } : undefined;
  return ok({ place, origin, mail, premoderated: comments === 'moderated' });
}
