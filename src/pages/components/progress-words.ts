// The progress chart in words: the trend for who cannot see it, and the same numbers as a table.

import { html } from 'hono/html';
import type { Colour } from '../../knowledge/index.ts';
import type { LocalDate } from '../../vocabulary/index.ts';
import type { Html } from './html.ts';
import { colourOf, PAINS, type Pain, type Plot, type ProgressDay } from './progress-plot.ts';

export const PAIN_NAMES: Readonly<Record<Pain, string>> = {
  morning: 'Morning pain',
  worst: 'Worst pain',
  during: 'Pain while training',
};

export const COLOUR_NAMES: Readonly<Record<Colour, string>> = {
  amber: 'A bit too much',
  red: 'Too much',
  refer: 'See someone',
};

const DECISION_NAMES: Readonly<Record<string, string>> = {
  advance: 'Move on',
  hold: 'Stay',
  'step-back': 'Step back',
  pause: 'Pause',
  'see-someone': 'See someone',
};

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'];

/** For example `2 Mar`. */
export function shortDate(date: LocalDate): string {
  return `${Number(date.slice(8))} ${MONTHS[Number(date.slice(5, 7)) - 1] ?? ''}`;
}

/** What the chart shows, in a few sentences. */
export function trendInWords({ days }: Plot): string {
  const [first] = days;
  const last = days.at(-1);
  if (!first || !last) return 'Nothing to show yet.';
  const marked = (['amber', 'red', 'refer'] as const).flatMap((colour) => {
    const many = days.filter((day) => colourOf(day) === colour).length;
    return many > 0 ? [`${COLOUR_NAMES[colour].toLowerCase()} on ${counted(many, 'day')}`] : [];
  });
  const runs = days.map(({ ran }) => ran ?? 0).filter((minutes) => minutes > 0);
  return [
    `Pain, stage and runs, ${shortDate(first.date)} to ${shortDate(last.date)}.`,
    ...PAINS.flatMap((pain) => painInWords(days, pain)),
    first.stage === last.stage
      ? `Stage ${last.stage}, ${last.stageName}, at the beginning and now.`
      : `Stage ${first.stage}, ${first.stageName}, at the beginning; stage ${last.stage}, ${last.stageName}, now.`,
    ...(marked.length > 0 ? [`${capital(marked.join(', '))}.`] : []),
    runs.length > 0
      ? `${counted(runs.length, 'run')} of ${span(runs)} ${Math.max(...runs) === 1 ? 'minute' : 'minutes'}.`
      : 'No runs.',
  ].join(' ');
}

function painInWords(days: readonly ProgressDay[], pain: Pain): readonly string[] {
  const values = days.map((day) => day[pain]).filter((value) => value !== undefined);
  const [first] = values;
  const last = values.at(-1);
  if (first === undefined || last === undefined) return [];
  const name = PAIN_NAMES[pain];
  if (values.length === 1) return [`${name} ${first} of 10, told once.`];
  const way = last < first ? 'fell' : last > first ? 'rose' : 'was the same at both ends';
  const most = Math.max(...values);
  const ends = last === first ? `${way}, ${first} of 10` : `${way} from ${first} to ${last} of 10`;
  return [`${name} ${ends}${most > Math.max(first, last) ? `, with ${most} at its highest` : ''}.`];
}

/** Each day with its numbers, a row a day. */
export function progressTable({ days }: Plot): Html {
  const number = (value: number | undefined) =>
    value === undefined ? html`<td><span class="hidden">not told</span></td>` : html`<td>${value}</td>`;
  return html`<section class="scroll numbers" aria-label="Day by day, in numbers" tabindex="0"><table>
<caption>Pain from 0 to 10, runs in minutes</caption>
<thead><tr><th scope="col">Date</th>${PAINS.map((pain) => html`<th scope="col">${PAIN_NAMES[pain]}</th>`)}<th scope="col">Run</th><th scope="col">Stage</th><th scope="col">Day</th></tr></thead>
<tbody>${days.map((day) => {
    const colour = colourOf(day);
    const decision = DECISION_NAMES[day.decision] ?? day.decision;
    const said =
      colour && COLOUR_NAMES[colour] !== decision
        ? `${decision} (${COLOUR_NAMES[colour].toLowerCase()})`
        : decision;
    return html`<tr><th scope="row"><time datetime="${day.date}">${shortDate(day.date).replace(' ', '\u00a0')}</time></th>${PAINS.map((pain) => number(day[pain]))}${number(day.ran)}<td>${day.stage}. ${day.stageName}</td><td>${said}</td></tr>\n`;
  })}</tbody></table></section>`;
}

function counted(n: number, one: string): string {
  return `${n} ${one}${n === 1 ? '' : 's'}`;
}

function span(values: readonly number[]): string {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return least === most ? String(least) : `${least} to ${most}`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
