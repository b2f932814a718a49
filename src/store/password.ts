// Hashes of passwords by argon2id, which Node brings. Parameters of the OWASP Password Storage Cheat Sheet: 19 MiB of memory,
// two passes, one lane. Written in the usual form of PHC strings, so that stronger parameters can follow: a hash says which ones
// it was made with. Few run at once: each takes memory and a thread, and whoever tries many passwords must not take them all.

import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { StoreTrouble } from '../learn/index.ts';

const PARAMETERS = { memory: 19 * 1024, passes: 2, parallelism: 1 } as const;
const SALT_BYTES = 16;
const HASH_BYTES = 32;
const MOST_AT_ONCE = 2;
const MOST_WAITING = 32;

type Parameters = Readonly<Record<keyof typeof PARAMETERS, number>>;

/** Hashes a password with a salt of its own. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  return formatHash(PARAMETERS, salt, await derive(password, salt, PARAMETERS, HASH_BYTES));
}

/** Whether a password made a hash. Without a hash it takes as long and says no. */
export async function verifyPassword(password: string, hash: string | undefined): Promise<boolean> {
  const known = hash === undefined ? undefined : parseHash(hash);
  const { parameters, salt, bytes } = known ?? NOBODY;
  const made = await derive(password, salt, parameters, bytes.length);
  return timingSafeEqual(made, bytes) && known !== undefined;
}

const NOBODY = { parameters: PARAMETERS, salt: Buffer.alloc(SALT_BYTES), bytes: Buffer.alloc(HASH_BYTES) };

const argon2Async = promisify(argon2);
let running = 0;
const waiting: (() => void)[] = [];

async function derive(
  password: string,
  nonce: Buffer,
  parameters: Parameters,
  tagLength: number,
): Promise<Buffer> {
  if (running >= MOST_AT_ONCE) {
    if (waiting.length >= MOST_WAITING) throw new StoreTrouble('busy', 'Too many people sign in at once.');
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    running += 1;
  }
  try {
    return await argon2Async('argon2id', {
      message: password.normalize('NFKC'),
      nonce,
      tagLength,
      ...parameters,
    });
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

function formatHash({ memory, passes, parallelism }: Parameters, salt: Buffer, bytes: Buffer): string {
  const [s, h] = [salt, bytes].map((part) => part.toString('base64').replaceAll('=', ''));
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${s}$${h}`;
}

function parseHash(hash: string) {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(hash);
  if (!parts) return undefined;
  const [, memory, passes, parallelism, salt = '', bytes = ''] = parts;
  return {
    parameters: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    salt: Buffer.from(salt, 'base64'),
    bytes: Buffer.from(bytes, 'base64'),
  };
}
