// Distances, times and shares as a language writes them. A hard space keeps a unit with its number.

import type { Language } from '../../vocabulary/index.ts';

export interface FigureWords {
  /** With at most this many digits behind the point; none unless told. */
  readonly number: (value: number, digits?: number) => string;
  /** `5.2 km`; below a kilometre `640 m`. */
  readonly distance: (metres: number) => string;
  readonly metres: (metres: number) => string;
  /** `48 min`, `1 h 05 min`. */
  readonly time: (seconds: number) => string;
  /** Minutes and seconds a kilometre, `5:30 min/km`. */
  readonly pace: (metresPerSecond: number) => string;
  readonly speed: (metresPerSecond: number) => string;
  /** Of a share of one, `35 %` as the language sets it. */
  readonly percent: (share: number) => string;
}

export function figureWords(tongue: Language): FigureWords {
  const formats = [0, 1, 2].map((digits) => new Intl.NumberFormat(tongue, { maximumFractionDigits: digits }));
  const number = (value: number, digits = 0) => formats[digits]?.format(value) ?? String(value);
  const percent = new Intl.NumberFormat(tongue, { style: 'percent', maximumFractionDigits: 0 });
  const two = (value: number) => String(value).padStart(2, '0');
  return {
    number,
    distance: (metres) =>
      metres > 0 && metres < 1000
        ? `${number(metres)}\u00a0m`
        : `${number(metres / 1000, metres < 100_000 ? 1 : 0)}\u00a0km`,
    metres: (metres) => `${number(metres)}\u00a0m`,
    time: (seconds) => {
      const minutes = Math.round(seconds / 60);
      return minutes < 60
        ? `${minutes}\u00a0min`
        : `${Math.floor(minutes / 60)}\u00a0h\u00a0${two(minutes % 60)}\u00a0min`;
    },
    pace: (speed) => {
      const seconds = Math.round(1000 / speed);
      return `${Math.floor(seconds / 60)}:${two(seconds % 60)}\u00a0min/km`;
    },
    speed: (speed) => `${number(speed * 3.6, 1)}\u00a0km/h`,
    percent: (share) => percent.format(share).replace(' ', '\u00a0'),
  };
}
