// The overview: the last week, what stands out of the last month, the year as a calendar and as weeks, each run against the
// longest, runs against pain, and what changed before it began.

import { html } from 'hono/html';
import type { Change, DayLoad, Load, Run, RunRatio, Tally, Warning, WeekLoad } from '../../train/index.ts';
import { addDays, type LocalDate } from '../../vocabulary/index.ts';
import { tickBoxes } from '../components/form.ts';
import type { Html } from '../components/html.ts';
import { heatMap, type PainDay, painChart, ratioChart, weekChart } from '../components/load-charts.ts';
import { table } from '../components/load-tables.ts';
import type { Words } from '../words/index.ts';
import { runLink, sourcedList, type TrainPage, trainFrame, warningPart } from './parts.ts';

export interface RunsOverviewPage extends TrainPage {
  readonly today: LocalDate;
  readonly done: string | undefined;
  /** Runs kept, of any age. */
  readonly many: number;
  readonly last: Run | undefined;
  readonly week: Load;
  readonly weekBefore: Load;
  /** Runs of the last 30 days that stand out, the latest first. */
  readonly standOut: readonly { readonly run: Run; readonly warnings: readonly Warning[] }[];
  readonly ofDay: readonly Warning[];
  readonly days: readonly DayLoad[];
  readonly weeks: readonly WeekLoad[];
  readonly ratios: readonly RunRatio[];
  /** The last weeks with pain; empty without a plan. */
  readonly pain: readonly PainDay[];
  readonly onset: LocalDate | undefined;
  readonly change: Change | undefined;
  readonly morning: { readonly sleptBadly: boolean; readonly sore: boolean } | undefined;
  readonly hasPlan: boolean;
}

export function runsOverviewPage(view: RunsOverviewPage): Html {
  const { words, done, many } = view;
  const { train } = words;
  return trainFrame(
    view,
    train.title,
    'overview',
    html`${done ? html`<p class="notice" role="status">${done}</p>` : ''}
<h1>${train.title}</h1>
${many === 0 ? nothingYet(words) : html`<p class="lead">${train.lead}</p>${body(view)}`}
<h2>${train.more}</h2>
<ul>${view.hasPlan ? html`<li><a href="/recover">${train.planToday}</a></li>` : ''}
<li><a href="/train/prevention">${train.prevention}</a></li>
<li><a href="/train/coach">${train.coach}</a></li>
<li><a href="/train/beliefs">${train.beliefs}</a></li>
${many > 0 ? html`<li><a href="/train/runs.json" download="backstride-runs.json">${train.saveFile}</a></li>` : ''}</ul>
${
  many > 0
    ? html`<details><summary>${train.deleteTitle}</summary><div class="details"><form method="post" action="/train/forget"><p>${train.deleteText}</p><button type="submit" class="secondary">${train.deleteAll}</button></form></div></details>`
    : ''
}`,
  );
}

function nothingYet({ train }: Words): Html {
  return html`<p>${train.none}</p>
<p><a class="button" href="/train/import">${train.bringIn}</a></p>
<p><a href="/train/add">${train.typeIn}</a></p>`;
}

function body(view: RunsOverviewPage): Html {
  const { words, training, last, week, weekBefore, days, weeks, ratios, onset, today, pain } = view;
  const { train } = words;
  const from = days[0]?.day ?? today;
  return html`${last ? html`<p>${train.lastRun}${words.frame.colon}${runLink(words, last)}</p>` : ''}
${loadTable(words, training.measures, [
  [train.thisWeek, week],
  [train.before, weekBefore],
])}
<h2>${train.standsOut}</h2>
${standOutPart(view)}
${morningPart(view)}
${onset === undefined ? onsetForm(view) : changePart(view)}
<h2>${train.year}</h2>
${heatMap(words, days, onset)}
<h2>${train.weeks}</h2>
${weekChart(words, weeks, today, onset)}
<h2>${train.ratio}</h2>
${ratioChart(words, ratios, from, today, onset)}
${pain.length > 0 ? html`<h2>${train.withPain}</h2>${painChart(words, pain, onset)}` : ''}`;
}

function standOutPart({ words, training, standOut, ofDay }: RunsOverviewPage): Html {
  const { train } = words;
  if (standOut.length === 0 && ofDay.length === 0) return html`<p>${train.nothingStandsOut}</p>`;
  return html`<p class="hint">${train.ofLastDays}</p>
${ofDay.map((warning) => warningPart(words, training, warning))}
${standOut.map(({ run, warnings }) => html`<section><p>${runLink(words, run)}</p>${warnings.map((warning) => warningPart(words, training, warning))}</section>`)}
<details><summary>${train.meansInNumbers}</summary><div class="details">${sourcedList(words, [...training.absolute, ...training.limits])}</div></details>`;
}

function morningPart({ words, morning }: RunsOverviewPage): Html {
  const { train, frame } = words;
  return html`<details${morning ? html` open` : ''}><summary>${train.morning}</summary><div class="details"><form method="post" action="/train/morning">
${tickBoxes(words, {
  name: 'morning',
  legend: html`<h3 class="legend">${train.morning}</h3>`,
  hint: train.morningHint,
  choices: [
    { value: 'sleptBadly', label: train.sleptBadly },
    { value: 'sore', label: train.sore },
  ],
  chosen: [...(morning?.sleptBadly ? ['sleptBadly'] : []), ...(morning?.sore ? ['sore'] : [])],
})}
<button type="submit" class="secondary">${frame.save}</button></form></div></details>`;
}

function onsetForm({ words, today }: RunsOverviewPage): Html {
  const { train } = words;
  return html`<details><summary>${train.markOnset}</summary><div class="details"><form method="post" action="/train/about" autocomplete="off" novalidate>
<input type="hidden" name="only" value="onset">
<p><label for="onset">${train.onsetLabel}</label><br><input id="onset" name="onset" type="date" min="${addDays(today, -3650)}" max="${today}" value=""></p>
<button type="submit" class="secondary">${train.mark}</button></form></div></details>`;
}

function changePart({ words, training, onset, change, hasPlan }: RunsOverviewPage): Html {
  if (onset === undefined || !change) return html``;
  const { train, dates, runInPlan } = words;
  const { before, earlier, standOut } = change;
  return html`<section id="onset"><h2>${train.changeTitle}</h2>
<p><strong>${train.onset(dates.long(onset))}.</strong> ${train.changeLead}</p>
${loadTable(words, training.measures, [
  [train.fourBefore, before],
  [train.fourEarlier, earlier],
])}
${
  standOut.length === 0
    ? html`<p>${train.noStandOut}</p>`
    : html`<p>${train.ranLonger}</p><ul>${standOut.map(({ run, warnings }) => html`<li>${runLink(words, run)} <strong>${warnings.map(({ rule }) => training.rules[rule].title).join(', ')}</strong></li>`)}</ul>`
}
${
  hasPlan
    ? ''
    : html`<form method="post" action="/recover/start"><input type="hidden" name="fill" value="yes"><input type="hidden" name="onset" value="${onset}"><button type="submit">${train.startPlan}</button> <span class="hint">${runInPlan.fillHint}</span></form>`
}
<details><summary>${train.markOnset}</summary><div class="details"><form method="post" action="/train/about" autocomplete="off" novalidate>
<input type="hidden" name="only" value="onset">
<p><label for="onset-day">${train.onsetLabel}</label><br><input id="onset-day" name="onset" type="date" value="${onset}"></p>
<button type="submit" class="secondary">${train.mark}</button></form></div></details></section>`;
}

type Row = {
  readonly measure: keyof TrainPage['training']['measures'];
  readonly of: (load: Load) => Tally;
  readonly say: (words: Words, value: number) => string;
};

const ROWS: readonly Row[] = [
  {
    measure: 'distance',
    of: (load) => load.distanceMetres,
    say: ({ figures }, value) => figures.distance(value),
  },
  { measure: 'time', of: (load) => load.seconds, say: ({ figures }, value) => figures.time(value) },
  { measure: 'climb', of: (load) => load.climbMetres, say: ({ figures }, value) => figures.climb(value) },
  { measure: 'fast80', of: (load) => load.fast80Metres, say: ({ figures }, value) => figures.metres(value) },
  { measure: 'fast90', of: (load) => load.fast90Metres, say: ({ figures }, value) => figures.metres(value) },
  { measure: 'surges', of: (load) => load.surges, say: ({ figures }, value) => figures.number(value) },
  {
    measure: 'effortMinutes',
    of: (load) => load.effortMinutes,
    say: ({ figures }, value) => figures.number(value),
  },
  { measure: 'trimp', of: (load) => load.trimp, say: ({ figures }, value) => figures.number(value) },
];

/** Windows beside each other; a measure that no run of them tells is left out. */
export function loadTable(
  words: Words,
  measures: TrainPage['training']['measures'],
  windows: readonly (readonly [name: string, load: Load])[],
): Html {
  const { train, dates } = words;
  const told = ROWS.filter(({ of }) => windows.some(([, load]) => of(load).of > 0));
  return table(
    `${windows.map(([name, { window }]) => `${name}: ${dates.short(window.from)} – ${dates.short(window.to)}`).join('; ')}`,
    [train.measure, ...windows.map(([name]) => name)],
    [
      [words.loadChart.columns.runs, ...windows.map(([, { runs }]) => String(runs))],
      ...told.map(({ measure, of, say }) => [
        measures[measure].name,
        ...windows.map(([, load]) => {
          const { value, of: known } = of(load);
          if (load.runs === 0) return '–';
          return known === load.runs
            ? say(words, value)
            : html`${known === 0 ? '–' : say(words, value)} <span class="hint">${train.tells(known, load.runs)}</span>`;
        }),
      ]),
    ],
  );
}
