// What the rules across files share: where things stand in a file, which states a finding has, which formulas and
// likelihoods a file holds.

import type {
  AuthoredCondition,
  AuthoredDistribution,
  AuthoredFinding,
  AuthoredFormula,
} from './authored.ts';
import type { Mistake } from './authored-files.ts';
import type { Shaped, ShapedKnowledge } from './check-shape.ts';

export type Path = readonly (string | number)[];

export function mistake(
  file: Shaped<unknown>,
  path: Path,
  expected: string,
  found: string,
  remedy: string,
): Mistake {
  return { file: file.path, line: file.lineOf(path), expected, found, remedy };
}

export function allFiles(knowledge: ShapedKnowledge): readonly Shaped<unknown>[] {
  return [
    ...knowledge.findings,
    ...knowledge.conditions,
    ...knowledge.redFlags,
    ...knowledge.gates,
    ...(knowledge.interview ? [knowledge.interview] : []),
    ...(knowledge.model ? [knowledge.model] : []),
    ...knowledge.recovery.exercises,
    ...knowledge.recovery.ladders,
    ...knowledge.recovery.plans,
    ...(knowledge.recovery.shared ? [knowledge.recovery.shared] : []),
    ...knowledge.prognosis.studies,
    ...(knowledge.prognosis.forecast ? [knowledge.prognosis.forecast] : []),
    ...knowledge.guide,
    ...(knowledge.training ? [knowledge.training] : []),
  ];
}

/** Walks a value and calls `visit` for every object in it, with the path that leads there. */
export function walk(
  value: unknown,
  visit: (node: Record<string, unknown>, path: Path) => void,
  path: Path = [],
): void {
  if (Array.isArray(value)) value.forEach((item, index) => walk(item, visit, [...path, index]));
  else if (value && typeof value === 'object') {
    visit(value as Record<string, unknown>, path);
    for (const [key, part] of Object.entries(value)) walk(part, visit, [...path, key]);
  }
}

export function statesByFinding(knowledge: ShapedKnowledge): ReadonlyMap<string, readonly string[]> {
  return new Map(
    knowledge.findings.map((file) => [file.content.id, file.content.states.map((state) => state.id)]),
  );
}

export function likelihoodsOf(condition: AuthoredCondition) {
  const entries = (from: Record<string, AuthoredDistribution>, path: Path) =>
    Object.entries(from).map(([finding, written]) => ({ finding, written, path: [...path, finding] }));
  return [
    ...entries(condition.findings ?? {}, ['findings']),
    ...condition.presentations.flatMap((presentation, index) =>
      entries(presentation.findings, ['presentations', index, 'findings']),
    ),
  ];
}

export function formulas(
  file: Shaped<unknown>,
): readonly { readonly formula: AuthoredFormula; readonly path: Path }[] {
  const found: { formula: AuthoredFormula; path: Path }[] = [];
  walk(file.content, (node, path) => {
    for (const key of ['when', 'unless', 'asksWhen', 'notIf']) {
      if (node[key] && typeof node[key] === 'object') {
        found.push({ formula: node[key] as AuthoredFormula, path: [...path, key] });
      }
    }
  });
  return found;
}

export function isYesNo(finding: AuthoredFinding): boolean {
  return finding.states.length === 2 && finding.states.every(({ id }) => id === 'yes' || id === 'no');
}
