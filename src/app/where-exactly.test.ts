// Where exactly it hurts: part and side are chosen on the page of the place, kept with the answers, told to the clinician and
// the plan, and change no probability.

import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  askOf,
  formFor,
  interviewed,
  markedOn,
  type Rehearsal,
  type Runner,
  realKnowledge,
  rehearse,
  runnerOf,
  type Says,
} from '../../test/in-process.ts';
import { assess } from '../assess/index.ts';
import type { EpisodeEvent } from '../episode/index.ts';
import { type Finding, findingById, type KnowledgeBase } from '../knowledge/index.ts';
import { SIDES, UNSURE } from '../vocabulary/index.ts';
import { formatSheet, newSheet, parseSheet, withAnswers } from './answer-sheet.ts';

let knowledge: KnowledgeBase;
let placed: Finding;
let house: Rehearsal;
let runner: Runner;
beforeAll(async () => {
  knowledge = await realKnowledge();
  const found = knowledge.findings.find(({ sides }) => sides);
  if (!found) throw new Error('No question asks for the side.');
  placed = found;
});
beforeEach(() => {
  house = rehearse(knowledge);
  runner = runnerOf(house);
});

/** Every value of the list with the state that it means. */
const places = () =>
  placed.states.flatMap(({ id, parts = [] }) => [
    ...parts.map((part) => ({ value: part.id, state: id, label: part.label })),
    { value: id, state: id, label: placed.states.find((one) => one.id === id)?.label ?? '' },
  ]);

/** Somebody with a torn hamstring, so that the place is asked, and some plan is allowed. */
const STRAIN: Readonly<Record<string, string>> = {
  age: '25-to-39',
  sex: 'male',
  onset: 'sudden',
  mechanism: 'sprinting',
  bruise: 'small',
  duration: 'under-2-weeks',
  course: 'improving',
  'pain-severity': 'mild',
  'faster-worse': 'yes',
  'test-heel-pull': 'weak',
  'test-press': 'muscle',
};
const says: Says = (id) => {
  const states = findingById(knowledge, id)?.states.map((one) => one.id) ?? [];
  return [STRAIN[id], 'no', 'none', states[0]].find((state) => state !== undefined && states.includes(state));
};

/** Goes through the interview to its end, and answers the place with these fields. */
async function tell(value: string, side?: string): Promise<void> {
  let path = (await runner.post('/assess/start')).location ?? '';
  for (;;) {
    const ask = askOf(await runner.send(path));
    if (ask === undefined) return;
    const own = [['ask', ask], ['answer', value], ...(side ? [['side', side]] : [])] as [string, string][];
    const reply = await runner.post(path, ask === placed.id ? own : formFor(knowledge, ask, says));
    path = reply.location ?? '';
    if (ask === placed.id) placeStep = path;
  }
}
let placeStep = '';

const line = async (path: string) =>
  (await runner.send(path)).text.split('\n').find((one) => one.includes(`${placed.short}:`));

describe('where exactly it hurts', () => {
  test('is asked on the page of the place, so it is one question as before', async () => {
    const { steps } = await interviewed(knowledge, runner, (id) =>
      id === placed.id ? 'mid-thigh' : says(id),
    );
    const other = runnerOf(rehearse(knowledge));
    let asked = 0;
    runner = other;
    await tell('middle-outer', 'left');
    expect(placeStep).not.toBe('');
    for (let step = 1; askOf(await other.send(`/assess/step/${step}`)) !== undefined; step++) asked = step;
    expect(asked).toBe(steps);
  });

  test('comes through to the summary, its text and the list of answers', async () => {
    await tell('middle-outer', 'left');
    expect(await line('/assess/summary.txt')).toBe(
      `- ${placed.short}: Middle of the thigh, outer side – left`,
    );
    for (const path of ['/assess/summary', '/assess/check']) {
      expect((await runner.send(path)).text, path).toContain('Middle of the thigh, outer side – left');
    }
  });

  test('stands on the page again when it is changed, and a side without a place is not lost with the error', async () => {
    await tell('upper-inner', 'right');
    const page = /\/assess\/step\/\d+/.exec(
      (await runner.send('/assess/check')).text.split(`<dt>${placed.short}</dt>`)[1] ?? '',
    )?.[0];
    expect(markedOn(await runner.send(page ?? ''))).toEqual(['upper-inner', 'right']);
    const reply = await runner.post(page ?? '', [
      ['ask', placed.id],
      ['side', 'middle'],
    ]);
    expect([reply.status, markedOn(reply)]).toEqual([422, ['upper-inner', 'middle']]);
  });

  test('both legs alike is a yes to the question about both legs; left or right answers nothing else', async () => {
    await tell('mid-thigh', 'both');
    expect((await runner.send('/assess/summary.txt')).text).toContain('- Both legs: Yes');
    runner = runnerOf(rehearse(knowledge));
    await tell('mid-thigh', 'left');
    expect((await runner.send('/assess/summary.txt')).text).not.toContain('Both legs: Yes');
  });

  test('chooses the sore leg on the page where a plan begins, and is kept with the episode', async () => {
    await tell('lower-outer', 'right');
    const start = (await runner.send('/recover/start')).text;
    expect(start).toMatch(/name="side" value="right" checked/);
    const begun = await runner.post('/recover/start', [
      ['cause', 'result'],
      ['found', 'none'],
      ['age', '31'],
      ['usual', '30'],
      ['longest', '60'],
      ['days', '4'],
      ['side', 'right'],
      ['goal', 'race'],
      ['zone', 'Etc/GMT'],
    ]);
    expect(begun.location).toBe('/recover');
    const { events } = JSON.parse((await runner.send('/recover/backstride.json')).text) as {
      events: readonly EpisodeEvent[];
    };
    expect(events.find(({ type }) => type === 'answers-given')).toMatchObject({
      spots: { [placed.id]: { part: 'lower-outer', side: 'right' } },
    });
    expect(await line('/recover/summary.txt')).toContain('Lower thigh, outer side – right');
  });
});

describe('a spot', () => {
  test('of any kind changes neither an answer nor what is worked out from it, and survives being kept', () => {
    fc.assert(
      fc.property(fc.nat(), fc.option(fc.constantFrom(...SIDES), { nil: undefined }), (pick, side) => {
        const all = places();
        const place = all[pick % all.length];
        if (!place) return;
        const spot = {
          ...(place.value === place.state ? {} : { part: place.value }),
          ...(side ? { side } : {}),
        };
        const plain = withAnswers(knowledge, newSheet(0, undefined), { [placed.id]: place.state });
        const told = withAnswers(
          knowledge,
          newSheet(0, undefined),
          { [placed.id]: place.state },
          { [placed.id]: spot },
        );
        expect(told.answers).toEqual(plain.answers);
        expect(told.spots?.[placed.id] ?? {}).toEqual(spot);
        expect(parseSheet(formatSheet(told), knowledge)).toEqual(told);
      }),
      { numRuns: 60 },
    );
    expect(assess(knowledge, { [placed.id]: 'mid-thigh' }).differential.length).toBeGreaterThan(1);
  });

  test('goes when the answer changes, and is dropped where it does not fit', () => {
    const sheet = withAnswers(
      knowledge,
      newSheet(0, undefined),
      { [placed.id]: 'mid-thigh' },
      { [placed.id]: { part: 'upper-inner', side: 'left' } },
    );
    expect(sheet.spots).toBeDefined();
    for (const state of ['sit-bone', 'mid-thigh', UNSURE]) {
      expect(withAnswers(knowledge, sheet, { [placed.id]: state }).spots, state).toBeUndefined();
    }
    const kept = withAnswers(knowledge, sheet, { age: UNSURE });
    expect(kept.spots, 'another answer leaves it').toEqual(sheet.spots);
    const forged = { ...sheet, spots: { [placed.id]: { part: 'nose', side: 'up' }, age: { side: 'left' } } };
    expect(parseSheet(JSON.stringify(forged), knowledge)?.spots).toBeUndefined();
  });
});
