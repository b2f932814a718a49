// Files and folders as sources of runs. Opened for reading only and part by part: an export of some gigabytes is never in memory, and
// nothing that was given is ever changed.

import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunSource } from '../train/index.ts';
import { ok, type Result, refuse } from '../vocabulary/index.ts';
import type { InputMistake } from './answers-file.ts';

const RUN_FILE = /\.(fit|gpx|tcx|zip)$|\.(fit|gpx|tcx)\.gz$/i;

/** Paths of the files: each that was named, and in folders, at any depth, those whose names say that they hold runs. */
export async function findRunFiles(
  paths: readonly string[],
): Promise<Result<readonly string[], readonly InputMistake[]>> {
  const files: string[] = [];
  const mistakes: InputMistake[] = [];
  for (const path of paths) {
    try {
      const found = await stat(path);
      if (found.isDirectory()) files.push(...(await runFilesIn(path)));
      else if (found.isFile()) files.push(path);
      else mistakes.push(mistakeAt(path, 'something that is neither'));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      mistakes.push(mistakeAt(path, error.code === 'ENOENT' ? 'nothing there' : error.message));
    }
  }
  return mistakes.length > 0 ? refuse(mistakes) : ok([...new Set(files)]);
}

/** Links are not followed: they may lead round in a ring. */
async function runFilesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && RUN_FILE.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function mistakeAt(where: string, found: string): InputMistake {
  return { where, expected: 'a file or a folder', found, remedy: 'Check the path.' };
}

/** A file that vanishes or cannot be read any more says so when it is read. */
export async function sourceAt(path: string): Promise<RunSource> {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  );
  return { name: path, size, read: (from, to) => readPart(path, from, to) };
}

async function readPart(path: string, from: number, to: number): Promise<Uint8Array | null> {
  try {
    const file = await open(path, 'r');
    try {
      const bytes = new Uint8Array(to - from);
      let count = 0;
      while (count < bytes.length) {
        const { bytesRead } = await file.read(bytes, count, bytes.length - count, from + count);
        if (bytesRead === 0) break;
        count += bytesRead;
      }
      return bytes.subarray(0, count);
    } finally {
      await file.close();
    }
  } catch {
    return null;
  }
}
