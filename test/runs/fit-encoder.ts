// Writes FIT files for tests, from the public description of the protocol: both byte orders, 12 and 14 byte headers, compressed timestamps,
// developer fields. Not from Garmin's SDK, whose encoder may not be used for this (decision 29).

import { fitChecksum } from '../../src/train/readers/fit/checksum.ts';

export type FitType =
  | 'enum'
  | 'uint8'
  | 'sint8'
  | 'uint16'
  | 'sint16'
  | 'uint32'
  | 'sint32'
  | 'string'
  | 'bytes';

export interface FitField {
  readonly number: number;
  readonly type: FitType;
  /** Null is written as the type's own "not recorded". */
  readonly value: number | string | readonly number[] | null;
}

export interface FitMessage {
  readonly global: number;
  readonly fields: readonly FitField[];
  /** Sizes in bytes of developer fields, filled with 7s. */
  readonly developer?: readonly number[];
  /** Writes the lower five bits of this time (FIT seconds) into the header instead of a field. */
  readonly compressedTime?: number;
}

export interface FitOptions {
  readonly little?: boolean;
  readonly headerSize?: 12 | 14;
}

const TYPES: Readonly<Record<FitType, readonly [code: number, size: number, invalid: number]>> = {
  enum: [0x00, 1, 0xff],
  sint8: [0x01, 1, 0x7f],
  uint8: [0x02, 1, 0xff],
  sint16: [0x83, 2, 0x7fff],
  uint16: [0x84, 2, 0xffff],
  sint32: [0x85, 4, 0x7fffffff],
  uint32: [0x86, 4, 0xffffffff],
  string: [0x07, 1, 0],
  bytes: [0x0d, 1, 0xff],
};

export function encodeFit(
  messages: readonly FitMessage[],
  { little = true, headerSize = 14 }: FitOptions = {},
) {
  const data: number[] = [];
  const defined = new Map<number, string>();
  const locals = new Map<string, number>();
  for (const message of messages) {
    const layout = layoutOf(message);
    // Compressed headers have room for four local numbers only.
    const room = message.compressedTime === undefined ? 16 : 4;
    let local = locals.get(layout) ?? -1;
    if (local < 0 || defined.get(local) !== layout) {
      local = locals.size % room;
      locals.set(layout, local);
      defined.set(local, layout);
      data.push(...definitionOf(message, local, little));
    }
    data.push(
      message.compressedTime === undefined ? local : 0x80 | (local << 5) | (message.compressedTime & 31),
    );
    for (const field of message.fields) data.push(...bytesOf(field, little));
    for (const size of message.developer ?? []) data.push(...Array<number>(size).fill(7));
  }
  return wrapFit(Uint8Array.from(data), headerSize);
}

/** Puts header and checksum around messages. */
export function wrapFit(data: Uint8Array, headerSize: 12 | 14 = 14): Uint8Array {
  const bytes = new Uint8Array(headerSize + data.length + 2);
  const view = new DataView(bytes.buffer);
  bytes.set([headerSize, 0x20, 0x54, 0x08]);
  view.setUint32(4, data.length, true);
  bytes.set([0x2e, 0x46, 0x49, 0x54], 8);
  if (headerSize === 14) view.setUint16(12, fitChecksum(bytes, 0, 12), true);
  bytes.set(data, headerSize);
  view.setUint16(headerSize + data.length, fitChecksum(bytes, 0, headerSize + data.length), true);
  return bytes;
}

function layoutOf({ global, fields, developer = [] }: FitMessage): string {
  return `${global}|${fields.map((field) => `${field.number}:${field.type}:${sizeOf(field)}`).join()}|${developer.join()}`;
}

function sizeOf({ type, value }: FitField): number {
  if (type === 'string') return String(value ?? '').length + 1;
  return TYPES[type][1] * (Array.isArray(value) ? value.length : 1);
}

function definitionOf({ global, fields, developer }: FitMessage, local: number, little: boolean): number[] {
  const number = little ? [global & 0xff, global >> 8] : [global >> 8, global & 0xff];
  return [
    0x40 | (developer ? 0x20 : 0) | local,
    0,
    little ? 0 : 1,
    ...number,
    fields.length,
    ...fields.flatMap((field) => [field.number, sizeOf(field), TYPES[field.type][0]]),
    ...(developer ? [developer.length, ...developer.flatMap((size, index) => [index, size, 0])] : []),
  ];
}

function bytesOf(field: FitField, little: boolean): number[] {
  const { type, value } = field;
  if (type === 'string') return [...String(value ?? '')].map((letter) => letter.charCodeAt(0)).concat(0);
  const [, size, invalid] = TYPES[type];
  const values = Array.isArray(value) ? value : [value ?? invalid];
  return values.flatMap((one: number) => {
    const bytes = Array.from({ length: size }, (_, index) => (Math.round(one) >> (8 * index)) & 0xff);
    return little ? bytes : bytes.reverse();
  });
}

/** FIT seconds of an instant. */
export function fitSeconds(instant: string): number {
  return Date.parse(instant) / 1000 - 631_065_600;
}
