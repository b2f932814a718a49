// The same contract on both databases, for real.

import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newFolder, type Postgres, removeFolders, startPostgres } from '../../../test/databases.ts';
import type { DeskStore, Editor, NewComment } from '../../learn/index.ts';
import { deskStore, openSql } from './desk-store.ts';
import { FORMAT, formatOf, migrate } from './migrations.ts';
import type { Sql } from './sql.ts';
import { uuid7 } from './uuid7.ts';

const T = Date.UTC(2026, 10, 28);
let postgres: Postgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(async () => {
  await postgres?.stop();
  removeFolders();
});

let databases = 0;
const OPENERS = {
  sqlite: async () => {
    const folder = newFolder();
    return () => openSql({ folder });
  },
  postgres: async () => {
    databases += 1;
    const url = await postgres.database(`contract_${databases}`);
    return () => openSql({ url });
  },
} as const;

describe.each(['sqlite', 'postgres'] as const)('the store on %s', (dialect) => {
  let open: () => Sql;
  let sqlStore: Sql;
  let store: DeskStore;
  let ann: Editor;
  const opened: Sql[] = [];

  beforeAll(async () => {
    open = await OPENERS[dialect]();
    sqlStore = open();
    opened.push(sqlStore);
    await migrate(sqlStore);
    store = deskStore(sqlStore);
    ann = (await editor('ann')) as Editor;
  });
  afterAll(async () => {
    for (const one of opened) await one.close();
  });

  const editor = (login: string) =>
    store.editors.create({
      login,
      name: `Editor ${login}`,
      roles: ['moderator', 'reviewer'],
      passwordHash: 'hash',
      codes: ['code-1', 'code-2'],
      by: 'terminal',
      at: T,
    });
  let page = 'page-0';
  let pages = 0;
  beforeEach(() => {
    pages += 1;
    page = `page-${pages}`;
  });
  const comment = (given: Partial<NewComment> = {}): NewComment => ({
    id: uuid7(T),
    page,
    parent: undefined,
    name: 'Runner',
    email: 'runner@example.org',
    text: 'It helped.',
    state: 'waiting',
    suspicions: [],
    wantsMail: false,
    secret: 'secret',
    essence: 'it helped',
    letters: [],
    at: T,
    ...given,
  });
  const FREE = [] as const;

  test('the same form sent many times at once is one comment', async () => {
    const one = comment();
    const added = await Promise.all(Array.from({ length: 8 }, () => store.comments.add(one, FREE)));
    expect(added.filter((each) => each.kind === 'kept' && each.isNew)).toHaveLength(1);
    expect((await store.comments.waiting({ most: 1000 })).filter(({ id }) => id === one.id)).toHaveLength(1);
  });

  test('whatever is written comes back letter by letter', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1 }), async (typed) => {
        const text = typed.toWellFormed().replaceAll('\0', '');
        const one = comment({ text, name: text, email: text });
        await store.comments.add(one, FREE);
        expect(await store.comments.byId(one.id)).toMatchObject({ text, name: text, email: text });
      }),
      { numRuns: 40 },
    );
  });

  test('a comment waits, is published, and only then stands on its page', async () => {
    const one = comment({ suspicions: ['links', 'shouting'] });
    await store.comments.add(one, FREE);
    expect(await store.comments.onPage(page)).toEqual([]);
    const waiting = await store.comments.byId(one.id);
    expect(waiting).toMatchObject({
      state: 'waiting',
      version: 1,
      suspicions: ['links', 'shouting'],
      parent: undefined,
    });
    const decision = { version: 1, editor: ann, at: T + 1, kind: 'approve' } as const;
    expect(await store.comments.decide(one.id, decision)).toBe('done');
    expect(await store.comments.onPage(page)).toMatchObject([{ id: one.id, state: 'published', version: 2 }]);
    expect((await store.audit.read(1))[0]).toMatchObject({
      action: 'comment.approve',
      by: 'Editor ann',
      subject: one.id,
    });
  });

  test('of two editors who decide at once one wins and the other is told, and the log has one line', async () => {
    const other = deskStore(open_());
    const one = comment();
    await store.comments.add(one, FREE);
    const decide = (desk: DeskStore, kind: 'approve' | 'reject') =>
      desk.comments.decide(one.id, { version: 1, editor: ann, at: T, kind, reason: 'no' });
    const outcomes = await Promise.all([
      decide(store, 'approve'),
      decide(other, 'reject'),
      decide(store, 'approve'),
    ]);
    expect([...outcomes].sort()).toEqual(['done', 'moved-on', 'moved-on']);
    const lines = (await store.audit.read(100)).filter(({ subject }) => subject === one.id);
    expect(lines).toHaveLength(1);
  });

  const open_ = () => {
    const another = open();
    opened.push(another);
    return another;
  };

  test('what its author deletes is gone, and an edit by an editor carries a mark', async () => {
    const one = comment();
    await store.comments.add(one, FREE);
    await store.comments.decide(one.id, {
      version: 1,
      editor: ann,
      at: T + 5,
      kind: 'edit',
      text: 'Better.',
    });
    expect(await store.comments.byId(one.id)).toMatchObject({
      text: 'Better.',
      edited: { by: 'Editor ann', at: T + 5 },
    });
    expect(await store.comments.own(one.id, 'wrong')).toBeUndefined();
    expect(await store.comments.erase(one.id, 1, T)).toBe('moved-on');
    expect(await store.comments.erase(one.id, 2, T)).toBe('done');
    expect(await store.comments.own(one.id, 'secret')).toBeUndefined();
    expect(await store.comments.byId(one.id)).toMatchObject({
      state: 'deleted',
      name: '',
      email: '',
      text: '',
    });
    const late = { version: 3, editor: ann, at: T, kind: 'approve' } as const;
    expect(await store.comments.decide(one.id, late), 'nobody brings it back').toBe('moved-on');
  });

  test('a comment is known by its essence', async () => {
    const essence = `only ${page}`;
    expect(await store.comments.isAlike(essence)).toBe(false);
    await store.comments.add(comment({ essence }), FREE);
    expect(await store.comments.isAlike(essence)).toBe(true);
  });

  test('a rate lets so many through and says how long to wait, whoever asks at once', async () => {
    const limits = [{ key: `rate ${page}`, rate: { most: 3, perMs: 3000 } }];
    const other = deskStore(open_());
    const asked = await Promise.all(
      [store, other, store, other, store, other].map((desk) => desk.throttles.take(limits, T)),
    );
    expect(asked.filter((wait) => wait === 0)).toHaveLength(3);
    expect(new Set(asked.filter((wait) => wait > 0))).toEqual(new Set([1000]));
    expect(await store.throttles.take(limits, T + 999)).toBe(1);
    expect(await store.throttles.take(limits, T + 1000)).toBe(0);
    await store.throttles.forget(`rate ${page}`);
    expect(await store.throttles.take(limits, T + 1000)).toBe(0);
  });

  test('what one of two limits refuses counts for neither, and keeps nothing', async () => {
    const wide = { key: `wide ${page}`, rate: { most: 2, perMs: 1000 } };
    const narrow = { key: `narrow ${page}`, rate: { most: 1, perMs: 1000 } };
    expect(await store.comments.add(comment(), [wide, narrow])).toEqual({ kind: 'kept', isNew: true });
    const refused = comment();
    expect(await store.comments.add(refused, [wide, narrow])).toEqual({ kind: 'wait', ms: 1000 });
    expect(await store.comments.byId(refused.id)).toBeUndefined();
    expect(await store.throttles.take([wide], T), 'one of two is left').toBe(0);
    expect(await store.throttles.take([wide], T)).toBeGreaterThan(0);
  });

  test('a thing can be used once', async () => {
    const spent = await Promise.all([1, 2, 3].map(() => store.throttles.spend(`once ${page}`, T + 10, T)));
    expect([...spent].sort()).toEqual([false, false, true]);
    expect(await store.throttles.spend(`once ${page}`, T + 100, T + 10), 'after its time').toBe(true);
  });

  test('a report goes from state to state, and its sender sees it with the secret alone', async () => {
    const id = uuid7(T);
    const report = {
      id,
      kind: 'claim',
      claim: 'C1',
      name: '',
      email: '',
      text: 'Wrong.',
      secret: 's',
      isSuspect: false,
      letters: [],
      at: T,
    } as const;
    await store.reports.add(report, FREE);
    expect(await store.reports.own(id, 'x')).toBeUndefined();
    const change = { version: 1, editor: ann, state: 'corrected', answer: 'Thank you.', at: T + 1 } as const;
    expect(await Promise.all([store.reports.change(id, change), store.reports.change(id, change)])).toContain(
      'moved-on',
    );
    expect(await store.reports.own(id, 's')).toMatchObject({
      state: 'corrected',
      answer: 'Thank you.',
      version: 2,
    });
    expect((await store.reports.list({ claim: 'C1' }, { most: 10 })).map((each) => each.id)).toEqual([id]);
    expect(await store.reports.list('open', { most: 10 })).toEqual([]);
  });

  test('a verdict is changed by two reviewers, never by one', async () => {
    const bob = (await editor(`bob-${page}`)) as Editor;
    const id = uuid7(T);
    const proposal = {
      id,
      claim: page,
      edition: 'e',
      verdict: 'partly',
      note: '',
      editor: ann,
      state: 'proposed',
      at: T,
    } as const;
    await store.signOffs.add(proposal);
    const second = (editor: Editor) =>
      store.signOffs.decide(id, { version: 1, editor, kind: 'second', at: T + 1 });
    expect(await second(ann)).toBe('moved-on');
    expect((await Promise.all([second(bob), second(bob)])).sort()).toEqual(['done', 'moved-on']);
    expect(await store.signOffs.ofClaim(page)).toMatchObject([
      { state: 'signed', by: 'Editor ann', secondBy: bob.name, decidedAt: T + 1 },
    ]);
    expect(await store.signOffs.decide(id, { version: 2, editor: ann, kind: 'withdraw', at: T + 2 })).toBe(
      'done',
    );
  });

  test('a login is one person’s, a code works once, and who is disabled is out', async () => {
    const login = `carl-${page}`;
    const carl = (await editor(login)) as Editor;
    expect(await editor(login)).toBeUndefined();
    expect(await Promise.all([1, 2].map(() => store.editors.useCode(carl.id, 'code-1', T)))).toContain(false);
    expect(await store.editors.countCodes(carl.id)).toBe(1);
    await store.sessions.start({ secret: login, editor: carl, how: 'password', instead: undefined, at: T });
    expect(await store.sessions.read(login, T)).toMatchObject({ editor: carl });
    expect(await store.editors.disable(login, 'terminal', T)).toBe(true);
    expect(await store.sessions.read(login, T)).toBeUndefined();
    expect(await store.editors.credentials(login)).toBeUndefined();
  });

  test('a session ends after half an hour of nothing and after twelve hours of anything', async () => {
    const minutes = (n: number) => T + n * 60_000;
    const secret = `session ${page}`;
    await store.sessions.start({ secret, editor: ann, how: 'password', instead: undefined, at: T });
    expect(await store.sessions.read(secret, minutes(30))).toBeUndefined();
    for (let minute = 20; minute < 12 * 60; minute += 20) {
      expect(await store.sessions.read(secret, minutes(minute)), String(minute)).toBeDefined();
      await store.sessions.touch(secret, minutes(minute));
    }
    expect(await store.sessions.read(secret, minutes(12 * 60))).toBeUndefined();
    await store.sweep(minutes(12 * 60));
    const { left } = await sqlStore.read
      .selectFrom('sessions')
      .select(({ fn }) => fn.countAll<number>().as('left'))
      .where('secret', '=', secret)
      .executeTakeFirstOrThrow();
    expect(left).toBe(0);
  });

  test('a new sign-in takes the place of the one before', async () => {
    const begin = (secret: string, instead?: string) =>
      store.sessions.start({ secret, editor: ann, how: 'passkey', instead, at: T });
    await begin(`first ${page}`);
    await begin(`second ${page}`, `first ${page}`);
    expect(await store.sessions.read(`first ${page}`, T)).toBeUndefined();
    expect(await store.sessions.read(`second ${page}`, T)).toBeDefined();
  });

  test('a passkey whose counter goes back is refused, one that counts nothing is not', async () => {
    for (const [id, counts, taken] of [
      [`key-a-${page}`, [5, 5, 4, 6], [true, false, false, true]],
      [`key-b-${page}`, [0, 0], [true, true]],
    ] as const) {
      await store.editors.addPasskey(ann, { id, name: 'phone', publicKey: 'AA', counter: 0 }, T);
      const used = [];
      for (const count of counts) used.push(await store.editors.usePasskey(id, count, T));
      expect(used).toEqual(taken);
    }
  });

  test('a letter is written with the decision, and goes to one of two servers', async () => {
    const one = comment();
    await store.comments.add(one, FREE);
    const letter = { to: 'a@example.org', subject: 'Reply', text: 'Somebody replied.' };
    const moved = { version: 9, editor: ann, at: T, kind: 'approve', letter } as const;
    await store.comments.decide(one.id, moved);
    expect(await store.letters.take(10, T), 'none without the decision').toEqual([]);
    await store.comments.decide(one.id, { ...moved, version: 1 });
    const other = deskStore(open_());
    const taken = (await Promise.all([store.letters.take(10, T), other.letters.take(10, T)])).flat();
    expect(taken).toMatchObject([{ ...letter, tries: 1 }]);
    const id = taken[0]?.id ?? '';
    await store.letters.failed(id, T + 60_000);
    expect(await store.letters.take(10, T + 59_999)).toEqual([]);
    expect(await store.letters.take(10, T + 60_000)).toHaveLength(1);
    await store.letters.sent(id);
    expect(await store.letters.take(10, T + 1e9)).toEqual([]);
  });

  test('the audit log is one chain, however many write at once, and cannot be changed', async () => {
    const other = deskStore(open_());
    const comments = Array.from({ length: 10 }, () => comment());
    await Promise.all(comments.map((one) => store.comments.add(one, FREE)));
    await Promise.all(
      comments.map((one, nth) =>
        (nth % 2 ? store : other).comments.decide(one.id, {
          version: 1,
          editor: ann,
          at: T,
          kind: 'approve',
        }),
      ),
    );
    const { lines, broken } = await store.audit.verify();
    expect(broken).toBeUndefined();
    expect(lines).toBeGreaterThanOrEqual(10);
    for (const statement of ["update audit set by_name = 'x'", 'delete from audit']) {
      await expect(sqlStore.write((tables) => sql.raw(statement).execute(tables))).rejects.toThrow(
        'append-only',
      );
    }
  });

  test('a line that somebody changed behind the database’s back shows', async () => {
    const own = await OPENERS[dialect]();
    const bent = own();
    opened.push(bent);
    await migrate(bent);
    const desk = deskStore(bent);
    for (const login of ['one', 'two', 'three']) {
      await desk.editors.create({
        login,
        name: login,
        roles: [],
        passwordHash: '',
        codes: [],
        by: 'terminal',
        at: T,
      });
    }
    await bent.write(async (tables) => {
      const off =
        dialect === 'sqlite' ? 'drop trigger audit_no_update' : 'alter table audit disable trigger all';
      await sql.raw(off).execute(tables);
      await tables.updateTable('audit').set({ by_name: 'nobody' }).where('seq', '=', 2).execute();
    });
    expect(await desk.audit.verify()).toEqual({ lines: 1, broken: 2 });
  });

  test('its secret is made once, however many servers begin at once', async () => {
    const other = deskStore(open_());
    const secrets = await Promise.all([store.secret(), other.secret(), store.secret()]);
    expect(new Set(secrets.map((secret) => Buffer.from(secret).toString('hex'))).size).toBe(1);
    expect(secrets[0]).toHaveLength(32);
  });

  test('several processes may bring the tables up to date at once; a newer format is left alone', async () => {
    const own = await OPENERS[dialect]();
    const many = [own(), own(), own()];
    opened.push(...many);
    const moved = await Promise.all(many.map(migrate));
    expect(moved.filter(({ from }) => from === 0)).toHaveLength(1);
    const [first] = many as [Sql];
    expect(await formatOf(first.read)).toBe(FORMAT);
    await first.write((tables) =>
      tables
        .updateTable('format')
        .set({ version: FORMAT + 1 })
        .execute(),
    );
    await expect(migrate(first)).rejects.toThrow(
      new RegExp(`newer version .*format ${FORMAT + 1}.*nothing was changed`),
    );
  });

  test('tables of an older version are brought up to date with what they hold', async () => {
    const old = await OPENERS[dialect]();
    const sqlStore = old();
    opened.push(sqlStore);
    await migrate(sqlStore);
    const desk = deskStore(sqlStore);
    const one = comment();
    await desk.comments.add(one, FREE);
    // As format 1 left them.
    await sqlStore.write(async (tables) => {
      await sql.raw('drop index comments_essence').execute(tables);
      await tables.updateTable('format').set({ version: 1 }).execute();
    });
    expect(await migrate(sqlStore)).toEqual({ from: 1, to: FORMAT });
    expect(await desk.comments.byId(one.id)).toMatchObject({ text: one.text });
    // Made once more: it is there.
    await expect(
      sqlStore.write((tables) =>
        sql.raw('create index comments_essence on comments (essence)').execute(tables),
      ),
    ).rejects.toThrow();
  });
});
