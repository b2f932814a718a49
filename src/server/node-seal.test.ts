import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sealFor } from '../app/index.ts';
import { nodeSeal } from './node-seal.ts';

const SECRET = new Uint8Array(32).fill(7);
const makers = { web: sealFor, node: nodeSeal };
const pairs = [
  ['node', 'web'],
  ['web', 'node'],
  ['node', 'node'],
] as const;

describe('a seal', () => {
  test.each(pairs)('of %s is opened by that of %s, and by no other purpose or secret', (by, other) =>
    fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 300 }), async (text) => {
        const token = await makers[by](SECRET, 'a').seal(text);
        expect(await makers[other](SECRET, 'a').unseal(token)).toBe(text);
        expect(await makers[other](SECRET, 'b').unseal(token)).toBeUndefined();
        expect(await makers[other](new Uint8Array(32), 'a').unseal(token)).toBeUndefined();
      }),
      { numRuns: 30 },
    ),
  );

  test('that was changed anywhere, cut or made up opens as nothing', () =>
    fc.assert(
      fc.asyncProperty(fc.nat(), fc.base64String(), async (place, made) => {
        const { seal, unseal } = nodeSeal(SECRET, 'a');
        const token = await seal('{"answers":{"age":"18-39"}}');
        const at = place % token.length;
        const other = token[at] === 'A' ? 'B' : 'A';
        const changed = token.slice(0, at) + other + token.slice(at + 1);
        for (const wrong of [changed, token.slice(0, at), made, `${token}=`, `${token}!`]) {
          expect(await unseal(wrong)).toBeUndefined();
        }
      }),
      { numRuns: 60 },
    ));
});
