// Charts of load, each a drawing without a script, told in words to who cannot see it, with its numbers as a table below. Marks
// differ by their shapes and not by colour alone: a filled triangle for longer than usual, a broken line for the day it began.

import { html } from 'hono/html';
import type { CurveDay, DayLoad, RunRatio, WeekLoad } from '../../train/index.ts';
import { datesFrom, daysBetween, type LocalDate } from '../../vocabulary/index.ts';
import type { Words } from '../words/index.ts';
import type { Html } from './html.ts';
import {
  axisOf,
  heatCells,
  heightOf,
  LEFT,
  MOST_RATIO,
  monthsIn,
  type PainDay,
  RIGHT,
  ratioDots,
  roundAbove,
  WIDTH,
  weekBars,
} from './load-plot.ts';
import { dayTable, painTable, ratioTable, weekTable } from './load-tables.ts';
import { round } from './smooth-curve.ts';

export type { PainDay } from './load-plot.ts';

/** The calendar: every day a square, darker with more time. */
export function heatMap(words: Words, days: readonly DayLoad[], onset: LocalDate | undefined): Html {
  const { loadChart: says, figures, dates } = words;
  const { cells, height, size } = heatCells(days);
  const run = days.filter(({ runs }) => runs.length > 0);
  const most = Math.max(0, ...days.map(({ seconds }) => seconds));
  const told = says.heat(
    dates.short(days[0]?.day ?? ''),
    dates.short(days.at(-1)?.day ?? ''),
    run.length,
    figures.time(most),
  );
  const months = cells.filter(({ day }) => day.endsWith('-01'));
  return chart(
    words,
    told,
    height,
    html`${months.map(({ day, x, top }) => html`<text x="${x}" y="${top - 4}">${dates.month(day)}</text>`)}
${cells.map(({ x, y, level }) => html`<rect class="heat heat-${level}" x="${x}" y="${y}" width="${size}" height="${size}"/>`)}
${cells.filter(({ day }) => day === onset).map(({ x, y }) => html`<rect class="onset" x="${x - 1}" y="${y - 1}" width="${size + 2}" height="${size + 2}"/>`)}`,
    [
      html`<svg aria-hidden="true" viewBox="0 0 60 12">${[0, 1, 2, 3, 4].map((level) => html`<rect class="heat heat-${level}" x="${level * 12}" y="1" width="10" height="10"/>`)}</svg>${says.key.less} – ${says.key.lots}`,
      ...(onset && cells.some(({ day }) => day === onset)
        ? [
            html`<svg aria-hidden="true" viewBox="0 0 28 12"><rect class="onset" x="8" y="1" width="10" height="10"/></svg>${says.key.onset}`,
          ]
        : []),
    ],
    dayTable(words, run),
    'heat-map',
  );
}

/** The distance of each week, with those marked that hold a run that was longer than usual. */
export function weekChart(
  words: Words,
  weeks: readonly WeekLoad[],
  to: LocalDate,
  onset: LocalDate | undefined,
): Html {
  const { loadChart: says, figures } = words;
  const from = weeks[0]?.from ?? to;
  const x = axisOf(from, to);
  const all = weeks.map(({ metres }) => metres);
  const most = roundAbove(Math.max(5, ...all.map(figures.inUnit)));
  const y = heightOf(28, 118, most);
  const bars = weekBars(weeks, x, (metres) => y(figures.inUnit(metres)));
  const flagged = bars.filter(({ week }) => week.longer);
  const told = [
    says.weeks(
      weeks.length,
      figures.distance(Math.min(...all)),
      figures.distance(Math.max(...all)),
      figures.distance(all.at(-1) ?? 0),
    ),
    ...(flagged.length > 0 ? [says.weeksFlagged(flagged.length)] : []),
  ].join(' ');
  return chart(
    words,
    told,
    140,
    html`<text x="0" y="12">${says.axes.week(figures.unitName)}</text>
${[0, most / 2, most].map((value) => gridLine(y(value), figures.number(value, 1)))}
${bars.filter(({ height }) => height > 0).map((bar) => html`<rect class="run" x="${bar.x}" y="${bar.y}" width="${bar.width}" height="${bar.height}"/>`)}
${flagged.map((bar) => html`<path class="sign" d="${triangle(bar.x + bar.width / 2, bar.y - 6)}"/>`)}
${onsetLine(x, 20, 118, from, to, onset)}${axis(words, x, from, to, 134)}`,
    keys(words, flagged.length > 0, isWithin(onset, from, to)),
    weekTable(words, weeks),
  );
}

/** Each run against the longest of the 30 days before it. */
export function ratioChart(
  words: Words,
  ratios: readonly RunRatio[],
  from: LocalDate,
  to: LocalDate,
  onset: LocalDate | undefined,
): Html {
  const { loadChart: says, figures } = words;
  if (ratios.length === 0) return html`<p>${says.noRatios}</p>`;
  const x = axisOf(from, to);
  const y = heightOf(28, 128, MOST_RATIO);
  const dots = ratioDots(ratios, x, y);
  const above = dots.filter(({ longer }) => longer);
  return chart(
    words,
    says.ratios(ratios.length, above.length),
    150,
    html`<text x="0" y="12">${says.axes.ratio}</text>
${[0, 1.1, 2, MOST_RATIO].map((value) => gridLine(y(value), figures.number(value, 1)))}
<path class="points morning" d="${dots
      .filter(({ longer }) => !longer)
      .map((dot) => square(dot.x, dot.y))
      .join('')}"/>
${above.map((dot) => html`<path class="sign" d="${triangle(dot.x, dot.y)}"/>`)}
${onsetLine(x, 20, 128, from, to, onset)}${axis(words, x, from, to, 144)}`,
    keys(words, above.length > 0, isWithin(onset, from, to)),
    ratioTable(words, ratios),
  );
}

/** Worst pain above, runs below, on one axis. Nothing is joined over a day that nobody told about. */
export function painChart(words: Words, days: readonly PainDay[], onset: LocalDate | undefined): Html {
  const { loadChart: says, figures } = words;
  const told = days.flatMap(({ worst }) => worst ?? []);
  const from = days[0]?.day ?? '2000-01-01';
  const to = days.at(-1)?.day ?? from;
  if (told.length === 0) return html`<p>${says.noPain}</p>`;
  const x = axisOf(from, to);
  const pain = heightOf(28, 98, 10);
  const most = roundAbove(Math.max(5, ...days.map(({ metres }) => figures.inUnit(metres))));
  const run = heightOf(130, 170, most);
  const wide = x(to, 0.85) - x(to, 0.15);
  const points = days.flatMap(({ day, worst }) =>
    worst === undefined ? [] : [{ day, x: x(day), y: pain(worst) }],
  );
  return chart(
    words,
    says.pains(told.length, Math.min(...told), Math.max(...told)),
    192,
    html`<text x="0" y="12">${says.axes.pain}</text>
${[0, 5, 10].map((value) => gridLine(pain(value), String(value)))}
<text x="0" y="118">${says.axes.runs(figures.unitName)}</text>
${[0, most].map((value) => gridLine(run(value), figures.number(value)))}
${days.filter(({ metres }) => metres > 0).map(({ day, metres }) => html`<rect class="run" x="${x(day, 0.15)}" y="${run(figures.inUnit(metres))}" width="${round(wide)}" height="${round(170 - run(figures.inUnit(metres)))}"/>`)}
<path class="pain worst" d="${points.map((point, index) => `${index > 0 && daysBetween(points[index - 1]?.day ?? '', point.day) === 1 ? 'L' : 'M'}${point.x} ${point.y}`).join('')}"/>
<path class="points worst" d="${points.map((point) => triangle(point.x, point.y, true)).join('')}"/>
${onsetLine(x, 20, 170, from, to, onset)}${axis(words, x, from, to, 186)}`,
    [
      html`<svg aria-hidden="true" viewBox="0 0 28 12"><path class="pain worst" d="M0 6L28 6"/><path class="points worst" d="${triangle(14, 6, true)}"/></svg>${says.key.worst}`,
      html`<svg aria-hidden="true" viewBox="0 0 28 12"><rect class="run" x="8" y="1" width="10" height="10"/></svg>${says.key.run}`,
    ],
    painTable(words, days),
  );
}

/** The two curves of a coach's view. */
export function curveChart(words: Words, days: readonly CurveDay[], table: Html): Html {
  const { coach, figures, dates } = words;
  const last = days.at(-1);
  const from = days[0]?.day ?? '2000-01-01';
  const to = last?.day ?? from;
  const x = axisOf(from, to);
  const most = roundAbove(Math.max(1, ...days.map(({ fitness, fatigue }) => Math.max(fitness, fatigue))));
  const y = heightOf(14, 124, most);
  const line = (value: (day: CurveDay) => number) =>
    days.map((one, index) => `${index === 0 ? 'M' : 'L'}${x(one.day)} ${y(value(one))}`).join('');
  return chart(
    words,
    coach.chart(figures.number(last?.fitness ?? 0), figures.number(last?.fatigue ?? 0), dates.short(to)),
    146,
    html`${[0, most / 2, most].map((value) => gridLine(y(value), figures.number(value, 1)))}
<path class="pain worst" d="${line(({ fatigue }) => fatigue)}"/><path class="pain morning" d="${line(({ fitness }) => fitness)}"/>
${axis(words, x, from, to, 140)}`,
    [
      html`<svg aria-hidden="true" viewBox="0 0 28 12"><path class="pain morning" d="M0 6L28 6"/></svg>${words.loadChart.columns.fitness}`,
      html`<svg aria-hidden="true" viewBox="0 0 28 12"><path class="pain worst" d="M0 6L28 6"/></svg>${words.loadChart.columns.fatigue}`,
    ],
    table,
  );
}

function chart(
  words: Words,
  told: string,
  height: number,
  drawing: Html,
  key: readonly Html[],
  table: Html,
  kind = 'load',
): Html {
  return html`<figure class="progress ${kind}">
<svg role="img" aria-label="${told}" viewBox="0 0 ${WIDTH} ${height}">
${drawing}
</svg>
<figcaption><p>${told}</p><ul class="key">${key.map((one) => html`<li>${one}</li>\n`)}</ul></figcaption>
</figure>
<details><summary>${words.loadChart.sameInNumbers}</summary>
${table}
</details>`;
}

function keys({ loadChart: { key } }: Words, isFlagged: boolean, hasOnset: boolean): readonly Html[] {
  return [
    ...(isFlagged
      ? [
          html`<svg aria-hidden="true" viewBox="0 0 28 12"><path class="sign" d="${triangle(14, 6)}"/></svg>${key.more}`,
        ]
      : []),
    ...(hasOnset
      ? [
          html`<svg aria-hidden="true" viewBox="0 0 28 12"><path class="marked" d="M14 0V12"/></svg>${key.onset}`,
        ]
      : []),
  ];
}

function gridLine(y: number, label: string): Html {
  return html`<path class="grid" d="M${LEFT} ${y}H${RIGHT}"/><text class="at" x="${LEFT - 5}" y="${y + 4}">${label}</text>`;
}

function axis(
  { dates }: Words,
  x: (day: LocalDate, share?: number) => number,
  from: LocalDate,
  to: LocalDate,
  y: number,
): Html {
  const months = monthsIn(datesFrom(from, to), 5);
  return html`${months.map((day) => html`<text class="date" x="${Math.max(LEFT + 8, x(day, 0))}" y="${y}">${dates.month(day)}</text>`)}`;
}

function onsetLine(
  x: (day: LocalDate, share?: number) => number,
  top: number,
  bottom: number,
  from: LocalDate,
  to: LocalDate,
  onset: LocalDate | undefined,
): Html {
  return onset !== undefined && isWithin(onset, from, to)
    ? html`<path class="marked" d="M${x(onset, 0)} ${top}V${bottom}"/>`
    : html``;
}

function isWithin(day: LocalDate | undefined, from: LocalDate, to: LocalDate): boolean {
  return day !== undefined && day >= from && day <= to;
}

/** Pointing down, or up. */
function triangle(x: number, y: number, up = false): string {
  const [tip, base] = up ? [-3.6, 2.8] : [4, -3.2];
  return `M${round(x - 3.6)} ${round(y + base)}L${round(x + 3.6)} ${round(y + base)}L${round(x)} ${round(y + tip)}Z`;
}

function square(x: number, y: number): string {
  return `M${round(x - 1.4)} ${round(y - 1.4)}h2.8v2.8h-2.8Z`;
}
