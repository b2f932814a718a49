// Where everything lies in the progress chart: three panels above each other on one axis of days. Numbers only, in units of
// the view box; a phone of 320 pixels shows one unit as about one pixel. A day has the same place in every panel. A value that
// is missing leaves a gap: nothing is joined over a day that nobody told about.

import type { Colour } from '../../knowledge/index.ts';
import { addDays, daysBetween, type LocalDate } from '../../vocabulary/index.ts';
import { round } from './smooth-curve.ts';

export interface ProgressDay {
  readonly date: LocalDate;
  /** Pain, 0 to 10. */
  readonly morning?: number;
  readonly worst?: number;
  readonly during?: number;
  /** Stage of the plan, from 1. */
  readonly stage: number;
  readonly stageName: string;
  /** Kind of the day's decision, or words for it. */
  readonly decision: string;
  /** The worst limit that was hit, where known; without it a step back, a pause and “see someone” are marked by themselves. */
  readonly colour?: Colour;
  /** Minutes of running. */
  readonly ran?: number;
}

export const PAINS = ['morning', 'worst', 'during'] as const;
export type Pain = (typeof PAINS)[number];

export interface Point {
  readonly date: LocalDate;
  readonly x: number;
  readonly y: number;
}

export interface Plot {
  readonly days: readonly ProgressDay[];
  readonly width: number;
  readonly height: number;
  /** Days beside each other without a gap. */
  readonly pains: Readonly<Record<Pain, readonly (readonly Point[])[]>>;
  /** Stretches of days at one stage: from the left edge of the first day to the right edge of the last. */
  readonly stages: readonly (readonly { readonly from: number; readonly to: number; readonly y: number }[])[];
  readonly runs: readonly {
    readonly date: LocalDate;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
  readonly marks: readonly { readonly x: number; readonly colour: Colour }[];
  readonly dates: readonly Point[];
  /** Height of a pain, of a stage, of minutes. */
  readonly painY: (value: number) => number;
  readonly stageY: (stage: number) => number;
  readonly runY: (minutes: number) => number;
  readonly mostStages: number;
  readonly mostMinutes: number;
  /** Radius of a point: smaller where days lie close. */
  readonly radius: number;
}

export const WIDTH = 288;
export const LEFT = 30;
export const RIGHT = 280;
export const PAIN = { top: 34, bottom: 134 };
export const STAGE = { top: 164, bottom: 214 };
export const RUN = { top: 250, bottom: 290 };
export const MARK_Y = 24;
const HEIGHT = 312;

/** Lays out the days, in the order of their dates; of two entries for one date the later one counts. */
export function plotOf(given: readonly ProgressDay[]): Plot {
  const days = [...new Map(given.map((day) => [day.date, day])).values()].sort((a, b) =>
    a.date < b.date ? -1 : 1,
  );
  const first = days[0]?.date ?? '2000-01-01';
  const count = daysBetween(first, days.at(-1)?.date ?? first) + 1;
  const wide = (RIGHT - LEFT) / count;
  const x = (date: LocalDate, share = 0.5) => round(LEFT + (daysBetween(first, date) + share) * wide);
  const mostStages = Math.max(2, ...days.map(({ stage }) => stage));
  const mostMinutes = Math.max(10, Math.ceil(Math.max(0, ...days.map(({ ran }) => ran ?? 0)) / 10) * 10);
  const painY = scale(PAIN, 0, 10);
  const stageY = scale(STAGE, 1, mostStages);
  const runY = scale(RUN, 0, mostMinutes);
  return {
    days,
    width: WIDTH,
    height: HEIGHT,
    pains: {
      morning: linesOf(days, 'morning', x, painY),
      worst: linesOf(days, 'worst', x, painY),
      during: linesOf(days, 'during', x, painY),
    },
    stages: runsOfDays(days).map((stretch) =>
      stretch.map(({ date, stage }) => ({ from: x(date, 0), to: x(date, 1), y: stageY(stage) })),
    ),
    runs: days.flatMap(({ date, ran }) =>
      ran === undefined || ran <= 0
        ? []
        : [
            {
              date,
              x: x(date, 0.15),
              y: runY(ran),
              width: round(wide * 0.7),
              height: round(RUN.bottom - runY(ran)),
            },
          ],
    ),
    marks: days.flatMap((day) => {
      const colour = colourOf(day);
      return colour ? [{ x: x(day.date), colour }] : [];
    }),
    dates: datesAt(first, count).map((date) => ({ date, x: x(date), y: HEIGHT - 6 })),
    painY,
    stageY,
    runY,
    mostStages,
    mostMinutes,
    radius: Math.min(3, Math.max(1, round(wide * 0.4))),
  };
}

const COLOUR_OF_DECISION: Readonly<Record<string, Colour>> = {
  'step-back': 'red',
  pause: 'red',
  'see-someone': 'refer',
};

/** What a day is marked with; undefined for a day that went well or of which nothing is known. */
export function colourOf({ colour, decision }: ProgressDay): Colour | undefined {
  return colour ?? COLOUR_OF_DECISION[decision];
}

/** A higher value lies higher; what is out of range is drawn at its edge. */
function scale(
  { top, bottom }: { readonly top: number; readonly bottom: number },
  least: number,
  most: number,
) {
  return (value: number) => {
    const share = Math.min(1, Math.max(0, (value - least) / (most - least)));
    return round(bottom - share * (bottom - top));
  };
}

function linesOf(
  days: readonly ProgressDay[],
  pain: Pain,
  x: (date: LocalDate) => number,
  y: (value: number) => number,
): readonly (readonly Point[])[] {
  return runsOfDays(days.filter((day) => day[pain] !== undefined)).map((stretch) =>
    stretch.map((day) => ({ date: day.date, x: x(day.date), y: y(day[pain] ?? 0) })),
  );
}

/** Splits days wherever a date is missing between two. */
function runsOfDays(days: readonly ProgressDay[]): readonly (readonly ProgressDay[])[] {
  const stretches: ProgressDay[][] = [];
  for (const day of days) {
    const last = stretches.at(-1);
    const before = last?.at(-1);
    if (last && before && addDays(before.date, 1) === day.date) last.push(day);
    else stretches.push([day]);
  }
  return stretches;
}

/** Dates to write below: at most four, whole weeks apart where there is more than one week. */
function datesAt(first: LocalDate, count: number): readonly LocalDate[] {
  const apart = count <= 4 ? 1 : count <= 8 ? 2 : Math.ceil(count / 4 / 7) * 7;
  return Array.from({ length: Math.ceil(count / apart) }, (_, index) => addDays(first, index * apart)).slice(
    0,
    4,
  );
}
