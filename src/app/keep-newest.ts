// Keeps a bounded number of things by key; the one that was set longest ago goes first. What is set again when it is used stays.

export interface Kept<Key, Value> {
  readonly get: (key: Key) => Value | undefined;
  readonly set: (key: Key, value: Value) => void;
}

export function keepNewest<Key, Value>(most: number): Kept<Key, Value> {
  // A Map gives its keys in the order in which they came in.
  const kept = new Map<Key, Value>();
  return {
    get: (key) => kept.get(key),
    set: (key, value) => {
      kept.delete(key);
      kept.set(key, value);
      if (kept.size <= most) return;
      const [oldest] = kept.keys();
      if (oldest !== undefined) kept.delete(oldest);
    },
  };
}
