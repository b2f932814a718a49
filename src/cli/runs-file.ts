// The file of runs that the terminal writes and the app takes in: {"format": "backstride-runs", "version": 1, "runs": […]}.

import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import type { Run } from '../train/index.ts';
import { ok, type Result, refuse } from '../vocabulary/index.ts';
import type { InputMistake } from './answers-file.ts';

const FORMAT = 'backstride-runs';
const VERSION = 1;

export function runsFileText(runs: readonly Run[]): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, runs }, null, 1)}\n`;
}

/** The runs of a file that was written before; none where there is no file yet. */
export async function readRunsFile(path: string): Promise<Result<readonly Run[], InputMistake>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ok([]);
    if (!(error instanceof Error && 'code' in error)) throw error;
    return refuse(mistake(path, error.message));
  }
  const runs = runsIn(text);
  return runs ? ok(runs) : refuse(mistake(path, 'another file, which stays as it is'));
}

function mistake(where: string, found: string): InputMistake {
  return {
    where,
    expected: `no file yet, or one of the format ${FORMAT}, version ${VERSION}`,
    found,
    remedy: 'Give another name with --out.',
  };
}

function runsIn(text: string): readonly Run[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(value) || value.format !== FORMAT || value.version !== VERSION) return undefined;
  const { runs } = value;
  return Array.isArray(runs) && runs.every(isRun) ? runs : undefined;
}

/** What merging looks at; the rest is passed on as it is. */
function isRun(value: unknown): value is Run {
  if (!isRecord(value) || !isRecord(value.from)) return false;
  const { id, start, elapsedSeconds } = value;
  return (
    typeof id === 'string' && Number.isFinite(Date.parse(String(start))) && Number.isFinite(elapsedSeconds)
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Writes beside the file and then takes its place, so that there is never half a file. */
export async function writeRunsFile(path: string, runs: readonly Run[]): Promise<Result<true, InputMistake>> {
  const beside = `${path}.${process.pid}.part`;
  try {
    await writeFile(beside, runsFileText(runs), { flag: 'wx', mode: 0o600 });
    await rename(beside, path);
    return ok(true);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    await rm(beside, { force: true });
    return refuse({
      where: path,
      expected: 'a place to write to',
      found: error.message,
      remedy: 'Give another path with --out.',
    });
  }
}
