// One connection that stays open, one request on it at a time. As little work as can be, so that the client is never slower than
// what it measures: bytes go out as they are, of an answer only its end is looked for. Node's own clients do several times as much.

import { connect } from 'node:net';

export interface Reply {
  readonly status: number;
  /** Status line and headers as they came. */
  readonly head: string;
  readonly body: Buffer;
}

export interface Line {
  readonly send: (request: Uint8Array) => Promise<Reply>;
  readonly isOpen: () => boolean;
  readonly close: () => void;
}

/** Opens a connection to a port of this machine. */
export function openLine(port: number): Promise<Line> {
  let pending: { resolve: (reply: Reply) => void; reject: (error: Error) => void } | undefined;
  let received: Buffer = Buffer.alloc(0);
  let isOpen = true;
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  socket.on('data', (part: Buffer) => {
    received = received.length === 0 ? part : Buffer.concat([received, part]);
    const reply = replyIn(received);
    if (!reply) return;
    received = Buffer.alloc(0);
    const waiting = pending;
    pending = undefined;
    if (/\r\nconnection: close\r\n/i.test(reply.head)) isOpen = false;
    waiting?.resolve(reply);
  });
  const line: Line = {
    send: (request) =>
      new Promise((resolve, reject) => {
        if (!isOpen) reject(new Error('The connection is closed.'));
        pending = { resolve, reject };
        socket.write(request);
      }),
    isOpen: () => isOpen,
    close: () => socket.destroy(),
  };
  return new Promise((resolve, reject) => {
    const end = (error: Error) => {
      isOpen = false;
      pending?.reject(error);
      pending = undefined;
      reject(error);
    };
    socket.on('error', end);
    socket.on('close', () => end(new Error('The connection was closed.')));
    socket.once('connect', () => resolve(line));
  });
}

/** The answer, if all of it is there. */
export function replyIn(bytes: Buffer): Reply | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const head = bytes.toString('latin1', 0, end + 2);
  const status = Number(head.slice(9, 12));
  const begin = end + 4;
  if (status === 304 || status === 204) return { status, head, body: Buffer.alloc(0) };
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (length !== undefined) {
    const last = begin + Number(length);
    return bytes.length < last ? undefined : { status, head, body: bytes.subarray(begin, last) };
  }
  if (!/\r\ntransfer-encoding: chunked/i.test(head)) throw new Error(`No length in the answer:\n${head}`);
  const body = chunksIn(bytes, begin);
  return body && { status, head, body };
}

function chunksIn(bytes: Buffer, begin: number): Buffer | undefined {
  const parts: Buffer[] = [];
  for (let at = begin; ; ) {
    const end = bytes.indexOf('\r\n', at);
    if (end < 0) return undefined;
    const size = Number.parseInt(bytes.toString('latin1', at, end), 16);
    const next = end + 2 + size;
    if (bytes.length < next + 2) return undefined;
    if (size === 0) return Buffer.concat(parts);
    parts.push(bytes.subarray(end + 2, next));
    at = next + 2;
  }
}

/** The value of a header; undefined without it. */
export function headerOf({ head }: Reply, name: string): string | undefined {
  const found = new RegExp(`\\r\\n${name}: ([^\\r]*)`, 'i').exec(head);
  return found?.[1];
}

/** Names and values in turn, without what the server's HTTP writes by itself. */
export function headersOf({ head }: Reply): readonly string[] {
  return head
    .split('\r\n')
    .slice(1, -1)
    .flatMap((line) => {
      const at = line.indexOf(':');
      const name = line.slice(0, at);
      const isOwn = /^(date|connection|keep-alive|transfer-encoding|content-length)$/i.test(name);
      return isOwn ? [] : [name, line.slice(at + 2)];
    });
}
