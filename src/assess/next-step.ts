// What to do next: show a shared screen, ask one question, or stop. Order: the screens (worst first), the findings
// asked of everybody, every question that could still fire an emergency flag, then the question worth most for its
// effort. The interview goes on while a question is worth its seconds, and longer while the urgency is not settled: too
// little costs more than too much. Before the end every question that could still fire a same-day flag is asked.
// A safety question has to be asked anyway, so its own effort counts as spent; what counts is what it may spare.

import { evaluate, type Finding, findingById, type KnowledgeBase, type Screen } from '../knowledge/index.ts';
import { type Answers, isAsked, isMoreUrgent, TRIAGE_LEVELS, type TriageLevel } from '../vocabulary/index.ts';
import type { Network } from './network.ts';
import type { Belief } from './posterior.ts';
import { type Moment, momentOf, type QuestionValue, valuesOf } from './question-value.ts';
import { safetyQuestions, type Triage } from './triage.ts';
import { uncertaintyOf } from './uncertainty.ts';

export type NextStep =
  | { readonly kind: 'screen'; readonly screen: Screen; readonly open: readonly Finding[] }
  | {
      readonly kind: 'question';
      readonly finding: Finding;
      readonly reason: 'everybody' | 'safety' | 'value';
      /** What the answer is expected to tell about what is the case and how urgent it is; bits. */
      readonly valueBits: number;
    }
  | { readonly kind: 'stop'; readonly because: StopReason };

/**
 * - `emergency`: nothing may delay help
 * - `settled`: no question is worth its effort
 * - `enough`: the number of questions has reached the limit
 */
export type StopReason = 'emergency' | 'settled' | 'enough';

/** Which question is asked first and whether any is worth asking: what a rival of the method may replace. */
export interface Rule {
  /** Orders the questions, the one to ask first in front. */
  readonly rank: (moment: Moment, findings: readonly Finding[]) => readonly QuestionValue[];
  /** Tells whether to go on; `ranked` are the questions that may be asked, at least one. */
  readonly isWorthAsking: (moment: Moment, ranked: readonly QuestionValue[]) => boolean;
}

export interface StepOptions {
  /** Limit of adaptive questions (safety questions are always asked); the model file's by default. */
  readonly maxQuestions?: number;
  /** Another way to choose questions, to compare with; safety comes first under every rule. */
  readonly rule?: Rule;
  /** Goes on asking although help is needed at once: for whoever waits for it and chooses to tell more. */
  readonly afterEmergency?: boolean;
}

/** The steps that hang on no probability: help that must not wait, then the screens. */
export function firstSteps(
  knowledge: KnowledgeBase,
  answers: Answers,
  floor: TriageLevel,
  { afterEmergency = false }: StepOptions = {},
): NextStep | undefined {
  if (floor === 'emergency' && !afterEmergency) return { kind: 'stop', because: 'emergency' };
  for (const screen of knowledge.screens) {
    const open = screen.findings.flatMap((id) => askable(knowledge, answers, id));
    if (open.length > 0) return { kind: 'screen', screen, open };
  }
  return undefined;
}

/** Decides the next step. */
export function nextStep(
  network: Network,
  answers: Answers,
  belief: Belief,
  triage: Triage,
  options: StepOptions = {},
): NextStep {
  const { knowledge } = network;
  const { maxQuestions = knowledge.model.stop.questions.value, rule = OWN_RULE } = options;
  const early = firstSteps(knowledge, answers, triage.floor, options);
  if (early) return early;
  const moment = momentOf(network, answers, belief, triage);
  for (const id of knowledge.first) {
    const [value] = valuesOf(moment, askable(knowledge, answers, id));
    if (value) return question(value, 'everybody');
  }

  const ranked = rule.rank(moment, askableNow(knowledge, answers));
  const vital = safetyQuestions(knowledge, answers, triage.floor, EMERGENCY);
  const most = ranked.find(({ finding }) => vital.has(finding.id));
  if (most) return question(most, 'safety');

  const needed = ranked.filter(({ finding }) => moment.open.has(finding.id));
  const [best] = ranked;
  const isWorth = best !== undefined && rule.isWorthAsking(moment, ranked);
  if (isWorth && questionsAsked(knowledge, answers) + needed.length < maxQuestions) {
    return question(best, moment.open.has(best.finding.id) ? 'safety' : 'value');
  }
  const [safety] = needed;
  if (safety) return question(safety, 'safety');
  return { kind: 'stop', because: isWorth ? 'enough' : 'settled' };
}

function question({ finding, valueBits }: QuestionValue, reason: 'everybody' | 'safety' | 'value'): NextStep {
  return { kind: 'question', finding, reason, valueBits };
}

const EMERGENCY: ReadonlySet<TriageLevel> = new Set(['emergency']);

/** Share of equally defensible knowledge bases that may ask for more than is advised when the interview ends. */
const MOST_HIGHER = 0.2;
/** While the urgency is unsettled, a question needs only this share of the worth it needs otherwise. */
const UNSETTLED = 0.5;
/** P(a more urgent level is needed), as a share of its threshold, below which no range of the numbers reaches it. */
const NEAR = 0.5;

/** Tells whether any question is worth its seconds. */
function isWorthAsking(moment: Moment, values: readonly QuestionValue[]): boolean {
  const least = moment.network.knowledge.model.stop.value.value;
  const worth = values.reduce((most, value) => Math.max(most, value.worth), 0);
  if (worth >= least) return true;
  return worth >= UNSETTLED * least && !isSettled(moment);
}

/**
 * No more urgent level than the advised one is close, also when the numbers are moved as far as their sources allow. Only
 * this side is looked at: to advise too little costs more than to advise too much.
 */
function isSettled({ network, answers, belief, triage }: Moment): boolean {
  const { raise } = network.knowledge.model;
  const higher = TRIAGE_LEVELS.filter((level) => isMoreUrgent(level, triage.level));
  const isNear = higher.some((level) => triage.atLeast[level] >= NEAR * (raise[level]?.value ?? 2));
  if (!isNear) return true;
  const { levels } = uncertaintyOf(network, answers, belief);
  return higher.reduce((sum, level) => sum + levels[level], 0) <= MOST_HIGHER;
}

/** Number of questions asked one by one, after the screens and the questions that everybody gets. */
export function questionsAsked({ screens, first }: KnowledgeBase, answers: Answers): number {
  const fixed = new Set([...screens.flatMap((screen) => screen.findings), ...first]);
  return Object.keys(answers).filter((id) => !fixed.has(id)).length;
}

/** Every question that may be asked now, the one to ask first in front. */
export function questionValues(
  network: Network,
  answers: Answers,
  belief: Belief,
  triage: Triage,
): readonly QuestionValue[] {
  return rankedValues(momentOf(network, answers, belief, triage), askableNow(network.knowledge, answers));
}

function rankedValues(moment: Moment, findings: readonly Finding[]): readonly QuestionValue[] {
  const rate = moment.network.knowledge.model.stop.value.value;
  // What a second costs pays for the seconds that a safety question spares, its own included.
  return valuesOf(moment, findings)
    .map((value) => {
      const spared = moment.open.has(value.finding.id) ? value.secondsSpared + value.finding.effort : 0;
      return { value, rank: value.worth + (rate * spared) / value.finding.effort };
    })
    .sort((a, b) => b.rank - a.rank || (a.value.finding.id < b.value.finding.id ? -1 : 1))
    .map(({ value }) => value);
}

export const OWN_RULE: Rule = { rank: rankedValues, isWorthAsking };

function askableNow({ findings }: KnowledgeBase, answers: Answers): readonly Finding[] {
  return findings.filter((finding) => mayBeAsked(answers, finding));
}

/** The finding with this id, if it may be asked. */
function askable(knowledge: KnowledgeBase, answers: Answers, id: string): readonly Finding[] {
  const finding = findingById(knowledge, id);
  return finding && mayBeAsked(answers, finding) ? [finding] : [];
}

/** Not asked yet, applies to this runner, and is no self-test that is not known to be safe. */
function mayBeAsked(answers: Answers, finding: Finding): boolean {
  if (isAsked(answers, finding.id)) return false;
  if (finding.asksWhen && evaluate(finding.asksWhen, answers) !== 'true') return false;
  return !finding.selfTest || evaluate(finding.selfTest.notIf, answers) === 'false';
}
