// The small change of compiling: where a thing comes from, a number with its basis, a rule that forbids.

import type { AuthoredCondition } from './authored.ts';
import type { Basis, Forbids, Parameter } from './basis.ts';
import { compileFormula } from './compile-formula.ts';

export interface Based {
  readonly source: string | readonly string[];
  readonly certainty: Basis['certainty'];
  readonly note?: string;
}

export function basisOf(written: Based): Basis {
  return {
    sources: typeof written.source === 'string' ? [written.source] : written.source,
    certainty: written.certainty,
    ...optional('note', written.note),
  };
}

export function parameterOf(written: Based & { readonly value: number }): Parameter {
  return { value: written.value, basis: basisOf(written) };
}

export function compileForbids(written: NonNullable<AuthoredCondition['forbids']>[number]): Forbids {
  return {
    action: written.action,
    because: written.because,
    ...optional('when', written.when && compileFormula(written.when)),
    basis: basisOf(written),
  };
}

/** A key with its value, or nothing. */
export function optional<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [K in Key]?: Value } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: Value };
}
