// Whether the translation says what the real code does: both are asked about the same answers, and every decision must
// be the same. The answers are those of the rule cases, random ones, and every step of interviews with random runners.

import type { Assessment } from '../../src/assess/index.ts';
import type { Case } from '../../src/evaluate/index.ts';
import { type Finding, findingsIn, type KnowledgeBase, type Measure } from '../../src/knowledge/index.ts';
import { randomFrom } from '../../src/probability/index.ts';
import { type Answers, TRIAGE_LEVELS, UNSURE } from '../../src/vocabulary/index.ts';
import { type AdviceModel, adviceModel } from './advice-model.ts';
import { answersOf, assignmentOf, symbolicAnswers } from './symbolic-answers.ts';
import { holds, type Term } from './terms.ts';
import { EMERGENCY, MUST_BE_ASKED, triageModel } from './triage-model.ts';

/** The real functions, or a copy of them with a slip. */
export interface Engine {
  readonly evaluate: typeof import('../../src/knowledge/index.ts').evaluate;
  readonly assess: typeof import('../../src/assess/index.ts').assess;
  readonly safetyQuestions: typeof import('../../src/assess/index.ts').safetyQuestions;
  readonly networkOf: typeof import('../../src/assess/index.ts').networkOf;
  readonly careAdvice: typeof import('../../src/assess/advice.ts').careAdvice;
}

/** @param src URL of a folder laid out as src/ is */
export async function loadEngine(src: URL): Promise<Engine> {
  const [knowledge, assess, advice] = await Promise.all([
    import(new URL('knowledge/index.ts', src).href),
    import(new URL('assess/index.ts', src).href),
    import(new URL('assess/advice.ts', src).href),
  ]);
  return { ...knowledge, ...assess, ...advice } as Engine;
}

export interface Disagreement {
  readonly about: string;
  readonly answers: Answers;
}

/**
 * Compares the engine with the translation.
 * @param runners interviews to hold and random sets of answers to try, each
 * @returns how many sets of answers were compared, and the first on which they differ
 */
export function agreement(
  engine: Engine,
  knowledge: KnowledgeBase,
  cases: readonly Case[],
  runners: number,
): { readonly compared: number; readonly differs: Disagreement | undefined } {
  const model = adviceModel(triageModel(symbolicAnswers(knowledge, 'now'), 'now'));
  const random = randomFrom(14);
  let compared = 0;
  const check = (answers: Answers): Disagreement | undefined => {
    compared += 1;
    const possible = knowledge.conditions.map(() => random() < 0.2);
    const about = difference(engine, knowledge, model, answers, possible);
    return about === undefined ? undefined : { about, answers };
  };
  for (const answers of answerSets(engine, knowledge, cases, runners, random)) {
    const differs = check(answers);
    if (differs) return { compared, differs };
  }
  return { compared, differs: undefined };
}

function* answerSets(
  engine: Engine,
  knowledge: KnowledgeBase,
  cases: readonly Case[],
  runners: number,
  random: () => number,
): Generator<Answers> {
  for (const one of cases) {
    yield one.answers;
    const [finding] = pick(Object.keys(one.answers), random);
    if (finding) yield { ...one.answers, [finding]: UNSURE };
  }
  yield* opposedAnswers(knowledge, cases);
  yield* halfOpenAnswers(knowledge);
  for (let runner = 0; runner < runners; runner++) {
    const density = random();
    const someAnswer = (finding: Finding) => pick(answersOf(finding), random)[0] ?? UNSURE;
    yield Object.fromEntries(
      knowledge.findings
        .filter(() => random() < density)
        .map((finding) => [
          finding.id,
          random() < 0.6 ? (finding.states[0]?.id ?? UNSURE) : someAnswer(finding),
        ]),
    );
    // A runner who mostly says no gets far; one step of the interview after another.
    const trouble = random() * 0.4;
    let answers: Answers = {};
    for (;;) {
      yield answers;
      const { next } = engine.assess(knowledge, answers, LIMITS[runner % LIMITS.length]);
      if (next.kind === 'stop') break;
      const asked = next.kind === 'screen' ? next.open : [next.finding];
      const given = asked.map((finding) => {
        const first = finding.states[0]?.id ?? UNSURE;
        return [finding.id, finding.states.length > 2 || random() < trouble ? someAnswer(finding) : first];
      });
      answers = { ...answers, ...Object.fromEntries(given) };
    }
  }
}

/** All denied but what would open one question, which is left unsure. */
function* halfOpenAnswers(knowledge: KnowledgeBase): Generator<Answers> {
  for (const { id, asksWhen } of knowledge.findings) {
    if (!asksWhen) continue;
    const gates = findingsIn(asksWhen);
    const asked = knowledge.findings.filter((finding) => finding.id !== id && !finding.selfTest);
    yield Object.fromEntries(
      asked.map((finding) => [
        finding.id,
        gates.includes(finding.id) ? UNSURE : (finding.states[0]?.id ?? UNSURE),
      ]),
    );
  }
}

/** Answers that fire two red flags at once whose first aid is opposite; by chance that hardly happens. */
function* opposedAnswers(knowledge: KnowledgeBase, cases: readonly Case[]): Generator<Answers> {
  const asking = (measure: Measure) => {
    const flags = knowledge.redFlags.filter(({ doNow }) => doNow.some(({ does }) => does.includes(measure)));
    return cases.filter(({ fires }) => flags.some(({ id }) => fires?.includes(id)));
  };
  for (const { givesWay, to } of knowledge.opposites) {
    for (const one of asking(givesWay).slice(0, 3)) {
      for (const other of asking(to).slice(0, 3)) yield { ...one.answers, ...other.answers };
    }
  }
}

/** With as many questions as the product asks, and with only those that safety demands. */
const LIMITS = [{ maxQuestions: 0 }, {}] as const;

/** The first decision on which the two differ, in words. */
function difference(
  engine: Engine,
  knowledge: KnowledgeBase,
  model: AdviceModel,
  answers: Answers,
  possible: readonly boolean[],
): string | undefined {
  const { triage: terms } = model;
  const { triage } = engine.assess(knowledge, answers);
  const assignment = new Set([
    ...assignmentOf(answers, 'now'),
    ...TRIAGE_LEVELS.slice(TRIAGE_LEVELS.indexOf(triage.demanded)).map((level) => `now:demands:${level}`),
    ...knowledge.conditions.filter((_, index) => possible[index]).map(({ id }) => `possible:${id}`),
  ]);
  const known = new Map<Term, boolean>();
  const is = (term: Term) => holds(term, assignment, known);
  const flagIds = (which: (flag: KnowledgeBase['redFlags'][number]) => boolean) =>
    knowledge.redFlags.filter(which).map(({ id }) => id);
  const ids = (flags: KnowledgeBase['redFlags']) => flags.map(({ id }) => id);

  const network = engine.networkOf(knowledge);
  const everyone = knowledge.conditions.map((_, index) => index);
  const probabilities = Float64Array.from(possible, (one) => (one ? 1 : 0));
  const care = engine.careAdvice(network, answers, probabilities, triage, everyone);
  const levelBy = (reaches: (level: (typeof TRIAGE_LEVELS)[number]) => Term) =>
    TRIAGE_LEVELS.find((level) => is(reaches(level))) ?? 'none';

  const pairs: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ...knowledge.redFlags.map((flag) => {
      const { true: yes, false: no } = terms.answers.truth(flag.when);
      const truth = is(yes) ? 'true' : is(no) ? 'false' : 'unknown';
      return [`the truth of ${flag.id}`, [engine.evaluate(flag.when, answers)], [truth]] as const;
    }),
    ['the fired flags', ids(triage.fired), flagIds((flag) => is(terms.fired(flag)))],
    ['the uncleared flags', ids(triage.uncleared), flagIds((flag) => is(terms.uncleared(flag)))],
    ['the doubtful flags', ids(triage.doubtful), flagIds((flag) => is(terms.doubtful(flag)))],
    ['the floor', [triage.floor], [levelBy(terms.floorIsAtLeast)]],
    ['the level', [triage.level], [levelBy(terms.levelIsAtLeast)]],
    ...[EMERGENCY, MUST_BE_ASKED].map((levels) => {
      const real = engine.safetyQuestions(knowledge, answers, triage.floor, new Set(levels));
      const mine = knowledge.findings.filter(({ id }) => is(terms.isSafetyQuestion(id, levels)));
      return [`the safety questions (${levels.join(', ')})`, [...real], mine.map(({ id }) => id)] as const;
    }),
    [
      'the advice',
      care.now.map(({ text }) => text),
      [
        ...new Set(
          knowledge.conditions.flatMap(({ now }) =>
            now.filter((advice) => is(model.isAdvised(advice))).map(({ text }) => text),
          ),
        ),
      ],
    ],
    [
      'the first aid',
      Object.entries(care.firstAid).flatMap(([id, lines]) => lines.map((line) => `${id}: ${line}`)),
      knowledge.redFlags.flatMap((flag) =>
        flag.doNow.filter((line) => is(model.isShown(flag, line))).map(({ text }) => `${flag.id}: ${text}`),
      ),
    ],
  ];
  const different = pairs.find(
    ([, real, mine]) => [...real].sort().join('\n') !== [...mine].sort().join('\n'),
  );
  if (different) {
    const [about, real, mine] = different;
    const only = (these: readonly string[], others: readonly string[]) =>
      these.filter((one) => !others.includes(one)).join(', ') || 'nothing';
    return `${about}: only the code says ${only(real, mine)}, only the translation ${only(mine, real)}`;
  }
  return LIMITS.map((limit) =>
    stepDifference(
      engine.assess(knowledge, answers, limit),
      knowledge,
      (id) => is(terms.isAskable(id)),
      is(terms.mayStop),
    ),
  ).find((one) => one !== undefined);
}

/** What the interview does next must be something that the translation allows. */
function stepDifference(
  { next, triage }: Assessment,
  knowledge: KnowledgeBase,
  isAskable: (id: string) => boolean,
  mayStop: boolean,
): string | undefined {
  const isEmergency = triage.floor === 'emergency';
  if (isEmergency !== (next.kind === 'stop' && next.because === 'emergency')) {
    return `an emergency flag ${isEmergency ? 'has' : 'has not'} fired and the interview says ${next.kind}`;
  }
  switch (next.kind) {
    case 'stop':
      return isEmergency || mayStop ? undefined : 'the interview ends where the translation would ask on';
    case 'screen': {
      const first = knowledge.screens.find(({ findings }) => findings.some(isAskable));
      const open = next.open.map(({ id }) => id).join();
      return first?.id === next.screen.id && open === first.findings.filter(isAskable).join()
        ? undefined
        : `the screen ${next.screen.id} is shown, the translation expects ${first?.id ?? 'none'}`;
    }
    case 'question':
      return isAskable(next.finding.id) ? undefined : `${next.finding.id} is asked although it may not be`;
  }
}

function pick<Item>(items: readonly Item[], random: () => number): readonly Item[] {
  const at = Math.floor(random() * items.length);
  return items.slice(at, at + 1);
}
