// Ends the server by signal 9 while comments are written and decided, and on PostgreSQL sometimes the database instead. After each
// kill it is started again, whoever had no answer sends the same form once more, and the store is looked through: every comment
// and decision that was acknowledged is there, none is there twice, the log fits together, the database's own check is clean.
//
// Limit: a killed process loses nothing that the kernel has taken; only a power cut would show whether a flush reached the disk.
// That the flushes are asked for is tested by the setting (synchronous FULL, fsync of PostgreSQL).

import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { root } from '../../scripts/find-node.mjs';
import { newCodes, secretsOf, signerOf } from '../../src/app/desk/index.ts';
import type { Role } from '../../src/learn/index.ts';
import { deskStore, migrate, openSql, type StorePlace } from '../../src/store/sql/index.ts';
import { newFolder, type Postgres, startPostgres } from '../databases.ts';

export interface DeskKills {
  readonly kills: number;
  readonly database: 'sqlite' | 'postgres';
  /** A number of 32 bits. */
  readonly seed: number;
  readonly told?: (kill: number, about: string) => void;
}

export interface Survived {
  readonly kills: { readonly server: number; readonly database: number };
  readonly comments: number;
  readonly decisions: number;
  /** Forms that had no answer and were sent again. */
  readonly sentAgain: number;
}

const WRITERS = 6;
/** So many are acknowledged at most between two kills, whatever the machine has to do besides. */
const MOST_WRITES = 30;
const LONGEST_MS = 15_000;
const PAGE = '/comments/warm-up';
const ACKNOWLEDGED = 'Your comment has come in';

interface Form {
  readonly text: string;
  readonly body: URLSearchParams;
  readonly cookie: string;
}

/** What was promised so far. */
interface Promised {
  readonly comments: Set<string>;
  /** Ids of comments whose approval was acknowledged. */
  readonly decisions: Set<string>;
  /** Without an answer: to be sent again. */
  open: Form[];
  sentAgain: number;
}

/** @throws when something acknowledged is missing, doubled, or the store is not sound */
export async function killDesks({ kills, database, seed, told }: DeskKills): Promise<Survived> {
  const random = randomFrom(seed);
  const postgres = database === 'postgres' ? await startPostgres() : undefined;
  const place: StorePlace = postgres ? { url: await postgres.database('kills') } : { folder: newFolder() };
  const code = await makeEditor(place);
  const port = await freePort();
  const promised: Promised = { comments: new Set(), decisions: new Set(), open: [], sentAgain: 0 };
  const killed = { server: 0, database: 0 };
  let server = await startServer(place, port);
  const session = await signIn(port, code);
  let nth = 0;
  try {
    for (let kill = 1; kill <= kills; kill += 1) {
      let goOn = true;
      const isOver = () => !goOn;
      const write = async () => {
        while (!isOver()) {
          nth += 1;
          await writeOne(port, `comment ${kill} ${nth}`, promised);
        }
      };
      const work = [...Array.from({ length: WRITERS }, write), decideAll(port, session, promised, isOver)];
      await untilSome(promised, 1 + Math.floor(random() * MOST_WRITES), random() * 30);
      const isDatabase = postgres !== undefined && random() < 0.5;
      if (isDatabase) await postgres.kill();
      else await end(server);
      killed[isDatabase ? 'database' : 'server'] += 1;
      goOn = false;
      await Promise.all(work);
      if (isDatabase) await postgres.start();
      else server = await startServer(place, port);
      await sendAgain(port, promised);
      await lookThrough(place, promised, kill);
      told?.(kill, `${promised.comments.size} comments, ${promised.decisions.size} decisions`);
    }
    return {
      kills: killed,
      comments: promised.comments.size,
      decisions: promised.decisions.size,
      sentAgain: promised.sentAgain,
    };
  } finally {
    await end(server);
    await stop(postgres);
  }
}

const stop = async (postgres: Postgres | undefined) => postgres?.stop();

/** Waits until so many more have been acknowledged, then a moment, so that the kill falls anywhere within a write. */
async function untilSome(promised: Promised, more: number, thenMs: number): Promise<void> {
  const wanted = promised.comments.size + more;
  const latest = Date.now() + LONGEST_MS;
  while (promised.comments.size < wanted && Date.now() < latest) {
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await new Promise((resolve) => setTimeout(resolve, thenMs));
}

/** Opens the form as a browser does, fills it in and sends it. */
async function writeOne(port: number, text: string, promised: Promised): Promise<void> {
  try {
    const page = await fetch(`http://127.0.0.1:${port}${PAGE}`);
    const html = await page.text();
    const token =
      /<form method="post" action="\/comments\/warm-up"[^>]*>\s*<input type="hidden" name="token" value="([^"]*)"/.exec(
        html,
      )?.[1];
    if (page.status !== 200 || token === undefined) return;
    const cookie = page.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    const body = new URLSearchParams({ token, name: 'Ann', email: 'a@example.org', text });
    const form = { text, body, cookie };
    if ((await send(port, form)) === 'kept') promised.comments.add(text);
    else promised.open.push(form);
  } catch {
    // It was ended before the form was there.
  }
}

/** `kept` when it was acknowledged, else what came instead. */
async function send(port: number, { body, cookie }: Form): Promise<string> {
  try {
    const reply = await fetch(`http://127.0.0.1:${port}${PAGE}`, {
      method: 'POST',
      body,
      headers: { cookie, 'sec-fetch-site': 'same-origin' },
    });
    return reply.status === 200 && (await reply.text()).includes(ACKNOWLEDGED)
      ? 'kept'
      : String(reply.status);
  } catch {
    return 'no answer';
  }
}

async function sendAgain(port: number, promised: Promised): Promise<void> {
  const forms = promised.open;
  promised.open = [];
  for (const form of forms) {
    promised.sentAgain += 1;
    // A server whose database has just come back may need a moment to find it.
    let reply = await send(port, form);
    for (let attempt = 1; attempt < 50 && reply !== 'kept'; attempt += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      reply = await send(port, form);
    }
    if (reply !== 'kept') throw new Error(`${form.text} was refused after the start: ${reply}`);
    promised.comments.add(form.text);
  }
}

/** Approves one waiting comment after the other. */
async function decideAll(
  port: number,
  cookie: string,
  promised: Promised,
  isOver: () => boolean,
): Promise<void> {
  while (!isOver()) {
    try {
      const queue = await fetch(`http://127.0.0.1:${port}/desk`, { headers: { cookie }, redirect: 'manual' });
      const html = await queue.text();
      const card =
        /<form method="post" action="\/desk\/comments\/([^"]+)"[^>]*>\s*<input type="hidden" name="token" value="([^"]*)"><input type="hidden" name="version" value="(\d+)"/.exec(
          html,
        );
      if (!card) {
        await new Promise((resolve) => setTimeout(resolve, 5));
        continue;
      }
      const [, id = '', token = '', version = ''] = card;
      const reply = await fetch(`http://127.0.0.1:${port}/desk/comments/${id}`, {
        method: 'POST',
        body: new URLSearchParams({ token, version, do: 'approve' }),
        headers: { cookie, 'sec-fetch-site': 'same-origin' },
        redirect: 'manual',
      });
      if (reply.status === 303) promised.decisions.add(id);
    } catch {
      return;
    }
  }
}

/** Looks at the tables themselves, past the application. */
async function lookThrough(place: StorePlace, promised: Promised, kill: number): Promise<void> {
  const sql = openSql(place);
  try {
    const rows = await sql.read.selectFrom('comments').select(['id', 'text', 'state']).execute();
    const texts = new Map<string, number>();
    for (const { text } of rows) texts.set(text, (texts.get(text) ?? 0) + 1);
    const wrong = [
      ...[...promised.comments].filter((text) => !texts.has(text)).map((text) => `${text} is missing`),
      ...[...texts].filter(([, count]) => count > 1).map(([text]) => `${text} is there twice`),
      ...[...promised.decisions]
        .filter((id) => rows.find((row) => row.id === id)?.state !== 'published')
        .map((id) => `the decision on ${id} is missing`),
    ];
    const lines = await sql.read
      .selectFrom('audit')
      .select(['subject', ({ fn }) => fn.countAll<number>().as('times')])
      .where('action', '=', 'comment.approve')
      .groupBy('subject')
      .execute();
    wrong.push(
      ...lines.filter(({ times }) => times > 1).map(({ subject }) => `${subject} was decided twice`),
    );
    const published = rows.filter(({ state }) => state === 'published').length;
    if (published !== lines.length)
      wrong.push(`${published} are published, ${lines.length} decisions are in the log`);
    const { broken } = await deskStore(sql).audit.verify();
    if (broken !== undefined) wrong.push(`line ${broken} of the log does not fit`);
    wrong.push(...(await ownCheck(place)));
    if (wrong.length > 0) throw new Error(`Kill ${kill}: ${wrong.slice(0, 5).join('; ')}`);
  } finally {
    await sql.close();
  }
}

/** What the database itself finds. */
async function ownCheck({ folder, url }: StorePlace): Promise<readonly string[]> {
  if (folder !== undefined) {
    const file = new DatabaseSync(join(folder, 'backstride.sqlite'), { readOnly: true });
    const found = file
      .prepare('pragma integrity_check')
      .all()
      .map((row) => String(row.integrity_check));
    file.close();
    return found.filter((line) => line !== 'ok');
  }
  // Every row of every table is read, and every index is held against its table where the extension is there.
  const client = new pg.Client(url);
  await client.connect();
  try {
    for (const table of ['comments', 'audit', 'sessions', 'editors']) {
      await client.query(`select count(*) from (select * from ${table} offset 0) as every_row`);
    }
    const { rows } = await client.query("select 1 from pg_available_extensions where name = 'amcheck'");
    if (rows.length > 0) {
      await client.query('create extension if not exists amcheck');
      await client.query(
        "select bt_index_check(c.oid, true) from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_am a on a.oid = c.relam where n.nspname = 'public' and a.amname = 'btree' and c.relkind = 'i'",
      );
    }
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : 'the check failed'];
  } finally {
    await client.end();
  }
}

/** An editor with a recovery code, so that signing in costs no hash. */
export async function makeEditor(place: StorePlace, roles: readonly Role[] = ['moderator']): Promise<string> {
  const sql = openSql(place);
  await migrate(sql);
  const desk = deskStore(sql);
  const [code] = newCodes();
  if (!code) throw new Error('no code');
  const hash = await secretsOf(signerOf(await desk.secret())).of('code', code.plain);
  const about = {
    login: 'ann',
    name: 'Dr Ann',
    roles,
    passwordHash: '',
    by: 'terminal',
    at: Date.now(),
  } as const;
  await desk.editors.create({ ...about, codes: [hash] });
  await sql.close();
  return code.shown;
}

export async function signIn(port: number, code: string): Promise<string> {
  const page = await fetch(`http://127.0.0.1:${port}/desk/sign-in`);
  const token = /name="token" value="([^"]*)"/.exec(await page.text())?.[1] ?? '';
  const cookie = page.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const reply = await fetch(`http://127.0.0.1:${port}/desk/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ token, login: 'ann', code, by: 'code' }),
    headers: { cookie, 'sec-fetch-site': 'same-origin' },
    redirect: 'manual',
  });
  if (reply.status !== 303) throw new Error(`The editor was not let in: ${reply.status}`);
  return reply.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
}

async function startServer({ folder, url }: StorePlace, port: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['test/durability/server.ts'], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(port),
      BACKSTRIDE_DATA: folder ?? '',
      DATABASE_URL: url ?? '',
      // Started again and again from the same code.
      NODE_COMPILE_CACHE: join(tmpdir(), 'backstride-compiled'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const listen = (part: Buffer) => {
      said = (said + part.toString()).slice(-4000);
      if (said.includes('ready')) resolve();
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('close', (code) => reject(new Error(`The server ended with ${code}:\n${said}`)));
  });
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGKILL');
  await ended;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
