// Writes zip archives for tests, honest ones and others: fflate packs, and what it would not write is patched in afterwards.

import { gzipSync, type Zippable, zipSync } from 'fflate';
import type { RunSource } from '../../src/train/index.ts';

export function zipOf(files: Readonly<Record<string, Uint8Array>>, level: 0 | 6 = 6): Uint8Array {
  const zippable: Zippable = Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [name, [bytes, { level }] as const]),
  ) as Zippable;
  return zipSync(zippable);
}

export function gzipOf(bytes: Uint8Array): Uint8Array {
  return gzipSync(bytes, { filename: 'a.fit' });
}

/** Offsets of the entries in the directory. */
export function directoryOf(zip: Uint8Array): readonly number[] {
  return signaturesIn(zip, 0x02014b50);
}

export function signaturesIn(bytes: Uint8Array, signature: number): readonly number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const places: number[] = [];
  for (let at = 0; at + 4 <= bytes.length; at++) if (view.getUint32(at, true) === signature) places.push(at);
  return places;
}

/** The same archive with numbers of its directory changed. */
export function patched(
  zip: Uint8Array,
  patch: (view: DataView, entries: readonly number[]) => void,
): Uint8Array {
  const copy = zip.slice();
  patch(new DataView(copy.buffer), directoryOf(copy));
  return copy;
}

/** A source that counts what is asked of it. */
export function watched(
  name: string,
  bytes: Uint8Array,
): RunSource & { readonly asked: () => number; readonly most: () => number } {
  let asked = 0;
  let most = 0;
  return {
    name,
    size: bytes.length,
    read: async (from, to) => {
      asked += to - from;
      most = Math.max(most, to - from);
      return bytes.subarray(from, to);
    },
    asked: () => asked,
    most: () => most,
  };
}
