// Where words go: results to standard output, complaints to standard error. Colour and width follow the
// terminal; NO_COLOR, and output that is not a terminal, switch colour off.

import { stripVTControlCharacters, styleText } from 'node:util';

const WIDEST = 100;
const NARROWEST = 48;

/** Columns to write in. */
export function columns(): number {
  return Math.max(NARROWEST, Math.min(WIDEST, process.stdout.columns || WIDEST));
}

/** Prints a result. */
export function print(text = ''): void {
  process.stdout.write(`${text}\n`);
}

/** Prints a complaint. What a file says may be quoted in it, so control characters are taken out. */
export function complain(text: string): void {
  process.stderr.write(`${stripVTControlCharacters(text)}\n`);
}

export function strong(text: string): string {
  return styleText('bold', text);
}

export function faint(text: string): string {
  return styleText('dim', text);
}

export function alarming(text: string): string {
  return styleText(['bold', 'red'], text);
}

/** Ends quietly when the reader of our output goes away, as `head` does. */
export function endQuietlyOnBrokenPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit(process.exitCode ?? 0);
    });
  }
}
