// The FIT decoder against files that we write ourselves, and against fit-file-parser, which others wrote.

import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import FitParser from 'fit-file-parser';
import { describe, expect, it } from 'vitest';
import { readRunFile } from '../../src/train/index.ts';
import { fitChecksum } from '../../src/train/readers/fit/checksum.ts';
import { decodeFit } from '../../src/train/readers/fit/decode.ts';
import {
  ACTIVITY,
  LAP,
  MESSAGE,
  makerName,
  SESSION,
  sportName,
  TIMESTAMP,
} from '../../src/train/readers/fit/profile.ts';
import { encodeFit, type FitMessage, fitSeconds, wrapFit } from './fit-encoder.ts';
import { fitMessagesOf, fitOf, type MadeFit, type MadeRun, totalOf } from './made-runs.ts';

const RUN: MadeRun = {
  start: '2026-05-01T06:00:00.000Z',
  seconds: 900,
  speedAt: (second) => (second > 300 && second <= 330 ? 5 : 3),
  heartRateAt: (second) => (second % 7 === 0 ? null : 140 + (second % 20)),
  altitudeAt: (second) => 100 + second / 15,
  pauses: [{ from: 100, to: 160 }],
};
const ZONE = { zone: 'Europe/Berlin' };

function decoded(bytes: Uint8Array) {
  const result = decodeFit(bytes);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

function runOf(bytes: Uint8Array) {
  const result = readRunFile('a.fit', bytes, ZONE);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value[0];
}

describe('the FIT decoder', () => {
  it('knows the checksum of the protocol', () => {
    // CRC-16/ARC of "123456789" is 0xBB3D (the check value in every catalogue of CRCs).
    const bytes = new TextEncoder().encode('0123456789');
    expect(fitChecksum(bytes, 1, 10)).toBe(0xbb3d);
  });

  const LAYOUTS: readonly MadeFit[] = [
    {},
    { little: false },
    { headerSize: 12 },
    { compressed: true },
    { developer: true },
    { compressed: true, developer: true, little: false, headerSize: 12 },
  ];

  it.each(LAYOUTS)('reads the same run out of every layout: %o', (layout) => {
    const { id, from: _, ...plain } = runOf(fitOf(RUN)) ?? {};
    expect(runOf(fitOf(RUN, layout))).toMatchObject({ id, ...plain });
    expect(plain).toMatchObject({
      start: RUN.start,
      elapsedSeconds: 900,
      movingSeconds: 840,
      distanceMetres: totalOf(RUN).metres,
      bestSpeed: 5,
    });
  });

  it.each(LAYOUTS)('agrees with fit-file-parser on every record: %o', async (layout) => {
    const bytes = fitOf(RUN, layout);
    const { columns } = decoded(bytes);
    const theirs = await theirRecords(bytes);
    expect(columns.count).toBe(theirs.length);
    for (const [row, record] of theirs.entries()) {
      expect(columns.time[row]).toBe(new Date(record.timestamp).getTime());
      expect(columns.distanceMetres[row]).toBeCloseTo(record.distance, 6);
      expect(columns.speed[row]).toBeCloseTo(record.enhanced_speed ?? record.speed, 6);
      expect(columns.altitudeMetres[row]).toBeCloseTo(record.enhanced_altitude ?? record.altitude, 6);
      expect(columns.latitude[row]).toBeCloseTo(record.position_lat, 5);
      expect(columns.longitude[row]).toBeCloseTo(record.position_long, 5);
      const rate = columns.heartRate[row] as number;
      expect(Number.isNaN(rate) ? undefined : rate).toBe(record.heart_rate);
    }
  });

  it('numbers messages, fields, sports and makers as the profile that fit-file-parser keeps', async () => {
    const path = pathToFileURL('node_modules/fit-file-parser/dist/profile.js').href;
    const { PROFILE_MESSAGES, PROFILE_TYPES } = (await import(path)) as Profile;
    const named = (message: number, field: number) => PROFILE_MESSAGES[message]?.[field]?.field;
    expect(Object.values(MESSAGE).map((one) => PROFILE_MESSAGES[one]?.name)).toEqual(
      ['file_id', 'sport', 'session', 'lap', 'record', 'event', 'device_info', 'activity'], // as in MESSAGE
    );
    for (const [message, { startTime, elapsed, timer, distance, ascent, descent }] of [
      [18, SESSION],
      [19, LAP],
    ] as const)
      expect(
        [startTime, elapsed, timer, distance, ascent, descent].map((one) => named(message, one)),
      ).toEqual([
        'start_time',
        'total_elapsed_time',
        'total_timer_time',
        'total_distance',
        'total_ascent',
        'total_descent',
      ]);
    expect([SESSION.sport, SESSION.subSport].map((one) => named(18, one))).toEqual(['sport', 'sub_sport']);
    expect([0, 1, 2, 3, 5, 6, 8, 73, 78, TIMESTAMP].map((one) => named(20, one))).toEqual(
      'position_lat position_long altitude heart_rate distance speed compressed_speed_distance enhanced_speed enhanced_altitude timestamp'.split(
        ' ',
      ),
    );
    expect(named(34, ACTIVITY.localTimestamp)).toBe('local_timestamp');
    for (let maker = 0; maker < 400; maker++) {
      const name = makerName(maker);
      if (!name?.startsWith('maker ')) expect(name).toBe(PROFILE_TYPES.manufacturer?.[maker]);
    }
    for (let sport = 0; sport < 100; sport++) {
      const name = sportName(sport);
      if (!name.startsWith('sport ')) expect(name).toBe(PROFILE_TYPES.sport?.[sport]);
    }
  });

  it('gives back any record that was written, "not recorded" as not a number', () => {
    const record = fc.record({
      time: fc.integer({ min: 1_000_000_000, max: 1_300_000_000 }),
      metres: fc.option(fc.integer({ min: 0, max: 0xfffffffe })),
      speed: fc.option(fc.integer({ min: 0, max: 0xfffe })),
      altitude: fc.option(fc.integer({ min: 0, max: 0xfffe })),
      rate: fc.option(fc.integer({ min: 0, max: 0xfe })),
      latitude: fc.option(fc.integer({ min: -(2 ** 30), max: 2 ** 30 })),
    });
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 20 }), fc.boolean(), (records, little) => {
        const messages = records.map(
          ({ time, metres, speed, altitude, rate, latitude }): FitMessage => ({
            global: 20,
            fields: [
              { number: 253, type: 'uint32', value: time },
              { number: 5, type: 'uint32', value: metres },
              { number: 6, type: 'uint16', value: speed },
              { number: 2, type: 'uint16', value: altitude },
              { number: 3, type: 'uint8', value: rate },
              { number: 0, type: 'sint32', value: latitude },
            ],
          }),
        );
        const { columns } = decoded(encodeFit(messages, { little }));
        const value = (one: number | null, per: number, plus = 0) =>
          one === null ? Number.NaN : one / per + plus;
        for (const [row, one] of records.entries()) {
          expect(columns.time[row]).toBe((one.time + 631_065_600) * 1000);
          expect(columns.distanceMetres[row]).toBe(value(one.metres, 100));
          expect(columns.speed[row]).toBe(value(one.speed, 1000));
          expect(columns.altitudeMetres[row]).toBe(value(one.altitude, 5, -500));
          expect(columns.heartRate[row]).toBe(value(one.rate, 1));
          expect(columns.latitude[row]).toBe(value(one.latitude, 2 ** 31 / 180));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('reads chained files as one and stops at padding', () => {
    const [first, second] = [fitOf(RUN), fitOf({ ...RUN, start: '2026-05-02T06:00:00.000Z' })];
    const chained = Uint8Array.from([...first, ...second, 0, 0, 0]);
    const result = readRunFile('a.fit', chained, ZONE);
    expect(result.ok && result.value.map(({ day }) => day)).toEqual(['2026-05-01', '2026-05-02']);
  });

  it('reads old compressed distances that begin again at 256 metres', () => {
    const metres = Array.from({ length: 200 }, (_, second) => second * 4);
    const messages = metres.map((one, second): FitMessage => {
      const counted = (one * 16) & 0xfff;
      const value = [400 & 0xff, (400 >> 8) | ((counted & 15) << 4), counted >> 4];
      return {
        global: 20,
        fields: [
          { number: 253, type: 'uint32', value: 1_100_000_000 + second },
          { number: 8, type: 'bytes', value },
        ],
      };
    });
    const { columns } = decoded(encodeFit(messages));
    expect([...columns.distanceMetres.subarray(0, 200)]).toEqual(metres);
    expect(columns.speed[100]).toBe(4);
  });

  it('refuses every truncation and says where', () => {
    const bytes = fitOf({ ...RUN, seconds: 20, pauses: [] });
    for (let size = 0; size < bytes.length; size++) {
      const result = readRunFile('a.fit', bytes.subarray(0, size), ZONE);
      expect(result.ok).toBe(false);
      if (!result.ok) expect(result.refusal.where).not.toBe('');
    }
  });

  it('refuses every flipped bit after the first byte of the header', () => {
    const bytes = fitOf({ ...RUN, seconds: 12, pauses: [] });
    for (let bit = 8; bit < bytes.length * 8; bit++) {
      const flipped = bytes.slice();
      flipped[bit >> 3] = (flipped[bit >> 3] as number) ^ (1 << (bit & 7));
      expect(readRunFile('a.fit', flipped, ZONE).ok, `bit ${bit}`).toBe(false);
    }
  });

  it('refuses any messages it cannot follow, with a place, and never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (data) => {
        const result = decodeFit(wrapFit(data));
        if (!result.ok) expect(result.refusal.where).toMatch(/^byte \d+$/);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a FIT file', () => {
  it('with several sports yields its legs on foot', () => {
    const swim = fitMessagesOf({ ...RUN, seconds: 600, pauses: [] }, { sport: 5 });
    const run = fitMessagesOf({ ...RUN, start: '2026-05-01T06:20:00.000Z' });
    const walk = fitMessagesOf(
      { ...RUN, start: '2026-05-01T06:40:00.000Z', speedAt: () => 1.5 },
      { sport: 11 },
    );
    const result = readRunFile('a.fit', encodeFit([...swim, ...run, ...walk]), ZONE);
    expect(result.ok && result.value.map(({ kind, start }) => [kind, start])).toEqual([
      ['run', '2026-05-01T06:20:00.000Z'],
      ['walk', '2026-05-01T06:40:00.000Z'],
    ]);
    expect(result.ok && result.value[0]?.metresBySpeed).toEqual(runOf(fitOf(RUN))?.metresBySpeed);
  });

  it('of another sport is refused by the name of the sport', () => {
    const result = readRunFile('a.fit', fitOf(RUN, { sport: 2 }), ZONE);
    expect(result).toMatchObject({ ok: false, refusal: { kind: 'no-run', found: 'cycling' } });
  });

  it('without records is a run by its sums', () => {
    const sums = fitMessagesOf(RUN).filter(({ global }) => global !== 20);
    expect(runOf(encodeFit(sums))).toMatchObject({
      elapsedSeconds: 900,
      movingSeconds: 840,
      distanceMetres: totalOf(RUN).metres,
      metresBySpeed: null,
      bestSpeed: null,
    });
  });

  it('without a session, as from a watch that died, is a run by its records, and says so', () => {
    const run = runOf(fitOf(RUN, { hasSession: false }));
    expect(run).toMatchObject({ elapsedSeconds: 900, distanceMetres: totalOf(RUN).metres });
    expect(run?.from.notes).toContain('no-session');
  });

  it('from indoors without places or distance is a run of unknown length', () => {
    const run = runOf(fitOf({ ...RUN, hasPositions: false, hasDistance: false }, { subSport: 1 }));
    expect(run).toMatchObject({
      kind: 'treadmill',
      movingSeconds: 840,
      distanceMetres: null,
      metresBySpeed: null,
    });
    expect(run?.secondsByHeartRate).not.toBeNull();
  });

  it('knows its own time zone', () => {
    const late = { ...RUN, start: '2026-05-01T22:30:00.000Z' };
    expect(runOf(fitOf(late, { localMinutes: 9 * 60 }))?.day).toBe('2026-05-02');
    expect(runOf(fitOf(late, { localMinutes: -7 * 60 }))?.day).toBe('2026-05-01');
    // Without it the zone of whoever imports.
    expect(runOf(fitOf(late))?.day).toBe('2026-05-02');
  });

  it('notes sums that disagree with its records', () => {
    const messages = fitMessagesOf(RUN).map((message) =>
      message.global === 18
        ? {
            ...message,
            fields: message.fields.map((one) => (one.number === 9 ? { ...one, value: 500_000 } : one)),
          }
        : message,
    );
    const run = runOf(encodeFit(messages));
    expect(run?.distanceMetres).toBe(5000);
    expect(run?.from.fields.distanceMetres).toBe('session.total_distance');
    expect(run?.from.notes).toContain(`distance-disagrees:5000:${Math.round(totalOf(RUN).metres)}`);
  });

  it('of another kind is no run', () => {
    const settings = encodeFit([{ global: 0, fields: [{ number: 0, type: 'enum', value: 2 }] }]);
    expect(readRunFile('a.fit', settings, ZONE)).toMatchObject({ ok: false, refusal: { kind: 'no-run' } });
  });

  it('counts seconds as FIT does', () => {
    expect(fitSeconds('1989-12-31T00:00:00Z')).toBe(0);
  });
});

interface Profile {
  readonly PROFILE_MESSAGES: Readonly<
    Record<number, Readonly<Record<number, { field: string }>> & { name: string }>
  >;
  readonly PROFILE_TYPES: Readonly<Record<string, Readonly<Record<number, string>>>>;
}

interface TheirRecord {
  readonly timestamp: string;
  readonly distance: number;
  readonly speed: number;
  readonly enhanced_speed?: number;
  readonly altitude: number;
  readonly enhanced_altitude?: number;
  readonly position_lat: number;
  readonly position_long: number;
  readonly heart_rate?: number;
}

async function theirRecords(bytes: Uint8Array): Promise<readonly TheirRecord[]> {
  const parser = new FitParser({ force: false, speedUnit: 'm/s', lengthUnit: 'm', mode: 'list' });
  const parsed = await parser.parseAsync(Buffer.from(bytes));
  return (parsed.records ?? []) as unknown as readonly TheirRecord[];
}
