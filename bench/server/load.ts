// Two ways to load a server. Closed: so many callers, each asks again when it has its answer; that gives processor time for a request,
// and the most that can be served. Open: requests come by a clock, whether the ones before are answered or not, as people do; a wait
// counts from when a request was due, so that a server that stalls cannot hide it by holding up its caller ("coordinated omission",
// Gil Tene, How NOT to Measure Latency, 2013).

import type { Random } from '../../src/probability/index.ts';
import { headerOf, type Line, openLine, type Reply } from './line.ts';

export interface Replayed {
  readonly seconds: number;
  readonly statuses: ReadonlyMap<number, number>;
}

/**
 * Sends each request once, `callers` at a time.
 * @param seen is given each answer
 */
export async function replay(
  port: number,
  requests: readonly Uint8Array[],
  callers: number,
  seen: (reply: Reply, number: number) => void = () => {},
): Promise<Replayed> {
  const lines = await Promise.all(Array.from({ length: callers }, () => openLine(port)));
  const statuses = new Map<number, number>();
  let next = 0;
  const begin = performance.now();
  const call = async (line: Line) => {
    while (next < requests.length) {
      const number = next++;
      const reply = await line.send(requests[number] as Uint8Array);
      statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1);
      seen(reply, number);
    }
  };
  await Promise.all(lines.map(call));
  const seconds = (performance.now() - begin) / 1000;
  for (const line of lines) line.close();
  return { seconds, statuses };
}

export interface Stream {
  /** Milliseconds from when a request was due to its answer, of those that were served, in ascending order. */
  readonly served: readonly number[];
  /** The same of those that were told to come back. */
  readonly shed: readonly number[];
  /** Of those that were told to come back, how many were not told when. */
  readonly untold: number;
  /** Connections that broke, and answers that are neither. */
  readonly failed: number;
  readonly seconds: number;
}

/** More connections at once than people have; beyond it requests wait, and their wait counts. */
const MOST_LINES = 600;

/**
 * Sends requests at random moments, `rate` a second on average, for so many seconds, and waits for the last answer.
 * @param next gives the request to send
 */
export async function stream(
  port: number,
  next: () => Uint8Array,
  rate: number,
  seconds: number,
  random: Random,
): Promise<Stream> {
  const idle: Line[] = [];
  let lines = 0;
  const waiting: number[] = [];
  const [served, shed]: [number[], number[]] = [[], []];
  let [untold, failed, open] = [0, 0, 0];

  const ask = async (due: number, known: Line | undefined) => {
    open += 1;
    let line = known;
    try {
      const request = next();
      line ??= await openLine(port);
      // A server closes what has been idle for long; who finds that out only by asking asks once more, as browsers do.
      const reply = await line.send(request).catch(async (error) => {
        if (!known) throw error;
        line = await openLine(port);
        return line.send(request);
      });
      const took = performance.now() - due;
      if (reply.status === 503) {
        shed.push(took);
        if (headerOf(reply, 'retry-after') === undefined) untold += 1;
      } else if (reply.status < 400) served.push(took);
      else failed += 1;
    } catch {
      failed += 1;
    }
    open -= 1;
    if (line?.isOpen() !== true) {
      lines -= 1;
      line = undefined;
    }
    const first = waiting.shift();
    if (first !== undefined) {
      if (!line) lines += 1;
      void ask(first, line);
    } else if (line) idle.push(line);
  };
  const arrive = (due: number) => {
    let line = idle.pop();
    while (line && !line.isOpen()) {
      lines -= 1;
      line = idle.pop();
    }
    if (!line && lines >= MOST_LINES) {
      waiting.push(due);
      return;
    }
    if (!line) lines += 1;
    void ask(due, line);
  };

  const begin = performance.now();
  const end = begin + seconds * 1000;
  for (let due = begin + gap(rate, random); due < end; due += gap(rate, random)) {
    while (performance.now() < due) {
      // A timer is late by a millisecond; so the last moments are waited for turn by turn.
      const left = due - performance.now();
      await new Promise<void>((resolve) => {
        if (left > 2) setTimeout(resolve, left - 2);
        else setImmediate(resolve);
      });
    }
    arrive(due);
  }
  while (open > 0 || waiting.length > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  for (const line of idle) line.close();
  const ascending = (a: number, b: number) => a - b;
  return { served: served.sort(ascending), shed: shed.sort(ascending), untold, failed, seconds };
}

/** Milliseconds to the next of events that know nothing of each other. */
function gap(rate: number, random: Random): number {
  return (-Math.log(1 - random()) / rate) * 1000;
}

/** The figure below which so great a share of ascending figures lies. */
export function share(ascending: readonly number[], part: number): number {
  return ascending[Math.min(ascending.length - 1, Math.floor(part * ascending.length))] ?? Number.NaN;
}
