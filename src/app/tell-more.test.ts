// Somebody who waits for help and chooses to tell more: the card comes first, the call stands on every page, a new emergency
// shows at once, and nothing that is said lowers the urgency.

import { beforeAll, beforeEach, expect, test } from 'vitest';
import {
  askOf,
  type Fields,
  formFor,
  type Runner,
  realKnowledge,
  rehearse,
  runnerOf,
  saysNo,
} from '../../test/in-process.ts';
import type { KnowledgeBase } from '../knowledge/index.ts';

let knowledge: KnowledgeBase;
let runner: Runner;
beforeAll(async () => {
  knowledge = await realKnowledge();
});
beforeEach(async () => {
  runner = runnerOf(rehearse(knowledge));
  await runner.post('/assess/start');
  await tick('saddle-numbness');
});

/** Answers the page at a path; whatever is not named is no, or not sure. */
async function answer(path: string, ...yes: readonly string[]): Promise<string> {
  const ask = askOf(await runner.send(path)) ?? '';
  const says = (id: string) => (yes.includes(id) ? 'yes' : saysNo(knowledge)(id));
  return (await runner.post(path, formFor(knowledge, ask, says))).location ?? '';
}
async function tick(sign: string): Promise<void> {
  const fields: Fields = [
    ['ask', knowledge.screens[0]?.id ?? ''],
    ['found', sign],
  ];
  await runner.post('/assess/step/1', fields);
}

test('without the choice an emergency ends the questions', async () => {
  expect((await runner.send('/assess')).location).toBe('/assess/result');
  expect((await runner.send('/assess/result')).text).toContain('action="/assess/tell-more"');
});

test('with it the questions go on to their end under the number to call; the card stays what the result shows', async () => {
  let path = (await runner.post('/assess/tell-more')).location ?? '';
  expect(path).toMatch(/^\/assess\/step\//);
  let steps = 0;
  while (path.startsWith('/assess/step/')) {
    const { text } = await runner.send(path);
    expect(text, path).toContain('<a href="tel:999">999</a> now, if you have not');
    path = await answer(path);
    steps += 1;
  }
  expect(steps).toBeGreaterThan(3);
  expect(path).toBe('/assess/result');
  const { text } = await runner.send('/assess/result');
  expect(text).toContain('care-emergency');
  expect(text).not.toContain('tell-more');
  expect(text).toContain('href="/assess/summary"');
  expect((await runner.send('/assess/summary')).text).toMatch(
    /Danger signs present<\/h2><ul><li>[^<]*: Yes[\s\S]*Possible causes/,
  );
});

test('a second emergency shows its own first aid at once', async () => {
  const path = (await runner.post('/assess/tell-more')).location ?? '';
  const before = (await runner.send('/assess/result')).text;
  expect(await answer(path, 'fever', 'hot-red-swelling', 'new-leg-weakness')).toBe('/assess/result');
  const after = (await runner.send('/assess/result')).text;
  const headings = (text: string) => text.match(/<h2>/g)?.length ?? 0;
  expect(headings(after)).toBeGreaterThan(headings(before));
  expect((await runner.post('/assess/tell-more')).location).toMatch(/^\/assess\/step\//);
});
