// A formula as an indented list in plain words, for authors and reviewers who do not read YAML.

import { type Formula, findingById, type KnowledgeBase } from '../knowledge/index.ts';
import { UNSURE } from '../vocabulary/index.ts';
import { indented, wrap } from './text.ts';

/** Writes a formula out: one bullet a statement. */
export function formulaInWords(formula: Formula, knowledge: KnowledgeBase, width: number): string {
  switch (formula.kind) {
    case 'is':
      return wrap(statement(formula, knowledge), width, '• ', '  ');
    case 'not':
      return `• not:\n${indented(formulaInWords(formula.of, knowledge, width - 2))}`;
    case 'atLeast': {
      const [only] = formula.of;
      if (formula.of.length === 1 && only) return formulaInWords(only, knowledge, width);
      const parts = formula.of.map((part) => indented(formulaInWords(part, knowledge, width - 2)));
      return [`• ${howMany(formula.count, formula.of.length)}:`, ...parts].join('\n');
    }
  }
}

function howMany(count: number, of: number): string {
  if (count === of) return 'all of these';
  return count === 1 ? 'at least one of these' : `at least ${count} of these ${of}`;
}

/** `Pop or snap: Yes (pop is yes)`, the words and what stands in the file. */
function statement(
  { finding: id, states }: Extract<Formula, { kind: 'is' }>,
  knowledge: KnowledgeBase,
): string {
  const finding = findingById(knowledge, id);
  const label = (state: string) =>
    state === UNSURE ? 'not sure' : (finding?.states.find((one) => one.id === state)?.label ?? state);
  return `${finding?.short ?? id}: ${states.map(label).join(' or ')} (${id} is ${states.join(' or ')})`;
}
