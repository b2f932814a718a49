// One file → its runs. What a file is, its first bytes say: names lie.

import { strFromU8 } from 'fflate';
import { ok, type Result, refuse } from '../../vocabulary/index.ts';
import { type ReadOptions, runOfLeg } from '../measure/run-of-leg.ts';
import type { Run } from '../run.ts';
import { isFit } from './fit/decode.ts';
import { readFit } from './fit/read-fit.ts';
import { readGpx } from './read-gpx.ts';
import { readTcx } from './read-tcx.ts';
import type { Recording } from './recording.ts';
import { AGAIN, type ReadRefusal } from './refusal.ts';
import { gunzip, isGzip } from './unpack/gunzip.ts';
import { otherEncoding } from './xml/strict.ts';

/** 64 MiB: a day of running is 10 MB of GPX, the wordiest format. */
export const LARGEST_FILE = 64 * 2 ** 20;

/**
 * The runs of one FIT, GPX or TCX file, packed by gzip or not; several where the file has several legs on foot. Its bytes say what it is; its
 * name only says what it was meant to be, when they say nothing.
 */
export function readRunFile(
  name: string,
  bytes: Uint8Array,
  options: ReadOptions,
): Result<readonly Run[], ReadRefusal> {
  const plain = isGzip(bytes) ? gunzip(bytes, LARGEST_FILE) : ok(bytes);
  if (!plain.ok) return plain;
  const recording = readRecording(name, plain.value);
  return recording.ok ? runsOf(recording.value, options) : recording;
}

/** What an unpacked file says, before it is measured. */
export function readRecording(name: string, bytes: Uint8Array): Result<Recording, ReadRefusal> {
  if (bytes.length === 0) return refuse(refusal('empty', 'a run', 'an empty file'));
  if (bytes.length > LARGEST_FILE) return refuse(tooLarge(bytes.length));
  if (isFit(bytes)) return readFit(bytes);
  const root = rootOf(bytes);
  if (root === 'gpx') return readGpx(bytes);
  if (root === 'TrainingCenterDatabase') return readTcx(bytes);
  const [, meant] = /\.(fit|gpx|tcx)(?:\.gz)?$/i.exec(name) ?? [];
  if (meant)
    return refuse(refusal('damaged', `a ${meant.toUpperCase()} file, as its name says`, 'something else'));
  return refuse(
    refusal(
      'unknown-format',
      'a FIT, GPX or TCX file',
      root === null ? 'something else' : 'another kind of XML',
    ),
  );
}

export function tooLarge(size: number): ReadRefusal {
  return refusal('too-large', `at most ${LARGEST_FILE / 2 ** 20} MiB`, `${Math.ceil(size / 2 ** 20)} MiB`);
}

function runsOf(recording: Recording, options: ReadOptions): Result<readonly Run[], ReadRefusal> {
  const runs: Run[] = [];
  let first: ReadRefusal | null = null;
  for (const leg of recording.legs) {
    if (leg.kind === null) {
      first ??= refusal('no-run', 'a run or a walk', leg.sport);
      continue;
    }
    const run = runOfLeg(recording, leg, options);
    if (run.ok) runs.push(run.value);
    else if (first === null || first.kind === 'no-run') first = run.refusal;
  }
  if (runs.length > 0) return ok(runs);
  return refuse(first ?? refusal('empty', 'a run', 'nothing recorded'));
}

const HEAD = 4096;

/** The name of the first element, without its prefix; null when the bytes are no XML. */
function rootOf(bytes: Uint8Array): string | null {
  const other = otherEncoding(bytes.subarray(0, HEAD));
  const text = other && 'text' in other ? other.text : strFromU8(bytes.subarray(0, HEAD), true);
  const start = text.replace(/^\uFEFF|^ï»¿/, '');
  if (!/^\s*</.test(start)) return null;
  return (
    /<(?:[\w.-]+:)?([A-Za-z][\w.-]*)/.exec(start.replace(/<!--[\s\S]*?-->|<[?!][^>]*>/g, ''))?.[1] ?? null
  );
}

const REMEDIES: Partial<Record<ReadRefusal['kind'], string>> = {
  'no-run': 'Choose the file of a run.',
  'unknown-format': 'Choose the file of a run.',
  'too-large': 'Export the runs one by one.',
};

function refusal(kind: ReadRefusal['kind'], expected: string, found: string): ReadRefusal {
  return { kind, where: 'the file', expected, found, remedy: REMEDIES[kind] ?? AGAIN };
}
