// A text with entities, comments or CDATA in it → its bytes without them. Rare in what a run needs, so clarity goes before speed.

import { strFromU8, strToU8 } from 'fflate';

const NAMED: Readonly<Record<string, number>> = { lt: 0x3c, gt: 0x3e, amp: 0x26, quot: 0x22, apos: 0x27 };
/** Values that a reader wants are numbers, times and short names. */
const LONGEST = 1000;
const LONGEST_ENTITY = 10;
const MARKS = [
  { open: '<!--', close: '-->' },
  { open: '<![CDATA[', close: ']]>' },
  { open: '<?', close: '?>' },
  { open: '&', close: ';' },
] as const;

/** Null for an entity that XML does not have of itself. One way through, as a pattern would try again at every `<!--`. */
export function decodeText(bytes: Uint8Array, from: number, to: number): Uint8Array | null {
  const source = strFromU8(bytes.subarray(from, Math.min(to, from + LONGEST)));
  let text = '';
  let at = 0;
  while (at < source.length) {
    const mark = MARKS.find(({ open }) => source.startsWith(open, at));
    if (!mark) {
      text += source[at++];
      continue;
    }
    const begin = at + mark.open.length;
    const end = source.indexOf(mark.close, begin);
    // Cut off by the limit: nothing that a reader wants is that long.
    if (end < 0 && (mark.open !== '&' || to - from > LONGEST)) break;
    const inner = source.slice(begin, end);
    at = end + mark.close.length;
    if (mark.open === '<![CDATA[') text += inner;
    if (mark.open !== '&') continue;
    const code = end < 0 || inner.length > LONGEST_ENTITY ? undefined : codeOf(inner);
    if (code === undefined || code > 0x10ffff) return null;
    text += String.fromCodePoint(code);
  }
  return strToU8(text);
}

function codeOf(name: string): number | undefined {
  if (/^#\d{1,7}$/.test(name)) return Number(name.slice(1));
  if (/^#x[0-9a-f]{1,6}$/i.test(name)) return Number.parseInt(name.slice(2), 16);
  return Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
}
