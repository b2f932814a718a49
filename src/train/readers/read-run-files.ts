// Many files, one after the other: folders, and the archives that Strava and Garmin hand out (activities/1.fit.gz; zips of .fit files inside a
// zip). One report a file; a broken file is a report, never the end. Only one file is in memory at a time. Whoever asks for no further report
// has cancelled.

import { type Result, refuse } from '../../vocabulary/index.ts';
import type { ReadOptions } from '../measure/run-of-leg.ts';
import type { Run } from '../run.ts';
import { LARGEST_FILE, readRunFile, tooLarge } from './read-run-file.ts';
import type { ReadRefusal } from './refusal.ts';
import { type RunSource, sourceOf } from './unpack/source.ts';
import { isZip, readZipDirectory, unreadable } from './unpack/zip-directory.ts';
import { readZipEntry } from './unpack/zip-entry.ts';

export type RunFileReport = {
  /** Path of the file; within archives `export.zip/activities/1.fit.gz`. */
  readonly name: string;
  /** Which file of its archive it is, from 1, and how many there are; null outside of archives. */
  readonly place: { readonly at: number; readonly of: number } | null;
} & (
  | { readonly outcome: 'read'; readonly runs: readonly Run[] }
  | { readonly outcome: 'refused'; readonly refusal: ReadRefusal }
  /** A picture, a table: an export is full of files that are no runs. */
  | { readonly outcome: 'passed-over' }
);

/** What is unpacked as a whole to look into it: Garmin packs a zip of all files into its zip. */
const LARGEST_INNER_ZIP = 512 * 2 ** 20;
const RUN_NAME = /\.(fit|gpx|tcx)(\.gz)?$/i;
const ZIP_NAME = /\.zip$/i;

export async function* readRunFiles(
  sources: Iterable<RunSource> | AsyncIterable<RunSource>,
  options: ReadOptions,
): AsyncGenerator<RunFileReport, void, void> {
  for await (const source of sources) {
    const head = await source.read(0, Math.min(4, source.size));
    if (head && isZip(head)) yield* readArchive(source, options, true);
    else yield { name: source.name, place: null, ...outcomeOf(await readWhole(source, options)) };
  }
}

async function readWhole(
  source: RunSource,
  options: ReadOptions,
): Promise<Result<readonly Run[], ReadRefusal>> {
  if (source.size > LARGEST_FILE) return refuse(tooLarge(source.size));
  const bytes = await source.read(0, source.size);
  return bytes ? readRunFile(source.name, bytes, options) : refuse(unreadable());
}

async function* readArchive(
  archive: RunSource,
  options: ReadOptions,
  mayNest: boolean,
): AsyncGenerator<RunFileReport, void, void> {
  const directory = await readZipDirectory(archive);
  if (!directory.ok) {
    yield { name: archive.name, place: null, outcome: 'refused', refusal: directory.refusal };
    return;
  }
  const files = directory.value.filter(({ name }) => !name.endsWith('/'));
  for (const [index, entry] of files.entries()) {
    const name = `${archive.name}/${entry.name}`;
    const place = { at: index + 1, of: files.length };
    const isArchive = ZIP_NAME.test(entry.name) && mayNest;
    if (entry.isSafeName && !isArchive && !RUN_NAME.test(entry.name)) {
      yield { name, place, outcome: 'passed-over' };
      continue;
    }
    const bytes = await readZipEntry(archive, entry, isArchive ? LARGEST_INNER_ZIP : LARGEST_FILE);
    if (!bytes.ok) yield { name, place, outcome: 'refused', refusal: bytes.refusal };
    else if (isArchive) yield* readArchive(sourceOf(name, bytes.value), options, false);
    else yield { name, place, ...outcomeOf(readRunFile(entry.name, bytes.value, options)) };
  }
}

function outcomeOf(result: Result<readonly Run[], ReadRefusal>) {
  return result.ok
    ? ({ outcome: 'read', runs: result.value } as const)
    : ({ outcome: 'refused', refusal: result.refusal } as const);
}
