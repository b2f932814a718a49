// The files of the app for devices, as small as Brotli can make them. That takes seconds for the knowledge, so it is done once and
// kept beside the built code; where nothing can be kept it is done again after a start.

import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compress } from './compress.ts';

/** @param folder that goes when its code is no longer used */
export async function smallest(
  bytes: Uint8Array<ArrayBuffer>,
  folder: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const path = join(folder, `${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}.br`);
  const kept = await readFile(path).catch(() => undefined);
  if (kept) return new Uint8Array(kept);
  const small = await compress('br', bytes, 'smallest');
  // Whole or not there: another server may look for it at this moment.
  const unfinished = `${path}.${process.pid}`;
  await writeFile(unfinished, small)
    .then(() => rename(unfinished, path))
    .catch(() => {});
  return small;
}
