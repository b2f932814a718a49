// One run: against the longest of the month and against the plan, every number with the field that it came from, and the few
// things that the runner may change.

import { html } from 'hono/html';
import type { LongestRatio, Own, Run, RunEdit, RunNumber, Warning } from '../../train/index.ts';
import { fastMetres, parseNote, secondsOf } from '../../train/index.ts';
import { errorSummary } from '../components/form.ts';
import type { Html } from '../components/html.ts';
import { table } from '../components/load-tables.ts';
import type { Words } from '../words/index.ts';
import { type TrainPage, trainFrame, warningPart } from './parts.ts';
import { distanceField, effortField, kindField } from './run-fields.ts';

export interface RunPage extends TrainPage {
  /** With what the runner changed. */
  readonly run: Run;
  /** As it was read. */
  readonly read: Run;
  readonly edit: RunEdit | undefined;
  readonly ratio: LongestRatio;
  readonly warnings: readonly Warning[];
  readonly own: Own;
  /** What it is against the plan of its day, in sentences. */
  readonly withPlan: readonly string[];
  readonly posted: Readonly<Record<string, readonly string[]>>;
  readonly errors: Readonly<Record<string, string>>;
  readonly done: string | undefined;
}

export function runPage(view: RunPage): Html {
  const { words, training, run, read, ratio, warnings, withPlan, errors, done } = view;
  const { runPage: says, train, dates, figures, frame } = words;
  const title = says.title(train.kinds[run.kind], dates.long(run.day));
  const bad = Object.keys(errors).length > 0;
  return trainFrame(
    view,
    bad ? frame.errorTitle(title) : title,
    'all',
    html`${errorSummary(
      words,
      Object.entries(errors).map(([field, message]) => ({ field, message })),
    )}
${done ? html`<p class="notice" role="status">${done}</p>` : ''}
<h1>${title}</h1>
<p class="lead">${[
      ...(run.distanceMetres === null ? [] : [figures.distance(run.distanceMetres)]),
      figures.time(secondsOf(run)),
      ...(run.climbMetres === null
        ? []
        : [`${says.names.climbMetres.toLowerCase()} ${figures.climb(run.climbMetres)}`]),
    ].join(', ')}</p>
${withPlan.length > 0 ? html`<h2>${says.withPlan}</h2><ul>${withPlan.map((line) => html`<li>${line}</li>`)}</ul>` : ''}
<h2>${says.againstLongest}</h2>
<p>${ratio.kind === 'known' ? says.ratioIs(figures.number(ratio.ratio, 2), figures.distance(ratio.longest.metres), dates.short(ratio.longest.day)) : says.silent[ratio.because]}</p>
${warnings.map((warning) => warningPart(words, training, warning))}
<h2>${says.numbers}</h2>
${numbersTable(view)}
<p>${says.source(says.formats[read.from.format])}${read.from.device ? ` ${says.device(read.from.device)}` : ''}</p>
${read.from.notes.length > 0 ? html`<h3>${says.notes}</h3><ul>${read.from.notes.map((note) => html`<li>${noteInWords(words, note)}</li>`)}</ul>` : ''}
<h2>${says.edit}</h2>
<p class="hint">${says.editHint}</p>
<form method="post" action="/train/runs/${run.id}" autocomplete="off" novalidate>
${kindField(view, run.kind)}
${distanceField(view, says.distance(figures.unitName), run.distanceMetres)}
${effortField(view, run.effort)}
<button type="submit">${frame.save}</button>
</form>
<form method="post" action="/train/runs/${run.id}/delete"><p class="hint">${read.from.format === 'manual' ? '' : says.deleteHint}</p><button type="submit" class="secondary">${says.delete}</button></form>`,
  );
}

function numbersTable(view: RunPage): Html {
  const { words, training, run, read, edit, own } = view;
  const { runPage: says, train, figures, loadChart } = words;
  const from = (field: RunNumber) => fieldOf(words, read, field);
  const changed = (was: string) => html`${says.typed}; ${says.wasRead(was)}`;
  const rows: readonly (readonly (Html | string)[])[] = [
    [says.names.start, timeOf(words, read), from('start')],
    [
      loadChart.columns.kind,
      train.kinds[run.kind],
      edit?.kind === undefined ? says.formats[read.from.format] : changed(train.kinds[read.kind]),
    ],
    ...(run.distanceMetres === null
      ? []
      : [
          [
            says.names.distanceMetres,
            figures.exactly(run.distanceMetres),
            edit?.distanceMetres === undefined
              ? from('distanceMetres')
              : changed(read.distanceMetres === null ? '–' : figures.exactly(read.distanceMetres)),
          ],
        ]),
    ...numberRow(words, read, 'elapsedSeconds', figures.time),
    ...numberRow(words, read, 'movingSeconds', figures.time),
    ...numberRow(words, read, 'climbMetres', figures.climb),
    ...numberRow(words, read, 'descentMetres', figures.climb),
    ...numberRow(words, read, 'bestSpeed', (value) => `${figures.speed(value)}, ${figures.pace(value)}`),
    ...numberRow(words, read, 'surges', (value) => figures.number(value)),
    ...(
      [
        ['fast80', training.figures.fastShare.value],
        ['fast90', training.figures.fasterShare.value],
      ] as const
    ).flatMap(([measure, share]) => {
      const metres = fastMetres(run, share, own);
      return metres === null
        ? []
        : [[training.measures[measure].name, figures.metres(metres), from('metresBySpeed')]];
    }),
    ...(run.effort === null
      ? []
      : [
          [
            loadChart.columns.effort,
            figures.number(run.effort),
            edit?.effort === undefined ? says.formats[read.from.format] : says.typed,
          ],
        ]),
  ];
  return table(says.numbers, [says.number, says.value, says.from], rows);
}

function numberRow(
  words: Words,
  read: Run,
  field: 'elapsedSeconds' | 'movingSeconds' | 'climbMetres' | 'descentMetres' | 'bestSpeed' | 'surges',
  say: (value: number) => string,
): readonly (readonly (Html | string)[])[] {
  const { runPage: says } = words;
  const value = read[field];
  return value === null ? [] : [[says.names[field], say(value), fieldOf(words, read, field)]];
}

/** The field of the file, in words of its format. */
function fieldOf({ runPage: says }: Words, { from }: Run, field: RunNumber): Html | string {
  if (from.format === 'manual') return says.formats.manual;
  return html`<span lang="en-GB">${from.fields[field] ?? '–'}</span>`;
}

function noteInWords({ runPage: says, figures }: Words, text: string): string {
  const note = parseNote(text);
  if (!note.ok) return text;
  const { kind, figures: found } = note.value;
  return found.length > 0
    ? `${says.noteKinds[kind]} (${found.map((one) => figures.number(one)).join(', ')})`
    : says.noteKinds[kind];
}

function timeOf({ dates }: Words, { start, day, from }: Run): string {
  return from.format === 'manual' ? dates.withYear(day) : `${start.slice(0, 16).replace('T', ' ')} UTC`;
}
