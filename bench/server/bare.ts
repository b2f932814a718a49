// The peer: node:http and nothing else. It is given answers before, by number, and gives them out byte for byte with their headers.
// What a request brings it reads to the end, as any server must.

import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { numberIn } from './requests.ts';
import { tellTheBench } from './told.ts';

export interface Answer {
  readonly status: number;
  /** Names and values in turn: so node:http writes them fastest. */
  readonly headers: readonly string[];
  readonly body: Uint8Array;
}

let answers: readonly Answer[] = [];
process.on('message', (message: { readonly answers?: readonly Answer[] }) => {
  if (message.answers) answers = message.answers;
});

function send({ status, headers, body }: Answer, response: ServerResponse): void {
  response.writeHead(status, headers as string[]);
  response.end(body.length === 0 ? undefined : body);
}

const server = createServer((request, response) => {
  const answer = answers[numberIn(request.headers)] as Answer;
  if (request.method === 'GET') {
    send(answer, response);
    return;
  }
  request.resume();
  request.on('end', () => send(answer, response));
});
server.listen(0, '127.0.0.1', () => {
  tellTheBench(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
