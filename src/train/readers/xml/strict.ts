// The slow way through an XML file: saxes, a strict parser of others, for encodings that the scanner does not read. The tests also use it
// to see that the scanner tells the same.

import { strFromU8, strToU8 } from 'fflate';
import { SaxesParser } from 'saxes';
import { AGAIN, type ReadRefusal } from '../refusal.ts';
import { DEEPEST, hashOf, type Names, UNKNOWN, type XmlEvents } from './events.ts';

/** Stops the parser from within its callbacks; only ever thrown and caught here. */
class Stop extends Error {
  readonly refusal: ReadRefusal | null;
  constructor(refusal: ReadRefusal | null) {
    super('stop');
    this.refusal = refusal;
  }
}

/** Passes every element on; returns what stopped it. */
export function parseXml(text: string, names: Names, events: XmlEvents): ReadRefusal | null {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const open: number[] = [];
  let value: string | null = null;
  const stop = (kind: ReadRefusal['kind'], expected: string, found: string, remedy: string) =>
    new Stop({ kind, where: `line ${parser.line}`, expected, found, remedy });
  parser.on('doctype', () => {
    throw stop(
      'hostile',
      'no document type declaration',
      'one; runs need none, and attacks are made of them',
      'Export the run with another program.',
    );
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length === DEEPEST)
      throw stop(
        'too-large',
        `at most ${DEEPEST} elements inside each other`,
        'more',
        'Export it with another program.',
      );
    const element = names.elements.get(hashOf(name)) ?? UNKNOWN;
    open.push(element);
    value = '';
    if (element === UNKNOWN) return;
    events.open(element);
    for (const [key, text] of Object.entries(attributes)) {
      const attribute = names.attributes.get(hashOf(key)) ?? UNKNOWN;
      const bytes = strToU8(text);
      if (attribute !== UNKNOWN) events.attribute(element, attribute, bytes, 0, bytes.length);
    }
  });
  const add = (more: string) => {
    if (value !== null) value += more;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => {
    const element = open.pop() ?? UNKNOWN;
    if (element !== UNKNOWN) {
      if (value !== null) {
        const bytes = strToU8(value);
        events.value(element, bytes, 0, bytes.length);
      }
      if (!events.close(element)) throw new Stop(null);
    }
    value = null;
  });
  parser.on('error', () => {
    // saxes quotes the file in its messages, so they are not passed on.
    throw stop('damaged', 'XML in order', 'a mistake in it', AGAIN);
  });
  try {
    parser.write(text).close();
    return null;
  } catch (error) {
    if (error instanceof Stop) return error.refusal;
    throw error;
  }
}

/** The text of the bytes where they are not UTF-8, as their first bytes say; null where they are, or say something that we cannot read. */
export function otherEncoding(
  bytes: Uint8Array,
): { readonly text: string } | { readonly unknown: string } | null {
  const [first, second] = [bytes[0], bytes[1]];
  if (first === 0xff && second === 0xfe) return { text: fromUtf16(bytes, true) };
  if (first === 0xfe && second === 0xff) return { text: fromUtf16(bytes, false) };
  if (first === 0x3c && second === 0) return { text: fromUtf16(bytes, true) };
  if (first === 0 && second === 0x3c) return { text: fromUtf16(bytes, false) };
  const head = strFromU8(bytes.subarray(0, 200), true);
  const [, name = 'utf-8'] = /^(?:ï»¿)?<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(head) ?? [];
  if (/^(utf-?8|(us-)?ascii)$/i.test(name)) return null;
  if (/^(iso-8859-\d+|latin-?\d|windows-125\d|cp125\d)$/i.test(name)) return { text: strFromU8(bytes, true) };
  return { unknown: name };
}

function fromUtf16(bytes: Uint8Array, little: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 0; at + 1 < bytes.length; ) {
    const codes: number[] = [];
    for (; codes.length < 8192 && at + 1 < bytes.length; at += 2) codes.push(view.getUint16(at, little));
    parts.push(String.fromCharCode(...codes));
  }
  return parts.join('').replace(/^\uFEFF/, '');
}
