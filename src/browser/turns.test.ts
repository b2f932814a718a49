// The page that is worked out before the press: it changes nothing, and what was really said always wins.

import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { formFor, ORIGIN, realKnowledge, rehearse, saysNo } from '../../test/in-process.ts';
import { type AnswerKeeper, type AnswerSheet, formatSheet } from '../app/index.ts';
import type { KnowledgeBase } from '../knowledge/index.ts';
import { type Fetch, openTurns, type Turns, withTrials } from './turns.ts';

let knowledge: KnowledgeBase;
let kept: AnswerSheet | undefined;
let writes: number;
let fetch: Fetch;
let turns: Turns;

beforeAll(async () => {
  knowledge = await realKnowledge();
});

beforeEach(async () => {
  [kept, writes] = [undefined, 0];
  const keeper: AnswerKeeper = {
    place: 'device',
    read: async () => kept,
    write: async (_, sheet) => {
      kept = sheet;
      writes += 1;
      return {};
    },
  };
  const { app } = rehearse(knowledge, undefined, { keeper: withTrials(keeper) });
  fetch = async (request) => app.fetch(request);
  let said = 0;
  turns = openTurns(() => String(++said));
  await fetch(form('/assess/start'));
  writes = 0;
});

function form(path: string, fields: readonly (readonly [string, string])[] = []): Request {
  return new Request(`${ORIGIN}${path}`, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin', 'accept-language': 'en-GB' },
    body: new URLSearchParams(fields.map(([name, value]) => [name, value])),
  });
}

const headers = { 'accept-language': 'en-GB' };
const page = async (path: string) => (await fetch(new Request(`${ORIGIN}${path}`, { headers }))).text();
const asks = (html = '') => /name="ask" value="([^"]*)"/.exec(html)?.[1];
const FIRST = '/assess/step/1';
const ask = () => knowledge.screens[0]?.id ?? '';
const none = () => form(FIRST, formFor(knowledge, ask(), saysNo(knowledge)));
const emergency = () =>
  form(FIRST, [
    ['ask', ask()],
    ['found', knowledge.screens[0]?.findings[0] ?? ''],
  ]);

describe('ahead', () => {
  test('nothing is written, and every page is as it was', async () => {
    const [before, shown] = [kept, await page(FIRST)];
    for (const tried of [none(), emergency(), none()]) await turns.ahead(fetch, tried);
    expect(writes).toBe(0);
    expect(kept).toBe(before);
    expect(await page(FIRST)).toBe(shown);
    expect(await page('/assess/step/2')).not.toContain('name="ask"');
  });

  test('is the page that the same answer leads to, all through an interview; then it is not sent again', async () => {
    let path = FIRST;
    let steps = 0;
    for (;;) {
      const fields = formFor(knowledge, asks(await page(path)) ?? '', saysNo(knowledge));
      const ahead = await turns.ahead(fetch, form(path, fields));
      expect(writes).toBe(steps);
      const answer = await turns.now(fetch, form(path, fields), ahead?.id ?? '');
      steps += 1;
      expect(writes).toBe(steps);
      expect(answer.status).toBe(204);
      expect(answer.headers.get('content-location')).toBe(ahead?.url);
      path = new URL(ahead?.url ?? '').pathname;
      expect(ahead?.html).toBe(await page(path));
      if (asks(ahead?.html) === undefined) break;
    }
    expect(path).toBe('/assess/check');
    expect(steps).toBeGreaterThan(8);
  });

  test.each([
    ['something else is said', emergency, '/assess/result'],
    ['nothing is said', () => form(FIRST, [['ask', ask()]]), FIRST],
  ])('is of no account when %s', async (_, said, path) => {
    const ahead = await turns.ahead(fetch, none());
    const answer = await turns.now(fetch, said(), ahead?.id ?? '');
    expect(answer.status).not.toBe(204);
    const html = await answer.text();
    expect(html).not.toBe(ahead?.html);
    expect(new URL(answer.headers.get('content-location') ?? '').pathname).toBe(path);
    // As if it had never been tried.
    const withTrial = kept && formatSheet(kept);
    await fetch(form('/assess/start'));
    await turns.now(fetch, said(), '');
    expect(kept && formatSheet(kept)).toBe(withTrial);
  });

  test.each(['', 'of another worker'])(
    'a page that this worker has not given (%j) is sent whole',
    async (known) => {
      await turns.ahead(fetch, none());
      const answer = await turns.now(fetch, none(), known);
      expect(answer.status).toBe(200);
      expect(asks(await answer.text())).toBe(knowledge.screens[1]?.id);
    },
  );

  test('two tabs that look ahead at the same time do no harm to each other', async () => {
    const [one, other] = await Promise.all([turns.ahead(fetch, none()), turns.ahead(fetch, emergency())]);
    const answer = await turns.now(fetch, none(), one?.id ?? '');
    const shown = answer.status === 204 ? one?.html : await answer.text();
    expect(shown).toBe(await page('/assess/step/2'));
    expect(shown).not.toBe(other?.html);
  });

  test('is for questions alone: what deletes, starts or chooses is never tried', async () => {
    const before = kept;
    for (const path of [
      '/assess/forget',
      '/assess/start',
      '/assess/tell-more',
      '/language',
      '/recover/start',
    ]) {
      expect(await turns.ahead(fetch, form(path, [['language', 'fr-CA']])), path).toBeUndefined();
    }
    expect([kept, writes]).toEqual([before, 0]);
  });

  test('what would be refused is not shown ahead', async () => {
    expect(await turns.ahead(fetch, form(FIRST, [['ask', ask()]]))).toBeUndefined();
    expect(await turns.ahead(fetch, form(FIRST, [['ask', 'no-such-question']]))).toBeUndefined();
  });
});
