// Rules about conditions: numbers add up, presentations are whole, serious causes cannot be argued away, links lead
// somewhere.

import type { AuthoredDistribution } from './authored.ts';
import type { Mistake } from './authored-files.ts';
import type { Shaped, ShapedKnowledge } from './check-shape.ts';
import { completeDistribution } from './compile.ts';
import { likelihoodsOf, mistake, type Path, statesByFinding } from './mistakes.ts';

export function distributionsAddUp(knowledge: ShapedKnowledge): readonly Mistake[] {
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

export function presentationsAreWhole(knowledge: ShapedKnowledge): readonly Mistake[] {
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

export function seriousConditionsCannotBeArguedAway(knowledge: ShapedKnowledge): readonly Mistake[] {
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

export function contextIsKnown(knowledge: ShapedKnowledge): readonly Mistake[] {
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

export function linksLeadToConditions(knowledge: ShapedKnowledge): readonly Mistake[] {
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
    ...knowledge.redFlags
      .filter(({ content }) => content.share && !content.suspects?.length)
      .map((file) =>
        mistake(
          file,
          ['share'],
          'suspects, of which this is the share',
          'none',
          'Add suspects or remove share.',
        ),
      ),
  ];
}
