// The way back on the web, in-process, with a clock that is moved: beginning, checking in, correcting, locking, carrying over.

import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  type Fields,
  interviewed,
  OWN_SCRIPT,
  type Rehearsal,
  type Runner,
  realKnowledge,
  rehearse,
  runnerOf,
  type Says,
  SECRET,
  saysNo,
} from '../../../test/in-process.ts';
import { beliefOf, type EpisodeEvent, fold, logOf } from '../../episode/index.ts';
import type { KnowledgeBase } from '../../knowledge/index.ts';
import { planFor } from '../../recover/index.ts';
import { sealedCookieEpisodeKeeper } from '../episode-keeper.ts';

let knowledge: KnowledgeBase;
let house: Rehearsal;
let runner: Runner;
const DAY = 24 * 60 * 60 * 1000;

beforeAll(async () => {
  knowledge = await realKnowledge();
});
beforeEach(() => {
  house = rehearse(knowledge);
  house.clock.now = Date.UTC(2026, 0, 5, 8);
  runner = runnerOf(house);
});

const ABOUT: Fields = [
  ['age', '31'],
  ['usual', '30'],
  ['longest', '60'],
  ['days', '4'],
  ['side', 'left'],
  ['goal', 'race'],
  ['zone', 'Etc/GMT'],
];
const STRAIN: Fields = [['cause', 'diagnosis'], ['diagnosis', 'hamstring-strain/mild'], ...ABOUT];
const CLEAR: Fields = [['found', 'none']];

const begin = (fields: Fields = [...STRAIN, ...CLEAR]) => runner.post('/recover/start', fields);
const today = () => new Date(house.clock.now).toISOString().slice(0, 10);
/** A good day; later fields of the same name replace nothing, so a test names only its own. */
const good = (...more: Fields): Fields => {
  const calm: Fields = [
    'painMorning',
    'painRest',
    'painWorst',
    'painDuring',
    'painAfter',
    'limp',
    'swelling',
    'sharp',
    'painkillers',
  ].map((id) => [`m-${id}`, '0'] as const);
  const own = new Set(more.map(([name]) => name));
  return [
    ...calm.filter(([name]) => !own.has(name)),
    ...(own.has('found') ? [] : CLEAR),
    ...(own.has('date') ? [] : ([['date', today()]] as Fields)),
    ...more,
  ];
};
const checkIn = (...more: Fields) => runner.post('/recover/check-in', good(...more));
const page = async (path = '/recover') => (await runner.send(path)).text;
const nextDay = () => {
  house.clock.now += DAY;
};
const events = async (): Promise<readonly EpisodeEvent[]> =>
  JSON.parse((await runner.send('/recover/backstride.json')).text).events;

describe('a plan begins', () => {
  test('from what a clinician said, and shows today', async () => {
    expect((await begin()).location).toBe('/recover');
    const text = await page();
    expect(text).toContain('Monday 5 January');
    expect(text).toContain('Stage 1 of 6');
    expect(text).toContain('No check-in yet today');
    expect(text.replaceAll(OWN_SCRIPT, '')).not.toMatch(/undefined|\[object|NaN|<script/);
  });

  test('from a name, without an interview, where the danger signs were answered', async () => {
    const fields: Fields = [['cause', 'tight-hamstrings'], ...ABOUT];
    expect((await begin(fields)).status).toBe(422);
    expect((await begin([...fields, ...CLEAR])).location).toBe('/recover');
    expect(await page()).toContain('Six weeks');
  });

  test('from a name that needs an interview not at all', async () => {
    const { status, text } = await begin([['cause', 'hamstring-strain'], ...ABOUT, ...CLEAR]);
    expect(status).toBe(422);
    expect(text).toContain('Choose what the plan is for');
  });

  test('from a result, and asks which cause it goes by', async () => {
    await interviewed(knowledge, runner, sprinter());
    expect(await page('/recover/start')).toContain('Go by my answers');
    expect((await begin([['cause', 'result'], ...ABOUT, ...CLEAR])).location).toBe('/recover');
    expect(await page()).toContain('Stage 1 of');
  });

  test('never from a result that is urgent, while a clinician’s word still begins one', async () => {
    await interviewed(knowledge, runner, sprinter({ 'one-leg-swelling': 'yes' }));
    expect(await page('/recover/start')).toContain('allows no plan yet');
    const refused = await begin([['cause', 'result'], ...ABOUT, ...CLEAR]);
    expect([refused.status, refused.text.includes('allows no plan yet')]).toEqual([422, true]);
    expect((await begin()).location).toBe('/recover');
  });

  test('never from an interview that is not over', async () => {
    await runner.post('/assess/start');
    const { status, text } = await begin([['cause', 'result'], ...ABOUT, ...CLEAR]);
    expect([status, text.includes('not here any more')]).toEqual([422, true]);
  });

  test.each([
    ['age', '7', 'Your age'],
    ['age', 'old', 'Your age'],
    ['longest', '10', 'cannot be shorter'],
    ['days', '8', 'Days a week'],
    ['side', 'none', 'Choose the sore leg'],
    ['onset', '2026-02-31', 'The day it began'],
    ['goalDate', '2025-12-31', 'The date of your goal'],
    ['zone', 'Mars/Olympus', 'Choose the time'],
  ])('not with %s %s, and shows what was filled in', async (name, value, says) => {
    const fields = [...STRAIN.filter(([one]) => one !== name), [name, value] as const, ...CLEAR];
    const { status, text } = await begin(fields);
    expect(status).toBe(422);
    expect(text).toContain(says);
    expect(text).toContain('value="hamstring-strain/mild" selected');
    expect((await runner.send('/recover')).location).toBe('/recover/start');
  });

  test('with a danger sign ticked only to be locked', async () => {
    await begin([...STRAIN, ['found', 'one-leg-swelling']]);
    expect(await page()).toContain('Your plan is locked');
  });

  test('locked where the cause needs a clinician’s word, and open once it is given', async () => {
    await begin([['cause', 'diagnosis'], ['diagnosis', 'proximal-hamstring-avulsion'], ...ABOUT, ...CLEAR]);
    expect(await page()).toContain('Your plan is locked');
    house.clock.now += 1000;
    await runner.post('/recover/clinician', [['covers', 'everything']]);
    expect(await page()).toContain('Stage 1 of');
  });
});

describe('a check-in', () => {
  beforeEach(() => begin());

  test('moves the plan on after two good days and a calm morning', async () => {
    for (let day = 0; day < 3; day += 1) {
      await checkIn(['did', 'exercised']);
      nextDay();
    }
    house.clock.now -= DAY;
    expect(await page()).toContain('Move on.');
    expect(await page()).toContain('Stage 2 of 6');
  });

  test('that is posted twice counts once', async () => {
    await checkIn(['id', 'form-000001']);
    await checkIn(['id', 'form-000001'], ['m-painWorst', '9']);
    expect((await events()).filter(({ type }) => type === 'checked-in')).toHaveLength(1);
    expect(await page('/recover/check-in')).not.toContain('value="9" checked');
  });

  test('locks the plan at once for a danger sign, whatever else is wrong with the form', async () => {
    const reply = await checkIn(['found', 'saddle-numbness'], ['m-painWorst', '11']);
    expect(reply.location).toContain('/recover');
    const text = await page();
    expect(text).toContain('Your plan is locked');
    expect(text).toMatch(/href="tel:999"/);
    expect((await runner.send('/recover/plan')).location).toBe('/recover');
  });

  test('ticked by mistake is corrected, and the plan opens again', async () => {
    await checkIn(['found', 'one-leg-swelling']);
    expect(await page()).toContain('ticked it by mistake');
    const form = await page('/recover/check-in');
    const corrects = /name="corrects" value="([^"]+)"/.exec(form)?.[1] ?? '';
    await checkIn(['corrects', corrects]);
    expect(await page()).toContain('Stage 1 of 6');
  });

  test('with “not sure” asks one by one, and none may be left out', async () => {
    const first = await checkIn(['found', 'not-sure'], ['m-painWorst', '3']);
    expect(first.status).toBe(422);
    expect(first.text).toContain('name="sign-1"');
    expect(first.text).toMatch(/id="m-painWorst-3"[^>]* checked/);
    const missing = await checkIn(['found', ''], ['each', '1'], ['sign-1', 'no']);
    expect([missing.status, missing.text.includes('not answered yet')]).toEqual([422, true]);
    const all = knowledge.recovery.screen.map(
      (_, index) => [`sign-${index + 1}`, index === 3 ? 'unsure' : 'no'] as const,
    );
    expect((await checkIn(['found', ''], ['each', '1'], ...all)).status).toBe(303);
    expect(await page()).toContain('You were not sure about a danger sign');
  });

  test('of yesterday can still be told, of tomorrow or last month it cannot', async () => {
    nextDay();
    expect(await page()).toContain('Yesterday has no check-in yet');
    await checkIn(['date', '2026-01-05']);
    expect(await page()).not.toContain('Yesterday has no check-in yet');
    await checkIn(['date', '2026-01-09']);
    await checkIn(['date', '2025-12-01']);
    expect((await events()).filter(({ type }) => type === 'checked-in').map(({ about }) => about)).toEqual([
      '2026-01-05',
      '2026-01-06',
      '2026-01-06',
    ]);
  });

  test('out of range is refused with a message, and keeps the rest', async () => {
    const { status, text } = await checkIn(['m-painMorning', '11'], ['m-painWorst', '4']);
    expect(status).toBe(422);
    expect(text).toContain('Pain this morning: write a whole number from 0 to 10');
    expect(text).toMatch(/id="m-painWorst-4"[^>]* checked/);
    expect(await events()).toHaveLength(3);
  });

  test('is about the day that it is where the runner is', async () => {
    await runner.post('/recover/forget');
    house.clock.now = Date.UTC(2026, 2, 28, 23, 30);
    await begin([...STRAIN.filter(([name]) => name !== 'zone'), ['zone', 'Etc/GMT-10'], ...CLEAR]);
    expect(await page()).toContain('Sunday 29 March');
  });
});

describe('a session', () => {
  test('is ticked off, and not done after all', async () => {
    await begin();
    const field = (text: string, name: string) =>
      new RegExp(`name="${name}" value="([^"]+)"`).exec(text)?.[1] ?? '';
    const tick = async (done: string) => {
      const text = await page();
      return runner.post('/recover/session', [
        ['id', field(text, 'id')],
        ['session', field(text, 'session')],
        ['done', done],
      ]);
    };
    expect((await tick('yes')).location).toBe('/recover?done=session');
    expect(await page()).toContain('Not done after all');
    house.clock.now += 1000;
    await tick('no');
    expect(await page()).not.toContain('Not done after all');
  });

  test('that is not of today ticks nothing off', async () => {
    await begin();
    await runner.post('/recover/session', [
      ['session', 'hamstring-strain-2026-01-05-2026-01-04-run'],
      ['done', 'yes'],
    ]);
    expect((await events()).some(({ type }) => type === 'session-done')).toBe(false);
  });
});

describe('the summary for a clinician', () => {
  test('tells danger signs asked and denied, what was not asked, the causes with numbers, and the plan', async () => {
    await interviewed(knowledge, runner, sprinter());
    await begin([['cause', 'result'], ...ABOUT, ...CLEAR]);
    await checkIn(['m-painWorst', '4']);
    const { text } = await runner.send('/recover/summary.txt');
    expect(text).toMatch(/DANGER SIGNS DENIED\n- .*Numb/);
    expect(text).toMatch(/Hamstring strain injury \(Pulled hamstring\): (over )?\d+(\.\d)? %/);
    expect(text).toContain('What you were doing: Sprinting or speeding up');
    // A sign that does not apply to a man was rightly not asked.
    expect(text).not.toContain('Pregnancy warning sign');
    expect(text).toContain('stage 1 of');
    expect(text).toContain('0 in the morning, 4 at worst');
    expect(text).not.toMatch(/undefined|\[object|NaN/);
  });

  test('takes neither “not sure” nor silence for a no', async () => {
    await runner.post('/assess/start');
    const { text } = await runner.send('/assess/summary.txt');
    expect(text).not.toContain('DENIED');
    await interviewed(knowledge, runner, (id) => (id === 'fever' ? undefined : sprinter()(id)));
    const told = (await runner.send('/assess/summary.txt')).text;
    expect(told).toMatch(/NEVER TAKEN FOR NO\)\n- .*\(not sure\)/);
  });
});

describe('what is kept', () => {
  test('folds to what the page shows: replaying the file gives the decisions of the day', async () => {
    await begin();
    await checkIn(['did', 'exercised']);
    nextDay();
    await checkIn(['m-painMorning', '4'], ['did', 'exercised']);
    const state = fold(knowledge, await events());
    const log = logOf(state);
    if (!log || !state.plan) throw new Error('no plan');
    const plan = planFor(knowledge, beliefOf(knowledge, state), state.plan.runner, log, today());
    if (plan.kind === 'none') throw new Error(plan.because);
    expect(await page()).toContain(plan.decision.reason);
  });

  test('is carried to another browser by the file, and twice is the same as once', async () => {
    await begin();
    await checkIn();
    const file = (await runner.send('/recover/backstride.json')).text;
    const other = runnerOf(house);
    for (const _ of [1, 2]) expect((await bring(other, file)).location).toBe('/recover/more?done=import');
    expect(JSON.parse((await other.send('/recover/backstride.json')).text)).toEqual(JSON.parse(file));
  });

  test.each([
    ['no JSON', 'hello', 'not JSON'],
    ['another program’s file', '{"format":"x","events":[]}', 'not a file of Backstride'],
    ['a newer version', '{"format":"backstride-episode","version":3,"events":[]}', 'newer version'],
    ['a bad entry', '{"format":"backstride-episode","version":1,"events":[{"id":"a"}]}', 'Entry 1'],
    ['null', 'null', 'not a file of Backstride'],
  ])('is not touched by %s', async (_, text, says) => {
    await begin();
    const before = (await runner.send('/recover/backstride.json')).text;
    const reply = await bring(runner, text);
    expect(reply.status).toBe(422);
    expect(reply.text).toContain(says);
    expect((await runner.send('/recover/backstride.json')).text).toBe(before);
  });

  test('is deleted whole, and the page shows that nothing is left', async () => {
    await begin();
    expect((await runner.post('/recover/forget')).location).toBe('/recover/gone');
    expect(runner.cookie).toBe('');
    expect(await page('/recover/gone')).toContain('keeps 0 entries');
  });

  test('fits half a year of check-ins into the cookies of a browser', async () => {
    await begin();
    for (let day = 0; day < 180; day += 1) {
      const pain = String((day * 7) % 5);
      const more: Fields = [
        ['m-painWorst', pain],
        ['m-confidence', pain],
        ['did', 'exercised'],
        ['id', crypto.randomUUID().slice(0, 13)],
      ];
      expect((await checkIn(...more)).status).toBe(303);
      nextDay();
    }
    expect((await events()).filter(({ type }) => type === 'checked-in')).toHaveLength(180);
    for (const one of runner.cookie.split('; ')) expect(one.length).toBeLessThanOrEqual(4096);
  });

  test('stays as it was when no more fits', async () => {
    const keeper = sealedCookieEpisodeKeeper(SECRET);
    const noise = (count: number): EpisodeEvent[] =>
      Array.from({ length: count }, () => ({
        id: crypto.randomUUID(),
        about: '2026-01-05',
        zone: 'Etc/GMT',
        recordedAt: '2026-01-05T08:00:00.000Z',
        type: 'closed',
        because: crypto.randomUUID(),
      }));
    const request = new Request('http://localhost/recover', { headers: { cookie: runner.cookie } });
    await expect(keeper.append(request, noise(1000))).rejects.toThrow('no room');
    await begin();
    const full = runnerOf(house);
    const file = { format: 'backstride-episode', version: 1, events: noise(400) };
    const reply = await bring(full, JSON.stringify(file));
    expect([reply.status, reply.text.includes('There is no room left'), full.cookie]).toEqual([
      422,
      true,
      '',
    ]);
  });

  test('is nothing where the seal was broken or is of another server', async () => {
    await begin();
    const request = (cookie: string) => new Request('http://localhost/recover', { headers: { cookie } });
    const own = sealedCookieEpisodeKeeper(SECRET);
    expect(await own.read(request(runner.cookie))).not.toEqual([]);
    expect(await own.read(request(runner.cookie.slice(0, -3)))).toEqual([]);
    const other = sealedCookieEpisodeKeeper(new Uint8Array(32).fill(8));
    expect(await other.read(request(runner.cookie))).toEqual([]);
  });
});

function bring(who: Runner, text: string) {
  const body = new FormData();
  body.set('file', new File([text], 'backstride.json', { type: 'application/json' }));
  return who.send('/recover/import', { method: 'POST', body });
}

/** A runner of 30 with a pulled hamstring; `differently` changes answers. */
function sprinter(differently: Readonly<Record<string, string>> = {}): Says {
  const own: Readonly<Record<string, string>> = {
    age: '25-to-39',
    sex: 'male',
    onset: 'sudden',
    mechanism: 'sprinting',
    bruise: 'small',
    duration: 'under-2-weeks',
    course: 'improving',
    'pain-severity': 'mild',
    'worst-place': 'mid-thigh',
    'faster-worse': 'yes',
    'test-heel-pull': 'weak',
    'test-press': 'muscle',
    ...differently,
  };
  return (id) => {
    const states = (knowledge.findings.find((one) => one.id === id)?.states ?? []).map((one) => one.id);
    return (
      [own[id], 'no', 'none', states[0]].find((state) => state !== undefined && states.includes(state)) ??
      saysNo(knowledge)(id)
    );
  };
}

test('the installed app opens at today’s plan, and at the first page before there is one', async () => {
  expect((await runner.send('/open')).location).toBe('/');
  await begin();
  expect((await runner.send('/open')).location).toBe('/recover');
});

describe('what is taken along', () => {
  const STATUS = /^STATUS:.*$/gm;
  const calendar = (query = '') => page(`/recover/calendar.ics${query}`);
  const ids = (file: string) => [...file.matchAll(/^UID:(.*)$/gm)].map(([, id]) => id);

  test('is two weeks of sessions for the calendar, under names that stay and tell nothing', async () => {
    await begin();
    const first = await calendar();
    expect(first).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(first.match(STATUS)?.length).toBeGreaterThan(10);
    expect(new Set(first.match(STATUS))).toEqual(new Set(['STATUS:CONFIRMED']));
    expect(ids(first).join()).not.toMatch(/strain|hamstring/);
    nextDay();
    const later = ids(await calendar());
    expect(ids(first).filter((id) => !later.includes(id))).toEqual(
      ids(first).filter((id) => id?.startsWith('2026-01-05')),
    );
  });

  test('takes back every session of earlier files once the plan is locked', async () => {
    await begin();
    const before = ids(await calendar());
    nextDay();
    await checkIn(['found', 'one-leg-swelling']);
    expect(await page()).toContain('/recover/calendar.ics');
    const file = await calendar();
    expect(new Set(file.match(STATUS))).toEqual(new Set(['STATUS:CANCELLED']));
    expect(ids(file).toSorted()).toEqual(before.filter((id) => !id?.startsWith('2026-01-05')).toSorted());
  });

  test('says nothing of an injury where the runner wants it so, at the hour they name', async () => {
    await begin();
    const file = await calendar('?at=07:30&discreet=yes');
    expect(new Set(file.match(/^SUMMARY:.*$/gm))).toEqual(new Set(['SUMMARY:Training']));
    expect(file).not.toContain('DESCRIPTION');
    expect(file).toMatch(/^DTSTART:20260106T073000$/m);
    const refused = await runner.send('/recover/calendar.ics?at=half+past+seven');
    expect([refused.status, refused.text.includes('half past seven')]).toEqual([422, true]);
  });

  test('is a list for the shop, and none while the plan is locked', async () => {
    await begin();
    expect(await page('/recover/supplies')).toMatch(/From a shop[\s\S]*Exercise band/);
    await checkIn(['found', 'one-leg-swelling']);
    expect((await runner.send('/recover/supplies')).location).toBe('/recover');
  });
});

test('a hold can be timed, an exercise without one brings no timer', async () => {
  await begin([['cause', 'tight-hamstrings'], ...ABOUT, ...CLEAR]);
  const held = await page('/recover/exercise/strap-stretch');
  expect(held).toMatch(/data-timer="30" data-rounds="\d+"[^>]* hidden>/);
  expect(held).toContain('src="/timer.js"');
  expect(await page('/recover/exercise/brisk-walk')).not.toContain('timer');
});

test('the chart marks a day on which a limit was hit, also where the plan only stays as it is', async () => {
  await begin();
  await checkIn(['did', 'exercised'], ['m-painDuring', '4'], ['m-painWorst', '4']);
  nextDay();
  await checkIn();
  expect(await page('/recover/progress')).toContain('class="sign amber"');
});

describe('a reminder', () => {
  const due = async () => JSON.parse((await runner.send('/recover/due')).text);

  test('is due while today has no check-in, in the hours when people are awake', async () => {
    expect(await due(), 'before there is a plan').toMatchObject({ due: false });
    await begin();
    const hours: number[] = [];
    for (let hour = 0; hour < 24; hour += 1) {
      house.clock.now = Date.UTC(2026, 0, 6, hour, 30);
      if ((await due()).due) hours.push(hour);
    }
    expect(hours).toEqual([7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]);
    house.clock.now = Date.UTC(2026, 0, 6, 9);
    await checkIn();
    expect((await due()).due).toBe(false);
    nextDay();
    expect((await due()).due).toBe(true);
  });

  test('has no word about health, in any language', async () => {
    await begin();
    const { says } = await due();
    expect(says).toBe('Your page for today is ready.');
    const french = await runner.send('/recover/due', { headers: { 'accept-language': 'fr-CA' } });
    expect(JSON.parse(french.text).says).toBe('Votre page du jour est prête.');
  });
});
