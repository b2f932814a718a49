import { expect, test } from 'vitest';
import { hashPassword, verifyPassword } from './password.ts';

test('a password opens its own hash and no other', async () => {
  const hash = await hashPassword('seven grey herons walked');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  expect(await verifyPassword('seven grey herons walked', hash)).toBe(true);
  expect(await verifyPassword('seven grey herons walkeD', hash)).toBe(false);
  expect(await hashPassword('seven grey herons walked'), 'a salt of its own').not.toBe(hash);
});

test('letters that look the same are the same, however a keyboard composes them', async () => {
  const hash = await hashPassword('cafe\u0301 au lait pour tous');
  expect(await verifyPassword('caf\u00e9 au lait pour tous', hash)).toBe(true);
});

test('nobody has no password, whatever is tried', async () => {
  expect(await verifyPassword('', undefined)).toBe(false);
  expect(await verifyPassword('anything', 'plain text in the database')).toBe(false);
});

test('a flood is told to come back, and then it works again', async () => {
  const hash = await hashPassword('seven grey herons walked');
  const flood = await Promise.allSettled(Array.from({ length: 60 }, () => verifyPassword('x', hash)));
  expect(flood.filter(({ status }) => status === 'rejected').length).toBe(26);
  expect(await verifyPassword('seven grey herons walked', hash)).toBe(true);
});

test('hashes of the reference implementation are understood', async () => {
  // From the test suite of the reference implementation of Argon2 (phc-winner-argon2, src/test.c: version 0x13, Argon2id,
  // two passes, 2^16 KiB, one lane): "password" with the salt "somesalt".
  const hash = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
  expect(await verifyPassword('password', hash)).toBe(true);
  expect(await verifyPassword('passwore', hash)).toBe(false);
});
