import fc from 'fast-check';
import { expect, test } from 'vitest';
import { signerOf } from '../../app/desk/index.ts';
import { nodeSigner } from './node-signer.ts';

test('signs and hashes as the web platform does', () =>
  fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      fc.string({ unit: 'grapheme' }),
      async (secret, text) => {
        const [node, web] = [nodeSigner, signerOf].map((make) => make(new Uint8Array(secret)));
        expect(await node?.sign(text)).toBe(await web?.sign(text));
        expect(await node?.hash(text)).toBe(await web?.hash(text));
      },
    ),
  ));
