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
  const { sets } = tables;
  const findings = Array.from(tables.states, (_, index) => tables.finding(index));
  const from = (lengths: readonly number[]) => {
    let sum = 0;
    return lengths.map((length) => {
      sum += length;
      return sum - length;
    });
  };
  const counts = findings.map(({ subsets }) => subsets.cells.length);
  const joined = (parts: readonly Iterable<number>[]) => parts.flatMap((part) => [...part]);
  const cells = joined(findings.map(({ subsets }) => subsets.cells));
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
    2 * cells.length,
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
    ints(sets.pairAt),
    ints(from(counts)),
    ints(counts),
    ints(findings.map((finding) => finding.subsets.singles)),
    ints(from(counts.map((one) => 2 * one))),
    ints(joined(findings.map(({ uses }) => uses))),
    ints(cells),
    ints(cases.flatMap((one) => one.findings)),
    ints(cases.flatMap((one) => one.states)),
    doubles(sets.sizes),
    doubles(sets.base),
    doubles(joined(findings.map(({ ratios }) => ratios))),
    doubles(joined(findings.map(({ chances }) => chances))),
    doubles(joined(findings.map(({ entropies }) => entropies))),
    doubles(findings.map(({ silent }) => silent[0] ?? 0)),
    doubles(findings.map(({ silentEntropy }) => silentEntropy)),
    doubles(cumulative),
    ints(findings.map((finding) => finding.weak.length / 2)),
    ...findings.map((finding) => ints(rowsOf(sets, finding.subsets))),
    ...findings.map((finding) => doubles(finding.weak.filter((_, at) => at % 2 === 1))),
  ]);
}
