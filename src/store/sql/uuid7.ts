// Ids that grow with time (UUID version 7, RFC 9562 section 5.7 with a counter as in section 6.2, method 1): new rows go to the
// end of an index instead of all over it.

import { randomBytes } from 'node:crypto';

let lastMs = 0;
let counter = 0;

/** @param now milliseconds since 1970 */
export function uuid7(now: number): string {
  const random = randomBytes(10);
  if (now > lastMs) {
    lastMs = now;
    counter = random.readUInt16BE(0) & 0x7ff;
  } else {
    // Within a millisecond, and when the clock has gone back: the order of asking is the order of ids.
    counter += 1;
    if (counter > 0xfff) {
      lastMs += 1;
      counter = 0;
    }
  }
  const time = lastMs.toString(16).padStart(12, '0');
  const count = (0x7000 | counter).toString(16);
  const variant = ((random.readUInt16BE(2) & 0x3fff) | 0x8000).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-${count}-${variant}-${random.subarray(4).toString('hex')}`;
}
