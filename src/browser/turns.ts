// How the worker turns a page of the interview: an answer and the page that it leads to, in one go; and the same only tried out, ahead
// of the press. A trial runs through the very application, over a keeper that keeps its answers apart, so it changes nothing. What was
// tried is never trusted: the real answer is worked out as if there had been no trial, and only the bytes are spared if they are the same.

import type { AnswerKeeper, AnswerSheet } from '../app/index.ts';
import type { PageAhead } from './ahead.ts';

export type Fetch = (request: Request) => Promise<Response>;

export interface Turns {
  /** Tries what would follow a form; undefined for what is no page of the interview. */
  readonly ahead: (fetch: Fetch, request: Request) => Promise<PageAhead | undefined>;
  /** Sends a form. @param known id of the page that the asking page has already */
  readonly now: (fetch: Fetch, request: Request, known: string) => Promise<Response>;
}

/** Only this worker sets it: what it hands to the application has none of the page's own headers. */
const TRIAL_HEADER = 'x-trial';
const QUESTION = /^\/assess\/step\/\d+$/;
/** Pages lead on once, at most twice. */
const MOST_REDIRECTS = 5;

/** A keeper that leaves as it was what a trial would write. The trial reads it; only the newest trial can. */
export function withTrials(keeper: AnswerKeeper): AnswerKeeper {
  let newest: { readonly trial: string; readonly sheet: AnswerSheet | undefined } | undefined;
  return {
    place: keeper.place,
    read: async (request) => {
      const trial = request.headers.get(TRIAL_HEADER);
      return trial !== null && newest?.trial === trial ? newest.sheet : keeper.read(request);
    },
    write: async (request, sheet) => {
      const trial = request.headers.get(TRIAL_HEADER);
      if (trial === null) return keeper.write(request, sheet);
      newest = { trial, sheet };
      return {};
    },
  };
}

/** @param newId something that has never been said before */
export function openTurns(newId: () => string): Turns {
  let newest: PageAhead | undefined;
  return {
    ahead: async (fetch, request) => {
      if (!QUESTION.test(new URL(request.url).pathname)) return undefined;
      const id = newId();
      const tried = new Request(request);
      tried.headers.set(TRIAL_HEADER, id);
      const { url, response } = await followed(fetch, tried);
      if (response.status !== 200) return undefined;
      newest = { id, url, html: await response.text() };
      return newest;
    },
    now: async (fetch, request, known) => {
      const { url, response } = await followed(fetch, request);
      const html = await response.text();
      const headers = new Headers(response.headers);
      headers.set('content-location', url);
      const isAhead =
        newest?.id === known && newest.url === url && newest.html === html && response.status === 200;
      return isAhead
        ? new Response(null, { status: 204, headers })
        : new Response(html, { status: response.status, headers });
    },
  };
}

/** Sends a request and goes where its answer leads, as a browser would. */
async function followed(
  fetch: Fetch,
  request: Request,
): Promise<{ readonly url: string; readonly response: Response }> {
  const { referrer } = request;
  const headers = new Headers(request.headers);
  headers.delete('content-type');
  let { url } = request;
  let response = await fetch(request);
  for (let turn = 0; turn < MOST_REDIRECTS; turn++) {
    const to = response.headers.get('location');
    if (to === null) break;
    url = new URL(to, url).href;
    response = await fetch(new Request(url, { headers, referrer }));
  }
  return { url, response };
}
