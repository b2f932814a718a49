// What to do next: show a shared screen, ask one question, or stop. Order: the screens (worst first), the findings
// asked of everybody, every question that could still fire an emergency flag, then the question with the highest
// expected value per effort; before the end, every question that could still fire a same-day flag. The value of a
// question is what it is expected to tell, in bits, about what is the case and, once more, about how urgent it is: exact,
// by enumeration.

import { evaluate, type Finding, type Screen } from '../knowledge/index.ts';
import { entropyBits } from '../probability/index.ts';
import {
  type Answers,
  type FindingId,
  isAsked,
  TRIAGE_LEVELS,
  type TriageLevel,
} from '../vocabulary/index.ts';
import type { Network } from './network.ts';
import { type Belief, conditionProbabilities, predictive } from './posterior.ts';
import { safetyQuestions, type Triage } from './triage.ts';
import { uncertaintyOf } from './uncertainty.ts';

export type NextStep =
  | { readonly kind: 'screen'; readonly screen: Screen; readonly open: readonly Finding[] }
  | {
      readonly kind: 'question';
      readonly finding: Finding;
      readonly reason: 'everybody' | 'safety' | 'value';
      /** What the answer is expected to tell; bits. */
      readonly valueBits: number;
    }
  | { readonly kind: 'stop'; readonly because: StopReason };

/**
 * - `emergency`: nothing may delay help
 * - `settled`: one cause is nearly certain, or no question is worth its effort
 * - `enough`: the number of questions has reached the limit
 */
export type StopReason = 'emergency' | 'settled' | 'enough';

export interface QuestionValue {
  readonly finding: Finding;
  readonly valueBits: number;
}

/** Decides the next step. `maxQuestions` limits the adaptive questions (safety questions are always asked). */
export function nextStep(
  network: Network,
  answers: Answers,
  belief: Belief,
  triage: Triage,
  maxQuestions = network.knowledge.model.stop.questions.value,
): NextStep {
  const { knowledge } = network;
  if (triage.floor === 'emergency') return { kind: 'stop', because: 'emergency' };

  for (const screen of knowledge.screens) {
    const open = screen.findings.flatMap((id) => askable(network, answers, id));
    if (open.length > 0) return { kind: 'screen', screen, open };
  }
  for (const id of knowledge.first) {
    const [finding] = askable(network, answers, id);
    if (finding)
      return {
        kind: 'question',
        finding,
        reason: 'everybody',
        valueBits: informationOf(network, belief, finding),
      };
  }

  const candidates = questionValues(network, answers, belief);
  const among = (needed: ReadonlySet<FindingId>) => candidates.find(({ finding }) => needed.has(finding.id));
  const vital = among(safetyQuestions(knowledge, answers, triage.floor, EMERGENCY));
  if (vital) return { kind: 'question', ...vital, reason: 'safety' };

  // The other safety questions are asked too, but the most telling question goes first: it often answers them.
  const open = safetyQuestions(knowledge, answers, triage.floor);
  const needed = candidates.filter(({ finding }) => open.has(finding.id)).length;
  const left = maxQuestions - questionsAsked(network, answers);
  const best = isSettled(network, answers, belief, triage)
    ? undefined
    : candidates.find(({ valueBits }) => valueBits >= knowledge.model.stop.value.value);
  if (best && left > needed) {
    return { kind: 'question', ...best, reason: open.has(best.finding.id) ? 'safety' : 'value' };
  }
  const safety = among(open);
  if (safety) return { kind: 'question', ...safety, reason: 'safety' };
  return { kind: 'stop', because: best ? 'enough' : 'settled' };
}

const EMERGENCY: ReadonlySet<TriageLevel> = new Set(['emergency']);

/** Share of equally defensible knowledge bases that must ask for the same level before certainty may end the interview. */
const STABLE = 0.8;

/** One cause is nearly certain, and so is how urgent it is, also when the numbers are moved as far as their sources allow. */
function isSettled(network: Network, answers: Answers, belief: Belief, triage: Triage): boolean {
  const certain = network.knowledge.model.stop.certain.value;
  const levels = TRIAGE_LEVELS.map((level, index) => {
    const moreUrgent = TRIAGE_LEVELS[index - 1];
    return triage.atLeast[level] - (moreUrgent ? triage.atLeast[moreUrgent] : 0);
  });
  if (Math.max(...levels) < certain) return false;
  if (Math.max(...conditionProbabilities(network, belief.posterior)) < certain) return false;
  return uncertaintyOf(network, answers, belief).levels[triage.demanded] >= STABLE;
}

/** Number of questions asked one by one, after the screens and the questions that everybody gets. */
export function questionsAsked(network: Network, answers: Answers): number {
  const { screens, first } = network.knowledge;
  const fixed = new Set([...screens.flatMap((screen) => screen.findings), ...first]);
  return Object.keys(answers).filter((id) => !fixed.has(id)).length;
}

/** The value of every question that may be asked now, best value per effort first. */
export function questionValues(network: Network, answers: Answers, belief: Belief): readonly QuestionValue[] {
  return network.knowledge.findings
    .flatMap((finding) => askable(network, answers, finding.id))
    .map((finding) => ({ finding, valueBits: informationOf(network, belief, finding) }))
    .sort(
      (a, b) =>
        b.valueBits / b.finding.effort - a.valueBits / a.finding.effort ||
        (a.finding.id < b.finding.id ? -1 : 1),
    );
}

/** The finding, unless it was asked, does not apply, or is a self-test that is not known to be safe. */
function askable(network: Network, answers: Answers, id: string): readonly Finding[] {
  if (isAsked(answers, id)) return [];
  const finding = network.knowledge.findings.find((one) => one.id === id);
  if (!finding) return [];
  if (finding.asksWhen && evaluate(finding.asksWhen, answers) !== 'true') return [];
  if (finding.selfTest && evaluate(finding.selfTest.notIf, answers) !== 'false') return [];
  return [finding];
}

/**
 * What a question is expected to tell, in bits: about what is the case (which conditions, how urgent), and once more
 * about how urgent alone, since that is what the advice hangs on.
 */
function informationOf(network: Network, belief: Belief, finding: Finding): number {
  const table = network.likelihoods.get(finding.id);
  if (!table) return 0;
  const { states } = table;
  const { posterior } = belief;
  const { outcomeOf, levelOf, outcomes } = network;
  const chances = predictive(belief, table);
  const byOutcome = new Float64Array(outcomes * states);
  const byLevel = new Float64Array(TRIAGE_LEVELS.length * states);
  for (let row = 0; row < posterior.length; row++) {
    const weight = posterior[row] ?? 0;
    if (weight < NEGLIGIBLE) continue;
    const outcome = (outcomeOf[row] ?? 0) * states;
    const level = (levelOf[row] ?? 0) * states;
    for (let state = 0; state < states; state++) {
      const p = weight * (chances[row * states + state] ?? 0);
      byOutcome[outcome + state] = (byOutcome[outcome + state] ?? 0) + p;
      byLevel[level + state] = (byLevel[level + state] ?? 0) + p;
    }
  }
  return informationBits(byOutcome, states) + informationBits(byLevel, states);
}

/** Hypotheses below this cannot change which question is best: together they hold less than a ten-thousandth. */
const NEGLIGIBLE = 1e-8;

/** H(class) + H(answer) − H(class, answer) of a joint distribution, at `class * states + answer`. */
function informationBits(joint: Float64Array, states: number): number {
  const answer = new Float64Array(states);
  let classes = 0;
  let both = 0;
  for (let at = 0; at < joint.length; at += states) {
    let marginal = 0;
    for (let state = 0; state < states; state++) {
      const p = joint[at + state] ?? 0;
      marginal += p;
      answer[state] = (answer[state] ?? 0) + p;
      if (p > 0) both -= p * Math.log2(p);
    }
    if (marginal > 0) classes -= marginal * Math.log2(marginal);
  }
  return Math.max(0, classes + entropyBits(answer) - both);
}
