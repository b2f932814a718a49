// The messages between header and checksum. Definitions cost next to nothing until a message uses them, so that a file of a million
// definitions is no attack; what an unknown message holds is stepped over.

import { type Columns, MOST_POINTS } from '../columns.ts';
import { AGAIN, type ReadRefusal } from '../refusal.ts';
import { readValue, STRING_TYPE, sizeOfType } from './base-types.ts';
import { instantOfFit, MESSAGE, TIMESTAMP } from './profile.ts';
import { CompressedDistance, columnsOf, RecordPlan } from './record-plan.ts';

/** A message by field number. */
export type Message = ReadonlyMap<number, number | string>;

/** Messages that are kept whole. */
const { record: _, ...KEPT } = MESSAGE;
export type KeptMessage = keyof typeof KEPT;
const KEPT_NAMES = new Map<number, KeptMessage>(
  Object.entries(KEPT).map(([name, number]) => [number, name as KeptMessage]),
);

export interface FitContent {
  readonly columns: Columns;
  readonly messages: Readonly<Record<KeptMessage, Message[]>>;
}

/** A day of laps of a second each, and no more. */
const MOST_MESSAGES = 100_000;
const LONGEST_TEXT = 60;

/** What a local message number means at the moment. Reused, so that definitions make no garbage. */
class Definition {
  global = -1;
  little = true;
  fieldsAt = 0;
  fieldCount = 0;
  /** Bytes of the message with its developer fields. */
  size = 0;
  /** The rest is worked out when a message first uses it. */
  isPrepared = false;
  timestampOffset = -1;
  readonly plan = new RecordPlan();
}

/** Reads the messages of one file of a chain into the content; returns what stopped it. */
export function readMessages(
  bytes: Uint8Array,
  view: DataView,
  from: number,
  to: number,
  { columns, messages }: FitContent,
): ReadRefusal | null {
  const definitions = Array.from({ length: 16 }, () => new Definition());
  const compressed = new CompressedDistance();
  let targets = columnsOf(columns);
  /** The last time named, in FIT's seconds. */
  let seconds = Number.NaN;
  let kept = 0;
  let at = from;
  while (at < to) {
    const header = bytes[at] as number;
    const hasTime = header >= 0x80;
    const definition = definitions[hasTime ? (header >> 5) & 3 : header & 15] as Definition;
    if (!hasTime && header & 0x40) {
      at = define(definition, bytes, at, to);
      if (at < 0) return damage(-at, 'the definition of a message', 'the end of the data inside it');
      continue;
    }
    if (definition.global < 0) return damage(at, 'the definition of a message before its first use', 'none');
    const body = at + 1;
    at = body + definition.size;
    if (at > to)
      return damage(body, `a message of ${definition.size} bytes`, 'the end of the data inside it');
    if (!definition.isPrepared) prepare(definition, bytes);
    // A compressed header has the last five bits of the time, which only goes forward.
    if (hasTime) seconds += ((header & 31) - (seconds & 31)) & 31;
    else if (definition.timestampOffset >= 0)
      seconds = view.getUint32(body + definition.timestampOffset, definition.little);

    if (definition.global === MESSAGE.record) {
      if (columns.count === MOST_POINTS) return tooMany(at, 'points', MOST_POINTS);
      const row = columns.addRow();
      if (targets[0] !== columns.time) targets = columnsOf(columns);
      definition.plan.read(view, bytes, body, definition.little, row, targets, compressed);
      if (hasTime) columns.time[row] = instantOfFit(seconds);
      continue;
    }
    const name = KEPT_NAMES.get(definition.global);
    if (!name) continue;
    if (kept++ === MOST_MESSAGES) return tooMany(at, 'laps, events and sessions', MOST_MESSAGES);
    messages[name].push(messageOf(definition, view, bytes, body));
  }
  return null;
}

/** Takes a definition in; returns where it ends, or minus its place when the data end before. */
function define(definition: Definition, bytes: Uint8Array, at: number, to: number): number {
  const hasDeveloperFields = ((bytes[at] as number) & 0x20) !== 0;
  const little = bytes[at + 2] !== 1;
  const [first = 0, second = 0] = [bytes[at + 3], bytes[at + 4]];
  const fieldCount = bytes[at + 5] ?? 0;
  let end = at + 6;
  let size = 0;
  for (let field = 0; field < fieldCount; field++, end += 3) size += bytes[end + 1] ?? 0;
  if (hasDeveloperFields) {
    const count = bytes[end] ?? 0;
    end += 1;
    for (let field = 0; field < count; field++, end += 3) size += bytes[end + 1] ?? 0;
  }
  if (end > to) return -at;
  definition.global = little ? first | (second << 8) : (first << 8) | second;
  definition.little = little;
  definition.fieldsAt = at + 6;
  definition.fieldCount = fieldCount;
  definition.size = size;
  definition.isPrepared = false;
  return end;
}

function prepare(definition: Definition, bytes: Uint8Array): void {
  const isRecord = definition.global === MESSAGE.record;
  if (isRecord) definition.plan.clear();
  definition.timestampOffset = -1;
  let offset = 0;
  for (let at = definition.fieldsAt; at < definition.fieldsAt + definition.fieldCount * 3; at += 3) {
    const size = bytes[at + 1] as number;
    if (bytes[at] === TIMESTAMP && size === 4) definition.timestampOffset = offset;
    if (isRecord) definition.plan.add(bytes[at] as number, size, bytes[at + 2] as number, offset);
    offset += size;
  }
  if (isRecord) definition.plan.finish();
  definition.isPrepared = true;
}

function messageOf(definition: Definition, view: DataView, bytes: Uint8Array, body: number): Message {
  const message = new Map<number, number | string>();
  let offset = body;
  for (let at = definition.fieldsAt; at < definition.fieldsAt + definition.fieldCount * 3; at += 3) {
    const [number = 0, size = 0, type = 0] = [bytes[at], bytes[at + 1], bytes[at + 2]];
    if ((type & 0x1f) === STRING_TYPE) message.set(number, textOf(bytes, offset, size));
    else if (size > 0 && size >= sizeOfType(type)) {
      const value = readValue(view, offset, type, definition.little);
      if (!Number.isNaN(value)) message.set(number, value);
    }
    offset += size;
  }
  return message;
}

/** Printable ASCII up to the first zero: names of products are nothing else, and nothing else is shown. */
function textOf(bytes: Uint8Array, from: number, size: number): string {
  let text = '';
  for (let at = from; at < from + size && text.length < LONGEST_TEXT; at++) {
    const code = bytes[at] ?? 0;
    if (code === 0) break;
    if (code >= 0x20 && code < 0x7f) text += String.fromCharCode(code);
  }
  return text.trim();
}

export function damage(at: number, expected: string, found: string): ReadRefusal {
  return { kind: 'damaged', where: `byte ${at}`, expected, found, remedy: AGAIN };
}

function tooMany(at: number, what: string, most: number): ReadRefusal {
  return {
    kind: 'too-large',
    where: `byte ${at}`,
    expected: `at most ${most} ${what}`,
    found: 'more',
    remedy: 'This is more than any run holds. Export the runs one by one.',
  };
}
