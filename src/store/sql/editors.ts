import type { Kysely } from 'kysely';
import { type Editor, type EditorStore, type Passkey, ROLES, type Role } from '../../learn/index.ts';
import { note } from './audit.ts';
import type { Sql } from './sql.ts';
import type { Tables } from './tables.ts';
import { uuid7 } from './uuid7.ts';

export function editorStore(store: Sql): EditorStore {
  const { read } = store;
  return {
    create: ({ login, name, roles, passwordHash, codes, by, at }) =>
      store.write(async (tables) => {
        const id = uuid7(at);
        const made = await tables
          .insertInto('editors')
          .values({
            id,
            login,
            name,
            roles: roles.join(' '),
            password: passwordHash,
            disabled_at: null,
            created_at: at,
          })
          .onConflict((conflict) => conflict.column('login').doNothing())
          .executeTakeFirst();
        if (made.numInsertedOrUpdatedRows !== 1n) return undefined;
        await putCodes(tables, id, codes, at);
        const detail = `roles ${roles.join(' ')}`;
        await note(store, tables, { by, action: 'editor.create', subject: id, detail, at });
        return { id, login, name, roles };
      }),

    all: async () => {
      const rows = await read
        .selectFrom('editors')
        .selectAll()
        .where('disabled_at', 'is', null)
        .orderBy('id')
        .execute();
      return rows.map(editorOf);
    },

    disable: (login, by, at) =>
      store.write(async (tables) => {
        const row = await tables
          .updateTable('editors')
          .set({ disabled_at: at })
          .where('login', '=', login)
          .where('disabled_at', 'is', null)
          .returning('id')
          .executeTakeFirst();
        if (!row) return false;
        await tables.deleteFrom('sessions').where('editor', '=', row.id).execute();
        await note(store, tables, { by, action: 'editor.disable', subject: row.id, detail: '', at });
        return true;
      }),

    credentials: async (login) => {
      const row = await read
        .selectFrom('editors')
        .selectAll()
        .where('login', '=', login)
        .where('disabled_at', 'is', null)
        .executeTakeFirst();
      return row && { editor: editorOf(row), passwordHash: row.password };
    },

    setPassword: (editor, passwordHash, at) =>
      store.write(async (tables) => {
        await tables
          .updateTable('editors')
          .set({ password: passwordHash })
          .where('id', '=', editor.id)
          .execute();
        await note(store, tables, {
          by: editor.name,
          action: 'editor.password',
          subject: editor.id,
          detail: '',
          at,
        });
      }),

    setCodes: (editor, codes, at) =>
      store.write(async (tables) => {
        await tables.deleteFrom('recovery_codes').where('editor', '=', editor.id).execute();
        await putCodes(tables, editor.id, codes, at);
        await note(store, tables, {
          by: editor.name,
          action: 'editor.codes',
          subject: editor.id,
          detail: '',
          at,
        });
      }),

    countCodes: async (editor) => {
      const { left } = await read
        .selectFrom('recovery_codes')
        .select(({ fn }) => fn.countAll<number>().as('left'))
        .where('editor', '=', editor)
        .where('used_at', 'is', null)
        .executeTakeFirstOrThrow();
      return left;
    },

    useCode: (editor, code, at) =>
      store.write(async (tables) => {
        const used = await tables
          .updateTable('recovery_codes')
          .set({ used_at: at })
          .where('editor', '=', editor)
          .where('code', '=', code)
          .where('used_at', 'is', null)
          .executeTakeFirst();
        return used.numUpdatedRows === 1n;
      }),

    passkeys: async (editor) => {
      const rows = await read
        .selectFrom('passkeys')
        .selectAll()
        .where('editor', '=', editor)
        .orderBy('created_at')
        .execute();
      return rows.map(passkeyOf);
    },

    passkey: async (id) => {
      const row = await read.selectFrom('passkeys').selectAll().where('id', '=', id).executeTakeFirst();
      if (!row) return undefined;
      const editor = await read
        .selectFrom('editors')
        .selectAll()
        .where('id', '=', row.editor)
        .where('disabled_at', 'is', null)
        .executeTakeFirst();
      return editor && { passkey: passkeyOf(row), editor: editorOf(editor) };
    },

    addPasskey: (editor, { id, name, publicKey, counter }, at) =>
      store.write(async (tables) => {
        const added = await tables
          .insertInto('passkeys')
          .values({
            id,
            editor: editor.id,
            name,
            public_key: publicKey,
            counter,
            created_at: at,
            used_at: null,
          })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .executeTakeFirst();
        if (added.numInsertedOrUpdatedRows !== 1n) return false;
        await note(store, tables, {
          by: editor.name,
          action: 'passkey.add',
          subject: editor.id,
          detail: '',
          at,
        });
        return true;
      }),

    removePasskey: (editor, id, at) =>
      store.write(async (tables) => {
        const removed = await tables
          .deleteFrom('passkeys')
          .where('id', '=', id)
          .where('editor', '=', editor.id)
          .executeTakeFirst();
        if (removed.numDeletedRows !== 1n) return false;
        await note(store, tables, {
          by: editor.name,
          action: 'passkey.remove',
          subject: editor.id,
          detail: '',
          at,
        });
        return true;
      }),

    usePasskey: (id, counter, at) =>
      store.write(async (tables) => {
        const used = await tables
          .updateTable('passkeys')
          .set({ counter, used_at: at })
          .where('id', '=', id)
          // Many passkeys count nothing and stay at 0.
          .where(({ eb, or, and }) =>
            or([eb('counter', '<', counter), and([eb('counter', '=', 0), eb.lit(counter === 0)])]),
          )
          .executeTakeFirst();
        return used.numUpdatedRows === 1n;
      }),
  };
}

async function putCodes(
  tables: Kysely<Tables>,
  editor: string,
  codes: readonly string[],
  at: number,
): Promise<void> {
  if (codes.length === 0) return;
  await tables
    .insertInto('recovery_codes')
    .values(codes.map((code) => ({ id: uuid7(at), editor, code, used_at: null })))
    .execute();
}

export function editorOf({ id, login, name, roles }: Tables['editors']): Editor {
  const given = roles.split(' ');
  return { id, login, name, roles: ROLES.filter((role: Role) => given.includes(role)) };
}

function passkeyOf(row: Tables['passkeys']): Passkey {
  const { id, editor, name, counter } = row;
  return {
    id,
    editor,
    name,
    publicKey: row.public_key,
    counter,
    createdAt: row.created_at,
    usedAt: row.used_at ?? undefined,
  };
}
