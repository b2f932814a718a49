// Reads files of runs beside the page: one after the other, a report for each, and what was read goes into the device's own store
// some runs at a time, so that stopping loses little and memory stays flat. It asks nobody: the policy it is served with lets
// it connect to nothing.
//
// The service worker borrows the reader for files that another app shares: this script, read into it as well (borrowRunReader in
// service-worker.ts), so that the reader comes to a device once.

import { changeRuns, openDevice } from '../store/indexeddb/index.ts';
import {
  type ReadRefusalKind,
  type Run,
  type RunSource,
  readRunFiles,
  withImported,
} from '../train/index.ts';

/** What the page asks: read this, once the last one is here; or stop. */
export type ImportRequest = { readonly file: File; readonly more: boolean } | 'stop';

export interface ImportReport {
  readonly name: string;
  readonly outcome: 'read' | 'refused' | 'passed-over';
  readonly runs: number;
  readonly refusal: { readonly kind: ReadRefusalKind; readonly where: string } | null;
}

/** What the page hears: how far it is, with the reports since; the last one is finished. */
export interface ImportProgress {
  readonly state: 'reading' | 'finished' | 'stopped' | 'failed';
  /** 0 to 1. */
  readonly share: number;
  readonly reports: readonly ImportReport[];
  /** Runs new to the device so far, and runs it knew. */
  readonly added: number;
  readonly known: number;
}

/** What the service worker finds in its global after it has read this script. */
export interface RunReaderLent {
  backstrideReadRunFiles?: typeof readRunFiles;
}

/** That of a worker of a page; of a service worker only where the script is borrowed. */
declare const self: RunReaderLent & {
  onmessage: ((event: MessageEvent<ImportRequest>) => void) | null;
  postMessage: (message: ImportProgress) => void;
};

const RUNS_AT_A_TIME = 60;
const TELL_EVERY_MILLISECONDS = 120;

const files: File[] = [];
let isStopped = false;

if ('registration' in self) self.backstrideReadRunFiles = readRunFiles;
else self.onmessage = hear;

function hear({ data }: MessageEvent<ImportRequest>): void {
  if (data === 'stop') {
    isStopped = true;
    return;
  }
  files.push(data.file);
  if (!data.more) void read();
}

async function read(): Promise<void> {
  // Asked here: to find it out the first time takes long enough to be felt in a page.
  const { timeZone: zone } = Intl.DateTimeFormat().resolvedOptions();
  const device = openDevice();
  let [share, added, seen, told] = [0, 0, 0, 0];
  let reports: ImportReport[] = [];
  let waiting: Run[] = [];
  const tell = (state: ImportProgress['state']) => {
    self.postMessage({ state, share, reports, added, known: seen - added });
    reports = [];
    told = performance.now();
  };
  const keep = async () => {
    const runs = waiting;
    waiting = [];
    if (runs.length === 0) return;
    await changeRuns(device, (book) => {
      const after = withImported(book, runs);
      added += after.runs.length - book.runs.length;
      return after;
    });
    seen += runs.length;
  };
  try {
    let at = 0;
    const sources = function* () {
      for (const file of files) {
        yield sourceOf(file);
        at += 1;
      }
    };
    for await (const report of readRunFiles(sources(), { zone })) {
      const { name, outcome, place } = report;
      const runs = report.outcome === 'read' ? report.runs : [];
      waiting.push(...runs);
      const refusal =
        report.outcome === 'refused' ? { kind: report.refusal.kind, where: report.refusal.where } : null;
      reports.push({ name, outcome, runs: runs.length, refusal });
      share = Math.max(share, (at + (place ? place.at / place.of : 1)) / files.length);
      if (waiting.length >= RUNS_AT_A_TIME) await keep();
      if (performance.now() - told < TELL_EVERY_MILLISECONDS) continue;
      tell('reading');
      // Lets a message of the page in.
      await new Promise((resolve) => setTimeout(resolve));
      if (isStopped) break;
    }
    await keep();
    tell(isStopped ? 'stopped' : 'finished');
  } catch (error) {
    console.error(error);
    await keep().catch(() => {});
    tell('failed');
  } finally {
    await device.close();
  }
}

/** A file that is read piece by piece, so that an archive of gigabytes is never in memory as a whole. */
function sourceOf(file: File): RunSource {
  return {
    name: file.webkitRelativePath || file.name,
    size: file.size,
    read: (from, to) =>
      file
        .slice(from, to)
        .arrayBuffer()
        .then(
          (bytes) => new Uint8Array(bytes),
          () => null,
        ),
  };
}
