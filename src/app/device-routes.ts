// The hand-over: when a device begins to answer its own pages, what the runner has said so far is in cookies that only this
// server can open. The device's service worker asks for their content, keeps it, and then has the cookies deleted: in this
// order, so that a connection that breaks anywhere loses nothing.

import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { EpisodeEvent } from '../episode/index.ts';
import type { RunBook } from '../train/index.ts';
import type { DistanceUnit, Language } from '../vocabulary/index.ts';
import { formatSheet } from './answer-sheet.ts';
import type { SpokenOptions } from './options.ts';

/** POST gives what the request's own cookies hold; DELETE deletes them. */
export const HAND_OVER = '/device/hand-over';
/** No form and no other site can send it without being asked first. */
export const HAND_OVER_HEADER = 'x-backstride-device';

export interface HandOver {
  /** As `formatSheet` writes it; null when there is none. */
  readonly sheet: string | null;
  /** Milliseconds since 1970; null when there is no sheet. */
  readonly startedAt: number | null;
  readonly events: readonly EpisodeEvent[];
  readonly runs: RunBook;
  /** The language chosen; null when none was. It stays in its cookie: the server may have to answer again. */
  readonly language: Language | null;
  /** The unit of distances, likewise. */
  readonly unit: DistanceUnit | null;
}

/** Routes below /device. */
export function deviceRoutes({ keeper, episodes, runs, languages, units }: SpokenOptions): Hono {
  const routes = new Hono();
  routes.use('/hand-over', async (c, next) => {
    const site = c.req.header('sec-fetch-site') ?? 'same-origin';
    if (c.req.header(HAND_OVER_HEADER) !== '1' || site !== 'same-origin') throw new HTTPException(403);
    await next();
  });
  routes.post('/hand-over', async (c) => {
    const sheet = await keeper.read(c.req.raw);
    const events = await episodes.read(c.req.raw);
    return c.json({
      sheet: sheet ? formatSheet(sheet) : null,
      startedAt: sheet?.startedAt ?? null,
      events,
      runs: await runs.read(c.req.raw),
      language: (await languages.read(c.req.raw)) ?? null,
      unit: (await units.read(c.req.raw)) ?? null,
    } satisfies HandOver);
  });
  routes.delete('/hand-over', async (c) => {
    for (const [name, value] of Object.entries(await keeper.write(c.req.raw, undefined))) {
      c.header(name, value, { append: true });
    }
    for (const [name, value] of await episodes.forget(c.req.raw)) {
      c.header(name, value, { append: true });
    }
    for (const [name, value] of await runs.forget(c.req.raw)) {
      c.header(name, value, { append: true });
    }
    return c.body(null, 204);
  });
  return routes;
}
