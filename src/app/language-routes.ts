// Choosing a language: the page that it was chosen on comes back in it.

import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { isLanguage } from '../vocabulary/index.ts';
import type { SpokenOptions } from './options.ts';

/** Pages that only the sending of a form shows: there is nothing to come back to. */
const ONLY_POSTED: ReadonlySet<string> = new Set([
  '/assess/forget',
  '/assess/start',
  '/recover/forget',
  '/recover/import',
  '/recover/session',
]);

export function languageRoutes({ languages }: SpokenOptions): Hono {
  const routes = new Hono();
  routes.post('/', async (c) => {
    const form = await c.req.raw.formData().catch(() => {
      throw new HTTPException(400);
    });
    const language = form.get('language');
    if (!isLanguage(language)) throw new HTTPException(400);
    const headers = await languages.write(c.req.raw, language);
    // A service worker sees no header that says where a form came from; the request itself knows.
    const from = c.req.header('referer') ?? c.req.raw.referrer;
    return c.body(null, 303, { ...headers, location: backTo(from, c.req.url) });
  });
  return routes;
}

/** Where the form came from, if that is a page of ours. */
function backTo(from: string | undefined, here: string): string {
  if (!from || !URL.canParse(from)) return '/';
  const { origin, pathname, search } = new URL(from);
  // Two slashes would lead to another host.
  if (origin !== new URL(here).origin || pathname.startsWith('//')) return '/';
  return ONLY_POSTED.has(pathname) ? '/' : `${pathname}${search}`;
}
