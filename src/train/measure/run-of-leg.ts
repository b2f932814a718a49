// One leg of a recording → a Run: every number with the field it came from, or null where the file cannot tell.

import { dateInZone, dateOfDay, type LocalDate, ok, type Result, refuse } from '../../vocabulary/index.ts';
import { formatNote } from '../readers/notes.ts';
import type { Leg, Recording, Told, Totals } from '../readers/recording.ts';
import type { ReadRefusal } from '../readers/refusal.ts';
import type { Run, RunKind, RunNumber } from '../run.ts';
import { runId } from '../run-id.ts';
import { climbOf } from './climb.ts';
import { FASTEST, type Track, trackOf } from './distance.ts';
import { secondsByHeartRateOf } from './heart-rate.ts';
import { type Series, seriesOf } from './series.ts';
import { bestSpeedOf, metresBySpeedOf, surgesOf } from './speeds.ts';
import { isPauseBefore, stretchesOf } from './stretches.ts';
import { choose } from './totals.ts';

export interface ReadOptions {
  /** IANA zone of whoever imports, for files that do not know their own. */
  readonly zone: string;
}

/** Ten days. The longest races by foot are run in days with a clock of each. */
const LONGEST_SECONDS = 10 * 86400;
/** Shorter, without a distance, is a watch that was started by mistake. */
const SHORTEST_SECONDS = 10;
/** On the average of a run without a stated sport: slower is a walk, faster was not on foot. Estimates of ours. */
const [WALKING, ON_WHEELS] = [1.8, 6.5] as const;
/** A stated start so far from the first point belongs to another clock. */
const LARGEST_START_GAP = 10 * 60_000;

/** FIT times below 0x10000000 count from the start of the device; nobody recorded GPX or TCX before either. */
const CLOCK_SET = Date.UTC(1998, 6, 4);

/** Words of the formats for where points come from. */
const WORDS = {
  fit: {
    distance: 'record.distance',
    speed: 'record.speed',
    positions: 'record.position_lat, position_long',
    time: 'record.timestamp',
    altitude: 'record.altitude',
    heart: 'record.heart_rate',
    start: 'session.start_time',
  },
  gpx: {
    distance: 'trkpt/distance',
    speed: 'trkpt/speed',
    positions: 'trkpt lat, lon',
    time: 'trkpt/time',
    altitude: 'trkpt/ele',
    heart: 'trkpt/hr',
    start: 'trk',
  },
  tcx: {
    distance: 'Trackpoint/DistanceMeters',
    speed: 'Trackpoint/Speed',
    positions: 'Trackpoint/Position',
    time: 'Trackpoint/Time',
    altitude: 'Trackpoint/AltitudeMeters',
    heart: 'Trackpoint/HeartRateBpm',
    start: 'Lap StartTime',
  },
} as const;

export function runOfLeg(recording: Recording, leg: Leg, { zone }: ReadOptions): Result<Run, ReadRefusal> {
  const words = WORDS[recording.format];
  const series = seriesOf(recording.columns, leg.pieces);
  const track = trackOf(series);
  const start = startOf(leg, series, words);
  if (start === null) return refuse(refusal('empty', 'a time of the start', 'none'));

  const span = series.count > 1 ? (series.time[series.count - 1] as number) : null;
  const moved = span === null ? null : movedSeconds(series, track);
  const counted = track.source === null ? null : (track.metres[series.count - 1] ?? 0);
  const totals = leg.totals.filter((one) => !missesLaps(one, moved, counted));
  const elapsed = choose(
    'elapsedSeconds',
    totals,
    told(span, `${words.time}, last minus first`),
    (seconds) => seconds > 0,
  );
  const moving = choose(
    'movingSeconds',
    totals,
    told(moved, `${words.time}, without pauses`),
    (seconds) => seconds > 0 && seconds <= LONGEST_SECONDS,
  );
  const elapsedSeconds = Math.max(elapsed.chosen?.value ?? 0, moving.chosen?.value ?? 0);
  if (elapsedSeconds > LONGEST_SECONDS)
    return refuse(refusal('too-large', 'at most 10 days', `${Math.round(elapsedSeconds / 86400)} days`));
  const seconds = moving.chosen?.value ?? elapsedSeconds;
  const distance = choose(
    'distanceMetres',
    totals,
    told(counted, track.source === null ? '' : `${words[track.source]}, summed`),
    (metres) => metres > 0 && metres <= FASTEST * Math.max(seconds, 1),
  );
  const metres = distance.chosen?.value ?? null;
  if (elapsedSeconds <= 0 || (metres === null && elapsedSeconds < SHORTEST_SECONDS))
    return refuse(refusal('empty', 'a run of some seconds', `one of ${Math.round(elapsedSeconds)} seconds`));

  const kind = kindOf(leg, metres, seconds);
  const climb = kind === 'treadmill' ? null : climbOf(series);
  const smoothed = `${words.altitude}, smoothed`;
  const up = choose('climbMetres', totals, told(climb?.up ?? null, smoothed), (value) => value >= 0);
  const down =
    totals.map((one) => one.descentMetres).find((one) => one !== null) ?? told(climb?.down ?? null, smoothed);
  const stretches = stretchesOf(series, track);
  // Positions wobble by more than a surge moves them.
  const surges = track.source === null || track.source === 'positions' ? null : surgesOf(stretches, series);
  const best = bestSpeedOf(stretches);
  const metresBySpeed = metresBySpeedOf(stretches, track);
  const secondsByHeartRate = secondsByHeartRateOf(series);
  const source = track.source === null ? '' : words[track.source];

  const numbers = {
    kind: kind ?? 'other',
    start: new Date(start.value).toISOString(),
    day: dayOf(start.value, leg.zoneMinutes, zone),
    elapsedSeconds: round(elapsedSeconds, 1),
    movingSeconds: moving.chosen && round(moving.chosen.value, 1),
    distanceMetres: metres === null ? null : round(metres, 1),
    climbMetres: up.chosen && round(up.chosen.value, 0),
    descentMetres: down && round(down.value, 0),
    bestSpeed: best === null ? null : round(best, 3),
    metresBySpeed,
    surges: surges?.count ?? null,
    secondsByHeartRate,
  } as const;
  const fields: Partial<Record<RunNumber, string>> = {
    start: start.field,
    elapsedSeconds: (elapsed.chosen ?? moving.chosen)?.field ?? '',
    ...(moving.chosen ? { movingSeconds: moving.chosen.field } : {}),
    ...(distance.chosen ? { distanceMetres: distance.chosen.field } : {}),
    ...(up.chosen ? { climbMetres: up.chosen.field } : {}),
    ...(down ? { descentMetres: down.field } : {}),
    ...(best === null ? {} : { bestSpeed: source }),
    ...(metresBySpeed ? { metresBySpeed: source } : {}),
    ...(surges ? { surges: surges.source === 'speed' ? words.speed : source } : {}),
    ...(secondsByHeartRate ? { secondsByHeartRate: words.heart } : {}),
  };
  const notes = [
    ...leg.notes,
    ...(leg.kind === 'unstated' ? [formatNote('sport-unstated')] : []),
    ...(start.value < CLOCK_SET ? [formatNote('clock-unset')] : []),
    ...series.notes,
    ...(totals.length < leg.totals.length ? [formatNote('laps-missing')] : []),
    ...track.notes,
    ...[elapsed, moving, distance, up].flatMap((one) => one.notes),
  ];
  return ok({
    id: runId(numbers),
    ...numbers,
    effort: null,
    from: { format: recording.format, device: recording.device, fields, notes },
  });
}

/** Some programs leave the last laps out of a file; then the sum is short of the points in time and in distance by the same laps. */
function missesLaps(
  { movingSeconds, distanceMetres }: Totals,
  moved: number | null,
  counted: number | null,
): boolean {
  const isShort = (sum: Told | null, points: number | null) =>
    sum !== null && points !== null && sum.field.startsWith('sum of') && sum.value < 0.9 * points;
  return isShort(movingSeconds, moved) && isShort(distanceMetres, counted);
}

function startOf(
  leg: Leg,
  series: Series,
  words: { readonly start: string; readonly time: string },
): Told | null {
  const first = series.count > 0 ? series.start : null;
  const isNear = leg.start !== null && (first === null || Math.abs(leg.start - first) <= LARGEST_START_GAP);
  if (isNear && leg.start !== null) return { value: leg.start, field: words.start };
  return first === null ? null : { value: first, field: `${words.time}, the first` };
}

function movedSeconds(series: Series, track: Track): number {
  let seconds = 0;
  for (let at = 1; at < series.count; at++)
    if (!isPauseBefore(series, track, at))
      seconds += (series.time[at] as number) - (series.time[at - 1] as number);
  return seconds;
}

function kindOf({ kind }: Leg, metres: number | null, seconds: number): RunKind | null {
  if (kind !== 'unstated') return kind;
  if (metres === null) return 'other';
  const speed = metres / Math.max(seconds, 1);
  if (speed > ON_WHEELS) return 'other';
  return speed < WALKING ? 'walk' : 'run';
}

function dayOf(start: number, zoneMinutes: number | null, zone: string): LocalDate {
  if (zoneMinutes === null) return dateInZone(start, zone);
  return dateOfDay(Math.floor((start + zoneMinutes * 60_000) / 86_400_000));
}

function told(value: number | null, field: string): Told | null {
  return value === null ? null : { value, field };
}

function round(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.round(value * scale) / scale;
}

function refusal(kind: ReadRefusal['kind'], expected: string, found: string): ReadRefusal {
  return { kind, where: 'the file', expected, found, remedy: 'A run can also be entered by hand.' };
}
