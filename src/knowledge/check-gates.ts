// Rules about gates: each changes or tells something and says who can open it; what could harm badly is never shown on
// trust; no advice is written that nobody could ever be given.

import { type Measure, measureAndWider } from './actions.ts';
import type { AuthoredGate } from './authored.ts';
import type { Mistake } from './authored-files.ts';
import type { Shaped, ShapedKnowledge } from './check-shape.ts';
import { mistake } from './mistakes.ts';

export function gatesAreWhole(knowledge: ShapedKnowledge): readonly Mistake[] {
  return knowledge.gates.flatMap((file) => {
    const { when, effects, tell = [], opens, safetyOnly } = file.content;
    const restricts = effects.some(({ limit }) => limit !== 'caution');
    return [
      ...(effects.length + tell.length === 0
        ? [mistake(file, ['effects'], 'an effect or something to tell', 'neither', 'Add one of them.')]
        : []),
      ...(restricts && opens === undefined
        ? [
            mistake(
              file,
              ['effects'],
              'opens: who or what can lift the gate',
              'nothing',
              'Add opens: "A pharmacist or doctor can tell you what is safe."',
            ),
          ]
        : []),
      ...(when === undefined && (tell.length > 0 || safetyOnly !== undefined)
        ? [
            mistake(
              file,
              [tell.length > 0 ? 'tell' : 'safetyOnly'],
              'tell and safetyOnly only in a gate with `when`',
              'a gate for everybody',
              'Add when, or move the text to a level in interview.yaml.',
            ),
          ]
        : []),
      ...effects.flatMap((effect, index) =>
        when === undefined && effect.ifUnknown !== undefined
          ? [
              mistake(
                file,
                ['effects', index, 'ifUnknown'],
                'ifUnknown only in a gate with `when`',
                'a gate for everybody, which hangs on no answer',
                'Add when or remove ifUnknown.',
              ),
            ]
          : [],
      ),
    ];
  });
}

/** Where a wrong guess can cost a stomach, a kidney or a lung, the answer must be known: these are never shown on trust. */
const NEEDS_AN_ANSWER: readonly Measure[] = ['painkiller', 'massage', 'compress'];

export function sparedOnTrust(knowledge: ShapedKnowledge): readonly Mistake[] {
  return knowledge.gates.flatMap((file) =>
    file.content.effects.flatMap((effect, index) => {
      const risky = effect.actions.filter((action) =>
        measureAndWider(action).some((wider) => NEEDS_AN_ANSWER.includes(wider)),
      );
      return effect.limit === 'caution' || effect.ifUnknown === undefined || risky.length === 0
        ? []
        : [
            mistake(
              file,
              ['effects', index, 'ifUnknown'],
              `no ifUnknown for ${NEEDS_AN_ANSWER.join(', ')}`,
              risky.join(', '),
              'Remove ifUnknown: while the answer is missing these stay closed. Or list the other actions in an effect of their own.',
            ),
          ];
    }),
  );
}

/** An advice that a gate for everybody withholds would never be read. */
export function advicesCanBeGiven(knowledge: ShapedKnowledge): readonly Mistake[] {
  const never = knowledge.gates.flatMap((file) => withheldFromEverybody(file));
  return knowledge.conditions.flatMap((file) =>
    file.content.care.now.flatMap((advice, index) => {
      const gate = never.find(({ action }) => measureAndWider(advice.action).includes(action))?.gate;
      return gate === undefined
        ? []
        : [
            mistake(
              file,
              ['care', 'now', index, 'action'],
              'an action that somebody may be advised',
              `${advice.action}, which gates/${gate}.yaml withholds from everybody`,
              'Remove the advice, or say it under avoid.',
            ),
          ];
    }),
  );
}

function withheldFromEverybody({
  content,
}: Shaped<AuthoredGate>): readonly { readonly action: Measure; readonly gate: string }[] {
  if (content.when !== undefined) return [];
  return content.effects
    .filter(({ limit }) => limit !== 'caution')
    .flatMap(({ actions }) => actions.map((action) => ({ action, gate: content.id })));
}
