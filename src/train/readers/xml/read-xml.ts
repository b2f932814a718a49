// Chooses the way through an XML file by a look at its first bytes.

import type { ReadRefusal } from '../refusal.ts';
import type { Names, XmlEvents } from './events.ts';
import { scanXml } from './scan.ts';
import { otherEncoding, parseXml } from './strict.ts';

/** Passes every element on; returns what stopped it. */
export function readXml(bytes: Uint8Array, names: Names, events: XmlEvents): ReadRefusal | null {
  const other = otherEncoding(bytes);
  if (other === null) return scanXml(bytes, names, events);
  if ('text' in other) return parseXml(other.text, names, events);
  return {
    kind: 'unsupported',
    where: 'line 1',
    expected: 'UTF-8, UTF-16 or a Latin encoding',
    found: `the encoding ${other.unknown}`,
    remedy: 'Export the run with another program.',
  };
}
