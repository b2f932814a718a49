// GPX 1.0 and 1.1 → legs. A track is a leg; tracks of one sport that follow each other within minutes are laps of the same leg, and segments
// that lie hours apart are different legs. Segments that repeat what was recorded already are left out (some programs write a track twice,
// which doubles its distance). Planned routes and waypoints are no runs.

import { strFromU8 } from 'fflate';
import { ok, type Result, refuse } from '../../vocabulary/index.ts';
import { Columns, MOST_POINTS } from './columns.ts';
import { formatNote } from './notes.ts';
import type { Leg, Piece, Recording } from './recording.ts';
import type { ReadRefusal } from './refusal.ts';
import { kindOfWord, shownWord } from './sport-word.ts';
import { type Names, tableOf, type XmlEvents } from './xml/events.ts';
import { instantIn, numberIn, type Zone } from './xml/numbers.ts';
import { readXml } from './xml/read-xml.ts';

const ELEMENTS = [
  'gpx',
  'trk',
  'type',
  'trkseg',
  'trkpt',
  'ele',
  'time',
  'hr',
  'heartrate',
  'speed',
  'rtept',
  'wpt',
];
const [GPX, TRK, TYPE, TRKSEG, TRKPT, ELE, TIME, HR, HEARTRATE, SPEED, RTEPT, WPT] = [
  1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
] as const;
const ATTRIBUTES = ['lat', 'lon', 'creator'];
const [LAT, LON, CREATOR] = [1, 2, 3] as const;
const NAMES: Names = { elements: tableOf(ELEMENTS), attributes: tableOf(ATTRIBUTES) };

/** Two tracks of one sport nearer than this are laps; two segments of a track farther than that are two runs. Estimates of ours. */
const LAP_GAP = 10 * 60_000;
const RUN_GAP = 6 * 3600_000;

interface Segment extends Piece {
  readonly track: number;
  readonly first: number;
  readonly last: number;
}

/** Bytes; shorter ones only cost a move to a larger room. */
const USUAL_POINT = 150;

class GpxEvents implements XmlEvents {
  readonly columns: Columns;
  readonly segments: Segment[] = [];
  /** The word of each track's type. */
  readonly types: string[] = [];
  creator = '';
  isGpx = false;
  planned = 0;
  isTooLong = false;
  /** Of the first time in the file. */
  zoneMinutes: number | null = null;
  hasUnstatedZone = false;
  readonly #zone: Zone = { minutes: null };
  #row = -1;
  #from = -1;

  constructor(bytes: number) {
    this.columns = new Columns(bytes / USUAL_POINT);
  }

  open(element: number): void {
    if (element === TRKPT && this.#from >= 0) {
      if (this.columns.count === MOST_POINTS) this.isTooLong = true;
      else this.#row = this.columns.addRow();
    } else if (element === TRKSEG) this.#from = this.columns.count;
    else if (element === TRK) this.types.push('');
    else if (element === GPX) this.isGpx = true;
    else if (element === RTEPT || element === WPT) this.planned++;
  }

  attribute(element: number, attribute: number, bytes: Uint8Array, from: number, to: number): void {
    if (element === TRKPT && this.#row >= 0) {
      if (attribute === LAT) this.columns.latitude[this.#row] = within(numberIn(bytes, from, to), 90);
      else if (attribute === LON) this.columns.longitude[this.#row] = within(numberIn(bytes, from, to), 180);
    } else if (element === GPX && attribute === CREATOR) this.creator = textOf(bytes, from, to);
  }

  value(element: number, bytes: Uint8Array, from: number, to: number): void {
    const row = this.#row;
    if (row < 0) {
      if (element === TYPE && this.types.length > 0)
        this.types[this.types.length - 1] = textOf(bytes, from, to);
      return;
    }
    if (element === TIME) {
      this.columns.time[row] = instantIn(bytes, from, to, this.#zone);
      if (row === 0) this.zoneMinutes = this.#zone.minutes;
      if (Number.isNaN(this.#zone.minutes)) this.hasUnstatedZone = true;
    } else if (element === ELE) this.columns.altitudeMetres[row] = numberIn(bytes, from, to);
    else if (element === HR || element === HEARTRATE) this.columns.heartRate[row] = numberIn(bytes, from, to);
    else if (element === SPEED) this.columns.speed[row] = numberIn(bytes, from, to);
  }

  close(element: number): boolean {
    if (element === TRKPT) this.#row = -1;
    else if (element === TRKSEG && this.#from >= 0) {
      const { columns } = this;
      const [from, to] = [this.#from, columns.count];
      const times = columns.time.subarray(from, to).filter((time) => !Number.isNaN(time));
      const [first = Number.NaN, last = Number.NaN] = [times[0], times.at(-1)];
      if (to > from) this.segments.push({ from, to, track: this.types.length - 1, first, last });
      this.#from = -1;
    }
    return !this.isTooLong;
  }
}

export function readGpx(bytes: Uint8Array): Result<Recording, ReadRefusal> {
  const read = new GpxEvents(bytes.length);
  const refusal = readXml(bytes, NAMES, read);
  if (refusal) return refuse(refusal);
  if (read.isTooLong) return refuse(tooLong());
  const timed = read.segments.filter(({ first }) => !Number.isNaN(first));
  if (timed.length === 0) return refuse(noRun(read));
  const device = shownWord(read.creator, 60);
  return ok({
    format: 'gpx',
    device: device === '' ? null : device,
    columns: read.columns,
    legs: legsOf(read, timed),
  });
}

function legsOf(read: GpxEvents, timed: readonly Segment[]): readonly Leg[] {
  const sorted = timed.toSorted((a, b) => a.first - b.first || b.last - a.last || a.from - b.from);
  const legs: { word: string; segments: Segment[]; repeated: number; end: number }[] = [];
  for (const segment of sorted) {
    const word = read.types[segment.track] ?? '';
    const leg = legs.at(-1);
    const before = leg?.segments.at(-1);
    if (leg && before && segment.last <= leg.end) {
      leg.repeated++;
      continue;
    }
    const gap = leg ? segment.first - leg.end : Number.POSITIVE_INFINITY;
    const isSame = leg?.word === word && gap <= (before?.track === segment.track ? RUN_GAP : LAP_GAP);
    if (leg && isSame) leg.segments.push(segment);
    else legs.push({ word, segments: [segment], repeated: 0, end: Number.NEGATIVE_INFINITY });
    const now = legs.at(-1);
    if (now) now.end = Math.max(now.end, segment.last);
  }
  return legs.map(({ word, segments, repeated }) => ({
    kind: kindOfWord(word),
    sport: word === '' ? 'unstated' : shownWord(word),
    start: null,
    pieces: segments,
    totals: [],
    zoneMinutes: Number.isNaN(read.zoneMinutes) ? null : read.zoneMinutes,
    notes: [
      ...(repeated > 0 ? [formatNote('repeated-segments', repeated)] : []),
      ...(read.hasUnstatedZone ? [formatNote('zone-unstated')] : []),
    ],
  }));
}

function noRun({ columns, planned, isGpx }: GpxEvents): ReadRefusal {
  const found = !isGpx
    ? 'an XML file that is no GPX'
    : columns.count > 0
      ? 'a track without times, as planned routes have'
      : planned > 0
        ? 'a planned route or places only'
        : 'no points';
  return {
    kind: columns.count === 0 && planned === 0 ? 'empty' : 'no-run',
    where: 'the file',
    expected: 'a recorded track with times',
    found,
    remedy: 'Choose the recorded activity. A distance without times can be entered by hand.',
  };
}

export function tooLong(): ReadRefusal {
  return {
    kind: 'too-large',
    where: 'the file',
    expected: `at most ${MOST_POINTS} points`,
    found: 'more',
    remedy: 'Export the runs one by one.',
  };
}

function within(degrees: number, most: number): number {
  return Math.abs(degrees) <= most ? degrees : Number.NaN;
}

/** A short text. */
export function textOf(bytes: Uint8Array, from: number, to: number): string {
  return strFromU8(bytes.subarray(from, Math.min(to, from + 200)));
}
