// In which unit distances are shown and typed. Everything inside is in metres; a unit only stands on a page and in a field.

export const DISTANCE_UNITS = ['km', 'mi'] as const;

export type DistanceUnit = (typeof DISTANCE_UNITS)[number];

/** The international mile has exactly this many metres. */
export const METRES_IN: Readonly<Record<DistanceUnit, number>> = { km: 1000, mi: 1609.344 };
/** So has the international foot. */
export const METRES_IN_FOOT = 0.3048;

/** Regions whose roads and races are in miles (Unicode CLDR, measurement systems US and UK). */
const IN_MILES: ReadonlySet<string> = new Set(['US', 'GB', 'LR', 'MM']);

/** Tells whether a text names a unit of ours. */
export function isDistanceUnit(text: unknown): text is DistanceUnit {
  return (DISTANCE_UNITS as readonly unknown[]).includes(text);
}

/** The unit of the region that an Accept-Language header likes best; kilometres where it names none. */
export function unitLiked(header: string | undefined): DistanceUnit {
  const regions = (header ?? '')
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.split(';').map((part) => part.trim());
      const weight = parameters.find((part) => part.startsWith('q='))?.slice(2);
      // The first part is the language; a region has two letters, a script four.
      const region = tag
        .split('-')
        .slice(1)
        .find((part) => /^[a-z]{2}$/i.test(part));
      return { region: region?.toUpperCase(), weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ region, weight }) => region !== undefined && weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return IN_MILES.has(regions[0]?.region ?? '') ? 'mi' : 'km';
}
