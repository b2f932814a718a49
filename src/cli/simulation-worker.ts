// One thread of `simulate`: interviews the runners it is told to, a handful at a time, until no more come.

import { parentPort, workerData } from 'node:worker_threads';
import { interviewRunner, moved, seedOf } from '../evaluate/index.ts';
import type { KnowledgeBase } from '../knowledge/index.ts';
import { randomFrom } from '../probability/index.ts';
import type { Piece, PieceDone, WayOfDrawing } from './simulation-threads.ts';

const { knowledge, seed, ways } = workerData as {
  readonly knowledge: KnowledgeBase;
  readonly seed: number;
  readonly ways: readonly WayOfDrawing[];
};
// The moved numbers hang on the seed of the run alone, so every thread moves them alike.
const other = ways.some(({ moves }) => moves) ? moved(knowledge, randomFrom(seed + 1)) : knowledge;

parentPort?.on('message', ({ way, from, to }: Piece) => {
  const { generator, moves } = ways[way] ?? {};
  if (!generator) throw new Error(`There is no way of drawing number ${way}.`);
  const results = Array.from({ length: to - from }, (_, index) =>
    interviewRunner(knowledge, moves ? other : knowledge, generator, seedOf(seed, from + index)),
  );
  parentPort?.postMessage({ way, from, results } satisfies PieceDone);
});
