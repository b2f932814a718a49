// Pages that are the same for everybody who speaks a language, as bytes: made once by the application, compressed, and given out
// before the application is even asked. So a page of the guide costs little more than node:http itself. What is older than a minute
// is made anew behind the back of whoever asked; what is much older is not given out at all.

import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { ARRIVAL_HEADER, isArrival } from '../app/index.ts';
import { isLanguage, type Language, languageLiked } from '../vocabulary/index.ts';
import { compress, type Encoding, encodingFor } from './compress.ts';

export interface PreparedPagesOptions {
  /** Tells whether the page at this path is the same for everybody. */
  readonly isOpen: (path: string) => boolean;
  readonly answer: (request: Request) => Promise<Response>;
  /** The cookie in which somebody's language is kept. */
  readonly languageCookie: string;
  /** Milliseconds since any moment. */
  readonly now: () => number;
}

export interface PreparedPages {
  /** Answers if it can; else prepares, and the application has to. */
  readonly answer: (request: IncomingMessage, response: ServerResponse, requestId?: string) => boolean;
  /** Throws away what has changed: one page, or all. */
  readonly forget: (path?: string) => void;
}

interface Prepared {
  readonly madeAt: number;
  readonly bodies: Readonly<Record<Encoding | 'identity', Body>>;
}

interface Body {
  readonly bytes: Uint8Array;
  readonly tag: string;
  /** Names and values in turn, as node:http writes them fastest; ends with the name of the request's id. */
  readonly head: readonly string[];
  /** The same for 304, which has no body. */
  readonly headWithoutBody: readonly string[];
}

const FRESH_MILLISECONDS = 60_000;
const OLDEST_MILLISECONDS = 10 * FRESH_MILLISECONDS;
/** More pages than there are; addresses that nobody wrote must not fill the memory. */
const MOST_PAGES = 2_000;
const VARY = `accept-encoding, accept-language, cookie, ${ARRIVAL_HEADER}`;

export function preparedPages(options: PreparedPagesOptions): PreparedPages {
  const pages = new Map<string, Prepared>();
  const making = new Set<string>();
  let generation = 0;

  const make = async (key: string, path: string, headers: Readonly<Record<string, string>>) => {
    if (making.has(key) || pages.size >= MOST_PAGES) return;
    making.add(key);
    const begun = generation;
    try {
      const response = await options.answer(new Request(`http://localhost${path}`, { headers }));
      const page = response.status === 200 ? await prepared(response, options.now()) : undefined;
      // What was forgotten meanwhile must not come back.
      if (page && begun === generation) pages.set(key, page);
    } catch {
      // The application answers, and reports what is wrong.
    } finally {
      making.delete(key);
    }
  };

  const languages = new Map<string, Language>();
  /** As the application decides it. Browsers say the same again and again, so what they say is looked up. */
  const languageFor = ({ cookie = '', 'accept-language': liked = '' }: IncomingHttpHeaders): Language => {
    const said = `${cookie.includes(options.languageCookie) ? cookie : ''}|${liked}`;
    const known = languages.get(said);
    if (known) return known;
    const language = languageOf(cookie, liked, options.languageCookie);
    if (said.length < 300 && languages.size < MOST_PAGES) languages.set(said, language);
    return language;
  };

  return {
    answer: (request, response, requestId = '') => {
      const { url = '/', method, headers } = request;
      if ((method !== 'GET' && method !== 'HEAD') || !options.isOpen(url)) return false;
      const language = languageFor(headers);
      const site = isArrival(headers[ARRIVAL_HEADER] as string | undefined) ? 'cross-site' : 'same-origin';
      const key = `${language} ${site} ${url}`;
      const page = pages.get(key);
      const age = page ? options.now() - page.madeAt : Number.POSITIVE_INFINITY;
      if (age > FRESH_MILLISECONDS)
        void make(key, url, { 'accept-language': language, [ARRIVAL_HEADER]: site });
      if (!page || age > OLDEST_MILLISECONDS) return false;
      send(page, request, response, requestId);
      return true;
    },
    forget: (path) => {
      generation += 1;
      for (const key of pages.keys()) {
        if (path === undefined || key.endsWith(` ${path}`)) pages.delete(key);
      }
    },
  };
}

function send(
  { bodies }: Prepared,
  { headers, method }: IncomingMessage,
  response: ServerResponse,
  requestId: string,
): void {
  const { bytes, tag, head, headWithoutBody } = bodies[encodingFor(headers['accept-encoding']) ?? 'identity'];
  const isKnown = headers['if-none-match']?.includes(tag) === true;
  response.writeHead(isKnown ? 304 : 200, [...(isKnown ? headWithoutBody : head), requestId]);
  response.end(isKnown || method === 'HEAD' ? undefined : bytes);
}

async function prepared(response: Response, madeAt: number): Promise<Prepared> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 24);
  const [br, gzip] = await Promise.all([compress('br', bytes, 'best'), compress('gzip', bytes, 'best')]);
  const shared = [...Object.entries({ ...Object.fromEntries(response.headers), vary: VARY })].flat();
  const body = (packed: Uint8Array, tag: string, encoding?: Encoding): Body => {
    const headWithoutBody = [...shared, 'etag', tag, 'x-request-id'];
    const head = [
      ...shared,
      ...(encoding ? ['content-encoding', encoding] : []),
      ...['content-length', String(packed.length), 'etag', tag, 'x-request-id'],
    ];
    return { bytes: packed, tag, head, headWithoutBody };
  };
  return {
    madeAt,
    bodies: {
      identity: body(bytes, `"${hash}"`),
      br: body(br, `"${hash}-br"`, 'br'),
      gzip: body(gzip, `"${hash}-gz"`, 'gzip'),
    },
  };
}

/** The language that was chosen, else the one that the browser likes best. */
function languageOf(cookies: string | undefined, liked: string | undefined, name: string): Language {
  const kept = cookies
    ?.split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);
  return isLanguage(kept) ? kept : languageLiked(liked);
}
