// What a telephone sends, as the bytes that go over the line: the headers of Chrome on Android, which a server has to read.

export interface Asked {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly cookie?: string;
  /** Sent as a form, or as JSON when it begins as JSON does. */
  readonly body?: string;
  /** Further headers, as `name: value`. */
  readonly more?: readonly string[];
  /** By this number the peer knows which answer to give; our server passes over it. */
  readonly number?: number;
}

const ALWAYS = [
  'Host: 127.0.0.1',
  'Connection: keep-alive',
  'User-Agent: Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
  'Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8',
  'Accept-Encoding: gzip, deflate, br, zstd',
  'Accept-Language: en-GB,en;q=0.9',
  'Upgrade-Insecure-Requests: 1',
  'Sec-Fetch-Site: same-origin',
  'Sec-Fetch-Mode: navigate',
  'Sec-Fetch-User: ?1',
  'Sec-Fetch-Dest: document',
];
const NUMBER = 'x-bench';

/** The bytes of a request. */
export function requestOf({ method, path, cookie, body, more = [], number = 0 }: Asked): Buffer {
  const isJson = body?.startsWith('{') === true;
  const ofBody =
    body === undefined
      ? []
      : [
          `Content-Type: ${isJson ? 'application/json' : 'application/x-www-form-urlencoded'}`,
          `Content-Length: ${Buffer.byteLength(body)}`,
        ];
  const lines = [
    `${method} ${path} HTTP/1.1`,
    ...ALWAYS,
    ...(cookie ? [`Cookie: ${cookie}`] : []),
    ...more,
    `${NUMBER}: ${number}`,
    ...ofBody,
  ];
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body ?? ''}`);
}

/** The number in the headers of a request. */
export function numberIn(headers: Readonly<Record<string, string | readonly string[] | undefined>>): number {
  return Number(headers[NUMBER]);
}
