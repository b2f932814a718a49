// Every red flag against the triage dossier: the sixteen cases at its end, and for each rule one case that fires it and
// one near miss that does not. Levels here are those of the rules alone, before any probability.

import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { assess } from '../src/assess/index.ts';
import { parseCases } from '../src/evaluate/index.ts';
import { redFlagsAreTried } from '../src/knowledge/index.ts';
import { KNOWLEDGE_FOLDER, RULE_CASES, readKnowledgeFiles, readKnowledgeKept } from '../src/store/index.ts';

const loaded = await readKnowledgeKept();
if (!loaded.ok) throw new Error('The knowledge does not load: npm run check:knowledge');
const knowledge = loaded.value;
const parsed = parseCases(await readFile(RULE_CASES, 'utf8'), knowledge);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal, null, 2));
const cases = parsed.value;

describe('the rules', () => {
  test.each(cases.map((one) => [one.id, one] as const))('%s', (_id, one) => {
    const { fired, floor } = assess(knowledge, one.answers).triage;
    expect(floor).toBe(one.triage);
    expect(fired.map((flag) => flag.id).sort()).toEqual([...(one.fires ?? [])].sort());
    for (const silent of one.silent ?? []) expect(fired.map((flag) => flag.id)).not.toContain(silent);
  });

  test('are all tried: each has a case that fires it and a near miss', async () => {
    const files = await readKnowledgeFiles(KNOWLEDGE_FOLDER);
    expect(redFlagsAreTried(knowledge, files, cases)).toEqual([]);
  });

  test('every emergency and same-day rule of the dossier is there', () => {
    const codes = new Set(knowledge.redFlags.map((flag) => flag.code.replace(/[a-z]$/, '')));
    const wanted = [
      ...Array.from({ length: 15 }, (_, n) => `E${n + 1}`),
      ...Array.from({ length: 15 }, (_, n) => `S${n + 1}`),
    ];
    expect(wanted.filter((code) => !codes.has(code))).toEqual([]);
  });
});
