// What a plan needs: the things that its exercises use from this stage to the last, and those of the care now. What is withheld
// today is kept apart, also where only time has to pass, so that nobody buys for an exercise that may never open. No medicines:
// who may take which is the business of the advice, not of a shopping list. Limits: swimming, cycling and the like are told in
// sentences, so what they need is not here.

import {
  type Action,
  type Exercise,
  exerciseById,
  type Kit,
  type KnowledgeBase,
  measureAndWider,
} from '../knowledge/index.ts';
import { forbiddenToday, reasonsAgainst } from './allowed.ts';
import type { Log } from './log.ts';
import type { OpenPlan } from './plan.ts';
import type { RouteStage } from './route.ts';
import type { Belief } from './runner.ts';
import { levelOf } from './standing.ts';

export interface Supply {
  readonly kit: Kit;
  /** The stage of the route that needs it first, from 1; undefined for the care now. */
  readonly stage?: number;
  readonly stageName?: string;
  /** Exercises that use it, in the order of the plan; empty for the care now. */
  readonly usedBy: readonly Exercise[];
}

/** Each thing stands in one list only, first needed first. */
export interface Supplies {
  /** For the care of the first days. */
  readonly care: readonly Supply[];
  readonly atHand: readonly Supply[];
  readonly shop: readonly Supply[];
  readonly house: readonly Supply[];
  readonly places: readonly Supply[];
  /** Used only by what is withheld now. */
  readonly withheld: readonly Supply[];
}

/**
 * Lists what the plan needs from where the runner stands.
 * @param care advices that are given, as the assessment lets them through; none when it was not asked
 */
export function suppliesFor(
  knowledge: KnowledgeBase,
  belief: Belief,
  log: Log,
  plan: OpenPlan,
  care: readonly { readonly action: Action }[] = [],
): Supplies {
  const { recovery } = knowledge;
  const { route, runner } = plan;
  const forbidden = forbiddenToday(knowledge, belief, route.plan, log, plan.today);
  const open = new Map<string, Supply>();
  const closed = new Map<string, Supply>();
  const here = levelOf(route, plan.course.standing).stage;
  route.stages.forEach((stage, index) => {
    if (index < here) return;
    const depth = route.plan.stages.indexOf(stage.stage);
    for (const exercise of exercisesOf(knowledge, stage, index === here ? plan : undefined)) {
      const reasons = reasonsAgainst(knowledge, belief, route, forbidden, exercise, depth);
      note(recovery.kit, reasons.length > 0 ? closed : open, exercise, index, stage.stage.name);
    }
  });
  const needed = [...open.values()];
  const hasIt = ({ kit }: Supply) => runner.kit?.includes(kit.id) === true;
  const missing = needed.filter((one) => !hasIt(one));
  return {
    care: recovery.careKit
      .filter(
        ({ action }) =>
          care.some((advice) => advice.action === action) &&
          ![...forbidden.keys()].some((other) => measureAndWider(action).includes(other)),
      )
      .map((kit) => ({ kit, usedBy: [] })),
    atHand: needed.filter(hasIt),
    shop: missing.filter(({ kit }) => kit.found === 'shop'),
    house: missing.filter(({ kit }) => kit.found === 'house'),
    places: missing.filter(({ kit }) => kit.found === 'place'),
    withheld: [...closed.values()].filter(({ kit }) => !open.has(kit.id)),
  };
}

/** The exercises of a stage, running among them; where the runner stands also what the plan offers beside them. */
function exercisesOf(
  { recovery }: KnowledgeBase,
  { stage, ladder }: RouteStage,
  now: OpenPlan | undefined,
): readonly Exercise[] {
  const running = stage.running.kind === 'none' ? [] : [ladder?.exercise ?? 'run-walk'];
  const ids = [...stage.exercises.map(({ exercise }) => exercise), ...running];
  const written = ids.map((id) => exerciseById(recovery, id)).filter((one) => one !== undefined);
  return [...new Set([...written, ...(now?.offer.items.map(({ exercise }) => exercise) ?? [])])];
}

function note(
  kit: readonly Kit[],
  list: Map<string, Supply>,
  exercise: Exercise,
  index: number,
  stageName: string,
): void {
  for (const one of kit.filter(({ id }) => exercise.kit.includes(id))) {
    const known = list.get(one.id) ?? { kit: one, stage: index + 1, stageName, usedBy: [] };
    if (!known.usedBy.includes(exercise)) {
      list.set(one.id, { ...known, usedBy: [...known.usedBy, exercise] });
    }
  }
}
