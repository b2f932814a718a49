// Numbers and instants straight from bytes. `Number(text)` and `Date.parse` want a string for each of millions of values; these
// give the same results for what GPX and TCX hold and fall back on `Number` for the rest (checked by property).

const ZERO = 0x30;
const POWERS = Float64Array.from({ length: 23 }, (_, power) => 10 ** power);
/** Up to here whole numbers are exact, so that one division gives the nearest double (Clinger 1990). */
const EXACT = 2 ** 53;

/** The number in the bytes from, to (not included), spaces around it allowed; NaN when it is none. */
export function numberIn(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && isSpace(bytes[at] as number)) at++;
  const first = at;
  const sign = bytes[at];
  if (sign === 0x2d || sign === 0x2b) at++;
  let mantissa = 0;
  let digits = 0;
  let decimals = -1;
  for (; at < to; at++) {
    const code = bytes[at] as number;
    if (code === 0x2e && decimals < 0) {
      decimals = 0;
      continue;
    }
    const digit = code - ZERO;
    if (digit < 0 || digit > 9) break;
    mantissa = mantissa * 10 + digit;
    digits++;
    if (decimals >= 0) decimals++;
  }
  let end = at;
  while (end < to && isSpace(bytes[end] as number)) end++;
  if (end < to || mantissa >= EXACT || decimals > 22) return slowNumber(bytes, first, to);
  if (digits === 0) return Number.NaN;
  const size = decimals > 0 ? mantissa / (POWERS[decimals] as number) : mantissa;
  return sign === 0x2d ? -size : size;
}

const PLAIN = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** Exponents and very long numbers. */
function slowNumber(bytes: Uint8Array, from: number, to: number): number {
  if (to - from > 64) return Number.NaN;
  const text = String.fromCharCode(...bytes.subarray(from, to)).trim();
  return PLAIN.test(text) ? Number(text) : Number.NaN;
}

export function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

/** What `instantIn` last read besides the instant. One reader at a time uses it, at once. */
export interface Zone {
  /** Minutes ahead of UTC; null for `Z`, NaN where the time has no zone. */
  minutes: number | null;
}

/**
 * The instant of `2026-11-28T14:44:13.250Z` or with `+02:00`, as milliseconds since 1970; NaN when it is none. A time without a zone is
 * taken as UTC, as GPX and TCX ask for.
 */
export function instantIn(bytes: Uint8Array, from: number, to: number, zone: Zone): number {
  let at = from;
  let end = to;
  while (at < end && isSpace(bytes[at] as number)) at++;
  while (end > at && isSpace(bytes[end - 1] as number)) end--;
  if (end - at < 19) return Number.NaN;
  const year = two(bytes, at) * 100 + two(bytes, at + 2);
  const month = two(bytes, at + 5);
  const day = two(bytes, at + 8);
  const hour = two(bytes, at + 11);
  const minute = two(bytes, at + 14);
  const second = two(bytes, at + 17);
  const letter = bytes[at + 10];
  const isShaped =
    bytes[at + 4] === 0x2d &&
    bytes[at + 7] === 0x2d &&
    (letter === 0x54 || letter === 0x20 || letter === 0x74);
  const isClock = bytes[at + 13] === 0x3a && bytes[at + 16] === 0x3a;
  // Each figure is compared so that NaN fails too.
  if (!isShaped || !isClock || !(year >= 1970 && year < 2200 && month >= 1 && month <= 12 && day >= 1))
    return Number.NaN;
  if (!(day <= daysIn(year, month) && hour <= 24 && minute <= 59 && second <= 60)) return Number.NaN;
  at += 19;
  let milliseconds = 0;
  if (bytes[at] === 0x2e || bytes[at] === 0x2c) {
    const start = ++at;
    let scale = 100;
    for (; at < end; at++) {
      const digit = (bytes[at] as number) - ZERO;
      if (digit < 0 || digit > 9) break;
      milliseconds += digit * scale;
      scale /= 10;
    }
    if (at === start) return Number.NaN;
  }
  const ahead = zoneIn(bytes, at, end);
  if (ahead === undefined) return Number.NaN;
  zone.minutes = ahead;
  const days = daysSince1970(year, month, day);
  const shift = ahead === null || Number.isNaN(ahead) ? 0 : ahead;
  const whole = ((days * 24 + hour) * 60 + minute - shift) * 60 + second;
  return whole * 1000 + Math.floor(milliseconds + 1e-6);
}

function zoneIn(bytes: Uint8Array, at: number, end: number): number | null | undefined {
  if (at === end) return Number.NaN;
  const sign = bytes[at];
  if ((sign === 0x5a || sign === 0x7a) && at + 1 === end) return null;
  if (sign !== 0x2b && sign !== 0x2d) return undefined;
  const length = end - at;
  const hasColon = bytes[at + 3] === 0x3a;
  if (length !== 3 && length !== 5 && !(length === 6 && hasColon)) return undefined;
  const minutes = two(bytes, at + 1) * 60 + (length === 3 ? 0 : two(bytes, at + (hasColon ? 4 : 3)));
  if (!(minutes <= 14 * 60)) return undefined;
  return sign === 0x2d ? -minutes : minutes;
}

/** Two digits; NaN when they are none. */
function two(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] as number) - ZERO;
  const ones = (bytes[at + 1] as number) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whole numbers only, from 1970 on (Hinnant's count, as in vocabulary/calendar.ts, without its texts). */
function daysSince1970(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const leaps = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * 146097 + yearOfEra * 365 + leaps + dayOfYear - 719468;
}
