// The interviews split over worker threads by their first answers: each thread grows its own part of the tree.

import { Worker } from 'node:worker_threads';
import { type People, SPLIT, type Walked, walk } from './interviews.ts';

/** Milliseconds of processor time of the thread that takes longest: what one waits for where each has a core to itself. */
export async function inThreads(
  threads: number,
  people: number,
  questions: number,
  all: People,
): Promise<number> {
  const parts = shares(threads, questions, all);
  const workers = parts.map(
    (owned) =>
      new Worker(new URL('./walk-worker.ts', import.meta.url), { workerData: { people, questions, owned } }),
  );
  const next = (worker: Worker) =>
    new Promise<Walked>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
    });
  await Promise.all(workers.map(next));
  const ends = workers.map(next);
  for (const worker of workers) worker.postMessage('go');
  const walked = await Promise.all(ends);
  await Promise.all(workers.map((worker) => worker.terminate()));
  return Math.max(...walked.map(({ milliseconds }) => milliseconds ?? 0));
}

/** Deals the prefixes out by how many nodes of the tree lie behind each, measured on a few people. */
function shares(threads: number, questions: number, all: People): number[][] {
  const sizes = Array.from({ length: 2 ** SPLIT }, (_, at) => {
    const prefix = 2 ** SPLIT + at;
    return { prefix, nodes: walk(all, 3000, questions, (one) => one === prefix).nodes };
  }).sort((a, b) => b.nodes - a.nodes || a.prefix - b.prefix);
  const parts = Array.from({ length: threads }, () => ({ owned: [] as number[], nodes: 0 }));
  for (const { prefix, nodes } of sizes) {
    const least = parts.reduce((a, b) => (b.nodes < a.nodes ? b : a));
    least.owned.push(prefix);
    least.nodes += nodes;
  }
  return parts.map(({ owned }) => owned);
}
