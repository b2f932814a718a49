// Archives: the exports of Strava and Garmin, broken files among good ones, bombs, names that lead out.

import { crc32 as nodeCrc } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type RunFileReport,
  type RunSource,
  readRunFile,
  readRunFiles,
  sourceOf,
} from '../../src/train/index.ts';
import { crc32 } from '../../src/train/readers/unpack/crc32.ts';
import { fitOf, gpxOf, type MadeRun, tcxOf } from './made-runs.ts';
import { gzipOf, patched, signaturesIn, watched, zipOf } from './zip-encoder.ts';

const ZONE = { zone: 'Europe/Berlin' };
const bytesOf = (text: string) => new TextEncoder().encode(text);
const runAt = (day: number): MadeRun => ({
  start: `2026-05-${String(day).padStart(2, '0')}T06:00:00.000Z`,
  seconds: 60,
  speedAt: () => 3,
});

async function reportsOf(...sources: readonly RunSource[]): Promise<readonly RunFileReport[]> {
  const reports: RunFileReport[] = [];
  for await (const report of readRunFiles(sources, ZONE)) reports.push(report);
  return reports;
}

const outcomes = (reports: readonly RunFileReport[]) =>
  reports.map((one) => [one.name, one.outcome === 'refused' ? one.refusal.kind : one.outcome]);

describe('an archive', () => {
  it('as Strava hands it out is read file by file', async () => {
    const strava = zipOf({
      'activities.csv': bytesOf('Activity ID,Activity Date'),
      'activities/1.fit.gz': gzipOf(fitOf(runAt(1))),
      'activities/2.gpx': bytesOf(gpxOf(runAt(2))),
      'activities/3.tcx.gz': gzipOf(bytesOf(`          ${tcxOf(runAt(3))}`)),
      'activities/4.fit.gz': gzipOf(fitOf(runAt(4)).subarray(0, 300)),
      'media/a.jpg': Uint8Array.of(0xff, 0xd8),
    });
    const reports = await reportsOf(sourceOf('export.zip', strava));
    expect(outcomes(reports)).toEqual([
      ['export.zip/activities.csv', 'passed-over'],
      ['export.zip/activities/1.fit.gz', 'read'],
      ['export.zip/activities/2.gpx', 'read'],
      // Strava writes spaces before the declaration of XML.
      ['export.zip/activities/3.tcx.gz', 'read'],
      ['export.zip/activities/4.fit.gz', 'damaged'],
      ['export.zip/media/a.jpg', 'passed-over'],
    ]);
    expect(reports.map(({ place }) => place?.at)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('as Garmin hands it out is a zip of zips, and a third layer is refused', async () => {
    const inner = zipOf({ 'a_1.fit': fitOf(runAt(1)), 'a_2.fit': fitOf(runAt(2)) }, 0);
    const deeper = zipOf({ 'deep.zip': inner, 'a_3.fit': fitOf(runAt(3)) });
    const folder = 'DI_CONNECT/DI-Connect-Uploaded-Files';
    const garmin = zipOf({
      [`${folder}/UploadedFiles_0-_Part1.zip`]: inner,
      [`${folder}/UploadedFiles_0-_Part2.zip`]: deeper,
      'DI_CONNECT/DI-Connect-User/user.json': bytesOf('{}'),
    });
    expect(outcomes(await reportsOf(sourceOf('garmin.zip', garmin))).map(([, outcome]) => outcome)).toEqual([
      'read',
      'read',
      'passed-over',
      'read',
      'passed-over',
    ]);
  });

  it('is never held as a whole', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [`${at}.fit`, fitOf(runAt((at % 28) + 1))]),
    );
    const archive = watched('many.zip', zipOf(files, 0));
    expect(await reportsOf(archive)).toHaveLength(40);
    expect(archive.most()).toBeLessThan(archive.size / 2 + 70_000);
  });

  it('is read no further than somebody asks for reports', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [`${at}.fit`, fitOf(runAt((at % 28) + 1))]),
    );
    const archive = watched('many.zip', zipOf(files, 0));
    for await (const { outcome } of readRunFiles([archive], ZONE)) {
      expect(outcome).toBe('read');
      break;
    }
    const before = archive.asked();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(archive.asked()).toBe(before);
  });

  it('among broken archives and files does not stop the rest', async () => {
    const good = sourceOf('good.fit', fitOf(runAt(1)));
    const zip = zipOf({ '1.fit': fitOf(runAt(2)) });
    const broken = sourceOf('broken.zip', zip.subarray(0, zip.length - 30));
    const unreadable: RunSource = { name: 'gone.fit', size: 100, read: async () => null };
    const empty = sourceOf('empty.gpx', new Uint8Array());
    const other = sourceOf('letter.txt', bytesOf('Dear runner'));
    const wrong = sourceOf('letter.fit', bytesOf('Dear runner'));
    expect(outcomes(await reportsOf(broken, unreadable, empty, other, wrong, good))).toEqual([
      ['broken.zip', 'damaged'],
      ['gone.fit', 'damaged'],
      ['empty.gpx', 'empty'],
      ['letter.txt', 'unknown-format'],
      ['letter.fit', 'damaged'],
      ['good.fit', 'read'],
    ]);
  });

  it.each(['../../evil.fit', '/etc/evil.fit', 'C:\\evil.fit', 'a/../../evil.fit', 'a\\..\\evil.fit'])(
    'with the name %s is refused that file only',
    async (name) => {
      const zip = zipOf({ [name]: fitOf(runAt(1)), 'good.fit': fitOf(runAt(2)) });
      const reports = await reportsOf(sourceOf('a.zip', zip));
      expect(outcomes(reports).map(([, outcome]) => outcome)).toEqual(['hostile', 'read']);
    },
  );
});

describe('a bomb', () => {
  const zeros = new Uint8Array(4 * 2 ** 20);

  it('that states its size is refused unopened', async () => {
    const reports = await reportsOf(sourceOf('a.zip', zipOf({ 'a.gpx': zeros })));
    expect(outcomes(reports)).toEqual([['a.zip/a.gpx', 'hostile']]);
    expect(readRunFile('a.gpx.gz', gzipOf(zeros), ZONE)).toMatchObject({
      ok: false,
      refusal: { kind: 'hostile' },
    });
  });

  it('that lies about its size is stopped there', async () => {
    const lying = patched(zipOf({ 'a.gpx': zeros }), (view, [entry = 0]) =>
      view.setUint32(entry + 24, 4000, true),
    );
    expect(outcomes(await reportsOf(sourceOf('a.zip', lying)))).toEqual([['a.zip/a.gpx', 'hostile']]);
    const gzip = patched(gzipOf(zeros), (view) => view.setUint32(view.byteLength - 4, 4000, true));
    expect(readRunFile('a.gpx.gz', gzip, ZONE)).toMatchObject({ ok: false, refusal: { kind: 'hostile' } });
  });

  it('of entries that overlap is refused', async () => {
    const zip = zipOf({ 'a.fit': fitOf(runAt(1)), 'b.fit': fitOf(runAt(2)) });
    const overlapping = patched(zip, (view, [, second = 0]) => view.setUint32(second + 42, 0, true));
    expect(outcomes(await reportsOf(sourceOf('a.zip', overlapping)))).toEqual([['a.zip', 'hostile']]);
  });

  it('of more entries than runs in a life is refused', async () => {
    const zip = patched(zipOf({ 'a.fit': fitOf(runAt(1)) }), (view) => {
      const end = signaturesIn(new Uint8Array(view.buffer), 0x06054b50)[0] ?? 0;
      view.setUint16(end + 10, 0xfffe, true);
    });
    expect(outcomes(await reportsOf(sourceOf('a.zip', zip)))).toEqual([['a.zip', 'damaged']]);
  });
});

describe('a packed file', () => {
  it('that was encrypted or packed otherwise is refused by name', async () => {
    const zip = zipOf({ 'a.fit': fitOf(runAt(1)) });
    const encrypted = patched(zip, (view, [entry = 0]) => view.setUint16(entry + 8, 1, true));
    const other = patched(zip, (view, [entry = 0]) => view.setUint16(entry + 10, 93, true));
    for (const bytes of [encrypted, other])
      expect(outcomes(await reportsOf(sourceOf('a.zip', bytes)))).toEqual([['a.zip/a.fit', 'unsupported']]);
  });

  it('with any flipped bit gives the same runs or a refusal', async () => {
    const zip = zipOf({ 'a.gpx': bytesOf(gpxOf({ ...runAt(1), seconds: 15 })) });
    const whole = JSON.stringify(await reportsOf(sourceOf('a.zip', zip)));
    for (let bit = 0; bit < zip.length * 8; bit += 3) {
      const flipped = zip.slice();
      flipped[bit >> 3] = (flipped[bit >> 3] as number) ^ (1 << (bit & 7));
      for (const report of await reportsOf(sourceOf('a.zip', flipped)))
        if (report.outcome === 'read') expect(JSON.stringify(report.runs)).toBe(runsIn(whole));
    }
  });

  it('has the checksum that Node works out', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => crc32(bytes) === nodeCrc(bytes)));
  });
});

function runsIn(reports: string): string {
  const [first] = JSON.parse(reports) as [{ runs: unknown }];
  return JSON.stringify(first.runs);
}
