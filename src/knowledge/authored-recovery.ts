// The shape of the files about the way back to running: exercises, ladders, plans and recovery.yaml, which holds what
// every plan shares (what a check-in asks, the rules of each day, kit, stop rules). Same readers as authored.ts.
//
// Criteria and limits are comparisons of one measure with one number. "All of these" is a list of criteria; "any of
// these" is a list of limits. Nothing more was needed, and a comparison has one direction that the checker can verify:
// a worse check-in can then never look better.

import { type Static, Type } from 'typebox';
import { Action, basis, closed, Forbids, Id, Restrictable, Sentence, ShortText } from './authored.ts';
import { ExerciseFigure } from './authored-drawing.ts';
import {
  CLEARANCES,
  COLOURS,
  type DAY_FIGURES,
  type DAY_RULES,
  FOUND,
  GOALS,
  MEASURE_KINDS,
} from './lists.ts';

export {
  CLEARANCES,
  COLOURS,
  DAY_FIGURES,
  DAY_RULES,
  DOSE_NUMBERS,
  FOUND,
  GOALS,
  MEASURE_KINDS,
} from './lists.ts';

const described = (description: string) => ({ description });
const IdRef = Type.String({ pattern: '^[a-z][a-zA-Z0-9]*(-[a-z0-9]+)*$', maxLength: 48 });
const Span = Type.Union(
  [Type.Number({ minimum: 0 }), Type.Array(Type.Number({ minimum: 0 }), { minItems: 2, maxItems: 2 })],
  described('One number, or the lower and the upper: [8, 12].'),
);
const Figure = Type.Object({ value: Type.Number({ minimum: 0 }), ...basis }, closed);
const SourcedText = Type.Object({ text: Sentence, ...basis }, closed);
const Review = Type.Object(
  {
    state: Type.Enum(['not yet reviewed', 'reviewed'] as const),
    by: Type.Optional(ShortText),
    on: Type.Optional(Type.String({ format: 'date' })),
  },
  closed,
);

const Dose = Type.Object(
  {
    sets: Type.Optional(Span),
    reps: Type.Optional(Span),
    holdSeconds: Type.Optional(Span),
    minutes: Type.Optional(Span),
    metres: Type.Optional(Span),
    effortPercent: Type.Optional(Span),
    load: Type.Optional(ShortText),
    tempo: Type.Optional(ShortText),
    perDay: Type.Optional(Span),
    perWeek: Type.Optional(Type.Integer({ minimum: 1, maximum: 7, description: 'Days a week; 7 is daily.' })),
    ...basis,
  },
  closed,
);

const Link = Type.Object(
  { text: ShortText, exercise: Type.Optional(Type.String()) },
  { ...closed, description: 'What to change, and the exercise to take instead when there is one.' },
);

export const AuthoredExercise = Type.Object(
  {
    id: Id,
    name: ShortText,
    clinicalName: ShortText,
    kind: Type.Enum(
      ['exercise', 'drill', 'cardio', 'run', 'test'] as const,
      described('test: measures, does not train. run: running itself.'),
    ),
    actions: Type.Array(Action, {
      minItems: 1,
      description: 'What it asks the body to do; it is left out while something forbids one of these.',
    }),
    gentle: Type.Optional(
      Type.Boolean({ description: 'So mild that every cause allows it unless its action is forbidden.' }),
    ),
    muscles: Type.Array(ShortText, { minItems: 1 }),
    kit: Type.Array(Type.String(), described('Ids of kit in recovery.yaml; [] for none.')),
    sides: Type.Enum(
      ['affected', 'each', 'together'] as const,
      described('affected: the sore leg only. each: both legs in turn. together: both at once.'),
    ),
    start: Type.String({
      minLength: 20,
      maxLength: 400,
      description: 'The start position, as one would draw it.',
    }),
    end: Type.String({
      minLength: 20,
      maxLength: 400,
      description: 'The end position, as one would draw it.',
    }),
    steps: Type.Array(Sentence, { minItems: 2, maxItems: 7 }),
    figure: ExerciseFigure,
    dose: Dose,
    easier: Link,
    harder: Link,
    stop: Type.Array(Type.String(), { minItems: 1, description: 'Ids of stop rules in recovery.yaml.' }),
    tip: Type.Optional(Sentence),
    ...basis,
    review: Review,
  },
  { ...closed, $id: 'exercise', title: 'Exercise: what to do, without how much in which stage' },
);

const Minutes = Type.Number({ minimum: 0.5, maximum: 120 });

export const AuthoredLadder = Type.Object(
  {
    id: Id,
    name: ShortText,
    kind: Type.Enum(['run-walk', 'speed'] as const),
    exercise: Type.String({ description: 'The exercise that says how to do it.' }),
    actions: Type.Array(Action, { minItems: 1 }),
    everyDays: Type.Object(
      { value: Type.Integer({ minimum: 1, maximum: 7 }), ...basis },
      { ...closed, description: 'Days from one run of it to the next at least; 2 leaves a rest day.' },
    ),
    perWeek: Type.Object({ value: Type.Integer({ minimum: 1, maximum: 7 }), ...basis }, closed),
    goodSessions: Type.Object(
      { value: Type.Integer({ minimum: 2, maximum: 10 }), ...basis },
      { ...closed, description: 'Good sessions on a step before the next one.' },
    ),
    steps: Type.Array(
      Type.Object(
        {
          text: Sentence,
          runMinutes: Type.Number({ minimum: 0, maximum: 120, description: 'Minutes of running in all.' }),
          intervals: Type.Optional(
            Type.Object(
              {
                walkFirst: Type.Optional(Minutes),
                times: Type.Integer({ minimum: 1, maximum: 30 }),
                run: Minutes,
                walk: Type.Optional(Minutes),
              },
              {
                ...closed,
                description:
                  'For the timer, what the text says: minutes of walking first, then so many runs, each of so many minutes, with so much walking in between.',
              },
            ),
          ),
          percent: Type.Optional(
            Type.Integer({ minimum: 10, maximum: 100, description: 'Share of top speed, speed ladders.' }),
          ),
        },
        closed,
      ),
      { minItems: 1, maxItems: 24 },
    ),
    rules: Type.Array(Sentence),
    ...basis,
    review: Review,
  },
  { ...closed, $id: 'ladder', title: 'Ladder: steps of a run-walk or of speed' },
);

const Criterion = Type.Object(
  {
    id: Id,
    says: Type.String({
      maxLength: 160,
      description: 'What must be so, as a sentence: "You walk without a limp."',
    }),
    measure: Type.String(),
    atMost: Type.Optional(Type.Number()),
    atLeast: Type.Optional(Type.Number()),
    ...basis,
  },
  { ...closed, description: 'Met when the latest value of the measure is known and within the bound.' },
);

const Limit = Type.Object(
  {
    id: Id,
    colour: Type.Enum(
      COLOURS,
      described('refer: see someone. red: one step back. amber: hold. What meets no limit is green.'),
    ),
    measure: Type.String(),
    atMost: Type.Optional(Type.Number()),
    atLeast: Type.Optional(Type.Number()),
    because: Sentence,
    stages: Type.Optional(Type.Array(Type.String(), { minItems: 1 })),
    ...basis,
  },
  closed,
);

const Clearance = Type.Enum(CLEARANCES);

const Stage = Type.Object(
  {
    id: Id,
    name: ShortText,
    aim: Sentence,
    clearance: Type.Optional(Clearance),
    onlyFor: Type.Optional(Type.Array(Type.Enum(GOALS), { minItems: 1 })),
    enter: Type.Optional(Type.Array(Criterion)),
    leave: Type.Array(Criterion),
    needs: Type.Optional(
      Type.Array(
        Type.String(),
        described('Further measures without which no session of this stage is good.'),
      ),
    ),
    atLeastDays: Figure,
    atMostDays: Figure,
    exercises: Type.Array(Type.Object({ exercise: Type.String(), dose: Dose }, closed)),
    running: Type.Object(
      {
        kind: Type.Enum(['none', 'ladder', 'usual'] as const),
        ladder: Type.Optional(Type.String()),
        text: Sentence,
        ...basis,
      },
      { ...closed, description: 'none: no running. ladder: by the steps of a ladder. usual: as before.' },
    ),
    cross: Type.Array(Type.Object({ text: Sentence, action: Action, ...basis }, closed)),
    daily: Type.Array(SourcedText, described('What is allowed at work and in daily life.')),
    avoid: Type.Array(SourcedText),
    keep: Type.Optional(
      Type.Boolean({
        description: 'The last stage: staying well. Its atLeastDays is how long it is kept up.',
      }),
    ),
  },
  closed,
);

export const AuthoredPlan = Type.Object(
  {
    id: Id,
    name: ShortText,
    summary: Sentence,
    conditions: Type.Array(Type.String(), { minItems: 1 }),
    clearance: Type.Optional(
      Type.Object(
        { covers: Clearance, because: Sentence, ...basis },
        { ...closed, description: 'The plan stays locked until a clinician has cleared this much.' },
      ),
    ),
    needs: Type.Optional(
      Type.Array(Type.String(), described('Further measures without which no session is good.')),
    ),
    forbids: Type.Optional(Forbids),
    forgiving: Type.Optional(
      Type.Boolean({
        description:
          'While this cause is merely possible, exercises of another plan are safe for it unless left out or forbidden. Otherwise they must stand in this plan too.',
      }),
    ),
    byName: Type.Optional(
      Type.Boolean({
        description:
          'May begin without an interview, for a runner who knows the name: only for what everybody has now and then.',
      }),
    ),
    leaveOut: Type.Array(
      Type.Object({ exercise: Type.String(), because: Sentence, ...basis }, closed),
      described(
        'Exercises that this cause must not get, even from another plan while this cause is possible.',
      ),
    ),
    limits: Type.Array(Limit),
    variants: Type.Optional(
      Type.Array(
        Type.Object(
          {
            id: Id,
            name: ShortText,
            presentations: Type.Array(Type.String(), { minItems: 1 }),
            clearance: Type.Optional(Type.Object({ covers: Clearance, because: Sentence, ...basis }, closed)),
            atLeastDays: Type.Optional(Type.Record(Type.String(), Figure)),
            atMostDays: Type.Optional(Type.Record(Type.String(), Figure)),
            firstStep: Type.Optional(
              Type.Record(
                Type.String(),
                Figure,
                described('By stage, the step of its ladder to begin with; 1 unless told otherwise.'),
              ),
            ),
            leaveOut: Type.Optional(
              Type.Array(Type.Object({ exercise: Type.String(), because: Sentence, ...basis }, closed)),
            ),
            ...basis,
          },
          closed,
        ),
        described('By grade or type, mildest first: what differs from the stages.'),
      ),
    ),
    stages: Type.Array(Stage, { minItems: 1 }),
    ...basis,
    review: Review,
  },
  { ...closed, $id: 'plan', title: 'Plan: the staged way back for one cause' },
);

const Measure = Type.Object(
  {
    id: IdRef,
    kind: Type.Enum(
      MEASURE_KINDS,
      described('daily: asked in each check-in. test: now and then. derived: worked out by the code.'),
    ),
    label: ShortText,
    question: Type.Optional(Type.String({ maxLength: 200 })),
    min: Type.Number(),
    max: Type.Number(),
    worse: Type.Enum(['higher', 'lower'] as const),
    keepsDays: Type.Integer({ minimum: 0, maximum: 28, description: 'For how many days a value counts.' }),
    always: Type.Optional(
      Type.Boolean({ description: 'Asked in every check-in, also where no rule of the plan looks at it.' }),
    ),
    ofSession: Type.Optional(
      Type.Boolean({ description: 'About the exercises or the run: there only if there was a session.' }),
    ),
    answers: Type.Optional(
      Type.Object(
        { finding: Type.String(), zero: Type.String(), more: Type.String() },
        { ...closed, description: 'The answer of the interview that a check-in brings up to date.' },
      ),
    ),
  },
  closed,
);

const kitItem = {
  id: Id,
  name: ShortText,
  found: Type.Enum(FOUND, described('shop: to buy; house: most homes have it; place: one goes there.')),
  substitute: Type.Optional(
    Type.String({ maxLength: 200, description: 'From the household; left out when nothing will do.' }),
  ),
  ...basis,
};

export const AuthoredRecovery = Type.Object(
  {
    measures: Type.Array(Measure, { minItems: 1 }),
    needs: Type.Array(Type.String(), described('Measures without which no session of any plan is good.')),
    screen: Type.Array(
      Type.Object(
        {
          finding: Type.String(),
          level: Type.Enum(['emergency', 'same-day', 'within-days'] as const),
          ...basis,
        },
        closed,
      ),
      {
        minItems: 1,
        description: 'Danger signs asked in every check-in, with the urgency of a yes at least.',
      },
    ),
    ageing: Type.Object(
      {
        finding: Type.String(),
        steps: Type.Array(
          Type.Object(
            { state: Type.String(), becomes: Type.String(), afterDays: Type.Integer({ minimum: 1 }) },
            closed,
          ),
        ),
        ...basis,
      },
      { ...closed, description: 'How an answer about time grows older by itself.' },
    ),
    limits: Type.Array(Limit, described('Limits of every plan.')),
    rules: Type.Record(Type.String(), SourcedText, described('One sentence for each rule of the day.')),
    figures: Type.Record(Type.String(), Figure, described('The numbers that the rules use.')),
    stopRules: Type.Array(Type.Object({ id: Id, text: Sentence, ...basis }, closed)),
    kit: Type.Array(Type.Object(kitItem, closed)),
    careKit: Type.Array(
      Type.Object({ ...kitItem, action: Restrictable }, closed),
      described('What an advice of the care now needs, by its action; no medicine.'),
    ),
    clearances: Type.Array(
      Type.Object(
        { id: Clearance, says: ShortText, lifts: Type.Array(Restrictable, { minItems: 1 }), ...basis },
        closed,
      ),
      described('What a clinician may clear, from least to most, and which actions that allows again.'),
    ),
    early: Type.Object(
      { text: Sentence, ...basis },
      { ...closed, description: 'Said in the first weeks after return, when most re-injuries fall.' },
    ),
    older: Type.Object({ text: Sentence, ...basis }, closed),
  },
  { ...closed, $id: 'recovery', title: 'Recovery: what every plan shares' },
);

export type AuthoredExercise = Static<typeof AuthoredExercise>;
export type AuthoredLadder = Static<typeof AuthoredLadder>;
export type AuthoredPlan = Static<typeof AuthoredPlan>;
export type AuthoredRecovery = Static<typeof AuthoredRecovery>;
export type AuthoredCriterion = Static<typeof Criterion>;
export type AuthoredLimit = Static<typeof Limit>;
export type AuthoredDose = Static<typeof Dose>;
export type Colour = (typeof COLOURS)[number];
export type ClearanceKind = (typeof CLEARANCES)[number];
export type Goal = (typeof GOALS)[number];
export type Found = (typeof FOUND)[number];
export type DayRule = (typeof DAY_RULES)[number];
export type DayFigure = (typeof DAY_FIGURES)[number];
