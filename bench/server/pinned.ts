// Processes on processors of their own: what is measured on one, the client on the other. Without taskset, as outside Linux, the
// system decides, and figures of the clock are worth less; processor time hardly changes.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { root } from '../../scripts/find-node.mjs';
import type { Told } from './told.ts';

const CLIENT = '0';
const MEASURED = '1';
const canPin = availableParallelism() > 1 && spawnSync('taskset', ['-V']).status === 0;

/** Puts this process, the client, on its processor; says so where that cannot be. */
export function pinClient(say: (line: string) => void): void {
  const isPinned = canPin && spawnSync('taskset', ['-acp', CLIENT, String(process.pid)]).status === 0;
  if (!isPinned) say('No taskset or only one processor: client and server are not pinned apart.');
}

export interface Measured {
  readonly port: number;
  readonly tell: (how?: 'now' | 'cleared') => Promise<Told>;
  readonly give: (message: object) => void;
  readonly stop: () => Promise<void>;
}

/** Starts a script of this folder on the processor of what is measured. */
export async function startMeasured(
  script: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Measured> {
  const node = [process.execPath, '--expose-gc', fileURLToPath(new URL(script, import.meta.url))];
  const [command = '', ...given] = canPin ? ['taskset', '-c', MEASURED, ...node] : node;
  const child: ChildProcess = spawn(command, given, {
    cwd: root,
    env: { PATH: process.env.PATH, ...environment },
    // A log that nobody reads: each line is written all the same.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const heard = <Message>(name: string) =>
    new Promise<Message>((resolve, reject) => {
      const hear = (message: Record<string, Message>) => {
        if (message[name] === undefined) return;
        child.off('message', hear);
        child.off('exit', end);
        resolve(message[name]);
      };
      const end = (code: number | null) => reject(new Error(`${script} ended with ${code}.`));
      child.on('message', hear);
      child.once('exit', end);
    });
  const url = await heard<string>('url');
  return {
    port: Number(new URL(url).port),
    tell: (how = 'now') => {
      const told = heard<Told>('told');
      child.send({ tell: how });
      return told;
    },
    give: (message) => void child.send(message),
    stop: async () => {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}
