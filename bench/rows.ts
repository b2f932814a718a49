// What every bench reports: rows of the same shape, as a table or as JSON.

export interface Row {
  readonly name: string;
  /** Our figure; lower is better unless the bar says otherwise. */
  readonly ours: number;
  /** The peer's, in the same unit; null where there was none to run. */
  readonly peer: number | null;
  readonly unit: string;
  readonly ratio: number | null;
  readonly bar: string;
  /** Null when the row could not be judged: no peer, or a run too noisy to be valid. */
  readonly met: boolean | null;
  /** Range of our figure over the rounds, and whatever a reader must know. */
  readonly note?: string;
}

export interface SuiteOptions {
  /** How long what needs time may take, where a suite has such a thing; its own without it. */
  readonly minutes?: number;
}

export type Suite = (say: (line: string) => void, options: SuiteOptions) => Promise<readonly Row[]>;

/** A row that asks for at most `times` the peer's time. */
export function atMost(
  name: string,
  ours: Spread,
  peer: Spread | undefined,
  times: number,
  unit = 'µs',
): Row {
  const ratio = peer ? ours.median / peer.median : null;
  const bar = `≤ ${times} × peer`;
  return row(name, ours, peer, unit, ratio, bar, ratio === null ? null : ratio <= times);
}

/** A row that asks to be at least `times` better than the peer; the ratio is how many times faster, or whatever `word` says. */
export function faster(
  name: string,
  ours: Spread,
  peer: Spread | undefined,
  times: number,
  unit = 'µs',
  word = 'faster',
): Row {
  const ratio = peer ? peer.median / ours.median : null;
  return row(name, ours, peer, unit, ratio, `≥ ${times} × ${word}`, ratio === null ? null : ratio >= times);
}

/** A row without a bar, for readers. */
export function shown(name: string, ours: Spread, peer: Spread | undefined, unit = 'µs'): Row {
  return row(name, ours, peer, unit, peer ? ours.median / peer.median : null, 'none', null);
}

/** Adds to what a reader must know of a row. */
export function noted(row: Row, note: string): Row {
  return { ...row, note: row.note ? `${row.note}; ${note}` : note };
}

/** The same row without its peer, when that did not work out what we did. */
export function unlessRefused(row: Row, gap: number | undefined): Row {
  if (gap === undefined || gap <= 1e-9) return row;
  return noted(
    { ...row, peer: null, ratio: null, met: null },
    `refused: C differs from us by ${figure(gap)}`,
  );
}

/** Largest difference between two lists of numbers; infinite when they are not of one length. */
export function gapOf(ours: ArrayLike<number>, theirs: ArrayLike<number>): number {
  let gap = ours.length === theirs.length ? 0 : Number.POSITIVE_INFINITY;
  for (let at = 0; at < ours.length; at++) {
    const here = Math.abs((ours[at] ?? 0) - (theirs[at] ?? 0));
    // Not a number is a difference too.
    gap = here <= gap ? gap : Number.isNaN(here) ? Number.POSITIVE_INFINITY : here;
  }
  return gap;
}

/** A row that asks for at most so much. */
export function below(name: string, ours: number, most: number, unit: string, note?: string): Row {
  return {
    name,
    ours,
    peer: null,
    unit,
    ratio: null,
    bar: `≤ ${most} ${unit}`,
    met: ours <= most,
    ...(note ? { note } : {}),
  };
}

function row(
  name: string,
  ours: Spread,
  peer: Spread | undefined,
  unit: string,
  ratio: number | null,
  bar: string,
  met: boolean | null,
): Row {
  const note = `${figure(ours.low)}–${figure(ours.high)}${peer ? `, peer ${figure(peer.low)}–${figure(peer.high)}` : ', no peer to run'}`;
  return { name, ours: ours.median, peer: peer?.median ?? null, unit, ratio, bar, met, note };
}

/** Figures of several rounds. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
  return { median: at(0.5), low: at(0), high: at(1) };
}

/** Three significant digits. */
export function figure(value: number | null): string {
  if (value === null) return '–';
  if (!Number.isFinite(value)) return String(value);
  return value >= 1000 ? Math.round(value).toLocaleString('en-GB') : String(Number(value.toPrecision(3)));
}

/** Rows as text, one a line. */
export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map((one) => [
    one.name,
    figure(one.ours),
    figure(one.peer),
    one.unit,
    figure(one.ratio),
    one.bar,
    one.met === null ? 'not judged' : one.met ? 'met' : 'MISSED',
    one.note ?? '',
  ]);
  const head = ['measure', 'ours', 'peer', 'unit', 'ratio', 'bar', 'met', 'range'];
  const widths = head.map((title, at) => Math.max(title.length, ...cells.map((row) => row[at]?.length ?? 0)));
  return [head, ...cells]
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
