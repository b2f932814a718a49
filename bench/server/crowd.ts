// How the server bears a crowd: how much it can serve, how long people wait below that, and what becomes of them at twice as many.

import type { Random } from '../../src/probability/index.ts';
import { below, figure, noted, type Row, type Spread, shown, spreadOf } from '../rows.ts';
import { replay, type Stream, share, stream } from './load.ts';

const CALLERS = 32;
const TRIES = 5;
const MOST_MS = 50;

export interface Crowd {
  readonly name: string;
  readonly port: number;
  readonly requests: readonly Uint8Array[];
  /** Requests of one try to find out how much can be served. */
  readonly each: number;
  readonly seconds: number;
  readonly random: Random;
  /** Whether twice as many are sent as can be served. */
  readonly tooMany: boolean;
  /** How the peer bore 70 % of what it can serve: where even that took too long, the machine was too busy to judge. */
  readonly bare: Stream;
}

export interface Borne {
  /** Requests a second. */
  readonly capacity: number;
  readonly rows: readonly Row[];
}

type Sent = Pick<Crowd, 'port' | 'requests' | 'each'>;

/** Requests that a server answers in a second when so many callers wait for it all the time. */
async function capacityOf({ port, each }: Sent, next: () => Uint8Array): Promise<Spread> {
  const rates: number[] = [];
  // The first tries are for getting warm.
  for (let attempt = -2; attempt < TRIES; attempt++) {
    const some = Array.from({ length: each }, next);
    const { seconds, statuses } = await replay(port, some, CALLERS);
    if (attempt >= 0) rates.push((some.length - (statuses.get(503) ?? 0)) / seconds);
  }
  return spreadOf(rates);
}

/** In turn, from the first again after the last. */
function inTurn(requests: readonly Uint8Array[]): () => Uint8Array {
  let at = 0;
  return () => requests[at++ % requests.length] as Uint8Array;
}

/** Sends 70 % of what can be served. */
export async function bornBy(sent: Sent, seconds: number, random: Random): Promise<Stream> {
  const next = inTurn(sent.requests);
  const { median } = await capacityOf(sent, next);
  return stream(sent.port, next, 0.7 * median, seconds, random);
}

export async function crowdRows(crowd: Crowd): Promise<Borne> {
  const { name, port, requests, seconds, random, bare } = crowd;
  const next = inTurn(requests);
  const spread = await capacityOf(crowd, next);
  const capacity = spread.median;
  const most = shown(`${name}: what can be served`, spread, undefined, 'requests/s');
  const some = await stream(port, next, 0.7 * capacity, seconds, random);
  const rows = [most, waitRow(`${name}: p99 at 70 % of it`, some, bare)];
  if (!crowd.tooMany) return { capacity, rows };
  const many = await stream(port, next, 2 * capacity, seconds, random);
  const kept = many.served.length / seconds;
  return {
    capacity,
    rows: [
      ...rows,
      noted(
        waitRow(`${name}: p99 of what is served at twice as many`, many, bare),
        `${figure(share(many.served, 0.99) / share(some.served, 0.99))} × that at 70 %`,
      ),
      noted(
        shown(`${name}: served a second at twice as many`, spreadOf([kept]), undefined, 'requests/s'),
        `${figure((100 * kept) / capacity)} % of what can be served`,
      ),
      noted(
        shown(
          `${name}: p99 until somebody is told to come back`,
          spreadOf([share(many.shed, 0.99)]),
          undefined,
          'ms',
        ),
        `${many.shed.length} were`,
      ),
      below(
        `${name}: without an answer, or not told when to come back`,
        many.failed + many.untold,
        0,
        'requests',
      ),
    ],
  };
}

function waitRow(name: string, { served, shed, failed }: Stream, bare: Stream): Row {
  const note = `median ${figure(share(served, 0.5))} ms, longest ${figure(share(served, 1))} ms; ${served.length} served, ${shed.length} told to come back, ${failed} failed`;
  const peer = share(bare.served, 0.99);
  const row = { ...below(name, share(served, 0.99), MOST_MS, 'ms', note), peer };
  if (peer <= MOST_MS) return row;
  return noted(
    { ...row, met: null },
    'not judged: the bare server waited too long as well, the machine was too busy',
  );
}
