// The shape of what clinical authors write about how long recovery takes: one file a study, and one file that says how the
// studies are read together. A study is the unit because everything that biases a row (who was studied, under whose
// care, by which rule they were let go) belongs to the study, and because the forecast is scored by leaving studies out.

import { type Static, Type } from 'typebox';
import { basis, closed, Id, ShortText } from './authored.ts';
import { ENDPOINTS, LEVELS_OF_SPORT, ROW_STATUSES, TISSUES } from './lists.ts';

export { DAY_SEVEN, ENDPOINTS, LEVELS_OF_SPORT, ROW_STATUSES, TISSUES } from './lists.ts';

const Time = Type.Number({ exclusiveMinimum: 0, maximum: 1_000 });
const Span = Type.Array(Time, { minItems: 2, maxItems: 2 });
const Severity = Type.Number({
  minimum: 0,
  maximum: 3,
  description:
    '0 nothing on the scan, 1 mild, 2 moderate, 3 severe. Bone: 1 low, 2 high grade or risk of the site.',
});

export const AuthoredStudy = Type.Object(
  {
    id: Id,
    name: ShortText,
    level: Type.Enum(LEVELS_OF_SPORT, {
      description:
        'professional: elite with medical staff. recreational: amateurs or ordinary adults. mixed: between, or both.',
    }),
    cohort: Type.Optional(
      Type.String({
        pattern: '^[a-z][a-z0-9-]*$',
        description:
          'Name that studies share when their people or their rules overlap, e.g. one league, one hospital.',
      }),
    ),
    rows: Type.Array(
      Type.Object(
        {
          id: Type.String({ pattern: '^P[0-9]{3}[a-z]?$', description: 'Number in the prognosis table.' }),
          name: ShortText,
          who: ShortText,
          what: ShortText,
          group: Type.Optional(
            Type.String({ description: 'A group of forecast.yaml; needed when there is a time.' }),
          ),
          severity: Type.Optional(Severity),
          endpoint: Type.Optional(
            Type.Enum(ENDPOINTS, {
              description:
                'The return of a runner that the published one stands for; needed when there is a time.',
            }),
          ),
          published: Type.String({ maxLength: 80, description: 'The endpoint in the words of the study.' }),
          people: Type.Optional(Type.Integer({ minimum: 1 })),
          time: Type.Optional(
            Type.Object(
              {
                unit: Type.Enum(['hours', 'days', 'weeks', 'months'] as const),
                median: Type.Optional(Time),
                mean: Type.Optional(Time),
                sd: Type.Optional(Time),
                standardError: Type.Optional(Time),
                quartiles: Type.Optional(Span),
                quartilesWidth: Type.Optional(Time),
                ci95: Type.Optional(Span),
                range: Type.Optional(Span),
              },
              closed,
            ),
          ),
          learn: Type.Optional(
            Type.Boolean({
              description: 'false: scored, but never learned from, because it is no time of return.',
            }),
          ),
          differs: Type.Optional(
            Type.String({
              maxLength: 200,
              description:
                'What makes this row unlike others of its group; said when the forecast misses it.',
            }),
          ),
          notBack: Type.Optional(
            Type.Object(
              { of: Type.Integer({ minimum: 1 }), people: Type.Integer({ minimum: 0 }) },
              { ...closed, description: 'How many of how many never returned to their sport.' },
            ),
          ),
          hurtAgain: Type.Optional(
            Type.Object(
              { percent: Type.Number({ minimum: 0, maximum: 100 }), within: Type.Optional(ShortText) },
              closed,
            ),
          ),
          status: Type.Enum(ROW_STATUSES, {
            description:
              'read: the figures were read in the source. read-secondary: in a summary of it. mixed: some read, some from memory. unverified: from memory.',
          }),
          ...basis,
        },
        closed,
      ),
      { minItems: 1 },
    ),
  },
  { ...closed, $id: 'study', title: 'Study: how long recovery took, and how often it came back' },
);

const Parameter = Type.Object({ value: Type.Number(), ...basis }, closed);
const Positive = Type.Object({ value: Type.Number({ exclusiveMinimum: 0 }), ...basis }, closed);

export const AuthoredForecast = Type.Object(
  {
    groups: Type.Record(
      Type.String({ pattern: '^[a-z][a-z0-9-]*$' }),
      Type.Object({ name: ShortText, tissue: Type.Enum(TISSUES), ...basis }, closed),
      { description: 'What heals alike. Groups of one tissue inform each other, rows of one group more.' },
    ),
    causes: Type.Record(
      Type.String({ pattern: '^[a-z][a-z0-9-]*(/[a-z][a-z0-9-]*)?$' }),
      Type.Object(
        {
          group: Type.String(),
          severity: Type.Optional(
            Type.Record(Type.String(), Severity, { description: 'By presentation of the condition.' }),
          ),
          onlyAfterClearance: Type.Optional(
            Type.Boolean({ description: 'true: nobody with this starts to run before a clinician says so.' }),
          ),
          ...basis,
        },
        closed,
      ),
      { description: 'Condition, or condition/presentation where one presentation heals unlike the rest.' },
    ),
    model: Type.Object(
      {
        within: Positive,
        levels: Positive,
        slopes: Positive,
        study: Positive,
        row: Positive,
        tails: Type.Object({ value: Type.Number({ exclusiveMinimum: 2 }), ...basis }, closed),
        doubt: Positive,
        peopleUnstated: Positive,
        usualSeverity: Parameter,
        severitySpread: Positive,
      },
      { ...closed, description: 'Standard deviations are of the natural logarithm of days.' },
    ),
    facts: Type.Object(
      {
        deficit: Type.Object(
          {
            groups: Type.Array(Type.String(), { minItems: 1 }),
            bands: Type.Array(
              Type.Object(
                { fromDegrees: Type.Integer({ minimum: 0, maximum: 90 }), severity: Severity },
                closed,
              ),
              { minItems: 2 },
            ),
            ...basis,
          },
          closed,
        ),
        painFreeWalking: Type.Object(
          {
            groups: Type.Array(Type.String(), { minItems: 1 }),
            lateAfterDays: Type.Number({ exclusiveMinimum: 0 }),
            shift: Type.Number({ minimum: 0 }),
            ...basis,
          },
          closed,
        ),
        daySeven: Type.Object({ shift: Type.Number({ minimum: 0 }), ...basis }, closed),
        ownPrediction: Type.Object({ weight: Type.Number({ minimum: 0, maximum: 0.9 }), ...basis }, closed),
        stage: Type.Object({ weight: Type.Number({ minimum: 0, maximum: 0.9 }), ...basis }, closed),
        studiedUpToAge: Type.Object(
          {
            groups: Type.Array(Type.String(), { minItems: 1 }),
            value: Type.Number({ minimum: 0 }),
            widening: Type.Number({ minimum: 0 }),
            ...basis,
          },
          closed,
        ),
      },
      closed,
    ),
  },
  { ...closed, $id: 'forecast', title: 'Forecast: how the studies of recovery are read together' },
);

export type AuthoredStudy = Static<typeof AuthoredStudy>;
export type AuthoredForecast = Static<typeof AuthoredForecast>;
