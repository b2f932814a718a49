// How urgent. Red flags set a floor that nothing lowers; the probabilities may only raise it. The floor is worked out
// without the model, so no number in the knowledge can hide a red flag.

import {
  evaluate,
  findingById,
  findingsIn,
  type KnowledgeBase,
  openFindings,
  type RedFlag,
} from '../knowledge/index.ts';
import {
  type Answers,
  type FindingId,
  isAsked,
  isMoreUrgent,
  mostUrgent,
  TRIAGE_LEVELS,
  type TriageLevel,
  UNSURE,
} from '../vocabulary/index.ts';
import type { Network } from './network.ts';

export interface Triage {
  readonly level: TriageLevel;
  /** Highest level of the red flags that have fired; `self-care` when none has. */
  readonly floor: TriageLevel;
  /** Red flags that have fired, most urgent first. */
  readonly fired: readonly RedFlag[];
  /** Red flags of any level that hang on an answer `unsure`: not cleared, so what they forbid is not advised. */
  readonly uncleared: readonly RedFlag[];
  /** Those of `uncleared` that are more urgent than the floor: to be watched, and said so. */
  readonly doubtful: readonly RedFlag[];
  /** The level that the probabilities ask for. */
  readonly demanded: TriageLevel;
  /** P(the true cause needs at least this level), by level. */
  readonly atLeast: Readonly<Record<TriageLevel, number>>;
}

/** Highest level of the red flags that have fired; `self-care` when none has. */
export function floorOf({ redFlags }: KnowledgeBase, answers: Answers): TriageLevel {
  let floor: TriageLevel = 'self-care';
  for (const { level, when } of redFlags) {
    if (isMoreUrgent(level, floor) && evaluate(when, answers) === 'true') floor = level;
  }
  return floor;
}

/** What the red flags say, without the model. */
export function flagsOf(
  knowledge: KnowledgeBase,
  answers: Answers,
): Pick<Triage, 'floor' | 'fired' | 'uncleared'> {
  const { redFlags } = knowledge;
  const verdicts = redFlags.map((flag) => evaluate(flag.when, answers));
  const fired = redFlags
    .filter((_, at) => verdicts[at] === 'true')
    .sort((a, b) => TRIAGE_LEVELS.indexOf(a.level) - TRIAGE_LEVELS.indexOf(b.level));
  return {
    floor: mostUrgent(fired.map((flag) => flag.level)),
    fired,
    uncleared: redFlags.filter(
      (flag, at) => verdicts[at] === 'unknown' && isAnyInDoubt(knowledge, flag, answers),
    ),
  };
}

/** Works out the triage level from the answers and the posterior of the hypotheses. */
export function triageOf(network: Network, answers: Answers, posterior: Float64Array): Triage {
  const { fired, floor, uncleared } = flagsOf(network.knowledge, answers);
  const atLeast = needOf(network, posterior);
  const demanded = demandedLevel(network, atLeast);
  return {
    level: isMoreUrgent(demanded, floor) ? demanded : floor,
    floor,
    fired,
    uncleared,
    doubtful: uncleared.filter((flag) => isMoreUrgent(flag.level, floor)),
    demanded,
    atLeast,
  };
}

/**
 * Lists the findings not yet asked that could still fire a red flag more urgent than `floor`, and those that have to be
 * asked before one of these may be (`asksWhen`). Self-tests are left out: nobody has to do an exercise before being told
 * to see someone, and each flag that names one has another way to fire.
 * @param levels urgencies of the flags that matter here
 */
export function safetyQuestions(
  knowledge: KnowledgeBase,
  answers: Answers,
  floor: TriageLevel,
  levels: ReadonlySet<TriageLevel> = MUST_ASK,
): ReadonlySet<FindingId> {
  return new Set(
    knowledge.redFlags
      .filter((flag) => isMustAsk(flag, floor, levels))
      .flatMap((flag) => safetyQuestionsOf(knowledge, flag, answers)),
  );
}

/** Tells whether a flag must be asked out before the interview may end: it is urgent, and would raise the floor. */
export function isMustAsk(
  flag: RedFlag,
  floor: TriageLevel,
  levels: ReadonlySet<TriageLevel> = MUST_ASK,
): boolean {
  return levels.has(flag.level) && isMoreUrgent(flag.level, floor);
}

/**
 * The questions not yet asked that could still fire this one flag; no self-tests. A question that is put only to some
 * (`asksWhen`), and of whom it is not known yet whether they are among them, stands for the questions that would tell.
 */
export function safetyQuestionsOf(
  knowledge: KnowledgeBase,
  flag: RedFlag,
  answers: Answers,
): readonly FindingId[] {
  const seen = new Set<FindingId>();
  const open = new Set<FindingId>();
  const add = (id: FindingId): void => {
    const finding = findingById(knowledge, id);
    if (!finding || finding.kind === 'self-test' || seen.has(id)) return;
    seen.add(id);
    if (!finding.asksWhen || evaluate(finding.asksWhen, answers) === 'true') open.add(id);
    else openFindings(finding.asksWhen, answers).forEach(add);
  };
  openFindings(flag.when, answers).forEach(add);
  return [...open];
}

/** Levels whose red flags are all asked before the interview may end. */
export const MUST_ASK: ReadonlySet<TriageLevel> = new Set(['emergency', 'same-day']);

function isAnyInDoubt(knowledge: KnowledgeBase, flag: RedFlag, answers: Answers): boolean {
  for (const id of namesOf(flag)) if (isInDoubt(knowledge, id, answers)) return true;
  return false;
}

const names = new WeakMap<RedFlag, ReadonlySet<FindingId>>();

/** The findings that a flag's formula names, gathered once. */
export function namesOf(flag: RedFlag): ReadonlySet<FindingId> {
  const known = names.get(flag) ?? new Set(findingsIn(flag.when));
  names.set(flag, known);
  return known;
}

/**
 * Answered `unsure`, or never asked because what decides whether to ask it was answered `unsure`. A self-test that was
 * not done is no doubt.
 */
function isInDoubt(knowledge: KnowledgeBase, id: FindingId, answers: Answers): boolean {
  const finding = findingById(knowledge, id);
  if (!finding || finding.kind === 'self-test') return false;
  if (isAsked(answers, id)) return answers[id] === UNSURE;
  return (
    finding.asksWhen !== undefined &&
    evaluate(finding.asksWhen, answers) === 'unknown' &&
    findingsIn(finding.asksWhen).some((gate) => isInDoubt(knowledge, gate, answers))
  );
}

/** P(the true causes need at least this level), by level. */
export function needOf(network: Network, posterior: Float64Array): Record<TriageLevel, number> {
  const exactly = new Float64Array(TRIAGE_LEVELS.length);
  for (let row = 0; row < posterior.length; row++) {
    const level = network.levelOf[row] ?? 0;
    exactly[level] = (exactly[level] ?? 0) + (posterior[row] ?? 0);
  }
  const need: Record<TriageLevel, number> = {
    emergency: 0,
    'same-day': 0,
    'within-days': 0,
    routine: 0,
    'self-care': 0,
  };
  let sum = 0;
  TRIAGE_LEVELS.forEach((level, index) => {
    sum += exactly[index] ?? 0;
    need[level] = sum;
  });
  return need;
}

/** The most urgent level whose probability of being needed reaches the threshold in the model file. */
export function demandedLevel(network: Network, atLeast: Readonly<Record<TriageLevel, number>>): TriageLevel {
  const { raise } = network.knowledge.model;
  for (const level of TRIAGE_LEVELS) {
    const threshold = raise[level];
    if (threshold && atLeast[level] >= threshold.value) return level;
  }
  return 'self-care';
}
