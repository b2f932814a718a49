import { beforeAll, describe, expect, test } from 'vitest';
import { realKnowledge } from '../../test/in-process.ts';
import { BODY_REGIONS, type BodyRegion, type Finding, type KnowledgeBase } from '../knowledge/index.ts';
import { SIDES, type Spot } from '../vocabulary/index.ts';
import { bodyLayer } from './components/body-picture.ts';
import { questionPage } from './question-page.ts';
import { english } from './words/index.ts';

let knowledge: KnowledgeBase;
beforeAll(async () => {
  knowledge = await realKnowledge();
});

const page = (finding: Finding, answer?: string, spot: Spot = {}): string =>
  String(
    questionPage({
      finding,
      section: 'Your pain',
      step: 7,
      answer,
      spot,
      error: undefined,
      back: '/assess/step/6',
      returnsToCheck: false,
      urgent: undefined,
      moved: false,
      stylesheets: { common: '/assets/common.css', plan: '/assets/plan.css', learn: '/assets/learn.css' },
      keptIn: 'cookie',
      words: english,
    }),
  );

const markedOn = (html: string) => [...html.matchAll(/ value="([^"]*)" checked/g)].map(([, value]) => value);

const count = (text: string, part: string | RegExp) => text.split(part).length - 1;

describe('a question whose states have regions', () => {
  const withPicture = () => knowledge.findings.filter(({ states }) => states.some(({ regions }) => regions));

  test('exists', () => {
    expect(withPicture().map(({ id }) => id)).toContain('worst-place');
  });

  test('shows the body once, and one layer a choice that belongs to the radio of that choice', () => {
    for (const finding of withPicture()) {
      const html = page(finding);
      expect(count(html, 'class="body"')).toBe(1);
      const choices = finding.states.flatMap(({ id, parts = [] }) => [...parts.map((part) => part.id), id]);
      expect(count(html, 'class="layer"')).toBe(choices.length);
      choices.forEach((choice, index) => {
        const id = index === 0 ? 'answer' : `answer-${index + 1}`;
        expect(html).toContain(`id="${id}" name="answer" value="${choice}"`);
        expect(html).toContain(`<label class="layer" for="${id}" aria-hidden="true"`);
      });
    }
  });

  test('has exactly one choice for every region that can be pressed, and at least one region for every choice', () => {
    for (const finding of withPicture()) {
      const layers = [...page(finding).matchAll(/<label class="layer"[^>]*>(.*?)<\/label>/gs)].map(
        ([, svg = '']) => svg,
      );
      const pressed = layers.filter((svg) => !svg.includes('class="shown"'));
      const covers = (svg: string, region: BodyRegion) =>
        svg.includes(/<path[^>]*>/.exec(String(bodyLayer([region])))?.[0] ?? '?');
      for (const region of BODY_REGIONS) {
        expect(pressed.filter((svg) => covers(svg, region)).length, region).toBe(1);
      }
      for (const svg of layers) expect(BODY_REGIONS.some((region) => covers(svg, region))).toBe(true);
      const parted = finding.states.filter(({ parts }) => parts);
      expect(layers.length - pressed.length, 'what only lights up: a state of parts').toBe(parted.length);
    }
  });

  test('asks for the side beside it, as a question of its own that may be left out', () => {
    for (const finding of withPicture().filter(({ sides }) => sides)) {
      const html = page(finding);
      expect(markedOn(html)).toEqual([]);
      expect(html).toContain('<h2 class="legend">Which side?</h2>');
      for (const side of SIDES) expect(html).toContain(`name="side" value="${side}"`);
    }
  });

  test('marks the part and the side that were told', () => {
    const finding = withPicture().find(({ states }) => states.some(({ parts }) => parts));
    const state = finding?.states.find(({ parts }) => parts);
    if (!finding || !state?.parts?.[1]) throw new Error('No question has parts.');
    const part = state.parts[1].id;
    expect(markedOn(page(finding, state.id, { part, side: 'left' }))).toEqual([part, 'left']);
    expect(markedOn(page(finding, state.id))).toEqual([state.id]);
  });

  test('gives the layers no text, so that each radio keeps one name', () => {
    for (const finding of withPicture()) {
      const layers = [...page(finding).matchAll(/<label class="layer"[^>]*>(.*?)<\/label>/gs)];
      for (const [, inside = ''] of layers) expect(inside.replaceAll(/<[^>]*>/g, '').trim()).toBe('');
    }
  });
});

describe('any other question', () => {
  test('carries no drawing, save a self-test', () => {
    for (const finding of knowledge.findings) {
      if (finding.states.some(({ regions }) => regions)) continue;
      expect(count(page(finding), '<svg'), finding.id).toBe(finding.selfTest?.figure?.length ?? 0);
    }
  });

  test('says when to stop before it shows how', () => {
    for (const finding of knowledge.findings.filter(({ selfTest }) => selfTest?.figure)) {
      const html = page(finding);
      expect(html, finding.id).toContain('class="stop"');
      expect(html.indexOf('class="stop"'), finding.id).toBeLessThan(html.indexOf('<figure>'));
    }
  });
});
