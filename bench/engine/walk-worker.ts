// One of several threads that share the interviews by their first answers.

import { parentPort, workerData } from 'node:worker_threads';
import { compileTables } from '../../src/inference/index.ts';
import { networkOf, REFERENCE } from '../networks.ts';
import { peopleOf, walk } from './interviews.ts';

const { people, questions, owned } = workerData as {
  people: number;
  questions: number;
  owned: readonly number[];
};
const all = peopleOf(compileTables(networkOf(REFERENCE)));
const mine = new Set(owned);
// Warm, so that the threads are compared and not their compilers.
walk(all, 2000, questions, (prefix) => mine.has(prefix));
parentPort?.postMessage('ready');
parentPort?.on('message', () => {
  const from = process.threadCpuUsage();
  const walked = walk(all, people, questions, (prefix) => mine.has(prefix));
  const { user, system } = process.threadCpuUsage(from);
  parentPort?.postMessage({ ...walked, milliseconds: (user + system) / 1000 });
  parentPort?.close();
});
