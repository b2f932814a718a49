import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fitOf, gpxOf, type MadeRun, tcxOf } from '../../test/runs/made-runs.ts';
import { gzipOf, zipOf } from '../../test/runs/zip-encoder.ts';
import { MAIN, run } from './test-run.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

const runAt = (day: number): MadeRun => ({
  start: `2026-05-${String(day).padStart(2, '0')}T22:30:00.000Z`,
  seconds: 120,
  speedAt: () => 3,
});

function folderOf(files: Readonly<Record<string, Uint8Array | string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'backstride-runs-'));
  folders.push(folder);
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  return folder;
}

const EXPORT = {
  'strava.zip': zipOf({
    'activities/1.fit.gz': gzipOf(fitOf(runAt(1))),
    'activities.csv': Uint8Array.of(65),
  }),
  'deep/er/2.gpx': gpxOf(runAt(2)),
  'deep/2-again.TCX': tcxOf(runAt(2)),
  'deep/3.fit': fitOf(runAt(3)).subarray(0, 500),
  'deep/ride.fit': fitOf(runAt(4), { sport: 2 }),
  'deep/notes.txt': 'not looked at',
};

describe('backstride runs import', () => {
  it('reads a folder, names what it refuses and tells the same run once', () => {
    const { code, out, err } = run(['runs', 'import', folderOf(EXPORT), '--zone', 'Europe/Berlin']);
    expect(code).toBe(1);
    expect(out.split('\n').filter((line) => line.startsWith('2026'))).toHaveLength(2);
    expect(out).toContain('2026-05-03');
    expect(err).toMatch(
      /3\.fit: byte 500: expected \d+ bytes, found the end after 500: the file is cut off\./,
    );
    expect(err).toContain('ride.fit: the file: expected a run or a walk, found cycling.');
    expect(err).toContain('3 runs out of 3 files. Refused: 1 file damaged, 1 file without a run.');
    expect(err).toContain('Known already or recorded twice: 1 run.');
  });

  it('shows distances in miles to whoever wants them, and no other unit', () => {
    const folder = folderOf({ 'a.gpx': gpxOf(runAt(2)) });
    // Two minutes at three metres a second: 360 m, 0.22 miles.
    expect(run(['runs', 'import', folder]).out).toContain('0.36 km');
    expect(run(['runs', 'import', folder, '--unit', 'mi']).out).toContain('0.22 mi');
    const { code, err } = run(['runs', 'import', folder, '--unit', 'leagues']);
    expect([code, err]).toEqual([2, '--unit wants km or mi, not leagues.\n']);
  });

  it('writes one file, and importing again changes nothing', () => {
    const folder = folderOf(EXPORT);
    const file = join(folder, 'runs.json');
    const first = run(['runs', 'import', join(folder, 'strava.zip'), '--out', file, '--json']);
    expect(first.code).toBe(0);
    expect(JSON.parse(first.out)).toMatchObject({ format: 'backstride-runs', version: 1 });
    expect(readFileSync(file, 'utf8')).toBe(first.out);
    expect(run(['runs', 'import', folder, '--out', file]).err).toContain(`2 runs in ${file}.`);
    const whole = readFileSync(file, 'utf8');
    run(['runs', 'import', folder, '--out', file]);
    expect(readFileSync(file, 'utf8')).toBe(whole);
    expect(readdirSync(folder).sort()).toEqual(['deep', 'runs.json', 'strava.zip']);
  });

  it('leaves another file alone', () => {
    const folder = folderOf({ 'a.fit': fitOf(runAt(1)), 'diary.json': '{"dear": "diary"}' });
    const file = join(folder, 'diary.json');
    const { code, err } = run(['runs', 'import', join(folder, 'a.fit'), '--out', file]);
    expect(code).toBe(2);
    expect(err).toContain('another file, which stays as it is');
    expect(readFileSync(file, 'utf8')).toBe('{"dear": "diary"}');
  });

  it('takes the time zone it is given', () => {
    const folder = folderOf({ 'a.gpx': gpxOf(runAt(1)) });
    const dayIn = (zone: string) =>
      run(['runs', 'import', folder, '--zone', zone]).out.match(/2026-05-\d\d/)?.[0];
    expect([dayIn('Asia/Tokyo'), dayIn('America/Lima')]).toEqual(['2026-05-02', '2026-05-01']);
    expect(run(['runs', 'import', folder, '--zone', 'Mars/Crater'])).toMatchObject({ code: 2, out: '' });
  });

  it('refuses a path that is not there', () => {
    expect(run(['runs', 'import', '/nowhere/at/all'])).toMatchObject({ code: 2, out: '' });
    expect(run(['runs', 'import']).err).toContain('PATH is missing');
  });

  it('keeps what was read when it is interrupted', async () => {
    const bytes = fitOf({ ...runAt(1), seconds: 1200 });
    const files = Object.fromEntries(Array.from({ length: 2000 }, (_, at) => [`${at}.fit`, bytes]));
    const folder = folderOf({ ...files, 'broken.fit': 'first' });
    const out = join(folder, 'runs.json');
    // The broken file comes first and is complained of, so that we know when reading has begun.
    const args = ['runs', 'import', join(folder, 'broken.fit'), folder, '--out', out];
    const child = spawn(process.execPath, [MAIN, ...args]);
    let said = '';
    child.stderr.on('data', (part) => {
      said += part;
    });
    child.stderr.once('data', () => child.kill('SIGINT'));
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(code).toBe(130);
    expect(Number(/(\d+) runs? out of/.exec(said)?.[1])).toBeLessThan(2000);
    expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({ format: 'backstride-runs', version: 1 });
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});
