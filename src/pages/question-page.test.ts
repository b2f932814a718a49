import { beforeAll, describe, expect, test } from 'vitest';
import { realKnowledge } from '../../test/in-process.ts';
import type { Finding, KnowledgeBase } from '../knowledge/index.ts';
import { questionPage } from './question-page.ts';
import { english } from './words/index.ts';

let knowledge: KnowledgeBase;
beforeAll(async () => {
  knowledge = await realKnowledge();
});

const page = (finding: Finding): string =>
  String(
    questionPage({
      finding,
      section: 'Your pain',
      step: 7,
      answer: undefined,
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

const count = (text: string, part: string | RegExp) => text.split(part).length - 1;

describe('a question whose states have regions', () => {
  const withPicture = () => knowledge.findings.filter(({ states }) => states.some(({ regions }) => regions));

  test('exists', () => {
    expect(withPicture().map(({ id }) => id)).toContain('worst-place');
  });

  test('shows the body once, and one layer a state that belongs to the radio of that state', () => {
    for (const finding of withPicture()) {
      const html = page(finding);
      expect(count(html, 'class="body"')).toBe(1);
      expect(count(html, 'class="layer"')).toBe(finding.states.length);
      finding.states.forEach((state, index) => {
        const id = index === 0 ? 'answer' : `answer-${index + 1}`;
        expect(html).toContain(`id="${id}" name="answer" value="${state.id}"`);
        expect(html).toContain(`<label class="layer" for="${id}" aria-hidden="true"`);
      });
    }
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
