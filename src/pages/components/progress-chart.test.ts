import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayOf } from '../../vocabulary/index.ts';
import { english } from '../words/index.ts';
import { type ProgressDay, progressChart } from './progress-chart.ts';
import { PAIN, PAINS, plotOf } from './progress-plot.ts';
import { trendInWords } from './progress-words.ts';

const START = '2026-03-23';

/** Also above the scale: it must not leave the picture. */
const pain = fc.option(fc.integer({ min: 0, max: 12 }), { nil: undefined });

/** Days with gaps, in any order. */
const days: fc.Arbitrary<readonly ProgressDay[]> = fc
  .uniqueArray(
    fc.record({
      offset: fc.nat({ max: 250 }),
      morning: pain,
      worst: pain,
      during: pain,
      stage: fc.integer({ min: 1, max: 8 }),
      decision: fc.constantFrom('advance', 'hold', 'step-back', 'pause', 'see-someone'),
      colour: fc.constantFrom(undefined, 'amber' as const, 'red' as const, 'refer' as const),
      ran: fc.option(fc.integer({ min: 0, max: 300 }), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 60, selector: ({ offset }) => offset },
  )
  .map((all) =>
    all.map(
      ({ offset, ...rest }) =>
        Object.fromEntries(
          Object.entries({ ...rest, date: addDays(START, offset), stageName: `Part ${rest.stage}` }).filter(
            ([, value]) => value !== undefined,
          ),
        ) as unknown as ProgressDay,
    ),
  );

const svgOf = (given: readonly ProgressDay[]) =>
  String(progressChart({ days: given })).match(/<svg role="img"[\s\S]*?<\/svg>/)?.[0] ?? '';

/** Every x and every y that the drawing goes to. */
function placesIn(svg: string): { readonly x: number[]; readonly y: number[] } {
  const [x, y]: [number[], number[]] = [[], []];
  for (const [, path = ''] of svg.matchAll(/ d="([^"]*)"/g)) {
    expect(path).toMatch(/^(?:[ML]-?[\d.]+ -?[\d.]+|[HV]-?[\d.]+|Z)*$/);
    for (const [, command, first, second] of path.matchAll(/([MLHV])(-?[\d.]+)(?: (-?[\d.]+))?/g)) {
      if (command === 'V') y.push(Number(first));
      else x.push(Number(first));
      if (second !== undefined) y.push(Number(second));
    }
  }
  for (const [, left, top, width, height] of svg.matchAll(
    /<rect class="run" x="(.+?)" y="(.+?)" width="(.+?)" height="(.+?)"/g,
  )) {
    x.push(Number(left), Number(left) + Number(width));
    y.push(Number(top), Number(top) + Number(height));
  }
  for (const [, left, top] of svg.matchAll(/<text[^>]* x="(.+?)" y="(.+?)"/g)) {
    x.push(Number(left));
    y.push(Number(top));
  }
  return { x, y };
}

describe('the progress chart', () => {
  test('draws everything within its view box', () => {
    fc.assert(
      fc.property(days, (given) => {
        const { width, height } = plotOf(given);
        const { x, y } = placesIn(svgOf(given));
        for (const one of x) expect(one).toSatisfy((n: number) => n >= 0 && n <= width);
        for (const one of y) expect(one).toSatisfy((n: number) => n >= 0 && n <= height);
      }),
    );
  });

  test('has a row a day in its table, in the order of the dates, with the numbers that were given', () => {
    fc.assert(
      fc.property(days, (given) => {
        const table = String(progressChart({ days: given })).match(/<tbody>[\s\S]*<\/tbody>/)?.[0] ?? '';
        const rows = [...table.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = '']) => ({
          date: row.match(/datetime="(.+?)"/)?.[1],
          numbers: [...row.matchAll(/<td>(\d+|<span class="hidden">not told<\/span>)<\/td>/g)].map(
            ([, cell]) => (cell?.startsWith('<') ? undefined : Number(cell)),
          ),
        }));
        expect(rows).toEqual(
          [...given]
            .sort((a, b) => dayOf(a.date) - dayOf(b.date))
            .map((day) => ({ date: day.date, numbers: [day.morning, day.worst, day.during, day.ran] })),
        );
      }),
    );
  });

  test('puts a date at one place in every panel, and later dates further right', () => {
    fc.assert(
      fc.property(days, (given) => {
        const plot = plotOf(given);
        const places = new Map<string, number>();
        const points = [...PAINS.flatMap((one) => plot.pains[one].flat()), ...plot.dates];
        const runs = plot.runs.map(({ date, x, width }) => ({ date, x: x + width / 2 }));
        for (const { date, x } of [...points, ...runs]) {
          const known = places.get(date);
          // Bars are rounded at both edges.
          if (known !== undefined) expect(Math.abs(known - x)).toBeLessThanOrEqual(0.16);
          else places.set(date, x);
        }
        const inOrder = [...places].sort(([a], [b]) => dayOf(a) - dayOf(b)).map(([, x]) => x);
        expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b));
      }),
    );
  });

  test('puts more pain higher, 0 on the floor and 10 at the top', () => {
    const { painY } = plotOf([{ date: START, stage: 1, stageName: 'One', decision: 'hold' }]);
    expect(painY(0)).toBe(PAIN.bottom);
    expect(painY(10)).toBe(PAIN.top);
    for (let value = 1; value <= 10; value++) expect(painY(value)).toBeLessThan(painY(value - 1));
  });

  test('leaves a gap where a day has no value, and joins the days around it to nothing', () => {
    fc.assert(
      fc.property(days, (given) => {
        const told = new Map(given.map((day) => [day.date, day]));
        for (const one of PAINS) {
          const lines = plotOf(given).pains[one];
          for (const line of lines) {
            line.slice(1).forEach(({ date }, index) => {
              expect(date).toBe(addDays(line[index]?.date ?? '', 1));
            });
          }
          expect(lines.flat()).toHaveLength(
            [...told.values()].filter((day) => day[one] !== undefined).length,
          );
        }
      }),
    );
  });

  test('marks a hard day by shape: each colour has an outline of its own', () => {
    const marked = (colour: ProgressDay['colour']) =>
      svgOf([
        { date: START, stage: 1, stageName: 'One', decision: 'hold', ...(colour ? { colour } : {}) },
      ]).match(/class="sign \w+" d="([^"]+)"/)?.[1];
    const shapes = [marked('amber'), marked('red'), marked('refer')];
    expect(new Set(shapes).size).toBe(3);
    expect(shapes).not.toContain(undefined);
    expect(marked(undefined)).toBeUndefined();
  });

  test('marks a step back, a pause and “see someone” without being told a colour', () => {
    for (const decision of ['step-back', 'pause', 'see-someone'])
      expect(svgOf([{ date: START, stage: 1, stageName: 'One', decision }])).toContain('class="sign');
  });

  test('tells the trend in words, with its ends and its peak', () => {
    const at = (offset: number, more: Partial<ProgressDay>): ProgressDay => ({
      date: addDays(START, offset),
      stage: 1,
      stageName: 'Calm it down',
      decision: 'hold',
      ...more,
    });
    const plot = plotOf([
      at(0, { morning: 4, worst: 5 }),
      at(1, { morning: 6, worst: 5, decision: 'step-back' }),
      at(3, { morning: 1, worst: 5, stage: 2, stageName: 'Start again', ran: 12 }),
    ]);
    expect(trendInWords(plot)).toBe(
      'Pain, stage and runs, 23 Mar to 26 Mar. Morning pain fell from 4 to 1 of 10, with 6 at its highest. ' +
        'Worst pain was the same at both ends, 5 of 10. Stage 1, Calm it down, at the beginning; ' +
        'stage 2, Start again, now. Too much on 1 day. 1 run of 12 minutes.',
    );
  });

  test('names a peak only where it lies between the ends', () => {
    const rising = [1, 2, 3].map(
      (morning, index): ProgressDay => ({
        date: addDays(START, index),
        morning,
        stage: 1,
        stageName: 'One',
        decision: 'hold',
      }),
    );
    expect(trendInWords(plotOf(rising))).toContain('Morning pain rose from 1 to 3 of 10. Stage');
  });

  test('escapes what it is given and names its picture', () => {
    const html = String(
      progressChart({ days: [{ date: START, stage: 1, stageName: '<b>"', decision: '<i>' }] }),
    );
    expect(html).not.toMatch(/<b>|<i>/);
    expect(html).toContain('role="img" aria-label="Pain, stage and runs');
    expect(english.dates.short('2026-06-01')).toBe('1 Jun');
  });

  test('says so when there is nothing to draw', () => {
    expect(String(progressChart({ days: [] }))).toContain('Nothing to draw yet.');
  });
});
