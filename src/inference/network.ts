// What the engine works on: a network as plain numbers. It knows causes and findings by number and nothing of medicine.
//
// A hypothesis is the set of causes that are present: one to K of them. Its prior is κ(size) · ∏ odds · ∏ pair factors. A
// finding is reported in one of its states; P(state | set) depends only on the causes in the set that are linked to it
// (its parents), and always goes through the answer channel. Findings of a group share a hidden half: the case is marked
// weakly or strongly, and given that half and the set they are independent.
// K is a statement of the model, not a shortcut: with κ given for each size, every posterior is exact.

/** How several causes show in one finding; see `probability/combine.ts`. */
export type Combination = 'strongest' | 'either' | 'product';

export interface NetworkSpec {
  /** Prior odds of each cause, 0 or more. */
  readonly odds: readonly number[];
  /** Causes of the same kind exclude each other (two grades of one injury); by default each is its own kind. */
  readonly kinds?: readonly number[];
  /** κ: weight of sets of 1, 2 … K causes, relative to independence. Its length is K, 1 or more. */
  readonly sizes: readonly number[];
  /** Pairs of causes that occur together `times` as often as by chance; 0 excludes. */
  readonly pairs?: readonly { readonly a: number; readonly b: number; readonly times: number }[];
  readonly findings: readonly FindingSpec[];
  /** Spread of each group in log odds, 0 or more. */
  readonly spreads?: readonly number[];
  /** Sets whose prior weight is at most this share of the sum of all odds are no hypotheses; 0 by default: all are. */
  readonly least?: number;
}

export interface FindingSpec {
  /** P(true state) without any linked cause; at least two states, from least to most where `strongest` combines. */
  readonly background: readonly number[];
  readonly combines: Combination;
  /** Share of answers that name any state at random, 0–1. */
  readonly misreport: number;
  /** P(true state | this cause alone), at most once for each cause. */
  readonly links: readonly { readonly cause: number; readonly p: readonly number[] }[];
  /** Index into `spreads`: findings of one group travel together. */
  readonly group?: number;
  /** The state that goes with the group, where states have no order; by default more of the finding goes with it. */
  readonly mark?: number;
}

/** Most causes in one set that the dense engine lists; the search takes any number. */
export const MOST_LISTED = 3;

/**
 * Refuses a network that is not one.
 * @throws RangeError that says what was expected and found: a network is made by code, so this is a bug of that code.
 */
export function checkNetwork({ odds, sizes, kinds, pairs = [], findings, spreads = [] }: NetworkSpec): void {
  const isWeight = (one: number) => Number.isFinite(one) && one >= 0;
  const isCause = (one: number) => Number.isInteger(one) && one >= 0 && one < odds.length;
  expect(odds.length > 0 && odds.every(isWeight), 'odds of at least one cause, finite and not negative');
  expect(
    sizes.length > 0 && sizes.every(isWeight),
    'a weight for each size of a set, at least for one cause',
  );
  expect(!kinds || kinds.length === odds.length, `a kind for each of ${odds.length} causes`);
  expect(
    pairs.every(({ a, b, times }) => isCause(a) && isCause(b) && a !== b && isWeight(times)),
    'pairs of two different causes',
  );
  expect(spreads.every(isWeight), 'spreads of 0 or more');
  findings.forEach(({ background, misreport, links, group, mark }, index) => {
    const where = `in finding ${index}: `;
    const isDistribution = (p: readonly number[]) =>
      p.length === background.length &&
      p.every(isWeight) &&
      Math.abs(p.reduce((sum, one) => sum + one, 0) - 1) < 1e-6;
    expect(background.length > 1 && isDistribution(background), `${where}a background that sums to 1`);
    expect(misreport >= 0 && misreport <= 1, `${where}a share of misreports between 0 and 1`);
    expect(
      links.every(({ cause, p }) => isCause(cause) && isDistribution(p)),
      `${where}links to causes, each a distribution over ${background.length} states`,
    );
    expect(
      new Set(links.map(({ cause }) => cause)).size === links.length,
      `${where}one link for each cause, not two`,
    );
    expect(group === undefined || group in spreads, `${where}a group with a spread`);
    expect(
      mark === undefined || (group !== undefined && mark in background),
      `${where}a mark that is a state`,
    );
  });
}

function expect(holds: boolean, what: string): void {
  if (!holds) throw new RangeError(`A network needs ${what}.`);
}
