// The store from the terminal: the first editor, backups and bringing them back, on both databases for real.

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newFolder, type Postgres, removeFolders, startPostgres } from '../../test/databases.ts';
import { backup, deskStore, migrate, openSql, restore, type StorePlace, uuid7 } from '../store/sql/index.ts';
import { run } from './test-run.ts';

let postgres: Postgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(async () => {
  await postgres?.stop();
  removeFolders();
});

const PASSWORD = 'seven grey herons walked';
const envOf = ({ url, folder }: StorePlace) => ({ DATABASE_URL: url ?? '', BACKSTRIDE_DATA: folder ?? '' });
const create = (place: StorePlace, login: string, password = PASSWORD) =>
  run(
    ['admin', 'create', '--login', login, '--name', 'Dr Ann Lee', '--roles', 'moderator,reviewer'],
    `${password}\n`,
    envOf(place),
  );

/** Writes a comment with a reply and returns what is there. */
async function fill(place: StorePlace) {
  const sql = openSql(place);
  const { comments } = deskStore(sql);
  const parent = uuid7(Date.now());
  const one = {
    page: 'p',
    name: 'Ann',
    email: 'a@example.org',
    state: 'waiting',
    suspicions: [],
    wantsMail: false,
  } as const;
  const rest = { secret: 's', essence: 'e', letters: [], at: 1 };
  await comments.add(
    { ...one, ...rest, id: parent, parent: undefined, text: 'Ein Wort – mot – слово 🏃' },
    [],
  );
  await comments.add({ ...one, ...rest, id: uuid7(Date.now()), parent, text: 'Reply' }, []);
  await sql.close();
}

async function contentOf(place: StorePlace) {
  const sql = openSql(place);
  const desk = deskStore(sql);
  const waiting = await desk.comments.waiting({ most: 10 });
  const editors = await desk.editors.all();
  const secret = Buffer.from(await desk.secret()).toString('hex');
  const audit = await desk.audit.verify();
  await sql.close();
  return { waiting, editors, secret, audit };
}

describe('admin create', () => {
  it('makes an editor, prints ten recovery codes, and keeps neither them nor the password in the clear', async () => {
    const folder = newFolder();
    const { code, out, err } = create({ folder }, 'ann');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const codes = out.match(/^ {2}[0-9a-z]{4}(-[0-9a-z]{4}){3}$/gm) ?? [];
    expect(new Set(codes).size).toBe(10);
    const bytes = readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join('');
    for (const secret of [
      PASSWORD,
      ...codes.map((one) => one.trim()),
      ...codes.map((one) => one.trim().replaceAll('-', '')),
    ]) {
      expect(bytes).not.toContain(secret);
    }
    expect(run(['admin', 'list'], '', envOf({ folder })).out).toBe('ann  moderator,reviewer  Dr Ann Lee\n');
    expect(create({ folder }, 'ann').err).toContain('There is, or was, an editor ann.');
    expect(run(['admin', 'disable', 'ann'], '', envOf({ folder })).code).toBe(0);
    expect(run(['admin', 'list'], '', envOf({ folder })).out).toBe('');
    expect(run(['admin', 'disable', 'ann'], '', envOf({ folder })).code).toBe(2);
  });

  it.each([
    ['a short password', ['--login', 'ann', '--name', 'Ann'], 'short\n', 'at least 15 letters'],
    [
      'the name as password',
      ['--login', 'ann', '--name', 'Ann Margaret Lee'],
      'annann margaret lee\n',
      'easy to guess',
    ],
    ['a login with a blank', ['--login', 'ann lee', '--name', 'Ann'], '', '--login wants'],
    ['no name', ['--login', 'ann', '--name', ' '], '', '--name wants'],
    ['an unknown role', ['--login', 'ann', '--name', 'Ann', '--roles', 'admin'], '', '--roles wants'],
  ])('refuses %s and makes nothing', (_, args, input, says) => {
    const folder = join(newFolder(), 'none');
    const { code, out, err } = run(['admin', 'create', ...args, '--data', folder], input);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(says);
    expect(existsSync(folder)).toBe(false);
  });
});

describe('backup and restore', () => {
  const places = {
    'a file': async () => ({ folder: newFolder() }),
    PostgreSQL: async () => ({ url: await postgres.database(`cli_${uuid7(Date.now())}`) }),
  } as const;

  it.each([
    ['a file', 'PostgreSQL'],
    ['PostgreSQL', 'a file'],
  ] as const)('from %s to %s keeps everything and checks it', async (from, to) => {
    const [source, target] = [await places[from](), await places[to]()];
    expect(create(source, 'ann').code).toBe(0);
    await fill(source);
    const file = join(newFolder(), 'backup.sqlite');
    const made = run(['backup', file], '', envOf(source));
    expect(made).toMatchObject({ code: 0, err: '' });
    expect(made.out).toContain(
      '2 comments, 0 reports, 0 sign-offs, 1 editors, 1 lines of the log, which fit together',
    );
    expect(readdirSync(join(file, '..')), 'one file and nothing else').toEqual(['backup.sqlite']);
    expect(run(['backup', file], '', envOf(source)).err).toContain('is there already');
    const back = run(['restore', file], '', envOf(target));
    expect(back).toMatchObject({ code: 0, err: '' });
    const [before, after] = [await contentOf(source), await contentOf(target)];
    expect({ ...after, audit: 0 }).toEqual({ ...before, audit: 0 });
    expect(after.audit).toEqual({ lines: before.audit.lines + 1, broken: undefined });
    const again = run(['restore', file], '', envOf(target));
    expect(again.code).toBe(1);
    expect(again.err).toContain('holds 3 comments, reports and editors');
    expect(run(['restore', file, '--replace'], '', envOf(target)).code).toBe(0);
    expect((await contentOf(target)).waiting).toEqual(before.waiting);
  });

  it('refuses what is no sound backup, and leaves what is there', async () => {
    const place = { folder: newFolder() };
    create(place, 'ann');
    await fill(place);
    const before = await contentOf(place);
    const folder = newFolder();
    const good = join(folder, 'good.sqlite');
    run(['backup', good], '', envOf(place));
    const bytes = readFileSync(good);
    const bad = (name: string, content: Uint8Array | string) => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    };
    const middle = Buffer.from(bytes);
    middle.fill(0xff, 4096 + 8, 4096 * 6);
    const newer = join(folder, 'newer.sqlite');
    writeFileSync(newer, bytes);
    const edit = new DatabaseSync(newer);
    edit.exec('update format set version = 99');
    edit.close();
    const sql = openSql(place);
    for (const [file, says] of [
      [join(folder, 'missing.sqlite'), 'is not there'],
      [bad('text.sqlite', 'no database at all, only some text that is long enough'), 'damaged'],
      [bad('empty.sqlite', ''), 'holds no tables'],
      [bad('half.sqlite', bytes.subarray(0, bytes.length / 2)), /damaged|check/],
      [bad('middle.sqlite', middle), /damaged|check|malformed/],
      [newer, 'newer version of Backstride (format 99'],
    ] as const) {
      await expect(restore(sql, file, true, 0), file).rejects.toThrow(says);
      expect(await contentOf(place), file).toEqual(before);
    }
    await sql.close();
    expect(readdirSync(folder).filter((name) => name.startsWith('.backstride'))).toEqual([]);
  });

  it('brings back a log that somebody has changed, and says so', async () => {
    const place = { folder: newFolder() };
    create(place, 'ann');
    create(place, 'bob');
    const file = join(newFolder(), 'b.sqlite');
    run(['backup', file], '', envOf(place));
    const edit = new DatabaseSync(file);
    edit.exec("drop trigger audit_no_update; update audit set by_name = 'x' where seq = 1");
    edit.close();
    expect(run(['restore', file, '--replace'], '', envOf(place)).out).toContain('line 1 does not fit');
  });

  it('a backup taken while others write holds one moment of it', async () => {
    for (const place of [await places['a file'](), await places.PostgreSQL()]) {
      const sql = openSql(place);
      await migrate(sql);
      let goOn = true;
      const writing = (async () => {
        for (let nth = 0; goOn; nth++) {
          await sql.write(async (tables) => {
            await tables
              .insertInto('keys')
              .values({ name: `a${nth}`, value: '' })
              .execute();
            await tables
              .insertInto('keys')
              .values({ name: `b${nth}`, value: '' })
              .execute();
          });
          await new Promise((resolve) => setImmediate(resolve));
        }
      })();
      const file = join(newFolder(), 'b.sqlite');
      await backup(sql, file);
      goOn = false;
      await writing;
      await sql.close();
      const copy = new DatabaseSync(file, { readOnly: true });
      const names = copy
        .prepare("select name from keys where name <> 'secret'")
        .all()
        .map(({ name }) => String(name));
      copy.close();
      expect(names.filter((name) => name.startsWith('a')).length).toBe(names.length / 2);
    }
  });
});

describe('trouble', () => {
  it.each([
    [
      'an address that is none',
      { DATABASE_URL: 'mysql://x' },
      2,
      'DATABASE_URL must be the address of a PostgreSQL',
    ],
    [
      'a database that does not answer',
      { DATABASE_URL: 'postgresql://x:geheim@127.0.0.1:1/x' },
      1,
      'does not answer',
    ],
  ])('%s is named, and no password with it', (_, env, code, says) => {
    const done = run(['migrate'], '', env);
    expect(done.code).toBe(code);
    expect(done.err).toContain(says);
    expect(done.err).not.toContain('geheim');
  });

  it('a folder that cannot be made is named', () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'file'), '');
    const done = run(['migrate', '--data', join(folder, 'file', 'below')]);
    expect(done.code).toBe(1);
    expect(done.err).toContain('cannot be opened or written');
    mkdirSync(join(folder, 'dir', 'backstride.sqlite'), { recursive: true });
    expect(run(['migrate', '--data', join(folder, 'dir')]).err).toContain('cannot be opened or written');
  });
});
