// TCX (Training Center XML 2) → legs, one an activity. Laps sum up without pauses. In files of several sports the trackpoints count on from
// the first sport, so only differences of them are ever used.

import { ok, type Result, refuse } from '../../vocabulary/index.ts';
import { Columns, MOST_POINTS } from './columns.ts';
import { formatNote } from './notes.ts';
import { textOf, tooLong } from './read-gpx.ts';
import { type Leg, NO_TOTALS, type Piece, type Recording, type Told } from './recording.ts';
import type { ReadRefusal } from './refusal.ts';
import { kindOfWord, shownWord } from './sport-word.ts';
import { type Names, tableOf, type XmlEvents } from './xml/events.ts';
import { instantIn, numberIn, type Zone } from './xml/numbers.ts';
import { readXml } from './xml/read-xml.ts';

const ELEMENTS = [
  'TrainingCenterDatabase',
  'Activity',
  'Lap',
  'TotalTimeSeconds',
  'DistanceMeters',
  'Track',
  'Trackpoint',
  'Time',
  'LatitudeDegrees',
  'LongitudeDegrees',
  'AltitudeMeters',
  'HeartRateBpm',
  'Value',
  'Speed',
  'Creator',
  'Name',
  'Course',
];
const [
  DATABASE,
  ACTIVITY,
  LAP,
  TOTAL_TIME,
  DISTANCE,
  TRACK,
  TRACKPOINT,
  TIME,
  LATITUDE,
  LONGITUDE,
  ALTITUDE,
  HEART_RATE,
  VALUE,
  SPEED,
  CREATOR,
  NAME,
  COURSE,
] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17] as const;
const ATTRIBUTES = ['Sport', 'StartTime'];
const [SPORT, START_TIME] = [1, 2] as const;
const NAMES: Names = { elements: tableOf(ELEMENTS), attributes: tableOf(ATTRIBUTES) };

interface Activity {
  sport: string;
  start: number;
  readonly lapSeconds: number[];
  readonly lapMetres: number[];
  laps: number;
  readonly pieces: Piece[];
}

/** Bytes; shorter ones only cost a move to a larger room. */
const USUAL_POINT = 220;

class TcxEvents implements XmlEvents {
  readonly columns: Columns;
  readonly activities: Activity[] = [];
  device = '';
  isTcx = false;
  courses = 0;
  isTooLong = false;
  zoneMinutes: number | null = null;
  hasUnstatedZone = false;
  readonly #zone: Zone = { minutes: null };
  #now: Activity | null = null;
  #row = -1;
  #from = 0;
  #tracks = 0;
  #isInLap = false;
  #isHeartRate = false;
  #isCreator = false;

  constructor(bytes: number) {
    this.columns = new Columns(bytes / USUAL_POINT);
  }

  open(element: number): void {
    if (element === TRACKPOINT && this.#now) {
      if (this.columns.count === MOST_POINTS) this.isTooLong = true;
      else this.#row = this.columns.addRow();
    } else if (element === HEART_RATE) this.#isHeartRate = true;
    else if (element === TRACK) {
      // A second track in a lap begins after a pause.
      if (this.#tracks++ > 0) this.#closePiece();
    } else if (element === LAP) {
      this.#isInLap = true;
      this.#tracks = 0;
      if (this.#now) this.#now.laps++;
    } else if (element === CREATOR) this.#isCreator = true;
    else if (element === ACTIVITY) {
      this.#now = { sport: '', start: Number.NaN, lapSeconds: [], lapMetres: [], laps: 0, pieces: [] };
      this.#from = this.columns.count;
      this.activities.push(this.#now);
    } else if (element === COURSE) this.courses++;
    else if (element === DATABASE) this.isTcx = true;
  }

  attribute(element: number, attribute: number, bytes: Uint8Array, from: number, to: number): void {
    if (!this.#now) return;
    if (element === ACTIVITY && attribute === SPORT) this.#now.sport = textOf(bytes, from, to);
    else if (element === LAP && attribute === START_TIME && Number.isNaN(this.#now.start))
      this.#now.start = instantIn(bytes, from, to, this.#zone);
  }

  value(element: number, bytes: Uint8Array, from: number, to: number): void {
    const row = this.#row;
    if (row < 0) {
      this.#lapValue(element, bytes, from, to);
      return;
    }
    const { columns } = this;
    if (element === TIME) {
      columns.time[row] = instantIn(bytes, from, to, this.#zone);
      if (row === 0) this.zoneMinutes = this.#zone.minutes;
      if (Number.isNaN(this.#zone.minutes)) this.hasUnstatedZone = true;
    } else if (element === LATITUDE) columns.latitude[row] = within(numberIn(bytes, from, to), 90);
    else if (element === LONGITUDE) columns.longitude[row] = within(numberIn(bytes, from, to), 180);
    else if (element === ALTITUDE) columns.altitudeMetres[row] = numberIn(bytes, from, to);
    else if (element === DISTANCE) columns.distanceMetres[row] = numberIn(bytes, from, to);
    else if (element === SPEED) columns.speed[row] = numberIn(bytes, from, to);
    else if (element === VALUE && this.#isHeartRate) columns.heartRate[row] = numberIn(bytes, from, to);
  }

  #lapValue(element: number, bytes: Uint8Array, from: number, to: number): void {
    if (element === NAME && this.#isCreator) this.device ||= textOf(bytes, from, to);
    if (!this.#isInLap || !this.#now) return;
    if (element === TOTAL_TIME) this.#now.lapSeconds.push(numberIn(bytes, from, to));
    else if (element === DISTANCE) this.#now.lapMetres.push(numberIn(bytes, from, to));
  }

  close(element: number): boolean {
    if (element === TRACKPOINT) this.#row = -1;
    else if (element === HEART_RATE) this.#isHeartRate = false;
    else if (element === LAP) this.#isInLap = false;
    else if (element === CREATOR) this.#isCreator = false;
    else if (element === ACTIVITY) {
      this.#closePiece();
      this.#now = null;
    }
    return !this.isTooLong;
  }

  #closePiece(): void {
    const { count } = this.columns;
    if (this.#now && count > this.#from) this.#now.pieces.push({ from: this.#from, to: count });
    this.#from = count;
  }
}

export function readTcx(bytes: Uint8Array): Result<Recording, ReadRefusal> {
  const read = new TcxEvents(bytes.length);
  const refusal = readXml(bytes, NAMES, read);
  if (refusal) return refuse(refusal);
  if (read.isTooLong) return refuse(tooLong());
  if (read.activities.length === 0) return refuse(noActivity(read));
  const device = shownWord(read.device, 60);
  return ok({
    format: 'tcx',
    device: device === '' ? null : device,
    columns: read.columns,
    legs: read.activities.map((activity) => legOf(activity, read)),
  });
}

function legOf(activity: Activity, { zoneMinutes, hasUnstatedZone }: TcxEvents): Leg {
  const { sport, start, laps, lapSeconds, lapMetres, pieces } = activity;
  return {
    kind: kindOfWord(sport),
    sport: sport === '' ? 'unstated' : shownWord(sport),
    start: Number.isNaN(start) ? null : start,
    pieces,
    totals: [
      {
        ...NO_TOTALS,
        movingSeconds: sumOf(lapSeconds, laps, 'sum of Lap/TotalTimeSeconds'),
        distanceMetres: sumOf(lapMetres, laps, 'sum of Lap/DistanceMeters'),
      },
    ],
    zoneMinutes: Number.isNaN(zoneMinutes) ? null : zoneMinutes,
    notes: hasUnstatedZone ? [formatNote('zone-unstated')] : [],
  };
}

/** Not known when a lap lacks it. */
function sumOf(values: readonly number[], laps: number, field: string): Told | null {
  const value = values.reduce((sum, one) => sum + one, 0);
  return values.length === laps && laps > 0 && Number.isFinite(value) ? { value, field } : null;
}

function noActivity({ isTcx, courses }: TcxEvents): ReadRefusal {
  const found = !isTcx ? 'an XML file that is no TCX' : courses > 0 ? 'a planned course' : 'none';
  return {
    kind: courses > 0 || !isTcx ? 'no-run' : 'empty',
    where: 'the file',
    expected: 'an activity',
    found,
    remedy: 'Choose the file of the activity itself.',
  };
}

function within(degrees: number, most: number): number {
  return Math.abs(degrees) <= most ? degrees : Number.NaN;
}
