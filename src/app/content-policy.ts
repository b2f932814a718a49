// What a page may load and send, and where from: from us alone, and no script or style that stands in it but our own stylesheets,
// by their hashes (Content Security Policy, https://www.w3.org/TR/CSP3/).

import type { Stylesheets } from '../pages/index.ts';

const US = ["'self'"];
const NOBODY = ["'none'"];

/** The policy by directive, as Hono's secure headers take it. */
export function contentPolicy({ inline }: Stylesheets) {
  return {
    ...(inline ? FOR_WHO_PREFETCHES : { defaultSrc: NOBODY }),
    styleSrc: [...US, ...Object.values(inline ?? {}).map(({ hash }) => `'${hash}'`)],
    imgSrc: US,
    // Scripts bring the service worker, time holds and turn pages; no page needs them.
    scriptSrc: US,
    connectSrc: US,
    workerSrc: US,
    manifestSrc: US,
    formAction: US,
    frameAncestors: NOBODY,
    baseUri: NOBODY,
  };
}

/** Firefox asks `default-src` alone whether a page may prefetch; what else falls back to it is closed by name. */
const FOR_WHO_PREFETCHES = {
  defaultSrc: US,
  fontSrc: NOBODY,
  frameSrc: NOBODY,
  mediaSrc: NOBODY,
  objectSrc: NOBODY,
};
