// Laws of the forecast over random runners, on the studies as committed, and a table of what the sources say themselves.

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Prognosis } from '../src/knowledge/index.ts';
import { normalAbove } from '../src/probability/index.ts';
import {
  type Forecast,
  type ForecastFacts,
  forecaster,
  poolStudies,
  rangesOf,
} from '../src/recover/index.ts';
import { readKnowledgeKept } from '../src/store/index.ts';

const loaded = await readKnowledgeKept();
if (!loaded.ok || !loaded.value.prognosis) throw new Error('The knowledge does not load.');
const prognosis: Prognosis = loaded.value.prognosis;
const forecast = forecaster(prognosis);

function told(cause: string, facts: ForecastFacts, by = forecast): Forecast {
  const result = by(cause, facts);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

const figures = ({ returns }: Forecast) =>
  returns.map(({ median, fifty, eighty }) => [eighty.from, fifty.from, median, fifty.to, eighty.to]);

const causes = fc.constantFrom(
  ...Object.entries(prognosis.causes).flatMap(([key, { severity }]) => {
    const [cause = '', own] = key.split('/');
    const forms: readonly (string | undefined)[] =
      own === undefined ? [undefined, ...Object.keys(severity)] : [own];
    return forms.map((presentation) => ({ cause, ...(presentation === undefined ? {} : { presentation }) }));
  }),
);
const facts: fc.Arbitrary<ForecastFacts> = fc.record(
  {
    level: fc.constantFrom('professional', 'mixed', 'recreational'),
    age: fc.integer({ min: 10, max: 90 }),
    daysToPainFreeWalking: fc.oneof(
      fc.integer({ min: 0, max: 30 }),
      fc.record({ moreThan: fc.integer({ min: 0, max: 30 }) }),
    ),
    kneeExtensionLackDegrees: fc.integer({ min: 0, max: 90 }),
    ownPredictionDays: fc.integer({ min: 1, max: 400 }),
    pastInjury: fc.boolean(),
    daySeven: fc.constantFrom('better', 'as-expected', 'worse'),
    stagesDone: fc.double({ min: 0, max: 1, noNaN: true }),
    daysSoFar: fc.integer({ min: 0, max: 1000 }),
    reached: fc.constantFrom('running', 'training'),
  },
  { requiredKeys: [] },
);
/** Rounding of floating-point arithmetic, relative. */
const NOISE = 1 + 1e-9;

const expectNotEarlier = (later: Forecast, earlier: Forecast) => {
  figures(later).forEach((row, index) => {
    row.forEach((days, column) => {
      expect(days * NOISE).toBeGreaterThanOrEqual(figures(earlier)[index]?.[column] ?? Number.NaN);
    });
  });
};

describe('the forecast of return', () => {
  it('has ranges that nest, returns in their order, and nothing before today', () => {
    fc.assert(
      fc.property(causes, facts, ({ cause, ...form }, known) => {
        const rows = figures(told(cause, { ...form, ...known }));
        for (const [index, row] of rows.entries()) {
          row.reduce((before, days) => {
            expect(days).toBeGreaterThanOrEqual(before);
            return days;
          }, known.daysSoFar ?? 0);
          row.forEach((days, column) => {
            expect(days * NOISE).toBeGreaterThanOrEqual(rows[index - 1]?.[column] ?? 0);
            expect(Number.isFinite(days)).toBe(true);
          });
        }
      }),
    );
  });

  it('never comes earlier because more time has gone by without a return', () => {
    fc.assert(
      fc.property(causes, facts, fc.integer({ min: 1, max: 300 }), ({ cause, ...form }, known, more) => {
        const daysSoFar = Math.min(3650, (known.daysSoFar ?? 0) + more);
        const { stagesDone, ...rest } = known;
        const same = { ...form, ...(known.daysSoFar ? known : rest) };
        expectNotEarlier(told(cause, { ...same, daysSoFar }), told(cause, same));
      }),
    );
  });

  it('never comes earlier for a worse fact', () => {
    const worse: readonly ((known: ForecastFacts) => ForecastFacts | undefined)[] = [
      (known) =>
        known.kneeExtensionLackDegrees === undefined
          ? undefined
          : { ...known, kneeExtensionLackDegrees: Math.min(90, known.kneeExtensionLackDegrees + 10) },
      (known) =>
        typeof known.daysToPainFreeWalking === 'number'
          ? { ...known, daysToPainFreeWalking: known.daysToPainFreeWalking + 1 }
          : undefined,
      (known) =>
        typeof known.daysToPainFreeWalking === 'number'
          ? { ...known, daysToPainFreeWalking: { moreThan: known.daysToPainFreeWalking } }
          : undefined,
      (known) =>
        known.ownPredictionDays === undefined
          ? undefined
          : { ...known, ownPredictionDays: known.ownPredictionDays * 2 },
      (known) =>
        known.daySeven === 'better' ? { ...known, daySeven: 'as-expected' } : { ...known, daySeven: 'worse' },
      (known) =>
        known.stagesDone === undefined ? undefined : { ...known, stagesDone: known.stagesDone / 2 },
      (known) => ({ ...known, pastInjury: true }),
    ];
    fc.assert(
      fc.property(causes, facts, fc.constantFrom(...worse), ({ cause, ...form }, known, worsen) => {
        const other = worsen(known);
        if (other) expectNotEarlier(told(cause, { ...form, ...other }), told(cause, { ...form, ...known }));
      }),
    );
    for (const [milder, graver] of [
      ['mild', 'moderate'],
      ['moderate', 'severe'],
    ] as const) {
      expectNotEarlier(
        told('hamstring-strain', { presentation: graver }),
        told('hamstring-strain', { presentation: milder }),
      );
    }
  });

  it('is never narrower on fewer studies', () => {
    const width = (one: Forecast) =>
      Math.max(...one.returns.map(({ eighty }) => Math.log(eighty.to / eighty.from)));
    const studies = [...new Set(prognosis.rows.map((row) => row.study))];
    fc.assert(
      fc.property(causes, fc.subarray(studies), ({ cause, ...form }, kept) => {
        const fewer = forecaster({
          ...prognosis,
          rows: prognosis.rows.filter((row) => kept.includes(row.study)),
        });
        expect(width(told(cause, form, fewer)) * NOISE).toBeGreaterThanOrEqual(width(told(cause, form)));
      }),
      { numRuns: 25 },
    );
  });

  it('is wider for a grade that is not known, for rows that were not read, and past the ages studied', () => {
    const spread = (facts: ForecastFacts, by = forecast) => {
      const { from = 1, to = 1 } = told('hamstring-strain', facts, by).returns[1]?.eighty ?? {};
      return Math.log(to / from);
    };
    expect(spread({})).toBeGreaterThan(spread({ presentation: 'moderate' }));
    expect(spread({ age: 50 })).toBeGreaterThan(spread({ age: 30 }));
    const doubted = prognosis.rows.map((row) => ({ ...row, status: 'unverified' as const }));
    expect(spread({}, forecaster({ ...prognosis, rows: doubted }))).toBeGreaterThan(spread({}));
  });

  it('is never narrower for want of any one study, the far-off ones included', () => {
    const width = (one: Forecast) =>
      Math.log((one.returns[0]?.eighty.to ?? 1) / (one.returns[0]?.eighty.from ?? 1));
    for (const study of ['askling2006', 'askling2008', 'askling2014', 'kilcoyne2011', 'cushman2015']) {
      const without = forecaster({ ...prognosis, rows: prognosis.rows.filter((row) => row.study !== study) });
      for (const cause of ['hamstring-strain', 'proximal-hamstring-avulsion', 'sciatica']) {
        expect(width(told(cause, {}, without)) * NOISE).toBeGreaterThanOrEqual(width(told(cause, {})));
      }
    }
  });

  it('is never narrower than people of one study differ', () => {
    fc.assert(
      fc.property(causes, ({ cause, ...form }) => {
        for (const { eighty } of told(cause, form).returns) {
          expect(Math.log(eighty.to / eighty.from)).toBeGreaterThan(
            2 * 1.2815515655446004 * prognosis.model.within.value,
          );
        }
      }),
    );
  });

  it('halves those who are left: of whoever is not back by now, half are back by the median', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 6, noNaN: true }),
        fc.double({ min: 0.1, max: 1.5, noNaN: true }),
        fc.double({ min: 1, max: 500, noNaN: true }),
        (mean, spread, soFar) => {
          const left = (days: number) => normalAbove((Math.log(days) - mean) / spread);
          fc.pre(left(soFar) > 1e-12);
          const { median, eighty } = rangesOf({ mean, variance: spread ** 2 }, soFar);
          expect(left(median) / left(soFar)).toBeCloseTo(0.5, 5);
          expect(left(eighty.to) / left(soFar)).toBeCloseTo(0.1, 5);
        },
      ),
    );
  });

  it('is the same whatever the order of the studies', () => {
    const turned = forecaster({ ...prognosis, rows: [...prognosis.rows].reverse() });
    figures(told('hamstring-strain', {}, turned))
      .flat()
      .forEach((days, index) => {
        expect(days).toBeCloseTo(figures(told('hamstring-strain', {})).flat()[index] ?? Number.NaN, 6);
      });
  });
});

// Whether the forecast says what its sources say: each figure lies in the middle half that is told.
test.each([
  [
    'a scan without a tear, professionals: 8 days',
    'hamstring-strain',
    { level: 'professional', kneeExtensionLackDegrees: 5 },
    8,
    'Ekstrand 2012',
  ],
  [
    'grade 2, professionals: 22 to 24 days',
    'hamstring-strain',
    { level: 'professional', presentation: 'moderate' },
    23,
    'Ekstrand 2012 and 2016',
  ],
  [
    '20 to 29 degrees lacking: 3 to 4 weeks',
    'hamstring-strain',
    { level: 'professional', kneeExtensionLackDegrees: 25 },
    25,
    'Malliaropoulos 2010',
  ],
  [
    '30 degrees lacking or more: 8 weeks',
    'hamstring-strain',
    { level: 'professional', kneeExtensionLackDegrees: 30 },
    56,
    'Malliaropoulos 2010',
  ],
  ['torn off the sit bone: 24 weeks', 'proximal-hamstring-avulsion', {}, 168, 'van der Made 2022'],
  [
    'neck of the thigh bone: 107 days',
    'femoral-stress-fracture',
    { level: 'mixed', presentation: 'neck' },
    107,
    'Hoenig 2023',
  ],
  [
    'stress fractures of collegiate runners: 90 days',
    'pelvic-stress-fracture',
    { level: 'mixed' },
    90,
    'Miller 2018',
  ],
] as const)('%s', (_name, cause, known, days, _source) => {
  const training = told(cause, known).returns[1];
  expect(training?.fifty.from).toBeLessThanOrEqual(days);
  expect(training?.fifty.to).toBeGreaterThanOrEqual(days);
});

test('walking free of pain late quarters the odds of training within three weeks (Warren 2010: 4.0, 1.3 to 12.6)', () => {
  const within = (facts: ForecastFacts) => {
    const one = told('hamstring-strain', { level: 'professional', ...facts }).returns[1];
    // The share back by day 21, from the median and the 80 % range.
    const spread = Math.log((one?.eighty.to ?? 1) / (one?.eighty.from ?? 1)) / (2 * 1.2815515655446004);
    const z = (Math.log(21) - Math.log(one?.median ?? 1)) / spread;
    return 1 / (1 + Math.exp(-1.702 * z));
  };
  const odds = (p: number) => p / (1 - p);
  const ratio = odds(within({ daysToPainFreeWalking: 1 })) / odds(within({ daysToPainFreeWalking: 3 }));
  expect(ratio).toBeGreaterThan(1.3);
  expect(ratio).toBeLessThan(12.6);
});

test('whoever will never return weighs more the longer it lasts; at the start it is the published share (Askling 2008: 14 of 30)', () => {
  const share = (daysSoFar: number) =>
    told('hamstring-strain', { presentation: 'stretch-type', daysSoFar }).notBack?.share ?? Number.NaN;
  expect(share(0)).toBeCloseTo(14 / 30, 10);
  expect(share(200)).toBeGreaterThan(share(100));
  expect(told('hamstring-strain', {}).notBack).toBeUndefined();
});

test('severity, endpoint and level of sport each add days', () => {
  const { slopes } = poolStudies(prognosis, prognosis.rows);
  expect(Math.min(...Object.values(slopes))).toBeGreaterThan(0);
});

test('a study that is far off loses its say: a hundred times as long pulls no more than ten times', () => {
  const pulled = (factor: number) => {
    const rows = prognosis.rows.map((row) =>
      row.study === 'kilcoyne2011' && row.days ? { ...row, days: row.days * factor } : row,
    );
    return told('hamstring-strain', {}, forecaster({ ...prognosis, rows })).returns[1]?.median ?? Number.NaN;
  };
  expect(pulled(100)).toBeLessThan(pulled(10));
  expect(pulled(10) / pulled(1)).toBeLessThan(1.15);
});

test('a row that is no time of return is never learned from', () => {
  expect(poolStudies(prognosis, prognosis.rows).rows.map(({ id }) => id)).not.toContain('P083');
});

test.each([
  [{ age: 'old' }, 'age'],
  [{ stagesDone: 1.5 }, 'stagesDone'],
  [{ daySeven: 'fine' }, 'daySeven'],
  [{ daysToPainFreeWalking: { moreThan: -1 } }, 'daysToPainFreeWalking'],
  [{ ownPredictionDays: Number.NaN }, 'ownPredictionDays'],
])('%o is refused with what was expected', (wrong, fact) => {
  const result = forecast('hamstring-strain', wrong as unknown as ForecastFacts);
  expect(result).toMatchObject({ ok: false, refusal: { kind: 'bad-fact', fact } });
});

test('a cause that no study timed has no forecast', () => {
  expect(forecast('muscle-cramp', {})).toEqual({
    ok: false,
    refusal: { kind: 'never-timed', cause: 'muscle-cramp' },
  });
});
