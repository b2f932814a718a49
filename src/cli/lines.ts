// Reads what a runner types, one line at a time; works the same when lines come through a pipe.

import { createInterface } from 'node:readline';

export type Line =
  | { readonly kind: 'line'; readonly text: string }
  /** The input is at its end. */
  | { readonly kind: 'end' }
  /** Ctrl-C. */
  | { readonly kind: 'interrupt' };

export interface Lines {
  readonly ask: (prompt: string) => Promise<Line>;
  readonly close: () => void;
}

/** Opens standard input. Close it, or the process waits for more. */
export function openLines(): Lines {
  const isTerminal = process.stdin.isTTY === true && process.stdout.isTTY === true;
  const reader = createInterface({
    input: process.stdin,
    terminal: isTerminal,
    historySize: 0,
    ...(isTerminal ? { output: process.stdout } : {}),
  });
  // Piped lines may arrive before they are asked for, and the end with them.
  const arrived: Line[] = [];
  let waiting: ((line: Line) => void) | undefined;
  let ended: Line | undefined;
  const give = (line: Line) => {
    if (waiting) waiting(line);
    else arrived.push(line);
    waiting = undefined;
  };
  const interrupt = () => {
    ended ??= { kind: 'interrupt' };
    reader.close();
  };
  reader.on('line', (text) => give({ kind: 'line', text }));
  reader.on('SIGINT', interrupt);
  process.once('SIGINT', interrupt);
  reader.on('close', () => {
    ended ??= { kind: 'end' };
    waiting?.(ended);
    waiting = undefined;
  });

  return {
    ask: async (prompt) => {
      if (isTerminal) {
        reader.setPrompt(prompt);
        if (!ended) reader.prompt();
      } else process.stdout.write(prompt);
      const early = ended?.kind === 'interrupt' ? ended : (arrived.shift() ?? ended);
      const line =
        early ??
        (await new Promise<Line>((resolve) => {
          waiting = resolve;
        }));
      // A pipe does not echo: without this the transcript would show questions only.
      if (line.kind !== 'line') process.stdout.write('\n');
      else if (!isTerminal) process.stdout.write(`${line.text}\n`);
      return line;
    },
    close: () => {
      process.removeListener('SIGINT', interrupt);
      reader.close();
    },
  };
}
