// Comments and the desk without a server: the real store in a file, the real hashes, a clock that stands still until it is moved,
// and visitors who keep their cookies as browsers do.

import { createDeskApp, type Guide, newCodes, RATES, secretsOf, signerOf } from '../src/app/desk/index.ts';
import type { KnowledgeBase } from '../src/knowledge/index.ts';
import type { ClaimAtDesk, DeskStore, Editor, Role } from '../src/learn/index.ts';
import { passkeys } from '../src/server/desk/passkeys.ts';
import { hashPassword, verifyPassword } from '../src/store/index.ts';
import { deskStore, migrate, openSql, type Sql, type StorePlace, uuid7 } from '../src/store/sql/index.ts';
import { newFolder } from './databases.ts';
import { type Fields, type Reply, type Runner, runnerOf } from './in-process.ts';

export const PASSWORD = 'seven grey herons walked';
export const VERDICTS = { supported: 'Supported', partly: 'Partly supported', unsupported: 'Not supported' };

/** Two pages, and one that takes no comments. */
const PAGES: Readonly<Record<string, string>> = { 'warm-up': 'Warming up', cramp: 'Cramp and fluids' };
const CLAIMS: readonly ClaimAtDesk[] = [
  {
    id: 'C1',
    wording: 'A warm-up lowers the risk of a strain.',
    verdict: 'supported',
    edition: 'e1',
    path: '/claims/C1',
  },
  { id: 'C2', wording: 'Salt stops cramps.', verdict: 'unsupported', edition: 'e1', path: '/claims/C2' },
];

export const GUIDE: Guide = {
  page: (id) => {
    const title = Object.hasOwn(PAGES, id) ? PAGES[id] : undefined;
    return title === undefined ? undefined : { id, title, path: `/guide/${id}` };
  },
  claim: (id) => CLAIMS.find((claim) => claim.id === id),
  claims: () => CLAIMS,
  verdicts: VERDICTS,
};

export interface DeskRehearsal {
  readonly app: ReturnType<typeof createDeskApp>;
  readonly sql: Sql;
  readonly store: DeskStore;
  /** Milliseconds since 1970. */
  readonly clock: { now: number };
  readonly bugs: unknown[];
  /** The network address of the next request. */
  readonly network: { address: string };
  readonly close: () => Promise<void>;
}

export interface Rehearsed {
  readonly place?: StorePlace;
  readonly origin?: string;
  readonly premoderated?: boolean;
  readonly canMail?: boolean;
  readonly clock?: { now: number };
}

export async function rehearseDesk(knowledge: KnowledgeBase, given: Rehearsed = {}): Promise<DeskRehearsal> {
  const clock = given.clock ?? { now: Date.UTC(2026, 10, 28, 12) };
  const network = { address: '192.0.2.1' };
  const bugs: unknown[] = [];
  const sql = openSql(given.place ?? { folder: newFolder() });
  await migrate(sql);
  const store = deskStore(sql);
  const app = createDeskApp({
    knowledge,
    stylesheets: { common: '/assets/common.css', plan: '/assets/plan.css', learn: '/assets/learn.css' },
    store,
    guide: GUIDE,
    passwords: { hash: hashPassword, verify: verifyPassword },
    passkeys,
    secret: await store.secret(),
    origin: given.origin,
    canMail: given.canMail ?? false,
    premoderated: given.premoderated ?? true,
    rates: RATES,
    addressOf: () => network.address,
    now: () => clock.now,
    newId: () => uuid7(clock.now),
    report: (bug) => bugs.push(bug),
  });
  return { app, sql, store, clock, network, bugs, close: () => sql.close() };
}

export interface Visitor extends Runner {
  /** Opens a page and sends its form of that address, with the fields given and all hidden ones. */
  readonly fill: (
    path: string,
    fields: Fields,
    options?: { readonly to?: string; readonly seconds?: number },
  ) => Promise<Reply>;
}

export function visitor({ app, clock }: DeskRehearsal, languages?: string): Visitor {
  const runner = runnerOf({ app } as Parameters<typeof runnerOf>[0], languages);
  return Object.assign(runner, {
    fill: async (path: string, fields: Fields, options: { to?: string; seconds?: number } = {}) => {
      const page = await runner.send(path);
      clock.now += (options.seconds ?? 60) * 1000;
      return runner.post(options.to ?? path.split('?')[0] ?? path, [
        ...hiddenIn(page, options.to ?? path),
        ...fields,
      ]);
    },
  });
}

/** The hidden fields of the first form of a page that goes to an address. */
export function hiddenIn({ text }: Reply, to: string): Fields {
  const forms = [...text.matchAll(/<form [^>]*action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/g)];
  const form = forms.find(([, action]) => action === to.split(/[?#]/)[0]) ?? [];
  return [...(form[2] ?? '').matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, value] as const,
  );
}

/** The secret link that a page shows. */
export function secretLink({ text }: Reply): string {
  return /<a href="([^"]+)" class="secret">/.exec(text)?.[1] ?? '';
}

export const COMMENT: Fields = [
  ['name', 'Ann'],
  ['email', 'ann@example.org'],
  ['text', 'Bridges helped me more than stretching did.'],
];

export interface MadeEditor {
  readonly editor: Editor;
  readonly login: string;
  readonly codes: readonly string[];
}

let hashed: Promise<string> | undefined;

export async function makeEditor(
  { store }: DeskRehearsal,
  login: string,
  roles: readonly Role[] = ['moderator', 'reviewer'],
): Promise<MadeEditor> {
  hashed ??= hashPassword(PASSWORD);
  const secrets = secretsOf(signerOf(await store.secret()));
  const codes = newCodes();
  const editor = await store.editors.create({
    login,
    name: `Dr ${login}`,
    roles,
    passwordHash: await hashed,
    codes: await Promise.all(codes.map(({ plain }) => secrets.of('code', plain))),
    by: 'terminal',
    at: 0,
  });
  if (!editor) throw new Error(`${login} is taken.`);
  return { editor, login, codes: codes.map(({ shown }) => shown) };
}

/** Somebody who sits at the desk. */
export async function atDesk(house: DeskRehearsal, login: string, roles?: readonly Role[]): Promise<Visitor> {
  await makeEditor(house, login, roles);
  const one = visitor(house);
  const reply = await one.fill('/desk/sign-in', [
    ['login', login],
    ['password', PASSWORD],
    ['by', 'password'],
  ]);
  if (reply.location !== '/desk') throw new Error(`${login} was not let in: ${reply.status}`);
  return one;
}
