// Every way in which answers alone lead to a level: for each red flag of that level the smallest sets of answers that fire it,
// and what the interview asks somebody who answers so and otherwise as most people do. An audit of the interview, by
// walking it.

import { converse, floorOf } from '../assess/index.ts';
import {
  type Finding,
  type Formula,
  findingById,
  type KnowledgeBase,
  type RedFlag,
} from '../knowledge/index.ts';
import {
  type Answers,
  type FindingId,
  type StateId,
  TRIAGE_LEVELS,
  type TriageLevel,
} from '../vocabulary/index.ts';

export interface Path {
  readonly flag: RedFlag;
  /** Answers that fire the flag; none of them can be left out. One finding may be answered in any of several ways. */
  readonly answers: ReadonlyMap<FindingId, readonly StateId[]>;
  /** Questions asked one by one before the interview ends, in order. */
  readonly asked: readonly Finding[];
  /** Screens shown, the last one that was needed included. */
  readonly screens: number;
  /** What the red flags ask for at the end; at least the flag's level when the interview asked all it had to. */
  readonly reached: TriageLevel;
}

/** Walks every path to the red flags of a level. */
export function pathsTo(knowledge: KnowledgeBase, level: TriageLevel): readonly Path[] {
  return knowledge.redFlags
    .filter((flag) => flag.level === level)
    .flatMap((flag) =>
      smallest(waysToFire(flag.when).flatMap((way) => withReach(knowledge, way))).map((answers) =>
        walked(knowledge, flag, answers),
      ),
    );
}

type Way = ReadonlyMap<FindingId, readonly StateId[]>;

/** Sets of answers each of which makes the formula true. Formulas in red flags negate nothing but single statements. */
function waysToFire(formula: Formula): readonly Way[] {
  switch (formula.kind) {
    case 'is':
      return [new Map([[formula.finding, formula.states]])];
    case 'not':
      return [];
    case 'atLeast':
      return choose(formula.of, formula.count).flatMap((parts) =>
        parts.reduce<readonly Way[]>(
          (ways, part) => ways.flatMap((way) => waysToFire(part).flatMap((more) => joined(way, more))),
          [new Map()],
        ),
      );
  }
}

/** With what has to be answered for a question of the way to be put at all. */
function withReach(knowledge: KnowledgeBase, way: Way): readonly Way[] {
  return [...way.keys()].reduce<readonly Way[]>(
    (ways, id) => {
      const { asksWhen } = findingById(knowledge, id) ?? {};
      return asksWhen
        ? ways.flatMap((one) => waysToFire(asksWhen).flatMap((more) => joined(one, more)))
        : ways;
    },
    [way],
  );
}

/** Both at once, or nothing when they want different answers to one question. */
function joined(a: Way, b: Way): readonly Way[] {
  const both = new Map(a);
  for (const [finding, states] of b) {
    const shared = both.get(finding)?.filter((state) => states.includes(state)) ?? states;
    if (shared.length === 0) return [];
    both.set(finding, shared);
  }
  return [both];
}

function choose<Item>(from: readonly Item[], count: number): readonly (readonly Item[])[] {
  if (count === 0) return [[]];
  return from.flatMap((first, index) =>
    choose(from.slice(index + 1), count - 1).map((rest) => [first, ...rest]),
  );
}

/** Leaves out every way that another one is part of. */
function smallest(ways: readonly Way[]): readonly Way[] {
  const within = (a: Way, b: Way) =>
    [...a].every(([finding, states]) => b.get(finding)?.every((state) => states.includes(state)));
  return ways.filter(
    (way, index) =>
      !ways.some((other, at) => at !== index && within(other, way) && (at < index || !within(way, other))),
  );
}

/** An interview with somebody who answers so, and everything else as is most frequent among people with other causes. */
function walked(knowledge: KnowledgeBase, flag: RedFlag, way: Way): Path {
  const oracle = ({ id, states, background }: Finding): StateId =>
    way.get(id)?.[0] ?? states[background.indexOf(Math.max(...background))]?.id ?? '';
  const { answers, asked } = converse(knowledge, oracle);
  return {
    flag,
    answers: way,
    asked,
    screens: screensShown(knowledge, answers),
    reached: floorOf(knowledge, answers),
  };
}

function screensShown({ screens }: KnowledgeBase, answers: Answers): number {
  return screens.filter(({ findings }) => findings.some((id) => Object.hasOwn(answers, id))).length;
}

/**
 * Paths that end below the level of their flag when they are walked. Those that need a self-test are left out: nobody has
 * to do one before being told to see someone.
 */
export function lostPaths(knowledge: KnowledgeBase, paths: readonly Path[]): readonly Path[] {
  return paths.filter(
    ({ flag, answers, reached }) =>
      TRIAGE_LEVELS.indexOf(reached) > TRIAGE_LEVELS.indexOf(flag.level) &&
      ![...answers.keys()].some((id) => findingById(knowledge, id)?.kind === 'self-test'),
  );
}
