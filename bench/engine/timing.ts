// Time is the processor time of the thread, so that others on the machine disturb caches but not clocks.

/** Microseconds of this thread's processor time since `from`. */
export function spent(from: NodeJS.CpuUsage): number {
  const { user, system } = process.threadCpuUsage(from);
  return user + system;
}

/** Microseconds for each call, over all cases. */
export function timed<Case>(
  cases: readonly Case[],
  repeats: number,
  calls: number,
  run: (one: Case) => void,
): number {
  const from = process.threadCpuUsage();
  for (let repeat = 0; repeat < repeats; repeat++) for (const one of cases) run(one);
  return spent(from) / repeats / cases.length / calls;
}

/** Microseconds on the clock. */
export function clocked(run: () => void): number {
  const from = process.hrtime.bigint();
  run();
  return Number(process.hrtime.bigint() - from) / 1000;
}
