// Scores as a table for people and as JSON for programs.

import type { Comparison, Miss, ModeScores, Scores } from '../evaluate/index.ts';
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

/** Tables of both modes side by side, what asking costs, calibration and misses. */
export function scoresText(scores: Scores, width: number): string {
  return [
    summaryText(scores, width),
    calibrationsText(scores),
    ...MODES.map((mode) => missesText(mode, scores.modes[mode].misses, width)),
  ].join('\n\n');
}

/** Tables of both modes side by side, and what asking costs. */
export function summaryText(scores: Scores, width: number): string {
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
    '',
    askingText(scores, width),
  ].join('\n');
}

/** What the interview loses against knowing all answers, a line per measure, with the cases. */
function askingText({ modes, asking }: Scores, width: number): string {
  const { 'all-answers': known, interview } = modes;
  const row = (name: string, rateOf: (mode: ModeScores) => Rate, { lost, won }: Comparison) => [
    name,
    points(rateOf(interview).value - rateOf(known).value),
    lost.join(', ') || 'none',
    won.join(', ') || 'none',
  ];
  const change = (name: string, of: (mode: ModeScores) => number) => [
    name,
    signed(of(interview) - of(known), 3),
    '',
    '',
  ];
  const rows = [
    row('right cause first', ({ top1 }) => top1, asking.top1),
    row('right cause among the first three', ({ top3 }) => top3, asking.top3),
    row('urgency exactly right', ({ triageExact }) => triageExact, asking.triageExact),
    row('urgency too low', ({ underTriage }) => underTriage, asking.notTooLow),
    row('urgency too high', ({ overTriage }) => overTriage, asking.notTooHigh),
    row('emergencies sent at least same-day', (mode) => mode.emergenciesCaught, asking.emergenciesCaught),
    change('Brier score of the leading cause', ({ brier }) => brier),
    change('calibration error', ({ ece }) => ece),
  ];
  const title = 'What asking costs: interview against all answers (right there and not here: lost)';
  const lines = table(['', 'change', 'cases lost', 'cases won'], rows, width - 2).join('\n');
  return `${strong(title)}\n${indented(lines)}`;
}

function points(difference: number): string {
  return Number.isFinite(difference) ? `${signed(difference * 100, 0)} points` : 'no cases';
}

function signed(difference: number, digits: number): string {
  if (!Number.isFinite(difference)) return 'no cases';
  const size = Math.abs(difference).toFixed(digits);
  if (Number(size) === 0) return size;
  return `${difference < 0 ? '−' : '+'}${size}`;
}

/** For each mode, how often the leading cause was right against how often it was said to be. */
export function calibrationsText({ modes }: Scores): string {
  return MODES.map((mode) => calibrationText(mode, modes[mode])).join('\n\n');
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
