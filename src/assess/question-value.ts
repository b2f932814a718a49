// What a question is worth: what its answer is expected to change in what the runner should do. Three parts, all exact:
// - information about how urgent it is (bits): what any later step towards a decision has to come from
// - the expected fall of the loss if the interview ended after this answer, including the red flags it would fire
// - a smaller share of the information about the cause (bits), because the differential and what follows hang on it
// The loss alone would be short-sighted: no single answer may cross a threshold where two together do.

import { evaluate, type Finding, findingById, type KnowledgeBase, type RedFlag } from '../knowledge/index.ts';
import {
  type Answer,
  type Answers,
  type FindingId,
  isMoreUrgent,
  TRIAGE_LEVELS,
  UNSURE,
} from '../vocabulary/index.ts';
import { chancesOf, informationBits, type Joint, jointOf, type Live, liveOf, outcomeBits } from './joint.ts';
import { advisedLevel, LEVELS, type Losses, lossesOf, lossOf } from './loss.ts';
import type { Network } from './network.ts';
import type { Belief } from './posterior.ts';
import { suspectedBy } from './suspicion.ts';
import { isMustAsk, namesOf, safetyQuestionsOf, type Triage } from './triage.ts';

export interface QuestionValue {
  readonly finding: Finding;
  /** What the answer is expected to tell about what is the case and how urgent it is; bits. */
  readonly valueBits: number;
  /** What it is expected to tell about how urgent it is; bits. */
  readonly actionBits: number;
  /** Expected fall of the loss; 1 is one needless trip to an emergency department. */
  readonly lossSpared: number;
  /** Worth for each second that answering takes: the three parts together, divided by the effort. */
  readonly worth: number;
  /** The same without the bits about the cause. */
  readonly urgencyWorth: number;
  /** Seconds of safety questions that the answer is expected to make unnecessary. */
  readonly secondsSpared: number;
}

/** What a step of the interview looks at: the same for every question. */
export interface Moment {
  readonly network: Network;
  readonly answers: Answers;
  readonly belief: Belief;
  readonly triage: Triage;
  readonly live: Live;
  readonly losses: Losses;
  /** Red flags that are neither fired nor cleared and would raise the advice. */
  readonly pending: readonly RedFlag[];
  /** Of the red flags that are asked out before the end: those still open, with the safety questions each leaves open. */
  readonly unasked: ReadonlyMap<RedFlag, readonly FindingId[]>;
  /** All safety questions that are open. */
  readonly open: ReadonlySet<FindingId>;
  /** A copy of the answers in which one more can be tried. */
  readonly trial: Record<FindingId, Answer>;
}

/** Gathers what all questions of a step have in common. */
export function momentOf(network: Network, answers: Answers, belief: Belief, triage: Triage): Moment {
  const { knowledge } = network;
  const advised = TRIAGE_LEVELS.indexOf(triage.level);
  const unasked = new Map(
    knowledge.redFlags.flatMap((flag) => {
      const isWanted = isMustAsk(flag, triage.floor) || isAboutWhatIsLikely(network, belief, triage, flag);
      const open = isWanted ? safetyQuestionsOf(knowledge, flag, answers) : [];
      return open.length > 0 ? [[flag, open] as const] : [];
    }),
  );
  return {
    network,
    answers,
    belief,
    triage,
    live: liveOf(network, belief),
    losses: lossesOf(knowledge.model),
    pending: knowledge.redFlags.filter(
      (flag) => TRIAGE_LEVELS.indexOf(flag.level) < advised && evaluate(flag.when, answers) === 'unknown',
    ),
    unasked,
    open: new Set([...unasked.values()].flat()),
    trial: { ...answers },
  };
}

/** From this probability of what a flag suspects on, the flag is asked out. */
const LIKELY = 0.5;

/**
 * Tells whether a flag for care within days, sooner than advised, concerns what is likely: with a pulled hamstring, whether
 * its tendon may be torn off. Such flags often need two answers, and no single one of them seems worth its seconds.
 */
function isAboutWhatIsLikely(network: Network, belief: Belief, triage: Triage, flag: RedFlag): boolean {
  if (flag.level !== 'within-days' || !isMoreUrgent(flag.level, triage.level)) return false;
  const isSuspected = suspectedBy(network, flag);
  let suspected = 0;
  for (let row = 0; row < isSuspected.length; row++)
    if (isSuspected[row]) suspected += belief.posterior[row] ?? 0;
  return suspected >= LIKELY;
}

/** Works out the value of the questions; in the order given. */
export function valuesOf(moment: Moment, findings: readonly Finding[]): readonly QuestionValue[] {
  const { network, belief, live } = moment;
  const share = network.knowledge.model.stop.cause.value;
  const floor = TRIAGE_LEVELS.indexOf(moment.triage.floor);
  return findings.map((finding) => {
    const joint = jointOf(network, belief, live, finding);
    const valueBits = outcomeBits(live, joint);
    const actionBits = informationBits(downTo(floor, joint), joint.states);
    const lossSpared = lossSparedBy(moment, joint);
    return {
      finding,
      valueBits,
      actionBits,
      lossSpared,
      worth: (actionBits + lossSpared + share * valueBits) / finding.effort,
      urgencyWorth: (actionBits + lossSpared) / finding.effort,
      secondsSpared: moment.open.has(finding.id) ? secondsSparedBy(moment, joint) : 0,
    };
  });
}

/** The levels with their answers, those below the floor as one with it: a red flag has decided what they would decide. */
function downTo(floor: number, { byLevel, states }: Joint): Float64Array {
  const merged = byLevel.slice(0, (floor + 1) * states);
  for (let at = merged.length; at < byLevel.length; at++) {
    const to = floor * states + (at % states);
    merged[to] = (merged[to] ?? 0) + (byLevel[at] ?? 0);
  }
  return merged;
}

/**
 * Expected fall of the loss if this were the last question. A red flag that an answer fires counts as needed, unless it is
 * the answer to a self-test: nobody has to do one, so only what it tells about the causes counts.
 */
function lossSparedBy(moment: Moment, { finding, states, byLevel }: Joint): number {
  const { triage, losses, pending, trial } = moment;
  const now = TRIAGE_LEVELS.indexOf(triage.level);
  const floor = TRIAGE_LEVELS.indexOf(triage.floor);
  const named = finding.kind === 'self-test' ? [] : pending.filter((flag) => namesOf(flag).has(finding.id));
  let spared = 0;
  for (let state = 0; state < states; state++) {
    let flagged = LEVELS - 1;
    trial[finding.id] = finding.states[state]?.id ?? UNSURE;
    for (const flag of named) {
      const level = TRIAGE_LEVELS.indexOf(flag.level);
      if (level < flagged && evaluate(flag.when, trial) === 'true') flagged = level;
    }
    const advised = advisedLevel(losses, Math.min(floor, flagged), byLevel, states, state);
    if (advised === now) continue;
    spared += lossOf(losses, now, byLevel, states, state, flagged);
    spared -= lossOf(losses, advised, byLevel, states, state, flagged);
  }
  delete trial[finding.id];
  return Math.max(0, spared);
}

/** Effort of the safety questions that the answer to this one is expected to make unnecessary; seconds. */
function secondsSparedBy(moment: Moment, joint: Joint): number {
  const { network, unasked, open, trial } = moment;
  const { finding } = joint;
  const chances = chancesOf(joint);
  let left = 0;
  finding.states.forEach((state, index) => {
    trial[finding.id] = state.id;
    const then = new Set<FindingId>();
    for (const [flag, before] of unasked) {
      const after = namesOf(flag).has(finding.id)
        ? safetyQuestionsOf(network.knowledge, flag, trial)
        : before;
      for (const id of after) then.add(id);
    }
    left += (chances[index] ?? 0) * secondsOf(network.knowledge, then);
  });
  delete trial[finding.id];
  return Math.max(0, secondsOf(network.knowledge, open) - finding.effort - left);
}

function secondsOf(knowledge: KnowledgeBase, ids: Iterable<FindingId>): number {
  let seconds = 0;
  for (const id of ids) seconds += findingById(knowledge, id)?.effort ?? 0;
  return seconds;
}
