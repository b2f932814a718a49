// Builds the C reference with the system's compiler and hands it the compiled tables, so that both do the same sums.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LargeNetwork, Tables } from '../../src/inference/index.ts';
import { peopleOf } from './interviews.ts';

export interface Asked {
  readonly findings: readonly number[];
  readonly states: readonly number[];
}

export interface Reference {
  /** Nanoseconds by measure. */
  readonly measure: (...args: readonly string[]) => ReadonlyMap<string, number>;
  /** What it works out, number by number. */
  readonly results: () => Float64Array;
  readonly remove: () => void;
}

/** Compiles a C file; undefined, after saying why, where there is no compiler. */
export function buildReference(
  source: string,
  data: Buffer,
  say: (line: string) => void,
): Reference | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'backstride-bench-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const program = join(folder, 'reference');
  const file = fileURLToPath(new URL(`../c/${source}`, import.meta.url));
  const built = spawnSync('gcc', ['-O3', '-march=native', '-o', program, file, '-lm'], { encoding: 'utf8' });
  if (built.status !== 0) {
    say(`The C reference is left out: ${built.error ? 'no gcc here' : built.stderr.split('\n')[0]}.`);
    remove();
    return undefined;
  }
  writeFileSync(join(folder, 'data'), data);
  const run = (...args: readonly string[]): Buffer => {
    const ran = spawnSync(program, [join(folder, 'data'), ...args], { maxBuffer: 2 ** 28 });
    if (ran.status !== 0) throw new Error(`The C reference ended with ${ran.status}: ${ran.stderr}`);
    return ran.stdout;
  };
  return {
    remove,
    results: () => new Float64Array(Uint8Array.from(run('results')).buffer),
    measure: (...args) =>
      new Map(
        run(...args)
          .toString()
          .trim()
          .split('\n')
          .map((line) => line.split(' '))
          .map(([name = '', value]) => [name, Number(value)]),
      ),
  };
}

/** The tables of a network of binary findings, as bench/c/engine.c reads them. */
export function dumpTables(tables: Tables, cases: readonly Asked[]): Buffer {
  const { sets, effects } = tables;
  tables.states.forEach((_, index) => {
    if ((effects.lay[4 * (effects.first[index] as number)] as number) < 0) tables.prepare(index);
  });
  const { start, cells, pairs, silent } = tables.terms();
  const asked = cases[0]?.findings.length ?? 0;
  const { prior, guide, yes } = peopleOf(tables);
  const head = [
    sets.causes,
    tables.states.length,
    sets.pairs,
    sets.triples,
    sets.cells,
    cells.length,
    effects.length,
    cases.length,
    asked,
    sets.size,
    guide.length,
  ];
  return Buffer.concat([
    ints(head),
    ints(sets.pairStart),
    ints(sets.pairSecond),
    ints(sets.tripleStart),
    ints(sets.tripleThird),
    ints(sets.thirdAt),
    ints(effects.first),
    ints(effects.lay),
    ints(effects.cells.subarray(0, effects.length)),
    ints(start),
    ints(cells),
    ints(cases.flatMap((one) => one.findings)),
    ints(cases.flatMap((one) => one.states)),
    doubles(sets.sizes),
    doubles(sets.base),
    doubles(effects.ratios.subarray(0, effects.length)),
    doubles(pairs),
    doubles(silent),
    doubles(prior),
    ints(guide),
    ints(yes),
  ]);
}

/** A large network, as bench/c/large.c reads it. */
export function dumpLarge(network: LargeNetwork, cases: readonly Asked[], tolerance: number): Buffer {
  const { worth } = network;
  const asked = cases[0]?.findings.length ?? 0;
  const head = [
    network.causes,
    network.findings,
    network.links.length,
    network.chances.length,
    cases.length,
    asked,
  ];
  return Buffer.concat([
    ints(head),
    ints(network.start),
    ints(network.links),
    ints(network.startOfCause),
    ints(network.linkOfCause),
    ints(network.findingOfLink),
    ints(network.tableStart),
    ints(worth.order),
    ints(cases.flatMap((one) => one.findings)),
    ints(cases.flatMap((one) => one.states)),
    doubles([tolerance]),
    doubles(network.odds),
    doubles(network.sizes),
    doubles(network.silence),
    doubles(network.leak),
    doubles(network.misreport),
    doubles(network.quietest),
    doubles(network.chances),
    doubles(network.entropies),
    doubles(worth.silent),
    doubles(worth.loud),
    doubles(worth.loudness),
    doubles(worth.bestShare),
    doubles(worth.slope),
    doubles(worth.touch),
  ]);
}

function ints(values: Iterable<number>): Buffer {
  return Buffer.from(Int32Array.from(values).buffer);
}

function doubles(values: Iterable<number>): Buffer {
  return Buffer.from(Float64Array.from(values).buffer);
}
