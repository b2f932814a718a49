// Whether memory stays where it is under a steady load. Two lines are laid through the samples after a while of warming up: through
// what the process holds, and through what JavaScript still needs after its garbage was collected. The first wanders by some megabytes
// from one collection to the next, so it means something over ten minutes only; the second shows a leak within one.

import type { Random } from '../../src/probability/index.ts';
import { below, figure, noted, type Row, shown, spreadOf } from '../rows.ts';
import { stream } from './load.ts';
import type { Measured } from './pinned.ts';

const EVERY_MS = 3000;
/** Share of the time after which caches are full and code is compiled. */
const WARM = 0.3;
/** Half a gigabyte a day would be 0.35; a process of a hundred megabytes that is started anew each month can bear that no more. */
const MOST_RESIDENT = 0.3;
const LEAST_MINUTES = 5;
const MEGABYTE = 1024 * 1024;

interface Sample {
  readonly minute: number;
  readonly resident: number;
  readonly heap: number;
}

/** @param rate requests a second */
export async function memoryRows(
  server: Measured,
  requests: readonly Uint8Array[],
  rate: number,
  minutes: number,
  random: Random,
): Promise<readonly Row[]> {
  const samples: Sample[] = [];
  const begin = performance.now();
  let at = 0;
  const load = stream(
    server.port,
    () => requests[at++ % requests.length] as Uint8Array,
    rate,
    minutes * 60,
    random,
  );
  let isOver = false;
  const over = load.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    await Promise.race([over, new Promise((resolve) => setTimeout(resolve, EVERY_MS))]);
    const { resident, heap } = await server.tell('cleared');
    samples.push({ minute: (performance.now() - begin) / 60_000, resident, heap });
  }
  const { served, shed, failed } = await load;
  const warm = samples.filter(({ minute }) => minute > WARM * minutes);
  const spread = spreadOf(warm.map(({ resident }) => resident / MEGABYTE));
  const name = `under ${figure(rate)} requests a second for ${figure(minutes)} min`;
  const growth = below(
    `memory held, ${name}: growth`,
    slopeOf(warm, ({ resident }) => resident) / MEGABYTE,
    MOST_RESIDENT,
    'MB/min',
    `${served.length} served, ${shed.length} told to come back, ${failed} failed`,
  );
  const ofScripts = below(
    `memory needed by JavaScript, ${name}: growth`,
    slopeOf(warm, ({ heap }) => heap) / MEGABYTE,
    MOST_RESIDENT,
    'MB/min',
    warm.length === 0 ? 'no samples' : `at the end ${figure((warm.at(-1)?.heap ?? 0) / MEGABYTE)} MB`,
  );
  const judged = (row: Row) =>
    minutes >= LEAST_MINUTES
      ? row
      : noted({ ...row, met: null }, `not judged below ${LEAST_MINUTES} minutes`);
  return [judged(growth), shown(`memory held, ${name}`, spread, undefined, 'MB'), judged(ofScripts)];
}

/** Of the straight line of least squares, by minute. */
function slopeOf(samples: readonly Sample[], of: (sample: Sample) => number): number {
  const mean = (figures: readonly number[]) => figures.reduce((sum, one) => sum + one, 0) / figures.length;
  const [x, y] = [mean(samples.map(({ minute }) => minute)), mean(samples.map(of))];
  const over = mean(samples.map((sample) => (sample.minute - x) * (of(sample) - y)));
  return over / mean(samples.map(({ minute }) => (minute - x) ** 2));
}
