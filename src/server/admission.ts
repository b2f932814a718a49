// Lets requests in so that the waiting stays short: a few at once, the others in a queue, and whoever would have to wait longer
// than the server's patience is told so at once. A queue that is longer than that makes everybody late and serves nobody more:
// what is served late has often been given up already. How long a turn takes is learnt from the turns before. A turn is hardly ever
// given at once: most are computing from beginning to end, and meanwhile nobody who arrives is even read. So each waits until all that
// have arrived stand in the queue, where the length of the crowd can be seen. That takes some turns of the loop, which cost little: in
// each, libuv (from 1.46 on) accepts a single new connection, however many there are.
//
// Patience is for a burst, which is over as soon as it is served. When the queue has not been empty for as long as that, more come than
// can be served, and waiting helps nobody: then there is hardly any patience, and who is served is served as quickly as before
// ("controlled delay" of B. Maurer, Fail at Scale, ACM Queue 13(8), 2015, after CoDel of K. Nichols and V. Jacobson, 2012).

/** Requests that work at the same time. Work here is computing, so more would only wait for each other. */
const AT_ONCE = 4;
/** The longest wait while more come than can be served, milliseconds; four or five turns. An estimate of ours. */
const HARDLY_ANY = 15;
/** So many turns of the loop in a row must bring nobody: one accepts a connection, the next reads from it. */
const QUIET_TURNS = 2;
/** Where work is short and nobody waits, only every so many times: looking costs a tenth of such work. */
const LOOK_EVERY = 8;
const SHORT_MS = 2;
/** Turns longer than this are given one by one. */
const TOGETHER_MS = 10;
/** But after so many, or so many milliseconds, whoever stands in front is served: people who ask again at once must starve nobody. */
const MOST_TURNS = 64;
const LOOK_MS = 2;
/** So many wait aside at most; who comes then holds a turn while waiting, so that behind a database that hangs the queue fills and turns away. */
const MOST_ASIDE = 256;
/** Weight of the newest turn in the mean. */
const NEWEST = 0.1;

export interface Admission {
  /** Resolves with true when it is the request's turn, with false when it should come back later. */
  readonly enter: () => Promise<boolean>;
  /** To be called once for each turn that was given. */
  readonly leave: () => void;
  /**
   * Waits for something that is not computing, as the disk, without holding a turn; who comes back goes on at once, for most of the
   * work is done. Others get their turn meanwhile, and what they write shares a commit.
   */
  readonly aside: <Value>(wait: Promise<Value>) => Promise<Value>;
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
  let away = 0;
  /** Mean time between two ends of turns while there is work, milliseconds. */
  let turn = 0;
  /** When the last turn ended, or work began after a rest. */
  let lastEnd = 0;
  /** When nobody waited last. */
  let lastEmpty = now();

  const patienceNow = () => (now() - lastEmpty > patience ? Math.min(HARDLY_ANY, patience) : patience);
  let isPlanned = false;
  let [arrived, seen, quiet, turns, given, begun] = [0, 0, 0, 0, 0, 0];
  const mustLook = () => queue.length > 1 || turn > SHORT_MS || given % LOOK_EVERY === 0;
  const plan = () => {
    if (isPlanned || queue.length === 0 || inside >= AT_ONCE) return;
    isPlanned = true;
    [seen, quiet, turns, begun] = [arrived, 0, 0, now()];
    setImmediate(look);
  };
  const look = () => {
    turns += 1;
    quiet = arrived === seen ? quiet + 1 : 0;
    seen = arrived;
    const isQuiet = quiet >= (mustLook() ? QUIET_TURNS : 1);
    if (isQuiet || turns >= MOST_TURNS || now() - begun >= LOOK_MS) admit();
    else setImmediate(look);
  };
  const admit = () => {
    isPlanned = false;
    // Short ones may go together.
    for (let left = turn > TOGETHER_MS ? 1 : AT_ONCE; left > 0 && inside < AT_ONCE; left--) {
      const next = nextInPatience();
      if (!next) break;
      inside += 1;
      given += 1;
      next.settle(true);
    }
    if (queue.length === 0) lastEmpty = now();
    plan();
  };
  const nextInPatience = () => {
    let next = queue.shift();
    // Never idle while somebody waits: the last to come is served then, however long it was looked for others.
    while (next && now() - next.since > patienceNow() && (inside > 0 || queue.length > 0)) {
      next.settle(false);
      next = queue.shift();
    }
    return next;
  };
  return {
    enter: () => {
      arrived += 1;
      if (queue.length === 0) lastEmpty = now();
      if (queue.length === 0 && inside + away === 0) lastEnd = now();
      if (queue.length * turn > patienceNow()) return Promise.resolve(false);
      return new Promise((settle) => {
        queue.push({ since: now(), settle });
        plan();
      });
    },
    leave: () => {
      inside -= 1;
      const end = now();
      turn += NEWEST * (end - lastEnd - turn);
      lastEnd = end;
      plan();
    },
    aside: async (wait) => {
      if (away >= MOST_ASIDE) return wait;
      inside -= 1;
      away += 1;
      plan();
      try {
        return await wait;
      } finally {
        away -= 1;
        inside += 1;
      }
    },
    inside: () => inside,
    waiting: () => queue.length,
  };
}
