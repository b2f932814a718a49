// Signing off claims. The claims themselves are data in the medical wing and never change here: a review is an overlay, signed
// by name, for one edition of the wording. A review that keeps the verdict counts when it is signed; one that changes the
// verdict needs a second reviewer, and is a proposal until then. When the wording changes, what was signed no longer counts.

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
