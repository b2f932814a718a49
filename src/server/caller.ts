// The network address of who asks. Behind proxies each adds the address that it sees to the end of X-Forwarded-For; whatever
// stands before what our own have added, anybody may have written.

import type { IncomingMessage } from 'node:http';

/** @param proxies how many of them are ours */
export function callerOf(
  proxies: number,
): (request: Request, incoming: IncomingMessage | undefined) => string {
  return (request, incoming) => {
    const seen = incoming?.socket.remoteAddress ?? '';
    if (proxies === 0) return seen;
    const said = (request.headers.get('x-forwarded-for') ?? '').split(',').map((one) => one.trim());
    return said.at(-proxies) || seen;
  };
}
