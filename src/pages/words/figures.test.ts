// Distances in kilometres and miles: what is typed comes back as it was typed, and no unit is taken for the other.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DISTANCE_UNITS, LANGUAGES, METRES_IN, unitLiked } from '../../vocabulary/index.ts';
import { figureWords } from './figures.ts';

const ALL = LANGUAGES.flatMap((tongue) => DISTANCE_UNITS.map((unit) => [tongue, unit] as const));
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe.each(ALL)('figures in %s and %s', (tongue, unit) => {
  const figures = figureWords(tongue, unit);

  test('show what was typed, to a hundredth, as it was typed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 31_000 }), (hundredths) => {
        const value = hundredths / 100;
        expect(figures.typed(figures.metresTyped(value))).toBe(String(value));
      }),
    );
  });

  test('lose less than half a hundredth of a unit of what was measured', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500_000 }), (metres) => {
        const back = figures.metresTyped(Number(figures.typed(metres)));
        expect(Math.abs(back - metres)).toBeLessThanOrEqual(METRES_IN[unit] / 200 + 0.5);
      }),
    );
  });

  test('never name the other unit', () => {
    const other = unit === 'km' ? /\bmi\b|mph|feet|pieds|\bft\b|miles/ : /km|kilom/;
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 400_000, noNaN: true }), (metres) => {
        const { distance, exactly, pace, speed, climb, unitName, climbName } = figures;
        const said = [
          distance(metres),
          exactly(metres),
          pace(3),
          speed(3),
          climb(metres),
          unitName,
          climbName,
        ];
        for (const one of said) expect(one).not.toMatch(other);
      }),
    );
  });
});

describe('a distance', () => {
  const [km, mi] = [figureWords('en-GB', 'km'), figureWords('en-GB', 'mi')];

  test.each([
    // A marathon is 42.195 km: 26 miles and 385 yards.
    [42_195, '42.2 km', '26.2 mi', '26.22 mi'],
    [5000, '5 km', '3.1 mi', '3.11 mi'],
    [1609.344, '1.6 km', '1 mi', '1 mi'],
    [640, '640 m', '0.4 mi', '0.4 mi'],
    [100, '100 m', '0.06 mi', '0.06 mi'],
    [0, '0 km', '0 mi', '0 mi'],
  ])('of %i metres', (metres, inKilometres, inMiles, exactly) => {
    expect(plain(km.distance(metres))).toBe(inKilometres);
    expect(plain(mi.distance(metres))).toBe(inMiles);
    expect(plain(mi.exactly(metres))).toBe(exactly);
  });

  test('has its pace, speed and climb', () => {
    // Twelve kilometres an hour: five minutes a kilometre.
    expect(plain(km.pace(12 / 3.6))).toBe('5:00 min/km');
    expect(plain(mi.pace(12 / 3.6))).toBe('8:03 min/mi');
    expect(plain(mi.speed(12 / 3.6))).toBe('7.5 mph');
    expect(plain(mi.climb(304.8))).toBe('1,000 ft');
    expect(mi.climbTyped(1000)).toBe(304.8);
  });

  test('is never « mille » in French, which would be the nautical one', () => {
    const french = figureWords('fr-CA', 'mi');
    expect(plain(french.distance(5000))).toBe('3,1 mi');
    expect(french.unitName).toBe('mi');
  });
});

test.each([
  ['en-US,en;q=0.9', 'mi'],
  ['en-GB,en;q=0.9', 'mi'],
  ['en-CA,en-US;q=0.8', 'km'],
  ['fr-CA', 'km'],
  ['en;q=0.9,en-US;q=0.3', 'mi'],
  ['en', 'km'],
  ['fr-FR;q=0.2, en-us;q=0.7', 'mi'],
  ['zh-Hans-CN', 'km'],
  ['my-MM', 'mi'],
  ['en-US;q=0,de-DE', 'km'],
  ['', 'km'],
  [undefined, 'km'],
])('who reads “%s” sees %s first', (header, unit) => {
  expect(unitLiked(header)).toBe(unit);
});
