// What to do next: show a shared screen, ask one question, or stop. Order: the screens (worst first), the findings
// asked of everybody, every question that could still fire an emergency flag, then the question with the highest
// expected value per effort; before the end, every question that could still fire a same-day flag. The value of a
// question is the expected drop of entropy, in bits, over what could be the case (which conditions, how urgent): exact,
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
import { conditionProbabilities } from './posterior.ts';
import { safetyQuestions, type Triage } from './triage.ts';

export type NextStep =
  | { readonly kind: 'screen'; readonly screen: Screen; readonly open: readonly Finding[] }
  | {
      readonly kind: 'question';
      readonly finding: Finding;
      readonly reason: 'everybody' | 'safety' | 'value';
      /** Expected drop of entropy, bits. */
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
  posterior: Float64Array,
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
        valueBits: informationOf(network, posterior, finding),
      };
  }

  const candidates = questionValues(network, answers, posterior);
  const among = (needed: ReadonlySet<FindingId>) => candidates.find(({ finding }) => needed.has(finding.id));
  const vital = among(safetyQuestions(knowledge, answers, triage.floor, EMERGENCY));
  if (vital) return { kind: 'question', ...vital, reason: 'safety' };

  // The other safety questions are asked too, but the most telling question goes first: it often answers them.
  const open = safetyQuestions(knowledge, answers, triage.floor);
  const needed = candidates.filter(({ finding }) => open.has(finding.id)).length;
  const left = maxQuestions - questionsAsked(network, answers);
  const best = isSettled(network, posterior, triage)
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

/** One cause is nearly certain, and so is how urgent it is. */
function isSettled(network: Network, posterior: Float64Array, { atLeast }: Triage): boolean {
  const certain = network.knowledge.model.stop.certain.value;
  const levels = TRIAGE_LEVELS.map((level, index) => {
    const moreUrgent = TRIAGE_LEVELS[index - 1];
    return atLeast[level] - (moreUrgent ? atLeast[moreUrgent] : 0);
  });
  return Math.max(...conditionProbabilities(network, posterior)) >= certain && Math.max(...levels) >= certain;
}

/** Number of questions asked one by one, after the screens and the questions that everybody gets. */
export function questionsAsked(network: Network, answers: Answers): number {
  const { screens, first } = network.knowledge;
  const fixed = new Set([...screens.flatMap((screen) => screen.findings), ...first]);
  return Object.keys(answers).filter((id) => !fixed.has(id)).length;
}

/** The value of every question that may be asked now, best value per effort first. */
export function questionValues(
  network: Network,
  answers: Answers,
  posterior: Float64Array,
): readonly QuestionValue[] {
  return network.knowledge.findings
    .flatMap((finding) => askable(network, answers, finding.id))
    .map((finding) => ({ finding, valueBits: informationOf(network, posterior, finding) }))
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

/** Expected drop of entropy over the outcomes, in bits. */
function informationOf(network: Network, posterior: Float64Array, finding: Finding): number {
  const table = network.likelihoods.get(finding.id);
  if (!table) return 0;
  const states = finding.states.length;
  const now = new Float64Array(network.outcomes);
  const then = Array.from({ length: states }, () => new Float64Array(network.outcomes));
  network.hypotheses.forEach(({ outcome }, row) => {
    const p = posterior[row] ?? 0;
    now[outcome] = (now[outcome] ?? 0) + p;
    then.forEach((joint, state) => {
      joint[outcome] = (joint[outcome] ?? 0) + p * (table[row * states + state] ?? 0);
    });
  });
  // H(outcome) − H(outcome | answer) = H(outcome) + H(answer) − H(outcome, answer)
  const answer = then.map((joint) => joint.reduce((total, p) => total + p, 0));
  const jointEntropy = then.reduce((total, joint) => total + entropyBits(joint), 0);
  return Math.max(0, entropyBits(now) + entropyBits(answer) - jointEntropy);
}
