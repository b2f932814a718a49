// gzip with one file in it, as Strava packs each activity (RFC 1952).

import { type Result, refuse } from '../../../vocabulary/index.ts';
import { AGAIN, type ReadRefusal } from '../refusal.ts';
import { inflateExactly } from './inflate.ts';

const [HAS_EXTRA, HAS_NAME, HAS_COMMENT, HAS_CHECKSUM] = [4, 8, 16, 2] as const;

export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

export function gunzip(bytes: Uint8Array, most: number): Result<Uint8Array, ReadRefusal> {
  const begin = afterHeader(bytes);
  const end = bytes.length - 8;
  if (bytes[2] !== 8 || begin < 0 || begin > end) {
    const found = bytes[2] === 8 ? 'the end of the file inside it' : 'another packing';
    return refuse({ kind: 'damaged', where: 'byte 0', expected: 'a header of gzip', found, remedy: AGAIN });
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [checksum, size] = [view.getUint32(end, true), view.getUint32(end + 4, true)];
  return inflateExactly(bytes.subarray(begin, end), size, checksum, most, 'the packed file');
}

function afterHeader(bytes: Uint8Array): number {
  const flags = bytes[3] ?? 0;
  let at = 10;
  if (flags & HAS_EXTRA) at += 2 + ((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8));
  for (const flag of [HAS_NAME, HAS_COMMENT]) {
    if (!(flags & flag)) continue;
    const zero = bytes.indexOf(0, at);
    if (zero < 0) return -1;
    at = zero + 1;
  }
  return flags & HAS_CHECKSUM ? at + 2 : at;
}
