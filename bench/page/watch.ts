// Runs inside the measured page, before anything of its own; so it may use nothing from outside its one function. It notes when the
// question was first in a frame that was painted, how much the layout shifted, and how long taps took.

export interface Watched {
  /** When this page began to be loaded, in milliseconds since 1970. */
  readonly began: number;
  /** Milliseconds after that; undefined until the question is there. */
  readonly visible: number | undefined;
  /** Sum of all layout shifts that no tap had asked for. */
  readonly shift: number;
  /** Compressed bytes of scripts without which the browser will not paint. */
  readonly blocking: number;
  /** Of the last tap on this page that stayed on it: milliseconds to the next frame. */
  readonly frame: number | undefined;
  /** Of the last tap on this page that turned it in place: the next page, painted, and the answer to what was sent; milliseconds. */
  readonly turned: { readonly next: number; readonly answered: number } | undefined;
  /** When the tap was that led here, in milliseconds since 1970. */
  readonly tapped: number | undefined;
  /** From when the browser began to ask for this page, redirects included, to when the answer began to come: milliseconds. */
  readonly answered: number;
}

/** @param text a part of the question that has no quote in it; without it, the heading of the page is waited for */
export function watch(text: string): void {
  const seen = {
    shift: 0,
    found: undefined as number | undefined,
    frame: undefined as number | undefined,
    turned: undefined as Watched['turned'],
  };
  const isShown = (element: Element | null) => (element?.getBoundingClientRect().height ?? 0) > 0;
  const question = () =>
    text === ''
      ? document.querySelector('main h1')
      : (document.evaluate(
          `//body//*[not(self::script)][text()[contains(., "${text}")]]`,
          document,
          null,
          XPathResult.FIRST_ORDERED_NODE_TYPE,
        ).singleNodeValue as Element | null);
  const look = () => {
    if (document.body && isShown(question())) seen.found = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);

  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
    })[]) {
      if (!entry.hadRecentInput) seen.shift += entry.value;
    }
  }).observe({ type: 'layout-shift', buffered: true });

  addEventListener(
    'click',
    ({ timeStamp, isTrusted }) => {
      if (!isTrusted) return;
      sessionStorage.setItem('tapped', String(performance.timeOrigin + timeStamp));
      seen.turned = undefined;
      afterFrame(() => {
        seen.frame = performance.now() - timeStamp;
      });
      const turning = new MutationObserver(() => {
        turning.disconnect();
        afterFrame(() => {
          // An answer without a body is listed a moment after it has come.
          const asked = (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
            .filter(({ initiatorType, startTime }) => initiatorType === 'fetch' && startTime >= timeStamp)
            .at(-1);
          const answered = (asked?.responseEnd ?? Number.NaN) - (asked?.startTime ?? Number.NaN);
          seen.turned = { next: performance.now() - timeStamp, answered };
        });
      });
      turning.observe(document.documentElement, { childList: true });
    },
    { capture: true },
  );

  /** What a frame posts is delivered once the frame is made. */
  function afterFrame(act: () => void): void {
    const channel = new MessageChannel();
    channel.port1.onmessage = act;
    requestAnimationFrame(() => channel.port2.postMessage(null));
  }

  const tapped = sessionStorage.getItem('tapped');
  sessionStorage.removeItem('tapped');
  (globalThis as { watched?: () => Watched }).watched = () => {
    const [first] = performance.getEntriesByName('first-contentful-paint');
    const [shown] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const resources = performance.getEntriesByType('resource') as (PerformanceResourceTiming & {
      renderBlockingStatus: string;
    })[];
    const isThere = seen.found !== undefined && first !== undefined;
    return {
      began: performance.timeOrigin,
      // A frame that is held back until the stylesheet is there is seen when it is painted, not when it is made.
      visible: isThere ? Math.max(seen.found ?? 0, first.startTime) : undefined,
      shift: seen.shift,
      blocking: resources
        .filter((one) => one.initiatorType === 'script' && one.renderBlockingStatus === 'blocking')
        .reduce((sum, one) => sum + one.encodedBodySize, 0),
      frame: seen.frame,
      turned: seen.turned,
      tapped: tapped === null ? undefined : Number(tapped),
      answered: (shown?.responseStart ?? 0) - (shown?.redirectStart || shown?.fetchStart || 0),
    };
  };
}
