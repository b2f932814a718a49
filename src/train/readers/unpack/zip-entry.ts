// One entry of a zip archive, unpacked.

import { ok, type Result, refuse } from '../../../vocabulary/index.ts';
import { AGAIN, type ReadRefusal } from '../refusal.ts';
import { crc32 } from './crc32.ts';
import { inflateExactly } from './inflate.ts';
import type { RunSource } from './source.ts';
import { unreadable, viewOf, type ZipEntry } from './zip-directory.ts';

const LOCAL_SIZE = 30;
const SIG_LOCAL = 0x04034b50;
const [STORED, DEFLATED] = [0, 8] as const;

export async function readZipEntry(
  archive: RunSource,
  entry: ZipEntry,
  most: number,
): Promise<Result<Uint8Array, ReadRefusal>> {
  const refused = (kind: ReadRefusal['kind'], expected: string, found: string, remedy = AGAIN) =>
    refuse({ kind, where: `byte ${entry.at}`, expected, found, remedy });
  const instead = 'Unpack it with another program first.';
  if (!entry.isSafeName)
    return refused('hostile', 'a name inside the archive', 'one that leads out of it', 'Leave it out.');
  if (entry.isEncrypted) return refused('unsupported', 'no password', 'an encrypted file', instead);
  if (entry.method !== STORED && entry.method !== DEFLATED)
    return refused('unsupported', 'files packed by DEFLATE', `packing ${entry.method}`, instead);
  if (entry.size > most)
    return refused('too-large', `at most ${most} bytes when unpacked`, `${entry.size}`, instead);
  const header = await archive.read(entry.at, entry.at + LOCAL_SIZE);
  if (header?.length !== LOCAL_SIZE) return refuse(unreadable());
  const view = viewOf(header);
  if (view.getUint32(0, true) !== SIG_LOCAL) return refused('damaged', 'the header of a file', 'none');
  const at = entry.at + LOCAL_SIZE + view.getUint16(26, true) + view.getUint16(28, true);
  const packed = await archive.read(at, at + entry.packedSize);
  if (packed?.length !== entry.packedSize)
    return refused('damaged', `${entry.packedSize} bytes`, 'the end of the archive');
  if (entry.method === DEFLATED)
    return inflateExactly(packed, entry.size, entry.checksum, most, `byte ${entry.at}`);
  if (entry.size !== entry.packedSize) return refused('damaged', 'the stated size', 'another one');
  return crc32(packed) === entry.checksum
    ? ok(packed)
    : refused('damaged', 'the stated checksum', 'another one');
}
