// Passkeys by @simplewebauthn/server. The site is told by its origin; a passkey made for one site answers no other.

import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { Passkeys } from '../../app/desk/index.ts';

const NAME = 'Backstride';
/** ES256, EdDSA, RS256: what phones, keys and Windows make. */
const ALGORITHMS = [-7, -8, -257];

export const passkeys: Passkeys = {
  askToSignIn: async (origin, challenge) =>
    JSON.stringify(
      await generateAuthenticationOptions({
        rpID: siteOf(origin),
        challenge: bytesOf(challenge),
        userVerification: 'required',
      }),
    ),
  askToAdd: async (origin, challenge, { id, login, name }, known) =>
    JSON.stringify(
      await generateRegistrationOptions({
        rpName: NAME,
        rpID: siteOf(origin),
        challenge: bytesOf(challenge),
        userName: login,
        userDisplayName: name,
        userID: new TextEncoder().encode(id),
        attestationType: 'none',
        excludeCredentials: known.map((one) => ({ id: one })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        supportedAlgorithmIDs: ALGORITHMS,
      }),
    ),
  idOf: (answer) => {
    const { id } = (parsed(answer) ?? {}) as { id?: unknown };
    return typeof id === 'string' && /^[A-Za-z0-9_-]{1,1400}$/.test(id) ? id : undefined;
  },
  proves: async (origin, challenge, answer, { id, publicKey, counter }) => {
    const response = parsed(answer);
    if (!response) return undefined;
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: response as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: siteOf(origin),
      requireUserVerification: true,
      credential: { id, publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')), counter },
    });
    return verified ? authenticationInfo.newCounter : undefined;
  },
  added: async (origin, challenge, answer) => {
    const response = parsed(answer);
    if (!response) return undefined;
    try {
      const { verified, registrationInfo } = await verifyRegistrationResponse({
        response: response as RegistrationResponseJSON,
        expectedChallenge: challenge,
        expectedOrigin: origin,
        expectedRPID: siteOf(origin),
        requireUserVerification: true,
        supportedAlgorithmIDs: ALGORITHMS,
      });
      if (!verified) return undefined;
      const { id, publicKey, counter } = registrationInfo.credential;
      return { id, publicKey: Buffer.from(publicKey).toString('base64url'), counter };
    } catch {
      // What a browser sends is not to be trusted, and what is wrong with it helps only who forged it.
      return undefined;
    }
  },
};

function siteOf(origin: string): string {
  return new URL(origin).hostname;
}

/** The challenge is base64url text of 32 bytes already. */
function bytesOf(challenge: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(challenge, 'base64url'));
}

function parsed(answer: string): unknown {
  try {
    const value: unknown = JSON.parse(answer);
    return value !== null && typeof value === 'object' ? value : undefined;
  } catch {
    return undefined;
  }
}
