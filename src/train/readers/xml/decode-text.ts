// A text with entities, comments or CDATA in it → its bytes without them. Rare in what a run needs, so clarity goes before speed.

import { strFromU8, strToU8 } from 'fflate';

const NAMED: Readonly<Record<string, number>> = { lt: 0x3c, gt: 0x3e, amp: 0x26, quot: 0x22, apos: 0x27 };
/** Values that a reader wants are numbers, times and short names. */
const LONGEST = 10_000;

/** Null for an entity that XML does not have of itself. */
export function decodeText(bytes: Uint8Array, from: number, to: number): Uint8Array | null {
  let isKnown = true;
  const text = strFromU8(bytes.subarray(from, Math.min(to, from + LONGEST)))
    .replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, '')
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>|&([^;\s]*);?/g, (_, cdata?: string, name?: string) => {
      if (cdata !== undefined) return cdata;
      const code = codeOf(name ?? '');
      if (code === undefined || code > 0x10ffff) isKnown = false;
      return isKnown && code !== undefined ? String.fromCodePoint(code) : '';
    });
  return isKnown ? strToU8(text) : null;
}

function codeOf(name: string): number | undefined {
  if (/^#\d{1,7}$/.test(name)) return Number(name.slice(1));
  if (/^#x[0-9a-f]{1,6}$/i.test(name)) return Number.parseInt(name.slice(2), 16);
  return Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
}

/** A letter a byte; short texts only. */
export function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
