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
import type { Action, Measure } from './actions.ts';
import type { AuthoredFinding, AuthoredGate, AuthoredSource } from './authored.ts';
import type { BodyRegion, Figure } from './authored-drawing.ts';
import type { Basis, Forbids, Parameter, SourcedText } from './basis.ts';
import type { Formula } from './formula.ts';
import type { Prognosis } from './prognosis.ts';
import type { RecoveryKnowledge } from './recovery-knowledge.ts';
import type { TrainingKnowledge } from './training-knowledge.ts';

export type { Basis, Forbids, Parameter, SourcedText } from './basis.ts';

export interface State {
  readonly id: StateId;
  readonly label: string;
  readonly hint?: string;
  /** The answer as a sentence to the runner. */
  readonly says: string;
  /** Where it lies on the body picture; either every state of a finding has this or none. */
  readonly regions?: readonly BodyRegion[];
  /** Finer places within it, one a region: described with the answer, never weighed. */
  readonly parts?: readonly Part[];
}

/** A finer place within an answer. */
export interface Part {
  readonly id: string;
  readonly label: string;
  readonly region: BodyRegion;
}

export interface SelfTest {
  readonly steps: readonly string[];
  readonly stop: string;
  readonly notIf: Formula;
  readonly accuracy: string;
  /** Drawings from the start to the end position. */
  readonly figure?: Figure;
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
  /** Set where the page of the question asks for the side as well; both sides alike answer `both` with yes. */
  readonly sides?: { readonly both: FindingId };
  /** How two causes act together: the stronger effect shows, the answer comes from either, or odds multiply. */
  readonly combines: 'strongest' | 'either' | 'product';
  /** Seconds of an ordinary question. */
  readonly effort: number;
  readonly effortBasis: Basis;
  readonly asksWhen?: Formula;
  readonly selfTest?: SelfTest;
  /** Findings of one group travel together; see `Model.groups`. */
  readonly group?: string;
  /** Number of the state that goes with the group, where states have no order. */
  readonly mark?: number;
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
  /** Where the share, and the presentation as such, come from. */
  readonly basis: Basis;
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

/** A line of first aid. */
export interface FirstAidLine {
  readonly text: string;
  /** What it asks for; not shown while one of these is forbidden. */
  readonly does: readonly Measure[];
}

/** Two measures that cannot both be taken; `givesWay` is not shown where a red flag that has fired asks for `to`. */
export interface Opposite {
  readonly givesWay: Measure;
  readonly to: Measure;
  readonly basis: Basis;
}

export interface RedFlag {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly level: TriageLevel;
  readonly when: Formula;
  readonly because: string;
  /** First aid as written; what is shown of it is decided by `careAdvice`. */
  readonly doNow: readonly FirstAidLine[];
  readonly forbids: readonly Forbids[];
  readonly suspects: readonly ConditionId[];
  /** Of people for whom the flag fires, the share who have one of `suspects`: a floor of their probability. */
  readonly share?: Parameter;
  readonly accuracy?: string;
  readonly basis: Basis;
}

export interface GateEffect {
  readonly actions: readonly Action[];
  readonly limit: AuthoredGate['effects'][number]['limit'];
  /** Why; with `caution` how or on which condition. */
  readonly text: string;
  /** Shown beside the advice while an answer is missing; without it the effect holds then, too. */
  readonly ifUnknown?: string;
  readonly basis: Basis;
}

/** Who the runner is changes what may be advised. */
export interface Gate {
  readonly id: string;
  /** Rules of the triage dossier that it carries out. */
  readonly rules: readonly string[];
  readonly name: string;
  /** Missing: it holds for everybody. */
  readonly when?: Formula;
  readonly effects: readonly GateEffect[];
  readonly tell: readonly SourcedText[];
  readonly opens?: string;
  readonly safetyOnly?: string;
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
  /** Share of answers that name another state than the true one, by kind of finding; each finding carries its own too. */
  readonly misreport: Readonly<Record<string, Parameter>>;
  /** Weight of a third cause at once, relative to chance; without it sets end at two. */
  readonly threeCauses?: Parameter;
  readonly raise: Readonly<Partial<Record<TriageLevel, Parameter>>>;
  /** Cost of being sent to a level without need rather than to the next less urgent one; see `assess/loss.ts`. */
  readonly needless: Readonly<Partial<Record<TriageLevel, Parameter>>>;
  /**
   * Spread of each group, in log odds: a case is marked strongly or weakly, half and half, and every finding of the group
   * moves with it by this much, its average staying what the author wrote.
   */
  readonly groups: Readonly<Record<string, Parameter>>;
  /** Probability from which a cause still forbids what could harm it. */
  readonly stillPossible: Parameter;
  readonly stop: {
    /** Worth that a second of a question must bring; loss units (as bits about the urgency) a second. */
    readonly value: Parameter;
    /** Weight of a bit about the cause, against a bit about the urgency. */
    readonly cause: Parameter;
    readonly questions: Parameter;
  };
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
  readonly gates: readonly Gate[];
  readonly screens: readonly Screen[];
  readonly first: readonly FindingId[];
  readonly levels: Readonly<Record<TriageLevel, LevelText>>;
  readonly opposites: readonly Opposite[];
  readonly places: readonly Place[];
  readonly model: Model;
  /** Exercises, plans and the rules of the day. */
  readonly recovery: RecoveryKnowledge;
  /** What the studies of recovery found; a wing may do without, then there is no forecast. */
  readonly prognosis?: Prognosis;
  /** Load, warnings, prevention; a wing may do without, then there are no such pages. */
  readonly training?: TrainingKnowledge;
  readonly sources: Readonly<Record<SourceKey, AuthoredSource>>;
}

const findingsById = new WeakMap<KnowledgeBase, ReadonlyMap<FindingId, Finding>>();

/** Finds a finding by id. */
export function findingById(knowledge: KnowledgeBase, id: FindingId): Finding | undefined {
  const known =
    findingsById.get(knowledge) ?? new Map(knowledge.findings.map((finding) => [finding.id, finding]));
  findingsById.set(knowledge, known);
  return known.get(id);
}

/** Finds a condition by id. */
export function conditionById(knowledge: KnowledgeBase, id: ConditionId): Condition | undefined {
  return knowledge.conditions.find((condition) => condition.id === id);
}
