// A correction somebody has sent for a claim, or a letter to the editors. Whoever sent it can follow its state by a secret link.

import { ok, type Result, refuse } from '../vocabulary/index.ts';
import { type Faults, isAddress, LIMITS, oneLine, plainText } from './comment.ts';

export type ReportId = string;

export const REPORT_STATES = ['received', 'looking', 'corrected', 'stands', 'answered', 'closed'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** The states in which nothing more is going to happen. */
export function isOpen(state: ReportState): boolean {
  return state === 'received' || state === 'looking';
}

/**
 * The states an editor can give. A claim is corrected or it stands; a letter is answered; either may be closed without, as
 * for spam. What has been closed can be taken up again.
 */
export function statesFor(kind: Report['kind']): readonly ReportState[] {
  return kind === 'claim'
    ? ['received', 'looking', 'corrected', 'stands', 'closed']
    : ['received', 'looking', 'answered', 'closed'];
}

export interface Report {
  readonly id: ReportId;
  readonly kind: 'claim' | 'letter';
  /** Id of the claim. */
  readonly claim: string | undefined;
  /** Empty when somebody would rather not say. */
  readonly name: string;
  readonly email: string;
  readonly text: string;
  readonly state: ReportState;
  /** What the editors say to it, as its sender reads it. */
  readonly answer: string;
  readonly version: number;
  readonly createdAt: number;
  readonly changedAt: number;
}

export interface WrittenReport {
  readonly name: string;
  readonly email: string;
  readonly text: string;
}

/** Reads what was typed: only the text has to be there. */
export function readReport(typed: WrittenReport): Result<WrittenReport, Faults<keyof WrittenReport>> {
  const name = oneLine(typed.name);
  const email = oneLine(typed.email);
  const text = plainText(typed.text);
  const faults: Faults<keyof WrittenReport> = {
    ...(name.length > LIMITS.name ? { name: 'too-long' as const } : {}),
    ...(email.length > LIMITS.email ? { email: 'too-long' as const } : {}),
    ...(email === '' || isAddress(email) ? {} : { email: 'not-an-address' as const }),
    ...(text === '' ? { text: 'missing' as const } : {}),
    ...(text.length > LIMITS.text ? { text: 'too-long' as const } : {}),
  };
  return Object.keys(faults).length > 0 ? refuse(faults) : ok({ name, email, text });
}
