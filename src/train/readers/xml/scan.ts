// The fast way through an XML file: one pass over its bytes, no text made of what nobody reads. Strict where it matters: every element is
// closed by its own name, attributes are quoted, nothing but one root, no document type at all (so no entity can be declared), 64 levels at
// most. Lenient where it cannot hurt: characters of names, prefixes, attributes given twice, what stands in texts that no reader wants.
// Files in other encodings than UTF-8 take the other way (saxes), and tests send everything through both.

import { AGAIN, type ReadRefusal } from '../refusal.ts';
import { decodeText } from './decode-text.ts';
import { DEEPEST, type Names, UNKNOWN, type XmlEvents } from './events.ts';
import { isSpace } from './numbers.ts';

const [LESS, GREATER, SLASH, BANG, QUERY, COLON, EQUALS, AMPERSAND] = [
  0x3c, 0x3e, 0x2f, 0x21, 0x3f, 0x3a, 0x3d, 0x26,
] as const;
const [DOUBLE, SINGLE] = [0x22, 0x27] as const;

/** Passes every element on; returns what stopped it. */
export function scanXml(bytes: Uint8Array, names: Names, events: XmlEvents): ReadRefusal | null {
  const size = bytes.length;
  const hashes = new Int32Array(DEEPEST);
  const elements = new Int32Array(DEEPEST);
  const { elements: elementTable, attributes: attributeTable } = names;
  let depth = 0;
  let hadRoot = false;
  /** Where the text of the element that opened last begins; -1 when something else came after it. */
  let textAt = -1;
  /** Whether that text holds a comment, CDATA or an entity. */
  let isMarked = false;
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;

  for (;;) {
    let code = bytes[at] as number;
    for (; at < size && code !== LESS; code = bytes[++at] as number) {
      if (code === AMPERSAND) isMarked = true;
      else if (depth === 0 && !isSpace(code)) return damage(bytes, at, 'an element', 'text outside of it');
    }
    if (at >= size) break;
    const tag = at++;
    code = bytes[at] as number;

    if (code === SLASH) {
      at++;
      let hash = 0;
      for (; at < size; at++) {
        code = bytes[at] as number;
        if (code === GREATER || isSpace(code)) break;
        hash = code === COLON ? 0 : (Math.imul(hash, 31) + code) | 0;
      }
      while (at < size && isSpace(bytes[at] as number)) at++;
      if (depth === 0 || hashes[depth - 1] !== hash || bytes[at] !== GREATER)
        return damage(bytes, tag, 'the end of the element that is open', 'another end');
      at++;
      depth--;
      const element = elements[depth] as number;
      if (element !== UNKNOWN) {
        if (textAt >= 0) {
          const text = isMarked ? decodeText(bytes, textAt, tag) : undefined;
          if (text === null) return damage(bytes, textAt, 'an entity of XML', 'an unknown one');
          if (text) events.value(element, text, 0, text.length);
          else events.value(element, bytes, textAt, tag);
        }
        if (!events.close(element)) return null;
      }
      textAt = -1;
      continue;
    }

    if (code === BANG) {
      if (bytes[at + 1] === 0x2d && bytes[at + 2] === 0x2d) {
        at = after(bytes, at + 3, 0x2d, 0x2d, GREATER);
        if (at < 0) return damage(bytes, tag, 'the end of a comment', 'the end of the file');
      } else if (bytes[at + 1] === 0x5b && depth > 0) {
        at = after(bytes, at + 2, 0x5d, 0x5d, GREATER);
        if (at < 0) return damage(bytes, tag, 'the end of CDATA', 'the end of the file');
      } else return hostile(bytes, tag);
      isMarked = true;
      continue;
    }

    if (code === QUERY) {
      at = after(bytes, at + 1, QUERY, GREATER);
      if (at < 0) return damage(bytes, tag, 'the end of an instruction', 'the end of the file');
      isMarked = true;
      continue;
    }

    let hash = 0;
    const nameAt = at;
    for (; at < size; at++) {
      code = bytes[at] as number;
      if (code === GREATER || code === SLASH || isSpace(code)) break;
      if (code === LESS) return damage(bytes, tag, 'the end of a tag', 'another tag');
      hash = code === COLON ? 0 : (Math.imul(hash, 31) + code) | 0;
    }
    if (at === nameAt) return damage(bytes, tag, 'the name of an element', 'none');
    if (depth === 0 && hadRoot) return damage(bytes, tag, 'one element around all', 'a second one');
    if (depth === DEEPEST) return tooDeep(bytes, tag);
    const element = elementTable.get(hash) ?? UNKNOWN;
    hadRoot = true;
    if (element !== UNKNOWN) events.open(element);

    // Attributes, up to the end of the tag.
    let isEmpty = false;
    for (;;) {
      while (at < size && isSpace(bytes[at] as number)) at++;
      code = bytes[at] as number;
      if (at >= size || code === GREATER) break;
      if (code === SLASH && bytes[at + 1] === GREATER) {
        isEmpty = true;
        at++;
        break;
      }
      let attribute = 0;
      const from = at;
      for (; at < size; at++) {
        code = bytes[at] as number;
        if (code === EQUALS || code === GREATER || code === LESS || isSpace(code)) break;
        attribute = code === COLON ? 0 : (Math.imul(attribute, 31) + code) | 0;
      }
      while (at < size && isSpace(bytes[at] as number)) at++;
      if (at === from || bytes[at] !== EQUALS)
        return damage(bytes, tag, 'attributes as name="value"', 'something else');
      at++;
      while (at < size && isSpace(bytes[at] as number)) at++;
      const quote = bytes[at];
      if (quote !== DOUBLE && quote !== SINGLE)
        return damage(bytes, tag, 'a quoted attribute', 'one without quotes');
      const valueAt = ++at;
      let hasEntity = false;
      for (; at < size; at++) {
        code = bytes[at] as number;
        if (code === quote) break;
        if (code === AMPERSAND) hasEntity = true;
        else if (code === LESS) return damage(bytes, tag, 'the end of an attribute', 'another tag');
      }
      if (at >= size) break;
      if (element !== UNKNOWN) {
        const wanted = attributeTable.get(attribute) ?? UNKNOWN;
        if (wanted !== UNKNOWN) {
          const text = hasEntity ? decodeText(bytes, valueAt, at) : undefined;
          if (text === null) return damage(bytes, valueAt, 'an entity of XML', 'an unknown one');
          if (text) events.attribute(element, wanted, text, 0, text.length);
          else events.attribute(element, wanted, bytes, valueAt, at);
        }
      }
      at++;
      code = bytes[at] as number;
      if (code !== GREATER && code !== SLASH && !isSpace(code) && at < size)
        return damage(bytes, tag, 'a space between attributes', 'none');
    }
    if (at >= size) return damage(bytes, tag, 'the end of a tag', 'the end of the file');
    at++;
    if (isEmpty) {
      if (element !== UNKNOWN) {
        events.value(element, bytes, at, at);
        if (!events.close(element)) return null;
      }
      textAt = -1;
      continue;
    }
    hashes[depth] = hash;
    elements[depth] = element;
    depth++;
    textAt = at;
    isMarked = false;
  }
  if (!hadRoot) return damage(bytes, 0, 'an element', 'none');
  return depth === 0
    ? null
    : damage(bytes, size, 'the end of every element', 'the end of the file: it is cut off');
}

/** The place after the first `a b c` (or `a b`); -1 when there is none. */
function after(bytes: Uint8Array, from: number, a: number, b: number, c?: number): number {
  for (let at = from; at < bytes.length; at++) {
    if (bytes[at] !== a || bytes[at + 1] !== b) continue;
    if (c === undefined) return at + 2;
    if (bytes[at + 2] === c) return at + 3;
  }
  return -1;
}

export function damage(bytes: Uint8Array, at: number, expected: string, found: string): ReadRefusal {
  return { kind: 'damaged', where: `line ${lineOf(bytes, at)}`, expected, found, remedy: AGAIN };
}

function hostile(bytes: Uint8Array, at: number): ReadRefusal {
  return {
    kind: 'hostile',
    where: `line ${lineOf(bytes, at)}`,
    expected: 'no document type declaration',
    found: 'one; runs need none, and attacks are made of them',
    remedy: 'Export the run with another program.',
  };
}

function tooDeep(bytes: Uint8Array, at: number): ReadRefusal {
  return {
    kind: 'too-large',
    where: `line ${lineOf(bytes, at)}`,
    expected: `at most ${DEEPEST} elements inside each other`,
    found: 'more',
    remedy: 'No run is built like that. Export it with another program.',
  };
}

function lineOf(bytes: Uint8Array, at: number): number {
  let line = 1;
  for (let next = bytes.indexOf(0x0a); next >= 0 && next < at; next = bytes.indexOf(0x0a, next + 1)) line++;
  return line;
}
