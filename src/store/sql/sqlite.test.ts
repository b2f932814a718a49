// What holds for the file alone: commits that are shared, and the journal beside it.

import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { newFolder, removeFolders } from '../../../test/databases.ts';
import { openSql } from './desk-store.ts';
import { migrate } from './migrations.ts';

afterAll(removeFolders);

describe('SQLite', () => {
  test('work that fails in the middle of others is undone alone', async () => {
    const store = openSql({ folder: newFolder() });
    await migrate(store);
    const put = (name: string, fails: boolean) =>
      store.write(async (tables) => {
        await tables.insertInto('keys').values({ name, value: '' }).execute();
        if (fails) throw new Error(`${name} fails`);
        return name;
      });
    const outcomes = await Promise.allSettled([
      put('a', false),
      put('b', true),
      put('a', false),
      put('c', false),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
    const kept = await store.read.selectFrom('keys').select('name').orderBy('name').execute();
    expect(kept.map(({ name }) => name)).toEqual(['a', 'c']);
    await store.close();
  });

  test('waits for those of whom it is known that they are about to write, but not for long', async () => {
    let coming = 2;
    const store = openSql({ folder: newFolder() }, () => coming > 0);
    await migrate(store);
    const kept: string[] = [];
    const put = (name: string) =>
      store
        .write((tables) => tables.insertInto('keys').values({ name, value: '' }).execute())
        .then(() => kept.push(name));
    const turn = () => new Promise((resolve) => setImmediate(resolve));
    const first = put('a');
    for (let turns = 0; turns < 5; turns++) await turn();
    expect(kept, 'b is still to come').toEqual([]);
    const second = put('b');
    coming = 0;
    await turn();
    await turn();
    expect(kept, 'both in one commit').toEqual(['a', 'b']);
    await Promise.all([first, second]);
    coming = 1;
    await put('c');
    expect(kept, 'nobody came after all').toEqual(['a', 'b', 'c']);
    await store.close();
  });

  test('keeps its journal ahead and flushes at every commit, readable for its owner only', async () => {
    const folder = newFolder();
    const store = openSql({ folder });
    await migrate(store);
    const { statSync } = await import('node:fs');
    expect(statSync(join(folder, 'backstride.sqlite')).mode & 0o777).toBe(0o600);
    const [{ synchronous }] = (
      await store.write((tables) => sql<{ synchronous: number }>`pragma synchronous`.execute(tables))
    ).rows as [{ synchronous: number }];
    expect(synchronous, 'FULL').toBe(2);
    await store.close();
    const file = new DatabaseSync(join(folder, 'backstride.sqlite'));
    expect(file.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' });
    expect(file.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' });
    file.close();
  });
});
