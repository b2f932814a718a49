// Every kind of page against the HTML standard, by a validator that others keep.

import { readFile } from 'node:fs/promises';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { KnowledgeBase } from '../src/knowledge/index.ts';
import type { Guide } from '../src/learn/index.ts';
import { SHEETS, type SheetName } from '../src/pages/index.ts';
import { removeFolders } from './databases.ts';
import { atDesk, COMMENT, rehearseDesk, secretLink, visitor } from './desk-in-process.ts';
import {
  interviewed,
  type Rehearsal,
  type Reply,
  type Runner,
  realGuide,
  realKnowledge,
  rehearse,
  runnerOf,
  saysNo,
} from './in-process.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // How a tag is written is the formatter's business.
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    'attr-quotes': 'off',
    'long-title': 'off',
  },
});

const SHEET_NAMES = Object.keys(SHEETS) as SheetName[];
const rules = new Map<SheetName, ReadonlySet<string>>();
let knowledge: KnowledgeBase;
let guide: Guide;
let house: Rehearsal;
let runner: Runner;

beforeAll(async () => {
  [knowledge, guide] = await Promise.all([realKnowledge(), realGuide()]);
  for (const name of SHEET_NAMES) rules.set(name, await classesIn(SHEETS[name]));
  house = rehearse(knowledge, undefined, { guide: async () => guide, takesReports: true });
  house.clock.now = Date.UTC(2026, 0, 5, 8);
  runner = runnerOf(house);
});

/** What the validator has to say, one line for each kind of mistake on a page. */
async function mistakesOn(path: string, status = 200): Promise<readonly string[]> {
  const reply = await runner.send(path);
  expect(reply.status, path).toBe(status);
  return mistakesIn(reply, path);
}

async function mistakesIn(reply: Reply, path: string): Promise<readonly string[]> {
  const unlinked = sheetsLacking(reply.text);
  const { results } = await validator.validateString(reply.text, path);
  const said = results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${path}: ${ruleId}: ${message} (${selector ?? ''})`),
  );
  return [...new Set([...said, ...unlinked.map((what) => `${path}: ${what}`)])];
}

/** Classes on a page that only stylesheets have rules for which it does not bring. */
function sheetsLacking(page: string): readonly string[] {
  const linked = SHEET_NAMES.filter((name) => page.includes(`href="/assets/${name}.css"`));
  const classes = new Set(
    [...page.matchAll(/ class="([^"]*)"/g)].flatMap(([, all = '']) => all.split(/\s+/)),
  );
  return [...classes].flatMap((one) => {
    const known = SHEET_NAMES.filter((name) => rules.get(name)?.has(one));
    return known.length > 0 && !known.some((name) => linked.includes(name))
      ? [`needs the stylesheet "${known.join('" or "')}" for the class "${one}"`]
      : [];
  });
}

/** Classes that the rules of a stylesheet speak of. */
async function classesIn(files: readonly string[]): Promise<ReadonlySet<string>> {
  const folder = new URL('../src/pages/styles/', import.meta.url);
  const texts = await Promise.all(files.map((file) => readFile(new URL(`${file}.css`, folder), 'utf8')));
  const selectors = texts.join('').replace(/\/\*[\s\S]*?\*\/|\{[^{}]*\}/g, '{}');
  return new Set([...selectors.matchAll(/\.([a-z][\w-]*)/g)].map(([, name = '']) => name));
}

async function expectValid(paths: readonly string[]): Promise<void> {
  const found: string[] = [];
  for (const path of paths) found.push(...(await mistakesOn(path)));
  expect(found).toEqual([]);
}

test('the plain pages', async () => {
  await expectValid(['/', '/about']);
  expect(await mistakesOn('/nowhere', 404)).toEqual([]);
});

test('pages that carry their stylesheets', async () => {
  const sheet = { text: 'ul>li{color:red}', hash: 'sha256-x' };
  const arriving = runnerOf(
    rehearse(knowledge, undefined, {
      guide: async () => guide,
      inlineSheets: { common: sheet, plan: sheet, learn: sheet },
    }),
  );
  const { location = '' } = await arriving.post('/assess/start');
  for (const path of ['/', location, '/knowledge', '/guide', '/nowhere']) {
    const reply = await arriving.send(path, { headers: { 'sec-fetch-site': 'none' } });
    expect(reply.text, path).toContain('<style>ul>li{');
    expect(await mistakesIn(reply, path)).toEqual([]);
  }
});

test('every page of an interview, its check and its result', async () => {
  const paths: string[] = [];
  await interviewed(knowledge, runner, saysNo(knowledge), (path) => {
    paths.push(path);
  });
  expect(paths.length).toBeGreaterThan(8);
  await expectValid([...paths, '/assess/check', '/assess/result', '/assess/plan', '/assess/summary']);
});

test('an emergency, and a result for today', async () => {
  for (const sign of ['saddle-numbness', 'one-leg-swelling']) {
    const says = (id: string) => (id === sign ? 'yes' : saysNo(knowledge)(id));
    await interviewed(knowledge, runner, says);
    await expectValid(['/assess/result']);
  }
});

test('every question and every screen', async () => {
  await expectValid([
    '/knowledge/questions',
    ...knowledge.findings.map((_, index) => `/knowledge/questions/${index + 1}`),
  ]);
});

const begin = () =>
  runner.post('/recover/start', [
    ['cause', 'diagnosis'],
    ['diagnosis', 'hamstring-strain/mild'],
    ...Object.entries({ age: '31', usual: '30', longest: '60', days: '4', side: 'left', goal: 'race' }),
    ['zone', 'Etc/GMT'],
    ['found', 'none'],
  ]);

test('the way back, open and locked', async () => {
  await expectValid(['/recover/start']);
  await begin();
  const pages = ['', '/check-in', '/plan', '/progress', '/supplies', '/more', '/clinician', '/summary'];
  const exercises = knowledge.recovery.exercises.map(({ id }) => `/exercise/${id}`);
  await expectValid([...pages, ...exercises].map((path) => `/recover${path}`));
  await runner.post('/recover/check-in', [
    ['date', '2026-01-05'],
    ['found', 'one-leg-swelling'],
  ]);
  await expectValid(['/recover', '/recover/progress']);
});

test('runs: none, typed in, changed, with a plan', async () => {
  runner = runnerOf(house);
  const pages = ['', '/all', '/add', '/import', '/coach', '/coach?of=trimp', '/beliefs', '/prevention'];
  await expectValid(pages.map((path) => `/train${path}`));
  for (let day = 1; day <= 5; day++) {
    const fields = Object.entries({
      day: `2026-01-0${day}`,
      minutes: '30',
      distance: String(day * 2),
      kind: 'run',
      effort: '4',
    });
    await runner.post('/train/add', [['id', `typed-run-${day}`], ...fields]);
  }
  await runner.post('/train/about', [
    ['only', 'onset'],
    ['onset', '2026-01-05'],
  ]);
  await expectValid([...pages, '/runs/typed-typed-run-5'].map((path) => `/train${path}`));
  await expectValid(['/', '/recover/start']);
  await begin();
  await expectValid(['/train', '/recover', '/recover/check-in', '/recover/progress']);
});

test('the open knowledge', async () => {
  const { conditions, recovery } = knowledge;
  await expectValid([
    '/knowledge',
    ...[
      'sources',
      'model',
      'plans',
      'exercises',
      'ladders',
      'check-ins',
      'studies',
      'forecast',
      'training',
      'interview',
    ].map((page) => `/knowledge/${page}`),
    ...conditions.map(({ id }) => `/knowledge/${id}`),
    ...recovery.plans.map(({ id }) => `/knowledge/plans/${id}`),
    ...recovery.exercises.map(({ id }) => `/knowledge/exercises/${id}`),
  ]);
});

test('the guide, its claims and its search', async () => {
  await expectValid([
    ...[
      '/guide',
      '/guide/verdicts',
      '/claims',
      '/guide/search',
      '/guide/search?q=cramp',
      '/guide/search?q=zzzz',
    ],
    ...guide.pages.map(({ id }) => `/guide/${id}`),
    // They are all made alike: each verdict, and some of each page.
    ...guide.claims.filter((_, index) => index % 7 === 0).map(({ id }) => `/claims/${id}`),
    ...Object.keys(guide.sources)
      .slice(0, 2)
      .map((key) => `/knowledge/sources/${key}`),
  ]);
});

afterAll(removeFolders);

test('comments, reports and the desk', async () => {
  const desk = await rehearseDesk(knowledge, { canMail: true });
  const found: string[] = [];
  const look = async (reply: Reply, path: string) => {
    found.push(...(await mistakesIn(reply, path)));
    return reply;
  };
  const reader = visitor(desk);
  await look(await reader.send('/comments/warm-up'), 'no comments');
  const alarm = [...COMMENT.slice(0, 2), ['text', 'I cannot pee.\n\nHelp <b>me</b>']] as const;
  const sent = await look(await reader.fill('/comments/warm-up', alarm), 'an emergency');
  await look(await reader.fill('/comments/warm-up', [['text', 'I cannot pee.']]), 'a form with mistakes');
  await look(await reader.send(secretLink(sent)), 'my comment');
  await reader.fill('/comments/warm-up', [...COMMENT, ['website', 'spam']]);
  const report = await look(await reader.fill('/claims/C1/report', [['text', 'Wrong.']]), 'a report sent');
  await look(await reader.fill('/claims/C1/report', [['text', '']]), 'a report with mistakes');
  await look(await reader.send(secretLink(report)), 'my report');
  await look(await reader.send('/contact'), 'contact');
  await look(
    await reader.fill('/desk/sign-in', [
      ['login', 'x'],
      ['password', 'y'],
      ['by', 'password'],
    ]),
    'sign-in',
  );
  const editor = await atDesk(desk, 'ann');
  const [one, two] = await desk.store.comments.waiting({ most: 2 });
  const reportId = secretLink(report).split(/[/.]/)[2];
  await editor.fill('/desk/claims/C1', [
    ['verdict', 'partly'],
    ['note', 'Two\n\nparagraphs'],
    ['do', 'sign'],
  ]);
  await look(await editor.fill('/desk/claims/C1', [['do', 'sign']]), 'a claim with mistakes');
  await look(await editor.fill(`/desk/comments/${two?.id}`, [['do', 'reject']]), 'a comment with mistakes');
  const pages = [
    '',
    `/comments/${one?.id}`,
    '/reports',
    `/reports/${reportId}`,
    '/claims',
    '/claims/C1',
    '/log',
    '/account',
  ];
  for (const path of pages) await look(await editor.send(`/desk${path}`), `/desk${path}`);
  await look(await editor.fill('/desk/account', [['do', 'new-codes']]), 'new codes');
  await editor.fill(`/desk/comments/${one?.id}`, [
    ['text', 'Help.'],
    ['do', 'edit'],
  ]);
  const page = await look(await reader.send('/comments/warm-up'), 'comments');
  const path = /href="(\/comments\/warm-up\/reply\/[^#"]+)/.exec(page.text)?.[1] ?? '';
  await reader.fill(path, [...COMMENT.slice(0, 2), ['text', 'A reply.']]);
  for (const { id } of await desk.store.comments.waiting({ most: 9 }))
    await editor.fill(`/desk/comments/${id}`, [['do', 'approve']]);
  await look(await reader.send('/comments/warm-up'), 'comments with a reply');
  await look(await reader.send(path), 'a form to reply');
  await desk.close();
  expect(desk.bugs).toEqual([]);
  expect([...new Set(found)]).toEqual([]);
});
