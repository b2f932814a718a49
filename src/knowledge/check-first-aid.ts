// Rules about what red flags tell the runner to do, and about the order in which questions open each other. First aid
// is compared by its marks, not by its words: so a line that speaks of a measure must carry the mark.

import type { Measure } from './actions.ts';
import type { AuthoredRedFlag } from './authored.ts';
import type { Mistake } from './authored-files.ts';
import type { Shaped, ShapedKnowledge } from './check-shape.ts';
import { findingsOf } from './compile-formula.ts';
import { mistake } from './mistakes.ts';

/** Words that give a measure away. A list of what authors have written so far: it helps them, it proves nothing. */
const SPEAKS_OF: readonly (readonly [Measure, RegExp])[] = [
  ['drink', /\b(drink|sip)\b/i],
  ['walk', /\b(walk|walking|keep moving|stay active|move often|small steps)\b/i],
  ['run', /\b(do not|no) (run|running)\b/i],
  ['hop', /\b(hop|jump)\b/i],
  ['massage', /\b(massage|roller|rub)\b/i],
  ['stretch', /\bstretch/i],
  ['ice', /\bno ice\b/i],
  ['heat', /\b(no heat|keep .* warm)\b/i],
  ['raise', /\braise\b/i],
  ['compress', /\b(bandage|compression)\b/i],
  ['take-off-bandage', /\btake off\b.*\bbandage/i],
  ['anti-inflammatory', /\banti-inflammatory\b/i],
  ['painkiller', /\bpainkillers?\b/i],
  ['cool', /\bcool\b/i],
  ['keep-still', /\bstay still\b/i],
  ['sit-up', /\bsit up\b/i],
  ['lie-down', /\blie (down|with|flat)\b/i],
  ['leg-level', /\bleg (level|flat)\b/i],
  ['leave-leg', /\bleave the leg\b/i],
  ['press-on-bleed', /\bpress firmly\b/i],
  ['keep-statin', /\bnot stop the statin\b/i],
  ['pause-statin', /\bnot take the next statin\b/i],
];

/** A line that speaks of a measure says so in `does`; one that tells the runner not to, in `forbids`. */
export function firstAidIsMarked(knowledge: ShapedKnowledge): readonly Mistake[] {
  return knowledge.redFlags.flatMap((file) =>
    file.content.doNow.flatMap((line, index) =>
      typeof line === 'string' ? unmarked(file, line, index) : [],
    ),
  );
}

function unmarked(file: Shaped<AuthoredRedFlag>, line: string, index: number): readonly Mistake[] {
  const forbidden = new Set<Measure>((file.content.forbids ?? []).map(({ action }) => action));
  const named = SPEAKS_OF.filter(([measure, words]) => words.test(line) && !forbidden.has(measure)).map(
    ([measure]) => measure,
  );
  if (named.length === 0) return [];
  const list = named.join(', ');
  return [
    mistake(
      file,
      ['doNow', index],
      `a line marked with what it asks for: { text: "…", does: [${list}] }; or, if it warns, that in forbids`,
      line,
      'Mark it, so that no other red flag asks for the opposite beside it; does: [] where the words mislead.',
    ),
  ];
}

/** Of two opposites one gives way; a circle would leave nothing to do. */
export function oppositesSettle({ interview }: ShapedKnowledge): readonly Mistake[] {
  if (!interview) return [];
  const pairs = interview.content.opposites ?? [];
  const beats = (from: Measure, seen: ReadonlySet<Measure>): boolean =>
    pairs.some(
      ({ givesWay, to }) => givesWay === from && (seen.has(to) || beats(to, new Set([...seen, to]))),
    );
  return pairs.flatMap(({ givesWay, to }, index) =>
    givesWay === to || beats(givesWay, new Set([givesWay]))
      ? [
          mistake(
            interview,
            ['opposites', index],
            'pairs of which one side stays in the end',
            `${givesWay} gives way to ${to} in a circle`,
            'Turn one pair round or remove it.',
          ),
        ]
      : [],
  );
}

/** No question waits for itself, not even by way of others (`asksWhen`). */
export function questionsOpenInOrder(knowledge: ShapedKnowledge): readonly Mistake[] {
  const gates = new Map(
    knowledge.findings.map(({ content }) => [
      content.id,
      content.asksWhen ? findingsOf(content.asksWhen) : [],
    ]),
  );
  const waitsFor = (id: string, seen: ReadonlySet<string>): boolean =>
    (gates.get(id) ?? []).some((gate) => seen.has(gate) || waitsFor(gate, new Set([...seen, gate])));
  return knowledge.findings
    .filter(({ content }) => waitsFor(content.id, new Set([content.id])))
    .map((file) =>
      mistake(
        file,
        ['asksWhen'],
        'a question that does not wait for its own answer, or for questions that wait for each other',
        file.content.id,
        'Remove asksWhen from one of them.',
      ),
    );
}
