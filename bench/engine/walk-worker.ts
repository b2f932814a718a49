// One of several threads that walk the same tree, each with people of its own.

import { parentPort, workerData } from 'node:worker_threads';
import { compileTables } from '../../src/inference/index.ts';
import { networkOf, REFERENCE } from '../networks.ts';
import { emptyForest, type Forest, peopleOf, walk } from './interviews.ts';

const { forest, from, to, questions, thread } = workerData as {
  forest: Forest;
  from: number;
  to: number;
  questions: number;
  thread: number;
};
const all = peopleOf(compileTables(networkOf(REFERENCE)));
// Warm, so that the threads are compared and not their compilers.
walk(all, emptyForest(all.tables.sets.causes), 0, 5000, questions);
parentPort?.postMessage('ready');
parentPort?.on('message', () => {
  const start = process.threadCpuUsage();
  const walked = walk(all, forest, from, to, questions, thread);
  const { user, system } = process.threadCpuUsage(start);
  parentPort?.postMessage({ ...walked, milliseconds: (user + system) / 1000 });
  parentPort?.close();
});
