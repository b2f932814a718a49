// Lets requests in so that the waiting stays short: a few at once, the others in a queue, and whoever would have to wait longer
// than the server's patience is told so at once. A queue that is longer than that makes everybody late and serves nobody more:
// what is served late has often been given up already. How long a turn takes is learnt from the turns before.
//
// Patience is for a burst, which is over as soon as it is served. When the queue has not been empty for as long as that, more come than
// can be served, and waiting helps nobody: then there is hardly any patience, and who is served is served as quickly as before
// ("controlled delay" of B. Maurer, Fail at Scale, ACM Queue 13(8), 2015, after CoDel of K. Nichols and V. Jacobson, 2012).

/** Requests that work at the same time. Work here is computing, so more would only wait for each other. */
const AT_ONCE = 4;
/** The longest wait while more come than can be served, milliseconds; four or five turns. An estimate of ours. */
const HARDLY_ANY = 15;
/** Weight of the newest turn in the mean. */
const NEWEST = 0.1;

export interface Admission {
  /** Resolves with true when it is the request's turn, with false when it should come back later. */
  readonly enter: () => Promise<boolean>;
  /** To be called once for each turn that was given. */
  readonly leave: () => void;
  /** Requests that have their turn. */
  readonly inside: () => number;
  readonly waiting: () => number;
}

interface Waiter {
  readonly since: number;
  readonly settle: (admitted: boolean) => void;
}

/**
 * @param patience the longest wait, milliseconds
 * @param now a clock that never goes back, milliseconds
 */
export function openAdmission(patience: number, now: () => number): Admission {
  const queue: Waiter[] = [];
  let inside = 0;
  /** Mean time between two ends of turns while there is work, milliseconds. */
  let turn = 0;
  /** When the last turn ended, or work began after a rest. */
  let lastEnd = 0;
  /** When nobody waited last. */
  let lastEmpty = now();

  const patienceNow = () => (now() - lastEmpty > patience ? Math.min(HARDLY_ANY, patience) : patience);
  const admit = () => {
    while (inside < AT_ONCE) {
      const next = queue.shift();
      if (!next) break;
      if (now() - next.since > patienceNow()) {
        next.settle(false);
        continue;
      }
      inside += 1;
      next.settle(true);
    }
    if (queue.length === 0) lastEmpty = now();
  };
  return {
    enter: () => {
      if (queue.length === 0) lastEmpty = now();
      if (inside < AT_ONCE && queue.length === 0) {
        if (inside === 0) lastEnd = now();
        inside += 1;
        return Promise.resolve(true);
      }
      if (queue.length * turn > patienceNow()) return Promise.resolve(false);
      return new Promise((settle) => {
        queue.push({ since: now(), settle });
      });
    },
    leave: () => {
      inside -= 1;
      const end = now();
      turn += NEWEST * (end - lastEnd - turn);
      lastEnd = end;
      // Whatever has arrived meanwhile is read first, so that its wait is counted from now and not from when it is read.
      if (queue.length > 0) setImmediate(admit);
    },
    inside: () => inside,
    waiting: () => queue.length,
  };
}
