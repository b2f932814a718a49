// What src/assess/advice.ts shows, as terms: which advice and which lines of first aid remain. Whether a cause is still
// possible and whether it leads is left open, so what is proved holds whatever the probabilities are.

import type {
  Advice,
  Condition,
  FirstAidLine,
  Forbids,
  Measure,
  RedFlag,
} from '../../src/knowledge/index.ts';
import type { TriageLevel } from '../../src/vocabulary/index.ts';
import { and, FALSE, not, or, remembered, type Term, TRUE, variable } from './terms.ts';
import type { TriageModel } from './triage-model.ts';

export interface AdviceModel {
  readonly triage: TriageModel;
  readonly possible: (condition: Condition) => Term;
  readonly isForbidden: (measure: Measure) => Term;
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
    const byRules = sources.flatMap(({ forbids, active }) =>
      forbids.filter(({ action }) => action === measure).map((rule) => and(active, applies(rule))),
    );
    const byOpposites = (slips.noOpposites ? [] : knowledge.opposites)
      .filter(({ givesWay }) => givesWay === measure)
      .map(({ to }) => isAskedFor(triage, to));
    return or(...byRules, ...byOpposites);
  });
  const nothingForbids = remembered((line: FirstAidLine) =>
    and(...line.does.map((measure) => not(isForbidden(measure)))),
  );
  return {
    triage,
    possible,
    isForbidden,
    isAdvised: remembered(({ action, unless }) => {
      const met = unless ? (slips.unknownIsNo ? not(truth(unless).true) : truth(unless).false) : TRUE;
      return and(not(isForbidden(action)), met);
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
