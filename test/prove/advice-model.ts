// What src/assess/advice.ts and restrictions.ts show, as terms: which advice and which lines of first aid remain. Whether a cause is still
// possible and whether it leads is left open, so what is proved holds whatever the probabilities are.

import {
  type Advice,
  type Condition,
  type FirstAidLine,
  type Forbids,
  type Measure,
  measureAndWider,
  type RedFlag,
} from '../../src/knowledge/index.ts';
import type { TriageLevel } from '../../src/vocabulary/index.ts';
import { and, FALSE, not, or, remembered, type Term, TRUE, variable } from './terms.ts';
import type { TriageModel } from './triage-model.ts';

export interface AdviceModel {
  readonly triage: TriageModel;
  readonly possible: (condition: Condition) => Term;
  /** By a cause, a red flag or the opposite first aid, by name or as a part of what is forbidden. */
  readonly isForbidden: (measure: Measure) => Term;
  /** By who the runner is; what an author lets through with a condition (`ifUnknown`) does not count. */
  readonly isGated: (measure: Measure) => Term;
  /** The advice is shown, should its condition lead. */
  readonly isAdvised: (advice: Advice) => Term;
  /** The flag has fired and this line of it is shown. */
  readonly isShown: (flag: RedFlag, line: FirstAidLine) => Term;
}

/** Deliberate mistakes, as in triage-model.ts. */
export interface AdviceSlips {
  /** Red flags that hang on "not sure" forbid nothing. */
  readonly firedOnly?: boolean;
  /** Of those that hang on "not sure" only the ones above the floor forbid. */
  readonly doubtfulOnly?: boolean;
  /** `when` and `unless` take unknown for no. */
  readonly unknownIsNo?: boolean;
  /** Nothing gives way to its opposite. */
  readonly noOpposites?: boolean;
  /** What causes forbid does not count. */
  readonly flagsOnly?: boolean;
  /** A gate counts only once it is known to hold. */
  readonly gatesWhenKnown?: boolean;
}

export function adviceModel(triage: TriageModel, slips: AdviceSlips = {}): AdviceModel {
  const { knowledge, truth } = triage.answers;
  const possible = remembered((condition: Condition) => variable(`possible:${condition.id}`));
  const applies = ({ when }: Forbids) =>
    when ? (slips.unknownIsNo ? truth(when).true : not(truth(when).false)) : TRUE;
  const inDoubt = (flag: RedFlag) => {
    if (slips.firedOnly) return FALSE;
    return slips.doubtfulOnly ? triage.doubtful(flag) : triage.uncleared(flag);
  };
  const sources = [
    ...knowledge.redFlags.map((flag) => ({
      forbids: flag.forbids,
      active: or(triage.fired(flag), inDoubt(flag)),
    })),
    ...(slips.flagsOnly ? [] : knowledge.conditions).map((condition) => ({
      forbids: condition.forbids,
      active: possible(condition),
    })),
  ];
  const isForbidden = remembered((measure: Measure) => {
    const names = measureAndWider(measure);
    const byRules = sources.flatMap(({ forbids, active }) =>
      forbids.filter(({ action }) => names.includes(action)).map((rule) => and(active, applies(rule))),
    );
    const byOpposites = (slips.noOpposites ? [] : knowledge.opposites)
      .filter(({ givesWay }) => names.includes(givesWay))
      .map(({ to }) => isAskedFor(triage, to));
    return or(...byRules, ...byOpposites);
  });
  const isGated = remembered((measure: Measure) => {
    const names = measureAndWider(measure);
    return or(
      ...knowledge.gates.flatMap(({ when, effects }) => {
        const holds = when ? truth(when).true : TRUE;
        const mayHold = when && !slips.gatesWhenKnown ? not(truth(when).false) : holds;
        return effects
          .filter(({ limit, actions }) => limit !== 'caution' && actions.some((one) => names.includes(one)))
          .map(({ ifUnknown }) => (ifUnknown === undefined ? mayHold : holds));
      }),
    );
  });
  const nothingForbids = remembered((line: FirstAidLine) =>
    and(...line.does.map((measure) => not(isForbidden(measure)))),
  );
  return {
    triage,
    possible,
    isForbidden,
    isGated,
    isAdvised: remembered(({ action, unless }) => {
      const met = unless ? (slips.unknownIsNo ? not(truth(unless).true) : truth(unless).false) : TRUE;
      return and(not(isForbidden(action)), not(isGated(action)), met);
    }),
    isShown: (flag, line) => and(triage.fired(flag), nothingForbids(line)),
  };
}

/** A red flag that has fired, of this level if one is named, asks for this measure, shown or not. */
export function isAskedFor({ answers, fired }: TriageModel, measure: Measure, only?: TriageLevel): Term {
  return or(
    ...answers.knowledge.redFlags
      .filter(({ level }) => only === undefined || level === only)
      .filter((flag) => flag.doNow.some(({ does }) => does.includes(measure)))
      .map(fired),
  );
}
