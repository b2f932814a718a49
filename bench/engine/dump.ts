// Builds the C reference with the system's compiler and hands it the compiled tables, so that both do the same sums.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rowsOf, Session, type Tables } from '../../src/inference/index.ts';

export interface Asked {
  readonly findings: readonly number[];
  readonly states: readonly number[];
}

export interface Reference {
  /** Nanoseconds by measure. */
  readonly measure: (...args: readonly string[]) => ReadonlyMap<string, number>;
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
  return {
    remove,
    measure: (...args) => {
      const run = spawnSync(program, [join(folder, 'data'), ...args], { encoding: 'utf8' });
      if (run.status !== 0) throw new Error(`The C reference ended with ${run.status}: ${run.stderr}`);
      return new Map(
        run.stdout
          .trim()
          .split('\n')
          .map((line) => line.split(' '))
          .map(([name = '', value]) => [name, Number(value)]),
      );
    },
  };
}

/** The tables of a network of binary findings, as bench/c/engine.c reads them. */
export function dumpTables(tables: Tables, cases: readonly Asked[]): Buffer {
  const { sets, effects } = tables;
  const findings = Array.from(tables.states, (_, index) => tables.finding(index));
  findings.forEach((_, index) => {
    if ((effects.lay[4 * (effects.first[index] as number)] as number) < 0) tables.prepare(index);
  });
  const { start, cells, pairs, silent } = tables.terms();
  const asked = cases[0]?.findings.length ?? 0;
  const prior = new Session(tables).setProbabilities();
  let sum = 0;
  const cumulative = prior.map((p) => {
    sum += p;
    return sum;
  });
  const ints = (values: Iterable<number>) => Buffer.from(Int32Array.from(values).buffer);
  const doubles = (values: Iterable<number>) => Buffer.from(Float64Array.from(values).buffer);
  const head = [
    sets.causes,
    findings.length,
    sets.pairs,
    sets.triples,
    sets.cells,
    cells.length,
    effects.length,
    cases.length,
    asked,
    sets.size,
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
    doubles(cumulative),
    ints(findings.map((finding) => finding.weak.length / 2)),
    ...findings.map((finding) => ints(rowsOf(sets, finding.subsets))),
    ...findings.map((finding) => doubles(finding.weak.filter((_, at) => at % 2 === 1))),
  ]);
}
