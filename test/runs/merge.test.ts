// The laws of merging: importing twice changes nothing, the order of import does not matter, one run stays one run.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeRuns, type Run, readRunFile, runId, sameRun } from '../../src/train/index.ts';
import { fitOf, gpxOf, type MadeRun, tcxOf } from './made-runs.ts';

const run = fc
  .record({
    minute: fc.integer({ min: 0, max: 600 }),
    elapsedSeconds: fc.integer({ min: 1, max: 7200 }),
    distanceMetres: fc.option(fc.integer({ min: 1, max: 20_000 })),
    bestSpeed: fc.option(fc.integer({ min: 1, max: 9 })),
    effort: fc.option(fc.integer({ min: 0, max: 10 })),
    format: fc.constantFrom('fit', 'gpx', 'tcx', 'manual'),
  })
  .map(({ minute, format, ...rest }): Run => {
    const start = new Date(Date.UTC(2026, 4, 1) + minute * 60_000).toISOString();
    return {
      id: runId({ start, ...rest }),
      kind: 'run',
      start,
      day: '2026-05-01',
      movingSeconds: null,
      climbMetres: null,
      descentMetres: null,
      metresBySpeed: null,
      surges: null,
      secondsByHeartRate: null,
      ...rest,
      from: { format, device: null, fields: {}, notes: [] },
    } as Run;
  });
const runs = fc.array(run, { maxLength: 8 });

describe('merging runs', () => {
  it('again changes nothing', () => {
    fc.assert(
      fc.property(runs, (all) => {
        const once = mergeRuns([], all);
        expect(mergeRuns(once, all)).toEqual(once);
        expect(mergeRuns(once, [])).toEqual(once);
        expect(mergeRuns(once, once)).toEqual(once);
      }),
    );
  });

  it('gives the same in any order and any portions', () => {
    fc.assert(
      fc.property(runs, runs, runs, (a, b, c) => {
        const all = mergeRuns([], [...a, ...b, ...c]);
        expect(mergeRuns(mergeRuns(mergeRuns([], a), b), c)).toEqual(all);
        expect(mergeRuns(mergeRuns([], c), mergeRuns(b.toReversed(), a))).toEqual(all);
      }),
    );
  });

  it('leaves no two that are the same, and takes nothing away that is not', () => {
    fc.assert(
      fc.property(runs, (all) => {
        const merged = mergeRuns([], all);
        for (const [at, one] of merged.entries())
          for (const other of merged.slice(at + 1)) expect(sameRun(one, other)).toBe(false);
        for (const one of all) expect(merged.some((kept) => sameRun(kept, one))).toBe(true);
      }),
    );
  });

  it('keeps how hard it felt', () => {
    fc.assert(
      fc.property(runs, (all) => {
        const hardest = (list: readonly Run[]) => Math.max(-1, ...list.map(({ effort }) => effort ?? -1));
        expect(hardest(mergeRuns([], all))).toBe(hardest(all));
      }),
    );
  });

  it('remembers the names of those that are not kept, so that nothing said of them is lost', () => {
    fc.assert(
      fc.property(runs, (all) => {
        const names = mergeRuns([], all).flatMap(({ id, from }) => [id, ...(from.stoodFor?.ids ?? [])]);
        expect(names.sort()).toEqual([...new Set(all.map(({ id }) => id))].sort());
      }),
    );
  });

  it('never takes a run that was typed in for another: it has a day but no hour', () => {
    fc.assert(
      fc.property(run, run, (one, other) => {
        const typed: Run = { ...one, id: 'typed-1', from: { ...one.from, format: 'manual' } };
        expect(mergeRuns([typed], [{ ...other, start: one.start }])).toHaveLength(2);
        expect(mergeRuns([typed], [typed])).toEqual([typed]);
      }),
    );
  });
});

describe('the same run', () => {
  const RUN: MadeRun = {
    start: '2026-05-01T06:00:00.000Z',
    seconds: 1800,
    speedAt: () => 3,
    heartRateAt: () => 150,
  };
  const read = (bytes: Uint8Array | string) => {
    const result = readRunFile('a', typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, {
      zone: 'UTC',
    });
    if (!result.ok) throw new Error(JSON.stringify(result.refusal));
    return result.value[0] as Run;
  };

  it('in three formats and from a second device is one, the one that knows most', () => {
    const fit = read(fitOf(RUN));
    const phone = read(
      gpxOf({ ...RUN, start: '2026-05-01T06:01:30.000Z', seconds: 1750, heartRateAt: () => null }),
    );
    const [only, ...more] = mergeRuns([], [read(gpxOf(RUN)), phone, fit, read(tcxOf(RUN))]);
    expect(more).toEqual([]);
    expect(only?.id).toBe(fit.id);
    expect(only?.from.stoodFor).toEqual({
      ids: [phone.id],
      start: '2026-05-01T06:00:00.000Z',
      end: '2026-05-01T06:30:40.000Z',
    });
  });

  it('is not the next one, even when two clocks disagree by a minute', () => {
    const next = read(fitOf({ ...RUN, start: '2026-05-01T06:29:20.000Z' }));
    expect(sameRun(read(fitOf(RUN)), next)).toBe(false);
    expect(mergeRuns([read(fitOf(RUN))], [next])).toHaveLength(2);
  });

  it('read again under another name has the same id', () => {
    const bytes = fitOf(RUN);
    const [a, b] = ['morning.fit', 'copy of morning.fit'].map((name) =>
      readRunFile(name, bytes, { zone: 'UTC' }),
    );
    expect(a).toEqual(b);
  });
});
