// The engine beside its own C reference and beside what npm offers, all on the same seeded networks. Rounds are interleaved: each
// round measures everybody once, and only ratios of medians are judged. A row against C is refused when C does not find what we find.
// When the C reference itself drifts by more than half between rounds the machine was too busy: rows that need it are not judged.

import { gzipSync } from 'node:zlib';
import type { NetworkSpec } from '../../src/inference/index.ts';
import { networkOf, REFERENCE } from '../networks.ts';
import {
  atMost,
  faster,
  gapOf,
  noted,
  type Row,
  type Spread,
  type Suite,
  shown,
  spreadOf,
  unlessRefused,
} from '../rows.ts';
import { bayesjs, denseValues, jsbayes, jscat } from './contenders.ts';
import { BRIEF, type Contest, contestOn, LONG, SHORT } from './contest.ts';
import { emptyForest, peopleOf, walk, walkEachStep } from './interviews.ts';
import { knowledgeRows } from './knowledge.ts';
import { largeRows } from './large.ts';
import { inThreads } from './threads.ts';
import { spent, timed } from './timing.ts';

const ROUNDS = 7;
const PEOPLE = 1_000_000;
const QUESTIONS = 15;
/** So many interviews are worked out step by step. */
const FEW = 400;

export const engineSuite: Suite = async (say) => {
  const plain = contestOn(networkOf(REFERENCE), say, LONG);
  const misreported = networkOf({ ...REFERENCE, misreport: 0.03 });
  const others = [
    { name: 'with misreports', contest: contestOn(misreported, say, SHORT) },
    { name: 'with misreports and groups', contest: contestOn(inGroups(misreported), say, BRIEF) },
  ];
  const dense = denseValues(plain.tables);
  const peers: Record<string, (() => number) | undefined> = {
    dense: () => timed(plain.cases, 3, 1, (one) => dense(one, 10)),
    ...bayesjs(plain.network, plain.cases, say),
    jsbayes: jsbayes(plain.network, plain.cases, say),
    jscat: jscat(say),
  };
  const figures = new Map<string, number[]>();
  const note = (name: string, value: number) => figures.set(name, [...(figures.get(name) ?? []), value]);
  const measure = ({ ours, reference }: Contest, suffix = '') => {
    for (const [name, nanoseconds] of reference?.measure() ?? [])
      note(`c ${name}${suffix}`, nanoseconds / 1000);
    for (const [name, run] of Object.entries(ours)) note(`${name}${suffix}`, run());
  };
  for (const run of [
    ...Object.values(plain.ours),
    ...others.flatMap(({ contest }) => Object.values(contest.ours)),
  ])
    run();
  for (let round = 0; round < ROUNDS; round++) {
    say(`Reference network, round ${round + 1} of ${ROUNDS} …`);
    measure(plain);
    for (const [name, run] of Object.entries(peers))
      if (run && (round < 3 || name === 'dense')) note(name, run());
    if (round < 3) for (const { name, contest } of others) measure(contest, ` ${name}`);
  }
  const large = largeRows(say);
  for (const c of large.c) note('c large', c);
  const people = await interviewRows(say, plain);
  for (const { reference } of [plain, ...others.map(({ contest }) => contest)]) reference?.remove();
  if (!Number.isFinite(plain.check())) say('A posterior was not a number.');

  const of = (name: string): Spread | undefined => {
    const values = figures.get(name);
    return values ? spreadOf(values) : undefined;
  };
  const my = (name: string) => of(name) ?? spreadOf([]);
  const product = spreadOf(
    (figures.get('scratch20') ?? []).map((one, at) => one + (figures.get('values')?.[at] ?? 0)),
  );
  const againstC = (name: string, title: string, times: number) =>
    unlessRefused(atMost(title, my(name), of(`c ${name}`), times), plain.gap);
  const rows: Row[] = [
    againstC('scratch20', TITLES.scratch20, 3),
    againstC('update', TITLES.update, 3),
    againstC('values', TITLES.values, 2),
    ...others.flatMap(({ name, contest }) =>
      (['scratch20', 'update', 'values'] as const).map((figure) =>
        unlessRefused(
          shown(`${TITLES[figure]}, ${name}`, my(`${figure} ${name}`), of(`c ${figure} ${name}`)),
          contest.gap,
        ),
      ),
    ),
    faster('value of every question, against the dense textbook way in JS', my('values'), of('dense'), 25),
    noted(
      faster("value of every question, against jsCAT's pick from 150 items", my('values'), of('jscat'), 40),
      'jsCAT: items as in its manual, after 10 answers, by maximum information, its defaults otherwise',
    ),
    noted(
      faster('posteriors at 5 answers, against bayesjs (exact)', my('bayesjs ours'), of('bayesjs'), 100_000),
      'both: all 30 causes, the three quartiles of the cases by number of links, answered findings only',
    ),
    faster(
      'posteriors at 10 answers, against jsbayes (10,000 samples)',
      my('scratch10'),
      of('jsbayes'),
      50_000,
    ),
    ...large.rows,
    atMost('1,000 × 5,000: the same, against our own 30 × 150', large.ours, product, 12),
    ...people,
    ...(await knowledgeRows(gzipSync, say)),
  ];
  return judged(rows, figures, say);
};

const TITLES = {
  scratch20: 'from scratch at 20 answers: all posteriors',
  update: 'one more answer: all posteriors',
  values: 'value of every unanswered question',
} as const;

/** Every fifth finding belongs to one of two groups. */
function inGroups(network: NetworkSpec): NetworkSpec {
  return {
    ...network,
    findings: network.findings.map((finding, at) => (at % 5 === 0 ? { ...finding, group: at % 2 } : finding)),
    spreads: [1.2, 0.7],
  };
}

/** Rows against C are not judged when C itself was not steady. */
function judged(
  rows: readonly Row[],
  figures: ReadonlyMap<string, readonly number[]>,
  say: (line: string) => void,
) {
  const drift = [...figures]
    .filter(([name]) => ['c scratch20', 'c values', 'c update', 'c large'].includes(name))
    .map(([, values]) => {
      const { median, low, high } = spreadOf(values);
      return Math.max(high / median, median / low) - 1;
    });
  const worst = Math.max(0, ...drift);
  say(`The C reference drifted by ${Math.round(100 * worst)} % at most between rounds.`);
  if (worst <= 0.5) return rows;
  say('That is too much: rows against C are not judged in this run.');
  return rows.map((row) => (row.peer !== null && row.bar.includes('× peer') ? { ...row, met: null } : row));
}

async function interviewRows(
  say: (line: string) => void,
  { tables, reference }: Contest,
): Promise<readonly Row[]> {
  const people = peopleOf(tables);
  const { causes } = tables.sets;
  walk(people, emptyForest(causes), 0, 5000, QUESTIONS);
  walkEachStep(people, FEW, QUESTIONS);
  const one: number[] = [];
  const two: number[] = [];
  const c: number[] = [];
  const eachStep: number[] = [];
  let gap: number | undefined;
  for (let round = 0; round < 3; round++) {
    say(`A million interviews, round ${round + 1} of 3 …`);
    const from = process.threadCpuUsage();
    const alone = walk(people, emptyForest(causes), 0, PEOPLE, QUESTIONS);
    one.push(spent(from) / 1000);
    eachStep.push((walkEachStep(people, FEW, QUESTIONS) * PEOPLE) / 1000);
    const together = await inThreads(2, PEOPLE, QUESTIONS, causes);
    two.push(together.milliseconds);
    if (Math.abs(together.check - alone.check) > 1e-6) say('Two threads did not find what one finds.');
    const inC = reference?.measure(String(PEOPLE), String(QUESTIONS));
    if (inC) {
      c.push((inC.get('interviews') ?? Number.NaN) / 1e6);
      gap = gapOf([alone.check / PEOPLE], [(inC.get('check') ?? Number.NaN) / PEOPLE]);
    }
  }
  const cSpread = c.length > 0 ? spreadOf(c) : undefined;
  const speed = spreadOf(one).median / spreadOf(two).median;
  return [
    unlessRefused(
      atMost('a million interviews of 15 questions, exact at every leaf', spreadOf(one), cSpread, 3, 'ms'),
      gap,
    ),
    noted(
      faster('the same, against computing each step', spreadOf(one), spreadOf(eachStep), 500, 'ms'),
      `each step: probabilities and next question; measured on ${FEW} people`,
    ),
    {
      name: 'the same on two threads (the longer one), against one',
      ours: spreadOf(two).median,
      peer: spreadOf(one).median,
      unit: 'ms',
      ratio: speed,
      bar: '≥ 1.8 × faster',
      met: speed >= 1.8,
    },
  ];
}
