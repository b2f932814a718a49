export { ALARMS, type Alarm, alarmsIn, plainLetters } from './alarm.ts';
export {
  AUDIT_ACTIONS,
  type AuditAction,
  type AuditEntry,
  type AuditLine,
  FIRST_HASH,
  hashedText,
} from './audit.ts';
export { type Balance, balanceOf, type ReviewState, reviewState } from './balance.ts';
export {
  type Comment,
  type CommentId,
  type CommentState,
  type Faults,
  type FieldFault,
  isAddress,
  LIMITS,
  oneLine,
  paragraphsOf,
  plainText,
  readWritten,
  SUSPICIONS,
  type Suspicion,
  type Thread,
  threadsOf,
  type Written,
} from './comment.ts';
export { compileGuide } from './compile-guide.ts';
export {
  type Added,
  type AuditStore,
  type CommentDecision,
  type CommentStore,
  type DeskStore,
  type EditorStore,
  type Letter,
  type LetterStore,
  type Limit,
  type NewComment,
  type NewReport,
  type Outcome,
  type Passkey,
  type Rate,
  type ReportStore,
  type SessionStore,
  type SignOffStore,
  type Slice,
  StoreTrouble,
  type ThrottleStore,
  type TroubleKind,
} from './desk-store.ts';
export {
  type Editor,
  isAlive,
  may,
  PASSWORD,
  type PasswordFault,
  passwordFault,
  ROLES,
  type Role,
  readLogin,
  SESSION,
  type Session,
} from './editor.ts';
export {
  articleClaims,
  type Block,
  claimById,
  claimsOf,
  type Guide,
  type GuidePage,
  guidePageById,
  pageAbout,
  type Review,
  withReviews,
} from './guide.ts';
export {
  isOpen,
  REPORT_STATES,
  type Report,
  type ReportId,
  type ReportState,
  readReport,
  statesFor,
  type WrittenReport,
} from './report.ts';
export {
  type Hit,
  LONGEST_QUERY,
  type Piece,
  type SearchIndex,
  search,
  searchIndexOf,
  textOf,
} from './search.ts';
export {
  type ClaimAtDesk,
  canSecond,
  SIGN_OFF_STATES,
  type SignOff,
  type SignOffId,
  type SignOffState,
  signOffInForce,
  stateOfNew,
} from './sign-off.ts';
export { essenceOf, OLDEST_FORM_SECONDS, QUICKEST_SECONDS, suspicionsOf } from './spam.ts';
export { VERDICT_NAMES, VERDICT_RATINGS } from './verdicts.ts';
