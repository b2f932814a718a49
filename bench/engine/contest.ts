// One network of product size and a hundred people who answer about it: what our engine does for them, and the C reference of the same.

import { compileTables, type NetworkSpec, NONE, Session } from '../../src/inference/index.ts';
import { randomFrom } from '../../src/probability/index.ts';
import { drawFindings, drawPerson } from '../networks.ts';
import { gapOf } from '../rows.ts';
import { type Asked, buildReference, dumpTables } from './dump.ts';
import { timed } from './timing.ts';

/** How many cases, and how often each is gone through. */
export interface Length {
  readonly cases: number;
  readonly scratch: number;
  readonly update: number;
  readonly values: number;
}

export const LONG: Length = { cases: 100, scratch: 400, update: 40, values: 4 };
/** For what is only shown, and for what takes long. */
export const SHORT: Length = { cases: 20, scratch: 400, update: 40, values: 6 };
export const BRIEF: Length = { cases: 20, scratch: 100, update: 10, values: 1 };

const ASKED = 30;
const CHANGES = 20;

export type Contest = ReturnType<typeof contestOn>;

/**
 * Compiles the network for both; C knows no groups and is left out where there are any.
 * @returns among others, by name, what measures each of our figures in microseconds
 */
export function contestOn(network: NetworkSpec, say: (line: string) => void, length: Length) {
  const tables = compileTables(network);
  const cases = casesOf(network, length.cases);
  const session = new Session(tables);
  const answer = ({ findings, states }: Asked, count: number) => {
    session.clear();
    for (let at = 0; at < count; at++) session.answer(findings[at] as number, states[at] as number);
  };
  let kept = 0;
  const scratch = (count: number) => () =>
    timed(cases, length.scratch, 1, (one) => {
      answer(one, count);
      kept += session.posterior()[0] as number;
    });
  // Changed answers: the last one is given and withdrawn in turn, so that there is something to do each time.
  const changes = (count: number, repeats: number, look: () => Float64Array) => () =>
    timed(cases, repeats, CHANGES, (one) => {
      answer(one, count);
      look();
      for (let change = 0; change < CHANGES; change++) {
        session.answer(
          one.findings[count] as number,
          change % 2 === 0 ? (one.states[count] as number) : NONE,
        );
        kept += look()[0] as number;
      }
    });
  const ours: Readonly<Record<string, () => number>> = {
    scratch5: scratch(5),
    scratch10: scratch(10),
    scratch20: scratch(20),
    update: changes(19, length.update, () => session.posterior()),
    values: changes(10, length.values, () => session.values()),
  };
  const reference = network.spreads ? undefined : buildReference('engine.c', dumpTables(tables, cases), say);
  return {
    network,
    tables,
    cases,
    ours,
    reference,
    /** How far C is from us; undefined without C. */
    gap: reference && gapOf(resultsOf(session, cases), reference.results()),
    check: () => kept,
  };
}

/** Our numbers, as bench/c/engine.c writes its own. */
function resultsOf(session: Session, cases: readonly Asked[]): Float64Array {
  const numbers: number[] = [];
  for (const { findings, states } of cases) {
    const give = (from: number, to: number) => {
      for (let at = from; at < to; at++) session.answer(findings[at] as number, states[at] as number);
    };
    for (const count of [5, 10, 20]) {
      session.clear();
      give(0, count);
      numbers.push(...session.posterior());
    }
    give(20, 21);
    numbers.push(...session.posterior());
    session.clear();
    give(0, 10);
    numbers.push(...session.values());
    give(10, 11);
    numbers.push(...session.values());
  }
  return Float64Array.from(numbers);
}

/** People drawn from the network, and what each is asked. Groups are left out of the drawing: who answers what matters little to time. */
function casesOf(network: NetworkSpec, count: number): readonly Asked[] {
  const random = randomFrom(77);
  return Array.from({ length: count }, () => {
    const { states } = drawPerson(network, random);
    const findings = drawFindings(network, ASKED, random);
    return { findings, states: findings.map((finding) => states[finding] ?? 0) };
  });
}
