// Rules about findings and the interview: every question matters and is well-formed, screens hold tick boxes, every
// level has its text.

import { TRIAGE_LEVELS, UNSURE } from '../vocabulary/index.ts';
import type { AuthoredFinding } from './authored.ts';
import type { Mistake } from './authored-files.ts';
import { positionMistakes } from './check-figures.ts';
import { partMistakes, pictureMistakes } from './check-picture.ts';
import type { Shaped, ShapedKnowledge } from './check-shape.ts';
import { completeDistribution } from './compile.ts';
import { allFiles, formulas, isYesNo, likelihoodsOf, mistake, walk } from './mistakes.ts';

/**
 * A question that changes nothing is a burden. It changes something when a cause shows it otherwise than the rest do, so that
 * a posterior depends on it, or when a red flag, an advice or another question hangs on it.
 */
export function findingsMatter(knowledge: ShapedKnowledge): readonly Mistake[] {
  const used = new Set<string>();
  for (const file of allFiles(knowledge)) {
    for (const { formula } of formulas(file)) {
      walk(formula, (node) => {
        // A question that only says when it is itself asked is not used by that.
        if (typeof node.finding === 'string' && file.path !== `findings/${node.finding}.yaml`) {
          used.add(node.finding);
        }
      });
    }
  }
  return knowledge.findings
    .filter(({ content }) => !used.has(content.id) && !movesAPosterior(content, knowledge))
    .map((file) =>
      mistake(
        file,
        ['id'],
        'a finding on which the probability of a condition, a red flag or an advice depends',
        file.content.id,
        'Give a condition a likelihood that differs from `otherwise`, use it in a rule, or remove the file.',
      ),
    );
}

function movesAPosterior({ id, states, otherwise }: AuthoredFinding, knowledge: ShapedKnowledge): boolean {
  const names = states.map((state) => state.id);
  const rest = otherwise && completeDistribution(otherwise.p, names);
  return knowledge.conditions.some(({ content }) => {
    const differs = likelihoodsOf(content)
      .filter(({ finding }) => finding === id)
      .some(({ written }) => {
        const own = completeDistribution(written.p, names);
        return !own || !rest || own.some((p, state) => Math.abs(p - (rest[state] ?? 0)) > 1e-9);
      });
    const factors = (content.context ?? [])
      .filter(({ finding }) => finding === id)
      .map(({ times }) => new Set(names.map((state) => times[state] ?? 1)));
    return differs || factors.some((each) => each.size > 1);
  });
}

export function findingsAreWellFormed(knowledge: ShapedKnowledge): readonly Mistake[] {
  const all = new Map(knowledge.findings.map(({ content }) => [content.id, content]));
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
      ...groupMistakes(file, knowledge),
      ...pictureMistakes(file),
      ...partMistakes(file, all),
      ...figureMistakes(file),
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

function groupMistakes(file: Shaped<AuthoredFinding>, knowledge: ShapedKnowledge): readonly Mistake[] {
  const { group, mark, combines, states } = file.content;
  const isOrdered = combines === 'strongest' || states.length === 2;
  const needsMark = group !== undefined && !isOrdered;
  const ids = states.map(({ id }) => id);
  const isRight = needsMark ? mark !== undefined && ids.includes(mark) : mark === undefined;
  const known = Object.keys(knowledge.model?.content.groups ?? {});
  return [
    ...(group === undefined || known.includes(group)
      ? []
      : [
          mistake(
            file,
            ['group'],
            `a group of model.yaml: ${known.join(', ')}`,
            group,
            'Correct it, or add the group.',
          ),
        ]),
    ...(isRight
      ? []
      : [
          mistake(
            file,
            [mark === undefined ? 'group' : 'mark'],
            needsMark
              ? `mark: the state that goes with the group, one of ${ids.join(', ')}`
              : 'no mark: only for a finding of a group whose states do not go from least to most',
            mark ?? 'nothing',
            needsMark ? 'Add or correct the mark, or remove the group.' : 'Remove the mark.',
          ),
        ]),
  ];
}

function figureMistakes(file: Shaped<AuthoredFinding>): readonly Mistake[] {
  return (file.content.selfTest?.figure ?? []).flatMap(({ sore, well, ...rest }, index) =>
    positionMistakes(file, ['selfTest', 'figure', index], { ...rest, leg: sore, otherLeg: well }, [
      'sore',
      'well',
    ]),
  );
}

export function screensHoldTickBoxes(knowledge: ShapedKnowledge): readonly Mistake[] {
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

export function levelsAndPlacesAreComplete(knowledge: ShapedKnowledge): readonly Mistake[] {
  const { interview, model } = knowledge;
  if (!interview || !model) return [];
  const wrongLevels = (keys: readonly string[], needed: readonly string[]) => ({
    missing: needed.filter((level) => !keys.includes(level)),
    foreign: keys.filter((key) => !(TRIAGE_LEVELS as readonly string[]).includes(key)),
  });
  const texts = wrongLevels(Object.keys(interview.content.levels), TRIAGE_LEVELS);
  const raised = Object.keys(model.content.raise);
  const raise = wrongLevels(raised, []);
  const needless = wrongLevels(Object.keys(model.content.needless), raised);
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
    ...needless.missing.map((level) =>
      mistake(
        model,
        ['needless'],
        `the cost of ${level} without need`,
        'none',
        'Every level with a threshold in `raise` needs one.',
      ),
    ),
    ...needless.foreign.map((level) =>
      mistake(model, ['needless', level], `one of ${TRIAGE_LEVELS.join(', ')}`, level, 'Correct the level.'),
    ),
    ...(interview.content.places.some((place) => place.id === 'other')
      ? []
      : [mistake(interview, ['places'], 'a place `other` for everywhere else', 'none', 'Add it.')]),
  ];
}
