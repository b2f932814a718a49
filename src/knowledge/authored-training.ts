// The shape of training.yaml: the numbers behind the measures of load, what the studies found about them, the warnings and
// beliefs in words, and the plan of a runner without pain. Same readers as authored.ts.

import { type Static, Type } from 'typebox';
import { basis, closed, Id, Sentence, ShortText } from './authored.ts';

const described = (description: string) => ({ description });
const Figure = Type.Object({ value: Type.Number({ minimum: 0 }), ...basis }, closed);
const SourcedText = Type.Object({ text: Sentence, ...basis }, closed);

/** Numbers that the code works with. */
export const TRAINING_FIGURES = [
  'windowDays',
  'leastRuns',
  'fastShare',
  'fasterShare',
  'fastSpike',
  'fastMetresAtLeast',
  'fastMostShare',
  'gapDays',
  'gapShare',
  'monotonyDays',
  'monotony',
  'monotonyCap',
  'badNights',
  'nights',
  'trimpFactor',
  'trimpExponent',
  'fitnessDays',
  'fatigueDays',
  'runningSpeed',
  'longerShare',
  'baselineDays',
] as const;

/** What is said of a run or a day that stands out. */
export const TRAINING_RULES = [
  'longer-run',
  'new-fast-metres',
  'after-gap',
  'few-runs',
  'monotony',
  'sleep-and-soreness',
] as const;

/** How well a warning is supported. */
export const SUPPORT = ['cohort', 'expert', 'weak', 'logic'] as const;

export const LOAD_MEASURES = [
  'distance',
  'time',
  'climb',
  'fast80',
  'fast90',
  'surges',
  'longestRatio',
  'effortMinutes',
  'trimp',
  'monotony',
  'strain',
  'fitness',
  'fatigue',
] as const;

export const BELIEF_VERDICTS = ['contradicted', 'not-supported', 'qualified'] as const;

const Rule = Type.Object(
  {
    title: ShortText,
    means: Type.Array(Sentence, { minItems: 1, description: 'What it means, and what it does not.' }),
    todo: Type.Array(Sentence, described('What one can do.')),
    support: Type.Enum(
      SUPPORT,
      described('cohort: people followed over time. expert: opinion. weak. logic: follows from the measure.'),
    ),
    ...basis,
  },
  closed,
);

const Band = Type.Object(
  {
    above: Type.Number({ minimum: 1, description: 'More than this many times the longest of the window.' }),
    upTo: Type.Optional(Type.Number({ minimum: 1, description: 'And up to this; open when left out.' })),
    hazardRatio: Type.Number({ minimum: 0 }),
    low: Type.Number({ minimum: 0 }),
    high: Type.Number({ minimum: 0 }),
    ...basis,
  },
  closed,
);

const Part = Type.Object(
  {
    id: Id,
    name: ShortText,
    aim: Sentence,
    onlyIf: Type.Optional(
      Type.String({ maxLength: 160, description: 'For whom it is, where it is not for all.' }),
    ),
    lines: Type.Array(SourcedText, { minItems: 1 }),
    exercises: Type.Array(
      Type.Object(
        {
          exercise: Type.String({ description: 'Id of an exercise.' }),
          weeks: Type.Array(
            Type.Object(
              {
                from: Type.Integer({ minimum: 1, maximum: 52, description: 'Week, from 1.' }),
                timesAWeek: Type.Integer({ minimum: 1, maximum: 7 }),
                sets: Type.Integer({ minimum: 1, maximum: 6 }),
                reps: Type.Optional(Type.Integer({ minimum: 1, maximum: 30 })),
                seconds: Type.Optional(Type.Integer({ minimum: 5, maximum: 600 })),
                metres: Type.Optional(Type.Integer({ minimum: 10, maximum: 400 })),
                ...basis,
              },
              { ...closed, description: 'From this week on, until the next line.' },
            ),
            { minItems: 1 },
          ),
        },
        closed,
      ),
    ),
    ...basis,
  },
  closed,
);

export const AuthoredTraining = Type.Object(
  {
    figures: Type.Record(Type.String(), Figure, described('The numbers that measures and warnings use.')),
    bands: Type.Array(Band, {
      minItems: 1,
      description: 'What a study found of runs longer than the longest of the window; no curve between them.',
    }),
    absolute: Type.Array(SourcedText, described('What the ratios mean in numbers of people and of runs.')),
    limits: Type.Array(SourcedText, described('What the studies of load cannot say.')),
    rules: Type.Record(Type.String(), Rule, described('The warnings, by rule.')),
    measures: Type.Record(
      Type.String(),
      Type.Object({ name: ShortText, window: ShortText, how: Sentence, ...basis }, closed),
      described('Each measure of load: its name, its window, how it is worked out.'),
    ),
    beliefs: Type.Array(
      Type.Object(
        {
          id: Id,
          belief: Sentence,
          verdict: Type.Enum(BELIEF_VERDICTS),
          says: Type.Array(SourcedText, { minItems: 1 }),
        },
        closed,
      ),
      described('What many believe about load, and what the evidence says.'),
    ),
    prevention: Type.Object(
      {
        notFor: Type.Array(Sentence, { minItems: 1, description: 'Who must not begin with it.' }),
        parts: Type.Array(Part, { minItems: 1 }),
        review: Type.Object(
          {
            state: Type.Enum(['not yet reviewed', 'reviewed'] as const),
            by: Type.Optional(ShortText),
            on: Type.Optional(Type.String({ format: 'date' })),
          },
          closed,
        ),
      },
      { ...closed, description: 'A plan for runners without pain.' },
    ),
  },
  { ...closed, $id: 'training', title: 'Training: measures of load, warnings, beliefs, prevention' },
);

export type AuthoredTraining = Static<typeof AuthoredTraining>;
export type TrainingFigure = (typeof TRAINING_FIGURES)[number];
export type TrainingRule = (typeof TRAINING_RULES)[number];
export type LoadMeasure = (typeof LOAD_MEASURES)[number];
export type Support = (typeof SUPPORT)[number];
export type BeliefVerdict = (typeof BELIEF_VERDICTS)[number];
