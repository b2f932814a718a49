// Choosing a language: the page that it was chosen on comes back in it.

import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { isLanguage } from '../vocabulary/index.ts';
import type { SpokenOptions } from './options.ts';

const MAX_BODY_BYTES = 1024;

/** Pages that only the sending of a form shows: there is nothing to come back to. */
const ONLY_POSTED: ReadonlySet<string> = new Set([
  '/assess/forget',
  '/assess/start',
  '/assess/tell-more',
  '/recover/forget',
  '/recover/import',
  '/recover/session',
]);

/** Below the general limit on forms, which copies the request: the copy has forgotten which page it came from. */
export function languageRoutes({ languages }: SpokenOptions) {
  const routes = new Hono<{ Variables: { cameFrom: string | undefined } }>();
  routes.use(async (c, next) => {
    // A service worker sees no header that says where a form came from; the request itself knows.
    c.set('cameFrom', c.req.header('referer') ?? c.req.raw.referrer);
    await next();
  });
  routes.use(bodyLimit({ maxSize: MAX_BODY_BYTES }));
  routes.post('/', async (c) => {
    const form = await c.req.raw.formData().catch(() => undefined);
    const language = form?.get('language');
    if (!isLanguage(language)) throw new HTTPException(400);
    const headers = await languages.write(c.req.raw, language);
    return c.body(null, 303, { ...headers, location: backTo(c.get('cameFrom'), c.req.url) });
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
