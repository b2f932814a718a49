// `simulate`: interviews with runners made up from the knowledge.

import { availableParallelism } from 'node:os';
import {
  type InterviewScores,
  MERGED,
  PERTURBED,
  SELF_CONSISTENT,
  scoresOfRunners,
} from '../evaluate/index.ts';
import type { Rate } from '../probability/index.ts';
import { ok, type Result, refuse } from '../vocabulary/index.ts';
import { type Command, type Given, JSON_OPTION, KNOWLEDGE_OPTION } from './command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { openKnowledge } from './open-knowledge.ts';
import { interviewed, type WayOfDrawing } from './simulation-threads.ts';
import { columns, complain, print, strong } from './terminal.ts';
import { count, table } from './text.ts';

export const SIMULATE: Command = {
  name: 'simulate',
  summary: 'Interview runners made up from the knowledge: calibration, questions, safety.',
  about: [
    'Draws runners three ways and interviews each. From the model itself: this tests the arithmetic and the ' +
      'questions. Tied: findings of a group hang together by a normal copula of 0.45, twice as many answers are ' +
      'misreported. Merged: all groups hang on one hidden strength as well, and the authors’ numbers are moved as ' +
      'far as their sample sizes allow. None of this says how real runners are.',
    'The same seed gives the same figures everywhere, with any number of threads. Ctrl-C stops and scores what is ' +
      'done by then.',
  ],
  operands: [],
  options: [
    { name: 'runners', value: 'N', means: 'Runners for each way; 1000 unless given.' },
    { name: 'threads', value: 'T', means: 'Threads; as many as the machine has processors unless given.' },
    { name: 'seed', value: 'S', means: 'Seed of the draws, a whole number; 1 unless given.' },
    { ...JSON_OPTION, means: 'Print the figures as JSON.' },
    KNOWLEDGE_OPTION,
  ],
  run: runSimulate,
};

export const WAYS: readonly WayOfDrawing[] = [
  { name: 'model', generator: SELF_CONSISTENT, moves: false },
  { name: 'tied', generator: PERTURBED, moves: false },
  { name: 'merged', generator: MERGED, moves: true },
];

async function runSimulate(given: Given): Promise<ExitCode> {
  const runners = wholeNumber('runners', given.text('runners') ?? '1000');
  if (!runners.ok) return runners.refusal;
  const threads = wholeNumber('threads', given.text('threads') ?? String(availableParallelism()));
  if (!threads.ok) return threads.refusal;
  const seed = wholeNumber('seed', given.text('seed') ?? '1');
  if (!seed.ok) return seed.refusal;
  const opened = await openKnowledge(given);
  if (!opened.ok) return opened.refusal;

  const stop = new AbortController();
  const onInterrupt = () => stop.abort();
  process.once('SIGINT', onInterrupt);
  const results = await interviewed({
    knowledge: opened.value,
    seed: seed.value,
    runners: runners.value,
    threads: threads.value,
    ways: WAYS,
    onProgress: showProgress,
    signal: stop.signal,
  });
  process.off('SIGINT', onInterrupt);
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');

  const scores = WAYS.flatMap(({ name }, way) => {
    const of = results[way] ?? [];
    return of.length > 0 ? [[name, scoresOfRunners(of)] as const] : [];
  });
  if (stop.signal.aborted) complain('Stopped. The figures are those of the interviews done by then.');
  if (given.has('json')) {
    print(JSON.stringify({ seed: seed.value, ways: Object.fromEntries(scores) }, null, 2));
  } else if (scores.length > 0) {
    print(scoresText(scores));
  }
  return stop.signal.aborted ? EXIT.interrupted : EXIT.done;
}

function showProgress(done: number, all: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${count(done, 'interview')} of ${all}`);
}

/** One column for each way, one row for each figure. */
function scoresText(scores: readonly (readonly [string, InterviewScores])[]): string {
  const row = (name: string, cell: (of: InterviewScores) => string) => [
    name,
    ...scores.map(([, of]) => cell(of)),
  ];
  const rows = [
    row('runners', (of) => String(of.runners)),
    row('right cause first', (of) => percent(of.top1)),
    row('right cause among the first three', (of) => percent(of.top3)),
    row('right action', (of) => percent(of.rightAction)),
    row('urgency below what the causes need', (of) => percent(of.underTriage)),
    row('– and they need a clinician within days', (of) => percent(of.dangerous)),
    row('urgency below what is right', (of) => percent(of.belowRight)),
    row('urgency above what is right', (of) => percent(of.aboveRight)),
    row('emergency or same-day, and so advised', (of) => percent(of.urgentCaught)),
    row('urgent red flags never asked about', (of) => String(of.flagsMissed)),
    row('calibration error, model alone', (of) => of.eceOfModel.toFixed(3)),
    row('calibration error, as shown', (of) => of.ece.toFixed(3)),
    row('Brier score of the leading cause', (of) => of.brier.toFixed(3)),
    row('questions: mean, median, nine in ten', ({ questions: { mean, median, p90 } }) =>
      [mean.toFixed(1), median, p90].join(', '),
    ),
    row('seconds of questions, mean', (of) => of.seconds.toFixed(0)),
    row('stopped: emergency, settled, enough', ({ stops }) =>
      [stops.emergency, stops.settled, stops.enough].join(', '),
    ),
  ];
  const note =
    'Right is what the causes need or a red flag would ask for, whichever is higher, when everything is known.';
  return [table(['', ...scores.map(([name]) => strong(name))], rows, columns()).join('\n'), '', note].join(
    '\n',
  );
}

function percent({ value, low, high }: Rate): string {
  const one = (share: number) => (share * 100).toFixed(1);
  return `${one(value)} % (${one(low)}–${one(high)})`;
}

function wholeNumber(name: string, text: string): Result<number, ExitCode> {
  if (/^[1-9]\d{0,6}$/.test(text)) return ok(Number(text));
  complain(`--${name} wants a whole number from 1 to 9999999, not ${text}.`);
  return refuse(EXIT.badInput);
}
