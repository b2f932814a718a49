// The interviews over worker threads: each walks a share of the people through one tree in shared memory.

import { Worker } from 'node:worker_threads';
import { emptyForest, type Walked } from './interviews.ts';

/** Milliseconds of processor time of the thread that takes longest: what one waits for where each has a core to itself. */
export async function inThreads(
  threads: number,
  people: number,
  questions: number,
  causes: number,
): Promise<{ readonly milliseconds: number; readonly check: number }> {
  const forest = emptyForest(causes, (bytes) => new SharedArrayBuffer(bytes));
  const workers = Array.from({ length: threads }, (_, at) => {
    const [from, to] = [(people / threads) * at, (people / threads) * (at + 1)];
    const workerData = { forest, from, to, questions, thread: at };
    return new Worker(new URL('./walk-worker.ts', import.meta.url), { workerData });
  });
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
  return {
    milliseconds: Math.max(...walked.map(({ milliseconds }) => milliseconds ?? 0)),
    check: walked.reduce((sum, { check }) => sum + check, 0),
  };
}
