// The shape of knowledge/guide/<page>.claims.yaml: what a page of the guide is, and every claim that it makes. The prose stands
// beside it in <page>.md and names a claim as [claim:id] right behind the sentence that makes it.

import { type Static, Type } from 'typebox';
import { CERTAINTIES, TRIAGE_LEVELS } from '../vocabulary/index.ts';
import { GUIDE_PARTS, VERDICTS } from './lists.ts';

export { GUIDE_PARTS, VERDICTS } from './lists.ts';

const closed = { additionalProperties: false };

const Id = Type.String({
  pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
  maxLength: 60,
  description: 'Lower-case words joined by hyphens; it is part of an address, so it never changes.',
});
const Day = Type.String({ format: 'date', description: 'YYYY-MM-DD.' });
const Line = Type.String({ minLength: 2, maxLength: 240 });

const Source = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' });

const AuthoredClaim = Type.Object(
  {
    id: Id,
    text: Type.String({
      minLength: 10,
      maxLength: 260,
      description: 'The claim in our own plain words, as one sentence that can be true or false.',
    }),
    verdict: Type.Enum(VERDICTS, {
      description:
        'supported, partly, unsupported (nothing read shows it), contradicted (what was read shows otherwise), outdated (was taught, is no longer), advice (a rule, neither true nor false).',
    }),
    why: Type.String({
      minLength: 20,
      maxLength: 700,
      description: 'Why this verdict, in plain sentences with the figures.',
    }),
    source: Type.Union([Source, Type.Array(Source, { minItems: 1 })], {
      description: 'Key of a file in knowledge/sources, or a list of keys.',
    }),
    certainty: Type.Enum(CERTAINTIES, {
      description:
        'published: read in the sources. derived: arithmetic on them. unverified: background, nothing was opened; such a claim cannot be reviewed. estimate: ours.',
    }),
    note: Type.Optional(Type.String({ maxLength: 600, description: 'For reviewers.' })),
    seed: Type.Optional(
      Type.Array(Type.String({ pattern: '^C([1-9]|[1-4][0-9]|5[0-3])$' }), {
        minItems: 1,
        description: 'Numbers of the claims of the first article that it answers, C1 to C53.',
      }),
    ),
    departs: Type.Optional(
      Type.String({
        minLength: 20,
        maxLength: 400,
        description: 'Why the verdict is not the one of the first table; only where it is not.',
      }),
    ),
    author: Type.String({ minLength: 2, maxLength: 120 }),
    review: Type.Object(
      {
        state: Type.Enum(['not yet reviewed', 'reviewed'] as const),
        by: Type.Optional(Type.String({ minLength: 2, maxLength: 120 })),
        on: Type.Optional(Day),
      },
      closed,
    ),
    nextReview: Day,
    history: Type.Array(Type.Object({ on: Day, change: Line }, closed), {
      minItems: 1,
      description: 'What changed and when, oldest first.',
    }),
  },
  closed,
);

export const AuthoredGuide = Type.Object(
  {
    id: Id,
    title: Type.String({ minLength: 3, maxLength: 80 }),
    summary: Type.String({
      minLength: 20,
      maxLength: 200,
      description: 'One or two plain sentences, for lists.',
    }),
    part: Type.Enum(GUIDE_PARTS),
    order: Type.Integer({ minimum: 1, maximum: 99, description: 'Place within its part.' }),
    changed: Day,
    conditions: Type.Optional(
      Type.Array(Id, { description: 'Causes of which it tells; their results link here.' }),
    ),
    plans: Type.Optional(Type.Array(Id, { description: 'Plans that link here.' })),
    exercises: Type.Optional(Type.Array(Id, { description: 'Exercises that link here.' })),
    getHelp: Type.Optional(
      Type.Object(
        {
          level: Type.Enum(TRIAGE_LEVELS),
          title: Type.String({
            maxLength: 80,
            description: 'An instruction that ends in "if": Be seen today if.',
          }),
          signs: Type.Array(Line, { minItems: 1, maxItems: 7 }),
        },
        { ...closed, description: 'Said first, before any advice that could harm with a serious cause.' },
      ),
    ),
    noComments: Type.Optional(Type.Boolean({ description: 'On pages about emergencies nobody comments.' })),
    claims: Type.Array(AuthoredClaim),
  },
  { ...closed, $id: 'guide', title: 'Guide page: what it is, and the claims it makes' },
);

export type AuthoredGuide = Static<typeof AuthoredGuide>;
export type AuthoredClaim = Static<typeof AuthoredClaim>;
export type Verdict = (typeof VERDICTS)[number];
export type GuidePart = (typeof GUIDE_PARTS)[number];
