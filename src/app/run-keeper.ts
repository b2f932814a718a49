// Where a runner's runs are between two requests. On the device they are in its own store, as many as there are. The server keeps
// nothing: there a sealed cookie holds runs that were typed in, some dozens of them, and no run of a file ever comes: files
// are read on the device only.

import { EMPTY_BOOK, isEmptyBook, manualRun, type RunBook, type RunKind, withRuns } from '../train/index.ts';
import type { LocalDate } from '../vocabulary/index.ts';
import { CannotKeep } from './cannot-keep.ts';
import { cookieAttributes, cookieOf, type MakeSeal, sealFor } from './seal.ts';

/** Port: where runs are kept. */
export interface RunKeeper {
  readonly place: 'device' | 'cookie';
  /** @param since only runs of this day or later; all of them without it */
  readonly read: (request: Request, since?: LocalDate) => Promise<RunBook>;
  /**
   * Changes what is kept, all or nothing; it is kept when it resolves. Returns headers for the response.
   * @param change from what is kept to what shall be; may be called again, so it must do nothing else
   * @throws CannotKeep when there is no room; then nothing has changed
   */
  readonly change: (request: Request, change: (book: RunBook) => RunBook) => Promise<Headers>;
  /** Deletes everything. */
  readonly forget: (request: Request) => Promise<Headers>;
}

const COOKIE = 'backstride-runs';
const MOST = 3900;
const MAX_AGE_SECONDS = 200 * 24 * 60 * 60;

/** A typed run in few letters: id, kind, day, minutes, metres, climb, effort. */
type Short = readonly [string, RunKind, string, number, number | null, number | null, number | null];

/** @param secret 32 random bytes */
export function sealedCookieRunKeeper(
  secret: Uint8Array<ArrayBuffer>,
  makeSeal: MakeSeal = sealFor,
): RunKeeper {
  const { seal, unseal } = makeSeal(secret, 'runs 1');
  const read = async (request: Request): Promise<RunBook> => {
    const token = cookieOf(request, COOKIE);
    const text = token ? await unseal(token) : undefined;
    if (text === undefined) return EMPTY_BOOK;
    // What this server has sealed it has checked before.
    const { runs, ...rest } = JSON.parse(text) as Omit<RunBook, 'runs'> & { readonly runs: readonly Short[] };
    return withRuns({ ...rest, runs: [] }, runs.map(fromShort));
  };
  const write = (request: Request, token: string): Headers => {
    const age = token === '' ? 0 : MAX_AGE_SECONDS;
    return new Headers({
      'set-cookie': `${COOKIE}=${token}; Max-Age=${age}; ${cookieAttributes(request)}`,
    });
  };
  return {
    place: 'cookie',
    read,
    change: async (request, change) => {
      const { runs, ...rest } = change(await read(request));
      if (runs.some(({ from }) => from.format !== 'manual')) throw new CannotKeep('runs-need-device');
      const token = isEmptyBook({ ...rest, runs })
        ? ''
        : await seal(JSON.stringify({ ...rest, runs: runs.map(toShort) }));
      if (token.length > MOST) throw new CannotKeep('no-room-for-runs');
      return write(request, token);
    },
    forget: async (request) => write(request, ''),
  };
}

function toShort({
  id,
  kind,
  day,
  elapsedSeconds,
  distanceMetres,
  climbMetres,
  effort,
}: RunBook['runs'][number]): Short {
  return [id, kind, day, elapsedSeconds / 60, distanceMetres, climbMetres, effort];
}

function fromShort([id, kind, day, minutes, distanceMetres, climbMetres, effort]: Short) {
  return manualRun({ id, kind, day, minutes, distanceMetres, climbMetres, effort });
}
