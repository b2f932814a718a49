import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compressed } from './compress.ts';

const TEXT = '<p>Every word of a page, again and again.</p>'.repeat(40);
const asked = (accepted?: string) =>
  new Request(
    'http://localhost/',
    accepted === undefined ? {} : { headers: { 'accept-encoding': accepted } },
  );
const page = (body: string, type = 'text/html; charset=utf-8') =>
  new Response(body, { status: 422, headers: { 'content-type': type, 'set-cookie': 'a=b' } });

test.each([
  ['gzip, deflate, br', 'br', brotliDecompressSync],
  ['gzip', 'gzip', gunzipSync],
])('a page for a browser that takes %s is smaller and the same', async (accepted, encoding, open) => {
  const response = await compressed(asked(accepted), page(TEXT));
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(response.headers.get('content-encoding')).toBe(encoding);
  expect(response.headers.get('vary')).toContain('accept-encoding');
  expect([response.status, response.headers.getSetCookie()]).toEqual([422, ['a=b']]);
  expect(bytes.length).toBeLessThan(TEXT.length / 4);
  expect(open(bytes).toString()).toBe(TEXT);
});

test.each([
  ['a browser that takes none', asked(), page(TEXT)],
  ['a picture', asked('br'), page(TEXT, 'image/png')],
  ['a short answer', asked('br'), page('short')],
])('%s is left as it is', async (_, request, response) => {
  const same = await compressed(request, response);
  expect(same.headers.get('content-encoding')).toBeNull();
  expect(['short', TEXT]).toContain(await same.text());
});

test('an answer without a body stays without one', async () => {
  const redirect = new Response(null, { status: 303, headers: { location: '/x' } });
  const same = await compressed(asked('br'), redirect);
  expect([same.status, same.headers.get('location'), same.body]).toEqual([303, '/x', null]);
});
