// Choosing a language or a unit of distances: the page that it was chosen on comes back in it.

import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import type { ChoiceKeeper } from './choice-keeper.ts';
import { formOf } from './read-body.ts';

const MAX_BODY_BYTES = 1024;

/** Pages that only the sending of a form shows: there is nothing to come back to. */
const ONLY_POSTED: ReadonlySet<string> = new Set([
  '/assess/forget',
  '/assess/start',
  '/assess/tell-more',
  '/recover/forget',
  '/recover/import',
  '/recover/session',
  '/train/about',
  '/train/forget',
  '/train/morning',
  '/train/share',
]);

/**
 * Takes one choice, posted under its name. It has to stand before the general limit on forms, which copies the request: the copy
 * has forgotten which page it came from.
 */
export function choiceRoutes<Choice extends string>(
  name: string,
  isOne: (text: unknown) => text is Choice,
  keeper: ChoiceKeeper<Choice>,
) {
  const routes = new Hono<{ Variables: { cameFrom: string | undefined } }>();
  routes.use(async (c, next) => {
    // A service worker sees no header that says where a form came from; the request itself knows.
    c.set('cameFrom', c.req.header('referer') ?? c.req.raw.referrer);
    await next();
  });
  routes.use(bodyLimit({ maxSize: MAX_BODY_BYTES }));
  routes.post('/', async (c) => {
    const choice = (await formOf(c.req.raw)).get(name);
    if (!isOne(choice)) throw new HTTPException(400);
    const headers = await keeper.write(c.req.raw, choice);
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
  if (!ONLY_POSTED.has(pathname)) return `${pathname}${search}`;
  return pathname.startsWith('/train/') ? '/train' : '/';
}
