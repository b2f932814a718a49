import { expect, test } from 'vitest';
import { logWriter } from './log-writer.ts';

test('lines of one turn are written together, in their order, and none twice', async () => {
  const written: string[] = [];
  const log = logWriter((text) => written.push(text));
  log.line('one');
  log.line('two');
  expect(written).toEqual([]);
  await new Promise((resolve) => setImmediate(resolve));
  expect(written).toEqual(['one\ntwo\n']);
  log.line('three');
  log.flush();
  expect(written).toEqual(['one\ntwo\n', 'three\n']);
  await new Promise((resolve) => setImmediate(resolve));
  expect(written).toHaveLength(2);
});
