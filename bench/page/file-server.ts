// Serves the peers' pages: everything compressed beforehand, with Brotli at the quality our own server uses for what it compresses.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

/** By path without the leading slash. */
export type Files = ReadonlyMap<string, { readonly bytes: Buffer; readonly type: string }>;

export interface FileServer {
  readonly url: string;
  readonly stop: () => void;
}

export async function compressed(bytes: Uint8Array): Promise<Buffer> {
  return promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
}

export async function serveFiles(files: Files): Promise<FileServer> {
  const ready = new Map<string, Buffer>();
  for (const [path, { bytes, type }] of files) {
    if (/^(text|application)/.test(type)) ready.set(path, await compressed(bytes));
  }
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://any').pathname.slice(1) || 'index.html';
    const file = files.get(path);
    const small = ready.get(path);
    if (!file) return response.writeHead(404).end();
    const headers = { 'content-type': file.type, 'cache-control': 'no-cache' };
    if (!small) return response.writeHead(200, headers).end(file.bytes);
    return response.writeHead(200, { ...headers, 'content-encoding': 'br' }).end(small);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
