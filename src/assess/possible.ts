// The causes that are not ruled out, without the work of choosing a next question. For plans, which must be safe for each.

import type { Condition, KnowledgeBase } from '../knowledge/index.ts';
import type { Answers } from '../vocabulary/index.ts';
import { networkOf } from './network.ts';
import { beliefOf, conditionProbabilities } from './posterior.ts';
import { withSuspicion } from './suspicion.ts';

export interface Possible {
  readonly condition: Condition;
  /** Probability that it is present, alone or with another cause. */
  readonly probability: number;
  /** Its presentations by id without the condition; probability given the condition, 0 to 1. */
  readonly presentations: Readonly<Record<string, number>>;
}

/** Every cause with at least this probability, most probable first; the model's `stillPossible` by default. */
export function possibleCauses(
  knowledge: KnowledgeBase,
  answers: Answers,
  atLeast = knowledge.model.stillPossible.value,
): readonly Possible[] {
  const network = networkOf(knowledge);
  const { posterior } = withSuspicion(network, answers, beliefOf(network, answers));
  const probabilities = conditionProbabilities(network, posterior);
  const byPresentation = new Float64Array(knowledge.presentations.length);
  network.hypotheses.forEach((hypothesis, row) => {
    for (const index of hypothesis.presentations) {
      byPresentation[index] = (byPresentation[index] ?? 0) + (posterior[row] ?? 0);
    }
  });
  return knowledge.conditions
    .map((condition, index): Possible => {
      const probability = probabilities[index] ?? 0;
      const own = knowledge.presentations.flatMap((presentation, at): [string, number][] =>
        presentation.condition === index && probability > 0
          ? [[presentation.id.slice(condition.id.length + 1), (byPresentation[at] ?? 0) / probability]]
          : [],
      );
      return { condition, probability, presentations: Object.fromEntries(own) };
    })
    .filter(({ probability }) => probability >= atLeast)
    .sort((a, b) => b.probability - a.probability || (a.condition.id < b.condition.id ? -1 : 1));
}
