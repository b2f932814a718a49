// What is to be proved, each claim with everything that would breach it. The claims are written from the promise, not
// from the code: what may be on the page, by which warning, by which opposite. A breach that the solver can make true is
// a counter-example.

import {
  findingsIn,
  type KnowledgeBase,
  type Measure,
  measureAndWider,
  type RedFlag,
} from '../../src/knowledge/index.ts';
import { TRIAGE_LEVELS, UNSURE } from '../../src/vocabulary/index.ts';
import { type AdviceModel, type AdviceSlips, adviceModel, isAskedFor } from './advice-model.ts';
import {
  agreesOn,
  isExtendedBy,
  isRefinedBy,
  isUnknown,
  REAL,
  type Semantics,
  symbolicAnswers,
} from './symbolic-answers.ts';
import { and, implies, not, or, type Term, TRUE } from './terms.ts';
import { isSelfTest, MUST_BE_ASKED, type Slips, type TriageModel, triageModel } from './triage-model.ts';

export interface Claim {
  readonly id: string;
  /** The promise, in one sentence. */
  readonly says: string;
  /** What is taken for granted. */
  readonly given: readonly Term[];
  readonly breaches: readonly Breach[];
}

export interface Breach {
  /** What would be wrong, completing "a counter-example, in which …". */
  readonly about: string;
  readonly term: Term;
}

/** Measures that nobody can take together, as first-aid teaching has it; not read from the knowledge. */
export const CONTRADICTIONS: readonly (readonly [Measure, Measure])[] = [
  ['cool', 'heat'],
  ['walk', 'keep-still'],
  ['run', 'keep-still'],
  ['hop', 'keep-still'],
  ['raise', 'leg-level'],
  ['raise', 'leave-leg'],
  ['leg-level', 'leave-leg'],
  ['lie-down', 'sit-up'],
  ['take-off-bandage', 'press-on-bleed'],
  ['take-off-bandage', 'compress'],
  ['keep-statin', 'pause-statin'],
];

/** First aid that saves a life or a limb: where it is asked for it must be shown. */
export const VITAL: readonly Measure[] = ['cool', 'press-on-bleed', 'sit-up', 'leave-leg', 'pause-statin'];

/** What one milder measure forbids, a stronger one is not allowed either. */
export const STRONGER: readonly (readonly [Measure, Measure])[] = [
  ['walk', 'run'],
  ['walk', 'hop'],
  ['painkiller', 'anti-inflammatory'],
];

export interface Mistakes extends Slips, AdviceSlips, Partial<Semantics> {}

/** The claims about one knowledge base; `mistakes` are seeded into the translation to see them caught. */
export function claimsAbout(knowledge: KnowledgeBase, mistakes: Mistakes = {}): readonly Claim[] {
  const semantics = { ...REAL, ...mistakes };
  const now = triageModel(symbolicAnswers(knowledge, 'now', semantics), 'now', mistakes);
  const later = triageModel(symbolicAnswers(knowledge, 'later', semantics), 'later', mistakes);
  const advice = adviceModel(now, mistakes);
  const two = [now.wellFormed, later.wellFormed];
  return [
    {
      id: 'floor',
      says: 'a red flag that has fired stays fired, and neither a further answer nor a probability lowers the level',
      given: [...two, isExtendedBy(now.answers, later.answers)],
      breaches: [
        ...knowledge.redFlags.map((flag) => ({
          about: `${flag.id} has fired and an answer added later takes that back`,
          term: and(now.fired(flag), not(later.fired(flag))),
        })),
        ...TRIAGE_LEVELS.map((level) => ({
          about: `the level falls below ${level} by an answer added later, or by a probability`,
          term: and(now.floorIsAtLeast(level), not(later.levelIsAtLeast(level))),
        })),
        ...TRIAGE_LEVELS.map((level) => ({
          about: `the probabilities ask for ${level} and the level is lower`,
          term: and(now.demandIsAtLeast(level), not(now.levelIsAtLeast(level))),
        })),
      ],
    },
    {
      id: 'unsure',
      says: '"not sure" and "not asked" clear no red flag: only definite answers do',
      given: [...two, isRefinedBy(now.answers, later.answers)],
      breaches: knowledge.redFlags.map((flag) => ({
        about: `${flag.id} is taken for cleared although an answer could still fire it`,
        term: and(now.answers.truth(flag.when).false, later.fired(flag)),
      })),
    },
    {
      id: 'asked',
      says: 'the interview does not end while a question it may ask could fire an emergency or same-day flag',
      given: [...two, now.mayStop, isExtendedBy(now.answers, later.answers), isByInterview(now, later)],
      breaches: urgentFlags(knowledge).map((flag) => ({
        about: `the interview may end although asking on would fire ${flag.id}`,
        term: and(not(now.floorIsAtLeast(flag.level)), later.fired(flag)),
      })),
    },
    {
      id: 'doubts',
      says: 'an emergency or same-day flag that hangs on "not sure" at the end is named on the result',
      given: [...two, now.mayStop, isRefinedBy(now.answers, later.answers), isByInterview(now, later)],
      breaches: urgentFlags(knowledge).map((flag) => ({
        about: `the interview may end, ${flag.id} may be true behind a "not sure", and the result does not say so`,
        term: and(not(now.floorIsAtLeast(flag.level)), later.fired(flag), not(now.doubtful(flag))),
      })),
    },
    adviceClaim(knowledge, advice),
    warningsClaim(knowledge, advice),
    contradictionsClaim(knowledge, advice),
    linesClaim(knowledge, advice),
  ];
}

export function urgentFlags(knowledge: KnowledgeBase): readonly RedFlag[] {
  return knowledge.redFlags.filter(({ level }) => MUST_BE_ASKED.includes(level));
}

/** What was asked later is no self-test, and was asked only where it applies. */
function isByInterview(now: TriageModel, later: TriageModel): Term {
  const { knowledge } = now.answers;
  return and(
    ...knowledge.findings.map((finding) => {
      if (isSelfTest(knowledge, finding.id)) return agreesOn(now.answers, later.answers, finding);
      const applies = finding.asksWhen ? later.answers.truth(finding.asksWhen).true : TRUE;
      return implies(later.answers.asked(finding.id), or(now.answers.asked(finding.id), applies));
    }),
  );
}

/** Everything that speaks against a measure: fired, in doubt at whatever level, or still possible. */
function warnings({ triage, possible }: AdviceModel, measure: Measure) {
  const { knowledge, truth, given } = triage.answers;
  const against: readonly Measure[] = [
    ...measureAndWider(measure),
    ...STRONGER.filter(([, stronger]) => stronger === measure).map(([milder]) => milder),
  ];
  const inDoubt = (flag: RedFlag) =>
    and(
      isUnknown(truth(flag.when)),
      or(
        ...findingsIn(flag.when)
          .filter((id) => !isSelfTest(knowledge, id))
          .map((id) => given(id, UNSURE)),
      ),
    );
  return [
    ...knowledge.redFlags.map(({ id, forbids, when }) => ({
      id,
      forbids,
      active: or(truth(when).true, inDoubt(flagById(knowledge, id))),
    })),
    ...knowledge.conditions.map((condition) => ({
      id: condition.id,
      forbids: condition.forbids,
      active: possible(condition),
    })),
  ].flatMap(({ id, forbids, active }) =>
    forbids
      .filter(({ action }) => against.includes(action))
      .map(({ action, when }) => ({
        id,
        action,
        term: and(active, when ? not(truth(when).false) : TRUE),
      })),
  );
}

/** Each gate that closes a measure, when it may hold; where its author wrote `ifUnknown`, when it is known to hold. */
function gatesAgainst({ triage }: AdviceModel, measure: Measure) {
  const { knowledge, truth } = triage.answers;
  return knowledge.gates.flatMap(({ id, when, effects }) =>
    effects
      .filter(
        ({ limit, actions }) =>
          limit !== 'caution' && actions.some((one) => measureAndWider(measure).includes(one)),
      )
      .map(({ ifUnknown }) => ({
        id,
        term: when ? (ifUnknown === undefined ? not(truth(when).false) : truth(when).true) : TRUE,
      })),
  );
}

function flagById(knowledge: KnowledgeBase, id: string): RedFlag {
  const flag = knowledge.redFlags.find((one) => one.id === id);
  if (!flag) throw new Error(`No red flag ${id}.`);
  return flag;
}

function allAdvice(knowledge: KnowledgeBase) {
  return knowledge.conditions.flatMap((condition) => condition.now.map((advice) => ({ condition, advice })));
}

function allLines(knowledge: KnowledgeBase) {
  return knowledge.redFlags.flatMap((flag) => flag.doNow.map((line) => ({ flag, line })));
}

function adviceClaim(knowledge: KnowledgeBase, model: AdviceModel): Claim {
  const { truth, wellFormed } = model.triage.answers;
  return {
    id: 'advice',
    says: 'no advice is shown against a cause still possible, a red flag fired or in doubt, who the runner is, or a condition of its own',
    given: [wellFormed],
    breaches: allAdvice(knowledge).flatMap(({ condition, advice }) => [
      ...warnings(model, advice.action).map((warning) => ({
        about: `${condition.id} advises “${advice.text}” although ${warning.id} forbids ${warning.action}`,
        term: and(model.isAdvised(advice), warning.term),
      })),
      ...gatesAgainst(model, advice.action).map(({ id, term }) => ({
        about: `${condition.id} advises “${advice.text}” although the gate ${id} closes it`,
        term: and(model.isAdvised(advice), term),
      })),
      ...(advice.unless
        ? [
            {
              about: `${condition.id} advises “${advice.text}” although it is not known to be safe`,
              term: and(model.isAdvised(advice), not(truth(advice.unless).false)),
            },
          ]
        : []),
    ]),
  };
}

function warningsClaim(knowledge: KnowledgeBase, model: AdviceModel): Claim {
  return {
    id: 'warnings',
    says: 'no line of first aid is shown that another red flag or a cause still possible forbids',
    given: [model.triage.wellFormed],
    breaches: allLines(knowledge).flatMap(({ flag, line }) =>
      line.does.flatMap((measure) =>
        warnings(model, measure).map((warning) => ({
          about: `${flag.id} says “${line.text}” although ${warning.id} forbids ${warning.action}`,
          term: and(model.isShown(flag, line), warning.term),
        })),
      ),
    ),
  };
}

function contradictionsClaim(knowledge: KnowledgeBase, model: AdviceModel): Claim {
  const shown = (measure: Measure) => [
    ...allLines(knowledge)
      .filter(({ line }) => line.does.includes(measure))
      .map(({ flag, line }) => ({ who: flag.id, text: line.text, term: model.isShown(flag, line) })),
    ...allAdvice(knowledge)
      .filter(({ advice }) => advice.action === measure)
      .map(({ condition, advice }) => ({
        who: condition.id,
        text: advice.text,
        term: model.isAdvised(advice),
      })),
  ];
  const isFirstAid = (who: string) => knowledge.redFlags.some(({ id }) => id === who);
  return {
    id: 'contradictions',
    says: 'of two measures that cannot both be taken, never both are shown',
    given: [model.triage.wellFormed],
    breaches: CONTRADICTIONS.flatMap(([one, other]) =>
      shown(one).flatMap((first) =>
        shown(other)
          .filter(({ who }) => isFirstAid(who) || isFirstAid(first.who))
          .map((second) => ({
            about: `“${first.text}” (${first.who}) stands beside “${second.text}” (${second.who})`,
            term: and(first.term, second.term),
          })),
      ),
    ),
  };
}

function linesClaim(knowledge: KnowledgeBase, model: AdviceModel): Claim {
  const { fired, wellFormed } = model.triage;
  return {
    id: 'lines',
    says: 'every red flag that has fired says what to do, what saves life or limb is never withheld, what gives way is replaced',
    given: [wellFormed],
    breaches: [
      ...knowledge.redFlags.map((flag) => ({
        about: `${flag.id} has fired and no line of it is shown`,
        term: and(fired(flag), not(or(...flag.doNow.map((line) => model.isShown(flag, line))))),
      })),
      ...allLines(knowledge)
        .filter(({ line }) => line.does.some((measure) => VITAL.includes(measure)))
        .map(({ flag, line }) => ({
          about: `${flag.id} has fired and “${line.text}” is withheld`,
          term: and(fired(flag), not(model.isShown(flag, line))),
        })),
      ...allLines(knowledge)
        .filter(({ flag }) => flag.level === 'emergency')
        .flatMap(({ flag, line }) =>
          knowledge.opposites
            .filter(({ givesWay }) => line.does.includes(givesWay))
            .map(({ to }) => ({
              about: `“${line.text}” (${flag.id}) gives way to ${to}, which the emergency page does not show`,
              term: and(
                fired(flag),
                isAskedFor(model.triage, to),
                not(isAskedFor(model.triage, to, 'emergency')),
              ),
            })),
        ),
    ],
  };
}
