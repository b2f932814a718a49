// Readers of others: the FIT libraries of npm (fit-file-parser, easy-fit, fit-decoder; all MIT), and saxes (ISC), which only counts the
// events of an XML file. A FIT library is a peer only if it finds what is in the file: each point, with its distance.

import { createRequire } from 'node:module';
import { join } from 'node:path';
import FitParser from 'fit-file-parser';
import { SaxesParser } from 'saxes';
import { fetchPackage } from '../peers.ts';

/** Decodes a file; returns the number of points and the last distance in metres. */
export type FitPeer = (bytes: Uint8Array) => Promise<{ readonly points: number; readonly metres: number }>;

const OPTIONS = { force: false, speedUnit: 'm/s', lengthUnit: 'm', mode: 'list' } as const;

export function fitPeers(say: (line: string) => void): ReadonlyMap<string, FitPeer> {
  const peers = new Map<string, FitPeer>([['fit-file-parser 6.1.2', theirs]]);
  const others = [
    ['easy-fit@0.0.8', easyFit],
    ['fit-decoder@1.0.5', fitDecoder],
  ] as const;
  for (const [spec, make] of others) {
    try {
      peers.set(spec.replace('@', ' '), make(createRequire(join(fetchPackage(spec), 'any.js'))));
    } catch (error) {
      say(`${spec} is left out: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
    }
  }
  return peers;
}

async function theirs(bytes: Uint8Array) {
  const parsed = await new FitParser(OPTIONS).parseAsync(Buffer.from(bytes));
  return sumOf((parsed.records ?? []) as readonly { readonly distance?: number }[]);
}

interface EasyFit {
  parse(
    content: Buffer,
    done: (error: unknown, data: { records: readonly { distance?: number }[] }) => void,
  ): void;
}

function easyFit(load: NodeJS.Require): FitPeer {
  const { default: Parser } = load('./dist/easy-fit.js') as { default: new (options: object) => EasyFit };
  return (bytes) =>
    new Promise((resolve, reject) => {
      new Parser(OPTIONS).parse(Buffer.from(bytes), (error, data) =>
        error ? reject(new Error(String(error))) : resolve(sumOf(data.records)),
      );
    });
}

interface FitDecoder {
  fit2json(buffer: ArrayBuffer): unknown;
  parseRecords(raw: unknown): { records: readonly { type: string; data: { distance?: number } }[] };
}

function fitDecoder(load: NodeJS.Require): FitPeer {
  const { fit2json, parseRecords } = load('./dist/index.js') as FitDecoder;
  return async (bytes) => {
    const { records } = parseRecords(fit2json(Uint8Array.from(bytes).buffer));
    return sumOf(records.filter(({ type }) => type === 'record').map(({ data }) => data));
  };
}

function sumOf(records: readonly { readonly distance?: number }[]) {
  return { points: records.length, metres: records.at(-1)?.distance ?? Number.NaN };
}

/** Reads XML with saxes and does nothing with it but count. */
export function countEvents(bytes: Uint8Array): number {
  let events = 0;
  const parser = new SaxesParser();
  const count = () => {
    events++;
  };
  parser.on('opentag', count);
  parser.on('text', count);
  parser.on('closetag', count);
  parser.write(new TextDecoder().decode(bytes)).close();
  return events;
}
