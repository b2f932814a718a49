// Files that come after the first page has been answered, so that installing waits for nothing: the guide, and the authors' notes.
// Each is one file under its hash. Until it is here its pages come from the network; an older one goes only when the new one has
// arrived.

import { bring, type ReleaseFile } from './release.ts';

export interface LaterFile<Content> {
  /** That of this release; undefined while it is not here. */
  readonly read: () => Promise<Content | undefined>;
  /** Brings it unless it is here; without a connection the next call tries again. */
  readonly stock: () => Promise<void>;
}

/** @param name of its cache, which is not one of those of a release: they are cleared with it */
export function laterFile<Content>(name: string, file: ReleaseFile | undefined): LaterFile<Content> {
  let here: Promise<Content | undefined> | undefined;
  let stocking: Promise<void> | undefined;
  const read = async () => {
    const kept = file && (await (await caches.open(name)).match(file.path));
    return kept ? ((await kept.json()) as Content) : undefined;
  };
  const stock = async () => {
    if (!file) return;
    const cache = await caches.open(name);
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
      const content = await here;
      // Not here yet: look again next time.
      if (!content) here = undefined;
      return content;
    },
    stock: () => {
      stocking ??= stock().catch(() => {
        stocking = undefined;
      });
      return stocking;
    },
  };
}
