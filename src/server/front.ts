// What stands in front of the application on a server: it reads bodies within limits, answers what is prepared at once, lets
// the rest in one after another, and writes down what was answered. Slow senders wait here and hold nobody up.

import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Admission } from './admission.ts';
import type { Environment } from './desk/index.ts';
import { kindOf, methodOf, type RequestLog } from './log.ts';
import type { Metrics } from './metrics.ts';

/** More than any form or file of ours; the application has narrower limits of its own. */
const MAX_BODY_BYTES = 4 * 1024 * 1024;
const HAS_BODY: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
/** Said before anybody knows in which language; the application says the same in the runner's. */
const TOO_MUCH = `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>That was too much at once – Backstride</title><h1>That was too much at once</h1><p>At most ${MAX_BODY_BYTES / 1024 / 1024} MiB can be sent. Go back and try again with less.</p></html>`;
const STRICT_TRANSPORT = 'max-age=31536000; includeSubDomains';
/** Told to whoever is to come back: seconds. */
const RETRY_AFTER = '2';

export interface FrontOptions {
  /** Answers what is ready in memory, and says whether it has. */
  readonly ready: (request: IncomingMessage, response: ServerResponse, id: string) => boolean;
  /** An answer that takes no turn, as from a file; undefined where there is none. */
  readonly prepared: (request: Request) => Promise<Response | undefined>;
  readonly answer: (request: Request, environment: Environment) => Promise<Response>;
  /** Whether work may be taken on; false while stopping. */
  readonly isOpen: () => boolean;
  readonly admission: Admission;
  readonly metrics: Metrics;
  readonly log: RequestLog;
  /** HTTP Strict Transport Security, where the public comes by https. */
  readonly strictTransport: boolean;
}

export function frontOf(options: FrontOptions): (request: IncomingMessage, response: ServerResponse) => void {
  const { admission, metrics, log } = options;
  const respond = getRequestListener(
    async (request, environment) =>
      (await options.prepared(request)) ?? inTurn(request, environment as Environment),
  );

  async function inTurn(request: Request, environment: Environment): Promise<Response> {
    if (!(await admission.enter())) {
      metrics.countShed();
      return plain(503, 'Too many people are here at this moment. Please try again in a few seconds.', {
        'retry-after': RETRY_AFTER,
      });
    }
    try {
      return await options.answer(request, environment);
    } finally {
      admission.leave();
    }
  }

  return (request, response) => {
    const id = randomUUID();
    const start = performance.now();
    const written = () => {
      const answered = {
        method: methodOf(request.method),
        kind: kindOf(request.url ?? '/'),
        status: response.statusCode,
        milliseconds: Math.round(performance.now() - start),
        id,
      };
      metrics.count(answered);
      log(answered);
    };
    if (options.strictTransport) response.setHeader('strict-transport-security', STRICT_TRANSPORT);
    if (!options.isOpen()) response.setHeader('connection', 'close');
    // It is on its way at once, so there is no end to wait for.
    if (options.ready(request, response, id)) {
      written();
      return;
    }
    response.setHeader('x-request-id', id);
    response.on('close', written);
    if (!HAS_BODY.has(request.method ?? '')) {
      void respond(request, response);
      return;
    }
    readBody(request).then(
      (body) => {
        // Where @hono/node-server looks for a body that was read before.
        void respond(Object.assign(request, { rawBody: body }), response);
      },
      (reason: unknown) => {
        if (!(reason instanceof TooLarge)) return;
        response.writeHead(413, { 'content-type': 'text/html; charset=utf-8', connection: 'close' });
        response.end(TOO_MUCH);
      },
    );
  };
}

class TooLarge extends Error {}

/** Reads to the end; refused as soon as it is too much. Who is slow is ended by the server's own time limits. */
function readBody(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) {
      reject(new TooLarge());
      return;
    }
    const parts: Buffer[] = [];
    let length = 0;
    request.on('data', (part: Buffer) => {
      length += part.length;
      if (length <= MAX_BODY_BYTES) {
        parts.push(part);
        return;
      }
      request.pause();
      reject(new TooLarge());
    });
    request.on('end', () => resolve(Buffer.concat(parts)));
    request.on('error', reject);
    request.on('close', () => reject(new Error('The sender went away.')));
  });
}

function plain(status: number, text: string, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(`${text}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers },
  });
}
