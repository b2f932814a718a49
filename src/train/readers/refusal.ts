// Why a file was not read. One shape for all formats; never a place, a name or a text out of the file, as a report may be shown around.

export type ReadRefusalKind =
  /** Nothing in it, or nothing was recorded. */
  | 'empty'
  /** Larger, deeper or more than any run. */
  | 'too-large'
  /** Neither FIT, GPX nor TCX, nor an archive of them. */
  | 'unknown-format'
  /** Cut off, or changed on the way. */
  | 'damaged'
  /** Built to do harm: a document type, a bomb, a path that leads out of the archive. */
  | 'hostile'
  /** In order, but it uses what we cannot read: encryption, a rare compression, a rare encoding. */
  | 'unsupported'
  /** In order, but no run: another sport, a planned route, a file of settings. */
  | 'no-run';

export interface ReadRefusal {
  readonly kind: ReadRefusalKind;
  /** `byte 1204`, `line 7`, or `the file`. */
  readonly where: string;
  readonly expected: string;
  readonly found: string;
  /** What to do about it. */
  readonly remedy: string;
}

export const AGAIN = 'Copy or export the file again.';

/** One line for a report. */
export function formatReadRefusal({ where, expected, found, remedy }: ReadRefusal): string {
  return `${where}: expected ${expected}, found ${found}. ${remedy}`;
}
