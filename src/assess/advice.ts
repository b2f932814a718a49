// What may be advised. An advice is given when nothing restricts its action; else it moves to what is withheld, or to
// what needs a pharmacist or doctor first, with the reason and with what would open it. Restrictions that come from who
// the runner is are told even when no cause advised the action: people rub, heat and take tablets unasked.
// A line of a red flag's first aid is shown unless a cause, a flag or the opposite first aid of another flag forbids what
// it asks for, so two signs at once never give two orders that contradict each other. Gates do not touch first aid: it is
// written for everybody, and a missing answer about medicines must not hide it.

import {
  ACTION_NAMES,
  ACTIONS,
  type Action,
  type Advice,
  evaluate,
  findingById,
  hangsOn,
  isAction,
  type KnowledgeBase,
  measureAndWider,
  type SourcedText,
} from '../knowledge/index.ts';
import type { Answers, FindingId } from '../vocabulary/index.ts';
import type { Network } from './network.ts';
import { forbids, type Restriction, restrictionsOf, ruleRestrictions } from './restrictions.ts';
import type { Triage } from './triage.ts';
import { type AssessWords, assessEnglish } from './words/en.ts';

export interface GivenAdvice extends Advice {
  readonly condition: string;
  /** How to do it safely (said once), and on which condition (said each time). */
  readonly cautions: readonly SourcedText[];
}

export interface Withheld {
  readonly action: Action;
  /** The action in plain words. */
  readonly name: string;
  /** withhold: not now. ask: only after asking a pharmacist or doctor. */
  readonly limit: 'withhold' | 'ask';
  /** Why, in plain words. */
  readonly because: readonly SourcedText[];
  /** Which answers and who would open it, in plain words. */
  readonly opens: readonly string[];
  /** Answers that are missing and might open it. */
  readonly answers: readonly FindingId[];
}

export interface CareAdvice {
  /** Advice for the leading conditions that nothing restricts. */
  readonly now: readonly GivenAdvice[];
  readonly withheld: readonly Withheld[];
  /** The lines to show of each red flag that has fired, by its id. */
  readonly firstAid: Readonly<Record<string, readonly string[]>>;
  /** What matters because of who the runner is, whatever the cause. */
  readonly told: readonly SourcedText[];
  /** Set when only urgency and danger signs may be shown: why. */
  readonly safetyOnly?: { readonly name: string; readonly because: string };
}

/**
 * Gathers the advice of the leading conditions and withholds what could harm.
 * @param leading indices of the conditions whose advice is wanted, most probable first
 */
export function careAdvice(
  network: Network,
  answers: Answers,
  probabilities: Float64Array,
  triage: Triage,
  leading: readonly number[],
  words: AssessWords = assessEnglish,
): CareAdvice {
  const { knowledge } = network;
  const rules = ruleRestrictions(network, answers, probabilities, triage, words);
  const restrictions = restrictionsOf(knowledge, answers, rules, words);
  const touching = (action: Action) => restrictions.filter((one) => forbids(one, action));
  const now: GivenAdvice[] = [];
  const closed = new Map<Action, Restriction[]>();
  const close = (action: Action, reasons: readonly Restriction[]) =>
    closed.set(action, [...(closed.get(action) ?? []), ...reasons]);
  const said = new Set<string>();
  const unmet: [Action, Restriction][] = [];
  for (const index of leading) {
    const condition = knowledge.conditions[index];
    for (const advice of condition?.now ?? []) {
      const all = touching(advice.action);
      const strict = all.filter(({ limit }) => limit !== 'caution');
      if (strict.length > 0) close(advice.action, strict);
      else if (advice.unless && evaluate(advice.unless, answers) !== 'false') {
        unmet.push([advice.action, notCleared(advice, hangsOn(advice.unless, answers), words)]);
      } else if (!said.has(advice.text)) {
        said.add(advice.text);
        // How-to is said once; a condition that hangs on a missing answer stands with every advice it limits.
        const cautions = once(sourced(all.filter((one) => one.answers.length > 0 || !said.has(one.text))));
        for (const { text } of cautions) said.add(text);
        now.push({ ...advice, condition: condition?.id ?? '', cautions });
      }
    }
  }
  // An advice with a condition of its own is not mentioned where another one of its kind is given.
  for (const [action, reason] of unmet) {
    if (!now.some((advice) => advice.action === action)) close(action, [reason]);
  }
  for (const one of restrictions) {
    if (one.personal && one.limit !== 'caution' && isAction(one.action)) close(one.action, [one]);
  }

  const holding = knowledge.gates.filter(({ when }) => when && evaluate(when, answers) === 'true');
  const only = holding.find(({ safetyOnly }) => safetyOnly !== undefined);
  return {
    now,
    withheld: withoutEchoes(
      ACTIONS.flatMap((action) => {
        const reasons = closed.get(action);
        return reasons ? [summed(knowledge, action, reasons, words)] : [];
      }),
    ),
    firstAid: Object.fromEntries(
      triage.fired.map(({ id, doNow }) => [
        id,
        doNow
          .filter(({ does }) => !does.some((measure) => rules.some((rule) => forbids(rule, measure))))
          .map(({ text }) => text),
      ]),
    ),
    told: holding.flatMap(({ tell }) => tell),
    ...(only?.safetyOnly === undefined ? {} : { safetyOnly: { name: only.name, because: only.safetyOnly } }),
  };
}

/** Stands for an advice whose own `unless` is met or not known. */
function notCleared(
  { action, basis }: Advice,
  missing: readonly FindingId[],
  words: AssessWords,
): Restriction {
  return {
    action,
    limit: 'withhold',
    text: words.notCleared,
    basis,
    opens: words.pharmacistCan,
    answers: missing,
    personal: false,
  };
}

function summed(
  knowledge: KnowledgeBase,
  action: Action,
  reasons: readonly Restriction[],
  words: AssessWords,
): Withheld {
  const first = reasons.filter(({ limit }) => limit === 'withhold');
  const ordered = [...first, ...reasons.filter(({ limit }) => limit !== 'withhold')];
  const answers = [...new Set(ordered.flatMap((one) => one.answers))];
  return {
    action,
    name: ACTION_NAMES[action],
    limit: first.length > 0 ? 'withhold' : 'ask',
    because: once(sourced(ordered)),
    opens: [...hangingOn(knowledge, answers, words), ...new Set(ordered.map(({ opens }) => opens))],
    answers,
  };
}

/** At most this many missing answers are named: more say less. */
const NAMED = 3;

function hangingOn(
  knowledge: KnowledgeBase,
  answers: readonly FindingId[],
  words: AssessWords,
): readonly string[] {
  if (answers.length === 0) return [];
  const names = answers.slice(0, NAMED).map((id) => findingById(knowledge, id)?.short ?? id);
  return [words.hangsOn(names, answers.length > NAMED)];
}

function sourced(restrictions: readonly Restriction[]): readonly SourcedText[] {
  return restrictions.map(({ text, basis }) => ({ text, basis }));
}

/** Each text once, at its first place. */
function once(texts: readonly SourcedText[]): readonly SourcedText[] {
  return texts.filter(({ text }, index) => texts.findIndex((other) => other.text === text) === index);
}

/** Leaves out an entry that adds no reason to what a wider one says. */
function withoutEchoes(entries: readonly Withheld[]): readonly Withheld[] {
  return entries.filter(
    (entry) =>
      !entries.some(
        (wider) =>
          wider !== entry &&
          measureAndWider(entry.action).includes(wider.action) &&
          (wider.limit === entry.limit || wider.limit === 'withhold') &&
          entry.because.every(({ text }) => wider.because.some((other) => other.text === text)),
      ),
  );
}
