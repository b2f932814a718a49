// Runs the real command line and waits for its end: most of them one after another in one thread that stays warm, because to
// start a process takes longer than what it then does; those that read standard input or have a time zone of their own as a
// child process, as a person or a script would.

import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';

export const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));

/** Longer than any command of the tests takes, milliseconds. */
const PATIENCE = 60_000;
// Dozens of short runs of the same code: what was compiled once need not be compiled again.
const NODE_COMPILE_CACHE = join(tmpdir(), 'backstride-compiled');

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

type Environment = Readonly<Record<string, string>>;

/** Runs `backstride …args` to its end with this text on standard input, in this environment besides the usual one. */
export function run(args: readonly string[], input = '', more: Environment = {}): Run {
  // A thread has no standard input and no time zone of its own.
  return input !== '' || more.TZ !== undefined ? runAsProcess(args, input, more) : runInThread(args, more);
}

function runAsProcess(args: readonly string[], input: string, more: Environment): Run {
  const done = spawnSync(process.execPath, [MAIN, ...args], {
    input,
    encoding: 'utf8',
    env: { ...process.env, NODE_COMPILE_CACHE, NO_COLOR: '1', FORCE_COLOR: undefined, ...more },
    timeout: PATIENCE,
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

let thread: Worker | undefined;

function runInThread(args: readonly string[], more: Environment): Run {
  thread ??= new Worker(new URL('./test-run-thread.ts', import.meta.url));
  thread.unref();
  const { port1, port2 } = new MessageChannel();
  const done = new Int32Array(new SharedArrayBuffer(4));
  thread.postMessage({ args, more, done, port: port2 }, [port2]);
  const ended = Atomics.wait(done, 0, 0, PATIENCE);
  const answer = receiveMessageOnPort(port1)?.message as Run | undefined;
  port1.close();
  if (answer) return answer;
  void thread.terminate();
  thread = undefined;
  throw new Error(`backstride ${args.join(' ')} has not ended (${ended}).`);
}
