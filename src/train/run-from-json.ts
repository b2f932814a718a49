// One run that a disk or a file holds. Nothing is taken on trust: kinds, ranges and lengths are looked at, and what is not known
// is left out. Reading what was written gives the same run.

import { isLocalDate, ok, type Result, refuse } from '../vocabulary/index.ts';
import type { Run, RunFormat, RunKind, RunNumber } from './run.ts';

export interface RunMistake {
  readonly expected: string;
  readonly found: string;
}

const KINDS: readonly RunKind[] = ['run', 'treadmill', 'trail', 'walk', 'other'];
const FORMATS: readonly RunFormat[] = ['fit', 'gpx', 'tcx', 'manual'];
const FIELDS: readonly RunNumber[] = [
  'start',
  'elapsedSeconds',
  'movingSeconds',
  'distanceMetres',
  'climbMetres',
  'descentMetres',
  'bestSpeed',
  'metresBySpeed',
  'surges',
  'secondsByHeartRate',
];
/** More than anybody runs; a number beyond is a mistake of a file. */
const MOST: Readonly<Record<string, number>> = {
  elapsedSeconds: 14 * 86_400,
  movingSeconds: 14 * 86_400,
  distanceMetres: 2_000_000,
  climbMetres: 100_000,
  descentMetres: 100_000,
  bestSpeed: 30,
  surges: 100_000,
  effort: 10,
};
const LIMITS = Object.entries(MOST);
const MOST_BINS = 400;
const MOST_NOTES = 50;
const MOST_NAMES = 50;
const ID = /^[A-Za-z0-9._:-]{4,120}$/;

type Fields = Readonly<Record<string, unknown>>;

/** Reads one run, or says what is wrong with it; no value of it stands in the message. */
export function runFromJson(value: unknown): Result<Run, RunMistake> {
  if (!isRecord(value)) return refuse({ expected: 'a run', found: typeof value });
  const { id, kind, start, day, from } = value;
  const wrong = (expected: string, found: unknown) => refuse({ expected, found: kindOf(found) });
  if (typeof id !== 'string' || !ID.test(id)) return wrong('id: a short text', id);
  if (!KINDS.includes(kind as RunKind)) return wrong(`kind: ${KINDS.join(', ')}`, kind);
  if (typeof start !== 'string' || !isInstant(start)) return wrong('start: an instant in UTC', start);
  if (!isLocalDate(day)) return wrong('day: a date', day);
  if (!isRecord(from) || !FORMATS.includes(from.format as RunFormat)) {
    return wrong(`from.format: ${FORMATS.join(', ')}`, from);
  }
  if (!isNumber(value.elapsedSeconds, MOST.elapsedSeconds))
    return wrong('elapsedSeconds', value.elapsedSeconds);
  for (const [key, most] of LIMITS) {
    const found = value[key] ?? null;
    if (found !== null && !isNumber(found, most)) return wrong(`${key}: a number from 0 to ${most}`, found);
  }
  for (const key of ['metresBySpeed', 'secondsByHeartRate'] as const) {
    const found = value[key] ?? null;
    if (found !== null && !isSpread(found)) return wrong(`${key}: a list of numbers`, found);
  }
  const number = (key: string) => (value[key] as number | null | undefined) ?? null;
  const spread = (key: string) => (value[key] as readonly number[] | null | undefined) ?? null;
  return ok({
    id,
    kind: kind as RunKind,
    start,
    day,
    elapsedSeconds: value.elapsedSeconds as number,
    movingSeconds: number('movingSeconds'),
    distanceMetres: number('distanceMetres'),
    climbMetres: number('climbMetres'),
    descentMetres: number('descentMetres'),
    bestSpeed: number('bestSpeed'),
    metresBySpeed: spread('metresBySpeed'),
    surges: number('surges'),
    secondsByHeartRate: spread('secondsByHeartRate'),
    effort: number('effort'),
    from: {
      format: from.format as RunFormat,
      device: typeof from.device === 'string' ? from.device.slice(0, 120) : null,
      fields: fieldsOf(from.fields),
      notes: (Array.isArray(from.notes) ? from.notes : [])
        .filter((note) => typeof note === 'string')
        .slice(0, MOST_NOTES)
        .map((note) => note.slice(0, 300)),
      ...stoodForOf(from.stoodFor),
    },
  });
}

function fieldsOf(value: unknown): Run['from']['fields'] {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    FIELDS.flatMap((key) => {
      const text = value[key];
      return typeof text === 'string' ? [[key, text.slice(0, 200)]] : [];
    }),
  );
}

function stoodForOf(value: unknown): Pick<Run['from'], 'stoodFor'> {
  if (!isRecord(value)) return {};
  const { ids, start, end } = value;
  const isSpan = typeof start === 'string' && typeof end === 'string' && isInstant(start) && isInstant(end);
  const names = (Array.isArray(ids) ? ids : []).filter((id) => typeof id === 'string' && ID.test(id));
  return isSpan ? { stoodFor: { ids: names.slice(0, MOST_NAMES), start, end } } : {};
}

function isSpread(value: unknown): boolean {
  return Array.isArray(value) && value.length <= MOST_BINS && value.every((one) => isNumber(one));
}

function isNumber(value: unknown, most = Number.MAX_SAFE_INTEGER): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 && value <= most;
}

function isInstant(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text) && Number.isFinite(Date.parse(text));
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  return value === undefined
    ? 'nothing'
    : value === null
      ? 'null'
      : Array.isArray(value)
        ? 'a list'
        : typeof value;
}
