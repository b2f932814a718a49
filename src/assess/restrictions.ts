// What speaks against an action, and who or what would lift it. Rules restrict: a cause while it is possible, a red flag
// once it has fired or hangs on "not sure", first aid whose opposite a fired flag asks for. And gates do, because of who
// the runner is. A missing answer
// is never taken for "no": what hangs on one holds, unless its author gave a condition under which it may be shown.

import {
  type Basis,
  evaluate,
  type Forbids,
  type Gate,
  type GateEffect,
  hangsOn,
  type KnowledgeBase,
  type Measure,
  measureAndWider,
} from '../knowledge/index.ts';
import type { Answers, FindingId } from '../vocabulary/index.ts';
import type { Network } from './network.ts';
import type { Triage } from './triage.ts';
import { type AssessWords, assessEnglish } from './words/en.ts';

export interface Restriction {
  /** As written; whatever is part of it is restricted, too. */
  readonly action: Measure;
  /** withhold: not advised. ask: only after asking. caution: advised with `text` beside it. */
  readonly limit: GateEffect['limit'];
  readonly text: string;
  readonly basis: Basis;
  /** Who would lift it, as a sentence; empty for a caution. */
  readonly opens: string;
  /** Missing answers (not asked or not sure) that might lift it. */
  readonly answers: readonly FindingId[];
  /** It holds because of something the runner said, so it is told even where nobody advised the action. */
  readonly personal: boolean;
}

/** From here on nobody speaks of ruling a cause out. */
const LIKELY = 0.5;

/** Everything that restricts an action now: the rules, then the gates. */
export function restrictionsOf(
  knowledge: KnowledgeBase,
  answers: Answers,
  rules: readonly Restriction[],
  words: AssessWords = assessEnglish,
): readonly Restriction[] {
  return [...rules, ...knowledge.gates.flatMap((gate) => gateRestrictions(gate, answers, words))];
}

/** Tells whether a restriction touches a measure: the measure itself, or something wider that it is part of. */
export function forbids({ action }: Restriction, measure: Measure): boolean {
  return measureAndWider(measure).includes(action);
}

/** What causes, red flags and opposite first aid restrict, whoever the runner is. */
export function ruleRestrictions(
  network: Network,
  answers: Answers,
  probabilities: Float64Array,
  triage: Triage,
  words: AssessWords = assessEnglish,
): readonly Restriction[] {
  const { knowledge } = network;
  const withheld = (
    { action, because, basis }: Forbids,
    opens: string,
    answers: readonly FindingId[] = [],
  ): Restriction => ({ action, limit: 'withhold', text: because, basis, opens, answers, personal: false });
  const holds = ({ when }: Forbids) => when === undefined || evaluate(when, answers) !== 'false';
  return [
    ...triage.fired.flatMap(({ forbids }) =>
      forbids.filter(holds).map((rule) => withheld(rule, words.clinicianDecides)),
    ),
    ...triage.uncleared.flatMap(({ forbids, when }) =>
      forbids.filter(holds).map((rule) => withheld(rule, words.clinicianDecides, hangsOn(when, answers))),
    ),
    ...knowledge.conditions.flatMap(({ forbids, name }, index) => {
      const probability = probabilities[index] ?? 0;
      if (probability < knowledge.model.stillPossible.value) return [];
      const opens = probability < LIKELY ? words.clinicianRulesOut(name) : words.clinicianDecides;
      return forbids
        .filter(holds)
        .map((rule) => withheld(rule, opens, rule.when ? hangsOn(rule.when, answers) : []));
    }),
    ...knowledge.opposites.flatMap(({ givesWay, to }) =>
      triage.fired
        .filter(({ doNow }) => doNow.some(({ does }) => does.includes(to)))
        .map(
          ({ because, basis }): Restriction => ({
            action: givesWay,
            limit: 'withhold',
            text: because,
            basis,
            opens: words.clinicianDecides,
            answers: [],
            personal: false,
          }),
        ),
    ),
  ];
}

/** What one gate restricts; nothing when it is known not to hold. */
export function gateRestrictions(
  gate: Gate,
  answers: Answers,
  words: AssessWords = assessEnglish,
): readonly Restriction[] {
  const truth = gate.when ? evaluate(gate.when, answers) : 'true';
  if (truth === 'false') return [];
  const missing = gate.when ? hangsOn(gate.when, answers) : [];
  return gate.effects.flatMap((effect): readonly Restriction[] =>
    effect.actions.map((action): Restriction => {
      const onTrust = truth === 'unknown' ? effect.ifUnknown : undefined;
      const limit = onTrust === undefined ? effect.limit : 'caution';
      return {
        action,
        limit,
        text: onTrust ?? effect.text,
        basis: effect.basis,
        opens: limit === 'caution' ? '' : (gate.opens ?? words.clinicianDecides),
        answers: missing,
        personal: truth === 'true' && gate.when !== undefined,
      };
    }),
  );
}
