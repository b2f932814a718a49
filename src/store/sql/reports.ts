import type { Report, ReportStore } from '../../learn/index.ts';
import { note } from './audit.ts';
import { outcomeOf, postIf } from './comments.ts';
import { post } from './letters.ts';
import type { Sql } from './sql.ts';
import type { Tables } from './tables.ts';
import { count, counted } from './throttle.ts';

export function reportStore(store: Sql): ReportStore {
  const { read } = store;
  return {
    add: (report, limits) =>
      counted(
        () =>
          store.write(async (tables) => {
            const { id, kind, claim, name, email, text, isSuspect, secret, letters, at } = report;
            const added = await tables
              .insertInto('reports')
              .values({
                id,
                kind,
                claim: claim ?? null,
                name,
                email,
                text,
                state: isSuspect ? 'closed' : 'received',
                answer: '',
                secret,
                version: 1,
                created_at: at,
                changed_at: at,
              })
              .onConflict((conflict) => conflict.column('id').doNothing())
              .executeTakeFirst();
            const isNew = added.numInsertedOrUpdatedRows === 1n;
            if (isNew) {
              await count(tables, limits, at);
              for (const letter of letters) await post(tables, letter, at);
            }
            return { kind: 'kept', isNew } as const;
          }),
        (ms) => ({ kind: 'wait', ms }) as const,
      ),

    byId: async (id) => {
      const row = await read.selectFrom('reports').selectAll().where('id', '=', id).executeTakeFirst();
      return row && reportOf(row);
    },

    own: async (id, secret) => {
      const row = await read
        .selectFrom('reports')
        .selectAll()
        .where('id', '=', id)
        .where('secret', '=', secret)
        .executeTakeFirst();
      return row && reportOf(row);
    },

    list: async (which, { most, after }) => {
      const oldest = read.selectFrom('reports').selectAll().orderBy('id').limit(most);
      const wanted =
        which === 'open'
          ? oldest.where('state', 'in', ['received', 'looking'])
          : oldest.where('claim', '=', which.claim);
      const rows = await (after === undefined ? wanted : wanted.where('id', '>', after)).execute();
      return rows.map(reportOf);
    },

    countOpen: async () => {
      const { open } = await read
        .selectFrom('reports')
        .select(({ fn }) => fn.countAll<number>().as('open'))
        .where('state', 'in', ['received', 'looking'])
        .executeTakeFirstOrThrow();
      return open;
    },

    change: (id, { version, editor, state, answer, at, letter }) =>
      store.write(async (tables) => {
        const changed = await tables
          .updateTable('reports')
          .set({ state, answer, version: version + 1, changed_at: at })
          .where('id', '=', id)
          .where('version', '=', version)
          .executeTakeFirst();
        if (outcomeOf(changed.numUpdatedRows) === 'moved-on') return 'moved-on';
        const detail = `state ${state}`;
        await note(store, tables, { by: editor.name, action: 'report.change', subject: id, detail, at });
        await postIf(tables, letter, at);
        return 'done';
      }),
  };
}

function reportOf(row: Tables['reports']): Report {
  const { id, kind, claim, name, email, text, state, answer, version } = row;
  return {
    id,
    kind,
    claim: claim ?? undefined,
    name,
    email,
    text,
    state,
    answer,
    version,
    createdAt: row.created_at,
    changedAt: row.changed_at,
  };
}
