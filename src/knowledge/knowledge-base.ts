// The compiled knowledge: one plain value, safe to store as JSON, in which nothing has to be looked up, completed or
// checked any more. Texts stay as the authors wrote them; numbers are probabilities of *reported* states, that is,
// after the answer channel.

import type {
  Certainty,
  ConditionId,
  FindingId,
  SourceKey,
  StateId,
  TriageLevel,
} from '../vocabulary/index.ts';
import type { Action, AuthoredFinding, AuthoredSource } from './authored.ts';
import type { Basis, Forbids, Parameter, SourcedText } from './basis.ts';
import type { Formula } from './formula.ts';
import type { Prognosis } from './prognosis.ts';

export type { Basis, Forbids, Parameter, SourcedText } from './basis.ts';

export interface State {
  readonly id: StateId;
  readonly label: string;
  readonly hint?: string;
  /** The answer as a sentence to the runner. */
  readonly says: string;
}

export interface SelfTest {
  readonly steps: readonly string[];
  readonly stop: string;
  readonly notIf: Formula;
  readonly accuracy: string;
  readonly figure?: string;
  readonly basis: Basis;
}

export interface Finding {
  readonly id: FindingId;
  readonly kind: AuthoredFinding['kind'];
  readonly short: string;
  readonly question: string;
  readonly hint?: string;
  readonly why: string;
  readonly item?: string;
  readonly states: readonly State[];
  /** How two causes act together: the stronger effect shows, the answer comes from either, or odds multiply. */
  readonly combines: 'strongest' | 'either' | 'product';
  /** Seconds of an ordinary question. */
  readonly effort: number;
  readonly asksWhen?: Formula;
  readonly selfTest?: SelfTest;
  /** Findings of one group travel together; see `Model.groups`. */
  readonly group?: string;
  /** Share of answers that name another state than the true one. */
  readonly misreport: number;
  /** P(true state) where the cause says nothing about this finding; one number a state. */
  readonly background: readonly number[];
  readonly backgroundBasis: Basis;
}

/** P(true state | presentation) of one finding, with its home. */
export interface Likelihood {
  readonly p: readonly number[];
  readonly basis: Basis;
  /** Effective number of people behind the figure, when stated. */
  readonly n?: number;
}

export interface Presentation {
  /** `condition/presentation`; `condition/atypical` for the share that looks like nothing in particular. */
  readonly id: string;
  readonly name: string;
  /** Index into `conditions`. */
  readonly condition: number;
  /** Share of the condition, 0–1; the shares of a condition sum to one. */
  readonly share: number;
  readonly triage: TriageLevel;
  /** By finding id; a finding that is not there is as in the background. */
  readonly likelihoods: Readonly<Record<FindingId, Likelihood>>;
}

export interface Advice {
  readonly text: string;
  readonly action: Action;
  readonly unless?: Formula;
  readonly basis: Basis;
}

export interface Condition {
  readonly id: ConditionId;
  readonly name: string;
  readonly clinicalName: string;
  readonly aliases: readonly string[];
  readonly codes: readonly {
    readonly system: string;
    readonly code: string;
    readonly certainty: Certainty;
  }[];
  readonly summary: string;
  /** Share of runners with this kind of pain who have it, 0–1. */
  readonly prior: number;
  readonly priorBasis: Basis;
  readonly forbids: readonly Forbids[];
  readonly now: readonly Advice[];
  readonly avoid: readonly SourcedText[];
  readonly getHelp: readonly SourcedText[];
  readonly outlook: SourcedText;
  readonly review: {
    readonly state: 'not yet reviewed' | 'reviewed';
    readonly by?: string;
    readonly on?: string;
  };
}

/** Two conditions occur together `times` as often as by chance. */
export interface Pairing {
  readonly conditions: readonly [ConditionId, ConditionId];
  readonly times: number;
  readonly basis: Basis;
}

export interface RedFlag {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly level: TriageLevel;
  readonly when: Formula;
  readonly because: string;
  readonly doNow: readonly string[];
  readonly forbids: readonly Forbids[];
  readonly suspects: readonly ConditionId[];
  /** Of people for whom the flag fires, the share who have one of `suspects`: a floor of their probability. */
  readonly share?: Parameter;
  readonly accuracy?: string;
  readonly basis: Basis;
}

export interface Screen {
  readonly id: string;
  readonly title: string;
  readonly intro?: string;
  readonly section: string;
  readonly findings: readonly FindingId[];
  /** Label of the choice that none applies. */
  readonly none: string;
}

export interface LevelText {
  readonly title: string;
  readonly action: string;
  readonly where: string;
  readonly safetyNet: readonly string[];
  readonly recheck: string;
  readonly basis: Basis;
}

export interface Place {
  readonly id: string;
  readonly name: string;
  readonly emergency: string;
  readonly urgent?: { readonly number: string; readonly name: string };
  readonly basis: Basis;
}

export interface Model {
  /** Weight of a second cause relative to chance. */
  readonly twoCauses: Parameter;
  readonly raise: Readonly<Partial<Record<TriageLevel, Parameter>>>;
  /**
   * Spread of each group, in log odds: a case is marked strongly or weakly, half and half, and every finding of the group
   * moves with it by this much, its average staying what the author wrote.
   */
  readonly groups: Readonly<Record<string, Parameter>>;
  /** Probability from which a cause still forbids what could harm it. */
  readonly stillPossible: Parameter;
  readonly stop: { readonly value: Parameter; readonly certain: Parameter; readonly questions: Parameter };
}

export interface KnowledgeBase {
  readonly version: string;
  /** SHA-256 of the compiled content, hexadecimal. */
  readonly hash: string;
  readonly findings: readonly Finding[];
  readonly conditions: readonly Condition[];
  readonly presentations: readonly Presentation[];
  readonly pairings: readonly Pairing[];
  readonly redFlags: readonly RedFlag[];
  readonly screens: readonly Screen[];
  readonly first: readonly FindingId[];
  readonly levels: Readonly<Record<TriageLevel, LevelText>>;
  readonly places: readonly Place[];
  readonly model: Model;
  /** What the studies of recovery found; a wing may do without, then there is no forecast. */
  readonly prognosis?: Prognosis;
  readonly sources: Readonly<Record<SourceKey, AuthoredSource>>;
}

/** Finds a finding by id. */
export function findingById(knowledge: KnowledgeBase, id: FindingId): Finding | undefined {
  return knowledge.findings.find((finding) => finding.id === id);
}

/** Finds a condition by id. */
export function conditionById(knowledge: KnowledgeBase, id: ConditionId): Condition | undefined {
  return knowledge.conditions.find((condition) => condition.id === id);
}
