// `runs import`: runs out of FIT, GPX and TCX files and of the exports of Strava and Garmin.

import { stripVTControlCharacters } from 'node:util';
import {
  formatReadRefusal,
  mergeRuns,
  type ReadRefusalKind,
  type Run,
  type RunFileReport,
  type RunSource,
  readRunFiles,
} from '../train/index.ts';
import {
  type DistanceUnit,
  isDistanceUnit,
  METRES_IN,
  METRES_IN_FOOT,
  ok,
  type Result,
  refuse,
} from '../vocabulary/index.ts';
import { formatInputMistake } from './answers-file.ts';
import { type Command, type Given, JSON_OPTION } from './command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { findRunFiles, sourceAt } from './run-sources.ts';
import { readRunsFile, runsFileText, writeRunsFile } from './runs-file.ts';
import { columns, complain, print } from './terminal.ts';
import { count, table } from './text.ts';

export const RUNS_IMPORT: Command = {
  name: 'runs import',
  summary: 'Read recorded runs out of FIT, GPX and TCX files, folders and exports.',
  about: [
    'PATH is a file or a folder; folders are searched for .fit, .gpx and .tcx files, the same with .gz, and .zip ' +
      'archives as Strava and Garmin hand them out. Nothing is sent anywhere and the files stay as they are. Totals, ' +
      'speeds and heart rates are kept; where somebody ran is not.',
    'The same run twice, in two formats or from two devices, becomes one. With --out the runs are put into FILE, ' +
      'together with those that it holds already: importing twice changes nothing.',
    'Each file that is refused is named with what is wrong and where; it never stops the rest. Ctrl-C stops after ' +
      'the file at hand and keeps what was read by then. Exit code 1: a file of a run is broken.',
  ],
  operands: [{ name: 'PATH', many: true }],
  options: [
    { name: 'out', value: 'FILE', means: 'Put the runs into this file of JSON, besides those in it.' },
    { ...JSON_OPTION, means: 'Print the runs as JSON instead of a table; always in metres.' },
    {
      name: 'unit',
      value: 'UNIT',
      means: 'Unit of the distances in the table: km, or mi for miles and feet.',
    },
    {
      name: 'zone',
      value: 'ZONE',
      means:
        'Time zone for files that do not know theirs, as Europe/Berlin; unless given, that of this machine.',
    },
  ],
  run: runImport,
};

interface Tally {
  runs: readonly Run[];
  files: number;
  readonly refused: Map<ReadRefusalKind, number>;
  passedOver: number;
}

async function runImport(given: Given): Promise<ExitCode> {
  const zone = readZone(given.text('zone'));
  if (!zone.ok) return zone.refusal;
  const unit = given.text('unit') ?? 'km';
  if (!isDistanceUnit(unit)) {
    complain(`--unit wants km or mi, not ${unit}.`);
    return EXIT.badInput;
  }
  const found = await findRunFiles(given.operands);
  if (!found.ok) {
    for (const mistake of found.refusal) complain(formatInputMistake(mistake));
    return EXIT.badInput;
  }
  const out = given.text('out');
  const known = out === undefined ? ok([]) : await readRunsFile(out);
  if (!known.ok) {
    complain(formatInputMistake(known.refusal));
    return EXIT.badInput;
  }

  const stop = new AbortController();
  const onInterrupt = () => stop.abort();
  process.once('SIGINT', onInterrupt);
  const tally = await readAll(found.value, zone.value, stop.signal);
  process.off('SIGINT', onInterrupt);

  const runs = mergeRuns(known.value, tally.runs);
  if (out !== undefined) {
    const written = await writeRunsFile(out, runs);
    if (!written.ok) {
      complain(formatInputMistake(written.refusal));
      return EXIT.badInput;
    }
  }
  if (given.has('json')) process.stdout.write(runsFileText(runs));
  else if (runs.length > 0) print(runsTable(runs, unit));
  complain(summaryOf(tally, known.value.length, runs.length, out));
  if (stop.signal.aborted) return EXIT.interrupted;
  return isBroken(tally) ? EXIT.failed : EXIT.done;
}

function readZone(text: string | undefined): Result<string, ExitCode> {
  const zone = text ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  try {
    return ok(new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone);
  } catch {
    complain(`--zone wants a time zone, as Europe/Berlin, not ${zone}.`);
    return refuse(EXIT.badInput);
  }
}

async function readAll(paths: readonly string[], zone: string, signal: AbortSignal): Promise<Tally> {
  const tally: Tally = { runs: [], files: 0, refused: new Map(), passedOver: 0 };
  const read: Run[] = [];
  for await (const report of readRunFiles(sourcesAt(paths), { zone })) {
    take(report, tally, read);
    showProgress(tally, read.length);
    // A signal is only heard between turns of the event loop, and files in memory take none.
    await new Promise(setImmediate);
    if (signal.aborted) break;
  }
  clearProgress();
  if (signal.aborted) complain('Stopped. What was read by then is kept.');
  return { ...tally, runs: read };
}

async function* sourcesAt(paths: readonly string[]): AsyncGenerator<RunSource> {
  for (const path of paths) yield await sourceAt(path);
}

function take(report: RunFileReport, tally: Tally, read: Run[]): void {
  switch (report.outcome) {
    case 'passed-over':
      tally.passedOver++;
      return;
    case 'read':
      tally.files++;
      read.push(...report.runs);
      return;
    case 'refused': {
      const { kind } = report.refusal;
      tally.refused.set(kind, (tally.refused.get(kind) ?? 0) + 1);
      clearProgress();
      complain(`${stripVTControlCharacters(report.name)}: ${formatReadRefusal(report.refusal)}`);
    }
  }
}

function showProgress({ files, refused, passedOver }: Tally, runs: number): void {
  if (!process.stderr.isTTY) return;
  const all = files + passedOver + [...refused.values()].reduce((sum, one) => sum + one, 0);
  process.stderr.write(`\r\u001b[K${count(all, 'file')}, ${count(runs, 'run')}`);
}

function clearProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
}

/** Files that hold no run are no failure: an export is full of rides and settings. */
function isBroken({ refused }: Tally): boolean {
  return [...refused.keys()].some(
    (kind) => kind !== 'no-run' && kind !== 'empty' && kind !== 'unknown-format',
  );
}

const REFUSED_WORDS: Readonly<Record<ReadRefusalKind, string>> = {
  empty: 'with nothing recorded',
  'too-large': 'too large',
  'unknown-format': 'of another format',
  damaged: 'damaged',
  hostile: 'built to do harm',
  unsupported: 'that cannot be read',
  'no-run': 'without a run',
};

function summaryOf(tally: Tally, known: number, all: number, out: string | undefined): string {
  const refused = [...tally.refused].map(([kind, n]) => `${count(n, 'file')} ${REFUSED_WORDS[kind]}`);
  const twice = known + tally.runs.length - all;
  return [
    `${count(tally.runs.length, 'run')} out of ${count(tally.files, 'file')}.`,
    ...(refused.length > 0 ? [`Refused: ${refused.join(', ')}.`] : []),
    ...(tally.passedOver > 0 ? [`Passed over: ${count(tally.passedOver, 'other file')}.`] : []),
    ...(twice > 0 ? [`Known already or recorded twice: ${count(twice, 'run')}.`] : []),
    ...(out === undefined ? [] : [`${count(all, 'run')} in ${out}.`]),
  ].join(' ');
}

function runsTable(runs: readonly Run[], unit: DistanceUnit): string {
  const climb = (metres: number) =>
    unit === 'mi' ? `${Math.round(metres / METRES_IN_FOOT)} ft` : `${metres} m`;
  const rows = runs.map((run) => [
    run.day,
    run.kind,
    run.distanceMetres === null ? '–' : `${(run.distanceMetres / METRES_IN[unit]).toFixed(2)} ${unit}`,
    minutesOf(run.movingSeconds ?? run.elapsedSeconds),
    run.climbMetres === null ? '–' : climb(run.climbMetres),
    run.from.device ?? run.from.format,
    run.from.notes.join(' '),
  ]);
  return table(['day', 'kind', 'distance', 'time', 'climb', 'from', 'noticed'], rows, columns()).join('\n');
}

function minutesOf(seconds: number): string {
  const whole = Math.round(seconds);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}
