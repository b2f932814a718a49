// The progress chart in words, and the timer.

import type { Colour } from '../../../knowledge/index.ts';
import type { DecisionKind } from '../../../recover/index.ts';
import type { Pain } from '../../components/progress-plot.ts';

const pains: Readonly<Record<Pain, string>> = {
  morning: 'Morning pain',
  worst: 'Worst pain',
  during: 'Pain while training',
};
const colours: Readonly<Record<Colour, string>> = {
  amber: 'A bit too much',
  red: 'Too much',
  refer: 'See someone',
};
const decisions: Readonly<Record<DecisionKind, string>> = {
  advance: 'Move on',
  hold: 'Stay',
  'step-back': 'Step back',
  pause: 'Pause',
  'see-someone': 'See someone',
};

export const chart = {
  pains,
  colours,
  decisions,
  nothing: 'Nothing to draw yet.',
  nothingToShow: 'Nothing to show yet.',
  axes: { pain: 'Pain, 0 to 10', stage: 'Stage of the plan', run: 'Minutes of running' },
  sameInNumbers: 'The same in numbers, day by day',
  span: (from: string, to: string): string => `Pain, stage and runs, ${from} to ${to}.`,
  sameStage: (stage: number, name: string): string => `Stage ${stage}, ${name}, at the beginning and now.`,
  stages: (first: number, firstName: string, last: number, lastName: string): string =>
    `Stage ${first}, ${firstName}, at the beginning; stage ${last}, ${lastName}, now.`,
  onDays: (colour: string, days: number): string =>
    `${colour.toLowerCase()} on ${days} ${days === 1 ? 'day' : 'days'}`,
  runs: (many: number, least: number, most: number): string =>
    `${many} ${many === 1 ? 'run' : 'runs'} of ${least === most ? most : `${least} to ${most}`} ${most === 1 ? 'minute' : 'minutes'}.`,
  noRuns: 'No runs.',
  toldOnce: (pain: string, value: number): string => `${pain} ${value} of 10, told once.`,
  trend: (pain: string, first: number, last: number, most: number): string => {
    const ends =
      last === first
        ? `was the same at both ends, ${first} of 10`
        : `${last < first ? 'fell' : 'rose'} from ${first} to ${last} of 10`;
    return `${pain} ${ends}${most > Math.max(first, last) ? `, with ${most} at its highest` : ''}.`;
  },
  notTold: 'not told',
  table: 'Day by day, in numbers',
  caption: 'Pain from 0 to 10, runs in minutes',
  columns: { date: 'Date', run: 'Run', stage: 'Stage', day: 'Day' },
};

/** What the script of the timer says; it gets these from the button. */
export const timer = {
  holds: (rounds: number, seconds: number): string => `Time the holds: ${rounds} × ${seconds} seconds`,
  runs: 'Time the runs and walks',
  run: 'Run',
  walk: 'Walk',
  hold: 'Hold',
  rest: 'Rest',
  ready: 'Get ready',
  script: {
    done: 'Done',
    pause: 'Pause',
    stop: 'Stop',
    noise: 'Sound and buzz',
    goOn: 'Go on',
    close: 'Close',
    paused: 'Paused',
    timer: 'Timer',
    of: 'of',
    seconds: 'seconds',
    goesOn: 'goes on',
  },
};
