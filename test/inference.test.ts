// The numeric engine against the definition of its model in extended precision, and against itself by other ways.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawFindings, drawPerson, HEAVY, LARGE, networkOf, REFERENCE } from '../bench/networks.ts';
import {
  compileLarge,
  compileTables,
  membersOf,
  type NetworkSpec,
  SearchSession,
  Session,
} from '../src/inference/index.ts';
import { randomFrom } from '../src/probability/index.ts';
import { type Exact, exactPosterior } from './exact-network.ts';
import { answersTo, networks } from './network-arbitrary.ts';

const asked = (zeros: boolean) =>
  networks(zeros).chain((network) => answersTo(network).map((answers) => ({ network, answers })));

function sessionWith(network: NetworkSpec, answers: ReadonlyMap<number, number>): Session {
  const session = new Session(compileTables(network));
  for (const [finding, state] of answers) session.answer(finding, state);
  return session;
}

function largestGap(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let gap = a.length === b.length ? 0 : Number.POSITIVE_INFINITY;
  for (let at = 0; at < a.length; at++) {
    const here = Math.abs((a[at] ?? 0) - (b[at] ?? 0));
    gap = here <= gap ? gap : here;
  }
  return gap;
}

/** The probabilities of the exact sets, in the order and choice of the engine's list. */
function inOrder(exact: Exact, network: NetworkSpec): number[] {
  const at = new Map(exact.sets.map((set, index) => [set.join(), exact.probabilities[index] ?? 0]));
  return membersOf(compileTables(network).sets).map((set) => at.get(set.join()) ?? Number.NaN);
}

describe('probabilities', () => {
  test('equal the definition in 512 bits to 1e-12, for any network and answers', () => {
    fc.assert(
      fc.property(asked(false), ({ network, answers }) => {
        const exact = exactPosterior(network, answers);
        const session = sessionWith(network, answers);
        expect(largestGap(session.posterior(), exact.posterior)).toBeLessThan(1e-12);
        expect(largestGap(session.setProbabilities(), inOrder(exact, network))).toBeLessThan(1e-12);
      }),
      { numRuns: 200 },
    );
  });

  test('also where some answers are impossible for some causes', () => {
    fc.assert(
      fc.property(asked(true), ({ network, answers }) => {
        const exact = exactPosterior(network, answers);
        fc.pre(exact.isPossible);
        expect(largestGap(sessionWith(network, answers).posterior(), exact.posterior)).toBeLessThan(1e-12);
      }),
      { numRuns: 150 },
    );
  });

  test.each([
    [5, 0],
    [10, 0.02],
    [20, 0],
    [30, 0],
    [30, 0.02],
  ])('equal it on 30 causes × 150 findings with %i answers and misreports of %f', (count, misreport) => {
    const network = networkOf({ ...REFERENCE, misreport });
    const random = randomFrom(count);
    const { states } = drawPerson(network, random);
    const answers = new Map(drawFindings(network, count, random).map((at) => [at, states[at] ?? 0]));
    const exact = exactPosterior(network, answers);
    const session = sessionWith(network, answers);
    expect(largestGap(session.posterior(), exact.posterior)).toBeLessThan(1e-12);
    expect(largestGap(session.setProbabilities(), inOrder(exact, network))).toBeLessThan(1e-12);
  });

  test('count a pair that occurs together in every set of three, before any answer', () => {
    const network: NetworkSpec = {
      odds: [0.5, 0.4, 0.3, 0.2, 0.1],
      sizes: [1, 1, 1],
      pairs: [
        { a: 2, b: 1, times: 5 },
        { a: 3, b: 4, times: 0.5 },
      ],
      findings: [],
    };
    const exact = exactPosterior(network, new Map());
    const session = sessionWith(network, new Map());
    expect(largestGap(session.posterior(), exact.posterior)).toBeLessThan(1e-12);
    expect(largestGap(session.setProbabilities(), inOrder(exact, network))).toBeLessThan(1e-12);
  });

  test('hold where the weights lie 200 orders of magnitude apart', () => {
    const rare = [1 - 1e-9, 1e-9];
    const network: NetworkSpec = {
      odds: [1, 1, 1],
      sizes: [1, 1, 1],
      findings: Array.from({ length: 24 }, (_, at) => ({
        background: rare,
        combines: 'strongest',
        misreport: 0,
        links: [{ cause: at % 3, p: [0.5, 0.5] }],
      })),
    };
    const answers = new Map(network.findings.map((_, at) => [at, 1]));
    const exact = exactPosterior(network, answers);
    expect(largestGap(sessionWith(network, answers).posterior(), exact.posterior)).toBeLessThan(1e-12);
  });
});

describe('the value of a question', () => {
  /** The textbook way: H(before) − Σ P(answer) · H(after), from probabilities worked out anew for each answer. */
  function textbook(
    network: NetworkSpec,
    answers: ReadonlyMap<number, number>,
    finding: number,
    classOf: Uint16Array,
  ) {
    const bits = (session: Session) => {
      const byClass = new Map<number, number>();
      session.setProbabilities().forEach((p, set) => {
        byClass.set(classOf[set] ?? 0, (byClass.get(classOf[set] ?? 0) ?? 0) + p);
      });
      return [...byClass.values()].reduce((sum, p) => (p > 0 ? sum - p * Math.log2(p) : sum), 0);
    };
    const states = network.findings[finding]?.background.map((_, state) => state) ?? [];
    const before = exactShare(network, answers);
    return states.reduce(
      (value, state) => {
        const after = new Map([...answers, [finding, state]]);
        const chance = exactShare(network, after) / before;
        return chance > 0 ? value - chance * bits(sessionWith(network, after)) : value;
      },
      bits(sessionWith(network, answers)),
    );
  }

  /** P(answers), by the chain rule over what a session says of each answer given those before it. */
  function exactShare(network: NetworkSpec, answers: ReadonlyMap<number, number>): number {
    const tables = compileTables(network);
    const sets = membersOf(tables.sets);
    const prior = new Session(tables).setProbabilities();
    return sets.reduce((sum, set, at) => {
      let weight = prior[at] ?? 0;
      const halves = new Map<number, [number, number]>();
      for (const [finding, state] of answers) {
        const table = tables.finding(finding);
        const parents =
          network.findings[finding]?.links.map(({ cause }) => cause).sort((a, b) => a - b) ?? [];
        const present = set.filter((cause) => parents.includes(cause));
        const row = rowFor(tables, finding, present);
        const place = row * table.states + state;
        if (table.group < 0) weight *= table.weak[place] ?? 0;
        else {
          const [weak, strong] = halves.get(table.group) ?? [1, 1];
          halves.set(table.group, [weak * (table.weak[place] ?? 0), strong * (table.strong[place] ?? 0)]);
        }
      }
      for (const [weak, strong] of halves.values()) weight *= (weak + strong) / 2;
      return sum + weight;
    }, 0);
  }

  function rowFor(
    tables: ReturnType<typeof compileTables>,
    finding: number,
    present: readonly number[],
  ): number {
    const n = tables.sets.causes;
    const [i = 0, j = 0] = present;
    const place = membersOf(tables.sets).findIndex((set) => set.join() === present.join());
    const cell =
      present.length === 1 ? i : present.length === 2 ? n + i * n + j : tables.sets.firstSet + place;
    return present.length === 0 ? 0 : tables.finding(finding).subsets.cells.indexOf(cell) + 1;
  }

  test('equals the textbook to 1e-12 bits, about sets and about classes of them', () => {
    fc.assert(
      fc.property(asked(false), ({ network, answers }) => {
        const session = sessionWith(network, answers);
        const size = session.setProbabilities().length;
        const each = Uint16Array.from({ length: size }, (_, set) => set);
        const three = Uint16Array.from({ length: size }, (_, set) => (set * 7) % 3);
        const about = Float64Array.from(session.values());
        const aboutClass = Float64Array.from(session.valuesAbout(three, 3));
        network.findings.forEach((_, finding) => {
          if (answers.has(finding)) return expect([about[finding], aboutClass[finding]]).toEqual([0, 0]);
          expect(Math.abs((about[finding] ?? 0) - textbook(network, answers, finding, each))).toBeLessThan(
            1e-12,
          );
          expect(
            Math.abs((aboutClass[finding] ?? 0) - textbook(network, answers, finding, three)),
          ).toBeLessThan(1e-12);
        });
      }),
      { numRuns: 40 },
    );
  });
});

describe('history', () => {
  test('leaves no trace: answering, changing and withdrawing in any order gives the same bits', () => {
    const histories = networks().chain((network) =>
      fc
        .array(
          fc.tuple(
            fc.integer({ min: 0, max: network.findings.length - 1 }),
            fc.integer({ min: -1, max: 1 }),
            fc.boolean(),
          ),
          { maxLength: 20 },
        )
        .map((steps) => ({ network, steps })),
    );
    fc.assert(
      fc.property(histories, ({ network, steps }) => {
        const session = new Session(compileTables(network));
        const now = new Map<number, number>();
        for (const [finding, state, look] of steps) {
          session.answer(finding, state);
          if (state < 0) now.delete(finding);
          else now.set(finding, state);
          if (look) session.values();
        }
        const fresh = sessionWith(network, new Map([...now].reverse()));
        expect([...session.posterior()]).toEqual([...fresh.posterior()]);
        expect([...session.setProbabilities()]).toEqual([...fresh.setProbabilities()]);
        expect([...session.values()]).toEqual([...fresh.values()]);
      }),
    );
  });

  test('leaves no trace in the search either', () => {
    const network = networkOf({ ...LARGE, causes: 100, findings: 300 });
    const large = compileLarge(network);
    const random = randomFrom(4);
    const used = new SearchSession(large);
    for (let round = 0; round < 20; round++) {
      const { states } = drawPerson(network, random);
      const findings = drawFindings(network, 12, random);
      const fresh = new SearchSession(large);
      used.clear();
      for (const finding of findings) used.answer(finding, 1 - (states[finding] ?? 0));
      used.best();
      for (const finding of findings) used.answer(finding, states[finding] ?? 0);
      for (const finding of [...findings].reverse()) fresh.answer(finding, states[finding] ?? 0);
      expect([...used.posterior()]).toEqual([...fresh.posterior()]);
      expect(used.best()).toEqual(fresh.best());
    }
  });
});

describe('the search', () => {
  const binary = networks().map(
    (network): NetworkSpec => ({
      odds: network.odds,
      ...(network.kinds ? { kinds: network.kinds } : {}),
      sizes: network.sizes,
      pairs: network.pairs ?? [],
      findings: network.findings.map(({ background, misreport, links }) => {
        const two = (p: readonly number[]) => [p[0] ?? 0, 1 - (p[0] ?? 0)];
        return {
          background: two(background),
          misreport,
          combines: 'strongest',
          links: links.map(({ cause, p }) => ({ cause, p: two([Math.min(p[0] ?? 0, background[0] ?? 0)]) })),
        };
      }),
    }),
  );

  test('is nowhere further from the truth than its bound', () => {
    const cases = binary.chain((network) =>
      fc.tuple(answersTo(network), fc.constantFrom(0.3, 1e-2, 1e-6)).map(([answers, tolerance]) => ({
        network,
        answers,
        tolerance,
      })),
    );
    fc.assert(
      fc.property(cases, ({ network, answers, tolerance }) => {
        const exact = exactPosterior(network, answers);
        const session = new SearchSession(compileLarge(network), tolerance);
        for (const [finding, state] of answers) session.answer(finding, state);
        expect(session.leftOut()).toBeLessThanOrEqual(tolerance);
        expect(largestGap(session.posterior(), exact.posterior)).toBeLessThanOrEqual(
          session.leftOut() + 1e-13,
        );
      }),
      { numRuns: 400 },
    );
  });

  test.each([0, 0.03])(
    'chooses the question that the listing engine finds most telling, misreports %f',
    (misreport) => {
      const network = networkOf({ ...REFERENCE, misreport });
      const listed = new Session(compileTables(network));
      const search = new SearchSession(compileLarge(network), 1e-9);
      const random = randomFrom(8);
      for (let round = 0; round < 40; round++) {
        const { states } = drawPerson(network, random);
        listed.clear();
        search.clear();
        for (const finding of drawFindings(network, round % 20, random)) {
          listed.answer(finding, states[finding] ?? 0);
          search.answer(finding, states[finding] ?? 0);
        }
        const values = listed.values();
        const best = search.best();
        expect(best?.bits).toBeCloseTo(Math.max(...values), 7);
        expect(values[best?.finding ?? 0]).toBeCloseTo(Math.max(...values), 7);
      }
    },
  );

  test('passes over no question by its bound, in any network', () => {
    const cases = binary.chain((network) => answersTo(network).map((answers) => ({ network, answers })));
    fc.assert(
      fc.property(cases, ({ network, answers }) => {
        const search = new SearchSession(compileLarge(network), 1e-13);
        for (const [finding, state] of answers) search.answer(finding, state);
        const values = sessionWith(network, answers).values();
        const open = [...values].filter((_, finding) => !answers.has(finding));
        const best = search.best();
        expect(best === undefined).toBe(open.length === 0);
        if (best) expect(Math.abs(best.bits - Math.max(...open))).toBeLessThan(1e-9);
      }),
      { numRuns: 400 },
    );
  });

  test('passes over none where many causes are present at once and nothing is answered', () => {
    for (let seed = 0; seed < 60; seed++) {
      const sizes = seed % 2 === 0 ? [1, 1] : [1, 1, 1];
      const drawn = networkOf({ causes: 8, findings: 12, seed, sizes });
      const network: NetworkSpec = {
        ...drawn,
        odds: drawn.odds.map(() => 1),
        findings: drawn.findings.map((one) => ({ ...one, links: one.links.slice(0, 1) })),
      };
      const values = new Session(compileTables(network)).values();
      expect(new SearchSession(compileLarge(network)).best()?.bits).toBeCloseTo(Math.max(...values), 9);
    }
  });

  test('sums where a yes has a hundred causes, within its bound', () => {
    const network = networkOf({ ...HEAVY, causes: 40, findings: 40, heavy: { share: 1, most: 38 } });
    const random = randomFrom(6);
    for (let round = 0; round < 3; round++) {
      const answers = new Map(
        drawFindings(network, 5, random).map((finding, at) => [finding, at < 3 ? 1 : 0]),
      );
      const exact = exactPosterior(network, answers);
      const session = new SearchSession(compileLarge(network), 1e-4);
      for (const [finding, state] of answers) session.answer(finding, state);
      expect(session.leftOut()).toBeLessThan(1e-4);
      expect(largestGap(session.posterior(), exact.posterior)).toBeLessThanOrEqual(session.leftOut() + 1e-13);
    }
  });
});

describe('a network that is none is refused with what was expected', () => {
  const yesNo = { background: [0.9, 0.1], combines: 'strongest', misreport: 0, links: [] } as const;
  test.each<[string, NetworkSpec, RegExp]>([
    ['no cause', { odds: [], sizes: [1], findings: [] }, /odds of at least one cause/],
    ['no size', { odds: [1], sizes: [], findings: [] }, /a weight for each size/],
    [
      'a background that does not sum',
      { odds: [1], sizes: [1], findings: [{ ...yesNo, background: [1, 1] }] },
      /finding 0: a background/,
    ],
    [
      'a link to nobody',
      { odds: [1], sizes: [1], findings: [{ ...yesNo, links: [{ cause: 1, p: [0, 1] }] }] },
      /finding 0: links to causes/,
    ],
    [
      'a group without a spread',
      { odds: [1], sizes: [1], findings: [{ ...yesNo, group: 0 }] },
      /finding 0: a group/,
    ],
    ['four causes at once', { odds: [1], sizes: [1, 1, 1, 1], findings: [] }, /cannot be listed/],
  ])('%s', (_, network, message) => {
    expect(() => compileTables(network)).toThrow(message);
  });

  test('an answer that the network does not have', () => {
    const session = new Session(compileTables({ odds: [1], sizes: [1], findings: [yesNo] }));
    expect(() => session.answer(0, 2)).toThrow(/no state 2 of finding 0/);
    expect(() => session.answer(1, 0)).toThrow(/no state 0 of finding 1/);
  });
});
