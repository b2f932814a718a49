// French (Canada): the catalogue has every text with the same values in it, and a runner who reads French meets no English on
// the way from the first page to the plan of the day.

import { beforeAll, describe, expect, test } from 'vitest';
import { assess } from '../src/assess/index.ts';
import { type KnowledgeBase, type Texts, textsOf, translated } from '../src/knowledge/index.ts';
import { deskEnglish, deskFrench } from '../src/pages/desk/index.ts';
import { english, french } from '../src/pages/index.ts';
import type { Answers, Language } from '../src/vocabulary/index.ts';
import { entriesOf, plain } from './catalogue.ts';
import {
  askOf,
  formFor,
  interviewed,
  type Reply,
  type Runner,
  realKnowledge,
  realTranslations,
  rehearse,
  runnerOf,
  type Says,
  saysNo,
} from './in-process.ts';

let knowledge: KnowledgeBase;
let translations: ReadonlyMap<Language, Texts>;
let dictionary: Texts;
beforeAll(async () => {
  knowledge = await realKnowledge();
  translations = await realTranslations();
  dictionary = translations.get('fr-CA') ?? new Map();
});

const ENGLISH = [...entriesOf(english), ...entriesOf(deskEnglish, 'desk')];
const FRENCH = [...entriesOf(french), ...entriesOf(deskFrench, 'desk')];
const french_ = new Map(FRENCH.map((entry) => [entry.path, entry]));

describe('the French catalogue', () => {
  /** Values that French leaves out on purpose: they are in English, from the code. */
  const LEFT_OUT = /^(problems\.notSaved|forms\.(badEntry|badRun)|ofRecover\.forecast\.(refused|restsOn))$/;
  /** Values that choose a word and do not stand in the text. */
  const CHOOSES: readonly unknown[] = ['left', 'running', 'training', 'clear'];

  test('has the texts of the English one, in the same places', () => {
    expect(FRENCH.map(({ path }) => path).sort()).toEqual(ENGLISH.map(({ path }) => path).sort());
  });

  test('puts the same values into them', () => {
    for (const { path, text, given } of ENGLISH) {
      if (LEFT_OUT.test(path)) continue;
      const values = given.filter((value) => !CHOOSES.includes(value)).map(String);
      const shown = values.filter((value) => text.includes(value));
      const other = values.filter((value) => french_.get(path)?.text.includes(value));
      expect(other, `${path}: ${french_.get(path)?.text}`).toEqual(shown);
    }
  });

  test('says everything in French', () => {
    const same = ENGLISH.filter(({ path, text }) => text !== '' && french_.get(path)?.text === text);
    const alike =
      /^(result\.certainty\.published|about\.sources|summary\.causes|timer\.script\.pause|guide\.title|guide\.parts\.causes|guide\.foundPages|claims\.sources|ofRecover\.dose\.minutes|desk\.claims\.verdict)$/;
    expect(
      same.map(({ path }) => path).filter((path) => !alike.test(path) && !NO_WORDS.test(english_(path))),
    ).toEqual([]);
  });

  test('is set as Canadian French is: hard spaces in front of colons and within quotes, no straight apostrophe', () => {
    for (const { path, text } of FRENCH) {
      expect(text, path).not.toMatch(/ [:»%]|« | [?!;]|[a-zà-ÿ]'[a-zà-ÿ]/i);
    }
  });
});

/** Nothing to translate: a colon, numbers, the same word in both languages. */
const NO_WORDS = /^(: | of |Alpha|Actions?|Pause|Date|Minute|Alcohol|Progress|, |A?\d.*|[^a-z]*|.*Pause)$/;
const english_ = (path: string) => ENGLISH.find((entry) => entry.path === path)?.text ?? '';

/** What an English catalogue says in whole words, where French says it otherwise. */
const sentences = () =>
  ENGLISH.filter(
    ({ path, text, given }) =>
      given.length === 0 && text.length >= 12 && text.includes(' ') && french_.get(path)?.text !== text,
  );

function expectFrench({ text }: Reply, path: string) {
  expect(text, path).toContain('<html lang="fr-CA">');
  expect(text, path).toContain(french.frame.draft);
  expect(text, path).not.toMatch(/undefined|\[object|NaN/);
  // Titles of sources stand in the language of the source.
  const shown = plain(
    text
      .replace(/<ol class="sources">.*?<\/ol>/s, '')
      .replace(/<([a-z]+)[^>]* lang="en-GB"[^>]*>.*?<\/\1>/gs, ''),
  );
  const slips = sentences().filter((entry) => shown.includes(entry.text));
  expect(slips, path).toEqual([]);
  const untranslated = [...dictionary].filter(
    ([key, value]) => key.length > 20 && key.includes(' ') && !value.includes(key) && shown.includes(key),
  );
  expect(untranslated, path).toEqual([]);
}

async function visitAll(runner: Runner, paths: readonly string[]) {
  for (const path of paths) {
    const reply = await runner.send(path);
    expect(reply.status, path).toBe(200);
    expectFrench(reply, path);
  }
}

describe('a runner who reads French', () => {
  const house = () => rehearse(knowledge, translations);

  test('meets no English from the first question to the summary', async () => {
    const runner = runnerOf(house(), 'fr-CA,fr;q=0.9,en;q=0.5');
    await visitAll(runner, ['/', '/about']);
    let steps = 0;
    await interviewed(knowledge, runner, saysNo(knowledge), async (path) => {
      steps += 1;
      expectFrench(await runner.send(path), path);
    });
    expect(steps).toBeGreaterThan(8);
    await visitAll(runner, ['/assess/check', '/assess/result', '/assess/summary', '/recover/start']);
    expect((await runner.send('/assess/summary.txt')).text).toContain(french.summary.nature);
  });

  test('is told in French to call the number of Canada', async () => {
    const runner = runnerOf(house(), 'fr-CA');
    await runner.post('/assess/start');
    const says: Says = (id) => (id === 'chest-symptoms' ? 'yes' : 'no');
    const ask = askOf(await runner.send('/assess/step/1')) ?? '';
    await runner.post('/assess/step/1', formFor(knowledge, ask, says));
    const reply = await runner.send('/assess/result');
    expectFrench(reply, 'the emergency');
    expect(reply.text).toContain('Appelez le <a href="tel:911">911</a> maintenant');
  });

  test('is told in French what is wrong with a form', async () => {
    const runner = runnerOf(house(), 'fr');
    await runner.post('/assess/start');
    const ask = askOf(await runner.send('/assess/step/1')) ?? '';
    const refused = await runner.post('/assess/step/1', [['ask', ask]]);
    expect(refused.status).toBe(422);
    expectFrench(refused, 'a refused form');
    for (const path of ['/no-such-page', '/assess/result']) {
      const lost = await runnerOf(house(), 'fr').send(path);
      expect(lost.status).toBeGreaterThanOrEqual(404);
      expectFrench(lost, path);
    }
  });

  test('goes back to running in French', async () => {
    const { app, clock, ...rest } = house();
    const runner = runnerOf({ app, clock, ...rest }, 'fr-CA');
    const begun = await runner.post('/recover/start', [
      ['id', 'begin-0001'],
      ['cause', 'diagnosis'],
      ['diagnosis', 'hamstring-strain/mild'],
      ['clearance', ''],
      ['found', 'none'],
      ['age', '30'],
      ['side', 'left'],
      ['usual', '30'],
      ['longest', '60'],
      ['days', '3'],
      ['goal', 'easy-run'],
      ['zone', 'Etc/GMT'],
    ]);
    expect(begun.location).toBe('/recover');
    for (let day = 0; day < 12; day++) {
      const checkIn = await runner.post('/recover/check-in', [
        ['id', `check-${String(day).padStart(6, '0')}`],
        ['found', 'none'],
        ['m-painMorning', day === 6 ? '7' : '1'],
        ['m-painWorst', day === 6 ? '8' : '1'],
        ['m-painkillers', '0'],
        ['m-limp', '0'],
        ['did', 'exercised'],
      ]);
      expect(checkIn.location).toBe('/recover?done=check-in');
      await visitAll(runner, ['/recover?done=check-in', '/recover/progress']);
      clock.now += 24 * 60 * 60 * 1000;
    }
    for (let at = 0; at < 6; at++) {
      await runner.post('/train/add', [
        ['id', `typed-run-${at}`],
        ['day', new Date(clock.now - (at + 1) * 2 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)],
        ['minutes', '30'],
        ['distance', at === 0 ? '12' : '5,5'],
        ['kind', 'run'],
        ['effort', '4'],
      ]);
    }
    await visitAll(runner, ['/train/runs/typed-typed-run-0']);
    await visitAll(runner, [
      '/recover',
      '/recover/check-in',
      '/recover/plan',
      '/recover/supplies',
      '/recover/more',
      '/recover/clinician',
      '/recover/summary',
      '/train',
      '/train/all',
      '/train/add',
      '/train/import',
      '/train/coach',
      '/train/beliefs',
      '/train/prevention',
      ...knowledge.recovery.exercises.map(({ id }) => `/recover/exercise/${id}`),
    ]);
    const wrong = await runner.post('/recover/clinician', [['id', 'clinician-1']]);
    expect(wrong.status).toBe(422);
    expectFrench(wrong, 'a refused word');
    const calendar = (await runner.send('/recover/calendar.ics')).text.replaceAll('\r\n ', '');
    expect(calendar).toContain('SUMMARY:Exercices');
    expect(calendar).not.toMatch(/Not reviewed|each side|When to stop/);
  });

  test('reads what it knows in English, and the page says so', async () => {
    const { text } = await runnerOf(house(), 'fr-CA').send('/knowledge');
    expect(text).toContain('<html lang="fr-CA">');
    expect(text).toMatch(/<main[^>]*><div lang="en-GB">/);
  });
});

describe('the language of a page', () => {
  const header = { referer: 'http://localhost/assess/step/1?from=check' };

  test('is the one chosen, whatever the browser likes, and the page comes back', async () => {
    const runner = runnerOf(rehearse(knowledge, translations), 'en-GB');
    await runner.post('/assess/start');
    expect((await runner.send('/assess/step/1')).text).toContain('<html lang="en-GB">');
    const chosen = await runner.send('/language', {
      method: 'POST',
      headers: header,
      body: new URLSearchParams({ language: 'fr-CA' }),
    });
    expect([chosen.status, chosen.location]).toEqual([303, '/assess/step/1?from=check']);
    const cookie = chosen.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^backstride-language=fr-CA; Max-Age=31536000; .*SameSite=Lax/);
    expect((await runner.send('/assess/step/1')).text).toContain('<html lang="fr-CA">');
    await runner.post('/language', [['language', 'en-GB']]);
    expect((await runner.send('/assess/step/1')).text).toContain('<html lang="en-GB">');
  });

  test.each([
    ['another site', 'https://elsewhere.example/page'],
    ['an address that leads to another host', 'http://localhost//elsewhere.example'],
    ['a page that only a form shows', 'http://localhost/assess/forget'],
    ['nothing', ''],
  ])('goes to the start when chosen from %s', async (_, referer) => {
    const runner = runnerOf(rehearse(knowledge), 'en-GB');
    const body = new URLSearchParams({ language: 'fr-CA' });
    const reply = await runner.send('/language', { method: 'POST', headers: { referer }, body });
    expect([reply.status, reply.location]).toEqual([303, '/']);
  });

  test('is none that we do not speak', async () => {
    const runner = runnerOf(rehearse(knowledge), 'en-GB');
    const reply = await runner.post('/language', [['language', 'de-DE']]);
    expect(reply.status).toBe(400);
    expect(reply.headers.has('set-cookie')).toBe(false);
    runner.cookie = 'backstride-language=__proto__';
    expect((await runner.send('/')).text).toContain('<html lang="en-GB">');
  });

  test('without a dictionary is French around English knowledge', async () => {
    const runner = runnerOf(rehearse(knowledge), 'fr');
    await runner.post('/assess/start');
    const { text } = await runner.send('/assess/step/1');
    expect(text).toContain(french.frame.goOn);
    expect(text).toContain(knowledge.screens[0]?.title);
  });
});

describe('translated knowledge', () => {
  test('is the same but for its texts: ids, numbers, rules and hash', () => {
    const changed = translated(knowledge, dictionary);
    const bare = (one: KnowledgeBase) =>
      JSON.stringify(one, (_, part: unknown) =>
        typeof part === 'string' && (all.has(part) || said.has(part)) ? '' : part,
      );
    const all = textsOf(knowledge);
    const said = new Set(dictionary.values());
    expect(bare(changed)).toBe(bare(knowledge));
    expect(JSON.stringify(changed)).not.toBe(JSON.stringify(knowledge));
  });

  test.each([
    ['nothing but no', {}],
    ['a sudden pop', { onset: 'sudden', pop: 'yes', bruise: 'yes' }],
    ['numb between the legs', { 'saddle-numbness': 'yes' }],
  ])('gives the same result: %s', (_, answers: Answers) => {
    const idsOf = (one: KnowledgeBase) => {
      const { triage, differential } = assess(one, answers);
      return {
        level: triage.level,
        fired: triage.fired.map(({ id }) => id),
        causes: differential.map(({ condition, probability }) => [condition.id, probability]),
      };
    };
    expect(idsOf(translated(knowledge, dictionary))).toEqual(idsOf(knowledge));
  });
});
