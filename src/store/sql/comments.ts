import type { Comment, CommentDecision, CommentStore, Letter, Suspicion } from '../../learn/index.ts';
import { note } from './audit.ts';
import { post } from './letters.ts';
import type { Sql } from './sql.ts';
import type { Tables } from './tables.ts';
import { count, counted } from './throttle.ts';

export function commentStore(store: Sql): CommentStore {
  const { read } = store;
  return {
    add: (comment, limits) =>
      counted(
        () =>
          store.write(async (tables) => {
            const { id, page, parent, name, email, text, state, suspicions, secret, essence, at } = comment;
            const added = await tables
              .insertInto('comments')
              .values({
                id,
                page,
                parent: parent ?? null,
                name,
                email,
                text,
                state,
                reason: null,
                edited_by: null,
                edited_at: null,
                suspicions: suspicions.join(' '),
                mail: comment.wantsMail ? 'asked' : 'none',
                secret,
                essence,
                version: 1,
                created_at: at,
                changed_at: at,
              })
              .onConflict((conflict) => conflict.column('id').doNothing())
              .executeTakeFirst();
            const isNew = added.numInsertedOrUpdatedRows === 1n;
            // A form that comes twice is not two comments.
            if (isNew) {
              await count(tables, limits, at);
              for (const letter of comment.letters) await post(tables, letter, at);
            }
            return { kind: 'kept', isNew } as const;
          }),
        (ms) => ({ kind: 'wait', ms }) as const,
      ),

    onPage: async (page) => {
      const rows = await read
        .selectFrom('comments')
        .selectAll()
        .where('page', '=', page)
        .where('state', 'in', ['published', 'deleted'])
        .orderBy('id')
        .execute();
      return rows.map(commentOf);
    },

    byId: async (id) => {
      const row = await read.selectFrom('comments').selectAll().where('id', '=', id).executeTakeFirst();
      return row && commentOf(row);
    },

    own: async (id, secret) => {
      const row = await read
        .selectFrom('comments')
        .selectAll()
        .where('id', '=', id)
        .where('secret', '=', secret)
        .where('state', '<>', 'deleted')
        .executeTakeFirst();
      return row && commentOf(row);
    },

    isAlike: async (essence) => {
      const alike = await read
        .selectFrom('comments')
        .select('id')
        .where('essence', '=', essence)
        .limit(1)
        .executeTakeFirst();
      return alike !== undefined;
    },

    revise: (id, { version, text, state, at }) =>
      store.write(async (tables) => {
        const changed = await tables
          .updateTable('comments')
          // An editor's mark goes with the editor's text.
          .set({
            text,
            state,
            edited_by: null,
            edited_at: null,
            reason: null,
            version: version + 1,
            changed_at: at,
          })
          .where('id', '=', id)
          .where('version', '=', version)
          .where('state', '<>', 'deleted')
          .executeTakeFirst();
        return outcomeOf(changed.numUpdatedRows);
      }),

    erase: (id, version, at) =>
      store.write(async (tables) => {
        const erased = await tables
          .updateTable('comments')
          .set({
            name: '',
            email: '',
            text: '',
            essence: '',
            reason: null,
            mail: 'none',
            state: 'deleted',
            version: version + 1,
            changed_at: at,
          })
          .where('id', '=', id)
          .where('version', '=', version)
          .where('state', '<>', 'deleted')
          .executeTakeFirst();
        return outcomeOf(erased.numUpdatedRows);
      }),

    setMail: async (id, mail) => {
      await store.write((tables) =>
        tables
          .updateTable('comments')
          .set({ mail })
          .where('id', '=', id)
          .where('state', '<>', 'deleted')
          .execute(),
      );
    },

    waiting: async ({ most, after }) => {
      const oldest = read
        .selectFrom('comments')
        .selectAll()
        .where('state', '=', 'waiting')
        .orderBy('id')
        .limit(most);
      const rows = await (after === undefined ? oldest : oldest.where('id', '>', after)).execute();
      return rows.map(commentOf);
    },

    countWaiting: async () => {
      const { waiting } = await read
        .selectFrom('comments')
        .select(({ fn }) => fn.countAll<number>().as('waiting'))
        .where('state', '=', 'waiting')
        .executeTakeFirstOrThrow();
      return waiting;
    },

    decide: (id, decision) =>
      store.write(async (tables) => {
        const { version, editor, at, letter } = decision;
        const decided = await tables
          .updateTable('comments')
          .set({ ...changeOf(decision), version: version + 1, changed_at: at })
          .where('id', '=', id)
          .where('version', '=', version)
          .where('state', '<>', 'deleted')
          .executeTakeFirst();
        if (outcomeOf(decided.numUpdatedRows) === 'moved-on') return 'moved-on';
        const detail = `version ${version + 1}`;
        await note(store, tables, {
          by: editor.name,
          action: `comment.${decision.kind}`,
          subject: id,
          detail,
          at,
        });
        await postIf(tables, letter, at);
        return 'done';
      }),
  };
}

function changeOf({ kind, editor, at, text, reason }: CommentDecision): Partial<Tables['comments']> {
  switch (kind) {
    case 'approve':
      return { state: 'published', reason: null };
    case 'edit':
      return { state: 'published', reason: null, text: text ?? '', edited_by: editor.name, edited_at: at };
    case 'reject':
      return { state: 'rejected', reason: reason ?? '' };
  }
}

export function outcomeOf(changedRows: bigint): 'done' | 'moved-on' {
  return changedRows === 1n ? 'done' : 'moved-on';
}

export async function postIf(
  tables: Parameters<typeof post>[0],
  letter: Letter | undefined,
  at: number,
): Promise<void> {
  if (letter) await post(tables, letter, at);
}

function commentOf(row: Tables['comments']): Comment {
  const { id, page, name, email, text, state, mail, version } = row;
  return {
    id,
    page,
    parent: row.parent ?? undefined,
    name,
    email,
    text,
    state,
    reason: row.reason ?? undefined,
    edited:
      row.edited_by !== null && row.edited_at !== null ? { by: row.edited_by, at: row.edited_at } : undefined,
    suspicions: row.suspicions.split(' ').filter((one) => one !== '') as readonly Suspicion[],
    mail,
    version,
    createdAt: row.created_at,
  };
}
