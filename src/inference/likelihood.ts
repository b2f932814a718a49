// P(reported state | which parents are present): the causes' own distributions combined, split into halves where the
// finding belongs to a group, and sent through the answer channel.

import { either, type Halves, halvesOf, product, strongest, throughChannel } from '../probability/index.ts';
import type { Combination, FindingSpec } from './network.ts';

/** What the causes show together; without any, the background. A single cause shows what it shows alone. */
export function shownBy(
  combines: Combination,
  background: readonly number[],
  causes: readonly (readonly number[])[],
): readonly number[] {
  const [first, second] = causes;
  if (!first) return background;
  if (!second) return first;
  switch (combines) {
    case 'strongest':
      return strongest(causes, background);
    case 'either':
      return either(causes);
    case 'product':
      return product(causes, background);
  }
}

/** What is reported in weakly and in strongly marked cases. A set that says nothing about the finding does not move it. */
export function reportedBy(
  { combines, background, misreport, mark }: FindingSpec,
  causes: readonly (readonly number[])[],
  spread: number,
): Halves {
  const halves = halvesOf(shownBy(combines, background, causes), causes.length > 0 ? spread : 0, mark);
  const weak = throughChannel(halves.weak, misreport);
  return { weak, strong: halves.strong === halves.weak ? weak : throughChannel(halves.strong, misreport) };
}
