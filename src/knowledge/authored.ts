// The shape of the files that clinical authors write, as TypeBox schemas. One definition serves three readers:
// the checker (validates), editors (JSON Schema: completes and underlines) and later the API's contract.
// A file holds one thing and is named for its id. Meaning across files (does this finding exist, do the states
// sum to one) is the business of check.ts.

import { type Static, Type } from 'typebox';
import { CERTAINTIES, TRIAGE_LEVELS } from '../vocabulary/index.ts';
import { ACTIONS, FIRST_AID, isGroup, RESTRICTABLE } from './actions.ts';
import { Figure, Region, Regions } from './authored-drawing.ts';
import { FINDING_KINDS, GATE_EFFECTS } from './lists.ts';

export { FINDING_KINDS, GATE_EFFECTS } from './lists.ts';

const closed = { additionalProperties: false };
const described = (description: string) => ({ description });

const Id = Type.String({
  pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
  maxLength: 48,
  description: 'Lower-case words joined by hyphens; the same as the file name.',
});
const SourceRef = Type.Union(
  [
    Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' }),
    Type.Array(Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' }), { minItems: 1 }),
  ],
  described('Key of a file in knowledge/sources, or a list of keys.'),
);
const Certainty = Type.Enum(
  CERTAINTIES,
  described(
    'published: read in the source. derived: arithmetic on it. unverified: background. estimate: ours.',
  ),
);
const Level = Type.Enum(TRIAGE_LEVELS);
const Sentence = Type.String({ minLength: 2, maxLength: 400 });
const ShortText = Type.String({ minLength: 1, maxLength: 120 });

/** Where a number or an advice comes from: every one has this. */
const basis = {
  source: SourceRef,
  certainty: Certainty,
  note: Type.Optional(
    Type.String({ maxLength: 600, description: 'Why this value; what the source really says.' }),
  ),
};

const Probability = Type.Number({ minimum: 0, maximum: 1 });

const Distribution = Type.Object(
  {
    p: Type.Record(Type.String(), Probability, {
      minProperties: 1,
      description: 'Probability of each state. One state may be left out: it takes the rest. They sum to 1.',
    }),
    n: Type.Optional(
      Type.Integer({
        minimum: 1,
        description: 'Effective sample size: people behind the figure (estimate: 10).',
      }),
    ),
    ...basis,
  },
  closed,
);

/**
 * A logical statement about answers. Unknown stays unknown: it is neither true nor false.
 * One flat shape with optional keys, so that a mistake gives one message instead of five; check.ts sees to it that
 * exactly one form is used.
 */
const Formula = Type.Cyclic(
  {
    Formula: Type.Object(
      {
        finding: Type.Optional(Type.String()),
        is: Type.Optional(Type.Union([Type.String(), Type.Array(Type.String(), { minItems: 1 })])),
        all: Type.Optional(Type.Array(Type.Ref('Formula'), { minItems: 1 })),
        any: Type.Optional(Type.Array(Type.Ref('Formula'), { minItems: 1 })),
        atLeast: Type.Optional(Type.Integer({ minimum: 2 })),
        of: Type.Optional(Type.Array(Type.Ref('Formula'), { minItems: 2 })),
        not: Type.Optional(Type.Ref('Formula')),
      },
      {
        ...closed,
        description:
          'One of: finding + is (a state or a list); all: […]; any: […]; atLeast: n + of: […]; not: {…}.',
      },
    ),
  },
  'Formula',
);

const Measure = Type.Enum(
  [...ACTIONS, ...FIRST_AID] as const,
  described('What a line of first aid asks for; the line is not shown while something forbids this.'),
);
const Action = Type.Enum(
  ACTIONS.filter((action) => !isGroup(action)),
  described('The one thing the advice asks the body to do; withheld while something forbids this.'),
);
const Restrictable = Type.Enum(
  RESTRICTABLE,
  described('What is not advised; whatever is part of it is not advised either.'),
);

const Advice = Type.Object(
  {
    text: Sentence,
    action: Action,
    unless: Type.Optional(Formula),
    ...basis,
  },
  closed,
);

/** While this cause is possible (or this flag has fired) the action is not advised; `when` narrows it, unknown counts as true. */
const Forbids = Type.Array(
  Type.Object({ action: Restrictable, because: Sentence, when: Type.Optional(Formula), ...basis }, closed),
);

export const AuthoredFinding = Type.Object(
  {
    id: Id,
    kind: Type.Enum(
      FINDING_KINDS,
      described(
        'symptom: felt or remembered. sign: seen or measured. self-test: done on purpose. context: who the runner is. red-flag: asked for safety only.',
      ),
    ),
    short: Type.String({ maxLength: 60, description: 'Name in lists, e.g. "Pop or snap".' }),
    question: Type.String({
      maxLength: 160,
      description: 'One question, plain words, ends with a question mark.',
    }),
    hint: Type.Optional(Type.String({ maxLength: 200, description: 'One short line under the question.' })),
    why: Type.String({ maxLength: 240, description: 'Why we ask, in one plain sentence.' }),
    item: Type.Optional(
      Type.String({
        maxLength: 160,
        description: 'The line beside the tick box when it stands on a shared screen.',
      }),
    ),
    states: Type.Array(
      Type.Object(
        {
          id: Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 32 }),
          label: ShortText,
          hint: Type.Optional(ShortText),
          says: Type.String({
            maxLength: 140,
            description: 'The answer as a sentence: "You felt a pop or snap."',
          }),
          regions: Type.Optional(Regions),
          parts: Type.Optional(
            Type.Array(
              Type.Object(
                {
                  id: Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 32 }),
                  label: ShortText,
                  region: Region,
                },
                closed,
              ),
              {
                minItems: 2,
                maxItems: 8,
                description:
                  'Finer places to choose from, one a region. Told to whoever reads the answers; no number hangs on them.',
              },
            ),
          ),
        },
        closed,
      ),
      { minItems: 2, maxItems: 10 },
    ),
    sides: Type.Optional(
      Type.Object(
        { both: Type.String({ description: 'Finding that both sides alike answer with yes.' }) },
        {
          ...closed,
          description: 'With it the same page asks for the side. Left and right are told, not weighed.',
        },
      ),
    ),
    combines: Type.Enum(
      ['strongest', 'either'] as const,
      described(
        'With two causes at once. strongest: states go from least to most and the stronger effect shows (noisy-MAX). either: the answer comes from one of the two.',
      ),
    ),
    otherwise: Type.Optional(Distribution),
    group: Type.Optional(
      Type.String({
        description:
          'Group of findings that travel together (model.yaml, groups): more of the finding goes with more of the others.',
      }),
    ),
    mark: Type.Optional(
      Type.String({
        description: 'The state that goes with the group, where states do not go from least to most.',
      }),
    ),
    effort: Type.Object(
      {
        seconds: Type.Number({ minimum: 1, maximum: 600 }),
        ...basis,
      },
      { ...closed, description: 'What answering costs the runner, in seconds of an ordinary question.' },
    ),
    asksWhen: Type.Optional(Formula),
    selfTest: Type.Optional(
      Type.Object(
        {
          steps: Type.Array(Sentence, { minItems: 2, maxItems: 8 }),
          stop: Sentence,
          notIf: Formula,
          accuracy: Sentence,
          figure: Type.Optional(Figure),
          ...basis,
        },
        closed,
      ),
    ),
  },
  { ...closed, $id: 'finding', title: 'Finding: one thing that can be known' },
);

const Likelihoods = Type.Record(Type.String(), Distribution);

export const AuthoredCondition = Type.Object(
  {
    id: Id,
    name: ShortText,
    clinicalName: ShortText,
    aliases: Type.Optional(Type.Array(ShortText)),
    codes: Type.Array(
      Type.Object(
        {
          system: Type.Enum(['ICD-10', 'ICD-10-CM', 'SNOMED CT'] as const),
          code: Type.String({ maxLength: 20 }),
          certainty: Certainty,
        },
        closed,
      ),
    ),
    summary: Type.String({
      minLength: 20,
      maxLength: 500,
      description: 'What it is, in two or three plain sentences.',
    }),
    prior: Type.Object(
      {
        perThousand: Type.Number({ exclusiveMinimum: 0, exclusiveMaximum: 1000 }),
        ...basis,
      },
      {
        ...closed,
        description:
          'Of 1,000 adult runners with pain at the back of the thigh or buttock, how many have it.',
      },
    ),
    atypical: Type.Optional(
      Type.Object(
        { share: Type.Number({ minimum: 0.05, maximum: 0.6 }), ...basis },
        {
          ...closed,
          description:
            'Share of cases that look like nothing in particular. It bounds how far "no" answers can argue the condition away. Required for serious conditions.',
        },
      ),
    ),
    context: Type.Optional(
      Type.Array(
        Type.Object(
          {
            finding: Type.String(),
            times: Type.Record(Type.String(), Type.Number({ minimum: 0, maximum: 1000 }), {
              minProperties: 1,
              description: 'Factor on the odds for each state; a state left out has factor 1.',
            }),
            ...basis,
          },
          closed,
        ),
      ),
    ),
    occursWith: Type.Optional(
      Type.Array(
        Type.Object(
          { condition: Type.String(), times: Type.Number({ minimum: 0, maximum: 1000 }), ...basis },
          closed,
        ),
        described(
          'How much more often than by chance the two occur together; 0 when they exclude each other.',
        ),
      ),
    ),
    presentations: Type.Array(
      Type.Object(
        {
          id: Id,
          name: ShortText,
          share: Type.Number({ exclusiveMinimum: 0, maximum: 1 }),
          triage: Level,
          findings: Likelihoods,
          ...basis,
        },
        closed,
      ),
      { minItems: 1 },
    ),
    findings: Type.Optional(Likelihoods),
    forbids: Type.Optional(Forbids),
    care: Type.Object(
      {
        now: Type.Array(Advice, { minItems: 1 }),
        avoid: Type.Array(Type.Object({ text: Sentence, ...basis }, closed)),
        getHelp: Type.Array(Type.Object({ text: Sentence, ...basis }, closed)),
      },
      closed,
    ),
    outlook: Type.Object({ text: Sentence, ...basis }, closed),
    review: Type.Object(
      {
        state: Type.Enum(['not yet reviewed', 'reviewed'] as const),
        by: Type.Optional(ShortText),
        on: Type.Optional(Type.String({ format: 'date' })),
      },
      closed,
    ),
  },
  { ...closed, $id: 'condition', title: 'Condition: one candidate cause' },
);

export const AuthoredRedFlag = Type.Object(
  {
    id: Id,
    code: Type.String({
      pattern: '^[A-Z][0-9]{1,2}[a-z]?$',
      description: 'Rule number in the triage dossier, e.g. E2.',
    }),
    name: ShortText,
    level: Level,
    when: Formula,
    because: Sentence,
    doNow: Type.Array(
      Type.Union(
        [
          Sentence,
          Type.Object(
            {
              text: Sentence,
              does: Type.Array(Measure, described('Empty: nothing that could be forbidden.')),
            },
            closed,
          ),
        ],
        described(
          'A line, or text with what it does: drink, walk, cool … What a line tells the runner not to do stands in forbids.',
        ),
      ),
      { minItems: 1, maxItems: 6 },
    ),
    forbids: Type.Optional(Forbids),
    suspects: Type.Optional(Type.Array(Type.String())),
    share: Type.Optional(
      Type.Object(
        { value: Type.Number({ exclusiveMinimum: 0, exclusiveMaximum: 1 }), ...basis },
        {
          ...closed,
          description:
            'Of people for whom this flag fires, the share who have one of what it suspects. A floor: the probabilities may say more, never less.',
        },
      ),
    ),
    accuracy: Type.Optional(Sentence),
    ...basis,
  },
  { ...closed, $id: 'red-flag', title: 'Red flag: answers that set a triage floor' },
);

export const AuthoredGate = Type.Object(
  {
    id: Id,
    rules: Type.Array(Type.String({ pattern: '^[MFHAP][0-9]{1,2}$' }), {
      minItems: 1,
      description: 'Rules of the triage dossier, sections 6 to 10, that it carries out, e.g. M6.',
    }),
    name: Type.String({
      maxLength: 120,
      description:
        'Whom or what it is about, as a runner reads it: "Pregnancy, or a birth in the last 6 weeks".',
    }),
    when: Type.Optional(Formula),
    effects: Type.Array(
      Type.Object(
        {
          actions: Type.Array(Restrictable, { minItems: 1 }),
          limit: Type.Enum(
            GATE_EFFECTS,
            described(
              'withhold: not advised. ask: only after asking a pharmacist or doctor. caution: advised, with `text` beside it.',
            ),
          ),
          text: Type.String({
            minLength: 2,
            maxLength: 400,
            description:
              'Why (or, with caution, how), as a sentence that is also true while the answer is missing: "With a blood thinner …".',
          }),
          ifUnknown: Type.Optional(
            Type.String({
              minLength: 2,
              maxLength: 200,
              description:
                'While an answer is missing the advice is shown with this condition: "Only if …". Without it the effect holds then, too.',
            }),
          ),
          ...basis,
        },
        closed,
      ),
      { description: 'What changes. [] when the gate only tells something.' },
    ),
    tell: Type.Optional(
      Type.Array(
        Type.Object({ text: Sentence, ...basis }, closed),
        described('Said to everybody for whom the gate is known to hold.'),
      ),
    ),
    opens: Type.Optional(
      Type.String({
        minLength: 2,
        maxLength: 200,
        description: 'Who or what can lift it: "A midwife, pharmacist or doctor can tell you what is safe."',
      }),
    ),
    safetyOnly: Type.Optional(
      Type.String({
        minLength: 2,
        maxLength: 400,
        description:
          'While it holds, only urgency and danger signs are shown, no causes and no care; says why.',
      }),
    ),
  },
  {
    ...closed,
    $id: 'gate',
    title: 'Gate: who the runner is changes what may be advised; without `when` it holds for everybody',
  },
);

export const AuthoredSource = Type.Object(
  {
    key: Id,
    kind: Type.Enum(
      ['article', 'guideline', 'web-page', 'book', 'dossier'] as const,
      described(
        'dossier: a document of this project that gathers other sources; its figures are marked one by one.',
      ),
    ),
    authors: Type.String({ maxLength: 200 }),
    year: Type.Union([Type.Integer({ minimum: 1850, maximum: 2100 }), Type.Null()]),
    title: Type.String({ maxLength: 300 }),
    journal: Type.Optional(Type.String({ maxLength: 200 })),
    doi: Type.Optional(Type.String({ pattern: '^10\\.' })),
    pmid: Type.Optional(Type.String({ pattern: '^[0-9]+$' })),
    url: Type.Optional(Type.String({ pattern: '^https?://' })),
    read: Type.Enum(
      ['full', 'abstract', 'excerpt', 'secondary', 'not-read'] as const,
      described('How far it was read. secondary: only in a page that quotes it.'),
    ),
    readOn: Type.Optional(Type.String({ format: 'date' })),
    note: Type.Optional(Type.String({ maxLength: 600 })),
  },
  { ...closed, $id: 'source', title: 'Source: one cited work' },
);

export const AuthoredInterview = Type.Object(
  {
    screens: Type.Array(
      Type.Object(
        {
          id: Id,
          title: ShortText,
          intro: Type.Optional(Sentence),
          section: ShortText,
          findings: Type.Array(Type.String(), { minItems: 1 }),
          none: ShortText,
        },
        closed,
      ),
      described(
        'Shared screens of yes/no findings, asked first and in this order. The first is the emergency screen.',
      ),
    ),
    first: Type.Array(
      Type.String(),
      described('Findings asked one by one after the screens, before the adaptive part.'),
    ),
    levels: Type.Record(
      Type.String(),
      Type.Object(
        {
          title: ShortText,
          action: Sentence,
          where: Sentence,
          safetyNet: Type.Array(Sentence, { minItems: 1 }),
          recheck: Sentence,
          ...basis,
        },
        closed,
      ),
    ),
    opposites: Type.Optional(
      Type.Array(
        Type.Object({ givesWay: Measure, to: Measure, ...basis }, closed),
        described(
          'Pairs that cannot both be done. When red flags that have fired ask for both, the first is not shown.',
        ),
      ),
    ),
    places: Type.Array(
      Type.Object(
        {
          id: Type.String({ pattern: '^[A-Z]{2}$|^other$' }),
          name: ShortText,
          emergency: Type.String({ maxLength: 20 }),
          urgent: Type.Optional(
            Type.Object({ number: Type.String({ maxLength: 20 }), name: ShortText }, closed),
          ),
          ...basis,
        },
        closed,
      ),
      described('Whom to call, by country.'),
    ),
  },
  { ...closed, $id: 'interview', title: 'Interview: screens, levels, places' },
);

const Parameter = Type.Object({ value: Type.Number(), ...basis }, closed);

export const AuthoredModel = Type.Object(
  {
    version: Type.String({ pattern: '^[0-9]+\\.[0-9]+\\.[0-9]+$' }),
    twoCauses: Parameter,
    threeCauses: Type.Optional(Parameter),
    misreport: Type.Record(
      Type.String(),
      Parameter,
      described('Share of answers that say another state, by kind of finding.'),
    ),
    raise: Type.Record(
      Type.String(),
      Parameter,
      described(
        'Probability of needing at least this level from which the posterior raises the advice to it.',
      ),
    ),
    groups: Type.Optional(
      Type.Record(
        Type.String({ pattern: '^[a-z][a-z0-9-]*$' }),
        Parameter,
        described(
          'Findings that travel together: in one half of cases everything of the group is marked more, in the other less, by this much (log odds each way).',
        ),
      ),
    ),
    stillPossible: Parameter,
    needless: Type.Record(
      Type.String(),
      Parameter,
      described(
        'What it costs to be sent to this level without need, rather than to the next less urgent one; 1 is a needless trip to an emergency department. What being sent too late costs follows from this and from raise.',
      ),
    ),
    stop: Type.Object({ value: Parameter, cause: Parameter, questions: Parameter }, closed),
  },
  { ...closed, $id: 'model', title: 'Model: the numbers that belong to no single condition' },
);

export type AuthoredFinding = Static<typeof AuthoredFinding>;
export type AuthoredCondition = Static<typeof AuthoredCondition>;
export type AuthoredRedFlag = Static<typeof AuthoredRedFlag>;
export type AuthoredGate = Static<typeof AuthoredGate>;
export type AuthoredSource = Static<typeof AuthoredSource>;
export type AuthoredInterview = Static<typeof AuthoredInterview>;
export type AuthoredModel = Static<typeof AuthoredModel>;
export type AuthoredFormula = Static<typeof Formula>;
export type AuthoredDistribution = Static<typeof Distribution>;

// Building blocks that the schemas of the way back (authored-recovery.ts) share with these.
export { Action, basis, closed, Forbids, Id, Restrictable, Sentence, ShortText };
