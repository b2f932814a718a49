// The guide on the device: one file under its hash, brought after the first page has been answered, so that installing waits for
// nothing. Until it is here its pages come from the network; an older guide goes only when the new one has arrived.

import type { Guide } from '../learn/index.ts';
import { bring, type Release } from './release.ts';

/** Not one of the caches of a release, which are cleared with it. */
const CACHE = 'guide-of-backstride';

export interface DeviceGuide {
  /** The guide of this release; undefined while it is not here. */
  readonly read: () => Promise<Guide | undefined>;
  /** Brings it unless it is here; without a connection the next call tries again. */
  readonly stock: () => Promise<void>;
}

export function deviceGuide({ guide: file }: Release): DeviceGuide {
  let here: Promise<Guide | undefined> | undefined;
  let stocking: Promise<void> | undefined;
  const read = async () => {
    const kept = file && (await (await caches.open(CACHE)).match(file.path));
    return kept ? ((await kept.json()) as Guide) : undefined;
  };
  const stock = async () => {
    if (!file) return;
    const cache = await caches.open(CACHE);
    if (await cache.match(file.path)) return;
    await cache.put(file.path, await bring(file));
    here = undefined;
    for (const { url } of await cache.keys()) {
      if (new URL(url).pathname !== file.path) await cache.delete(url);
    }
  };
  return {
    read: async () => {
      here ??= read();
      const guide = await here;
      // Not here yet: look again next time.
      if (!guide) here = undefined;
      return guide;
    },
    stock: () => {
      stocking ??= stock().catch(() => {
        stocking = undefined;
      });
      return stocking;
    },
  };
}
