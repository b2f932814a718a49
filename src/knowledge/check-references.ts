// What the rules about the way back share: a reference leads somewhere, an id stands once, a comparison points the right way.

import type { Mistake } from './authored-files.ts';
import type { AuthoredCriterion, AuthoredLimit, AuthoredRecovery } from './authored-recovery.ts';
import type { Shaped } from './check-shape.ts';
import { mistake, type Path } from './mistakes.ts';

/**
 * A limit must be hit by worse values and a criterion be met by better ones, or a worse check-in could look better.
 */
export function comparisonIsSafe(
  file: Shaped<unknown>,
  path: Path,
  written: AuthoredCriterion | AuthoredLimit,
  kind: 'limit' | 'criterion',
  shared: AuthoredRecovery,
): readonly Mistake[] {
  const measure = shared.measures.find(({ id }) => id === written.measure);
  if (!measure) return knownMeasure(file, [...path, 'measure'], written.measure, shared);
  const { atMost, atLeast } = written;
  if ((atMost === undefined) === (atLeast === undefined)) {
    return [mistake(file, path, 'atMost or atLeast', 'both or none', 'Keep one.')];
  }
  const bound = (measure.worse === 'higher') === (kind === 'limit') ? 'atLeast' : 'atMost';
  const value = atMost ?? atLeast ?? 0;
  if (written[bound] === undefined) {
    return [
      mistake(
        file,
        path,
        `${bound}, because ${measure.id} is worse when ${measure.worse}`,
        bound === 'atMost' ? 'atLeast' : 'atMost',
        `Turn the comparison of this ${kind} round.`,
      ),
    ];
  }
  return value >= measure.min && value <= measure.max
    ? []
    : [
        mistake(
          file,
          path,
          `a value from ${measure.min} to ${measure.max}`,
          String(value),
          'Correct the value.',
        ),
      ];
}

export function knownMeasure(
  file: Shaped<unknown>,
  path: Path,
  id: string,
  shared: AuthoredRecovery,
): readonly Mistake[] {
  return oneOf(
    file,
    path,
    id,
    shared.measures.map((one) => one.id),
    'a measure of recovery.yaml',
  );
}

export function oneOf(
  file: Shaped<unknown>,
  path: Path,
  id: string,
  known: readonly string[],
  expected: string,
): readonly Mistake[] {
  return known.includes(id)
    ? []
    : [mistake(file, path, expected, id, 'Correct the id or add what it names.')];
}

export function twice(file: Shaped<unknown>, key: string, ids: readonly string[]): readonly Mistake[] {
  return ids
    .map((id, index) => ({ id, index }))
    .filter(({ id, index }) => ids.indexOf(id) !== index)
    .map(({ id, index }) => mistake(file, [key, index], 'an id of its own', id, 'Rename it.'));
}
