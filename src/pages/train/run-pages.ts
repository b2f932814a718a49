// Pages around the runs: all of them by year, typing one in, bringing files in.

import { html } from 'hono/html';
import type { Run, RunFileReport, RunRatio } from '../../train/index.ts';
import { secondsOf } from '../../train/index.ts';
import { addDays, type LocalDate } from '../../vocabulary/index.ts';
import { errorSummary } from '../components/form.ts';
import type { Html } from '../components/html.ts';
import { table } from '../components/load-tables.ts';
import type { Words } from '../words/index.ts';
import { type TrainPage, trainFrame } from './parts.ts';
import { distanceField, effortField, kindField, textField } from './run-fields.ts';

export interface AllRunsPage extends TrainPage {
  readonly year: string;
  /** The latest first. */
  readonly years: readonly string[];
  /** Of the year, the latest first. */
  readonly runs: readonly Run[];
  readonly ratios: ReadonlyMap<string, RunRatio>;
}

export function allRunsPage(view: AllRunsPage): Html {
  const { words, year, years, runs, ratios } = view;
  const { train, figures, dates, loadChart } = words;
  const { columns } = loadChart;
  return trainFrame(
    view,
    train.allTitle,
    'all',
    html`<h1>${train.allTitle}</h1>
${
  runs.length === 0
    ? html`<p>${train.none}</p>`
    : table(
        train.allIn(year),
        [columns.day, columns.kind, columns.distance, columns.time, columns.ratio, columns.effort],
        runs.map((run) => {
          const found = ratios.get(run.id);
          return [
            html`<a href="/train/runs/${run.id}"><time datetime="${run.day}">${dates.short(run.day).replace(' ', '\u00a0')}</time></a>`,
            train.kinds[run.kind],
            run.distanceMetres === null ? loadChart.unknown : figures.distance(run.distanceMetres),
            figures.time(secondsOf(run)),
            found ? `${figures.number(found.ratio, 2)}${found.longer ? `, ${loadChart.longer}` : ''}` : '–',
            run.effort === null ? '–' : figures.number(run.effort),
          ];
        }),
      )
}
${
  years.length > 1
    ? html`<h2>${train.years}</h2><ul>${years.filter((one) => one !== year).map((one) => html`<li><a href="/train/all?year=${one}">${one}</a></li>`)}</ul>`
    : ''
}`,
  );
}

export interface AddRunPage extends TrainPage {
  readonly today: LocalDate;
  readonly posted: Readonly<Record<string, readonly string[]>>;
  readonly errors: Readonly<Record<string, string>>;
  readonly id: string;
}

export function addRunPage(view: AddRunPage): Html {
  const { words, today, errors, id } = view;
  const { addRun: says, frame, figures } = words;
  const bad = Object.keys(errors).length > 0;
  return trainFrame(
    view,
    bad ? frame.errorTitle(says.title) : says.title,
    'add',
    html`${errorSummary(
      words,
      Object.entries(errors).map(([field, message]) => ({ field, message })),
    )}
<h1>${says.title}</h1>
<form method="post" action="/train/add" autocomplete="off" novalidate>
<input type="hidden" name="id" value="${id}">
${textField(view, 'day', says.day, html`type="date" min="${addDays(today, -3652)}" max="${today}"`, today)}
${textField(view, 'minutes', says.minutes, html`inputmode="decimal" class="short"`, '', says.minutesHint)}
${distanceField(view, says.distance(figures.unitName), null)}
${textField(view, 'climb', says.climb(figures.climbName), html`inputmode="numeric" class="short"`)}
${kindField(view, 'run')}
${effortField(view, null)}
<button type="submit">${says.add}</button>
</form>
<p><a href="/train/import">${words.train.bringIn}</a></p>`,
  );
}

export interface SharedRunsPage extends TrainPage {
  readonly reports: readonly RunFileReport[];
}

/** What another app handed over, to be looked at before it is kept. */
export function sharedRunsPage(view: SharedRunsPage): Html {
  const { words, reports } = view;
  const { importRuns: says } = words;
  const runs = reports.flatMap((report) => (report.outcome === 'read' ? report.runs : []));
  return trainFrame(
    view,
    says.sharedTitle,
    'import',
    html`<h1>${says.sharedTitle}</h1>
<ul>${reports.map((report) => html`<li>${report.name}${words.frame.colon}${outcomeInWords(words, report)}</li>`)}</ul>
${
  runs.length === 0
    ? html`<p>${says.sharedNone}</p>`
    : html`<form method="post" action="/train/bring-in"><textarea name="runs" hidden>${JSON.stringify(runs)}</textarea><button type="submit">${says.bringThemIn(runs.length)}</button></form>`
}`,
  );
}

function outcomeInWords({ importRuns: says }: Words, report: RunFileReport): string {
  switch (report.outcome) {
    case 'read':
      return says.outcomes.read(report.runs.length);
    case 'passed-over':
      return says.outcomes['passed-over'];
    case 'refused':
      return `${says.refusals[report.refusal.kind]} (${report.refusal.where})`;
  }
}

/** What the script of the page says, handed over in the page. */
export function importRunsPage(view: TrainPage): Html {
  const { words, kept } = view;
  const { importRuns: says } = words;
  const canRead = kept === 'device';
  return trainFrame(
    view,
    says.title,
    'import',
    html`<h1>${says.title}</h1>
<p class="lead">${says.lead}</p>
<p>${says.kinds}</p>
${
  canRead
    ? html`<noscript><p class="notice">${says.needsScript}</p></noscript>
<form class="import" data-words="${JSON.stringify({ ...says.script, refusals: says.refusals })}" data-see="/train" hidden>
<p><label for="files">${says.choose}</label><br><input type="file" id="files" multiple accept=".fit,.gpx,.tcx,.gz,.zip"></p>
<p class="folder" hidden><label for="folder">${says.chooseFolder}</label><br><input type="file" id="folder" webkitdirectory></p>
<button type="submit">${says.read}</button> <button type="button" class="secondary" data-cancel hidden>${says.cancel}</button>
<p role="status" aria-live="polite" data-status></p>
<progress class="bar" data-bar hidden aria-label="${says.script.reading}"></progress>
<section data-report hidden><h2>${says.report}</h2><ul></ul></section>
</form>
<p class="hint">${says.shareHint}</p>`
    : html`<p class="notice">${says.needsDevice}</p>`
}
<p><a href="/train/add">${says.typeIn}</a></p>
<h2>${says.whereTitle}</h2>
<p>${says.whyNot}</p>
<h3>${says.strava}</h3>
<ol>${says.stravaSteps.map((step) => html`<li>${step}</li>`)}</ol>
<h3>${says.garmin}</h3>
<ol>${says.garminSteps.map((step) => html`<li>${step}</li>`)}</ol>
<p class="hint">${says.mayChange}</p>
<h2>${says.jsonTitle}</h2>
<p>${says.json}</p>`,
    canRead ? ['import'] : [],
  );
}
