// `npm run bench -- import`: reading recorded runs beside the libraries of npm, ten times the file against one, hostile files against valid
// ones. All contenders take turns in every round; time is the processor time of the thread.

import { readRunFile } from '../../src/train/index.ts';
import { readRecording } from '../../src/train/readers/read-run-file.ts';
import { spent } from '../engine/timing.ts';
import {
  atMost,
  below,
  faster,
  figure,
  noted,
  type Row,
  type Spread,
  type Suite,
  shown,
  spreadOf,
} from '../rows.ts';
import { browserRows } from './browser.ts';
import { fitFile, gpxFile, type Hostile, hostileFiles, runOf, tcxFile } from './files.ts';
import { countEvents, type FitPeer, fitPeers } from './peers.ts';

const ROUNDS = 9;
const ZONE = { zone: 'Europe/Berlin' };

export const importSuite: Suite = async (say) => {
  say('Making files …');
  const [fit, gpx, tcx] = [fitFile(1), gpxFile(1), tcxFile(1)];
  const long = [fitFile(10), gpxFile(10), tcxFile(10)] as const;
  return [
    ...(await fitRows(fit, 'complete FIT activity, 1 h', say)),
    ...(await fitRows(fitFile(1, { compressed: true }), 'the same with compressed timestamps', say)),
    ...xmlRows('GPX', gpx, say),
    ...xmlRows('TCX', tcx, say),
    ...linearRows([fit, gpx, tcx], long, say),
    ...hostileRows(fit, gpx, say),
    ...(await browserRows(say)),
  ];
};

/** The clock of a thread ticks in milliseconds; so much is measured at once that a tick does not matter. */
const LEAST_MS = 60;

/** Milliseconds of this thread for one call. */
function timeOf(run: () => unknown): number {
  const from = process.threadCpuUsage();
  let calls = 0;
  while (spent(from) < LEAST_MS * 1000) {
    run();
    calls++;
  }
  return spent(from) / calls / 1000;
}

async function timeOfAsync(run: () => Promise<unknown>): Promise<number> {
  const from = process.threadCpuUsage();
  let calls = 0;
  while (spent(from) < LEAST_MS * 1000) {
    await run();
    calls++;
  }
  return spent(from) / calls / 1000;
}

async function fitRows(fit: Uint8Array, name: string, say: (line: string) => void): Promise<readonly Row[]> {
  const peers = new Map<string, FitPeer>();
  for (const [peer, read] of fitPeers(say)) {
    const found = await read(fit).catch((error: unknown) => ({ points: 0, metres: Number.NaN, error }));
    if (found.points === runOf(1).seconds + 1 && found.metres > 9000) peers.set(peer, read);
    else say(`${peer} is no peer for “${name}”: it finds ${found.points} points and ${found.metres} m.`);
  }
  say(`${name}: ${fit.length} bytes`);
  const ours: number[] = [];
  const whole: number[] = [];
  const theirs = new Map([...peers.keys()].map((peer) => [peer, [] as number[]]));
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(timeOf(() => readRecording('a.fit', fit)));
    whole.push(timeOf(() => readRunFile('a.fit', fit, ZONE)));
    for (const [peer, read] of peers) theirs.get(peer)?.push(await timeOfAsync(() => read(fit)));
  }
  const [fastest, spread] = [...theirs]
    .map(([peer, times]) => [peer, spreadOf(times)] as const)
    .sort(([, a], [, b]) => a.median - b.median)[0] ?? ['', undefined];
  const rows = [...theirs].map(([peer, times]) =>
    shown(`${name}: decoded, beside ${peer}`, spreadOf(ours), spreadOf(times), 'ms'),
  );
  return [
    noted(faster(`${name}: decoded, beside the fastest`, spreadOf(ours), spread, 5, 'ms'), fastest),
    noted(
      shown(`${name}: read and measured, beside the fastest only decoding`, spreadOf(whole), spread, 'ms'),
      fastest,
    ),
    ...rows,
  ];
}

function xmlRows(format: string, bytes: Uint8Array, say: (line: string) => void): readonly Row[] {
  say(`${format}: ${bytes.length} bytes`);
  const [ours, whole, theirs]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(timeOf(() => readRecording('a', bytes)));
    whole.push(timeOf(() => readRunFile('a', bytes, ZONE)));
    theirs.push(timeOf(() => countEvents(bytes)));
  }
  const name = `${format}, 1 h: to columns of numbers, beside saxes 6.0.0 counting events`;
  return [
    faster(name, spreadOf(ours), spreadOf(theirs), 1.5, 'ms'),
    shown(`${format}, 1 h: read and measured, beside the same`, spreadOf(whole), spreadOf(theirs), 'ms'),
  ];
}

function linearRows(
  short: readonly Uint8Array[],
  long: readonly Uint8Array[],
  say: (line: string) => void,
): readonly Row[] {
  say('Ten times the file');
  return ['FIT', 'GPX', 'TCX'].map((format, at) => {
    const [one, ten] = [short[at] as Uint8Array, long[at] as Uint8Array];
    const ratios: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const small = timeOf(() => readRunFile('a', one, ZONE));
      ratios.push(timeOf(() => readRunFile('a', ten, ZONE)) / small / (ten.length / one.length / 10));
    }
    const { median, low, high } = spreadOf(ratios);
    return below(
      `${format}: ten times the file, read and measured`,
      median,
      11,
      '× the time',
      `${figure(low)}–${figure(high)}`,
    );
  });
}

function hostileRows(fit: Uint8Array, gpx: Uint8Array, say: (line: string) => void): readonly Row[] {
  say('Hostile files');
  const valid = { fit, gpx };
  return hostileFiles(fit, gpx).map((hostile) => {
    const refused = readRunFile('a', hostile.bytes, ZONE);
    if (refused.ok) throw new Error(`${hostile.name} is not refused.`);
    const [ours, theirs] = roundsOf(hostile, valid[hostile.beside]);
    const row = atMost(`${hostile.name}, beside a valid file of that size`, ours, theirs, 1.5, 'ms');
    return noted(row, `refused as ${refused.refusal.kind}`);
  });
}

/** The valid file's time is scaled to the size of the hostile one. */
function roundsOf(hostile: Hostile, valid: Uint8Array): readonly [Spread, Spread] {
  const scale = Math.max(hostile.bytes.length, valid.length) / valid.length;
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(timeOf(() => readRunFile('a', hostile.bytes, ZONE)));
    theirs.push(timeOf(() => readRunFile('a', valid, ZONE)) * scale);
  }
  return [spreadOf(ours), spreadOf(theirs)];
}
