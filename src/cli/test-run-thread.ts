// The warm thread of the tests: runs command lines one after another and answers with what each has written.

import { env, stderr, stdout } from 'node:process';
import { type MessagePort, parentPort } from 'node:worker_threads';
import { runCommandLine } from './command-line.ts';

interface Task {
  readonly args: readonly string[];
  readonly more: Readonly<Record<string, string>>;
  /** Becomes 1 when the answer is in the port. */
  readonly done: Int32Array<SharedArrayBuffer>;
  readonly port: MessagePort;
}

env.NO_COLOR = '1';
delete env.FORCE_COLOR;
const usual = { ...env };

parentPort?.on('message', async ({ args, more, done, port }: Task) => {
  const written = { out: '', err: '' };
  stdout.write = (text: string | Uint8Array) => add('out', text);
  stderr.write = (text: string | Uint8Array) => add('err', text);
  const add = (where: 'out' | 'err', text: string | Uint8Array) => {
    written[where] += typeof text === 'string' ? text : Buffer.from(text).toString();
    return true;
  };
  for (const name of Object.keys(env)) if (!(name in usual)) delete env[name];
  Object.assign(env, usual, more);
  const code = await runCommandLine(args).catch((error: unknown) => {
    written.err += error instanceof Error ? error.stack : String(error);
    return 1;
  });
  port.postMessage({ code, ...written });
  Atomics.store(done, 0, 1);
  Atomics.notify(done, 0);
});
