// Where everything lies in the charts of load. Numbers only, in units of the view box; a phone of 320 pixels shows one unit as
// about one pixel. All charts over time share one axis of days, from the left edge of the first to the right edge of the last.

import type { DayLoad, RunRatio, WeekLoad } from '../../train/index.ts';
import { daysBetween, type LocalDate, weekdayOf } from '../../vocabulary/index.ts';
import { round } from './smooth-curve.ts';

export const WIDTH = 288;
export const LEFT = 30;
export const RIGHT = 282;

export interface PainDay {
  readonly day: LocalDate;
  /** Worst pain of the day; undefined where nothing was told. */
  readonly worst: number | undefined;
  readonly metres: number;
  readonly seconds: number;
}

export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Place on the axis of days: `share` of the way through the day. */
export function axisOf(from: LocalDate, to: LocalDate): (day: LocalDate, share?: number) => number {
  const wide = (RIGHT - LEFT) / (daysBetween(from, to) + 1);
  return (day, share = 0.5) => round(LEFT + (daysBetween(from, day) + share) * wide);
}

/** A height for each value from 0 to `most`; what is above is drawn at the top. */
export function heightOf(top: number, bottom: number, most: number): (value: number) => number {
  return (value) => round(bottom - (Math.min(most, Math.max(0, value)) / most) * (bottom - top));
}

/** The next round number that all values fit below: 1, 2 or 5 times a power of ten. */
export function roundAbove(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  return [1, 2, 5, 10].map((one) => one * power).find((one) => one >= value) ?? 10 * power;
}

/** Days on which a month begins, a few of them, for the axis. */
export function monthsIn(days: readonly LocalDate[], most: number): readonly LocalDate[] {
  const firsts = days.filter((day) => day.endsWith('-01'));
  const apart = Math.ceil(firsts.length / most);
  return firsts.filter((_, index) => index % apart === 0);
}

const CELL = 10;
const BLOCK_WEEKS = 26;
const BLOCK_HEIGHT = 7 * CELL + 26;
const HEAT_LEFT = 14;
const HEAT_TOP = 16;

export interface HeatCell {
  readonly day: LocalDate;
  readonly x: number;
  readonly y: number;
  /** Upper edge of its half year. */
  readonly top: number;
  /** 0 for no run, 1 to 4 by the quarters of the longest day. */
  readonly level: 0 | 1 | 2 | 3 | 4;
}

/** Days as squares, a column a week, half a year beside each other and the halves below each other. */
export function heatCells(days: readonly DayLoad[]): {
  readonly cells: readonly HeatCell[];
  readonly height: number;
  readonly size: number;
} {
  const most = Math.max(1, ...days.map(({ seconds }) => seconds));
  const lead = days[0] ? weekdayOf(days[0].day) - 1 : 0;
  const cells = days.map(({ day, seconds }, index): HeatCell => {
    const week = Math.floor((index + lead) / 7);
    const level = seconds === 0 ? 0 : (Math.min(4, Math.ceil((seconds / most) * 4)) as 1 | 2 | 3 | 4);
    const top = HEAT_TOP + Math.floor(week / BLOCK_WEEKS) * BLOCK_HEIGHT;
    return {
      day,
      x: HEAT_LEFT + (week % BLOCK_WEEKS) * (CELL + 0.5),
      y: top + ((index + lead) % 7) * CELL,
      top,
      level,
    };
  });
  const blocks = Math.ceil((days.length + lead) / 7 / BLOCK_WEEKS);
  return { cells, height: blocks * BLOCK_HEIGHT, size: CELL - 1.5 };
}

export function weekBars(
  weeks: readonly WeekLoad[],
  x: (day: LocalDate, share?: number) => number,
  y: (metres: number) => number,
): readonly (Bar & { readonly week: WeekLoad })[] {
  return weeks.map((week, index) => {
    const next = weeks[index + 1]?.from;
    const left = x(week.from, 0);
    const right = next === undefined ? RIGHT : x(next, 0);
    const top = y(week.metres);
    return {
      week,
      x: round(left + 0.4),
      y: top,
      width: round(Math.max(0.6, right - left - 0.8)),
      height: round(y(0) - top),
    };
  });
}

/** The most that the chart of ratios shows; what is above lies at its edge. */
export const MOST_RATIO = 3;

export function ratioDots(
  ratios: readonly RunRatio[],
  x: (day: LocalDate, share?: number) => number,
  y: (value: number) => number,
): readonly { readonly x: number; readonly y: number; readonly longer: boolean }[] {
  return ratios.map(({ run, ratio, longer }) => ({ x: x(run.day), y: y(ratio), longer }));
}
