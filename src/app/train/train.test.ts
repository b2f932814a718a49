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
import { runOn } from '../../../test/train-arbitrary.ts';
import type { KnowledgeBase } from '../../knowledge/index.ts';
import { EMPTY_BOOK, type Run, type RunBook, withRuns } from '../../train/index.ts';
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
  house = rehearse(knowledge, undefined, runs ? { runs } : {});
  house.clock.now = Date.parse(`${TODAY}T12:00:00Z`);
  runner = runnerOf(house);
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
