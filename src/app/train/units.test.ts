// The unit of distances: by region, then by choice, in every field and on every page that shows any; inside it is metres.

import { beforeAll, expect, test } from 'vitest';
import {
  type Fields,
  realKnowledge,
  realTranslations,
  rehearse,
  runnerOf,
} from '../../../test/in-process.ts';
import type { KnowledgeBase, Texts } from '../../knowledge/index.ts';
import { bookFromJson } from '../../train/index.ts';
import type { Language } from '../../vocabulary/index.ts';

let knowledge: KnowledgeBase;
let translations: ReadonlyMap<Language, Texts>;
beforeAll(async () => {
  [knowledge, translations] = [await realKnowledge(), await realTranslations()];
});

const DAY = '2026-01-01';
const typed = (day: string, id: string, distance: string, climb = '400'): Fields => [
  ['id', id],
  ['day', day],
  ['minutes', '60'],
  ['distance', distance],
  ['climb', climb],
  ['kind', 'run'],
  ['effort', '4'],
];
const visible = (markup: string) =>
  markup
    .replace(/<head>.*?<\/head>/s, '')
    .replace(/<form class="units".*?<\/form>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('\u00a0', ' ')
    .replace(/\s+/g, ' ');

const open = (languages: string) => runnerOf(rehearse(knowledge, translations), languages);
type Opened = ReturnType<typeof open>;
const metresOf = async (runner: Opened) => {
  const book = bookFromJson(JSON.parse((await runner.send('/train/runs.json')).text));
  return book.ok ? book.value.runs.map(({ distanceMetres }) => distanceMetres) : [];
};

/** Pages that tell of distances, with runs enough for every chart and one that stands out. */
const PAGES = [
  '/train',
  '/train/all',
  '/train/add',
  '/train/runs/typed-form-0005',
  '/train/coach?of=distance',
];
async function withRunsTyped(runner: Opened): Promise<void> {
  for (let nth = 1; nth <= 5; nth++) {
    const fields = typed(`2025-12-${20 + nth}`, `form-000${nth}`, nth === 5 ? '14' : '6');
    expect((await runner.post('/train/add', fields)).status).toBe(303);
  }
}

test.each([
  ['en-GB', 'mi', /\bmi(les)?\b/, /\bkm\b|kilomet/i],
  ['en-CA', 'km', /\bkm\b|kilomet/, /\bmi\b|\bmiles\b|\bft\b|\bfeet\b|mph/],
  ['fr-CA', 'km', /\bkm\b|kilom/, /\bmi\b|\bmilles?\b|\bpieds\b/],
  ['fr-US', 'mi', /\bmi\b/, /\bkm\b|kilom|\bmilles?\b/i],
])('for “%s” every page is in %s, and none mixes it with the other', async (languages, _unit, own, other) => {
  const runner = open(languages);
  await withRunsTyped(runner);
  for (const path of PAGES) {
    const said = visible((await runner.send(path)).text);
    expect(said, path).toMatch(own);
    expect(said, path).not.toMatch(other);
  }
  const refused = visible((await runner.post('/train/add', typed(DAY, 'form-0009', '501', '900000'))).text);
  expect(refused).not.toMatch(other);
});

test('what is typed in miles is kept in metres and comes back as it was typed; saving it unchanged changes nothing', async () => {
  const runner = open('en-US');
  await runner.post('/train/add', typed(DAY, 'form-0001', '3.1', '1000'));
  expect(await metresOf(runner)).toEqual([4989]);
  const at = '/train/runs/typed-form-0001';
  const page = (await runner.send(at)).text;
  expect(page).toContain('name="distance" value="3.1"');
  expect(visible(page)).toContain('uphill 1,000 ft');
  const same: Fields = [
    ['distance', '3.1'],
    ['kind', 'run'],
    ['effort', '4'],
  ];
  expect((await runner.post(at, same)).status).toBe(303);
  expect(visible((await runner.send(at)).text)).not.toContain('it was');
  expect(await metresOf(runner)).toEqual([4989]);
});

test('a choice stands above the region, comes back to its page and changes no run', async () => {
  const runner = open('en-GB');
  await runner.post('/train/add', typed(DAY, 'form-0001', '10'));
  const [before] = await metresOf(runner);
  expect(before).toBe(16_093);
  const init = { headers: { referer: 'http://localhost/train/all' } };
  const body = new URLSearchParams({ unit: 'km' });
  const chosen = await runner.send('/unit', { method: 'POST', body, ...init });
  expect([chosen.status, chosen.location]).toEqual([303, '/train/all']);
  const said = visible((await runner.send('/train/all')).text);
  expect(said).toContain('16.1 km');
  expect(await metresOf(runner)).toEqual([before]);
  expect((await runner.send('/train')).text).toContain('value="mi"');
});

test('a unit that is none is refused', async () => {
  const { status } = await open('en-GB').post('/unit', [['unit', 'furlong']]);
  expect(status).toBe(400);
});

test('a device takes over the unit that was chosen before', async () => {
  const runner = open('en-GB');
  await runner.post('/unit', [['unit', 'km']]);
  const headers = { 'x-backstride-device': '1' };
  const handed = JSON.parse((await runner.send('/device/hand-over', { method: 'POST', headers })).text);
  expect(handed).toMatchObject({ unit: 'km', language: null });
});
