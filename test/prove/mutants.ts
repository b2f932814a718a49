// Mistakes made on purpose, to see that each claim can fail: in the knowledge, in the translation, and in the code. One
// at a time; the proof is worth something only if every one of them is caught.

import type { Formula, KnowledgeBase, Measure, RedFlag } from '../../src/knowledge/index.ts';
import { findingsIn } from '../../src/knowledge/index.ts';
import { TRIAGE_LEVELS } from '../../src/vocabulary/index.ts';
import type { Mistakes } from './claims.ts';
import { WARNS } from './dossier-claims.ts';

/** A slip in the translation or the knowledge, and the claim that must catch it. */
export interface Mutant {
  readonly name: string;
  readonly claim: string;
  readonly mistakes?: Mistakes;
  readonly knowledge?: KnowledgeBase;
  /** Whose reach is to be looked at, for the claim `reach`. */
  readonly flag?: string;
}

/** A slip in the code, as a piece of text and what stands there instead; the agreement must catch it. */
export interface CodeMutant {
  readonly name: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const SLIPS: readonly Mutant[] = [
  { name: 'the floor follows the least urgent flag', claim: 'floor', mistakes: { lowestFloor: true } },
  { name: 'the probabilities alone set the level', claim: 'floor', mistakes: { demandAlone: true } },
  { name: '"not sure" counts as no', claim: 'unsure', mistakes: { unsure: 'false' } },
  { name: 'questions that others open are forgotten', claim: 'asked', mistakes: { closedGates: true } },
  { name: 'the end does not wait for the screens', claim: 'asked', mistakes: { sameDayOnly: true } },
  { name: 'doubts are dropped in silence', claim: 'doubts', mistakes: { noDoubts: true } },
  { name: 'only fired flags forbid', claim: 'advice', mistakes: { firedOnly: true } },
  { name: 'only flags above the floor forbid in doubt', claim: 'advice', mistakes: { doubtfulOnly: true } },
  { name: 'unknown counts as no in when and unless', claim: 'advice', mistakes: { unknownIsNo: true } },
  { name: 'possible causes forbid nothing', claim: 'advice', mistakes: { flagsOnly: true } },
  {
    name: 'gates count only once they are known to hold',
    claim: 'advice',
    mistakes: { gatesWhenKnown: true },
  },
  { name: 'only fired flags forbid first aid', claim: 'warnings', mistakes: { firedOnly: true } },
  { name: 'possible causes forbid no first aid', claim: 'warnings', mistakes: { flagsOnly: true } },
  { name: 'opposites stand side by side', claim: 'contradictions', mistakes: { noOpposites: true } },
];

export function mutantsOf(knowledge: KnowledgeBase): readonly Mutant[] {
  return [
    ...SLIPS,
    ...knowledge.redFlags.flatMap((flag) => flagMutants(knowledge, flag)),
    ...knowledge.opposites.map(({ givesWay, to }) => ({
      name: `${givesWay} no longer gives way to ${to}`,
      claim: 'contradictions',
      knowledge: withoutOpposite(knowledge, givesWay, to),
    })),
    ...TRIAGE_LEVELS.map((level) => ({
      name: `the level ${level} does not say what to do`,
      claim: 'texts',
      knowledge: {
        ...knowledge,
        levels: { ...knowledge.levels, [level]: { ...knowledge.levels[level], action: '' } },
      },
    })),
    ...knowledge.places.slice(0, 1).map((place) => ({
      name: `${place.id} has no emergency number`,
      claim: 'texts',
      knowledge: { ...knowledge, places: [{ ...place, emergency: '' }] },
    })),
  ];
}

function flagMutants(knowledge: KnowledgeBase, flag: RedFlag): readonly Mutant[] {
  const { id } = flag;
  const changed = (change: Partial<RedFlag>): KnowledgeBase => ({
    ...knowledge,
    redFlags: knowledge.redFlags.map((one) => (one === flag ? { ...one, ...change } : one)),
  });
  const lower = TRIAGE_LEVELS[TRIAGE_LEVELS.indexOf(flag.level) + 1];
  const isUrgent = flag.level === 'emergency' || flag.level === 'same-day';
  return [
    ...(lower
      ? [{ name: `${id} is only ${lower}`, claim: 'dossier', knowledge: changed({ level: lower }) }]
      : []),
    { name: `${id} never fires`, claim: 'dossier', knowledge: changed({ when: NEVER }) },
    { name: `${id} has no text`, claim: 'texts', knowledge: changed({ doNow: [] }) },
    ...(flag.level === 'emergency'
      ? conjunctsDropped(flag.when).map((when, index) => ({
          name: `${id} forgets its condition ${index + 1}`,
          claim: 'dossier',
          knowledge: changed({ when }),
        }))
      : []),
    ...(isUrgent
      ? [
          {
            name: `nobody asks what ${id} needs`,
            claim: 'reach',
            flag: id,
            knowledge: withoutQuestions(knowledge, findingsIn(flag.when)),
          },
        ]
      : []),
    ...flag.doNow.flatMap((line, index) =>
      line.does
        .filter((measure) => SWAPPED[measure])
        .map((measure) => ({
          name: `${id} asks for ${SWAPPED[measure]} instead of ${measure}`,
          claim: 'dossier',
          knowledge: changed({
            doNow: flag.doNow.map((one, at) =>
              at === index ? { ...one, does: [SWAPPED[measure] ?? measure] } : one,
            ),
          }),
        })),
    ),
    ...(WARNS[flag.code] ?? []).map((measure) => ({
      name: `${id} no longer forbids ${measure}`,
      claim: 'dossier',
      knowledge: changed({ forbids: flag.forbids.filter(({ action }) => action !== measure) }),
    })),
  ];
}

const NEVER: Formula = { kind: 'atLeast', count: 1, of: [] };

/** The formula with one condition fewer; only where all of several are asked for. */
function conjunctsDropped(when: Formula): readonly Formula[] {
  if (when.kind !== 'atLeast' || when.count !== when.of.length || when.count < 2) return [];
  return when.of.map((_, index) => ({
    kind: 'atLeast',
    count: when.count - 1,
    of: when.of.filter((_, at) => at !== index),
  }));
}

function withoutQuestions(knowledge: KnowledgeBase, ids: readonly string[]): KnowledgeBase {
  return {
    ...knowledge,
    findings: knowledge.findings.map((one) => (ids.includes(one.id) ? { ...one, asksWhen: NEVER } : one)),
  };
}

/** Without the pair, and without the warning that red flags give beside it. */
function withoutOpposite(knowledge: KnowledgeBase, givesWay: Measure, to: Measure): KnowledgeBase {
  return {
    ...knowledge,
    opposites: knowledge.opposites.filter((one) => one.givesWay !== givesWay || one.to !== to),
    redFlags: knowledge.redFlags.map((flag) =>
      flag.doNow.some(({ does }) => does.includes(to))
        ? { ...flag, forbids: flag.forbids.filter(({ action }) => action !== givesWay) }
        : flag,
    ),
  };
}

const SWAPPED: Partial<Record<Measure, Measure>> = {
  cool: 'heat',
  'sit-up': 'lie-down',
  'take-off-bandage': 'compress',
};

/** Which slips in the code the agreement has to notice. Each text stands once in its file. */
export const CODE_MUTANTS: readonly CodeMutant[] = [
  {
    name: '"not sure" counts as no',
    file: 'knowledge/formula.ts',
    from: "return answer === UNSURE ? 'unknown' : 'false';",
    to: "return 'false';",
  },
  {
    name: 'what was not asked counts as no',
    file: 'knowledge/formula.ts',
    from: "if (!isAsked(answers, formula.finding) || answer === undefined) return 'unknown';",
    to: "if (!isAsked(answers, formula.finding) || answer === undefined) return 'false';",
  },
  {
    name: 'one more than enough is needed',
    file: 'knowledge/formula.ts',
    from: "if (known >= count) return 'true';",
    to: "if (known > count) return 'true';",
  },
  {
    name: 'what was answered "not sure" is still open',
    file: 'knowledge/formula.ts',
    from: "if (truth === 'unknown') return !isAsked(answers, formula.finding);",
    to: "if (truth === 'unknown') return true;",
  },
  {
    name: 'the probabilities alone set the level',
    file: 'assess/triage.ts',
    from: 'level: isMoreUrgent(demanded, floor) ? demanded : floor,',
    to: 'level: demanded,',
  },
  {
    name: 'the floor follows the least urgent flag',
    file: 'assess/triage.ts',
    from: 'floor: mostUrgent(fired.map((flag) => flag.level)),',
    to: 'floor: mostUrgent(fired.slice(-1).map((flag) => flag.level)),',
  },
  {
    name: 'same-day flags need not be asked',
    file: 'assess/triage.ts',
    from: 'return levels.has(flag.level) && isMoreUrgent(flag.level, floor);',
    to: "return flag.level === 'emergency' && isMoreUrgent(flag.level, floor);",
  },
  {
    name: 'questions that others open are forgotten',
    file: 'assess/triage.ts',
    from: 'else openFindings(finding.asksWhen, answers).forEach(add);',
    to: '',
  },
  {
    name: 'doubt about a closed question is dropped',
    file: 'assess/triage.ts',
    from: 'if (isAsked(answers, id)) return answers[id] === UNSURE;',
    to: 'return answers[id] === UNSURE;',
  },
  {
    name: 'only flags above the floor are in doubt',
    file: 'assess/triage.ts',
    from: '    uncleared,\n',
    to: '    uncleared: uncleared.filter((flag) => isMoreUrgent(flag.level, floor)),\n',
  },
  {
    name: 'the interview goes on in an emergency',
    file: 'assess/next-step.ts',
    from: "if (floor === 'emergency' && !afterEmergency) return",
    to: "if (floor === 'self-care' && Object.keys(answers).length > 60) return",
  },
  {
    name: 'the interview ends before the last safety questions',
    file: 'assess/next-step.ts',
    from: "if (safety) return question(safety, 'safety');",
    to: '',
  },
  {
    name: 'questions are asked where they do not apply',
    file: 'assess/next-step.ts',
    from: "evaluate(finding.asksWhen, answers) !== 'true'",
    to: "evaluate(finding.asksWhen, answers) === 'false'",
  },
  {
    name: 'only fired flags forbid',
    file: 'assess/restrictions.ts',
    from: '...triage.uncleared.flatMap',
    to: '...[].flatMap',
  },
  {
    name: 'possible causes forbid nothing',
    file: 'assess/restrictions.ts',
    from: 'if (probability < knowledge.model.stillPossible.value) return [];',
    to: 'return [];',
  },
  {
    name: 'unknown counts as no in what forbids',
    file: 'assess/restrictions.ts',
    from: "evaluate(when, answers) !== 'false'",
    to: "evaluate(when, answers) === 'true'",
  },
  {
    name: 'a part of what is forbidden is let through',
    file: 'assess/restrictions.ts',
    from: 'measureAndWider(measure).includes(action)',
    to: 'measure === action',
  },
  {
    name: 'a gate counts only once it is known to hold',
    file: 'assess/restrictions.ts',
    from: "if (truth === 'false') return [];",
    to: "if (truth !== 'true') return [];",
  },
  {
    name: 'opposites stand side by side',
    file: 'assess/restrictions.ts',
    from: 'doNow.some(({ does }) => does.includes(to))',
    to: 'false',
  },
  {
    name: 'first aid is shown as written',
    file: 'assess/advice.ts',
    from: '.filter(({ does }) => !does.some((measure) => rules.some((rule) => forbids(rule, measure))))',
    to: '',
  },
];
