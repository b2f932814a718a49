// Where bytes come from: a file on a disk, a File of a browser, a part of an archive. The shells pass these in; a large archive is never
// held as a whole.

export interface RunSource {
  /** As shown in a report. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** The bytes from, to (not included); null when they cannot be had. */
  readonly read: (from: number, to: number) => Promise<Uint8Array | null>;
}

export function sourceOf(name: string, bytes: Uint8Array): RunSource {
  return { name, size: bytes.length, read: async (from, to) => bytes.subarray(from, to) };
}
