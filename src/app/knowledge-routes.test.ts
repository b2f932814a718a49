// Everything the product knows can be read by anybody: the pages are walked from /knowledge, link by link, and what stands in
// the knowledge is looked for in what was read.

import { beforeAll, describe, expect, test } from 'vitest';
import { plain } from '../../test/catalogue.ts';
import { realKnowledge, rehearse } from '../../test/in-process.ts';
import type { Basis, KnowledgeBase } from '../knowledge/index.ts';
import { doseInWords } from '../recover/index.ts';

let knowledge: KnowledgeBase;
/** HTML by path of everything that can be reached from /knowledge. */
const pages = new Map<string, string>();
let all = '';

beforeAll(async () => {
  knowledge = await realKnowledge();
  const { app } = rehearse(knowledge);
  const open = ['/knowledge'];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (pages.has(path)) continue;
    const response = await app.request(path);
    expect(response.status, path).toBe(200);
    const text = await response.text();
    pages.set(path, text);
    const links = [...text.matchAll(/href="(\/knowledge\/[^"#]*)"/g)].map(([, link = '']) => link);
    open.push(...links.filter((link) => !pages.has(link)));
  }
  all = [...pages.values()].map(plain).join('\n');
});

const pageOf = (path: string) => plain(pages.get(path) ?? '');
const questionOf = (id: string) =>
  pageOf(`/knowledge/questions/${knowledge.findings.findIndex((one) => one.id === id) + 1}`);

describe('the pages of the knowledge', () => {
  test('lead to every cause, question, red flag and source', () => {
    const { conditions, findings, redFlags, sources } = knowledge;
    const wanted = [
      ...conditions.map(({ id }) => `/knowledge/${id}`),
      ...findings.map((_, index) => `/knowledge/questions/${index + 1}`),
      ...redFlags.map(({ code }) => `/knowledge/red-flags/${code.toLowerCase()}`),
      ...Object.keys(sources).map((key) => `/knowledge/sources/${key}`),
      ...knowledge.recovery.plans.map(({ id }) => `/knowledge/plans/${id}`),
      ...knowledge.recovery.exercises.map(({ id }) => `/knowledge/exercises/${id}`),
      '/knowledge/ladders',
      '/knowledge/check-ins',
      '/knowledge/studies',
      '/knowledge/forecast',
      '/knowledge/training',
      '/knowledge/model',
      '/knowledge/interview',
    ];
    expect(wanted.filter((path) => !pages.has(path))).toEqual([]);
  });

  test('leave out no sentence of the knowledge', () => {
    // Names for programs; what they lead to is on the pages under its own words.
    const names = new Set(
      'id hash figure combines findings first states conditions suspects group action actions limit both'.split(
        ' ',
      ),
    );
    const rules = new Set(['when', 'unless', 'asksWhen', 'notIf']);
    // Of the way back, too: names of measures, exercises, ladders, kit, stop rules, stages and groups. A page gives their
    // label in their place, and each label stands under its own key, where it is looked for.
    const wayBack = new Set(
      'measure exercise ladder bound kit stop needs stages finding state becomes presentations groups'.split(
        ' ',
      ),
    );
    const isName = (key: string, path: string) =>
      names.has(key) || (/^(recovery|prognosis|training)(\/|$)/.test(path) && wayBack.has(key));
    // Drawings are drawn with the question; marks say in code what a line says in words.
    const drawn = new Set(['figure', 'regions', 'region', 'does', 'givesWay', 'to']);
    const read = all.toLowerCase();
    const found = new Set<string>();
    const missing: string[] = [];
    const visit = (value: unknown, key: string, path: string): void => {
      if (rules.has(key) || drawn.has(key)) return;
      if (typeof value === 'string') {
        if (isName(key, path) || found.has(value)) return;
        if (read.includes(value.toLowerCase())) found.add(value);
        else missing.push(`${path}: ${value}`);
      } else if (Array.isArray(value)) {
        for (const part of value) visit(part, typeof part === 'string' ? key : '', path);
      } else if (value && typeof value === 'object') {
        for (const [name, part] of Object.entries(value)) visit(part, name, `${path}/${name}`);
      }
    };
    for (const [name, part] of Object.entries(knowledge)) visit(part, name, name);
    expect(missing).toEqual([]);
  });

  test('show every number of a question with its certainty and its sources', () => {
    const says = ({ certainty, sources }: Basis) => `[${certainty}: ${sources.join(', ')}]`;
    for (const finding of knowledge.findings) {
      const page = questionOf(finding.id);
      expect(page, finding.id).toContain(says(finding.backgroundBasis));
      expect(page, finding.id).toContain(`Takes about ${finding.effort} seconds`);
      expect(page, finding.id).toContain(says(finding.effortBasis));
      for (const { likelihoods } of knowledge.presentations) {
        const own = likelihoods[finding.id];
        if (!own) continue;
        const rarest = Number((Math.min(...own.p.slice(1)) * 100).toPrecision(3));
        expect(page, finding.id).toContain(`: ${rarest}`);
        expect(page, finding.id).toContain(says(own.basis));
      }
    }
  });

  test('show every dose, threshold and length of a stage with its certainty and its sources', () => {
    const flat = (path: string) => pageOf(path).replace(/\s+/g, ' ');
    const says = ({ certainty, sources }: Basis) => `[${certainty}: ${sources.join(', ')}]`;
    const compared = (measure: string, bound: string, value: number) => {
      const { label, max } = knowledge.recovery.measures.find(({ id }) => id === measure) ?? {};
      const yesOrNo = value === 0 ? 'no' : 'yes';
      return `${label}: ${max === 1 ? yesOrNo : `${bound === 'atLeast' ? 'at least' : 'at most'} ${value}`}`;
    };
    for (const plan of knowledge.recovery.plans) {
      const page = flat(`/knowledge/plans/${plan.id}`);
      expect(page).toContain('Not yet reviewed by a clinician.');
      for (const { atLeastDays, atMostDays, exercises, leave, enter } of plan.stages) {
        expect(page, plan.id).toContain(`At least ${atLeastDays.value} ${says(atLeastDays.basis)}`);
        expect(page, plan.id).toContain(`at most ${atMostDays.value} ${says(atMostDays.basis)}`);
        for (const { exercise, dose } of exercises) {
          const name = knowledge.recovery.exercises.find(({ id }) => id === exercise)?.name;
          expect(page, plan.id).toContain(`${name}${doseInWords(dose)}${says(dose.basis)}`);
        }
        for (const { says: words, measure, bound, value, basis } of [...enter, ...leave]) {
          expect(page, words).toContain(`${words} (${compared(measure, bound, value)}) ${says(basis)}`);
        }
      }
      for (const { because, measure, bound, value, basis } of plan.limits) {
        expect(page, because).toContain(because);
        expect(page, because).toContain(says(basis));
        expect(page, because).toContain(compared(measure, bound, value));
      }
    }
  });

  test('show every group of people of a study with its days, how far it was read and its source', () => {
    const page = pages.get('/knowledge/studies') ?? '';
    const rows = page.split('<tr>').map(plain);
    for (const { id, days, statistic, people, status, basis } of knowledge.prognosis?.rows ?? []) {
      const row = rows.find((one) => one.includes(` ${id}`)) ?? '';
      expect(row, id).toContain(`${status}[${basis.certainty}: ${basis.sources.join(', ')}]`);
      if (people !== undefined) expect(row, id).toContain(`(${people} people)`);
      if (days !== undefined) expect(row, id).toContain(`${Number(days.toPrecision(3))} (${statistic})`);
    }
  });

  test('show a cause with what it says, how sure that is and what it makes us withhold', () => {
    const page = pageOf('/knowledge/deep-vein-thrombosis');
    expect(page).toContain('Not yet reviewed by a clinician.');
    expect(page).toMatch(/About \S+ of 1,000 adult runners/);
    expect(page).toContain('Not advised to anybody while this is possible');
    expect(page).toContain('Not typical');
    expect(page).toContain('Who has it: how often each answer is given, against the average runner');
    expect(page).toContain('Red flags that suspect it');
    expect(page).toMatch(/\(counts as \d+ people\)/);
  });

  test('say of a cause that somebody has reviewed it only when that is so', async () => {
    const reviewed = knowledge.conditions.map((one) => ({
      ...one,
      review: { state: 'reviewed' as const, by: 'Dr Invented', on: '2026-05-04' },
    }));
    const { app } = rehearse({ ...knowledge, conditions: reviewed });
    const text = await (await app.request('/knowledge/sciatica')).text();
    expect(text).toContain('Reviewed by Dr Invented on 2026-05-04');
    expect(text).not.toContain('Not yet reviewed by a clinician');
    expect(all).not.toContain('Reviewed by');
  });

  test('write the rule of a red flag out in words', () => {
    const page = pageOf('/knowledge/red-flags/e2');
    expect(page).toMatch(/It fires when\s+at least one of these:/);
    expect(page).toContain('Of 100 people for whom it fires at least 7.5 have one of these.');
  });

  test('tell of a source how far it was read and what rests on it', () => {
    const page = pageOf('/knowledge/sources/vermeulen2022');
    expect(page).toContain('Only parts were read');
    expect(page).toContain('PubMed 35338036');
    expect(page).toMatch(/What rests on it\s+Pulled hamstring/);
    for (const [key] of Object.entries(knowledge.sources)) {
      expect(pages.get(`/knowledge/sources/${key}`), key).toMatch(/What rests on it<\/h2>\s+<ul><li><a /);
    }
  });

  test('name no question in an address', () => {
    const ids = knowledge.findings.map(({ id }) => id);
    for (const path of pages.keys()) {
      const last = path.split('/').slice(2).join('/');
      expect(
        ids.filter((id) => last === id || last.endsWith(`/${id}`)),
        path,
      ).toEqual([]);
    }
  });

  test('have tables with a caption and headings, each in a region that scrolls by itself', () => {
    for (const [path, text] of pages) {
      for (const [table] of text.matchAll(/<table>[\s\S]*?<\/table>/g)) {
        expect(table, path).toMatch(/^<table><caption>[^<]+<\/caption>/);
        const rows = [...table.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row = '']) => row);
        expect(rows[0], path).toMatch(/^<th scope="col">/);
        for (const row of rows.slice(1)) expect(row, path).toMatch(/^<th scope="row">/);
      }
      const scrolling = text.match(/<section class="scroll" aria-label="[^"]+" tabindex="0"><table>/g);
      expect(scrolling?.length ?? 0, path).toBe(text.match(/<table>/g)?.length ?? 0);
      expect(text.match(/<h1>/g), path).toHaveLength(1);
      expect(text, path).not.toMatch(/undefined|\[object|NaN/);
    }
  });

  test('give the whole as JSON, the same that the program computes with', async () => {
    const response = await rehearse(knowledge).app.request('/knowledge.json');
    expect(await response.json()).toEqual(JSON.parse(JSON.stringify(knowledge)));
  });

  test.each([
    'questions/0',
    'questions/999',
    'questions/age',
    'red-flags/z9',
    'sources/__proto__',
    'plans/nothing',
    'plans/__proto__',
    'exercises/nothing',
    'constructor',
    'nothing',
  ])('do not make up a page for %s', async (path) => {
    expect((await rehearse(knowledge).app.request(`/knowledge/${path}`)).status).toBe(404);
  });
});
