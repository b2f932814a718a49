// What comments, corrections and the editors' desk need to be kept: the ports. Every change is one transaction, durable when
// it resolves, together with its line in the audit log. Where two people decide at once, the second is told: a decision names
// the version that was read. Secrets come here as hashes only.

import type { AuditLine } from './audit.ts';
import type { Comment, CommentId, Suspicion, Written } from './comment.ts';
import type { Editor, Role, Session } from './editor.ts';
import type { Report, ReportId, ReportState, WrittenReport } from './report.ts';
import type { SignOff, SignOffId, SignOffState } from './sign-off.ts';

/** `moved-on`: somebody else changed it first, nothing was done. */
export type Outcome = 'done' | 'moved-on';

/** One page of a long list: from the oldest on, after an id. */
export interface Slice {
  readonly most: number;
  readonly after?: string | undefined;
}

/** So many in so long, no more. */
export interface Rate {
  readonly most: number;
  readonly perMs: number;
}

export interface Limit {
  readonly key: string;
  readonly rate: Rate;
}

/** With `wait` nothing was kept: too many came, the next one may in so many milliseconds. */
export type Added =
  | { readonly kind: 'kept'; readonly isNew: boolean }
  | { readonly kind: 'wait'; readonly ms: number };

export interface NewComment extends Written {
  /** Made when the form was shown: the same form sent twice is one comment. */
  readonly id: CommentId;
  readonly page: string;
  readonly parent: CommentId | undefined;
  /** Published at once, or seen by an editor first. */
  readonly state: 'waiting' | 'published';
  readonly suspicions: readonly Suspicion[];
  readonly wantsMail: boolean;
  /** Hash of the secret with which its author changes it. */
  readonly secret: string;
  /** Hash of its essence. */
  readonly essence: string;
  /** Letters that go out with it. */
  readonly letters: readonly Letter[];
  readonly at: number;
}

export interface CommentStore {
  /** Keeps a comment; the same form sent again keeps nothing. */
  readonly add: (comment: NewComment, limits: readonly Limit[]) => Promise<Added>;
  /** What is published on a page, and what was deleted there. */
  readonly onPage: (page: string) => Promise<readonly Comment[]>;
  readonly byId: (id: CommentId) => Promise<Comment | undefined>;
  /** The comment whose author holds this secret. */
  readonly own: (id: CommentId, secret: string) => Promise<Comment | undefined>;
  /** Whether a comment with the same essence is there. */
  readonly isAlike: (essence: string) => Promise<boolean>;
  /** By its author; what was published waits again if `state` says so. */
  readonly revise: (
    id: CommentId,
    change: {
      readonly version: number;
      readonly text: string;
      readonly state: 'waiting' | 'published';
      readonly at: number;
    },
  ) => Promise<Outcome>;
  /** By its author: name, address and text are gone for good. */
  readonly erase: (id: CommentId, version: number, at: number) => Promise<Outcome>;
  readonly setMail: (id: CommentId, mail: 'none' | 'confirmed') => Promise<void>;
  readonly waiting: (slice: Slice) => Promise<readonly Comment[]>;
  readonly countWaiting: () => Promise<number>;
  readonly decide: (id: CommentId, decision: CommentDecision) => Promise<Outcome>;
}

export interface CommentDecision {
  readonly version: number;
  readonly editor: Editor;
  readonly at: number;
  readonly kind: 'approve' | 'edit' | 'reject';
  /** The text as the editor leaves it; with `edit`. */
  readonly text?: string;
  /** With `reject`. */
  readonly reason?: string;
  /** A letter to the author of the parent, if they asked for it; goes out once the decision is kept. */
  readonly letter?: Letter | undefined;
}

export interface NewReport extends WrittenReport {
  readonly id: ReportId;
  readonly kind: Report['kind'];
  readonly claim: string | undefined;
  /** Whether a program has sent it: kept, but closed from the start. */
  readonly isSuspect: boolean;
  readonly secret: string;
  readonly letters: readonly Letter[];
  readonly at: number;
}

export interface ReportStore {
  readonly add: (report: NewReport, limits: readonly Limit[]) => Promise<Added>;
  readonly byId: (id: ReportId) => Promise<Report | undefined>;
  /** The report whose sender holds this secret. */
  readonly own: (id: ReportId, secret: string) => Promise<Report | undefined>;
  /** Those that are open, or all of a claim. */
  readonly list: (which: { readonly claim: string } | 'open', slice: Slice) => Promise<readonly Report[]>;
  readonly countOpen: () => Promise<number>;
  readonly change: (
    id: ReportId,
    change: {
      readonly version: number;
      readonly editor: Editor;
      readonly state: ReportState;
      readonly answer: string;
      readonly at: number;
      readonly letter?: Letter | undefined;
    },
  ) => Promise<Outcome>;
}

export interface SignOffStore {
  readonly ofClaim: (claim: string) => Promise<readonly SignOff[]>;
  /** The newest of each claim's that are signed or proposed. */
  readonly all: () => Promise<readonly SignOff[]>;
  readonly add: (signOff: {
    readonly id: SignOffId;
    readonly claim: string;
    readonly edition: string;
    readonly verdict: string;
    readonly note: string;
    readonly editor: Editor;
    readonly state: SignOffState;
    readonly at: number;
  }) => Promise<void>;
  readonly decide: (
    id: SignOffId,
    decision: {
      readonly version: number;
      readonly editor: Editor;
      readonly kind: 'second' | 'withdraw';
      readonly at: number;
    },
  ) => Promise<Outcome>;
}

export interface Passkey {
  /** Id of the credential, base64url. */
  readonly id: string;
  readonly editor: string;
  readonly name: string;
  /** COSE key, base64url. */
  readonly publicKey: string;
  readonly counter: number;
  readonly createdAt: number;
  readonly usedAt: number | undefined;
}

export interface EditorStore {
  /** @returns undefined when the login is taken */
  readonly create: (editor: {
    readonly login: string;
    readonly name: string;
    readonly roles: readonly Role[];
    readonly passwordHash: string;
    readonly codes: readonly string[];
    readonly by: string;
    readonly at: number;
  }) => Promise<Editor | undefined>;
  readonly all: () => Promise<readonly Editor[]>;
  /** @returns whether there was one to disable; their sessions end with it */
  readonly disable: (login: string, by: string, at: number) => Promise<boolean>;
  readonly credentials: (
    login: string,
  ) => Promise<{ readonly editor: Editor; readonly passwordHash: string } | undefined>;
  readonly setPassword: (editor: Editor, passwordHash: string, at: number) => Promise<void>;
  /** Replaces the recovery codes. */
  readonly setCodes: (editor: Editor, codes: readonly string[], at: number) => Promise<void>;
  readonly countCodes: (editor: string) => Promise<number>;
  /** Uses up a recovery code; `false` when there is no such one left. */
  readonly useCode: (editor: string, code: string, at: number) => Promise<boolean>;
  readonly passkeys: (editor: string) => Promise<readonly Passkey[]>;
  readonly passkey: (
    id: string,
  ) => Promise<{ readonly passkey: Passkey; readonly editor: Editor } | undefined>;
  readonly addPasskey: (
    editor: Editor,
    passkey: Omit<Passkey, 'editor' | 'createdAt' | 'usedAt'>,
    at: number,
  ) => Promise<boolean>;
  readonly removePasskey: (editor: Editor, id: string, at: number) => Promise<boolean>;
  /** Keeps the new counter; `false` when the passkey is older than that: it may be a copy. */
  readonly usePasskey: (id: string, counter: number, at: number) => Promise<boolean>;
}

export interface SessionStore {
  /** Starts one and ends `instead`, in one step. */
  readonly start: (session: {
    readonly secret: string;
    readonly editor: Editor;
    readonly how: 'password' | 'code' | 'passkey';
    readonly instead: string | undefined;
    readonly at: number;
  }) => Promise<void>;
  /** The session of a secret while it is alive. */
  readonly read: (secret: string, now: number) => Promise<Session | undefined>;
  readonly touch: (secret: string, at: number) => Promise<void>;
  readonly end: (secret: string, editor: Editor, at: number) => Promise<void>;
  /** Ends all of an editor's but one. */
  readonly endOthers: (editor: string, secret: string) => Promise<void>;
}

export interface ThrottleStore {
  /** Counts one more of each; tells how many milliseconds to wait when one is too many (then none is counted), else 0. */
  readonly take: (limits: readonly Limit[], now: number) => Promise<number>;
  readonly forget: (key: string) => Promise<void>;
  /** Marks something as used; `false` when it was already. */
  readonly spend: (key: string, until: number, now: number) => Promise<boolean>;
}

/** A letter that has to go out. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface LetterStore {
  /** Takes letters that are due, for a while: another process does not get them meanwhile. */
  readonly take: (
    most: number,
    now: number,
  ) => Promise<readonly (Letter & { readonly id: string; readonly tries: number })[]>;
  /** Gone out: nothing of it is kept. */
  readonly sent: (id: string) => Promise<void>;
  /** Not now; tried again at that time, or never. */
  readonly failed: (id: string, again: number | undefined) => Promise<void>;
}

export interface AuditStore {
  /** The newest first, before a line. */
  readonly read: (most: number, before?: number) => Promise<readonly AuditLine[]>;
  /** Works out every hash again: number of lines, and the first one that does not fit. */
  readonly verify: () => Promise<{ readonly lines: number; readonly broken: number | undefined }>;
}

/** Everything together. */
export interface DeskStore {
  readonly comments: CommentStore;
  readonly reports: ReportStore;
  readonly signOffs: SignOffStore;
  readonly editors: EditorStore;
  readonly sessions: SessionStore;
  readonly throttles: ThrottleStore;
  readonly letters: LetterStore;
  readonly audit: AuditStore;
  /** Takes away what has run out: sessions, counts. */
  readonly sweep: (now: number) => Promise<void>;
  /** 32 bytes that only this store's servers know; made once. */
  readonly secret: () => Promise<Uint8Array<ArrayBuffer>>;
}

/** Why something cannot be kept or read just now. */
export type TroubleKind = 'full' | 'read-only' | 'busy' | 'unreachable' | 'damaged' | 'newer';

/** Thrown by a store that cannot do its work; then nothing has changed, or nobody knows: sending again is safe. */
export class StoreTrouble extends Error {
  override readonly name = 'StoreTrouble';
  readonly kind: TroubleKind;

  constructor(kind: TroubleKind, message: string) {
    super(message);
    this.kind = kind;
  }
}
