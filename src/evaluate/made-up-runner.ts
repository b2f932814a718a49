// Made-up runners: causes from the priors, then what each would answer. Drawn from the model itself they only test the
// arithmetic; other generators break the model's assumptions on purpose. Nothing here says how real runners are.

import { networkOf, shownBy } from '../assess/index.ts';
import type { Finding, KnowledgeBase, Likelihood } from '../knowledge/index.ts';
import { draw, halvesOf, normal, normalBelow, type Random } from '../probability/index.ts';
import { type Answers, type ConditionId, TRIAGE_LEVELS, type TriageLevel } from '../vocabulary/index.ts';

export interface Generator {
  /** Correlation of the findings of a group (a normal copula); `model` keeps the model's own halves. */
  readonly within: number | 'model';
  /** All groups hang on one hidden strength instead of each on its own. */
  readonly merged: boolean;
  /** Factor on the share of misreported answers. */
  readonly misreport: number;
  /** Share of findings that get an answer at all. */
  readonly answered: number;
}

export const SELF_CONSISTENT: Generator = { within: 'model', merged: false, misreport: 1, answered: 0.5 };
export const PERTURBED: Generator = { within: 0.45, merged: false, misreport: 2, answered: 0.5 };
export const MERGED: Generator = { within: 0.45, merged: true, misreport: 2, answered: 0.5 };

export interface MadeUpRunner {
  readonly conditions: readonly ConditionId[];
  /** How urgent the causes are. */
  readonly needs: TriageLevel;
  readonly answers: Answers;
}

/** Draws one runner: causes from the priors, then answers to a share of the findings. */
export function drawRunner(knowledge: KnowledgeBase, generator: Generator, random: Random): MadeUpRunner {
  const network = networkOf(knowledge);
  const row = draw(network.priors, random);
  const hypothesis = network.hypotheses[row];
  const [first, second] = (hypothesis?.presentations ?? []).map((index) => knowledge.presentations[index]);
  const ties = new Map<string, number>();
  const answers: Record<string, string> = {};
  for (const finding of knowledge.findings) {
    const isAnswered = random() < generator.answered;
    const own = [first?.likelihoods[finding.id]?.p, second?.likelihoods[finding.id]?.p] as const;
    const state = drawState(knowledge, finding, own, generator, ties, random);
    if (isAnswered) answers[finding.id] = finding.states[state]?.id ?? '';
  }
  return {
    conditions: (hypothesis?.conditions ?? []).flatMap((index) => knowledge.conditions[index]?.id ?? []),
    needs: TRIAGE_LEVELS[network.levelOf[row] ?? TRIAGE_LEVELS.length - 1] ?? 'self-care',
    answers,
  };
}

function drawState(
  knowledge: KnowledgeBase,
  finding: Finding,
  [first, second]: readonly [Likelihood['p'] | undefined, Likelihood['p'] | undefined],
  generator: Generator,
  ties: Map<string, number>,
  random: Random,
): number {
  if (random() < Math.min(1, finding.misreport * generator.misreport)) {
    return Math.floor(random() * finding.states.length);
  }
  const truth = shownBy(finding, first, second);
  const { group } = finding;
  if (group === undefined || !(first || second)) return draw(truth, random);
  const hidden = generator.merged ? '' : group;
  const tie = ties.get(hidden) ?? (generator.within === 'model' ? random() : normal(random));
  ties.set(hidden, tie);
  if (generator.within === 'model') {
    const halves = halvesOf(truth, knowledge.model.groups[group]?.value ?? 0, finding.mark);
    return draw(tie < 0.5 ? halves.weak : halves.strong, random);
  }
  const rho = generator.within;
  return stateAt(
    truth,
    normalBelow(Math.sqrt(rho) * tie + Math.sqrt(1 - rho) * normal(random)),
    finding.mark,
  );
}

/** The state at a quantile of a distribution over states from least to most; a mark counts as the most. */
function stateAt(p: readonly number[], quantile: number, mark = p.length - 1): number {
  let below = 0;
  for (let state = 0; state < p.length; state++) {
    if (state === mark) continue;
    below += p[state] ?? 0;
    if (quantile < below) return state;
  }
  return mark;
}

/** Sample size of a likelihood that does not state one, and the most that one is trusted for. */
const DEFAULT_N = 10;
const MOST_N = 60;

/**
 * Another knowledge base that the authors' numbers would not contradict: each likelihood moved as a sample of its size
 * would move it (normal noise of the binomial error, kept inside 0.002–0.998).
 */
export function moved(knowledge: KnowledgeBase, random: Random): KnowledgeBase {
  const move = ({ p, n = DEFAULT_N, ...rest }: Likelihood): Likelihood => {
    const size = Math.min(MOST_N, n);
    const noisy = p.map((one) => {
      const there = one + normal(random) * Math.sqrt((one * (1 - one)) / size);
      return Math.min(0.998, Math.max(0.002, there));
    });
    const total = noisy.reduce((sum, one) => sum + one, 0);
    return { ...rest, n, p: noisy.map((one) => one / total) };
  };
  return {
    ...knowledge,
    presentations: knowledge.presentations.map((presentation) => ({
      ...presentation,
      likelihoods: Object.fromEntries(
        Object.entries(presentation.likelihoods).map(([finding, likelihood]) => [finding, move(likelihood)]),
      ),
    })),
  };
}
