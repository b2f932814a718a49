// Pain and stage over time, and the runs, on one axis of days: one drawing without a script, told in words to who cannot see
// it, and the same numbers as a table below. Lines differ by their strokes and points by their shapes, not by colour alone.

import { html } from 'hono/html';
import type { Colour } from '../../knowledge/index.ts';
import { english, type Words } from '../words/index.ts';
import type { Html } from './html.ts';
import {
  LEFT,
  MARK_Y,
  PAIN,
  PAINS,
  type Pain,
  type Plot,
  type Point,
  type ProgressDay,
  plotOf,
  RIGHT,
  RUN,
  STAGE,
} from './progress-plot.ts';
import { progressTable, trendInWords } from './progress-words.ts';
import { round } from './smooth-curve.ts';

/** Equal values lie on one spot: a filled circle in front of an open triangle in front of an open square shows all three. */
const BACK_TO_FRONT: readonly Pain[] = ['during', 'worst', 'morning'];

export type { ProgressDay } from './progress-plot.ts';

/** The chart of these days with its key and its twin as a table. */
export function progressChart(
  { days }: { readonly days: readonly ProgressDay[] },
  words: Words = english,
): Html {
  const { chart } = words;
  if (days.length === 0) return html`<p>${chart.nothing}</p>`;
  const plot = plotOf(days);
  const marked = (['amber', 'red', 'refer'] as const).filter((one) =>
    plot.marks.some(({ colour }) => colour === one),
  );
  return html`<figure class="progress">
<svg role="img" aria-label="${trendInWords(plot, words)}" viewBox="0 0 ${plot.width} ${plot.height}">
${grid(plot, words)}
${plot.marks.map(({ x, colour }) => html`<path class="marked ${colour}" d="M${x} ${PAIN.top}V${RUN.bottom}"/><path class="sign ${colour}" d="${signAt(colour, x, MARK_Y)}"/>`)}
${plot.runs.map(({ x, y, width, height }) => html`<rect class="run" x="${x}" y="${y}" width="${width}" height="${height}"/>`)}
<path class="stage" d="${plot.stages.map((steps) => `M${steps[0]?.from} ${steps[0]?.y}${steps.map(({ to, y }) => `V${y}H${to}`).join('')}`).join('')}"/>
${BACK_TO_FRONT.map((pain) => painLine(plot, pain))}
</svg>
<figcaption><ul class="key">
${PAINS.filter((pain) => plot.pains[pain].length > 0).map((pain) => html`<li>${keyOfPain(pain)}${chart.pains[pain]}</li>\n`)}
${marked.map((colour) => html`<li><svg aria-hidden="true" viewBox="0 0 28 12"><path class="sign ${colour}" d="${signAt(colour, 14, 6)}"/></svg>${chart.colours[colour]}</li>\n`)}
</ul></figcaption>
</figure>
<details><summary>${chart.sameInNumbers}</summary>
${progressTable(plot, words)}
</details>`;
}

function grid(
  { painY, stageY, runY, mostStages, mostMinutes, dates }: Plot,
  { chart: { axes }, dates: says }: Words,
): Html {
  const line = (y: number, label: string | number) =>
    html`<path class="grid" d="M${LEFT} ${y}H${RIGHT}"/><text class="at" x="${LEFT - 5}" y="${y + 4}">${label}</text>`;
  return html`<text x="0" y="${PAIN.top - 22}">${axes.pain}</text>
${[0, 5, 10].map((value) => line(painY(value), value))}
<text x="0" y="${STAGE.top - 14}">${axes.stage}</text>
${Array.from({ length: mostStages }, (_, index) => index + 1)
  .filter((stage) => mostStages <= 5 || stage === 1 || stage === mostStages)
  .map((stage) => line(stageY(stage), stage))}
<text x="0" y="${RUN.top - 14}">${axes.run}</text>
${[0, mostMinutes].map((minutes) => line(runY(minutes), minutes))}
${dates.map(({ date, x, y }) => {
  // The first date would stand out on the left.
  const atEdge = x < LEFT + 20;
  return html`<path class="grid" d="M${x} ${RUN.bottom}V${RUN.bottom + 4}"/><text class="date${atEdge ? ' first' : ''}" x="${atEdge ? LEFT : x}" y="${y}">${says.short(date)}</text>`;
})}`;
}

/** The line of one pain. Where days lie close only those without a neighbour get a point of their own. */
function painLine({ pains, radius }: Plot, pain: Pain): Html {
  const lines = pains[pain];
  const joined = lines.filter((points) => points.length > 1);
  const points = radius >= 2 ? lines.flat() : lines.filter((one) => one.length === 1).flat();
  return html`<path class="pain ${pain}" d="${joined.map(pathThrough).join('')}"/><path class="points ${pain}" d="${points.map(({ x, y }) => pointAt(pain, x, y, radius)).join('')}"/>`;
}

function pathThrough(points: readonly Point[]): string {
  return points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
}

/** A filled circle for the morning, an open triangle for the worst, an open square for training. */
function pointAt(pain: Pain, x: number, y: number, radius: number): string {
  if (pain === 'worst')
    return shape(x, y, [
      [0, -radius * 1.3],
      [radius * 1.2, radius],
      [-radius * 1.2, radius],
    ]);
  if (pain === 'during') {
    const half = radius * 1.3;
    return shape(x, y, [
      [-half, -half],
      [half, -half],
      [half, half],
      [-half, half],
    ]);
  }
  return shape(
    x,
    y,
    Array.from({ length: 12 }, (_, corner) => {
      const angle = (corner * Math.PI) / 6;
      return [radius * Math.cos(angle), radius * Math.sin(angle)] as const;
    }),
  );
}

/** An open diamond, a filled triangle that points down, a filled cross. */
function signAt(colour: Colour, x: number, y: number): string {
  if (colour === 'amber')
    return shape(x, y, [
      [0, -4.5],
      [4.5, 0],
      [0, 4.5],
      [-4.5, 0],
    ]);
  if (colour === 'red')
    return shape(x, y, [
      [-5, -4],
      [5, -4],
      [0, 5],
    ]);
  const [arm, half] = [5, 1.8];
  return shape(x, y, [
    [-half, -arm],
    [half, -arm],
    [half, -half],
    [arm, -half],
    [arm, half],
    [half, half],
    [half, arm],
    [-half, arm],
    [-half, half],
    [-arm, half],
    [-arm, -half],
    [-half, -half],
  ]);
}

function shape(x: number, y: number, corners: readonly (readonly [number, number])[]): string {
  return `${corners.map(([dx, dy], index) => `${index === 0 ? 'M' : 'L'}${round(x + dx)} ${round(y + dy)}`).join('')}Z`;
}

function keyOfPain(pain: Pain): Html {
  return html`<svg aria-hidden="true" viewBox="0 0 28 12"><path class="pain ${pain}" d="M0 6L28 6"/><path class="points ${pain}" d="${pointAt(pain, 14, 6, 3)}"/></svg>`;
}
