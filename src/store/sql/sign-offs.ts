import type { SignOff, SignOffStore } from '../../learn/index.ts';
import { note } from './audit.ts';
import { outcomeOf } from './comments.ts';
import type { Sql } from './sql.ts';
import type { Tables } from './tables.ts';

export function signOffStore(store: Sql): SignOffStore {
  const { read } = store;
  return {
    ofClaim: async (claim) => {
      const rows = await read
        .selectFrom('sign_offs')
        .selectAll()
        .where('claim', '=', claim)
        .orderBy('id', 'desc')
        .execute();
      return rows.map(signOffOf);
    },

    all: async () => {
      const rows = await read
        .selectFrom('sign_offs')
        .selectAll()
        .where('state', 'in', ['signed', 'proposed'])
        .orderBy('id', 'desc')
        .execute();
      return rows.map(signOffOf);
    },

    add: (signOff) =>
      store.write(async (tables) => {
        const { id, claim, edition, verdict, note: why, editor, state, at } = signOff;
        const added = await tables
          .insertInto('sign_offs')
          .values({
            id,
            claim,
            edition,
            verdict,
            note: why,
            editor: editor.id,
            by_name: editor.name,
            second: null,
            second_name: null,
            state,
            version: 1,
            created_at: at,
            decided_at: state === 'signed' ? at : null,
          })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .executeTakeFirst();
        if (added.numInsertedOrUpdatedRows !== 1n) return;
        const action = state === 'signed' ? 'review.sign' : 'review.propose';
        await note(store, tables, {
          by: editor.name,
          action,
          subject: claim,
          detail: `verdict ${verdict}`,
          at,
        });
      }),

    decide: (id, { version, editor, kind, at }) =>
      store.write(async (tables) => {
        const change =
          kind === 'second'
            ? ({ state: 'signed', second: editor.id, second_name: editor.name } as const)
            : ({ state: 'withdrawn' } as const);
        const open = tables
          .updateTable('sign_offs')
          .set({ ...change, version: version + 1, decided_at: at })
          .where('id', '=', id)
          .where('version', '=', version);
        // A second signature goes on somebody else's proposal; only one's own word can be taken back.
        const allowed =
          kind === 'second'
            ? open.where('state', '=', 'proposed').where('editor', '<>', editor.id)
            : open
                .where('state', 'in', ['proposed', 'signed'])
                .where(({ eb, or }) => or([eb('editor', '=', editor.id), eb('second', '=', editor.id)]));
        const decided = await allowed.executeTakeFirst();
        if (outcomeOf(decided.numUpdatedRows) === 'moved-on') return 'moved-on';
        const { claim, verdict } = await tables
          .selectFrom('sign_offs')
          .select(['claim', 'verdict'])
          .where('id', '=', id)
          .executeTakeFirstOrThrow();
        const detail = `verdict ${verdict}`;
        await note(store, tables, { by: editor.name, action: `review.${kind}`, subject: claim, detail, at });
        return 'done';
      }),
  };
}

function signOffOf(row: Tables['sign_offs']): SignOff {
  const { id, claim, edition, verdict, note: why, editor, state, version } = row;
  return {
    id,
    claim,
    edition,
    verdict,
    note: why,
    by: row.by_name,
    editor,
    secondBy: row.second_name ?? undefined,
    state,
    version,
    createdAt: row.created_at,
    decidedAt: row.decided_at ?? undefined,
  };
}
