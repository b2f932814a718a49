// What a measured process tells of itself when it is asked, over the channel to the process that has started it.

export interface Told {
  /** Processor time of all its threads so far, microseconds. */
  readonly cpu: number;
  /** Bytes. */
  readonly resident: number;
  /** Bytes in use by JavaScript; of what is still needed only, where the garbage was collected first. */
  readonly heap: number;
}

/** Says that it is ready, and answers from then on; ends with its channel. */
export function tellTheBench(url: string): void {
  process.on('message', (message: { readonly tell?: 'now' | 'cleared' }) => {
    if (message.tell === undefined) return;
    if (message.tell === 'cleared') globalThis.gc?.();
    const { user, system } = process.cpuUsage();
    const { rss: resident, heapUsed: heap } = process.memoryUsage();
    process.send?.({ told: { cpu: user + system, resident, heap } satisfies Told });
  });
  process.once('disconnect', () => process.exit(0));
  process.send?.({ url });
}
