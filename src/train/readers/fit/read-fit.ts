// A decoded FIT file → its legs: which points belong to which session, where the timer stood still, what the device summed up.

import { ok, type Result, refuse } from '../../../vocabulary/index.ts';
import type { Columns } from '../columns.ts';
import { formatNote } from '../notes.ts';
import { type Leg, NO_TOTALS, type Piece, type Recording, type Told, type Totals } from '../recording.ts';
import type { ReadRefusal } from '../refusal.ts';
import { decodeFit } from './decode.ts';
import type { FitContent, Message } from './messages.ts';
import {
  ACTIVITY,
  ACTIVITY_FILE,
  DEVICE_INFO,
  EVENT,
  FILE_ID,
  fileTypeName,
  instantOfFit,
  kindOfSport,
  LAP,
  makerName,
  SESSION,
  SPORT,
  sportName,
  TIMER_EVENT,
  TIMER_STARTS,
  TIMER_STOPS,
  TIMESTAMP,
} from './profile.ts';

export function readFit(bytes: Uint8Array): Result<Recording, ReadRefusal> {
  const decoded = decodeFit(bytes);
  if (!decoded.ok) return decoded;
  const { columns, messages } = decoded.value;
  const types = messages.fileId.map((one) => numberOf(one, FILE_ID.type));
  if (types.length > 0 && !types.includes(ACTIVITY_FILE))
    return refuse(notAnActivity(types[0] ?? Number.NaN));
  return ok({ format: 'fit', device: deviceOf(decoded.value), columns, legs: legsOf(decoded.value) });
}

function notAnActivity(type: number): ReadRefusal {
  return {
    kind: 'no-run',
    where: 'the file',
    expected: 'an activity',
    found: `a FIT file of another kind (${fileTypeName(type)})`,
    remedy: 'Choose the file of the activity itself.',
  };
}

function legsOf({ columns, messages }: FitContent): readonly Leg[] {
  const sessions = [...messages.session].sort((a, b) => startOf(a) - startOf(b));
  const pauses = pausesOf(messages.event);
  const zoneMinutes = zoneOf(messages.activity);
  if (sessions.length === 0) {
    const [sport] = messages.sport;
    const [pieces = []] = piecesOf(columns, [Number.NEGATIVE_INFINITY], pauses);
    return [
      legOf(sport, SPORT.sport, SPORT.subSport, {
        start: null,
        pieces,
        totals: messages.lap.length > 0 ? [sumOf(messages.lap)] : [],
        zoneMinutes,
        notes: [formatNote('no-session')],
      }),
    ];
  }
  const starts = sessions.map(startOf);
  const pieces = piecesOf(columns, starts, pauses);
  return sessions.map((session, index) => {
    const next = starts[index + 1] ?? Number.POSITIVE_INFINITY;
    const start = starts[index] ?? Number.NaN;
    const laps =
      sessions.length === 1
        ? messages.lap
        : messages.lap.filter((lap) => startOf(lap) >= start && startOf(lap) < next);
    return legOf(session, SESSION.sport, SESSION.subSport, {
      start: Number.isNaN(start) ? null : start,
      pieces: pieces[index] ?? [],
      totals: [totalsOf(session, SESSION, 'session'), ...(laps.length > 0 ? [sumOf(laps)] : [])],
      zoneMinutes,
      notes: [],
    });
  });
}

function legOf(
  message: Message | undefined,
  sportField: number,
  subSportField: number,
  rest: Omit<Leg, 'kind' | 'sport'>,
): Leg {
  const sport = numberOf(message, sportField);
  return { kind: kindOfSport(sport, numberOf(message, subSportField)), sport: sportName(sport), ...rest };
}

/** Splits the points among the sessions, and each session's at its pauses. Points inside a pause are left out. */
function piecesOf(
  columns: Columns,
  starts: readonly number[],
  pauses: readonly { readonly from: number; readonly to: number }[],
): readonly (readonly Piece[])[] {
  const pieces: Piece[][] = starts.map(() => []);
  let session = 0;
  let pause = 0;
  let from = 0;
  const close = (to: number) => {
    if (to > from) pieces[session]?.push({ from, to });
  };
  for (let row = 0; row < columns.count; row++) {
    const time = columns.time[row] as number;
    const next = starts[session + 1];
    if (next !== undefined && time >= next) {
      close(row);
      while ((starts[session + 1] ?? Number.POSITIVE_INFINITY) <= time) session++;
      from = row;
    }
    let isBroken = false;
    while (pause < pauses.length && time >= (pauses[pause]?.to ?? 0)) {
      pause++;
      isBroken = true;
    }
    if (isBroken && row > from) {
      close(row);
      from = row;
    }
    const now = pauses[pause];
    if (now && time > now.from && time < now.to) {
      close(row);
      from = row + 1;
    }
  }
  close(columns.count);
  return pieces;
}

function pausesOf(events: readonly Message[]): readonly { readonly from: number; readonly to: number }[] {
  const pauses: { from: number; to: number }[] = [];
  let stopped = Number.NaN;
  for (const event of events) {
    if (numberOf(event, EVENT.event) !== TIMER_EVENT) continue;
    const type = numberOf(event, EVENT.type);
    const time = instantOfFit(numberOf(event, TIMESTAMP));
    if (TIMER_STOPS.includes(type) && Number.isNaN(stopped)) stopped = time;
    if (!TIMER_STARTS.includes(type)) continue;
    if (time > stopped) pauses.push({ from: stopped, to: time });
    stopped = Number.NaN;
  }
  return pauses;
}

function startOf(message: Message): number {
  const start = numberOf(message, SESSION.startTime);
  if (!Number.isNaN(start)) return instantOfFit(start);
  return instantOfFit(numberOf(message, TIMESTAMP) - numberOf(message, SESSION.elapsed) / 1000);
}

function totalsOf(
  message: Message,
  fields: typeof SESSION | typeof LAP,
  name: 'session' | 'sum of lap',
): Totals {
  const told = (field: number, per: number, label: string): Told | null => {
    const value = numberOf(message, field);
    return Number.isNaN(value) ? null : { value: value / per, field: `${name}.${label}` };
  };
  return {
    elapsedSeconds: told(fields.elapsed, 1000, 'total_elapsed_time'),
    movingSeconds: told(fields.timer, 1000, 'total_timer_time'),
    distanceMetres: told(fields.distance, 100, 'total_distance'),
    climbMetres: told(fields.ascent, 1, 'total_ascent'),
    descentMetres: told(fields.descent, 1, 'total_descent'),
  };
}

/** The laps together; a number that one of them lacks is not known. Elapsed time is not summed: laps leave pauses out in some devices. */
function sumOf(laps: readonly Message[]): Totals {
  const each = laps.map((lap) => totalsOf(lap, LAP, 'sum of lap'));
  const sum = (key: keyof Totals): Told | null => {
    const told = each.map((one) => one[key]);
    const [first] = told;
    if (!first || told.includes(null)) return null;
    return { value: told.reduce((total, one) => total + (one?.value ?? 0), 0), field: first.field };
  };
  return {
    ...NO_TOTALS,
    movingSeconds: sum('movingSeconds'),
    distanceMetres: sum('distanceMetres'),
    climbMetres: sum('climbMetres'),
    descentMetres: sum('descentMetres'),
  };
}

/** How far the local clock was ahead of UTC; null where that is no time zone on earth. */
function zoneOf(activities: readonly Message[]): number | null {
  for (const activity of activities) {
    const ahead = (numberOf(activity, ACTIVITY.localTimestamp) - numberOf(activity, TIMESTAMP)) / 60;
    const quarter = Math.round(ahead / 15) * 15;
    if (Math.abs(ahead - quarter) < 2 && quarter >= -720 && quarter <= 840) return quarter;
  }
  return null;
}

function deviceOf({ messages }: FitContent): string | null {
  const creator =
    messages.deviceInfo.find(
      (one) => numberOf(one, DEVICE_INFO.index) === 0 && one.has(DEVICE_INFO.manufacturer),
    ) ?? new Map();
  const [file = new Map()] = messages.fileId;
  const maker =
    makerName(numberOf(file, FILE_ID.manufacturer)) ?? makerName(numberOf(creator, DEVICE_INFO.manufacturer));
  const product = file.get(FILE_ID.productName) || creator.get(DEVICE_INFO.productName);
  if (maker === null) return product ? String(product) : null;
  if (product) return `${maker} ${product}`;
  const number = numberOf(file, FILE_ID.product);
  return Number.isNaN(number) ? maker : `${maker} product ${number}`;
}

function numberOf(message: Message | undefined, field: number): number {
  const value = message?.get(field);
  return typeof value === 'number' ? value : Number.NaN;
}
