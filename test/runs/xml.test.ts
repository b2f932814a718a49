// The XML scanner against saxes, number by number; hostile files; what GPX and TCX of the wild do.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRunFile } from '../../src/train/index.ts';
import { hashOf, type Names, tableOf, type XmlEvents } from '../../src/train/readers/xml/events.ts';
import { instantIn, numberIn } from '../../src/train/readers/xml/numbers.ts';
import { scanXml } from '../../src/train/readers/xml/scan.ts';
import { parseXml } from '../../src/train/readers/xml/strict.ts';
import { gpxOf, type MadeRun, tcxActivityOf, tcxOf, totalOf } from './made-runs.ts';

const ZONE = { zone: 'Europe/Berlin' };
const RUN: MadeRun = {
  start: '2026-05-01T06:00:00.000Z',
  seconds: 600,
  speedAt: () => 3,
  heartRateAt: () => 150,
};
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Everything a reader is told, as text. */
function told(run: (names: Names, events: XmlEvents) => unknown) {
  const names = ['a', 'b', 'c', 'point'];
  const log: string[] = [];
  const text = (bytes: Uint8Array, from: number, to: number) =>
    new TextDecoder().decode(bytes.subarray(from, to));
  const outcome = run(
    { elements: tableOf(names), attributes: tableOf(['x', 'y']) },
    {
      open: (element) => log.push(`open ${element}`),
      attribute: (element, attribute, bytes, from, to) =>
        log.push(`@${element} ${attribute} ${text(bytes, from, to)}`),
      value: (element, bytes, from, to) => log.push(`value ${element} ${text(bytes, from, to)}`),
      close: (element) => log.push(`close ${element}`) > 0,
    },
  );
  return { isFine: outcome === null, log };
}

const scanned = (xml: string) => told((names, events) => scanXml(bytesOf(xml), names, events));
const parsed = (xml: string) => told((names, events) => parseXml(xml, names, events));

describe('the scanner', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'point', 'other', 'ns:point', 'x-y');
  const text = fc.constantFrom(
    '',
    ' ',
    '1.5',
    ' 12 ',
    '&lt;3',
    '&#52;2',
    'a &amp; b',
    '<![CDATA[7]]>',
    '<![CDATA[<!-- &no; ]]>',
    '<!-- no -->8',
    '\n',
    '<?do it?>',
  );
  const attribute = fc.constantFrom('', ' x="1"', " y = '2'", ' x="a&gt;b" y="&#x33;"', ' other="&lt;"');
  const { element } = fc.letrec<{ element: string }>((tie) => ({
    element: fc.oneof(
      { maxDepth: 4 },
      fc.tuple(name, attribute, text).map(([n, a, t]) => `<${n}${a}>${t}</${n}>`),
      fc.tuple(name, attribute).map(([n, a]) => `<${n}${a}/>`),
      fc
        .tuple(name, attribute, text, fc.array(tie('element'), { maxLength: 3 }), text)
        .map(([n, a, before, inner, after]) => `<${n}${a}>${before}${inner.join(after)}</${n} >`),
    ),
  }));

  it('tells the same as saxes of any file in order', () => {
    fc.assert(
      fc.property(element, (xml) => {
        const file = `<?xml version="1.0"?>\n<!-- made -->\n${xml}\n`;
        expect(scanned(file)).toEqual({ ...parsed(file), isFine: true });
      }),
      { numRuns: 400 },
    );
  });

  it('tells the same as saxes of what is still in order when one letter is missing', () => {
    fc.assert(
      fc.property(element, fc.nat(), (xml, at) => {
        const broken = xml.slice(0, at % xml.length) + xml.slice((at % xml.length) + 1);
        if (parsed(broken).isFine) expect(scanned(broken)).toEqual(parsed(broken));
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ['<a>', 'the end of every element'],
    ['<a></b>', 'the end of the element that is open'],
    ['<a><b></a></b>', 'the end of the element that is open'],
    ['<a x=1></a>', 'a quoted attribute'],
    ['<a x="1></a>', 'the end of an attribute'],
    ['<a></a><b></b>', 'one element around all'],
    ['text', 'an element'],
    ['', 'an element'],
    ['<a><!-- </a>', 'the end of a comment'],
    ['<a><![CDATA[ </a>', 'the end of CDATA'],
    ['<a x="1"y="2"></a>', 'a space between attributes'],
    ['<a>&nope;</a>', 'an entity of XML'],
    ['<a>&amp</a>', 'an entity of XML'],
    ['<a>&#x110000;</a>', 'an entity of XML'],
    ['</a>', 'the end of the element that is open'],
    ['<a', 'the end of a tag'],
    ['< a></a>', 'the name of an element'],
  ])('refuses %s', (xml, expected) => {
    const refusal = scanXml(
      bytesOf(xml),
      { elements: tableOf(['a', 'b']), attributes: tableOf(['x']) },
      silent(),
    );
    expect(refusal).toMatchObject({ kind: 'damaged', expected });
  });

  it('names the line', () => {
    expect(
      scanXml(bytesOf('<a>\n\n<b></c>\n</a>'), { elements: tableOf([]), attributes: tableOf([]) }, silent()),
    ).toMatchObject({
      where: 'line 3',
    });
  });

  it('has a hash of its own for every name of the formats', () => {
    expect(hashOf('gpxtpx:hr')).toBe(hashOf('hr'));
    expect(() => tableOf(['hr', 'hr'])).toThrow();
  });
});

function silent(): XmlEvents {
  return { open: () => {}, attribute: () => {}, value: () => {}, close: () => true };
}

describe('numbers and instants', () => {
  it('are the numbers that JavaScript reads', () => {
    const decimal = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
      fc
        .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat(99_999_999))
        .map(([a, b]) => `${a}.${b}`),
      fc.stringMatching(/^[+-]?\d{0,18}\.?\d{0,12}$/),
    );
    fc.assert(
      fc.property(decimal, (text) => {
        const bytes = bytesOf(`<${text}>`);
        const expected = /\d/.test(text) ? Number(text) : Number.NaN;
        expect(numberIn(bytes, 1, bytes.length - 1)).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['', ' ', '1 2', 'abc', '0x10', '1e', '--1', '1,5', 'Infinity', 'NaN', '.'])(
    '%o is no number',
    (text) => {
      expect(numberIn(bytesOf(text), 0, text.length)).toBeNaN();
    },
  );

  it('are the instants that JavaScript reads, in any zone', () => {
    const instant = fc.date({ min: new Date(0), max: new Date('2199-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(
        instant,
        fc.integer({ min: -12 * 4, max: 14 * 4 }),
        fc.boolean(),
        (date, quarters, isUtc) => {
          const minutes = quarters * 15;
          const two = (value: number) => String(value).padStart(2, '0');
          const offset = `${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
          const text = date.toISOString().replace('Z', isUtc ? 'Z' : offset);
          const zone = { minutes: null };
          expect(instantIn(bytesOf(` ${text}\n`), 0, text.length + 2, zone)).toBe(Date.parse(text));
          expect(zone.minutes).toBe(isUtc ? null : minutes === 0 ? Math.abs(minutes) : minutes);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it.each([
    '2026-02-29T06:00:00Z',
    '2026-13-01T06:00:00Z',
    '2026-05-01',
    '2026-05-01T06:00:00X',
    'yesterday',
    '9999-01-01T00:00:00Z',
  ])('%s is no instant', (text) => {
    expect(instantIn(bytesOf(text), 0, text.length, { minutes: null })).toBeNaN();
  });
});

describe('a GPX or TCX file', () => {
  it.each([
    ['gpx', gpxOf(RUN)],
    ['tcx', tcxOf(RUN)],
  ])('gives the same run in any encoding and with any prefix: %s', (format, text) => {
    const plain = runsOf(`a.${format}`, bytesOf(text));
    const utf16 = Uint8Array.from([0xff, 0xfe, ...[...text].flatMap((letter) => [letter.charCodeAt(0), 0])]);
    const latin = bytesOf(text.replace('UTF-8', 'ISO-8859-1'));
    const bom = Uint8Array.from([0xef, 0xbb, 0xbf, ...bytesOf(text)]);
    const prefixed = bytesOf(text.replaceAll(/<(\/?)(trk|Lap|Activity)\b/g, '<$1ns9:$2'));
    for (const bytes of [utf16, latin, bom, prefixed]) expect(runsOf(`a.${format}`, bytes)).toEqual(plain);
    expect(plain[0]?.distanceMetres).toBeCloseTo(totalOf(RUN).metres, 0);
  });

  it('with a billion laughs is refused before it laughs', () => {
    const laughs = Array.from(
      { length: 30 },
      (_, at) => `<!ENTITY l${at} "${`&l${at - 1};`.repeat(10)}">`,
    ).join('\n');
    const bomb = `<?xml version="1.0"?>\n<!DOCTYPE gpx [\n${laughs}\n]>\n${gpxOf(RUN).split('\n').slice(1).join('\n')}`;
    const refused = { ok: false, refusal: { kind: 'hostile' } };
    expect(readRunFile('a.gpx', bytesOf(bomb), ZONE)).toMatchObject({
      ...refused,
      refusal: { where: 'line 2' },
    });
    const latin = bomb.replace('version="1.0"', 'version="1.0" encoding="ISO-8859-1"');
    expect(readRunFile('a.gpx', bytesOf(latin), ZONE)).toMatchObject(refused);
  });

  it('that is nested too deep is refused', () => {
    const deep = `<gpx>${'<a>'.repeat(100_000)}`;
    expect(readRunFile('a.gpx', bytesOf(deep), ZONE)).toMatchObject({
      ok: false,
      refusal: { kind: 'too-large' },
    });
  });

  it('in an encoding that we do not know is refused by its name', () => {
    const text = gpxOf(RUN).replace('UTF-8', 'EBCDIC-42');
    expect(readRunFile('a.gpx', bytesOf(text), ZONE)).toMatchObject({
      ok: false,
      refusal: { kind: 'unsupported', found: 'the encoding EBCDIC-42' },
    });
  });

  it('cut off anywhere is refused', () => {
    const text = gpxOf({ ...RUN, seconds: 12 }).trimEnd();
    for (let size = 0; size < text.length; size++)
      expect(readRunFile('a.gpx', bytesOf(text.slice(0, size)), ZONE).ok).toBe(false);
  });

  it('with a track written twice counts it once', () => {
    const text = gpxOf(RUN);
    const track = /<trk>[\s\S]*<\/trk>/.exec(text)?.[0] ?? '';
    const segment = /<trkseg>[\s\S]*<\/trkseg>/.exec(text)?.[0] ?? '';
    for (const twice of [text.replace(track, track + track), text.replace(segment, segment + segment)]) {
      const [run, ...more] = runsOf('a.gpx', bytesOf(twice));
      expect(more).toEqual([]);
      expect(run?.distanceMetres).toBe(runsOf('a.gpx', bytesOf(text))[0]?.distanceMetres);
      expect(run?.from.notes).toContain('repeated-segments:1');
    }
  });

  it('without times is a route, not a run', () => {
    const text = gpxOf(RUN).replaceAll(/<time>[^<]*<\/time>/g, '');
    expect(readRunFile('a.gpx', bytesOf(text), ZONE)).toMatchObject({
      ok: false,
      refusal: { kind: 'no-run' },
    });
  });

  it('of several sports in TCX gives the run its own metres, though points count on from the ride', () => {
    const ride = tcxActivityOf({ ...RUN, start: '2026-05-01T05:00:00.000Z', speedAt: () => 8 }, 'Biking', 0);
    const run = tcxActivityOf(RUN, 'Running', 4800);
    const text = tcxOf(RUN).replace(/<Activity [\s\S]*<\/Activity>/, `${ride}${run}`);
    const [only, ...more] = runsOf('a.tcx', bytesOf(text));
    expect(more).toEqual([]);
    expect(only).toMatchObject({ kind: 'run', distanceMetres: 1800, bestSpeed: 3 });
    expect(only?.metresBySpeed).toEqual(runsOf('a.tcx', bytesOf(tcxOf(RUN)))[0]?.metresBySpeed);
    expect(only?.from.notes).toEqual([]);
  });

  it('takes a time zone from its times, else from whoever imports', () => {
    const late = { ...RUN, start: '2026-05-01T22:30:00.000Z' };
    const text = gpxOf(late);
    const inTokyo = text.replaceAll(/T22:(\d\d:\d\d)\.000Z/g, 'T22:$1-07:00');
    expect(runsOf('a.gpx', bytesOf(text))[0]?.day).toBe('2026-05-02');
    expect(runsOf('a.gpx', bytesOf(inTokyo))[0]).toMatchObject({
      day: '2026-05-01',
      start: '2026-05-02T05:30:00.000Z',
    });
    const unstated = text.replaceAll('.000Z', '');
    expect(runsOf('a.gpx', bytesOf(unstated))[0]?.from.notes).toContain('zone-unstated');
  });

  it('says nothing out of itself in a refusal', () => {
    const text = gpxOf(RUN).replace('<name>Morning</name>', '<name>Secret &name; place</trk>');
    expect(JSON.stringify(readRunFile('a.gpx', bytesOf(text), ZONE))).not.toContain('Secret');
  });
});

function runsOf(name: string, bytes: Uint8Array) {
  const result = readRunFile(name, bytes, ZONE);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
