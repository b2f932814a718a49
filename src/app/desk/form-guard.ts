// That a form is ours, came from the browser that it was shown to, and when: a token in the form, signed for its purpose, for a
// cookie of this browser and for the time. It works without scripts and beside the check of where a request comes from
// (`csrf` of hono). The same token carries the id of what the form will make, so that sending it twice makes one.

import { cookieOf } from '../seal.ts';
import { isSame, randomSecret, type Signer } from './secrets.ts';

export interface FormGuard {
  /** The token for a form of this purpose, and the header that keeps the cookie if it is new. */
  readonly issue: (request: Request, purpose: string) => Promise<Issued>;
  /** What a token says; undefined when it is not for this purpose and browser, or too old. */
  readonly read: (request: Request, purpose: string, token: string) => Promise<Read | undefined>;
  /** A cookie that makes every form shown so far worthless. */
  readonly renew: (request: Request) => { readonly setCookie: string };
}

export interface Issued {
  readonly token: string;
  readonly id: string;
  readonly setCookie: string | undefined;
}

export interface Read {
  readonly id: string;
  readonly issuedAt: number;
}

export interface FormGuardOptions {
  readonly signer: Signer;
  readonly now: () => number;
  readonly newId: () => string;
  readonly isSecure: boolean;
  readonly oldestMs: number;
}

export function formGuard({ signer, now, newId, isSecure, oldestMs }: FormGuardOptions): FormGuard {
  const cookie = cookieName('backstride-form', isSecure);
  const sign = (purpose: string, browser: string, id: string, issuedAt: string) =>
    signer.sign(`form\n${purpose}\n${browser}\n${id}\n${issuedAt}`);
  const keep = (browser: string) => `${cookie}=${browser}; ${cookieRules('Lax', isSecure)}`;
  return {
    issue: async (request, purpose) => {
      const known = cookieOf(request, cookie);
      const isGood = known !== undefined && /^[A-Za-z0-9_-]{22}$/.test(known);
      const browser = isGood ? known : randomSecret(16);
      const [id, issuedAt] = [newId(), now().toString(36)];
      const token = `${id}.${issuedAt}.${await sign(purpose, browser, id, issuedAt)}`;
      return { token, id, setCookie: isGood ? undefined : keep(browser) };
    },
    read: async (request, purpose, token) => {
      const browser = cookieOf(request, cookie);
      const [id, issuedAt, signature, ...more] = token.split('.');
      if (!browser || !id || !issuedAt || !signature || more.length > 0) return undefined;
      if (!isSame(signature, await sign(purpose, browser, id, issuedAt))) return undefined;
      const time = Number.parseInt(issuedAt, 36);
      return now() - time <= oldestMs ? { id, issuedAt: time } : undefined;
    },
    renew: () => ({ setCookie: keep(randomSecret(16)) }),
  };
}

/** With HTTPS the browser itself sees to it that no other host has set the cookie (RFC 6265bis, `__Host-`). */
export function cookieName(name: string, isSecure: boolean): string {
  return isSecure ? `__Host-${name}` : name;
}

export function cookieRules(sameSite: 'Lax' | 'Strict', isSecure: boolean): string {
  return `Path=/; HttpOnly; SameSite=${sameSite}${isSecure ? '; Secure' : ''}`;
}
