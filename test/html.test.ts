// Every kind of page against the HTML standard, by a validator that others keep.

import { HtmlValidate } from 'html-validate';
import { beforeAll, expect, test } from 'vitest';
import type { KnowledgeBase } from '../src/knowledge/index.ts';
import {
  interviewed,
  type Rehearsal,
  type Runner,
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

let knowledge: KnowledgeBase;
let house: Rehearsal;
let runner: Runner;

beforeAll(async () => {
  knowledge = await realKnowledge();
  house = rehearse(knowledge);
  house.clock.now = Date.UTC(2026, 0, 5, 8);
  runner = runnerOf(house);
});

/** What the validator has to say, one line for each kind of mistake on a page. */
async function mistakesOn(path: string, status = 200): Promise<readonly string[]> {
  const reply = await runner.send(path);
  expect(reply.status, path).toBe(status);
  const { results } = await validator.validateString(reply.text, path);
  const said = results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${path}: ${ruleId}: ${message} (${selector ?? ''})`),
  );
  return [...new Set(said)];
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
