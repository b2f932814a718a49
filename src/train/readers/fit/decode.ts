// Bytes of a FIT file → its points as columns and its few other messages as values. Written after the public description of the FIT
// protocol; our own because Garmin's SDK may not be used for this and the open ones are ten times slower (decision 29).
//
// Read: both byte orders, compressed timestamps, chained files, arrays (first value), the checksum of header and data. Developer fields
// are stepped over. Definitions cost nothing until a message uses them, so that a file of a million definitions is no attack.

import { ok, type Result, refuse } from '../../../vocabulary/index.ts';
import { Columns } from '../columns.ts';
import type { ReadRefusal } from '../refusal.ts';
import { fitChecksum } from './checksum.ts';
import { damage, type FitContent, readMessages } from './messages.ts';

/** Bytes; smaller ones only cost a move to a larger room. */
const USUAL_RECORD = 28;

export function isFit(bytes: Uint8Array): boolean {
  return bytes.length >= 12 && hasSignature(bytes, 0);
}

function hasSignature(bytes: Uint8Array, at: number): boolean {
  return (
    bytes[at + 8] === 0x2e && bytes[at + 9] === 0x46 && bytes[at + 10] === 0x49 && bytes[at + 11] === 0x54
  );
}

export function decodeFit(bytes: Uint8Array): Result<FitContent, ReadRefusal> {
  const content: FitContent = {
    columns: new Columns(bytes.length / USUAL_RECORD),
    messages: { fileId: [], sport: [], session: [], lap: [], event: [], deviceInfo: [], activity: [] },
  };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  // Files may be chained. What follows the last one is padding as long as it does not begin a file.
  while (at === 0 || (at + 12 <= bytes.length && hasSignature(bytes, at))) {
    const span = readHeader(bytes, view, at);
    if (!span.ok) return span;
    const refusal = readMessages(bytes, view, span.value.from, span.value.to, content);
    if (refusal) return refuse(refusal);
    at = span.value.to + 2;
  }
  return ok(content);
}

function readHeader(
  bytes: Uint8Array,
  view: DataView,
  at: number,
): Result<{ readonly from: number; readonly to: number }, ReadRefusal> {
  const size = bytes[at] ?? 0;
  if (size < 12 || at + size > bytes.length)
    return refuse(damage(at, 'a header of 12 or 14 bytes', `a header of ${size} bytes`));
  if (!hasSignature(bytes, at)) return refuse(damage(at + 8, 'the letters .FIT', 'something else'));
  const from = at + size;
  const to = from + view.getUint32(at + 4, true);
  if (to === from)
    return refuse(damage(at + 4, 'the size of the data', '0, as in a file that the device never closed'));
  if (to + 2 > bytes.length)
    return refuse(
      damage(bytes.length, `${to + 2} bytes`, `the end after ${bytes.length}: the file is cut off`),
    );
  const headerSum = size >= 14 ? view.getUint16(at + 12, true) : 0;
  if (headerSum !== 0 && headerSum !== fitChecksum(bytes, at, at + 12))
    return refuse(damage(at + 12, 'the checksum of the header', 'another one: the header was changed'));
  if (view.getUint16(to, true) !== fitChecksum(bytes, at, to))
    return refuse(damage(to, 'the checksum of the file', 'another one: the file was changed on the way'));
  return ok({ from, to });
}
