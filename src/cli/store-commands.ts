// What an operator does with the store of comments and the desk: bring its tables up to date, back it up, bring a backup back.

import { StoreTrouble } from '../learn/index.ts';
import {
  type Archived,
  backup,
  faultOfPlace,
  migrate,
  openSql,
  placeFrom,
  restore,
  type Sql,
} from '../store/sql/index.ts';
import type { Command, Option } from './command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { complain, print } from './terminal.ts';

export const DATA_OPTION: Option = {
  name: 'data',
  value: 'DIR',
  means: 'Folder of the file that holds everything; without it BACKSTRIDE_DATA, else ./data.',
};
const WHERE =
  'The store is the PostgreSQL database of DATABASE_URL, or without that a file in the folder of BACKSTRIDE_DATA.';

export const MIGRATE: Command = {
  name: 'migrate',
  summary: 'Bring the tables of comments and desk up to date.',
  about: [
    `The server does it too when it starts. ${WHERE} All or nothing; a store of a newer version is left alone.`,
  ],
  operands: [],
  options: [DATA_OPTION],
  run: (given) =>
    withStore(given.text('data'), async (store) => {
      const { from, to } = await migrate(store);
      print(from === to ? `Up to date: format ${to}.` : `Format ${from} is now format ${to}.`);
    }),
};

export const BACKUP: Command = {
  name: 'backup',
  summary: 'Write everything of comments and desk into a file.',
  about: [
    `While the server runs. ${WHERE} The backup is one SQLite file, also of a PostgreSQL database; it is checked before it gets its name.`,
    'It holds names, e-mails and hashes of passwords: keep it as safe as the store itself.',
  ],
  operands: [{ name: 'FILE' }],
  options: [DATA_OPTION],
  run: (given) =>
    withStore(given.text('data'), async (store) => {
      await migrate(store);
      const [file = ''] = given.operands;
      print(`${file}: ${contentOf(await backup(store, file))}`);
    }),
};

export const RESTORE: Command = {
  name: 'restore',
  summary: 'Bring a backup back in place of what is there.',
  about: [
    `${WHERE} The backup is checked first; then everything is put back at once or nothing is. A backup of a file can be brought back into PostgreSQL, and the other way round.`,
    'Whoever was signed in has to sign in again.',
  ],
  operands: [{ name: 'FILE' }],
  options: [
    DATA_OPTION,
    { name: 'replace', means: 'Also where the store holds something, which is gone then.' },
  ],
  run: (given) =>
    withStore(given.text('data'), async (store) => {
      const [file = ''] = given.operands;
      const restored = await restore(store, file, given.has('replace'), Date.now());
      print(`${store.place}: ${contentOf(restored)}`);
    }),
};

function contentOf({ rows, audit }: Archived): string {
  const { comments = 0, reports = 0, editors = 0, sign_offs: signOffs = 0 } = rows;
  const log =
    audit.broken === undefined
      ? `${audit.lines} lines of the log, which fit together`
      : `${audit.lines} lines of the log; line ${audit.broken} does not fit: it was changed outside of the desk`;
  return `${comments} comments, ${reports} reports, ${signOffs} sign-offs, ${editors} editors, ${log}. Checked: sound.`;
}

/** Opens the store for a piece of work; what goes wrong with it is said in a line. */
export async function withStore(
  folder: string | undefined,
  work: (store: Sql) => Promise<void>,
): Promise<ExitCode> {
  const place = placeFrom({
    ...process.env,
    ...(folder === undefined ? {} : { BACKSTRIDE_DATA: folder, DATABASE_URL: '' }),
  });
  const fault = faultOfPlace(place);
  if (fault !== undefined) {
    complain(fault);
    return EXIT.badInput;
  }
  let store: Sql | undefined;
  try {
    store = openSql(place);
    await work(store);
    return EXIT.done;
  } catch (error) {
    if (!(error instanceof StoreTrouble)) throw error;
    complain(error.message);
    return EXIT.failed;
  } finally {
    await store?.close();
  }
}
