// Rules about formulas: one form each, about findings and states that exist.

import { UNSURE } from '../vocabulary/index.ts';
import type { AuthoredFormula } from './authored.ts';
import type { Mistake } from './authored-files.ts';
import type { Shaped, ShapedKnowledge } from './check-shape.ts';
import { formsOf } from './compile-formula.ts';
import { allFiles, formulas, mistake, type Path, statesByFinding } from './mistakes.ts';

export function formulasSpeakOfKnownStates(knowledge: ShapedKnowledge): readonly Mistake[] {
  const states = statesByFinding(knowledge);
  const check = (file: Shaped<unknown>, formula: AuthoredFormula, path: Path): readonly Mistake[] => {
    const forms = formsOf(formula);
    if (forms.length !== 1) {
      return [
        mistake(
          file,
          path,
          'one form: finding + is, all, any, atLeast + of, or not',
          forms.length === 0 ? 'none' : forms.join(' and '),
          'Nest one form in the other.',
        ),
      ];
    }
    if (formula.finding !== undefined || formula.is !== undefined) {
      const known = states.get(formula.finding ?? '');
      if (!known)
        return [
          mistake(
            file,
            [...path, 'finding'],
            'the id of a finding',
            String(formula.finding),
            'Correct the id or add the finding.',
          ),
        ];
      const named =
        formula.is === undefined ? [] : typeof formula.is === 'string' ? [formula.is] : formula.is;
      const foreign = named.filter((state) => state !== UNSURE && !known.includes(state));
      return foreign.length === 0 && named.length > 0
        ? []
        : [
            mistake(
              file,
              [...path, 'is'],
              `states of ${formula.finding}: ${known.join(', ')}, ${UNSURE}`,
              foreign.join(', ') || 'nothing',
              'Correct the state.',
            ),
          ];
    }
    if (
      (formula.of === undefined) !== (formula.atLeast === undefined) ||
      (formula.atLeast ?? 0) > (formula.of?.length ?? 0)
    ) {
      return [
        mistake(
          file,
          path,
          'atLeast: n with of: a list of n or more',
          JSON.stringify(formula).slice(0, 60),
          'Give both, with n no larger than the list.',
        ),
      ];
    }
    return [
      ...(formula.all ?? []).flatMap((part, index) => check(file, part, [...path, 'all', index])),
      ...(formula.any ?? []).flatMap((part, index) => check(file, part, [...path, 'any', index])),
      ...(formula.of ?? []).flatMap((part, index) => check(file, part, [...path, 'of', index])),
      ...(formula.not ? check(file, formula.not, [...path, 'not']) : []),
    ];
  };
  return allFiles(knowledge).flatMap((file) =>
    formulas(file).flatMap(({ formula, path }) => check(file, formula, path)),
  );
}
