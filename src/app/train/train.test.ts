// Runs on the web, in-process: typed in on a server that keeps nothing, and on a device that keeps all.

import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  type Fields,
  type Rehearsal,
  type Runner,
  realKnowledge,
  rehearse,
  runnerOf,
} from '../../../test/in-process.ts';
import { gpxOf } from '../../../test/runs/made-runs.ts';
import { runOn } from '../../../test/train-arbitrary.ts';
import type { KnowledgeBase } from '../../knowledge/index.ts';
import {
  bookFromJson,
  EMPTY_BOOK,
  type Run,
  type RunBook,
  readRunFiles,
  withRuns,
} from '../../train/index.ts';
import { addDays, datesFrom } from '../../vocabulary/index.ts';
import type { RunKeeper } from '../run-keeper.ts';

let knowledge: KnowledgeBase;
let house: Rehearsal;
let runner: Runner;
beforeAll(async () => {
  knowledge = await realKnowledge();
});
const TODAY = '2026-03-02';
const begin = (runs?: RunKeeper) => {
  house = rehearse(knowledge, undefined, runs ? { runs, runReader: () => readRunFiles } : {});
  house.clock.now = Date.parse(`${TODAY}T12:00:00Z`);
  runner = runnerOf(house, 'en-CA,en;q=0.9');
};
beforeEach(() => begin());

/** A device's keeper, in memory. */
function keeperWith(runs: readonly Run[]): RunKeeper & { book: RunBook } {
  const keeper = {
    place: 'device' as const,
    book: withRuns(EMPTY_BOOK, runs),
    read: async () => keeper.book,
    change: async (_: Request, act: (book: RunBook) => RunBook) => {
      keeper.book = act(keeper.book);
      return new Headers();
    },
    forget: async () => {
      keeper.book = EMPTY_BOOK;
      return new Headers();
    },
  };
  return keeper;
}

const typed = (...more: Fields): Fields => {
  const own = new Set(more.map(([name]) => name));
  const usual: Fields = [
    ['id', 'form-000001'],
    ['day', TODAY],
    ['minutes', '30'],
    ['distance', '5,2'],
    ['kind', 'run'],
    ['effort', '4'],
  ];
  return [...usual.filter(([name]) => !own.has(name)), ...more];
};
const page = async (path: string) => {
  const { status, text } = await runner.send(path);
  expect(status, path).toBe(200);
  expect(text, path).not.toMatch(/undefined|NaN|\[object/);
  return text;
};
const text = (markup: string) => markup.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('a run that is typed in', () => {
  test('is kept in a sealed cookie, once, and shown with what was typed', async () => {
    expect(await page('/train')).toContain('There are no runs here yet');
    const form = typed();
    expect((await runner.post('/train/add', form)).location).toBe('/train?done=added');
    await runner.post('/train/add', form);
    expect(runner.cookie).toContain('backstride-runs=');
    expect(runner.cookie).not.toContain('5200');
    const all = await page('/train/all');
    expect(all.match(/\/train\/runs\/typed-form-000001/g)).toHaveLength(1);
    const run = text(await page('/train/runs/typed-form-000001'));
    expect(run).toContain('5.2 km');
    expect(run).toContain('you typed it in');
  });

  test.each([
    ['day', 'tomorrow'],
    ['day', '2026-03-09'],
    ['minutes', ''],
    ['minutes', '0'],
    ['distance', 'far'],
    ['distance', '501'],
    ['climb', '-3'],
    ['effort', '11'],
    ['kind', 'swim'],
  ])('is refused with %s “%s”, and what was typed stays', async (name, value) => {
    const reply = await runner.post('/train/add', typed([name, value], ['id', 'form-000002']));
    expect(reply.status).toBe(422);
    expect(reply.text).toContain(`href="#${name}"`);
    expect(reply.text).toContain('value="form-000002"');
    expect(await page('/train')).toContain('There are no runs here yet');
  });

  test('fills the cookie in the end, and then the page says so', async () => {
    let many = 0;
    for (; many < 2000; many += 1) {
      const day = addDays(TODAY, -many);
      const reply = await runner.post('/train/add', typed(['id', crypto.randomUUID()], ['day', day]));
      if (reply.status === 303) continue;
      expect(reply.status).toBe(507);
      expect(reply.text).toContain('no room for more');
      break;
    }
    expect(many).toBeGreaterThan(40);
    expect(many).toBeLessThan(2000);
    expect((await page('/train/all')).match(/\/train\/runs\/typed-/g)?.length).toBeGreaterThan(0);
  });

  test('can be changed, changed back and deleted; all runs can be deleted', async () => {
    await runner.post('/train/add', typed());
    const at = '/train/runs/typed-form-000001';
    const change = (distance: string, kind: string, effort: string) =>
      runner.post(at, [
        ['distance', distance],
        ['kind', kind],
        ['effort', effort],
      ]);
    expect((await change('5.2', 'run', '4')).location).toBe(`${at}?done=changed`);
    expect(text(await page(at))).not.toContain('it was 5');
    await change('6', 'treadmill', '7');
    const changed = text(await page(at));
    expect(changed).toContain('Treadmill on Monday 2 March');
    expect(changed).toContain('it was 5,200 m first');
    await change('5.2', 'run', '4');
    expect(text(await page(at))).not.toContain('it was 5');
    expect((await change('x', 'run', '4')).status).toBe(422);
    await runner.post(`${at}/delete`);
    expect((await runner.send(at)).status).toBe(404);
    await runner.post('/train/add', typed());
    await runner.post('/train/forget');
    expect(runner.cookie).not.toContain('backstride-runs');
    expect(await page('/train?done=gone')).toContain('0 runs are kept');
  });
});

describe('a year of runs on the device', () => {
  const onset = addDays(TODAY, -10);
  const usual = datesFrom(addDays(TODAY, -360), addDays(onset, -4))
    .filter((_, index) => index % 2 === 0)
    .map((day) => runOn(day, 8));
  const spike = runOn(addDays(onset, -2), 17, { id: 'the-spike' });

  test('shows the spike before it began, in numbers and with its limits', async () => {
    begin(keeperWith([...usual, spike]));
    const before = text(await page('/train'));
    expect(before).toContain('113% more than your longest of the 30 days before');
    expect(before).toContain('injuries came 2.28 times as often');
    expect(before).toContain('from 1.5 to 3.48');
    expect(before).toContain('It does not mean that you will get hurt');
    expect(before).not.toContain('What changed in the four weeks');
    expect(
      (
        await runner.post('/train/about', [
          ['only', 'onset'],
          ['onset', onset],
        ])
      ).location,
    ).toBe('/train?done=marked#onset');
    const after = await page('/train');
    expect(text(after)).toContain('What changed in the four weeks before it began');
    expect(after).toContain('class="onset"');
    expect(after.slice(after.indexOf('id="onset"'))).toContain('/train/runs/the-spike');
    for (const path of ['/train/all', '/train/coach', '/train/coach?of=effort', '/train/runs/the-spike'])
      await page(path);
    expect((await runner.send('/train/runs/no-such-run')).status).toBe(404);
  });

  test('is shown in tables with the same numbers as the charts', async () => {
    begin(keeperWith([...usual, spike]));
    const overview = await page('/train');
    const tables = overview.match(/<table>/g)?.length ?? 0;
    expect(overview.match(/<svg role="img"/g)).toHaveLength(3);
    expect(tables).toBeGreaterThanOrEqual(4);
    expect(overview.match(/<svg role="img" aria-label="[^"]{40,}"/g)).toHaveLength(3);
  });

  test('keeps what was told of mornings, and warns of two bad ones', async () => {
    const keeper = keeperWith(usual);
    begin(keeper);
    const bad: Fields = [
      ['morning', 'sleptBadly'],
      ['morning', 'sore'],
    ];
    await runner.post('/train/morning', bad);
    expect(text(await page('/train'))).not.toContain('Bad sleep and sore legs');
    house.clock.now += 24 * 3600 * 1000;
    await runner.post('/train/morning', bad);
    expect(text(await page('/train'))).toContain('Bad sleep and sore legs');
    expect(keeper.book.nights).toHaveLength(2);
  });

  test('heart rates are kept when they make sense', async () => {
    const keeper = keeperWith(usual);
    begin(keeper);
    const heart = (resting: string, highest: string) =>
      runner.post('/train/about', [
        ['only', 'heart'],
        ['resting', resting],
        ['highest', highest],
      ]);
    expect((await heart('50', '190')).location).toBe('/train/coach');
    expect(keeper.book.about).toEqual({ restingHeartRate: 50, highestHeartRate: 190 });
    expect((await heart('110', '105')).status).toBe(422);
    expect((await heart('', '')).location).toBe('/train/coach');
    expect(keeper.book.about).toEqual({});
  });
});

describe('runs in the plan', () => {
  const start = (...more: Fields): Fields => [
    ['id', 'begin-000001'],
    ['cause', 'diagnosis'],
    ['diagnosis', 'hamstring-strain/mild'],
    ['clearance', 'everything'],
    ['found', 'none'],
    ['age', '31'],
    ['side', 'left'],
    ['goal', 'easy-run'],
    ['zone', 'Etc/GMT'],
    ...more,
  ];
  const typing: Fields = [
    ['usual', '30'],
    ['longest', '45'],
    ['days', '7'],
  ];
  const shownIn = (markup: string, name: string) =>
    new RegExp(`<input id="${name}" name="${name}" value="([^"]*)"`).exec(markup)?.[1];

  test('fill in the start of a plan, from the four weeks before it began', async () => {
    expect(await page('/recover/start')).not.toContain('Fill in from my runs');
    const onset = addDays(TODAY, -60);
    const before = datesFrom(addDays(onset, -28), addDays(onset, -1))
      .filter((_, index) => index % 2 === 0)
      .map((day) => runOn(day, 8));
    const long = runOn(addDays(onset, -3), 15);
    const later = runOn(addDays(TODAY, -2), 30);
    begin(keeperWith([...before, long, later]));
    expect(await page('/recover/start')).toContain('Fill in from my runs');
    const filled = await runner.post('/recover/start', [
      ['fill', 'yes'],
      ['onset', onset],
    ]);
    expect(filled.status).toBe(200);
    expect(shownIn(filled.text, 'usual')).toBe('48');
    expect(shownIn(filled.text, 'longest')).toBe('90');
    expect(shownIn(filled.text, 'days')).toBe('3');
    expect(shownIn(filled.text, 'onset')).toBe(onset);
    expect(text(filled.text)).toContain('Filled in from 15 runs');
    const none = await runner.post('/recover/start', [
      ['fill', 'yes'],
      ['onset', addDays(TODAY, -300)],
    ]);
    expect(text(none.text)).toContain('nothing was filled in');
    expect(shownIn(none.text, 'usual')).toBe('30');
  });

  test('are found, ticked for the runner, and count only with a check-in', async () => {
    const keeper = keeperWith([]);
    begin(keeper);
    expect((await runner.post('/recover/start', start(...typing))).location).toBe('/recover');
    expect(await page('/recover')).not.toContain('We found your run');
    expect(await page('/recover/check-in')).not.toMatch(/value="ran" checked/);
    keeper.book = withRuns(keeper.book, [runOn(TODAY, 8)]);
    const today = text(await page('/recover'));
    expect(today).toContain('We found your run: 8 km, 48 min');
    expect(today).toContain('Your plan had no run for this day');
    expect(await page('/recover/check-in')).toMatch(/value="ran" checked/);
    expect(text(await page('/train/runs/run-2026-03-02-8'))).toContain('Your plan had no run for this day');
    const file = JSON.parse((await runner.send('/recover/backstride.json')).text);
    expect(file.events.some(({ type }: { type: string }) => type === 'checked-in')).toBe(false);
    expect(file.training.runs).toHaveLength(1);
  });

  test('never loosen what the plan says: with and without them the decisions are the same', async () => {
    const said = async (runs: readonly Run[]) => {
      begin(keeperWith(runs));
      await runner.post('/recover/start', start(...typing));
      const found: (string | undefined)[] = [];
      for (let day = 0; day < 12; day++) {
        const calm = [
          'painMorning',
          'painRest',
          'painWorst',
          'painDuring',
          'painAfter',
          'limp',
          'swelling',
          'sharp',
          'painkillers',
        ];
        const danger = day === 9;
        await runner.post('/recover/check-in', [
          ['id', `check-${day + 100000}`],
          ['found', danger ? 'one-leg-swelling' : 'none'],
          ...calm.map((id) => [`m-${id}`, day === 4 && id === 'painDuring' ? '6' : '0'] as const),
          ['did', 'exercised'],
        ]);
        const shown = await page('/recover');
        found.push(
          /class="decision[^"]*">(.*?)<\/p>/s.exec(shown)?.[1] ?? /<h2 class="care-title">/.exec(shown)?.[0],
        );
        house.clock.now += 24 * 3600 * 1000;
      }
      return found;
    };
    const daily = datesFrom(addDays(TODAY, -40), addDays(TODAY, 12)).map((day) => runOn(day, 12));
    expect(await said(daily)).toEqual(await said([]));
  });

  test('travel with everything: saved, deleted, brought in again', async () => {
    const keeper = keeperWith([runOn(TODAY, 8), runOn(addDays(TODAY, -1), 5)]);
    begin(keeper);
    await runner.post('/recover/start', start(...typing));
    const saved = (await runner.send('/recover/backstride.json')).text;
    const runs = (await runner.send('/train/runs.json')).text;
    const before = keeper.book;
    await runner.post('/recover/forget');
    expect(keeper.book).toEqual(EMPTY_BOOK);
    expect(await page('/recover/gone')).toContain('keeps 0 entries');
    const bring = (content: string) => {
      const body = new FormData();
      body.set('file', new File([content], 'backstride.json'));
      return runner.send('/recover/import', { method: 'POST', body });
    };
    expect((await bring(saved)).location).toBe('/recover/more?done=import');
    expect(keeper.book).toEqual(before);
    await bring(saved);
    await bring(runs);
    expect(keeper.book).toEqual(before);
    const broken = runs.replace('"elapsedSeconds": ', '"elapsedSeconds": -');
    const refused = await bring(broken);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Run 1 of the file cannot be read');
    begin();
    expect((await bring(runs)).text).toContain('Runs from files are kept on a device only');
  });
});

test('typed runs are handed over to a device that begins to answer, and are then gone from the cookie', async () => {
  await runner.post('/train/add', typed());
  const own = { headers: { 'x-backstride-device': '1' } };
  const handed = JSON.parse((await runner.send('/device/hand-over', { method: 'POST', ...own })).text);
  expect(bookFromJson(handed.runs)).toMatchObject({ ok: true, value: { runs: [{ distanceMetres: 5200 }] } });
  await runner.send('/device/hand-over', { method: 'DELETE', ...own });
  expect(runner.cookie).not.toContain('backstride-runs');
});

describe('files that another app shares', () => {
  const share = (name: string, content: string) => {
    const body = new FormData();
    body.append('files', new File([content], name));
    return runner.send('/train/share', { method: 'POST', body });
  };
  const gpx = gpxOf({ start: '2026-03-01T07:00:00Z', seconds: 600, speedAt: () => 3 });

  test('are shown first, and kept when the runner says so', async () => {
    const keeper = keeperWith([]);
    begin(keeper);
    const shown = await share('run.gpx', gpx);
    expect(shown.status).toBe(200);
    expect(keeper.book.runs).toEqual([]);
    const runs = /<textarea name="runs" hidden>(.*?)<\/textarea>/s.exec(shown.text)?.[1] ?? '';
    const kept = await runner.post('/train/bring-in', [['runs', runs.replaceAll('&quot;', '"')]]);
    expect(kept.location).toBe('/train?done=shared');
    expect(keeper.book.runs.map(({ day }) => day)).toEqual(['2026-03-01']);
    expect(text((await share('notes.gpx', 'nothing')).text)).toContain('No run could be read');
    expect((await runner.post('/train/bring-in', [['runs', 'no list']])).status).toBe(400);
  });

  test('are not taken by a server', async () => {
    expect((await share('run.gpx', gpx)).status).toBe(413);
    expect((await share('run.gpx', 'small')).status).toBe(403);
  });
});

test('what is known has pages: beliefs with their verdicts, staying well with doses and sources', async () => {
  const beliefs = text(await page('/train/beliefs'));
  expect(beliefs).toContain('Studies say otherwise');
  expect(beliefs).toContain('21 of 100 against 20 of 100');
  const prevention = text(await page('/train/prevention'));
  expect(prevention).toContain('Not yet reviewed');
  expect(prevention).toContain('Drink to thirst');
  expect(prevention).toContain('From week 2');
  expect(prevention).toContain('without pain');
});

test('no number of a run stands in an address, and files are not taken by a server', async () => {
  await runner.post('/train/add', typed());
  const links = [...(await page('/train')).matchAll(/(?:href|action)="([^"]*)"/g)].map(([, to]) => to ?? '');
  for (const link of links) expect(link).not.toMatch(/5\.?2|5200|30\b/);
  const imports = await page('/train/import');
  expect(imports).not.toContain('type="file"');
  expect(imports).toContain('needs the app on your device');
  begin(keeperWith([]));
  const here = await page('/train/import');
  expect(here).toContain('type="file"');
  // The fields have no names and the form no address: without the script nothing can be sent.
  expect(here).not.toMatch(/<input type="file"[^>]* name=/);
  expect(here).not.toMatch(/<form class="import"[^>]* action=/);
});
