// The two addresses of the WHO/ITU FG-AI4H symptom benchmark, as a benchmark would call them: its shape of a case in,
// its classes out, the same causes and urgency as everywhere else in the house.

import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { assess } from '../src/assess/index.ts';
import { benchmarkCaseOf } from '../src/connect/index.ts';
import { type Case, parseCases } from '../src/evaluate/index.ts';
import type { KnowledgeBase } from '../src/knowledge/index.ts';
import { type Rehearsal, realKnowledge, rehearse } from './in-process.ts';

let knowledge: KnowledgeBase;
let house: Rehearsal;
let cases: readonly Case[];

beforeAll(async () => {
  knowledge = await realKnowledge();
  house = rehearse(knowledge);
  const parsed = parseCases(
    await readFile(new URL('../cases/published.jsonl', import.meta.url), 'utf8'),
    knowledge,
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
  cases = parsed.value;
});

async function solve(body: unknown): Promise<{ status: number; json: Record<string, unknown> }> {
  const reply = await house.app.request('/fg-ai4h/solve-case', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: reply.status, json: (await reply.json()) as Record<string, unknown> };
}

describe('the symptom benchmark', () => {
  test('is told that we are well', async () => {
    const reply = await house.app.request('/fg-ai4h/health-check');
    expect(reply.status).toBe(200);
    expect(await reply.json()).toMatchObject({ status: 'ok' });
  });

  test('gets, for every published case of its ages, what the assessment says', async () => {
    const adults = cases.filter(
      ({ answers }) => answers.sex && /^(18|25|40|50|60|65)/.test(answers.age ?? ''),
    );
    expect(adults.length).toBeGreaterThan(30);
    for (const { id, answers } of adults) {
      const { status, json } = await solve({
        caseData: benchmarkCaseOf(knowledge, answers),
        aiImplementation: 'backstride',
      });
      const { triage, differential } = assess(knowledge, answers);
      expect(status, id).toBe(200);
      expect(json.error, id).toBeUndefined();
      expect(json.triageLevel, id).toBe(triage.level);
      expect(['SC', 'PC', 'EC'], id).toContain(json.triage);
      expect(
        (json.conditions as { id: string }[]).map((one) => one.id),
        id,
      ).toEqual(differential.slice(0, 10).map(({ condition }) => condition.id));
    }
  });

  test('gets "uncertain" for a case of which we know no word', async () => {
    const { status, json } = await solve({
      caseData: {
        profileInformation: { age: 30, biologicalSex: 'female' },
        presentingComplaints: [{ id: 'abdominal-pain', name: 'Abdominal pain', state: 'present' }],
        otherFeatures: [],
      },
      aiImplementation: 'backstride',
    });
    expect(status).toBe(200);
    expect(json).toMatchObject({ triage: 'UNCERTAIN', conditions: [] });
  });

  test('"unsure" is not "absent"', async () => {
    const withFever = (state: string) => ({
      caseData: {
        profileInformation: { age: 30, biologicalSex: 'male' },
        presentingComplaints: [{ id: 'fever', name: 'Fever', state }],
        otherFeatures: [
          {
            id: 'pain-severity',
            name: 'x',
            state: 'present',
            attributes: [{ id: 'a', value: { id: 'severe' } }],
          },
        ],
      },
    });
    const first = (json: Record<string, unknown>) => json.conditions as { id: string; probability: number }[];
    const infection = (json: Record<string, unknown>) =>
      first(json).find(({ id }) => id === 'bone-or-joint-infection')?.probability ?? 0;
    const unsure = await solve(withFever('unsure'));
    const absent = await solve(withFever('absent'));
    const present = await solve(withFever('present'));
    expect(present.json.triage).toBe('EC');
    expect(unsure.json.conditions).not.toEqual(absent.json.conditions);
    expect(infection(present.json)).toBeGreaterThan(0.05);
  });

  test.each([
    ['no JSON', 'abdomen', 400],
    ['no case', {}, 422],
    ['no age', { caseData: { profileInformation: { biologicalSex: 'male' } } }, 422],
    ['a sex it does not know', { caseData: { profileInformation: { age: 30, biologicalSex: 'x' } } }, 422],
    [
      'a finding without state',
      {
        caseData: {
          profileInformation: { age: 30, biologicalSex: 'male' },
          presentingComplaints: [{ id: 'fever' }],
        },
      },
      422,
    ],
    [
      'features that are no list',
      { caseData: { profileInformation: { age: 30, biologicalSex: 'male' }, otherFeatures: 'secret words' } },
      422,
    ],
  ])('%s is refused with what was expected, and nothing of it is said back', async (_what, body, status) => {
    const reply = await solve(body);
    expect(reply.status).toBe(status);
    expect(reply.json.error).toMatch(/^expected .+, found .+/);
    expect(JSON.stringify(reply.json)).not.toMatch(/secret|abdomen/);
    expect(house.bugs).toEqual([]);
  });
});
