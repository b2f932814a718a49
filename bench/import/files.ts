// The files that are read: an hour and ten hours of running at a point a second, with laps, pauses and what a watch writes besides; and files
// of the same size that mean harm.

import { gzipSync } from 'node:zlib';
import { encodeFit, type FitMessage, fitSeconds, wrapFit } from '../../test/runs/fit-encoder.ts';
import { fitMessagesOf, gpxOf, type MadeFit, type MadeRun, tcxOf } from '../../test/runs/made-runs.ts';

const HOUR = 3600;

export function runOf(hours: number, start = '2026-05-01T06:00:00.000Z'): MadeRun {
  return {
    start,
    seconds: hours * HOUR,
    speedAt: (second) => 2.8 + 0.4 * Math.sin(second / 97),
    heartRateAt: (second) => 140 + Math.round(15 * Math.sin(second / 211)),
    altitudeAt: (second) => Math.round(1000 + 200 * Math.sin(second / 613)) / 10,
  };
}

/** Records with developer fields, a lap each five minutes, a session, the activity. */
export function fitFile(hours: number, options: MadeFit = {}, begins?: string): Uint8Array {
  const run = runOf(hours, begins);
  const messages = fitMessagesOf(run, { developer: true, localMinutes: 120, ...options });
  const start = fitSeconds(run.start);
  const laps = Array.from({ length: hours * 12 }, (_, at): FitMessage => {
    return {
      global: 19,
      fields: [
        { number: 253, type: 'uint32', value: start + (at + 1) * 300 },
        { number: 2, type: 'uint32', value: start + at * 300 },
        { number: 7, type: 'uint32', value: 300_000 },
        { number: 8, type: 'uint32', value: 300_000 },
        { number: 9, type: 'uint32', value: 84_000 },
      ],
    };
  });
  const without = messages.filter(({ global }) => global !== 19);
  return encodeFit([...without.slice(0, -2), ...laps, ...without.slice(-2)], options);
}

export function gpxFile(hours: number): Uint8Array {
  return new TextEncoder().encode(gpxOf(runOf(hours)));
}

export function tcxFile(hours: number): Uint8Array {
  return new TextEncoder().encode(tcxOf(runOf(hours)));
}

export interface Hostile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What a valid file of that size is compared with. */
  readonly beside: 'fit' | 'gpx';
}

/** Each about as large as the valid file that it is compared with. */
export function hostileFiles(fit: Uint8Array, gpx: Uint8Array): readonly Hostile[] {
  const text = new TextDecoder().decode(gpx);
  const wrong = fit.slice();
  wrong[fit.length - 1] = (wrong[fit.length - 1] as number) ^ 1;
  const laughs = Array.from(
    { length: 50 },
    (_, at) => `<!ENTITY l${at} "${`&l${at - 1};`.repeat(10)}">`,
  ).join('');
  return [
    { name: 'FIT cut off at its end', bytes: fit.subarray(0, fit.length - 3), beside: 'fit' },
    { name: 'FIT with a wrong checksum', bytes: wrong, beside: 'fit' },
    { name: 'FIT of nothing but definitions', bytes: wrapFit(definitions(fit.length)), beside: 'fit' },
    {
      name: 'FIT whose every message has a new definition',
      bytes: wrapFit(redefined(fit.length)),
      beside: 'fit',
    },
    { name: 'GPX cut off at its end', bytes: gpx.subarray(0, gpx.length - 8), beside: 'gpx' },
    {
      name: 'GPX with a billion laughs',
      bytes: encode(text.replace('<gpx', `<!DOCTYPE gpx [${laughs}]><gpx`)),
      beside: 'gpx',
    },
    {
      name: 'GPX with the document type at its end',
      bytes: encode(text.replace('</gpx>', '<!DOCTYPE gpx></gpx>')),
      beside: 'gpx',
    },
    {
      name: 'XML of nothing but opening tags',
      bytes: encode(`<gpx>${'<a>'.repeat(gpx.length / 3)}`),
      beside: 'gpx',
    },
    {
      name: 'XML of one endless attribute',
      bytes: encode(`<gpx creator="${'&amp;'.repeat(gpx.length / 5)}`),
      beside: 'gpx',
    },
    {
      name: 'XML of entities in one time',
      bytes: encode(`<gpx><trk><trkseg><trkpt><time>${'&#50;'.repeat(gpx.length / 5)}</time>`),
      beside: 'gpx',
    },
    {
      name: 'XML of values that open comments inside CDATA',
      bytes: encode(
        `<gpx><trk><trkseg><trkpt>${`<hr><![CDATA[${'<!--'.repeat(200)}]]></hr>`.repeat(gpx.length / 825)}`,
      ),
      beside: 'gpx',
    },
    {
      name: 'XML of one comment of dashes',
      bytes: encode(`<gpx><!--${'-'.repeat(gpx.length)}`),
      beside: 'gpx',
    },
    { name: 'gzip bomb that lies about its size', bytes: lyingBomb(gpx.length), beside: 'gpx' },
  ];
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function definitions(size: number): Uint8Array {
  const one = [0x40, 0, 0, 20, 0, 2, 253, 4, 0x86, 3, 1, 2];
  return Uint8Array.from({ length: size - (size % one.length) }, (_, at) => one[at % one.length] as number);
}

function redefined(size: number): Uint8Array {
  const one = [0x40, 0, 0, 20, 0, 2, 253, 4, 0x86, 3, 1, 2, 0, 1, 2, 3, 4, 99];
  return Uint8Array.from({ length: size - (size % one.length) }, (_, at) => one[at % one.length] as number);
}

/** Unpacks to forty times the size of the file that it states. */
function lyingBomb(size: number): Uint8Array {
  const bomb = new Uint8Array(gzipSync(new Uint8Array(size * 40)));
  new DataView(bomb.buffer).setUint32(bomb.length - 4, bomb.length * 100, true);
  return bomb;
}
