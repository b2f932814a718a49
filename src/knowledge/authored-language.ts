// The shape of a file of translations: a dictionary from the exact English text to the same in another language. The English
// text is the key, so a text that has changed falls back to English rather than showing what it no longer says.

import { type Static, Type } from 'typebox';
import { LANGUAGES } from '../vocabulary/index.ts';

/** The parts of the knowledge that runners read, for saying which of them a language has whole. */
export const AREAS = [
  'findings',
  'screens',
  'red-flags',
  'levels',
  'gates',
  'care',
  'clinical-names',
  'recovery',
  'training',
] as const;
export type Area = (typeof AREAS)[number];

const closed = { additionalProperties: false };

export const AuthoredLanguage = Type.Object(
  {
    language: Type.Enum(LANGUAGES.filter((one) => one !== 'en-GB')),
    review: Type.Object(
      {
        state: Type.Enum(['not yet reviewed', 'reviewed'] as const),
        by: Type.Optional(Type.String({ minLength: 1, maxLength: 120 })),
        on: Type.Optional(Type.String({ format: 'date' })),
      },
      { ...closed, description: 'Who has read the translation against the English; a machine has not.' },
    ),
    complete: Type.Optional(
      Type.Array(Type.Enum(AREAS), {
        description: 'Parts of the knowledge without a text missing; a missing one is then a mistake.',
      }),
    ),
    texts: Type.Record(Type.String({ minLength: 1 }), Type.String({ minLength: 1 }), {
      description: 'The exact English text, then the same in this language.',
    }),
  },
  { ...closed, $id: 'language', title: 'Language: translations of texts of the knowledge' },
);
export type AuthoredLanguage = Static<typeof AuthoredLanguage>;
