// From a formula as authors write it to one that can be evaluated.

import type { AuthoredFormula } from './authored.ts';
import { all, any, type Formula } from './formula.ts';

/** Names the forms that a written formula uses; a right one uses exactly one. */
export function formsOf(written: AuthoredFormula): readonly string[] {
  const forms: string[] = [];
  if (written.finding !== undefined || written.is !== undefined) forms.push('finding + is');
  if (written.all !== undefined) forms.push('all');
  if (written.any !== undefined) forms.push('any');
  if (written.atLeast !== undefined || written.of !== undefined) forms.push('atLeast + of');
  if (written.not !== undefined) forms.push('not');
  return forms;
}

/** Compiles a checked formula. Throws on one that the checker would refuse: that is a bug, not bad input. */
export function compileFormula(written: AuthoredFormula): Formula {
  if (written.all) return all(written.all.map(compileFormula));
  if (written.any) return any(written.any.map(compileFormula));
  if (written.not) return { kind: 'not', of: compileFormula(written.not) };
  if (written.of && written.atLeast) {
    return { kind: 'atLeast', count: written.atLeast, of: written.of.map(compileFormula) };
  }
  if (written.finding && written.is !== undefined) {
    return {
      kind: 'is',
      finding: written.finding,
      states: typeof written.is === 'string' ? [written.is] : written.is,
    };
  }
  throw new Error('A formula without a form reached the compiler.');
}

/** Lists every finding that a written formula names. */
export function findingsOf(written: AuthoredFormula): readonly string[] {
  const parts = [
    ...(written.all ?? []),
    ...(written.any ?? []),
    ...(written.of ?? []),
    ...(written.not ? [written.not] : []),
  ];
  return [...(written.finding === undefined ? [] : [written.finding]), ...parts.flatMap(findingsOf)];
}
