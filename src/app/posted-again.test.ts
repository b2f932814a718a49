// A form that could not be kept comes back on the page that says so, whole and harmless, and only then.

import { beforeAll, expect, test } from 'vitest';
import { askOf, realKnowledge, rehearse, runnerOf } from '../../test/in-process.ts';
import type { KnowledgeBase } from '../knowledge/index.ts';
import { CannotKeep } from './cannot-keep.ts';

let knowledge: KnowledgeBase;
beforeAll(async () => {
  knowledge = await realKnowledge();
});

/** Somebody on the first page of the interview, with a store that is full until it is emptied. */
async function withFullStore() {
  const { keeper } = rehearse(knowledge);
  const store = { isFull: false };
  const house = rehearse(knowledge, undefined, {
    keeper: {
      ...keeper,
      write: async (request, sheet) => {
        if (store.isFull) throw new CannotKeep('no-room-on-device');
        return keeper.write(request, sheet);
      },
    },
  });
  const runner = runnerOf(house);
  const path = (await runner.post('/assess/start')).location ?? '';
  const ask = askOf(await runner.send(path)) ?? '';
  store.isFull = true;
  return { runner, store, path, ask };
}

const hidden = (text: string) =>
  [...text.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(
    ([, name, value]) => [name ?? '', value ?? ''] as const,
  );

test('the page that says so carries the form on; sent again it is kept', async () => {
  const { runner, store, path, ask } = await withFullStore();
  const refused = await runner.post(path, [
    ['ask', ask],
    ['found', 'fever'],
    ['found', 'none'],
    ['extra', '"><script>'],
  ]);
  expect(refused.status, 'what the form itself refuses is refused before').toBe(422);
  const reply = await runner.post(path, [
    ['ask', ask],
    ['found', 'none'],
    ['extra', '"><script>'],
  ]);
  expect(reply.status).toBe(507);
  expect(reply.text).toContain(`<form method="post" action="${path}">`);
  expect(hidden(reply.text)).toEqual([
    ['ask', ask],
    ['found', 'none'],
    ['extra', '&quot;&gt;&lt;script&gt;'],
  ]);
  store.isFull = false;
  const kept = await runner.post(path, hidden(reply.text));
  expect([kept.status, kept.location]).toEqual([303, '/assess/step/2']);
});

test('a page that asks for nothing to be kept carries no form', async () => {
  const { runner } = await withFullStore();
  const { status, text } = await runner.send('/assess/result?place=GB');
  expect([status, text.includes('Try again')]).toEqual([303, false]);
  const refused = await runner.post('/assess/start', []);
  expect([refused.status, hidden(refused.text)]).toEqual([507, []]);
});
