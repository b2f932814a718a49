// The second half of checking: what only shows when all files are seen together. One function per rule; each returns
// every breach it finds, so that an author mends a file once.

import { TRIAGE_LEVELS, UNSURE } from '../vocabulary/index.ts';
import type {
  AuthoredCondition,
  AuthoredDistribution,
  AuthoredFinding,
  AuthoredFormula,
} from './authored.ts';
import type { Mistake } from './authored-files.ts';
import type { Shaped, ShapedKnowledge } from './check-shape.ts';
import { completeDistribution } from './compile.ts';
import { formsOf } from './compile-formula.ts';

type Path = readonly (string | number)[];
type Rule = (knowledge: ShapedKnowledge) => readonly Mistake[];

const RULES: readonly Rule[] = [
  sourcesExist,
  sourcesAreUsed,
  distributionsAddUp,
  formulasSpeakOfKnownStates,
  presentationsAreWhole,
  seriousConditionsCannotBeArguedAway,
  contextIsKnown,
  linksLeadToConditions,
  findingsMatter,
  findingsAreWellFormed,
  screensHoldTickBoxes,
  levelsAndPlacesAreComplete,
  reviewsAreSigned,
];

/** Applies every rule across files. */
export function checkMeaning(knowledge: ShapedKnowledge): readonly Mistake[] {
  return RULES.flatMap((rule) => rule(knowledge));
}

function mistake(
  file: Shaped<unknown>,
  path: Path,
  expected: string,
  found: string,
  remedy: string,
): Mistake {
  return { file: file.path, line: file.lineOf(path), expected, found, remedy };
}

function allFiles(knowledge: ShapedKnowledge): readonly Shaped<unknown>[] {
  return [
    ...knowledge.findings,
    ...knowledge.conditions,
    ...knowledge.redFlags,
    ...(knowledge.interview ? [knowledge.interview] : []),
    ...(knowledge.model ? [knowledge.model] : []),
  ];
}

/** Walks a value and calls `visit` for every object in it, with the path that leads there. */
function walk(
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

function citations(file: Shaped<unknown>): readonly { readonly key: string; readonly path: Path }[] {
  const cited: { key: string; path: Path }[] = [];
  walk(file.content, (node, path) => {
    if (!('certainty' in node) || !('source' in node)) return;
    const keys = Array.isArray(node['source']) ? node['source'] : [node['source']];
    for (const key of keys) cited.push({ key: String(key), path: [...path, 'source'] });
  });
  return cited;
}

function sourcesExist(knowledge: ShapedKnowledge): readonly Mistake[] {
  const known = new Set(knowledge.sources.map((file) => file.content.key));
  return allFiles(knowledge).flatMap((file) =>
    citations(file)
      .filter(({ key }) => !known.has(key))
      .map(({ key, path }) =>
        mistake(
          file,
          path,
          'a key of knowledge/sources',
          key,
          `Add knowledge/sources/${key}.yaml (npm run new:source -- ${key}) or correct the key.`,
        ),
      ),
  );
}

function sourcesAreUsed(knowledge: ShapedKnowledge): readonly Mistake[] {
  const used = new Set(allFiles(knowledge).flatMap((file) => citations(file).map(({ key }) => key)));
  return knowledge.sources
    .filter((file) => !used.has(file.content.key))
    .map((file) =>
      mistake(
        file,
        ['key'],
        'a source that something cites',
        file.content.key,
        'Cite it or remove the file.',
      ),
    );
}

function statesByFinding(knowledge: ShapedKnowledge): ReadonlyMap<string, readonly string[]> {
  return new Map(
    knowledge.findings.map((file) => [file.content.id, file.content.states.map((state) => state.id)]),
  );
}

function distributionsAddUp(knowledge: ShapedKnowledge): readonly Mistake[] {
  const states = statesByFinding(knowledge);
  const check = (file: Shaped<unknown>, path: Path, finding: string, written: AuthoredDistribution) => {
    const known = states.get(finding);
    if (!known)
      return [mistake(file, path, 'the id of a finding', finding, 'Correct the id or add the finding.')];
    const foreign = Object.keys(written.p).filter((state) => !known.includes(state));
    if (foreign.length > 0) {
      return [
        mistake(
          file,
          [...path, 'p'],
          `states of ${finding}: ${known.join(', ')}`,
          foreign.join(', '),
          'Correct the state.',
        ),
      ];
    }
    if (completeDistribution(written.p, known)) return [];
    const sum = Object.values(written.p).reduce((total, p) => total + p, 0);
    const missing = known.filter((state) => written.p[state] === undefined);
    return [
      mistake(
        file,
        [...path, 'p'],
        `probabilities of ${finding} that sum to 1, with at most one state left out`,
        `a sum of ${Number(sum.toFixed(4))}${missing.length > 0 ? ` without ${missing.join(', ')}` : ''}`,
        'Correct the numbers; a state left out takes the rest.',
      ),
    ];
  };
  return [
    ...knowledge.findings.flatMap((file) =>
      file.content.otherwise ? check(file, ['otherwise'], file.content.id, file.content.otherwise) : [],
    ),
    ...knowledge.conditions.flatMap((file) =>
      likelihoodsOf(file.content).flatMap(({ finding, path, written }) =>
        check(file, path, finding, written),
      ),
    ),
  ];
}

function likelihoodsOf(condition: AuthoredCondition) {
  const entries = (from: Record<string, AuthoredDistribution>, path: Path) =>
    Object.entries(from).map(([finding, written]) => ({ finding, written, path: [...path, finding] }));
  return [
    ...entries(condition.findings ?? {}, ['findings']),
    ...condition.presentations.flatMap((presentation, index) =>
      entries(presentation.findings, ['presentations', index, 'findings']),
    ),
  ];
}

function formulas(
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

function formulasSpeakOfKnownStates(knowledge: ShapedKnowledge): readonly Mistake[] {
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

function presentationsAreWhole(knowledge: ShapedKnowledge): readonly Mistake[] {
  return knowledge.conditions.flatMap((file) => {
    const { presentations } = file.content;
    const sum = presentations.reduce((total, one) => total + one.share, 0);
    const ids = presentations.map((one) => one.id);
    const twice = ids.filter((id, index) => ids.indexOf(id) !== index || id === 'atypical');
    return [
      ...(Math.abs(sum - 1) > 0.005
        ? [
            mistake(
              file,
              ['presentations'],
              'shares that sum to 1',
              String(Number(sum.toFixed(4))),
              'Correct the shares.',
            ),
          ]
        : []),
      ...twice.map((id) =>
        mistake(
          file,
          ['presentations', ids.lastIndexOf(id), 'id'],
          'an id of its own (and not `atypical`)',
          id,
          'Rename it.',
        ),
      ),
    ];
  });
}

function seriousConditionsCannotBeArguedAway(knowledge: ShapedKnowledge): readonly Mistake[] {
  return knowledge.conditions
    .filter(
      ({ content }) =>
        !content.atypical &&
        content.presentations.some(({ triage }) => triage === 'emergency' || triage === 'same-day'),
    )
    .map((file) =>
      mistake(
        file,
        ['presentations'],
        'an `atypical` share, because the condition can be an emergency or need care the same day',
        'none',
        'Add atypical: { share, source, certainty }: it bounds how far "no" answers can argue the condition away.',
      ),
    );
}

function contextIsKnown(knowledge: ShapedKnowledge): readonly Mistake[] {
  const states = statesByFinding(knowledge);
  return knowledge.conditions.flatMap((file) =>
    (file.content.context ?? []).flatMap((effect, index) => {
      const known = states.get(effect.finding);
      if (!known)
        return [
          mistake(
            file,
            ['context', index, 'finding'],
            'the id of a finding',
            effect.finding,
            'Correct the id or add the finding.',
          ),
        ];
      const foreign = Object.keys(effect.times).filter((state) => !known.includes(state));
      const twice = likelihoodsOf(file.content).some(({ finding }) => finding === effect.finding);
      return [
        ...(foreign.length > 0
          ? [
              mistake(
                file,
                ['context', index, 'times'],
                `states of ${effect.finding}: ${known.join(', ')}`,
                foreign.join(', '),
                'Correct the state.',
              ),
            ]
          : []),
        ...(twice
          ? [
              mistake(
                file,
                ['context', index],
                `${effect.finding} as a context factor or as a likelihood`,
                'both',
                'Keep one; they say the same thing twice.',
              ),
            ]
          : []),
      ];
    }),
  );
}

function linksLeadToConditions(knowledge: ShapedKnowledge): readonly Mistake[] {
  const ids = new Set(knowledge.conditions.map((file) => file.content.id));
  const link = (file: Shaped<unknown>, path: Path, id: string) =>
    ids.has(id)
      ? []
      : [mistake(file, path, 'the id of a condition', id, 'Correct the id or add the condition.')];
  return [
    ...knowledge.conditions.flatMap((file) =>
      (file.content.occursWith ?? []).flatMap((one, index) =>
        link(file, ['occursWith', index, 'condition'], one.condition),
      ),
    ),
    ...knowledge.redFlags.flatMap((file) =>
      (file.content.suspects ?? []).flatMap((id, index) => link(file, ['suspects', index], id)),
    ),
  ];
}

/** A question that changes nothing is a burden. */
function findingsMatter(knowledge: ShapedKnowledge): readonly Mistake[] {
  const used = new Set<string>();
  for (const file of knowledge.conditions) {
    for (const { finding } of likelihoodsOf(file.content)) used.add(finding);
    for (const effect of file.content.context ?? []) used.add(effect.finding);
  }
  for (const file of allFiles(knowledge)) {
    for (const { formula } of formulas(file)) {
      walk(formula, (node) => {
        if (typeof node['finding'] === 'string') used.add(node['finding']);
      });
    }
  }
  return knowledge.findings
    .filter((file) => !used.has(file.content.id))
    .map((file) =>
      mistake(
        file,
        ['id'],
        'a finding on which a condition, a red flag or an advice depends',
        file.content.id,
        'Use it or remove the file.',
      ),
    );
}

function findingsAreWellFormed(knowledge: ShapedKnowledge): readonly Mistake[] {
  return knowledge.findings.flatMap((file) => {
    const finding: AuthoredFinding = file.content;
    const states = finding.states.map((state) => state.id);
    const isTest = finding.kind === 'self-test';
    return [
      ...(isTest === (finding.selfTest !== undefined)
        ? []
        : [
            mistake(
              file,
              ['kind'],
              isTest ? 'selfTest with steps, stop and notIf' : 'selfTest only in findings of kind self-test',
              'the opposite',
              'Add or remove selfTest.',
            ),
          ]),
      ...(new Set(states).size === states.length && !states.includes(UNSURE)
        ? []
        : [
            mistake(
              file,
              ['states'],
              `states that differ, none of them called ${UNSURE}`,
              states.join(', '),
              'Rename a state; "not sure" is always offered.',
            ),
          ]),
      ...(finding.otherwise
        ? []
        : [
            mistake(
              file,
              ['id'],
              'otherwise: how often each state is given when the cause says nothing about it',
              'nothing',
              'Add otherwise: { p: { … }, source, certainty }.',
            ),
          ]),
      ...(isYesNo(finding) && states[0] !== 'no'
        ? [
            mistake(
              file,
              ['states'],
              'states no, yes in this order (from least to most)',
              states.join(', '),
              'Swap them.',
            ),
          ]
        : []),
    ];
  });
}

function isYesNo(finding: AuthoredFinding): boolean {
  return finding.states.length === 2 && finding.states.every(({ id }) => id === 'yes' || id === 'no');
}

function screensHoldTickBoxes(knowledge: ShapedKnowledge): readonly Mistake[] {
  const { interview } = knowledge;
  if (!interview) return [];
  const findings = new Map(knowledge.findings.map((file) => [file.content.id, file.content]));
  const seen = new Set<string>();
  return [
    ...interview.content.screens.flatMap((screen, index) =>
      screen.findings.flatMap((id, position) => {
        const finding = findings.get(id);
        const path = ['screens', index, 'findings', position];
        const again = seen.has(id);
        seen.add(id);
        if (again)
          return [mistake(interview, path, 'a finding on one screen only', id, 'Remove it from one screen.')];
        return finding && isYesNo(finding) && finding.item
          ? []
          : [
              mistake(
                interview,
                path,
                'a yes/no finding with `item`, the line beside its tick box',
                id,
                'Add `item` to the finding or correct the id.',
              ),
            ];
      }),
    ),
    ...interview.content.first
      .map((id, index) => ({ id, index }))
      .filter(({ id }) => !findings.has(id))
      .map(({ id, index }) =>
        mistake(interview, ['first', index], 'the id of a finding', id, 'Correct the id.'),
      ),
  ];
}

function levelsAndPlacesAreComplete(knowledge: ShapedKnowledge): readonly Mistake[] {
  const { interview, model } = knowledge;
  if (!interview || !model) return [];
  const wrongLevels = (keys: readonly string[], needed: readonly string[]) => ({
    missing: needed.filter((level) => !keys.includes(level)),
    foreign: keys.filter((key) => !(TRIAGE_LEVELS as readonly string[]).includes(key)),
  });
  const texts = wrongLevels(Object.keys(interview.content.levels), TRIAGE_LEVELS);
  const raise = wrongLevels(Object.keys(model.content.raise), []);
  return [
    ...texts.missing.map((level) =>
      mistake(
        interview,
        ['levels'],
        `a text for ${level}`,
        'none',
        'Every level needs a text for what to do.',
      ),
    ),
    ...texts.foreign.map((level) =>
      mistake(
        interview,
        ['levels', level],
        `one of ${TRIAGE_LEVELS.join(', ')}`,
        level,
        'Correct the level.',
      ),
    ),
    ...raise.foreign.map((level) =>
      mistake(model, ['raise', level], `one of ${TRIAGE_LEVELS.join(', ')}`, level, 'Correct the level.'),
    ),
    ...(interview.content.places.some((place) => place.id === 'other')
      ? []
      : [mistake(interview, ['places'], 'a place `other` for everywhere else', 'none', 'Add it.')]),
  ];
}

/** A review that has not happened is never shown as one. */
function reviewsAreSigned(knowledge: ShapedKnowledge): readonly Mistake[] {
  return knowledge.conditions
    .filter(({ content: { review } }) => review.state === 'reviewed' && !(review.by && review.on))
    .map((file) =>
      mistake(
        file,
        ['review'],
        'a reviewed condition with the name of the reviewer and the day',
        'no name or day',
        'Set state: not yet reviewed, or add by and on.',
      ),
    );
}
