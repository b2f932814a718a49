// From what a database says to what an operator can do.

import { StoreTrouble, type TroubleKind } from '../../learn/index.ts';

/** Primary result codes of SQLite. */
const OF_SQLITE: Readonly<Record<number, TroubleKind>> = {
  5: 'busy',
  6: 'busy',
  8: 'read-only',
  10: 'read-only',
  11: 'damaged',
  13: 'full',
  14: 'read-only',
  26: 'damaged',
};

const OF_POSTGRES: readonly (readonly [RegExp, TroubleKind])[] = [
  [/^53100$/, 'full'],
  [/^25006$/, 'read-only'],
  [/^(53300|55P03|57014|40001|40P01)$/, 'busy'],
  [/^(XX001|XX002)$/, 'damaged'],
  [/^(08|57P|28|3D|58)/, 'unreachable'],
  [/^(ECONN|ENOTFOUND|EAI_|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOENT)/, 'unreachable'],
];

const OF_FILES: Readonly<Record<string, TroubleKind>> = {
  EACCES: 'read-only',
  EPERM: 'read-only',
  EROFS: 'read-only',
  EISDIR: 'read-only',
  ENOTDIR: 'read-only',
  ENOSPC: 'full',
  EDQUOT: 'full',
};

const TO_DO: Readonly<Record<TroubleKind, string>> = {
  full: 'The disk is full: make room on it.',
  'read-only':
    'It cannot be opened or written: check that its folder exists and belongs to the user of the server, and that the disk is sound and not read-only.',
  busy: 'Somebody else is writing, or there are too many connections: try again.',
  unreachable: 'The database does not answer: check that it runs and that DATABASE_URL is right.',
  damaged: 'It is damaged: stop the server and restore the last backup.',
  newer: 'Update Backstride.',
};

/** The trouble that an error of a driver means; anything else is a bug and stays what it is. */
export function troubleOf(error: unknown, place: string): unknown {
  if (error instanceof StoreTrouble || !(error instanceof Error)) return error;
  const kind = kindOf(error);
  return kind === undefined ? error : new StoreTrouble(kind, `${place}: ${error.message}. ${TO_DO[kind]}`);
}

function kindOf(error: Error): TroubleKind | undefined {
  const { code, errcode } = error as { code?: unknown; errcode?: unknown };
  if (typeof errcode === 'number') return OF_SQLITE[errcode & 0xff];
  if (typeof code === 'string') {
    return OF_FILES[code] ?? OF_POSTGRES.find(([pattern]) => pattern.test(code))?.[1];
  }
  // What pg says without a code when a connection ends or none is free.
  return /Connection terminated|timeout exceeded|Client has encountered a connection error|not queryable/i.test(
    error.message,
  )
    ? 'unreachable'
    : undefined;
}
