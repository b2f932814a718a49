// What to do next: show a shared screen, ask one question, or stop. Order: the screens (worst first), the findings
// asked of everybody, every question that could still fire an emergency flag, then the question worth most for its
// effort. When none is worth its seconds any more and the urgency is still in doubt, it goes on with what tells most about
// the urgency alone. Before the end every question that could still fire a same-day flag is asked.
// A safety question has to be asked anyway, so its own effort counts as spent; what counts is what it may spare.

import { evaluate, type Finding, findingById, type KnowledgeBase, type Screen } from '../knowledge/index.ts';
import { type Answers, isAsked, TRIAGE_LEVELS, type TriageLevel } from '../vocabulary/index.ts';
import { lossOf } from './loss.ts';
import type { Network } from './network.ts';
import type { Belief } from './posterior.ts';
import { type Moment, momentOf, type QuestionValue, valuesOf } from './question-value.ts';
import { safetyQuestions, type Triage } from './triage.ts';

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

/**
 * Expected loss of stopping, in needless trips to an emergency department, from which the urgency is in doubt: told to look
 * after it alone with one chance in thirty that a visit is needed, or sent to a visit with three in ten that it is not.
 */
const DOUBT = 0.03;
/** In doubt, what a question is worth for the urgency needs only be this share of what a question is worth otherwise. */
const IN_DOUBT = 1 / 18;

/** Tells whether any question is worth its seconds. */
function isWorthAsking(moment: Moment, values: readonly QuestionValue[]): boolean {
  return isWorthItsSeconds(moment, values) || isWorthForUrgency(moment, values);
}

function isWorthItsSeconds({ network }: Moment, values: readonly QuestionValue[]): boolean {
  return values.some(({ worth }) => worth >= network.knowledge.model.stop.value.value);
}

/** The urgency is in doubt, and a question tells something about it. */
function isWorthForUrgency(moment: Moment, values: readonly QuestionValue[]): boolean {
  const least = IN_DOUBT * moment.network.knowledge.model.stop.value.value;
  return values.some(({ urgencyWorth }) => urgencyWorth >= least) && lossOfStopping(moment) >= DOUBT;
}

/** Expected loss of the advice if nothing more is asked, on either side: too little as well as too much. */
function lossOfStopping({ losses, triage }: Moment): number {
  const exactly = TRIAGE_LEVELS.map((level, index) => {
    const sooner = TRIAGE_LEVELS[index - 1];
    return triage.atLeast[level] - (sooner ? triage.atLeast[sooner] : 0);
  });
  const [advised, floor] = [triage.level, triage.floor].map((level) => TRIAGE_LEVELS.indexOf(level));
  return lossOf(losses, advised ?? 0, Float64Array.from(exactly), 1, 0, floor);
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
  const values = valuesOf(moment, findings);
  const isAboutUrgency = !isWorthItsSeconds(moment, values) && isWorthForUrgency(moment, values);
  return values
    .map((value) => {
      const spared = moment.open.has(value.finding.id) ? value.secondsSpared + value.finding.effort : 0;
      const worth = isAboutUrgency ? value.urgencyWorth : value.worth;
      return { value, rank: worth + (rate * spared) / value.finding.effort };
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
