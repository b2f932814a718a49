// The charts of load as tables: the same numbers for who reads rather than looks.

import { html } from 'hono/html';
import type { CurveDay, DayLoad, RunRatio, WeekLoad } from '../../train/index.ts';
import type { LocalDate } from '../../vocabulary/index.ts';
import type { Words } from '../words/index.ts';
import type { Html } from './html.ts';
import type { PainDay } from './load-plot.ts';

type Cell = Html | string;

/** The latest first. */
export function dayTable(words: Words, days: readonly DayLoad[]): Html {
  const { loadChart: says, figures, train } = words;
  const { columns } = says;
  return table(
    train.year,
    [columns.day, columns.distance, columns.time, columns.runs],
    [...days]
      .reverse()
      .map(({ day, metres, seconds, runs }) => [
        dayCell(words, day),
        metres > 0 ? figures.distance(metres) : says.unknown,
        figures.time(seconds),
        html`${runs.map(({ id, kind }) => html`<a href="/train/runs/${id}">${train.kinds[kind]}<span class="hidden"> ${words.dates.long(day)}</span></a> `)}`,
      ]),
  );
}

export function weekTable(words: Words, weeks: readonly WeekLoad[]): Html {
  const { loadChart: says, figures, train } = words;
  const { columns } = says;
  return table(
    train.weeks,
    [columns.week, columns.distance, columns.time, columns.runs, columns.notes],
    [...weeks]
      .reverse()
      .map(({ from, metres, seconds, runs, longer }) => [
        dayCell(words, from),
        figures.distance(metres),
        figures.time(seconds),
        String(runs),
        longer ? says.longer : '',
      ]),
  );
}

export function ratioTable(words: Words, ratios: readonly RunRatio[]): Html {
  const { loadChart: says, figures, train } = words;
  const { columns } = says;
  return table(
    train.ratio,
    [columns.day, columns.distance, columns.ratio, columns.notes],
    [...ratios]
      .reverse()
      .map(({ run, ratio, longer }) => [
        html`<a href="/train/runs/${run.id}">${dayCell(words, run.day)}</a>`,
        figures.distance(run.distanceMetres ?? 0),
        figures.number(ratio, 2),
        longer ? says.longer : '',
      ]),
  );
}

export function painTable(words: Words, days: readonly PainDay[]): Html {
  const { loadChart: says, figures, train } = words;
  const { columns } = says;
  return table(
    train.withPain,
    [columns.day, columns.pain, columns.distance, columns.time],
    days
      .filter(({ worst, seconds }) => worst !== undefined || seconds > 0)
      .reverse()
      .map(({ day, worst, metres, seconds }) => [
        dayCell(words, day),
        worst === undefined ? says.unknown : String(worst),
        metres > 0 ? figures.distance(metres) : '–',
        seconds > 0 ? figures.time(seconds) : '–',
      ]),
  );
}

export function curveTable(words: Words, days: readonly CurveDay[]): Html {
  const { loadChart: says, figures, coach } = words;
  const { columns } = says;
  return table(
    coach.table,
    [columns.day, columns.load, columns.fitness, columns.fatigue, columns.form],
    [...days]
      .reverse()
      .map(({ day, load, fitness, fatigue, form }) => [
        dayCell(words, day),
        ...[load, fitness, fatigue, form].map((value) => figures.number(value, 1)),
      ]),
  );
}

/** A table whose first column names the row; it scrolls by itself where it is wider than the page. */
export function table(caption: string, head: readonly string[], rows: readonly (readonly Cell[])[]): Html {
  return html`<section class="scroll" aria-label="${caption}" tabindex="0"><table>
<caption>${caption}</caption>
<thead><tr>${head.map((one) => html`<th scope="col">${one}</th>`)}</tr></thead>
<tbody>${rows.map(([first = '', ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>\n`)}</tbody></table></section>`;
}

function dayCell({ dates }: Words, day: LocalDate): Html {
  return html`<time datetime="${day}">${dates.withYear(day).replaceAll(' ', '\u00a0')}</time>`;
}
