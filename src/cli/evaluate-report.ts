// Scores as a table for people and as JSON for programs.

import type { Miss, ModeScores, Scores } from '../evaluate/index.ts';
import type { Rate } from '../probability/index.ts';
import { isMoreUrgent } from '../vocabulary/index.ts';
import { strong } from './terminal.ts';
import { count, indented, table, wrap } from './text.ts';

type Mode = keyof Scores['modes'];
const MODES: readonly Mode[] = ['all-answers', 'interview'];
const NAMES: Readonly<Record<Mode, string>> = {
  'all-answers': 'all answers at once',
  interview: 'interview',
};

/** The scores as they are printed by --json; `JSON.stringify` writes what is not a number as null. */
export function scoresJson({ cases, covered, knowledge, modes }: Scores) {
  return {
    cases,
    covered,
    knowledge,
    modes: { 'all-answers': modeJson(modes['all-answers']), interview: modeJson(modes.interview) },
  };
}

function modeJson(mode: ModeScores) {
  const { top1, top3, triageExact, underTriage, overTriage, emergenciesCaught } = mode;
  const { brier, ece, questions, misses, calibration } = mode;
  return {
    top1: rateJson(top1),
    top3: rateJson(top3),
    triageExact: rateJson(triageExact),
    underTriage: rateJson(underTriage),
    overTriage: rateJson(overTriage),
    emergenciesCaught: rateJson(emergenciesCaught),
    brier,
    ece,
    questions: { median: questions.median, p90: questions.p90 },
    misses,
    calibration,
  };
}

function rateJson({ value, low, high, n }: Rate) {
  return { value, low, high, n };
}

/** Tables of both modes side by side, calibration and misses. */
export function scoresText(scores: Scores, width: number): string {
  const { cases, covered, knowledge, modes } = scores;
  const row = (name: string, cell: (mode: ModeScores) => string) => [
    name,
    ...MODES.map((mode) => cell(modes[mode])),
  ];
  const lines = table(
    ['', ...MODES.map((mode) => NAMES[mode])],
    [
      row('right cause first', ({ top1 }) => rate(top1)),
      row('right cause among the first three', ({ top3 }) => rate(top3)),
      row('urgency exactly right', ({ triageExact }) => rate(triageExact)),
      row('urgency too low', ({ underTriage }) => rate(underTriage)),
      row('urgency too high', ({ overTriage }) => rate(overTriage)),
      row('emergencies sent at least same-day', ({ emergenciesCaught }) => rate(emergenciesCaught)),
      row('Brier score of the leading cause', ({ brier }) => decimal(brier)),
      row('calibration error', ({ ece }) => decimal(ece)),
      ['adaptive questions, median and 90th percentile', '–', questions(modes.interview)],
    ],
    width,
  );
  const [head = '', ...body] = lines;
  const covers = `${covered} with a cause that the knowledge covers`;
  return [
    wrap(
      `${count(cases, 'case')}, ${covers}. Knowledge ${knowledge}. ` +
        'In brackets: 95 % interval, then hits of cases.',
      width,
    ),
    '',
    strong(head),
    ...body,
    ...MODES.flatMap((mode) => ['', calibrationText(mode, modes[mode])]),
    ...MODES.flatMap((mode) => ['', missesText(mode, modes[mode].misses, width)]),
  ].join('\n');
}

function rate({ value, low, high, n }: Rate): string {
  if (n === 0) return 'no cases';
  const percent = (share: number) => `${Math.round(share * 100)}`;
  return `${percent(value)} % (${percent(low)}–${percent(high)}; ${Math.round(value * n)} of ${n})`;
}

function decimal(value: number): string {
  return Number.isFinite(value) ? value.toFixed(3) : 'no cases';
}

function questions({ questions: { median, p90 } }: ModeScores): string {
  return `${median} and ${p90}`;
}

function calibrationText(mode: Mode, { calibration }: ModeScores): string {
  const title = strong(`Calibration, ${NAMES[mode]}: the leading cause is the right one`);
  if (calibration.length === 0) return `${title}\n  no cases`;
  const percent = (share: number) => `${(share * 100).toFixed(0)} %`;
  const rows = calibration.map(({ from, to, said, seen, n }) => [
    `${percent(from)} to ${percent(to)}`,
    percent(said),
    percent(seen),
    String(n),
  ]);
  return `${title}\n${indented(table(['forecast', 'said', 'seen', 'cases'], rows, 80).join('\n'))}`;
}

function missesText(mode: Mode, misses: readonly Miss[], width: number): string {
  if (misses.length === 0) return strong(`Misses, ${NAMES[mode]}: none`);
  const rows = misses.map(({ id, expected, got }) => [id, verdict(expected, got), told(expected), told(got)]);
  const title = strong(`Misses, ${NAMES[mode]}: ${misses.length}`);
  return `${title}\n${indented(table(['case', 'urgency', 'expected', 'got'], rows, width - 2).join('\n'))}`;
}

function verdict(expected: Miss['expected'], got: Miss['got']): string {
  if (expected.triage === got.triage) return 'right';
  return isMoreUrgent(expected.triage, got.triage) ? 'TOO LOW' : 'too high';
}

function told({ triage, conditions }: Miss['expected']): string {
  return `${triage}: ${conditions.length > 0 ? conditions.join(', ') : 'not covered'}`;
}
