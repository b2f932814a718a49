// Random networks small enough to work out exactly, and random answers to them.

import fc from 'fast-check';
import type { FindingSpec, NetworkSpec } from '../src/inference/index.ts';

const distribution = (states: number, zeros: boolean) =>
  fc
    .array(fc.integer({ min: zeros ? 0 : 1, max: 60 }), { minLength: states, maxLength: states })
    .map((weights) => (weights.every((weight) => weight === 0) ? weights.map(() => 1) : weights))
    .map((weights) => {
      const total = weights.reduce((sum, one) => sum + one, 0);
      return weights.map((weight) => weight / total);
    });

const finding = (causes: number, groups: number, zeros: boolean): fc.Arbitrary<FindingSpec> =>
  fc.integer({ min: 2, max: 4 }).chain((states) =>
    fc
      .record({
        background: distribution(states, zeros),
        combines: fc.constantFrom('strongest' as const, 'either' as const, 'product' as const),
        misreport: zeros ? fc.constant(0) : fc.constantFrom(0, 0.02, 0.1),
        links: fc.tuple(
          ...Array.from({ length: causes }, () => fc.option(distribution(states, zeros), { nil: undefined })),
        ),
        group: fc.option(fc.integer({ min: 0, max: Math.max(0, groups - 1) }), { nil: undefined }),
      })
      .map(({ links, group, ...one }) => ({
        ...one,
        links: links.flatMap((p, cause) => (p ? [{ cause, p }] : [])),
        ...(group === undefined || groups === 0 ? {} : { group, ...markOf(one) }),
      })),
  );

/** States that have no order go with a group by one of them. */
function markOf({ combines, background }: Pick<FindingSpec, 'combines' | 'background'>): { mark?: number } {
  return combines === 'strongest' ? {} : { mark: background.length >> 1 };
}

/** Networks of up to 6 causes and 8 findings, with everything that a network can have. */
export const networks = (zeros = false): fc.Arbitrary<NetworkSpec> =>
  fc
    .record({
      causes: fc.integer({ min: 1, max: 6 }),
      findings: fc.integer({ min: 1, max: 8 }),
      groups: fc.integer({ min: 0, max: 2 }),
    })
    .chain(({ causes, findings, groups }) =>
      fc.record({
        odds: fc
          .array(fc.integer({ min: 1, max: 2000 }), { minLength: causes, maxLength: causes })
          .map((all) => all.map((one) => one / 1000)),
        kinds: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: causes, maxLength: causes }),
        sizes: fc.constantFrom([1], [1, 0.15], [1, 1, 1], [1, 0.2, 0.05], [0.5, 1, 2]),
        pairs: fc.constantFrom([], causes > 1 ? [{ a: 1, b: 0, times: 3 }] : []),
        findings: fc.tuple(...Array.from({ length: findings }, () => finding(causes, groups, zeros))),
        spreads: fc.constantFrom(
          Array.from({ length: groups }, () => 1.2),
          Array.from({ length: groups }, (_, at) => 0.4 + at),
        ),
      }),
    );

/** A state of some of the findings, in random order. */
export const answersTo = (network: NetworkSpec): fc.Arbitrary<ReadonlyMap<number, number>> =>
  fc
    .tuple(
      ...network.findings.map(({ background }) =>
        fc.option(fc.integer({ min: 0, max: background.length - 1 }), { nil: undefined }),
      ),
    )
    .chain((states) =>
      fc.shuffledSubarray(
        states.flatMap((state, at) => (state === undefined ? [] : [[at, state] as const])),
        { minLength: states.filter((state) => state !== undefined).length },
      ),
    )
    .map((entries) => new Map(entries));
