// Unpacks what was packed by DEFLATE, never beyond the size it states: fflate streams, and what it hands over is counted. A bomb is stopped
// by the count, not by the memory.

import { Inflate } from 'fflate';
import { ok, type Result, refuse } from '../../../vocabulary/index.ts';
import { AGAIN, type ReadRefusal } from '../refusal.ts';
import { crc32 } from './crc32.ts';

/** Real files pack 30 : 1 at most (of the samples, GPX of an indoor run); DEFLATE can do 1032 : 1. An estimate of ours. */
export const LARGEST_RATIO = 150;
/** Packed bytes a step: what comes out is counted after each, so that a bomb gets no farther than half a megabyte. */
const STEP = 512;
/** The ratio is not asked of so little. */
const SMALL = 2 ** 18;

class Full extends Error {}

/**
 * Unpacks to exactly `size` bytes with the checksum.
 * @param where of the packed file, for refusals
 */
export function inflateExactly(
  packed: Uint8Array,
  size: number,
  checksum: number,
  most: number,
  where: string,
): Result<Uint8Array, ReadRefusal> {
  const refused = (kind: ReadRefusal['kind'], expected: string, found: string) =>
    refuse({
      kind,
      where,
      expected,
      found,
      remedy: kind === 'damaged' ? AGAIN : 'Unpack it with another program first.',
    });
  if (size > most) return refused('too-large', `at most ${most} bytes when unpacked`, `${size}`);
  if (size > LARGEST_RATIO * packed.length + 1024)
    return refused('hostile', `at most ${LARGEST_RATIO} bytes out of one`, `${size} out of ${packed.length}`);
  const out = new Uint8Array(size);
  let count = 0;
  let pushed = 0;
  const inflate = new Inflate((chunk) => {
    const next = count + chunk.length;
    if (next > size || (next > SMALL && next > LARGEST_RATIO * pushed)) throw new Full();
    out.set(chunk, count);
    count += chunk.length;
  });
  try {
    while (pushed < packed.length || pushed === 0) {
      const part = packed.subarray(pushed, pushed + STEP);
      pushed += STEP;
      inflate.push(part, pushed >= packed.length);
    }
  } catch (error) {
    if (error instanceof Full) return refused('hostile', `${size} bytes, as stated`, 'more');
    return refused('damaged', 'packed data in order', 'a mistake in them');
  }
  if (count < size) return refused('damaged', `${size} bytes, as stated`, `${count}`);
  return crc32(out) === checksum ? ok(out) : refused('damaged', 'the stated checksum', 'another one');
}
