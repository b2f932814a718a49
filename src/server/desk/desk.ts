// Comments and the editors' desk beside the application: opens the store, brings it up to date, answers the addresses that are
// theirs, sends letters and takes away what has run out. Everything else works without it.

import type { IncomingMessage } from 'node:http';
import { createDeskApp, type Guide, OF_THE_DESK, RATES, type Rates } from '../../app/desk/index.ts';
import type { KnowledgeBase, Texts } from '../../knowledge/index.ts';
import { type DeskStore, StoreTrouble } from '../../learn/index.ts';
import type { Stylesheets } from '../../pages/index.ts';
import { hashPassword, verifyPassword } from '../../store/index.ts';
import { deskStore, migrate, openSql, type Sql, type StorePlace, uuid7 } from '../../store/sql/index.ts';
import type { Language } from '../../vocabulary/index.ts';
import type { Admission } from '../admission.ts';
import { pathOf } from '../path-of.ts';
import { type MailOptions, postman } from './mail.ts';
import { nodeSigner } from './node-signer.ts';
import { passkeys } from './passkeys.ts';
import { type Changed, watchedStore } from './watched-store.ts';

export interface DeskSettings {
  readonly place: StorePlace;
  /** As `https://backstride.example.org`; needed behind a proxy that speaks HTTPS for this server. */
  readonly origin?: string | undefined;
  readonly mail?: MailOptions | undefined;
  readonly premoderated: boolean;
  readonly rates?: Partial<Rates>;
}

export interface DeskServerOptions extends DeskSettings {
  readonly knowledge: KnowledgeBase;
  readonly texts: ReadonlyMap<Language, Texts>;
  readonly stylesheets: Stylesheets;
  readonly guide: Guide;
  readonly now: () => number;
  /** The address of who asks, where a proxy in front says it. */
  readonly addressOf?: (request: Request, incoming: IncomingMessage | undefined) => string;
  /** The queue in front: who waits for the disk holds no turn in it, and a commit waits for those whose turn has come. */
  readonly turns?: Pick<Admission, 'aside' | 'inside' | 'waiting'>;
  /** Told when something has changed that pages of the guide show. */
  readonly changed?: (what: Changed) => void;
  readonly log: (line: string) => void;
}

export interface Desk {
  readonly store: DeskStore;
  /** Answers a request for one of its addresses; undefined for any other. */
  readonly answer: (request: Request, environment: Environment) => Promise<Response | undefined>;
  readonly stop: () => Promise<void>;
}

/** What @hono/node-server hands over with a request. */
export interface Environment {
  readonly incoming?: IncomingMessage;
}

const EVERY_MS = 15_000;
const SWEEP_EVERY = 40;

/** Opens it. @throws StoreTrouble when the store cannot be opened, or is newer than this version */
export async function openDesk(options: DeskServerOptions): Promise<Desk> {
  const { place, turns } = options;
  const sql = openSql(place, turns && (() => turns.inside() + turns.waiting() > 0));
  try {
    return await deskOver(sql, options);
  } catch (error) {
    await sql.close().catch(() => {});
    throw error;
  }
}

async function deskOver(sql: Sql, options: DeskServerOptions): Promise<Desk> {
  const { knowledge, texts, stylesheets, guide, mail, premoderated, origin, turns, now, log } = options;
  await migrate(sql);
  const inTurns: Sql = turns ? { ...sql, write: (work) => turns.aside(sql.write(work)) } : sql;
  const store = watchedStore(deskStore(inTurns), options.changed ?? (() => {}));
  // Letters and sweeping hold no turn that they could give back.
  const house = deskStore(sql);
  const addressOf = options.addressOf ?? ((_, incoming) => incoming?.socket.remoteAddress ?? '');
  const app = createDeskApp({
    knowledge,
    texts: async (language) => texts.get(language) ?? new Map(),
    stylesheets,
    store,
    guide,
    passwords: { hash: hashPassword, verify: verifyPassword },
    passkeys,
    secret: await house.secret(),
    makeSigner: nodeSigner,
    origin,
    canMail: mail !== undefined,
    premoderated,
    rates: { ...RATES, ...options.rates },
    addressOf: (c) => addressOf(c.req.raw, (c.env as Environment | undefined)?.incoming),
    now,
    newId: () => uuid7(now()),
    report: (bug) => log(lineOf(bug)),
  });
  const post = mail && postman(house.letters, mail, now, log);
  const keep = keepHouse(async (round) => {
    await post?.deliver();
    if (round % SWEEP_EVERY === 0) await house.sweep(now());
  }, log);
  return {
    store,
    answer: async (request, environment) =>
      OF_THE_DESK.test(pathOf(request.url)) ? app.fetch(request, environment) : undefined,
    stop: async () => {
      await keep.stop();
      await post?.stop();
      await sql.close();
    },
  };
}

/** Does something now and then, one round after the other, until it is told to stop. */
function keepHouse(work: (round: number) => Promise<void>, log: (line: string) => void) {
  let round = 0;
  let underWay: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    round += 1;
    const current = round;
    underWay = underWay.then(() => work(current)).catch((error) => log(lineOf(error)));
  }, EVERY_MS);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await underWay;
    },
  };
}

/** A line of the log: of trouble its kind, of a bug where it is. What a database says may quote what was typed. */
function lineOf(error: unknown): string {
  if (error instanceof StoreTrouble) return `store ${error.kind}`;
  if (!(error instanceof Error)) return 'bug unknown';
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return ['bug', error.name, ...frames.slice(0, 8)].join('\n');
}
