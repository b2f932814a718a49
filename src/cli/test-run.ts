// Runs the real command line as a child process, as a person or a script would.

import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));

// Dozens of short runs of the same code: what was compiled once need not be compiled again.
const NODE_COMPILE_CACHE = join(tmpdir(), 'backstride-compiled');

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `backstride …args` to its end with this text on standard input, in this environment besides the usual one. */
export function run(args: readonly string[], input = '', more: Readonly<Record<string, string>> = {}): Run {
  const done = spawnSync(process.execPath, [MAIN, ...args], {
    input,
    encoding: 'utf8',
    env: { ...process.env, NODE_COMPILE_CACHE, NO_COLOR: '1', FORCE_COLOR: undefined, ...more },
    timeout: 60_000,
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
}
