// Signing off claims. The claims themselves are data in the medical wing and never change here: a review is an overlay, signed
// by name, for one edition of the wording. A review that keeps the verdict counts when it is signed; one that changes the
// verdict needs a second reviewer, and is a proposal until then. When the wording changes, what was signed no longer counts.

import { addDays, type LocalDate } from '../vocabulary/index.ts';

export type SignOffId = string;

/** What a claim says to a reviewer, whoever keeps it. */
export interface ClaimAtDesk {
  readonly id: string;
  readonly wording: string;
  readonly verdict: string;
  /** Changes with the wording or the verdict. */
  readonly edition: string;
  /** Where the public reads it. */
  readonly path: string;
}

export const SIGN_OFF_STATES = ['proposed', 'signed', 'withdrawn'] as const;
export type SignOffState = (typeof SIGN_OFF_STATES)[number];

export interface SignOff {
  readonly id: SignOffId;
  readonly claim: string;
  readonly edition: string;
  readonly verdict: string;
  readonly note: string;
  /** Name of the reviewer, as it was when they signed. */
  readonly by: string;
  readonly editor: string;
  /** Name of the second one, where the verdict changes. */
  readonly secondBy: string | undefined;
  readonly state: SignOffState;
  readonly version: number;
  readonly createdAt: number;
  readonly decidedAt: number | undefined;
}

/** The state of a new sign-off. */
export function stateOfNew(claim: ClaimAtDesk, verdict: string): SignOffState {
  return verdict === claim.verdict ? 'signed' : 'proposed';
}

/** Whether this editor can sign a proposal as the second one: not the same person twice, not an old wording. */
export function canSecond(signOff: SignOff, claim: ClaimAtDesk, editor: string): boolean {
  return signOff.state === 'proposed' && signOff.edition === claim.edition && signOff.editor !== editor;
}

/** The review that counts for a claim as it stands: the newest one signed for this edition. */
export function signOffInForce(claim: ClaimAtDesk, signOffs: readonly SignOff[]): SignOff | undefined {
  return signOffs
    .filter(
      ({ state, edition, claim: id }) => state === 'signed' && edition === claim.edition && id === claim.id,
    )
    .sort((a, b) => (b.decidedAt ?? 0) - (a.decidedAt ?? 0) || (a.id < b.id ? 1 : -1))[0];
}

/** What a page shows of a sign-off: by whom, on which day, until when it should be looked at again. */
export interface SignedReview {
  /** Names of who signed. */
  readonly by: string;
  readonly on: LocalDate;
  readonly nextReview: LocalDate;
  /** Where it is another one than the wing has. */
  readonly verdict?: string;
}

/** A choice of ours: evidence on injuries of runners is looked through again within a year. */
const REVIEW_DAYS = 365;

/** The sign-offs that count, by claim: the overlay over the claims of the wing. */
export function signedReviews(
  claims: readonly ClaimAtDesk[],
  signOffs: readonly SignOff[],
): ReadonlyMap<string, SignedReview> {
  return new Map(
    claims.flatMap((claim): readonly [string, SignedReview][] => {
      const signOff = signOffInForce(claim, signOffs);
      if (signOff?.decidedAt === undefined) return [];
      const on = new Date(signOff.decidedAt).toISOString().slice(0, 10);
      const by = signOff.secondBy === undefined ? signOff.by : `${signOff.by}, ${signOff.secondBy}`;
      const changed = signOff.verdict === claim.verdict ? {} : { verdict: signOff.verdict };
      return [[claim.id, { by, on, nextReview: addDays(on, REVIEW_DAYS), ...changed }]];
    }),
  );
}
