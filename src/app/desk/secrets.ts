// Secrets made by HMAC-SHA-256 from the secret of the store, and hashes of secrets by SHA-256: they are long and random, so that
// a quick hash will do.

/** Secrets that belong to something, made from its id: nobody can guess one, and none has to be kept. */
export interface Secrets {
  /** The secret itself, for a link. */
  readonly of: (purpose: SecretPurpose, id: string) => Promise<string>;
  /** What a store keeps of it, or of anything else that is secret. */
  readonly hash: (secret: string) => Promise<string>;
}

export type SecretPurpose =
  | 'comment'
  | 'report'
  | 'replies'
  | 'network'
  | 'login'
  | 'letter'
  | 'challenge'
  | 'code';

/** Port: a platform may have a quicker one. */
export interface Signer {
  /** 256 bits over a text that only who has the secret can work out (HMAC-SHA-256), as base64url. */
  readonly sign: (text: string) => Promise<string>;
  /** SHA-256 of a text, as base64url. */
  readonly hash: (text: string) => Promise<string>;
}

export type MakeSigner = (secret: Uint8Array<ArrayBuffer>) => Signer;

/** The signer of the web platform. */
export function signerOf(secret: Uint8Array<ArrayBuffer>): Signer {
  const key = crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return {
    sign: async (text) =>
      base64url(await crypto.subtle.sign('HMAC', await key, new TextEncoder().encode(text))),
    hash: async (text) => base64url(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))),
  };
}

export function secretsOf({ sign, hash }: Signer): Secrets {
  return { of: (purpose, id) => sign(`${purpose}\n${id}`), hash };
}

/** A secret that nothing else is made from. */
export function randomSecret(bytes = 32): string {
  return base64url(crypto.getRandomValues(new Uint8Array(bytes)).buffer);
}

/** Whether two texts are the same, in a time that does not tell where they differ. */
export function isSame(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let different = 0;
  for (let index = 0; index < a.length; index += 1) different |= a.charCodeAt(index) ^ b.charCodeAt(index);
  return different === 0;
}

function base64url(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** `id.secret`, as links have it. */
export function splitLink(token: string): { readonly id: string; readonly secret: string } | undefined {
  const [, id, secret] = /^([0-9a-f-]{36})\.([A-Za-z0-9_-]{43})$/.exec(token) ?? [];
  return id !== undefined && secret !== undefined ? { id, secret } : undefined;
}
