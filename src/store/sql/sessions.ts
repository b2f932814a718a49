import { isAlive, SESSION, type SessionStore } from '../../learn/index.ts';
import { note } from './audit.ts';
import { editorOf } from './editors.ts';
import type { Sql } from './sql.ts';

export function sessionStore(store: Sql): SessionStore {
  const { read } = store;
  return {
    start: ({ secret, editor, how, instead, at }) =>
      store.write(async (tables) => {
        if (instead !== undefined)
          await tables.deleteFrom('sessions').where('secret', '=', instead).execute();
        await tables
          .insertInto('sessions')
          .values({ secret, editor: editor.id, created_at: at, seen_at: at })
          .execute();
        await note(store, tables, {
          by: editor.name,
          action: 'session.start',
          subject: editor.id,
          detail: how,
          at,
        });
      }),

    read: async (secret, now) => {
      const session = await read
        .selectFrom('sessions')
        .selectAll()
        .where('secret', '=', secret)
        .executeTakeFirst();
      if (!session) return undefined;
      const { created_at: createdAt, seen_at: seenAt } = session;
      if (!isAlive({ createdAt, seenAt }, now)) return undefined;
      const editor = await read
        .selectFrom('editors')
        .selectAll()
        .where('id', '=', session.editor)
        .where('disabled_at', 'is', null)
        .executeTakeFirst();
      return editor && { editor: editorOf(editor), createdAt, seenAt };
    },

    touch: async (secret, at) => {
      await store.write((tables) =>
        tables
          .updateTable('sessions')
          .set({ seen_at: at })
          .where('secret', '=', secret)
          .where('seen_at', '<', at)
          // One that has run out stays so.
          .where('seen_at', '>', at - SESSION.idleMs)
          .execute(),
      );
    },

    end: (secret, editor, at) =>
      store.write(async (tables) => {
        const ended = await tables.deleteFrom('sessions').where('secret', '=', secret).executeTakeFirst();
        if (ended.numDeletedRows !== 1n) return;
        await note(store, tables, {
          by: editor.name,
          action: 'session.end',
          subject: editor.id,
          detail: '',
          at,
        });
      }),

    endOthers: async (editor, secret) => {
      await store.write((tables) =>
        tables.deleteFrom('sessions').where('editor', '=', editor).where('secret', '<>', secret).execute(),
      );
    },
  };
}
