// How far apart numbers lie, without a logarithm.

/** How far factors reach: the least whole power of two such that all lie between 2^-reach and 2^reach; 0 is left out. */
export function reachOf(factors: Float64Array): number {
  let most = 1;
  for (let at = 0; at < factors.length; at++) {
    const factor = factors[at] as number;
    const size = factor >= 1 ? factor : factor > 0 ? 1 / factor : 1;
    if (size > most) most = size;
  }
  let reach = 0;
  while (most > 1 && reach < 1100) {
    most /= 2;
    reach++;
  }
  return reach;
}

/** Whether all factors lie between 2^-reach and 2^reach. A factor of 0 excludes a pair and is fine. */
export function isWithin(factors: Float64Array, reach: number): boolean {
  const least = 2 ** -reach;
  const most = 2 ** reach;
  for (let at = 0; at < factors.length; at++) {
    const factor = factors[at] as number;
    if (factor !== 0 && !(factor >= least && factor <= most)) return false;
  }
  return true;
}
