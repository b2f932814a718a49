// Simulated interviews: the same runners whatever the number of threads, and safe ones.

import { describe, expect, test } from 'vitest';
import { interviewRunner, MERGED, SELF_CONSISTENT, scoresOfRunners, seedOf } from '../evaluate/index.ts';
import { readKnowledgeKept } from '../store/index.ts';
import { interviewed } from './simulation-threads.ts';

const loaded = await readKnowledgeKept();
if (!loaded.ok) throw new Error('The knowledge does not load: npm run check:knowledge');
const knowledge = loaded.value;
const ways = [
  { name: 'model', generator: SELF_CONSISTENT, moves: false },
  { name: 'merged', generator: MERGED, moves: true },
];
const run = (threads: number, seed = 7, signal?: AbortSignal) =>
  interviewed({
    knowledge,
    seed,
    runners: 60,
    threads,
    ways,
    onProgress: () => {},
    ...(signal ? { signal } : {}),
  });

describe('simulated interviews', () => {
  test('are the same with one thread, with three, and one runner alone', { timeout: 120_000 }, async () => {
    const [once, thrice] = [await run(1), await run(3)];
    expect(thrice).toEqual(once);
    expect(once[0]?.[57]).toEqual(interviewRunner(knowledge, knowledge, SELF_CONSISTENT, seedOf(7, 57)));
    expect(interviewRunner(knowledge, knowledge, SELF_CONSISTENT, seedOf(8, 57))).not.toEqual(once[0]?.[57]);
  });

  test('never end below an emergency or same-day red flag that the answers would fire', () => {
    const results = Array.from({ length: 150 }, (_, index) =>
      interviewRunner(knowledge, knowledge, SELF_CONSISTENT, seedOf(3, index)),
    );
    expect(scoresOfRunners(results).flagsMissed).toBe(0);
  }, 120_000);

  test('stop at once when they are told to, and keep what is done', async () => {
    const stop = new AbortController();
    stop.abort();
    const results = await run(2, 7, stop.signal);
    expect(results.every((of) => of.length < 60)).toBe(true);
  });

  test('seeds of neighbours have nothing in common', () => {
    const seeds = Array.from({ length: 1000 }, (_, index) => seedOf(1, index));
    expect(new Set(seeds).size).toBe(1000);
    const ones = seeds.reduce((sum, seed) => sum + (seed & 1), 0);
    expect(Math.abs(ones - 500)).toBeLessThan(60);
  });
});
