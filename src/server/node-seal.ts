// The seal of src/app/seal.ts with what Node has: the same bytes by AES-256-GCM, each opens the other's. Web Crypto and its streams
// hand every small piece of work to another thread and back, which for a cookie costs far more than the work.

import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { isWorthPacking, type MakeSeal, PLAIN } from '../app/index.ts';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const MARK = Buffer.of(PLAIN);

export const nodeSeal: MakeSeal = (secret, purpose) => {
  const key = createSecretKey(secret);
  const aad = Buffer.from(purpose);
  return {
    seal: async (text) => {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(CIPHER, key, iv).setAAD(aad);
      const plain = isWorthPacking(text) ? [deflateRawSync(text)] : [MARK, Buffer.from(text)];
      const sealed = plain.map((part) => cipher.update(part));
      cipher.final();
      return Buffer.concat([iv, ...sealed, cipher.getAuthTag()]).toString('base64url');
    },
    unseal: async (token) => {
      const bytes = Buffer.from(token, 'base64url');
      // Buffer passes over what is no base64; a token that is not written as ours is none of ours.
      if (bytes.length <= IV_BYTES + TAG_BYTES || bytes.toString('base64url') !== token) return undefined;
      try {
        const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV_BYTES))
          .setAAD(aad)
          .setAuthTag(bytes.subarray(-TAG_BYTES));
        const plain = decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES));
        decipher.final();
        return (plain[0] === PLAIN ? plain.subarray(1) : inflateRawSync(plain)).toString();
      } catch {
        return undefined;
      }
    },
  };
};
