// The progress chart in words: the trend for who cannot see it, and the same numbers as a table.

import { html } from 'hono/html';
import { english, type Words } from '../words/index.ts';
import type { Html } from './html.ts';
import { colourOf, PAINS, type Pain, type Plot, type ProgressDay } from './progress-plot.ts';

/** What the chart shows, in a few sentences. */
export function trendInWords({ days }: Plot, { chart, dates }: Words = english): string {
  const [first] = days;
  const last = days.at(-1);
  if (!first || !last) return chart.nothingToShow;
  const marked = (['amber', 'red', 'refer'] as const).flatMap((colour) => {
    const many = days.filter((day) => colourOf(day) === colour).length;
    return many > 0 ? [chart.onDays(chart.colours[colour], many)] : [];
  });
  const runs = days.map(({ ran }) => ran ?? 0).filter((minutes) => minutes > 0);
  return [
    chart.span(dates.short(first.date), dates.short(last.date)),
    ...PAINS.flatMap((pain) => painInWords(days, pain, chart)),
    first.stage === last.stage
      ? chart.sameStage(last.stage, last.stageName)
      : chart.stages(first.stage, first.stageName, last.stage, last.stageName),
    ...(marked.length > 0 ? [`${capital(marked.join(', '))}.`] : []),
    runs.length > 0 ? chart.runs(runs.length, Math.min(...runs), Math.max(...runs)) : chart.noRuns,
  ].join(' ');
}

function painInWords(days: readonly ProgressDay[], pain: Pain, chart: Words['chart']): readonly string[] {
  const values = days.map((day) => day[pain]).filter((value) => value !== undefined);
  const [first] = values;
  const last = values.at(-1);
  if (first === undefined || last === undefined) return [];
  const name = chart.pains[pain];
  return [
    values.length === 1 ? chart.toldOnce(name, first) : chart.trend(name, first, last, Math.max(...values)),
  ];
}

/** Each day with its numbers, a row a day. */
export function progressTable({ days }: Plot, { chart, dates }: Words = english): Html {
  const { columns, colours } = chart;
  const decisions: Readonly<Record<string, string>> = chart.decisions;
  const number = (value: number | undefined) =>
    value === undefined
      ? html`<td><span class="hidden">${chart.notTold}</span></td>`
      : html`<td>${value}</td>`;
  return html`<section class="scroll numbers" aria-label="${chart.table}" tabindex="0"><table>
<caption>${chart.caption}</caption>
<thead><tr><th scope="col">${columns.date}</th>${PAINS.map((pain) => html`<th scope="col">${chart.pains[pain]}</th>`)}<th scope="col">${columns.run}</th><th scope="col">${columns.stage}</th><th scope="col">${columns.day}</th></tr></thead>
<tbody>${days.map((day) => {
    const colour = colourOf(day);
    const decision = decisions[day.decision] ?? day.decision;
    const said =
      colour && colours[colour] !== decision ? `${decision} (${colours[colour].toLowerCase()})` : decision;
    return html`<tr><th scope="row"><time datetime="${day.date}">${dates.short(day.date).replace(' ', '\u00a0')}</time></th>${PAINS.map((pain) => number(day[pain]))}${number(day.ran)}<td>${day.stage}. ${day.stageName}</td><td>${said}</td></tr>\n`;
  })}</tbody></table></section>`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
