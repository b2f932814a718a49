// The plan of a result: there is one only when the interview is over and nothing urgent, doubtful or growing stands in its way.

import { beforeAll, describe, expect, test } from 'vitest';
import {
  interviewed,
  OWN_SCRIPT,
  realKnowledge,
  rehearse,
  runnerOf,
  type Says,
} from '../../test/in-process.ts';
import type { KnowledgeBase } from '../knowledge/index.ts';

let knowledge: KnowledgeBase;
beforeAll(async () => {
  knowledge = await realKnowledge();
});

/** A runner of 30 with a pulled hamstring; `differently` changes answers. */
const sprinter =
  (differently: Readonly<Record<string, string | undefined>> = {}): Says =>
  (id) => {
    if (Object.hasOwn(differently, id)) return differently[id];
    const own: Readonly<Record<string, string>> = {
      age: '25-to-39',
      sex: 'male',
      onset: 'sudden',
      mechanism: 'sprinting',
      bruise: 'small',
      duration: 'under-2-weeks',
      course: 'improving',
      'worst-place': 'mid-thigh',
      'faster-worse': 'yes',
      'test-heel-pull': 'weak',
      'test-press': 'muscle',
    };
    const states = (knowledge.findings.find((one) => one.id === id)?.states ?? []).map((one) => one.id);
    return [own[id], 'no', 'none', states[0]].find((state) => state !== undefined && states.includes(state));
  };

async function planAfter(says: Says) {
  const runner = runnerOf(rehearse(knowledge));
  await interviewed(knowledge, runner, says);
  return runner.send('/assess/plan');
}

describe('the plan of a result', () => {
  test('is an open week with doses, sources, links, a forecast and no promise of check-ins', async () => {
    const { status, text } = await planAfter(sprinter());
    expect(status).toBe(200);
    expect(text).toContain('Stage 1 of');
    expect(text).toContain(
      'Every day from <time datetime="2026-01-01">Thursday 1 January</time> to <time datetime="2026-01-07">Wednesday 7 January</time>',
    );
    expect(text.match(/ankle-pump-heel-slide"/g), 'days that are alike are told once').toHaveLength(1);
    expect(text).toContain('href="/knowledge/exercises/');
    expect(text).toContain('You move on when');
    expect(text).toContain('href="/recover/start"');
    expect(text).toContain('if that is what it is');
    expect(text).toContain('not a promise');
    expect(text.replaceAll(OWN_SCRIPT, '')).not.toMatch(/undefined|\[object|NaN|<script/);
  });

  test.each([
    ['an emergency', { 'saddle-numbness': 'yes' }, /plan is locked/],
    ['a swollen leg', { 'one-leg-swelling': 'yes' }, /plan is locked/],
    ['a danger sign that is not sure', { 'saddle-numbness': undefined }, /plan is locked/],
    ['an age under 16', { age: 'under-16' }, /no plan for you here/],
    ['an age of 16 or 17', { age: '16-to-17' }, /plan is locked/],
    ['an unknown age', { age: undefined }, /no plan for you here/],
  ])('is not given with %s', async (_, differently, says) => {
    const { status, text } = await planAfter(sprinter(differently));
    expect(status).toBe(200);
    expect(text).toMatch(says);
    expect(text).not.toContain('This week');
    expect(text).not.toContain('When you may be back');
  });

  test('waits for the end of the interview, and for answers at all', async () => {
    const runner = runnerOf(rehearse(knowledge));
    expect((await runner.send('/assess/plan')).status).toBe(410);
    await runner.post('/assess/start');
    expect((await runner.send('/assess/plan')).location).toBe('/assess/step/1');
  });

  test('is linked from the result', async () => {
    const runner = runnerOf(rehearse(knowledge));
    await interviewed(knowledge, runner, sprinter());
    expect((await runner.send('/assess/result')).text).toContain('href="/assess/plan"');
  });
});
