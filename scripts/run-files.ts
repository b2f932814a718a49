// `npm run run-files`: reads the sample files that others published and writes docs/run-files.md: distance, time and climb beside two
// parsers of others. The files are not ours to hand on: test/runs/sample-files.json says where each comes from, under which licence, and its
// SHA-256; whoever has them puts them into .cache/run-files, named by the first 16 digits of that. Parsers: fit-file-parser and fit-decoder
// (FIT), gpxjs and sports-lib (GPX), sports-lib and togeojson (TCX); brought into .cache/run-peers when this first runs, and nothing of ours
// depends on them.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import FitParser from 'fit-file-parser';
import { runOfLeg } from '../src/train/measure/run-of-leg.ts';
import { readRecording } from '../src/train/readers/read-run-file.ts';
import { root } from './find-node.mjs';

interface Sample {
  readonly origin: string;
  readonly commit: string | null;
  readonly licence: string;
  readonly path: string;
  readonly sha256: string;
}

/** What a parser says of the first activity of a file; null where it says nothing. */
interface Says {
  readonly metres: number | null;
  readonly seconds: number | null;
  readonly climb: number | null;
}

type Parser = readonly [name: string, read: (bytes: Buffer, path: string) => Says | Promise<Says>];

const samples: readonly Sample[] = JSON.parse(
  readFileSync(join(root, 'test/runs/sample-files.json'), 'utf8'),
);
const folder = join(root, '.cache/run-files');
const peers = join(root, '.cache/run-peers');
const PEERS = [
  '@tmcw/togeojson@7.1.3',
  '@sports-alliance/sports-lib@21.2.5',
  '@we-gold/gpxjs@1.2.0',
  '@xmldom/xmldom@0.9.12',
  'fit-decoder@1.0.5',
];

const load = loadPeers();
// fit-decoder prints what it does not understand.
const say = console.log.bind(console);
console.log = () => {};
const rows: string[] = [];
const makers = new Set<string>();
let missing = 0;
let differing = 0;
for (const sample of samples) {
  const path = join(folder, `${sample.sha256.slice(0, 16)}${extname(sample.path).toLowerCase()}`);
  if (!existsSync(path)) {
    missing++;
    continue;
  }
  const bytes = readFileSync(path);
  if (createHash('sha256').update(bytes).digest('hex') !== sample.sha256)
    throw new Error(`${path} is not the file it is named for.`);
  rows.push(await rowOf(sample, bytes, path));
  if (rows.length % 20 === 0) console.error(`${rows.length} of ${samples.length} files`);
}
if (missing > 0) {
  console.error(`${missing} of ${samples.length} files are not in ${folder}; nothing is written.`);
  process.exit(1);
}
writeFileSync(join(root, 'docs/run-files.md'), `${pageHead()}${rows.join('\n')}\n`);
say(`${rows.length} files, ${makers.size} makers and programs: ${[...makers].sort().join(', ')}`);

function loadPeers(): NodeJS.Require {
  if (!PEERS.every((peer) => existsSync(join(peers, 'node_modules', peer.slice(0, peer.lastIndexOf('@')))))) {
    mkdirSync(peers, { recursive: true });
    writeFileSync(join(peers, 'package.json'), '{"private": true}\n');
    const { status } = spawnSync(
      'npm',
      ['i', '--ignore-scripts', '--no-audit', '--no-fund', '-E', ...PEERS],
      {
        cwd: peers,
        shell: process.platform === 'win32',
      },
    );
    if (status !== 0) throw new Error('npm could not bring the parsers of others.');
  }
  return createRequire(join(peers, 'any.js'));
}

async function rowOf(sample: Sample, bytes: Buffer, path: string): Promise<string> {
  const format = extname(path).slice(1);
  const ours = oursOf(bytes);
  const others = await Promise.all(
    parsersOf(format).map(async ([, read]) => {
      try {
        return await read(bytes, path);
      } catch {
        return null;
      }
    }),
  );
  if (ours.maker) makers.add(ours.maker);
  const name = sample.path.split('/').at(-1) ?? '';
  const cells = [
    `${name.length > 40 ? `${name.slice(0, 37)}…` : name} (${sample.origin}, ${sample.licence})`,
    ours.maker ?? '–',
    ours.sport,
    ...[ours.says, ...others].map((says) => (says ? shown(says) : 'fails')),
    ...(others.length === 1 ? ['–'] : []),
    whyDifferent(ours, others),
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '/')).join(' | ')} |`;
}

interface Ours {
  readonly maker: string | null;
  readonly sport: string;
  readonly says: Says | null;
  readonly refused: string;
  readonly notes: readonly string[];
}

/** The first leg, whatever its sport: rides and swims show just as well whether a file is understood. */
function oursOf(bytes: Buffer): Ours {
  const nothing = { maker: null, sport: '–', says: null, notes: [] };
  const recording = readRecording('a', new Uint8Array(bytes));
  if (!recording.ok) return { ...nothing, refused: recording.refusal.found };
  const [leg] = recording.value.legs;
  const run = leg && runOfLeg(recording.value, leg, { zone: 'UTC' });
  const maker = recording.value.device;
  if (!leg || !run) return { ...nothing, maker, refused: 'no activity' };
  if (!run.ok) return { ...nothing, maker, refused: run.refusal.found };
  const { distanceMetres, movingSeconds, elapsedSeconds, climbMetres, from } = run.value;
  return {
    maker,
    sport: leg.sport,
    says: { metres: distanceMetres, seconds: movingSeconds ?? elapsedSeconds, climb: climbMetres },
    refused: '',
    notes: from.notes,
  };
}

function parsersOf(format: string): readonly Parser[] {
  if (format === 'fit')
    return [
      ['fit-file-parser', fitFileParser],
      ['fit-decoder', fitDecoder],
    ];
  if (format === 'gpx')
    return [
      ['gpxjs', gpxjs],
      ['sports-lib', sportsLib],
    ];
  return [
    ['sports-lib', sportsLib],
    ['togeojson', toGeoJson],
  ];
}

function number(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

async function fitFileParser(bytes: Buffer): Promise<Says> {
  const parser = new FitParser({ force: true, speedUnit: 'm/s', lengthUnit: 'm', mode: 'list' });
  const parsed = (await parser.parseAsync(bytes as Buffer<ArrayBuffer>)) as unknown;
  const { sessions = [] } = parsed as { sessions?: readonly Readonly<Record<string, unknown>>[] };
  return fromSession([...sessions].sort(byStart)[0] ?? {});
}

function fitDecoder(bytes: Buffer): Says {
  const { fit2json, parseRecords } = load('fit-decoder');
  const { records } = parseRecords(fit2json(Uint8Array.from(bytes).buffer)) as {
    records: readonly { type: string; data: Readonly<Record<string, unknown>> }[];
  };
  const sessions = records.filter(({ type }) => type === 'session').map(({ data }) => data);
  const { metres, seconds, climb } = fromSession([...sessions].sort(byStart)[0] ?? {});
  // It leaves times in milliseconds, takes all metres for centimetres, and passes “not recorded” on as a number.
  const isKnown = (value: number | null, most: number): value is number => value !== null && value < most;
  return {
    metres: isKnown(metres, 42_949_672) ? metres : null,
    seconds: isKnown(seconds, 4_294_967_295) ? seconds / 1000 : null,
    climb: isKnown(climb, 655.35) ? climb * 100 : null,
  };
}

function byStart(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): number {
  return Number(new Date(String(a.start_time))) - Number(new Date(String(b.start_time)));
}

function fromSession(session: Readonly<Record<string, unknown>>): Says {
  return {
    metres: number(session.total_distance),
    seconds: number(session.total_timer_time),
    climb: number(session.total_ascent),
  };
}

function gpxjs(bytes: Buffer): Says {
  const { DOMParser } = load('@xmldom/xmldom');
  const [parsed] = load('@we-gold/gpxjs').parseGPXWithCustomParser(
    bytes.toString('utf8').trim(),
    (text: string) => new DOMParser().parseFromString(text, 'text/xml'),
  );
  const track = parsed.tracks[0];
  return {
    metres: number(track?.distance.total),
    seconds: number(track?.duration.movingDuration) ?? number(track?.duration.totalDuration),
    climb: number(track?.elevation.positive),
  };
}

async function sportsLib(bytes: Buffer, path: string): Promise<Says> {
  const { SportsLib } = load('@sports-alliance/sports-lib');
  const { DOMParser } = load('@xmldom/xmldom');
  const text = bytes.toString('utf8').trim();
  const event = path.endsWith('.gpx')
    ? await SportsLib.importFromGPX(text, DOMParser)
    : await SportsLib.importFromTCX(new DOMParser().parseFromString(text, 'application/xml'));
  const [activity] = event.getActivities();
  return {
    metres: number(activity.getDistance().getValue()),
    seconds: number(activity.getDuration().getValue()),
    climb: number(activity.getStat('Ascent')?.getValue()),
  };
}

/** The laps as it reads them. It adds nothing up, so the sums, also of every rise between its heights, are made here. */
function toGeoJson(bytes: Buffer): Says {
  const { DOMParser } = load('@xmldom/xmldom');
  const document = new DOMParser().parseFromString(bytes.toString('utf8').trim(), 'text/xml');
  const laps: readonly GeoJsonLap[] = load('@tmcw/togeojson').tcx(
    document.getElementsByTagName('Activity')[0],
  ).features;
  if (laps.length === 0) throw new Error('No lap has a place.');
  const sum = (values: readonly (number | undefined)[]) =>
    values.every((value) => value !== undefined) ? values.reduce((all, value) => all + value, 0) : null;
  const heights = laps
    .flatMap(({ geometry: { type, coordinates } }) =>
      type === 'LineString' ? coordinates : coordinates.flat(),
    )
    .flatMap(([, , height]) => (height === undefined ? [] : [height]));
  return {
    metres: sum(laps.map(({ properties }) => properties.distanceMeters)),
    seconds: sum(laps.map(({ properties }) => properties.totalTimeSeconds)),
    climb:
      heights.length === 0
        ? null
        : sum(heights.map((height, at) => Math.max(0, height - (heights[at - 1] ?? height)))),
  };
}

type Place = readonly [longitude: number, latitude: number, height?: number];

interface GeoJsonLap {
  readonly properties: { readonly distanceMeters?: number; readonly totalTimeSeconds?: number };
  readonly geometry:
    | { readonly type: 'LineString'; readonly coordinates: readonly Place[] }
    | { readonly type: 'MultiLineString'; readonly coordinates: readonly (readonly Place[])[] };
}

function shown({ metres, seconds, climb }: Says): string {
  const km = metres === null ? '–' : `${(metres / 1000).toFixed(2)} km`;
  const minutes =
    seconds === null
      ? '–'
      : `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
  return `${km}, ${minutes}, ${climb === null ? '–' : `${Math.round(climb)} m`}`;
}

/** Distance within 1 % or 20 m, time within 1 % or ten seconds. Climbs are shown and not judged: no two programs count alike. */
function whyDifferent({ says, refused, notes }: Ours, others: readonly (Says | null)[]): string {
  if (!says) return `refused by us: ${refused}`;
  const isFar = (ours: number | null, theirs: number | null | undefined, least: number) =>
    ours !== null &&
    theirs !== null &&
    theirs !== undefined &&
    Math.abs(ours - theirs) > Math.max(least, 0.01 * ours);
  const far = (key: 'metres' | 'seconds', least: number) =>
    others.map((one) => isFar(says[key], one?.[key], least));
  const words = (key: string, which: readonly boolean[]) =>
    which[0] && which[1]
      ? [`${key} from both`]
      : which[0]
        ? [`${key} from the first`]
        : which[1]
          ? [`${key} from the second`]
          : [];
  const reasons = [...words('distance', far('metres', 20)), ...words('time', far('seconds', 10))];
  differing += reasons.length > 0 ? 1 : 0;
  const told = notes.length > 0 ? `; noted: ${notes.join(', ')}` : '';
  return (reasons.length > 0 ? `**${reasons.join('; ')}**` : '–') + told;
}

function pageHead(): string {
  return `# Run files of others, read by us and by two parsers of others

Written by \`npm run run-files\`; do not edit. ${rows.length} files of ${new Set(samples.map(({ origin }) => origin)).size} origins; ${differing} differ from a
parser by more than 1 % (or 20 m, 10 s) in distance or time. Most of the files are not ours to hand on:
[sample-files.json](../test/runs/sample-files.json) has path, commit, licence and SHA-256 of each. Of each file the first activity counts,
whatever its sport; distance, time without pauses, climb.

The two parsers: FIT fit-file-parser 6.1.2 and fit-decoder 1.0.5 (both pass on what the session says); GPX gpxjs 1.2.0 and sports-lib 21.2.5;
TCX sports-lib and togeojson 7.1.3 (BSD-2-Clause). “fails” is a parser that throws or finds no activity.

Why they differ where they do:

- *FIT:* both parsers pass on the session’s sum, as we do (fit-decoder’s units put right); we leave out a sum that nobody can have run.
- *Time of GPX:* we leave out pauses (a hole of more than 15 s in which nobody moved, and holes between segments); gpxjs leaves out slow points
  too, sports-lib counts what it calls moving.
- *Time of TCX:* we take the sum of the laps, which is without pauses.
- *Laps of TCX:* togeojson passes on the laps and leaves those without a place out; it adds nothing up, so its climb is the sum of every
  rise between its heights.
- *Tracks of GPX:* gpxjs is asked for its first track, sports-lib makes an activity of each segment or track; we join what follows within minutes.
- *Distance of GPX:* we leave out positions that ask for more than 12.5 m/s (\`gps-spikes\`) and ways in pauses. On a ride that is wrong, and
  meant to be: rides are no runs, and only shown here because their files are.
- *Distance of TCX:* we take the sum of the laps unless it misses laps (\`laps-missing\`).
- *Climb* is shown and not judged: the device’s own where it has one (FIT), else the mean of 30 s and changes of 2 m and more. No two programs agree.

| file | device or program | sport | ours | first parser | second parser | differs |
| --- | --- | --- | --- | --- | --- | --- |
`;
}
