// From points to a run: pauses, clocks that jump, positions that jump, climbs, surges, heart rate.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HEART_RATE_BIN, type Run, readRunFile, SPEED_BIN } from '../../src/train/index.ts';
import { encodeFit, type FitMessage } from './fit-encoder.ts';
import { fitMessagesOf, fitOf, gpxOf, type MadeRun, tcxOf, totalOf } from './made-runs.ts';

const ZONE = { zone: 'Europe/Berlin' };
const RUN: MadeRun = { start: '2026-05-01T06:00:00.000Z', seconds: 600, speedAt: () => 3 };
const bytesOf = (text: string) => new TextEncoder().encode(text);

function runOf(bytes: Uint8Array | string): Run {
  const result = readRunFile('a', typeof bytes === 'string' ? bytesOf(bytes) : bytes, ZONE);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  const [run] = result.value;
  if (!run) throw new Error('no run');
  return run;
}

const sum = (values: readonly number[] | null) => (values ?? []).reduce((total, one) => total + one, 0);
const inAllFormats = (run: MadeRun) => [fitOf(run), bytesOf(gpxOf(run)), bytesOf(tcxOf(run))].map(runOf);

describe('the same run in FIT, GPX and TCX', () => {
  it('is the same run, but that surges are not told from positions', () => {
    const pause = fc.record({
      from: fc.integer({ min: 60, max: 250 }),
      length: fc.integer({ min: 20, max: 200 }),
    });
    const made = fc.record({
      seconds: fc.integer({ min: 500, max: 900 }),
      base: fc.integer({ min: 5, max: 16 }),
      pause: fc.option(pause),
    });
    fc.assert(
      fc.property(made, ({ seconds, base, pause }) => {
        const run: MadeRun = {
          start: '2026-05-01T06:00:00.000Z',
          seconds,
          speedAt: (second) => base / 4 + (Math.floor(second / 50) % 3) / 4,
          heartRateAt: (second) => 120 + (second % 40),
          altitudeAt: (second) => Math.round(100 + 20 * Math.sin(second / 90)),
          pauses: pause ? [{ from: pause.from, to: pause.from + pause.length }] : [],
        };
        const { metres, moving } = totalOf(run);
        const [fit, gpx, tcx] = inAllFormats(run) as [Run, Run, Run];
        for (const one of [fit, gpx, tcx]) {
          expect(one).toMatchObject({
            start: run.start,
            elapsedSeconds: seconds,
            movingSeconds: moving,
            kind: 'run',
          });
          expect(one.distanceMetres).toBeCloseTo(metres, -0.5);
          expect(sum(one.metresBySpeed)).toBeCloseTo(metres, -0.5);
          expect(sum(one.secondsByHeartRate)).toBe(moving);
          expect(one.climbMetres).toBe(fit.climbMetres);
          expect(one.bestSpeed).toBeCloseTo(fit.bestSpeed ?? 0, 2);
          expect(one.from.notes).toEqual([]);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('names the field of every number it knows', () => {
    for (const run of inAllFormats({ ...RUN, heartRateAt: () => 150 })) {
      const { elapsedSeconds, movingSeconds, distanceMetres, climbMetres, descentMetres, bestSpeed, surges } =
        run;
      const numbers = {
        elapsedSeconds,
        movingSeconds,
        distanceMetres,
        climbMetres,
        descentMetres,
        bestSpeed,
        surges,
      };
      const known = Object.entries({ ...numbers, start: 0, metresBySpeed: 0, secondsByHeartRate: 0 })
        .filter(([, value]) => value !== null)
        .map(([key]) => key);
      expect(Object.keys(run.from.fields).sort()).toEqual(known.sort());
      for (const field of Object.values(run.from.fields)) expect(field).not.toBe('');
    }
  });
});

describe('time', () => {
  it('of a pause that nobody marked is not moving time', () => {
    const gap = gpxOf({ ...RUN, pauses: [{ from: 200, to: 320 }] }).replace('</trkseg>\n<trkseg>', '');
    expect(runOf(gap)).toMatchObject({ elapsedSeconds: 600, movingSeconds: 480 });
  });

  it('between sparse points that go on is moving time', () => {
    const sparse = gpxOf(RUN)
      .split('\n')
      .filter((line, at) => !line.includes('<trkpt') || at % 25 === 0)
      .join('\n');
    const run = runOf(sparse);
    expect(run.movingSeconds).toBe(run.elapsedSeconds);
    // Accelerations of two seconds cannot be seen at a point every 25 seconds.
    expect(run.surges).toBeNull();
  });

  it('that begins in 1989 until the satellites tell is moved, not believed', () => {
    const messages = fitMessagesOf(RUN, { hasSession: false }).map((message, at) => {
      if (message.global !== 20 || at > 60) return message;
      const fields = message.fields.map((field) =>
        field.number === 253 ? { ...field, value: (field.value as number) - 1_000_000_000 } : field,
      );
      return { ...message, fields };
    });
    const run = runOf(encodeFit(messages));
    expect(run).toMatchObject({ start: RUN.start, elapsedSeconds: 600, distanceMetres: 1800 });
    expect(run.from.notes).toContain('clock-jump:1:1000000000');
  });

  it('that is set back while running goes on', () => {
    const back = gpxOf(RUN)
      .replaceAll(/T06:0([5-9]):/g, 'T05:0$1:')
      .replaceAll('T06:10:', 'T05:10:');
    const run = runOf(back);
    expect(run).toMatchObject({ elapsedSeconds: 600, start: '2026-05-01T05:00:00.000Z' });
    expect(run.from.notes).toContain('clock-jump:1:3600');
  });

  it('of one late point is left out', () => {
    const late = gpxOf(RUN).replace('T06:05:00', 'T06:01:00');
    const run = runOf(late);
    expect(run).toMatchObject({ elapsedSeconds: 600, distanceMetres: 1800 });
    expect(run.from.notes).toEqual(['points-out-of-order:1']);
  });

  it('of a device that never knew the date is said to be so', () => {
    const run = runOf(fitOf({ ...RUN, start: '1990-07-09T07:00:00.000Z' }));
    expect(run.from.notes).toContain('clock-unset');
  });

  it('of one second is no run, nor are ten days and more', () => {
    for (const seconds of [0, 1])
      expect(readRunFile('a', bytesOf(gpxOf({ ...RUN, seconds, speedAt: () => 0 })), ZONE)).toMatchObject({
        ok: false,
        refusal: { kind: 'empty' },
      });
    const points = Array.from({ length: 30 }, (_, at) => {
      const time = new Date(Date.UTC(2026, 4, 1) + at * 20 * 3600_000).toISOString();
      return `<trkpt lat="50" lon="${8 + at / 10}"><time>${time}</time></trkpt>`;
    });
    const month = `<gpx><trk><trkseg>${points.join('')}</trkseg></trk></gpx>`;
    expect(readRunFile('a', bytesOf(month), ZONE)).toMatchObject({
      ok: false,
      refusal: { kind: 'too-large' },
    });
  });
});

describe('distance', () => {
  it('leaves out positions that nobody can have run to', () => {
    const spiked = gpxOf(RUN).replace(/(T06:05:00[\s\S]*?lat=")50(\.\d+)/, '$151$2');
    const run = runOf(spiked);
    expect(run.distanceMetres).toBe(1800);
    expect(run.bestSpeed).toBeCloseTo(3, 2);
    expect(run.from.notes).toEqual(['gps-spikes:1']);
  });

  it('loses nothing where a segment is a lap and not a pause', () => {
    const laps = gpxOf(RUN).replace(/(.*T06:0[2468]:00)/g, '</trkseg><trkseg>$1');
    expect(runOf(laps)).toMatchObject({ distanceMetres: 1800, movingSeconds: 600 });
  });

  it('goes on where a receiver comes to itself elsewhere', () => {
    const moved = gpxOf(RUN)
      .replaceAll(/ lat="(50\.0[\d]+)"(.*T06:(?:0[5-9]|10))/g, ' lat="5$1"$2')
      .replaceAll('lat="550', 'lat="51');
    const run = runOf(moved);
    expect(run.distanceMetres).toBeGreaterThan(1750);
    expect(run.distanceMetres).toBeLessThan(1801);
  });

  it('does not believe 0° 0°', () => {
    const broken = gpxOf(RUN).replace(/lat="[^"]*" lon="[^"]*"(.*T06:0[01]:)/g, 'lat="0" lon="0"$1');
    expect(runOf(broken).bestSpeed).toBeCloseTo(3, 2);
  });

  it('counts on when a device counts from 0 again', () => {
    const messages = fitMessagesOf(RUN, { hasSession: false }).map((message): FitMessage => {
      if (message.global !== 20) return message;
      const fields = message.fields.map((field) =>
        field.number === 5 && (field.value as number) >= 90_000
          ? { ...field, value: (field.value as number) - 90_000 }
          : field,
      );
      return { ...message, fields };
    });
    expect(runOf(encodeFit(messages.filter(({ global }) => global !== 19))).distanceMetres).toBe(1797);
  });

  it('by speed only is the sum of the speeds', () => {
    const messages = fitMessagesOf({ ...RUN, hasPositions: false }, { hasSession: false }).filter(
      ({ global }) => global !== 19,
    );
    const bySpeed = messages.map((message) => ({
      ...message,
      fields: message.fields.filter(({ number }) => message.global !== 20 || number !== 5),
    }));
    const run = runOf(encodeFit(bySpeed));
    expect(run.distanceMetres).toBe(1800);
    expect(run.from.fields.distanceMetres).toBe('record.speed, summed');
  });
});

describe('laps', () => {
  it('that leave the end of a run out give way to the points', () => {
    const short = tcxOf(RUN)
      .replace('<TotalTimeSeconds>600<', '<TotalTimeSeconds>400<')
      .replace('<DistanceMeters>1800.00</DistanceMeters>\n', '<DistanceMeters>1200.00</DistanceMeters>\n');
    const run = runOf(short);
    expect(run).toMatchObject({ movingSeconds: 600, distanceMetres: 1800 });
    expect(run.from.notes).toEqual(['laps-missing']);
  });
});

describe('speed', () => {
  it('lies in its bins, and the best ten seconds are the best', () => {
    const run = runOf(fitOf({ ...RUN, speedAt: (second) => (second > 100 && second <= 110 ? 6 : 3) }));
    expect(run.bestSpeed).toBe(6);
    expect(run.metresBySpeed?.[3 / SPEED_BIN]).toBeGreaterThan(1700);
    expect(sum(run.metresBySpeed)).toBeCloseTo(1830, 1);
  });

  it.each([
    { held: 1, surges: 0 },
    { held: 2, surges: 1 },
    { held: 4, surges: 1 },
  ])('rising by 0.6 m/s a second for $held s makes $surges surges', ({ held, surges }) => {
    const speedAt = (second: number) => 3 + 0.6 * Math.max(0, Math.min(second - 100, held));
    expect(runOf(fitOf({ ...RUN, speedAt })).surges).toBe(surges);
  });

  it.each([10, 120])('never reaches over a pause of %d seconds', (length) => {
    const paused = { ...RUN, pauses: [{ from: 300, to: 300 + length }] };
    const messages = fitMessagesOf(paused).map((message) => ({
      ...message,
      // A watch that counts on while paused, as some do.
      fields: message.fields.map((field) =>
        message.global === 20 && field.number === 5 && (field.value as number) > 90_000
          ? { ...field, value: (field.value as number) + 10_000 }
          : field,
      ),
    }));
    const run = runOf(encodeFit(messages));
    expect(run.bestSpeed).toBe(3);
    expect(sum(run.metresBySpeed)).toBeCloseTo(totalOf(paused).metres, -1);
  });
});

describe('climb', () => {
  it('is what was climbed, not the wobble of the altimeter', () => {
    const hill = (second: number) => 100 + (second < 300 ? second / 5 : (600 - second) / 5);
    const wobble = (second: number) => (second % 2 === 0 ? 1 : -1);
    const run = runOf(gpxOf({ ...RUN, altitudeAt: (second) => hill(second) + wobble(second) }));
    expect(run.climbMetres).toBeGreaterThan(54);
    expect(run.climbMetres).toBeLessThanOrEqual(60);
    expect(run.descentMetres).toBeGreaterThan(54);
    expect(runOf(gpxOf({ ...RUN, altitudeAt: wobble })).climbMetres).toBe(0);
  });

  it('is the device’s own where it has one', () => {
    const run = runOf(fitOf(RUN, { ascent: 123 }));
    expect(run.climbMetres).toBe(123);
    expect(run.from.fields.climbMetres).toBe('session.total_ascent');
    expect(run.from.notes).toContain('climb-disagrees:123:0');
  });

  it('is not known without altitudes', () => {
    expect(runOf(gpxOf(RUN).replaceAll(/<ele>[^<]*<\/ele>/g, '')).climbMetres).toBeNull();
  });
});

describe('heart rate', () => {
  it('counts seconds in bins, not in pauses and not what no heart does', () => {
    const run = runOf(
      fitOf({
        ...RUN,
        pauses: [
          { from: 100, to: 200 },
          { from: 300, to: 310 },
        ],
        heartRateAt: (second) => (second > 400 && second <= 410 ? 5 : 150),
      }),
    );
    expect(run.secondsByHeartRate?.[150 / HEART_RATE_BIN]).toBe(480);
    expect(sum(run.secondsByHeartRate)).toBe(480);
  });

  it('that a watch goes on recording while the timer stands does not count', () => {
    const whole = fitMessagesOf({ ...RUN, heartRateAt: () => 150 });
    const timer = fitMessagesOf({ ...RUN, pauses: [{ from: 100, to: 160 }] }).filter(
      ({ global }, at) => global === 21 && at > 1,
    );
    const run = runOf(encodeFit([...whole.slice(0, -3), ...timer, ...whole.slice(-2)]));
    expect(sum(run.secondsByHeartRate)).toBe(540);
    expect(sum(run.metresBySpeed)).toBeCloseTo(540 * 3, 0);
  });

  it('is not known where no sensor was', () => {
    expect(runOf(fitOf(RUN)).secondsByHeartRate).toBeNull();
  });
});

describe('points out of order', () => {
  it('as from two devices in one file cost the late points, not the clock', () => {
    const lines = gpxOf(RUN).split('\n');
    const at = lines.findIndex((line) => line.includes('T06:04:00'));
    const swapped = lines.toSpliced(at, 6, ...[2, 0, 1, 5, 3, 4].map((offset) => lines[at + offset] ?? ''));
    const run = runOf(swapped.join('\n'));
    expect(run).toMatchObject({ elapsedSeconds: 600, distanceMetres: 1800 });
    expect(run.from.notes).toEqual(['points-out-of-order:4']);
  });
});

describe('a sport', () => {
  it.each([
    ['running', 'run'],
    ['trail_running', 'trail'],
    ['treadmill_running', 'treadmill'],
    ['9', 'run'],
    ['hiking', 'walk'],
    ['', 'run'],
    ['soccer', 'other'],
  ])('%s of GPX is %s', (word, kind) => {
    expect(runOf(gpxOf(RUN, word)).kind).toBe(kind);
  });

  it.each(['cycling', 'Ride', '1', 'swimming', 'e-bike'])('%s is not on foot', (word) => {
    expect(readRunFile('a', bytesOf(gpxOf(RUN, word)), ZONE)).toMatchObject({
      ok: false,
      refusal: { kind: 'no-run' },
    });
  });

  it('that is not stated is told by the speed', () => {
    expect(runOf(gpxOf({ ...RUN, speedAt: () => 1.3 }, '')).kind).toBe('walk');
    expect(runOf(gpxOf({ ...RUN, speedAt: () => 8 }, '')).kind).toBe('other');
  });
});
