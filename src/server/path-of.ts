/**
 * The path of an address as @hono/node-server writes it, which has set right what a `URL` would set right. Several ask for it with every
 * request, and none needs the rest.
 * @param url as `http://host/path?query`
 */
export function pathOf(url: string): string {
  const begin = url.indexOf('/', url.indexOf('//') + 2);
  const query = url.indexOf('?', begin);
  const fragment = url.indexOf('#', begin);
  const ends = [query, fragment].filter((at) => at >= 0);
  return url.slice(begin, ends.length > 0 ? Math.min(...ends) : undefined);
}
