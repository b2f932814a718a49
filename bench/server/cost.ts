// Processor time for a request, ours beside the peer's: the same bytes are sent to both in turn, round after round, and both give the
// same bytes back. What nobody can send twice (a form that is new each time) is measured on ours alone.

import { atMost, noted, type Row, type Spread, shown, spreadOf } from '../rows.ts';
import type { Answer } from './bare.ts';
import type { Exchange } from './interviews.ts';
import { headersOf, type Reply } from './line.ts';
import { replay } from './load.ts';
import type { Measured } from './pinned.ts';
import { requestOf } from './requests.ts';

const CALLERS = 8;

export interface Pair {
  readonly ours: Measured;
  readonly bare: Measured;
}

export interface Cost {
  readonly ours: Spread;
  readonly bare: Spread;
}

/**
 * Measures both.
 * @param rounds by round what is sent; each exchange once
 * @param together how many exchanges count as one
 * @returns microseconds of processor time
 */
export async function costOf(
  pair: Pair,
  rounds: readonly (readonly Exchange[])[],
  together = 1,
): Promise<Cost> {
  const ours: number[] = [];
  const bare: number[] = [];
  for (const exchanges of rounds) {
    pair.bare.give({ answers: exchanges.map(({ reply }) => answerOf(reply)) });
    const requests = exchanges.map(({ asked }, number) => requestOf({ ...asked, number }));
    const expect = (reply: Reply, number: number) => {
      const wanted = exchanges[number]?.reply;
      if (reply.status !== wanted?.status) {
        throw new Error(`${exchanges[number]?.asked.path} answered ${reply.status}, not ${wanted?.status}.`);
      }
    };
    for (const [server, figures] of [
      [pair.bare, bare],
      [pair.ours, ours],
    ] as const) {
      const before = await server.tell();
      await replay(server.port, requests, CALLERS, expect);
      const after = await server.tell();
      figures.push((together * (after.cpu - before.cpu)) / exchanges.length);
    }
  }
  return { ours: spreadOf(ours), bare: spreadOf(bare) };
}

/** What the peer gives out: the same, with the length written beforehand. */
export function answerOf(reply: Reply): Answer {
  const hasBody = reply.status !== 304;
  const length = hasBody ? ['content-length', String(reply.body.length)] : [];
  return { status: reply.status, headers: [...headersOf(reply), ...length], body: reply.body };
}

/**
 * A row for a cost.
 * @param times the most that ours may be of the peer's; a row without a bar without it
 */
export function costRow(name: string, { ours, bare }: Cost, times?: number, note?: string): Row {
  const row = times === undefined ? shown(name, ours, bare) : atMost(name, ours, bare, times);
  return note === undefined ? row : noted(row, note);
}
