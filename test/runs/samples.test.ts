// Real files that others recorded, where somebody has put those of sample-files.json into .cache/run-files (see scripts/run-files.ts):
// they are not ours to hand on. Without them only what we make is compared. FIT records are compared with fit-file-parser one by one; GPX and TCX are read again by saxes.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8 } from 'fflate';
import FitParser from 'fit-file-parser';
import { describe, expect, it } from 'vitest';
import { mergeRuns, readRunFile } from '../../src/train/index.ts';
import { decodeFit } from '../../src/train/readers/fit/decode.ts';
import { readRecording } from '../../src/train/readers/read-run-file.ts';
import { fitOf, type MadeRun } from './made-runs.ts';

const MADE: MadeRun = { start: '2026-05-01T06:00:00.000Z', seconds: 60, speedAt: () => 3 };
const ZONE = { zone: 'Europe/Berlin' };
const others = '.cache/run-files';
/** Larger ones are read by `npm run run-files`. */
const LARGEST = 400_000;

function filesIn(folder: string): readonly (readonly [name: string, bytes: Uint8Array])[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /\.(fit|gpx|tcx)$/.test(name))
    .map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))] as const)
    .filter(([, bytes]) => bytes.length <= LARGEST);
}

const samples = filesIn(others);
const named = (ending: RegExp) => samples.filter(([name]) => ending.test(name));

describe.skipIf(named(/\.(gpx|tcx)$/).length === 0)('a GPX or TCX file of others', () => {
  it.each(named(/\.(gpx|tcx)$/))('says the same to saxes: %s', (_, bytes) => {
    // A declared Latin encoding is what sends a file the strict way.
    const text = strFromU8(bytes, true).replace(/^(ï»¿)?\s*<\?xml[^>]*\?>/, '');
    const declared = `<?xml version="1.0" encoding="ISO-8859-1"?>${text}`;
    const strict = readRecording(
      'a',
      Uint8Array.from(declared, (letter) => letter.charCodeAt(0)),
    );
    const fast = readRecording('a', bytes);
    if (!strict.ok || !fast.ok) {
      expect(fast.ok).toBe(strict.ok);
      return;
    }
    const { columns, legs } = fast.value;
    expect(legs.map(({ pieces, totals }) => ({ pieces, totals }))).toEqual(
      strict.value.legs.map(({ pieces, totals }) => ({ pieces, totals })),
    );
    for (const key of [
      'time',
      'latitude',
      'longitude',
      'altitudeMetres',
      'distanceMetres',
      'heartRate',
    ] as const)
      expect(columns[key].subarray(0, columns.count)).toEqual(
        strict.value.columns[key].subarray(0, strict.value.columns.count),
      );
  });
});

describe('a FIT file of others', () => {
  it.each([['made.fit', fitOf(MADE)] as const, ...named(/\.fit$/)])(
    'has the records that fit-file-parser finds: %s',
    async (_, bytes) => {
      const ours = decodeFit(bytes);
      if (!ours.ok) return;
      const { columns } = ours.value;
      const parser = new FitParser({ force: true, speedUnit: 'm/s', lengthUnit: 'm', mode: 'list' });
      const parsed = await parser.parseAsync(Buffer.from(bytes));
      const theirs = (parsed.records ?? []) as unknown as readonly Readonly<Record<string, unknown>>[];
      // Of chained files it reads the first one.
      expect(columns.count).toBeGreaterThanOrEqual(theirs.length);
      for (const [row, { timestamp, distance, heart_rate: rate }] of theirs.entries()) {
        if (timestamp !== undefined) expect(columns.time[row]).toBe(new Date(String(timestamp)).getTime());
        if (typeof distance === 'number') expect(columns.distanceMetres[row]).toBeCloseTo(distance, 2);
        if (typeof rate === 'number') expect(columns.heartRate[row]).toBe(rate);
      }
    },
  );
});

it.skipIf(samples.length === 0)('all files of others together are the same runs in any order', () => {
  const runs = samples.flatMap(([name, bytes]) => {
    const read = readRunFile(name, bytes, ZONE);
    return read.ok ? read.value : [];
  });
  expect(mergeRuns([], runs.toReversed())).toEqual(mergeRuns([], runs));
});
