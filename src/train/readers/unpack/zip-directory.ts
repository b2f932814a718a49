// The directory of a zip archive (APPNOTE 6.3, with zip64): what is in it and where, before anything is unpacked. Refused: archives whose
// entries overlap (bombs that pack one kernel many times), more entries than anybody has runs, names that lead out of the archive.

import { strFromU8 } from 'fflate';
import { ok, type Result, refuse } from '../../../vocabulary/index.ts';
import { AGAIN, type ReadRefusal } from '../refusal.ts';
import type { RunSource } from './source.ts';

export interface ZipEntry {
  /** With control characters taken out. */
  readonly name: string;
  readonly isSafeName: boolean;
  readonly isEncrypted: boolean;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly checksum: number;
  readonly packedSize: number;
  readonly size: number;
  /** Of its local header. */
  readonly at: number;
}

const MOST_ENTRIES = 100_000;
const LARGEST_DIRECTORY = 32 * 2 ** 20;
/** All entries together when unpacked. */
const LARGEST_TOTAL = 32 * 2 ** 30;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const [SIG_ENTRY, SIG_END, SIG_END64, SIG_LOCATOR64] = [
  0x02014b50, 0x06054b50, 0x06064b50, 0x07064b50,
] as const;

export function isZip(head: Uint8Array): boolean {
  return (
    head[0] === 0x50 &&
    head[1] === 0x4b &&
    (head[2] === 3 || head[2] === 5) &&
    (head[3] === 4 || head[3] === 6)
  );
}

export async function readZipDirectory(source: RunSource): Promise<Result<readonly ZipEntry[], ReadRefusal>> {
  const tailAt = Math.max(0, source.size - END_SIZE - LONGEST_COMMENT - 20);
  const tail = await source.read(tailAt, source.size);
  if (tail === null) return refuse(unreadable());
  const view = viewOf(tail);
  const end = endOf(view);
  if (end < 0)
    return refuse(
      damage(source.size, 'the directory at the end of the archive', 'none: the file is cut off'),
    );
  let count = view.getUint16(end + 10, true);
  let size = view.getUint32(end + 12, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || size === 0xffffffff || at === 0xffffffff) {
    const end64 = await readEnd64(source, view, end);
    if (!end64) return refuse(damage(tailAt + end, 'a zip64 directory', 'none'));
    ({ count, size, at } = end64);
  }
  if (count > MOST_ENTRIES || size > LARGEST_DIRECTORY)
    return refuse(tooMuch(`at most ${MOST_ENTRIES} entries`, `${count}`));
  if (at + size > source.size)
    return refuse(damage(tailAt + end, 'a directory inside the archive', 'one outside'));
  const bytes = await source.read(at, at + size);
  if (bytes?.length !== size) return refuse(unreadable());
  return entriesOf(bytes, count, at);
}

function endOf(view: DataView): number {
  for (let at = view.byteLength - END_SIZE; at >= 0; at--)
    if (
      view.getUint32(at, true) === SIG_END &&
      at + END_SIZE + view.getUint16(at + 20, true) <= view.byteLength
    )
      return at;
  return -1;
}

async function readEnd64(source: RunSource, tail: DataView, end: number) {
  const locator = end - 20;
  if (locator < 0 || tail.getUint32(locator, true) !== SIG_LOCATOR64) return undefined;
  const at = Number(tail.getBigUint64(locator + 8, true));
  if (at + 56 > source.size) return undefined;
  const record = await source.read(at, at + 56);
  if (record?.length !== 56) return undefined;
  const view = viewOf(record);
  if (view.getUint32(0, true) !== SIG_END64) return undefined;
  return {
    count: Number(view.getBigUint64(32, true)),
    size: Number(view.getBigUint64(40, true)),
    at: Number(view.getBigUint64(48, true)),
  };
}

function entriesOf(
  bytes: Uint8Array,
  count: number,
  directoryAt: number,
): Result<readonly ZipEntry[], ReadRefusal> {
  const view = viewOf(bytes);
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== SIG_ENTRY)
      return refuse(damage(directoryAt + at, `entry ${index + 1} of ${count}`, 'none'));
    const [nameSize, extraSize, commentSize] = [28, 30, 32].map((offset) =>
      view.getUint16(at + offset, true),
    ) as [number, number, number];
    const extraAt = at + 46 + nameSize;
    const next = extraAt + extraSize + commentSize;
    if (next > bytes.length)
      return refuse(damage(directoryAt + at, 'a whole entry', 'the end of the directory'));
    const name = strFromU8(bytes.subarray(at + 46, extraAt));
    const [packedSize, size, headerAt] = sizes64(view, at, extraAt, extraSize);
    entries.push({
      name: shownName(name),
      isSafeName: isSafe(name),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packedSize,
      size,
      at: headerAt,
    });
    at = next;
  }
  return overlaps(entries, directoryAt) ?? ok(entries);
}

/** Packed size, size and place; those that do not fit 32 bits stand in an extra field, in this order. */
function sizes64(view: DataView, at: number, extraAt: number, extraSize: number): [number, number, number] {
  const values = [
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ];
  for (let field = extraAt; field + 4 <= extraAt + extraSize; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    let offset = field + 4;
    const fieldEnd = Math.min(offset + view.getUint16(field + 2, true), extraAt + extraSize);
    for (const [index, value] of values.entries()) {
      if (value !== 0xffffffff || offset + 8 > fieldEnd) continue;
      values[index] = Number(view.getBigUint64(offset, true));
      offset += 8;
    }
  }
  const [size = 0, packedSize = 0, headerAt = 0] = values;
  return [packedSize, size, headerAt];
}

function overlaps(entries: readonly ZipEntry[], directoryAt: number): Result<never, ReadRefusal> | null {
  const sorted = entries.toSorted((a, b) => a.at - b.at);
  let total = 0;
  let end = 0;
  for (const entry of sorted) {
    if (entry.at < end)
      return refuse({
        kind: 'hostile',
        where: `byte ${entry.at}`,
        expected: 'entries beside each other',
        found: 'entries that overlap, as in a bomb',
        remedy: 'Ask for the export again.',
      });
    end = entry.at + 30 + entry.packedSize;
    total += entry.size;
    if (end > directoryAt)
      return refuse(damage(entry.at, 'an entry before the directory', 'one that reaches into it'));
  }
  return total > LARGEST_TOTAL ? refuse(tooMuch('at most 32 GiB when unpacked', 'more')) : null;
}

/** We write nothing to a disk under such a name; who packs one means no good all the same. */
function isSafe(name: string): boolean {
  return !/^[/\\]|^[A-Za-z]:|\\|\0/.test(name) && !name.split('/').includes('..');
}

function shownName(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
  return name.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '�').slice(0, 300);
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

export function unreadable(): ReadRefusal {
  return {
    kind: 'damaged',
    where: 'the file',
    expected: 'a file that can be read',
    found: 'that reading it failed',
    remedy: 'See whether it opens elsewhere, then try again.',
  };
}

function damage(at: number, expected: string, found: string): ReadRefusal {
  return { kind: 'damaged', where: `byte ${at}`, expected, found, remedy: AGAIN };
}

function tooMuch(expected: string, found: string): ReadRefusal {
  return {
    kind: 'too-large',
    where: 'the archive',
    expected,
    found,
    remedy: 'Unpack it and choose the runs.',
  };
}
