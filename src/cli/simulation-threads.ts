// Shares the interviews of a simulation out over threads. Runners have numbers and each number has a seed, so the results
// are the same whichever thread drew whom; they are put back in the order of the numbers before anything is counted.

import { Worker } from 'node:worker_threads';
import type { Generator, RunnerResult } from '../evaluate/index.ts';
import type { KnowledgeBase } from '../knowledge/index.ts';

/** How runners are drawn: by which generator, and whether from numbers moved as far as their sources allow. */
export interface WayOfDrawing {
  readonly name: string;
  readonly generator: Generator;
  readonly moves: boolean;
}

/** Runners `from` up to but not including `to` of one way. */
export interface Piece {
  readonly way: number;
  readonly from: number;
  readonly to: number;
}

export interface PieceDone {
  readonly way: number;
  readonly from: number;
  readonly results: readonly RunnerResult[];
}

export interface Simulation {
  readonly knowledge: KnowledgeBase;
  readonly seed: number;
  readonly runners: number;
  readonly threads: number;
  readonly ways: readonly WayOfDrawing[];
  /** Called after each piece with the number of interviews done and to do. */
  readonly onProgress: (done: number, all: number) => void;
  /** Stops the run; what is done by then is returned. */
  readonly signal?: AbortSignal;
}

const PIECE = 50;

/** Runs the interviews; the results by way, in the order of the runners. Short of all when it was stopped. */
export async function interviewed(simulation: Simulation): Promise<readonly (readonly RunnerResult[])[]> {
  const { knowledge, seed, runners, ways, onProgress, signal } = simulation;
  const pieces: Piece[] = ways.flatMap((_, way) =>
    Array.from({ length: Math.ceil(runners / PIECE) }, (__, at) => ({
      way,
      from: at * PIECE,
      to: Math.min(runners, (at + 1) * PIECE),
    })),
  );
  const all = runners * ways.length;
  const done: PieceDone[] = [];
  let finished = 0;
  let following = 0;

  const work = () =>
    new Promise<void>((resolve, reject) => {
      const worker = new Worker(new URL('./simulation-worker.ts', import.meta.url), {
        workerData: { knowledge, seed, ways },
      });
      const end = () => void worker.terminate().then(() => resolve(), reject);
      const hand = () => {
        const piece = signal?.aborted ? undefined : pieces[following++];
        if (piece) worker.postMessage(piece);
        else end();
      };
      signal?.addEventListener('abort', end, { once: true });
      worker.on('error', reject);
      worker.on('message', (piece: PieceDone) => {
        done.push(piece);
        finished += piece.results.length;
        onProgress(finished, all);
        hand();
      });
      hand();
    });

  await Promise.all(Array.from({ length: Math.min(simulation.threads, pieces.length) }, work));
  return ways.map((_, way) =>
    done
      .filter((piece) => piece.way === way)
      .sort((a, b) => a.from - b.from)
      .flatMap(({ results }) => results),
  );
}
