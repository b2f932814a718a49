// The model's definition, written the slow and obvious way and sharing no code with the engine: list every possible
// world (which causes are present, what the runner would report to every question), give each its probability, keep
// the worlds that agree with the answers, count.

import type { Finding, KnowledgeBase } from '../src/knowledge/index.ts';
import { type Answers, UNSURE } from '../src/vocabulary/index.ts';

/** P(condition is present | answers) for each condition, by enumeration of all worlds. */
export function bruteForce(knowledge: KnowledgeBase, answers: Answers): readonly number[] {
  const { present, total } = count(knowledge, answers);
  return present.map((p) => p / total);
}

/** Probability (up to a constant of the knowledge) of all worlds that agree with the answers. */
export function worldShare(knowledge: KnowledgeBase, answers: Answers): number {
  return count(knowledge, answers).total;
}

function count(
  knowledge: KnowledgeBase,
  answers: Answers,
): { readonly present: readonly number[]; readonly total: number } {
  const present = knowledge.conditions.map(() => 0);
  let total = 0;
  for (const { members, weight } of causeSets(knowledge)) {
    for (const world of worlds(knowledge.findings)) {
      const agrees = knowledge.findings.every((finding) => {
        const answer = answers[finding.id];
        return answer === undefined || answer === UNSURE || world[finding.id] === answer;
      });
      if (!agrees) continue;
      const half = (strong: boolean) =>
        knowledge.findings.reduce(
          (product, finding) =>
            product * reported(knowledge, finding, members, world[finding.id] ?? '', strong),
          0.5,
        );
      const p = weight * (half(false) + half(true));
      total += p;
      for (const condition of new Set(
        members.map((index) => knowledge.presentations[index]?.condition ?? -1),
      )) {
        present[condition] = (present[condition] ?? 0) + p;
      }
    }
  }
  return { present, total };
}

function causeSets(
  knowledge: KnowledgeBase,
): readonly { readonly members: readonly number[]; readonly weight: number }[] {
  const sets: { members: number[]; weight: number }[] = [];
  const odds = (index: number) => {
    const presentation = knowledge.presentations[index];
    const prior = knowledge.conditions[presentation?.condition ?? -1]?.prior ?? 0;
    return (presentation?.share ?? 0) * (prior / (1 - prior));
  };
  const conditionOf = (index: number) =>
    knowledge.conditions[knowledge.presentations[index]?.condition ?? -1]?.id ?? '';
  const link = (a: number, b: number) =>
    knowledge.pairings.find(
      ({ conditions }) => conditions.includes(conditionOf(a)) && conditions.includes(conditionOf(b)),
    )?.times ?? 1;
  const isSet = (...members: number[]) => new Set(members.map(conditionOf)).size === members.length;
  const { twoCauses, threeCauses } = knowledge.model;
  knowledge.presentations.forEach((_, i) => {
    sets.push({ members: [i], weight: odds(i) });
    for (let j = i + 1; j < knowledge.presentations.length; j++) {
      if (!isSet(i, j)) continue;
      sets.push({ members: [i, j], weight: twoCauses.value * odds(i) * odds(j) * link(i, j) });
      for (let k = j + 1; threeCauses && k < knowledge.presentations.length; k++) {
        if (!isSet(i, j, k)) continue;
        const links = link(i, j) * link(i, k) * link(j, k);
        sets.push({ members: [i, j, k], weight: threeCauses.value * odds(i) * odds(j) * odds(k) * links });
      }
    }
  });
  // Several causes at once of fewer than one in a million of the single causes are not part of the model.
  const single = sets.reduce((sum, { members, weight }) => (members.length === 1 ? sum + weight : sum), 0);
  const isThere = new Set(
    sets
      .filter(({ members, weight }) => members.length === 1 || weight > 1e-6 * single)
      .map(({ members }) => members.join()),
  );
  // Nor are three of which two are not.
  const faces = ([i, j, k]: readonly number[]) =>
    k === undefined ? [] : [`${i},${j}`, `${i},${k}`, `${j},${k}`];
  return sets.filter(
    ({ members }) => isThere.has(members.join()) && faces(members).every((face) => isThere.has(face)),
  );
}

function* worlds(findings: readonly Finding[]): Generator<Record<string, string>> {
  const [first, ...rest] = findings;
  if (!first) {
    yield {};
    return;
  }
  for (const world of worlds(rest))
    for (const state of first.states) yield { ...world, [first.id]: state.id };
}

/** P(the runner reports this state | the causes). */
function reported(
  knowledge: KnowledgeBase,
  finding: Finding,
  members: readonly number[],
  state: string,
  strong: boolean,
): number {
  const index = finding.states.findIndex(({ id }) => id === state);
  const truth = marked(knowledge, finding, members, strong)[index] ?? 0;
  return (1 - finding.misreport) * truth + finding.misreport / finding.states.length;
}

/** In a strongly (or weakly) marked case: the tail probabilities moved by the spread, the centre found by halving. */
function marked(
  knowledge: KnowledgeBase,
  finding: Finding,
  members: readonly number[],
  strong: boolean,
): readonly number[] {
  const truth = shown(knowledge, finding, members);
  const spread = finding.group === undefined ? 0 : (knowledge.model.groups[finding.group]?.value ?? 0);
  const says = members.some((index) => knowledge.presentations[index]?.likelihoods[finding.id]);
  if (spread === 0 || !says) return truth;
  const logistic = (x: number) => 1 / (1 + Math.exp(-x));
  const moved = (mean: number) => {
    let low = -60;
    let high = 60;
    for (let step = 0; step < 200; step++) {
      const centre = (low + high) / 2;
      if ((logistic(centre - spread) + logistic(centre + spread)) / 2 < mean) low = centre;
      else high = centre;
    }
    return logistic(low + (strong ? spread : -spread));
  };
  const { mark } = finding;
  if (mark !== undefined) {
    const mean = truth[mark] ?? 0;
    if (mean > 1 - 1e-12) return truth;
    return truth.map((one, state) => (state === mark ? moved(mean) : (one * (1 - moved(mean))) / (1 - mean)));
  }
  const tail = (from: number) => {
    if (from === 0) return 1;
    if (from === truth.length) return 0;
    return moved(truth.slice(from).reduce((sum, one) => sum + one, 0));
  };
  return truth.map((_, state) => tail(state) - tail(state + 1));
}

function shown(knowledge: KnowledgeBase, finding: Finding, members: readonly number[]): readonly number[] {
  const own = members.flatMap((index) => {
    const p = knowledge.presentations[index]?.likelihoods[finding.id]?.p;
    return p ? [p] : [];
  });
  const [a, b] = own;
  if (!a) return finding.background;
  if (!b) return a;
  const over = (of: (p: readonly number[]) => number) => own.map(of);
  if (finding.combines === 'either') {
    return a.map((_, state) => over((p) => p[state] ?? 0).reduce((sum, one) => sum + one, 0) / own.length);
  }
  if (finding.combines === 'product') {
    const raw = a.map((_, state) => {
      const base = finding.background[state] ?? 1;
      return over((p) => (p[state] ?? 0) / base).reduce((product, one) => product * one, base);
    });
    return raw.map((p) => p / raw.reduce((sum, one) => sum + one, 0));
  }
  const upTo = (p: readonly number[], state: number) =>
    p.slice(0, state + 1).reduce((sum, one) => sum + one, 0);
  const cumulative = finding.states.map((_, state) => {
    if (state === finding.states.length - 1) return 1;
    const leak = upTo(finding.background, state);
    return over((p) => Math.min(1, upTo(p, state) / leak)).reduce((product, one) => product * one, leak);
  });
  // A cause rarer than the background may bend the curve down; the engine keeps it from falling.
  const rising = cumulative.map((_, state) => Math.max(...cumulative.slice(0, state + 1)));
  return rising.map((c, state) => c - (rising[state - 1] ?? 0));
}
