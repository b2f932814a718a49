// What a command tells the shell that called it.

export const EXIT = {
  done: 0,
  /** The thing asked for failed: mistakes were found. */
  failed: 1,
  /** Bad usage, or an input file that cannot be used. */
  badInput: 2,
  /** Ctrl-C, or the runner left the interview. */
  interrupted: 130,
} as const;

/** One of `EXIT`, or the code of a child process that is passed on. */
export type ExitCode = number;

export const EXIT_CODES_HELP = [
  '0    done',
  '1    the thing asked for failed, for example mistakes were found',
  '2    bad usage, or an input file that cannot be used',
  '130  interrupted, or the interview was left before its end',
].join('\n');
