// The signer of src/app/desk/secrets.ts with what Node has: the same bytes, without the way to another thread and back that Web Crypto
// takes. A comment that is sent needs six of them.

import { createHash, createHmac, createSecretKey } from 'node:crypto';
import type { MakeSigner } from '../../app/desk/index.ts';

export const nodeSigner: MakeSigner = (secret) => {
  const key = createSecretKey(secret);
  return {
    sign: async (text) => createHmac('sha256', key).update(text).digest('base64url'),
    hash: async (text) => createHash('sha256').update(text).digest('base64url'),
  };
};
