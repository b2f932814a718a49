// Lines of the log, together: a call of the system for each line costs as much as answering a prepared page. What is said in one turn of
// the loop is written at its end, so that nothing waits and lines keep their order.

export interface LogWriter {
  readonly line: (text: string) => void;
  /** Writes what has not been written; for the end of the process. */
  readonly flush: () => void;
}

export function logWriter(write: (text: string) => void): LogWriter {
  let waiting = '';
  const flush = () => {
    const text = waiting;
    waiting = '';
    if (text !== '') write(text);
  };
  return {
    line: (text) => {
      if (waiting === '') setImmediate(flush);
      waiting += `${text}\n`;
    },
    flush,
  };
}
