// Broken inputs by the million: files in order, changed at random places, in all formats and in archives. A seed gives the same inputs
// everywhere. A changed FIT file gets a right checksum most of the time, else its first line of defence would be all that is tested; changed
// files are also packed again, for the same reason.

import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { type ReadRefusal, type Run, readRunFile, readRunFiles, sourceOf } from '../../src/train/index.ts';
import { fitChecksum } from '../../src/train/readers/fit/checksum.ts';
import { encodeFit } from './fit-encoder.ts';
import { fitMessagesOf, fitOf, gpxOf, type MadeRun, tcxActivityOf, tcxOf } from './made-runs.ts';

export interface Seed {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type Shape = 'plain' | 'gzip' | 'zip';

export interface FuzzInput {
  readonly name: string;
  readonly shape: Shape;
  readonly bytes: Uint8Array;
}

const RUN: MadeRun = {
  start: '2026-05-01T06:00:00.000Z',
  seconds: 60,
  speedAt: (second) => 3 + (second % 10) / 10,
  heartRateAt: (second) => 140 + (second % 20),
  altitudeAt: (second) => 100 + (second % 30),
  pauses: [{ from: 20, to: 30 }],
};

/** Small files in order, one or more for each format and way of writing it. */
export function madeSeeds(): readonly Seed[] {
  const text = (name: string, xml: string) => ({ name, bytes: new TextEncoder().encode(xml) });
  const twoSports = [
    ...fitMessagesOf(RUN, { sport: 5 }),
    ...fitMessagesOf({ ...RUN, start: '2026-05-01T07:00:00.000Z' }),
  ];
  return [
    { name: 'a.fit', bytes: fitOf(RUN, { localMinutes: 60 }) },
    {
      name: 'b.fit',
      bytes: fitOf(RUN, { little: false, compressed: true, developer: true, headerSize: 12 }),
    },
    { name: 'c.fit', bytes: encodeFit(twoSports) },
    { name: 'd.fit', bytes: Uint8Array.from([...fitOf(RUN), ...fitOf(RUN)]) },
    text('a.gpx', gpxOf(RUN)),
    text(
      'b.gpx',
      gpxOf(RUN)
        .replace('<trk>', '<!-- made --><trk><desc><![CDATA[a < b]]></desc>')
        .replace('UTF-8', 'ISO-8859-1'),
    ),
    text('a.tcx', tcxOf(RUN)),
    text('b.tcx', tcxOf(RUN).replace('</Activities>', `${tcxActivityOf(RUN, 'Biking', 500)}</Activities>`)),
  ];
}

/** Whole numbers from 0 on below `below`, by mulberry32. */
export type Draw = (below: number) => number;

export function drawing(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const EXTREMES = [0, 1, 0x7f, 0x80, 0xff, 0x3c, 0x3e, 0x26, 0x22, 0x2d, 0x39];
const TOKENS = [
  '<',
  '>',
  '/>',
  '</',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<!DOCTYPE x>',
  '&amp;',
  '&#x110000;',
  '"',
  "'",
  '<trkpt lat="1" lon="1">',
  '</trkseg>',
  '<Lap StartTime="2026-05-01T06:00:00Z">',
  '1e999',
  '-0',
  '9999-12-31T23:59:59Z',
  '1970-01-01T00:00:00Z',
  '\u0000',
].map((token) => new TextEncoder().encode(token));

/** One broken input. */
export function inputOf(seeds: readonly Seed[], draw: Draw): FuzzInput {
  const { name, bytes } = seeds[draw(seeds.length)] as Seed;
  let changed: Uint8Array = bytes.slice();
  for (let changes = 1 + draw(6); changes > 0; changes--) changed = changedOnce(changed, seeds, draw);
  if (name.endsWith('.fit') && draw(8) > 0) changed = withChecksum(changed);
  const kind = draw(8);
  if (kind > 2) return { name, shape: 'plain', bytes: changed };
  const packed =
    kind === 0 ? new Uint8Array(gzipSync(changed, { level: 1 })) : zipOf(name, changed, bytes, draw);
  const isChangedAgain = draw(2) === 0;
  return {
    name: kind === 0 ? `${name}.gz` : 'a.zip',
    shape: kind === 0 ? 'gzip' : 'zip',
    bytes: isChangedAgain ? changedOnce(packed, seeds, draw) : packed,
  };
}

function zipOf(name: string, changed: Uint8Array, whole: Uint8Array, draw: Draw): Uint8Array {
  const level = draw(4) > 0 ? 0 : 1;
  const options = { level, mtime: new Date(2026, 0, 1) } as const;
  const inner = zipSync({ [name]: [changed, options], 'whole.fit': [whole, options] });
  return draw(4) === 0 ? zipSync({ 'inner.zip': [inner, options] }) : inner;
}

function changedOnce(bytes: Uint8Array, seeds: readonly Seed[], draw: Draw): Uint8Array {
  if (bytes.length === 0) return bytes;
  const at = draw(bytes.length);
  const length = 1 + draw(Math.min(64, bytes.length - at));
  switch (draw(9)) {
    case 0:
      bytes[at] = (bytes[at] as number) ^ (1 << draw(8));
      return bytes;
    case 1:
      bytes[at] = EXTREMES[draw(EXTREMES.length)] as number;
      return bytes;
    case 2:
      bytes[at] = draw(256);
      return bytes;
    case 3: // Cut off.
      return bytes.slice(0, at);
    case 4: // A part left out.
      return joined(bytes.subarray(0, at), bytes.subarray(at + length));
    case 5: // A part twice.
      return joined(bytes.subarray(0, at + length), bytes.subarray(at));
    case 6: // A part of another file.
      return joined(
        bytes.subarray(0, at),
        partOf((seeds[draw(seeds.length)] as Seed).bytes, draw),
        bytes.subarray(at),
      );
    case 7:
      return joined(bytes.subarray(0, at), TOKENS[draw(TOKENS.length)] as Uint8Array, bytes.subarray(at));
    default: // A number of four bytes made extreme.
      for (let offset = 0; offset < 4 && at + offset < bytes.length; offset++)
        bytes[at + offset] = draw(2) * 255;
      return bytes;
  }
}

function partOf(bytes: Uint8Array, draw: Draw): Uint8Array {
  const at = draw(bytes.length);
  return bytes.subarray(at, at + draw(256));
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Makes size and checksums of a FIT file right, as far as it still has a header. */
function withChecksum(bytes: Uint8Array): Uint8Array {
  const header = bytes[0] ?? 0;
  if (header < 12 || bytes.length < header + 3) return bytes;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 2;
  view.setUint32(4, end - header, true);
  if (header >= 14) view.setUint16(12, fitChecksum(bytes, 0, 12), true);
  view.setUint16(end, fitChecksum(bytes, 0, end), true);
  return bytes;
}

export interface Outcome {
  readonly runs: readonly Run[];
  readonly refusals: readonly ReadRefusal[];
}

export async function outcomeOf({ name, shape, bytes }: FuzzInput): Promise<Outcome> {
  const options = { zone: 'Europe/Berlin' };
  if (shape !== 'zip') {
    const read = readRunFile(name, bytes, options);
    return read.ok ? { runs: read.value, refusals: [] } : { runs: [], refusals: [read.refusal] };
  }
  const runs: Run[] = [];
  const refusals: ReadRefusal[] = [];
  for await (const report of readRunFiles([sourceOf(name, bytes)], options)) {
    if (report.outcome === 'read') runs.push(...report.runs);
    else if (report.outcome === 'refused') refusals.push(report.refusal);
  }
  return { runs, refusals };
}

/** What is wrong with an outcome; undefined when nothing is. */
export function faultOf({ runs, refusals }: Outcome): string | undefined {
  const silent = refusals.find(({ where, expected, found, remedy }) =>
    [where, expected, found, remedy].includes(''),
  );
  if (silent) return `a refusal that does not say what and where: ${JSON.stringify(silent)}`;
  const odd = runs.find((run) => !isSound(run));
  return odd && `a run that cannot be: ${JSON.stringify(odd)}`;
}

function isSound(run: Run): boolean {
  const { elapsedSeconds, movingSeconds, distanceMetres, climbMetres, descentMetres, bestSpeed, surges } =
    run;
  const numbers = [
    elapsedSeconds,
    ...[movingSeconds, distanceMetres, climbMetres, descentMetres, bestSpeed, surges].filter(
      (one) => one !== null,
    ),
    ...(run.metresBySpeed ?? []),
    ...(run.secondsByHeartRate ?? []),
  ];
  return (
    numbers.every((one) => Number.isFinite(one) && one >= 0) &&
    elapsedSeconds > 0 &&
    elapsedSeconds <= 10 * 86_400 &&
    (movingSeconds ?? 0) <= elapsedSeconds &&
    (bestSpeed ?? 0) <= 12.5 &&
    (run.metresBySpeed ?? []).length <= 51 &&
    (run.secondsByHeartRate ?? []).length <= 51 &&
    run.from.notes.length <= 20 &&
    /^\d{4}-\d\d-\d\d$/.test(run.day) &&
    Number.isFinite(Date.parse(run.start))
  );
}
