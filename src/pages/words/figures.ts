// Distances, times and shares as a language writes them, in kilometres or miles. A hard space keeps a unit with its number. Short
// stretches, as of strides and sprints, stay in metres for everybody: tracks and the exercises of the knowledge are laid out in
// them. In French a mile is written « mi »: « mille » alone is read as the nautical one.

import { type DistanceUnit, type Language, METRES_IN, METRES_IN_FOOT } from '../../vocabulary/index.ts';

export interface FigureWords {
  readonly unit: DistanceUnit;
  /** The unit in a label: `kilometres`. */
  readonly unitName: string;
  /** Uphill in a label: `metres` beside kilometres, `feet` beside miles. */
  readonly climbName: string;
  /** With at most this many digits behind the point; none unless told. */
  readonly number: (value: number, digits?: number) => string;
  /** `5.2 km`, and below a kilometre `640 m`; `3.2 mi`, and below a mile `0.4 mi`. */
  readonly distance: (metres: number) => string;
  /** The same to the metre, or to a hundredth of a mile. */
  readonly exactly: (metres: number) => string;
  /** A short stretch, always in metres. */
  readonly metres: (metres: number) => string;
  /** Up or down: `120 m`, `394 ft`. */
  readonly climb: (metres: number) => string;
  /** `48 min`, `1 h 05 min`. */
  readonly time: (seconds: number) => string;
  /** Minutes and seconds a kilometre or mile, `5:30 min/km`. */
  readonly pace: (metresPerSecond: number) => string;
  readonly speed: (metresPerSecond: number) => string;
  /** Of a share of one, `35 %` as the language sets it. */
  readonly percent: (share: number) => string;
  /** Kilometres or miles, for the height of a bar. */
  readonly inUnit: (metres: number) => number;
  /** What a field for a distance shows. */
  readonly typed: (metres: number) => string;
  /** Metres, to the whole one, of what was typed into it. */
  readonly metresTyped: (value: number) => number;
  /** Metres up of what was typed. */
  readonly climbTyped: (value: number) => number;
}

const NAMES: Readonly<Record<Language, Readonly<Record<DistanceUnit, string>>>> = {
  'en-GB': { km: 'kilometres', mi: 'miles' },
  'fr-CA': { km: 'kilomètres', mi: 'mi' },
};
const CLIMB_NAMES: typeof NAMES = {
  'en-GB': { km: 'metres', mi: 'feet' },
  'fr-CA': { km: 'mètres', mi: 'pieds' },
};
const FOOT: Readonly<Record<Language, string>> = { 'en-GB': 'ft', 'fr-CA': 'pi' };
const MILES_AN_HOUR: Readonly<Record<Language, string>> = { 'en-GB': 'mph', 'fr-CA': 'mi/h' };

export function figureWords(tongue: Language, unit: DistanceUnit = 'km'): FigureWords {
  const formats = [0, 1, 2].map((digits) => new Intl.NumberFormat(tongue, { maximumFractionDigits: digits }));
  const number = (value: number, digits = 0) => formats[digits]?.format(value) ?? String(value);
  const percent = new Intl.NumberFormat(tongue, { style: 'percent', maximumFractionDigits: 0 });
  const two = (value: number) => String(value).padStart(2, '0');
  const [isMiles, inOne] = [unit === 'mi', METRES_IN[unit]];
  const inUnit = (metres: number) => metres / inOne;
  const rounded = (metres: number, digits: number) => `${number(inUnit(metres), digits)}\u00a0${unit}`;
  const metres = (value: number) => `${number(value)}\u00a0m`;
  return {
    unit,
    unitName: NAMES[tongue][unit],
    climbName: CLIMB_NAMES[tongue][unit],
    number,
    distance: (far) => {
      if (far > 0 && far < inOne) return isMiles ? rounded(far, far < inOne / 10 ? 2 : 1) : metres(far);
      return rounded(far, far < 100 * inOne ? 1 : 0);
    },
    exactly: (far) => (isMiles ? rounded(far, 2) : metres(far)),
    metres,
    climb: (up) => (isMiles ? `${number(up / METRES_IN_FOOT)}\u00a0${FOOT[tongue]}` : metres(up)),
    time: (seconds) => {
      const minutes = Math.round(seconds / 60);
      return minutes < 60
        ? `${minutes}\u00a0min`
        : `${Math.floor(minutes / 60)}\u00a0h\u00a0${two(minutes % 60)}\u00a0min`;
    },
    pace: (speed) => {
      const seconds = Math.round(inOne / speed);
      return `${Math.floor(seconds / 60)}:${two(seconds % 60)}\u00a0min/${unit}`;
    },
    speed: (speed) => `${number(inUnit(speed * 3600), 1)}\u00a0${isMiles ? MILES_AN_HOUR[tongue] : 'km/h'}`,
    percent: (share) => percent.format(share).replace(' ', '\u00a0'),
    inUnit,
    typed: (far) => String(Math.round(inUnit(far) * 100) / 100),
    metresTyped: (value) => Math.round(value * inOne),
    // To a tenth of a metre, or a thousand feet would come back as a thousand and one.
    climbTyped: (value) => Math.round(value * (isMiles ? METRES_IN_FOOT : 1) * 10) / 10,
  };
}
