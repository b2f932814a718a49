// Random knowledge bases and answers, small enough for brute force.

import fc from 'fast-check';
import {
  ACTIONS,
  type Advice,
  type Condition,
  type Finding,
  type Forbids,
  type Formula,
  type Gate,
  isGroup,
  type KnowledgeBase,
  type Likelihood,
  NO_RECOVERY,
  type Presentation,
  RESTRICTABLE,
  type RedFlag,
} from '../src/knowledge/index.ts';
import { type Answers, TRIAGE_LEVELS, UNSURE } from '../src/vocabulary/index.ts';

const basis = { sources: ['test'], certainty: 'estimate' } as const;

const distribution = (states: number) =>
  fc
    .array(fc.integer({ min: 1, max: 50 }), { minLength: states, maxLength: states })
    .map((weights) => weights.map((weight) => weight / weights.reduce((sum, one) => sum + one, 0)));

const finding = (id: string): fc.Arbitrary<Finding> =>
  fc
    .integer({ min: 2, max: 4 })
    .chain((states) =>
      fc.record({
        id: fc.constant(id),
        kind: fc.constant('symptom' as const),
        short: fc.constant(id),
        question: fc.constant(`${id}?`),
        why: fc.constant('Because.'),
        states: fc.constant(
          Array.from({ length: states }, (_, index) => ({
            id: `s${index}`,
            label: `S${index}`,
            says: `S${index}.`,
          })),
        ),
        combines: fc.constantFrom('strongest' as const, 'either' as const, 'product' as const),
        effort: fc.integer({ min: 1, max: 60 }),
        effortBasis: fc.constant(basis),
        misreport: fc.constantFrom(0, 0.02, 0.1),
        grouped: fc.boolean(),
        background: distribution(states),
        backgroundBasis: fc.constant(basis),
      }),
    )
    .map(({ grouped, ...one }) => {
      if (!grouped) return one;
      return one.combines === 'strongest' ? { ...one, group: 'g' } : { ...one, group: 'g', mark: 1 };
    });

const presentations = (index: number, findings: readonly Finding[]): fc.Arbitrary<readonly Presentation[]> =>
  fc.integer({ min: 1, max: 2 }).chain((count) =>
    fc.tuple(
      ...Array.from({ length: count }, (_, at) =>
        fc
          .record({
            triage: fc.constantFrom(...TRIAGE_LEVELS),
            likelihoods: fc.tuple(
              ...findings.map((one) => fc.option(distribution(one.states.length), { nil: undefined })),
            ),
          })
          .map(
            ({ triage, likelihoods }): Presentation => ({
              id: `c${index}/p${at}`,
              name: `P${at}`,
              condition: index,
              share: 1 / count,
              basis,
              triage,
              likelihoods: Object.fromEntries(
                likelihoods.flatMap((p, position): [string, Likelihood][] =>
                  p ? [[findings[position]?.id ?? '', { p, basis }]] : [],
                ),
              ),
            }),
          ),
      ),
    ),
  );

const formula = (findings: readonly Finding[]): fc.Arbitrary<Formula> =>
  fc.letrec<{ formula: Formula }>((tie) => ({
    formula: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc
        .record({
          finding: fc.constantFrom(...findings),
          states: fc.subarray(['s0', 's1', 's2', 's3'], { minLength: 1 }),
        })
        .map(
          ({ finding: one, states }): Formula => ({
            kind: 'is',
            finding: one.id,
            states: states
              .filter((state) => one.states.some(({ id }) => id === state))
              .concat(one.states[0]?.id ?? []),
          }),
        ),
      fc
        .array(tie('formula'), { minLength: 1, maxLength: 3 })
        .chain((of) =>
          fc.integer({ min: 1, max: of.length }).map((count): Formula => ({ kind: 'atLeast', count, of })),
        ),
      tie('formula').map((of): Formula => ({ kind: 'not', of })),
    ),
  })).formula;

/** Few actions, a group and its parts among them, so that restrictions and advice often meet. */
const MEETING = ['painkiller', 'anti-inflammatory', 'anti-inflammatory-gel', 'paracetamol', 'ice'] as const;
const restrictable = fc.constantFrom(...RESTRICTABLE.filter((one) => MEETING.some((other) => other === one)));
const advisable = fc.constantFrom(
  ...ACTIONS.filter((one) => !isGroup(one) && MEETING.some((other) => other === one)),
);

const forbids = (findings: readonly Finding[]): fc.Arbitrary<readonly Forbids[]> =>
  fc.array(
    fc
      .record({ action: restrictable, when: fc.option(formula(findings), { nil: undefined }) })
      .map(({ action, when }) => ({ action, because: 'It harms.', basis, ...(when ? { when } : {}) })),
    { maxLength: 1 },
  );

const advice = (condition: number, findings: readonly Finding[]): fc.Arbitrary<readonly Advice[]> =>
  fc
    .array(
      fc.record({ action: advisable, unless: fc.option(formula(findings), { nil: undefined, freq: 1 }) }),
      {
        maxLength: 3,
      },
    )
    .map((all) =>
      all.map(({ action, unless }, at) => ({
        text: `Advice ${condition}.${at}`,
        action,
        basis,
        ...(unless ? { unless } : {}),
      })),
    );

const gate = (index: number, findings: readonly Finding[]): fc.Arbitrary<Gate> =>
  fc
    .record({
      when: fc.option(formula(findings), { nil: undefined, freq: 5 }),
      actions: fc.uniqueArray(restrictable, { minLength: 1, maxLength: 2 }),
      limit: fc.constantFrom('withhold' as const, 'ask' as const, 'caution' as const),
      onTrust: fc.boolean(),
    })
    .map(({ when, actions, limit, onTrust }) => ({
      id: `g${index}`,
      rules: ['M1'],
      name: `G${index}`,
      ...(when ? { when } : {}),
      effects: [
        { actions, limit, text: `G${index}.`, basis, ...(onTrust ? { ifUnknown: `If ${index}.` } : {}) },
      ],
      tell: [],
      opens: 'Ask.',
    }));

const condition = (index: number, findings: readonly Finding[]): fc.Arbitrary<Condition> =>
  fc
    .record({
      perThousand: fc.integer({ min: 1, max: 400 }),
      forbids: forbids(findings),
      now: advice(index, findings),
    })
    .map(({ perThousand, ...care }) => ({
      id: `c${index}`,
      name: `C${index}`,
      clinicalName: `C${index}`,
      aliases: [],
      codes: [],
      summary: 'A condition.',
      prior: perThousand / 1000,
      priorBasis: basis,
      ...care,
      avoid: [],
      getHelp: [],
      outlook: { text: 'It passes.', basis },
      review: { state: 'not yet reviewed' },
    }));

const redFlag = (index: number, findings: readonly Finding[]): fc.Arbitrary<RedFlag> =>
  fc
    .record({ level: fc.constantFrom(...TRIAGE_LEVELS), when: formula(findings), forbids: forbids(findings) })
    .map(({ level, when, forbids: forbidden }) => ({
      id: `f${index}`,
      code: `E${index}`,
      name: `F${index}`,
      level,
      when,
      because: 'Because.',
      doNow: [{ text: 'Do.', does: [] }],
      forbids: forbidden,
      suspects: [],
      basis,
    }));

/** A knowledge base of up to 4 conditions and 5 findings. */
export const knowledgeArbitrary: fc.Arbitrary<KnowledgeBase> = fc
  .record({ conditions: fc.integer({ min: 1, max: 4 }), findings: fc.integer({ min: 1, max: 5 }) })
  .chain((size) =>
    fc
      .tuple(...Array.from({ length: size.findings }, (_, index) => finding(`q${index}`)))
      .map((findings) => ({ size, findings })),
  )
  .chain(({ size, findings }) =>
    fc.record({
      findings: fc.constant(findings),
      conditions: fc.tuple(
        ...Array.from({ length: size.conditions }, (_, index) => condition(index, findings)),
      ),
      presentations: fc
        .tuple(...Array.from({ length: size.conditions }, (_, index) => presentations(index, findings)))
        .map((all) => all.flat()),
      redFlags: fc
        .array(fc.integer({ min: 0, max: 99 }), { maxLength: 3 })
        .chain((ids) => fc.tuple(...ids.map((_, index) => redFlag(index, findings)))),
      gates: fc.tuple(...[0, 1].map((index) => gate(index, findings))),
      twoCauses: fc.constantFrom(0, 0.15, 1),
      times: fc.constantFrom(0, 1, 3),
      spread: fc.constantFrom(0, 1.2, 3),
    }),
  )
  .map(({ findings, conditions, presentations: all, redFlags, gates, twoCauses, times, spread }) => ({
    version: '0.0.0',
    hash: 'test',
    findings,
    conditions,
    presentations: all,
    pairings: conditions.length > 1 ? [{ conditions: ['c0', 'c1'] as const, times, basis }] : [],
    redFlags,
    gates,
    screens: [],
    first: [],
    levels: {} as KnowledgeBase['levels'],
    opposites: [],
    places: [],
    model: {
      twoCauses: { value: twoCauses, basis },
      misreport: { symptom: { value: 0.02, basis } },
      raise: {
        emergency: { value: 0.1, basis },
        'same-day': { value: 0.15, basis },
        'within-days': { value: 0.3, basis },
        routine: { value: 0.5, basis },
      },
      needless: {
        emergency: { value: 1, basis },
        'same-day': { value: 0.5, basis },
        'within-days': { value: 0.2, basis },
        routine: { value: 0.1, basis },
      },
      groups: { g: { value: spread, basis } },
      stillPossible: { value: 0.02, basis },
      stop: {
        value: { value: 0.001, basis },
        cause: { value: 0.25, basis },
        questions: { value: 15, basis },
      },
    },
    recovery: NO_RECOVERY,
    sources: {},
  }));

/** Answers to some of the findings, some of them `unsure`, in random order. */
export const answersFor = (knowledge: KnowledgeBase): fc.Arbitrary<Answers> =>
  fc
    .tuple(
      ...knowledge.findings.map((one) =>
        fc.option(fc.constantFrom(...one.states.map(({ id }) => id), UNSURE), { nil: undefined }),
      ),
    )
    .chain((given) =>
      fc.shuffledSubarray(
        knowledge.findings.flatMap((one, index) =>
          given[index] === undefined ? [] : [[one.id, given[index]] as const],
        ),
        { minLength: 0 },
      ),
    )
    .map((entries) => Object.fromEntries(entries));

export const knowledgeAndAnswers = knowledgeArbitrary.chain((knowledge) =>
  answersFor(knowledge).map((answers) => ({ knowledge, answers })),
);
