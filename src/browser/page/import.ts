// The page that brings files in: hands what was chosen to the worker, shows how far it is, and what became of each file. Nothing
// of a file is looked at here, so the page never waits.

import type { ImportProgress, ImportReport, ImportRequest } from '../import-worker.ts';

interface Spoken {
  readonly reading: string;
  readonly stopped: string;
  readonly finished: string;
  readonly failed: string;
  readonly new: string;
  readonly known: string;
  readonly refused: string;
  readonly see: string;
  readonly runs: string;
  readonly refusals: Readonly<Record<string, string>>;
}

/** What a browser with folders in file fields has. */
const HAS_FOLDERS = 'webkitdirectory' in document.createElement('input');
/** The page stops handing files over to take its turn; a frame is 16 ms. */
const LONGEST_TURN_MILLISECONDS = 6;
/** Lines of files that were read without trouble; further ones are only counted. */
const MOST_LINES = 500;

const form = document.querySelector<HTMLFormElement>('form.import');
if (form && typeof Worker === 'function') begin(form);

function begin(form: HTMLFormElement): void {
  const words = JSON.parse(form.dataset.words ?? '{}') as Spoken;
  const part = <Kind extends Element>(selector: string) => form.querySelector(selector) as Kind | null;
  const [status, bar] = [part<HTMLElement>('[data-status]'), part<HTMLProgressElement>('[data-bar]')];
  const [cancel, report] = [part<HTMLButtonElement>('[data-cancel]'), part<HTMLElement>('[data-report]')];
  const submit = part<HTMLButtonElement>('button[type="submit"]');
  const list = report?.querySelector('ul');
  if (!status || !bar || !cancel || !report || !list || !submit) return;
  const folder = part<HTMLElement>('.folder');
  if (folder && HAS_FOLDERS) folder.hidden = false;
  form.hidden = false;
  let worker: Worker | undefined;
  let [refused, lines] = [0, 0];

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const files = [...form.querySelectorAll<HTMLInputElement>('input[type="file"]')].flatMap((input) => [
      ...(input.files ?? []),
    ]);
    if (files.length === 0 || worker) return;
    list.replaceChildren();
    [refused, lines] = [0, 0];
    bar.value = 0;
    bar.hidden = false;
    cancel.hidden = false;
    report.hidden = false;
    submit.disabled = true;
    status.textContent = `${words.reading}…`;
    worker = new Worker('/import-worker.js');
    worker.onmessage = ({ data }: MessageEvent<ImportProgress>) => show(data);
    worker.onerror = () => show({ state: 'failed', share: bar.value, reports: [], added: 0, known: 0 });
    void handOver(worker, files);
  });
  cancel.addEventListener('click', () => worker?.postMessage('stop' satisfies ImportRequest));

  function show({ state, share, reports, added, known }: ImportProgress): void {
    if (!status || !bar || !cancel || !list || !submit) return;
    bar.value = share;
    const shown = document.createDocumentFragment();
    for (const one of reports) {
      if (one.outcome === 'refused') refused += 1;
      if (one.outcome === 'passed-over' || (one.outcome === 'read' && lines >= MOST_LINES)) continue;
      lines += 1;
      shown.append(lineOf(one, words));
    }
    list.append(shown);
    const counts = `${added} ${words.new}, ${known} ${words.known}, ${refused} ${words.refused}.`;
    if (state === 'reading') {
      // Said once in a while, or a screen reader would never be quiet.
      status.dataset.counts = counts;
      return;
    }
    status.textContent = `${words[state]} ${counts} `;
    const see = document.createElement('a');
    see.href = form.dataset.see ?? '/train';
    see.textContent = words.see;
    status.append(see);
    bar.hidden = state !== 'finished';
    cancel.hidden = true;
    submit.disabled = false;
    worker?.terminate();
    worker = undefined;
  }
}

/**
 * Hands files over one by one. For each the browser asks the disk for its size and date before it goes on: a fraction of a millisecond when
 * all is quiet, and many times that while the worker starts. So turns end by the clock, and the first goes to the progress bar.
 */
async function handOver(worker: Worker, files: readonly File[]): Promise<void> {
  let begun = Number.NEGATIVE_INFINITY;
  for (const [at, file] of files.entries()) {
    if (performance.now() - begun > LONGEST_TURN_MILLISECONDS) {
      await new Promise((resolve) => setTimeout(resolve));
      begun = performance.now();
    }
    worker.postMessage({ file, more: at + 1 < files.length } satisfies ImportRequest);
  }
}

function lineOf({ name, outcome, runs, refusal }: ImportReport, words: Spoken): HTMLLIElement {
  const line = document.createElement('li');
  line.textContent =
    outcome === 'read' || !refusal
      ? `${name}: ${runs} ${words.runs}`
      : `${name}: ${words.refusals[refusal.kind] ?? ''} (${refusal.where})`;
  if (refusal) line.className = 'error';
  return line;
}
