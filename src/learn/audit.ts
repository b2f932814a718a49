// What was done at the desk, line by line. Each line carries a hash over itself and the line before, so that a line that was
// changed, taken out or put in later shows. Lines say who did what to which thing; they never hold names of the public,
// addresses or texts.

export interface AuditEntry {
  /** Who: the name of an editor, or `terminal`. */
  readonly by: string;
  /** What, as `comment.approve`. */
  readonly action: AuditAction;
  /** Id of what it was done to. */
  readonly subject: string;
  /** Short and without anything private, as `verdict partly`. */
  readonly detail: string;
  readonly at: number;
}

export const AUDIT_ACTIONS = [
  'comment.approve',
  'comment.edit',
  'comment.reject',
  'report.change',
  'review.sign',
  'review.propose',
  'review.second',
  'review.withdraw',
  'editor.create',
  'editor.disable',
  'editor.password',
  'editor.codes',
  'passkey.add',
  'passkey.remove',
  'session.start',
  'session.end',
  'store.restore',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

export interface AuditLine extends AuditEntry {
  /** From 1, without gaps. */
  readonly seq: number;
  readonly hash: string;
}

/** Stands for the line before the first one. */
export const FIRST_HASH = '0'.repeat(64);

/** What the hash of a line is taken over. JSON, so that no two lines can be written alike. */
export function hashedText(
  before: string,
  { by, action, subject, detail, at, seq }: Omit<AuditLine, 'hash'>,
): string {
  return JSON.stringify([before, seq, at, by, action, subject, detail]);
}
