// What is printed before a runner answers: a tick list, a question, a self-test, and why it is asked.

import type { Assessment, NextStep } from '../assess/index.ts';
import type { Finding, KnowledgeBase, Place } from '../knowledge/index.ts';
import { emergencyNumber } from './result.ts';
import { faint, strong } from './terminal.ts';
import { numbered, wrap } from './text.ts';

/** What is asked now: one step of the engine, or one line of a tick list on its own. */
export type Asked =
  | Exclude<NextStep, { kind: 'stop' }>
  | { readonly kind: 'alone'; readonly finding: Finding; readonly section: string };

export function introduction(place: Place, width: number): string {
  return [
    strong('Pain at the back of your thigh or buttock from running?'),
    wrap(
      `If you think this is an emergency, call ${emergencyNumber(place)} now. --country changes the number.`,
      width,
    ),
    '',
    wrap(
      'You will be asked about danger signs first, then about the pain. For adults who run. This is a ' +
        'research and education build; it cannot examine you. Your answers stay in this terminal and are ' +
        'not stored.',
      width,
    ),
  ].join('\n');
}

/** The prompt's text, with the keys that work there. */
export function promptFor(
  asked: Asked,
  assessment: Assessment,
  knowledge: KnowledgeBase,
  width: number,
): string {
  const heading = [faint(sectionOf(asked, assessment, knowledge))];
  if (asked.kind === 'screen') {
    const { screen, open } = asked;
    return [
      ...heading,
      strong(wrap(screen.title, width)),
      ...(screen.intro ? [wrap(screen.intro, width)] : []),
      '',
      numbered(
        open.map((finding) => finding.item ?? finding.question),
        width,
        '  ',
      ),
      `  ${'0'.padStart(String(open.length).length)}. ${screen.none}`,
      '',
      faint(
        wrap('Numbers, as 1,3 · 0 none · ? not sure about some · b back · w why do you ask · q quit', width),
      ),
    ].join('\n');
  }
  const { finding } = asked;
  return [
    ...heading,
    strong(wrap(finding.question, width)),
    ...(finding.hint ? [wrap(finding.hint, width)] : []),
    ...(finding.selfTest ? ['', selfTest(finding.selfTest, width)] : []),
    '',
    numbered(
      finding.states.map(({ label, hint }) => (hint ? `${label} (${hint})` : label)),
      width,
      '  ',
    ),
    '',
    faint(wrap('A number · u not sure · b back · w why do you ask · q quit', width)),
  ].join('\n');
}

function selfTest(test: NonNullable<Finding['selfTest']>, width: number): string {
  return [
    'Try this:',
    numbered(test.steps, width, '  '),
    wrap(test.stop, width, `${strong('Stop:')} `, '      '),
    wrap(test.accuracy, width, 'How far it can be trusted: ', '  '),
    wrap('If you would rather not do it, answer u.', width),
  ].join('\n');
}

function sectionOf(asked: Asked, { questions }: Assessment, knowledge: KnowledgeBase): string {
  if (asked.kind === 'screen') return asked.screen.section;
  if (asked.kind === 'alone') return asked.section;
  const part = PARTS[asked.finding.kind];
  if (asked.reason === 'everybody') return part;
  const most = Math.max(questions + 1, knowledge.model.stop.questions.value);
  return `${part} – question ${questions + 1} of at most ${most}`;
}

const PARTS: Readonly<Record<Finding['kind'], string>> = {
  context: 'About you',
  'self-test': 'Try it',
  'red-flag': 'Safety',
  symptom: 'Your pain',
  sign: 'Your pain',
};

/** Why this is asked, from the authors and from the engine. */
export function reasonFor(asked: Asked, width: number): string {
  if (asked.kind === 'screen') {
    return numbered(
      asked.open.map((finding) => finding.why),
      width,
      '  ',
    );
  }
  const own = wrap(asked.finding.why, width);
  if (asked.kind === 'alone') return own;
  switch (asked.reason) {
    case 'everybody':
      return `${own}\n${wrap('Everybody is asked this.', width)}`;
    case 'safety':
      return `${own}\n${wrap('It is asked now because you may need help today.', width)}`;
    case 'value':
      return `${own}\n${wrap(
        `It is asked now because it should tell most for its effort: ${asked.valueBits.toFixed(2)} bits.`,
        width,
      )}`;
  }
}
