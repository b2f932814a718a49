// Where the events of an episode are between two requests. On the device they are in its own store. The server keeps
// nothing: there they travel in a few sealed cookies, which hold some months of check-ins and then are full; a file to save
// is what carries them further.

import type { EpisodeEvent } from '../episode/index.ts';
import { CannotKeep } from './cannot-keep.ts';
import { cookieAttributes, cookieOf, type MakeSeal, sealFor } from './seal.ts';

/** Port: where an episode's events are kept. */
export interface EpisodeKeeper {
  /** Everything that has happened, in any order; empty when nothing is kept. */
  readonly read: (request: Request) => Promise<readonly EpisodeEvent[]>;
  /**
   * Appends events; they are kept when it resolves. Returns headers for the response. An event that is there already
   * changes nothing.
   * @throws CannotKeep when there is no room; then nothing has changed
   */
  readonly append: (request: Request, events: readonly EpisodeEvent[]) => Promise<Headers>;
  /** Deletes everything. */
  readonly forget: (request: Request) => Promise<Headers>;
  readonly place: 'device' | 'cookie';
}

const COOKIE = 'backstride-plan-';
const MOST_COOKIES = 3;
const CHUNK = 3900;
const MAX_AGE_SECONDS = 200 * 24 * 60 * 60;

/**
 * Keeps the events in up to three sealed cookies. The seal is not bound to the knowledge: a plan outlives its updates.
 * @param secret 32 random bytes
 */
export function sealedCookieEpisodeKeeper(
  secret: Uint8Array<ArrayBuffer>,
  makeSeal: MakeSeal = sealFor,
): EpisodeKeeper {
  const { seal, unseal } = makeSeal(secret, 'episode 1');
  const read = async (request: Request): Promise<readonly EpisodeEvent[]> => {
    const chunks = Array.from({ length: MOST_COOKIES }, (_, index) => cookieOf(request, COOKIE + index));
    const token = chunks.slice(0, chunks.concat(undefined).indexOf(undefined)).join('');
    const text = token === '' ? undefined : await unseal(token);
    // What this server has sealed it has checked before.
    return text === undefined ? [] : (JSON.parse(text) as readonly EpisodeEvent[]);
  };
  const write = (request: Request, token: string): Headers => {
    const headers = new Headers();
    const attributes = cookieAttributes(request);
    for (let index = 0; index < MOST_COOKIES; index += 1) {
      const chunk = token.slice(index * CHUNK, (index + 1) * CHUNK);
      const age = chunk === '' ? 0 : MAX_AGE_SECONDS;
      headers.append('set-cookie', `${COOKIE}${index}=${chunk}; Max-Age=${age}; ${attributes}`);
    }
    return headers;
  };
  return {
    place: 'cookie',
    read,
    append: async (request, events) => {
      const before = await read(request);
      const known = new Set(before.map(({ id }) => id));
      const token = await seal(JSON.stringify([...before, ...events.filter(({ id }) => !known.has(id))]));
      if (token.length > MOST_COOKIES * CHUNK) throw new CannotKeep('no-room-in-cookies');
      return write(request, token);
    },
    forget: async (request) => write(request, ''),
  };
}
