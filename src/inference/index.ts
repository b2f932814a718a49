export { compileLarge, type LargeNetwork } from './large.ts';
export { shownBy } from './likelihood.ts';
export { type Combination, checkNetwork, type FindingSpec, type NetworkSpec } from './network.ts';
export { SearchSession } from './search.ts';
export type { Question } from './search-value.ts';
export { NONE, Session } from './session.ts';
export { membersOf, type Sets } from './sets.ts';
export { rowsOf } from './subsets.ts';
export { compileTables, type FindingTable, type Tables } from './tables.ts';
