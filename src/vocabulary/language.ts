// The languages that the product speaks. English is what the knowledge is written in and what everything falls back to.

export const LANGUAGES = ['en-GB', 'fr-CA'] as const;

export type Language = (typeof LANGUAGES)[number];

export const DEFAULT_LANGUAGE: Language = 'en-GB';

/** Tells whether a text names a language of ours. */
export function isLanguage(text: unknown): text is Language {
  return (LANGUAGES as readonly unknown[]).includes(text);
}

/**
 * The language of ours that an Accept-Language header likes best. The region does not matter: whoever reads French reads ours
 * sooner than English.
 */
export function languageLiked(header: string | undefined): Language {
  const liked = (header ?? '')
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.split(';').map((part) => part.trim().toLowerCase());
      const weight = parameters.find((part) => part.startsWith('q='))?.slice(2);
      return { tongue: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { tongue } of liked) {
    const language = LANGUAGES.find((one) => one.split('-')[0] === tongue);
    if (language) return language;
  }
  return DEFAULT_LANGUAGE;
}
