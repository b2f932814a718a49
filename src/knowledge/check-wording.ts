// A small lint of what runners are asked: no sentence too long to read once, no word of the clinic, no letters that stand
// for words. It finds slips; whether a question is understood is for people to find out (there is no test of that yet).
// The length is that of the British government's style guide: check any sentence of more than 25 words.

import type { AuthoredFinding } from './authored.ts';
import type { Mistake } from './authored-files.ts';
import type { ShapedKnowledge } from './check-shape.ts';
import { mistake, type Path } from './mistakes.ts';

const MOST_WORDS = 25;

/** Beginnings of words that a child of eleven does not know, and what to say instead. */
const CLINICAL: readonly (readonly [string, string])[] = [
  ['diagnos', 'what it could be'],
  ['symptom', 'what you feel'],
  ['posterior', 'back'],
  ['anterior', 'front'],
  ['medial', 'inner side'],
  ['lateral', 'outer side'],
  ['bilateral', 'both sides'],
  ['unilateral', 'one side'],
  ['proximal', 'upper'],
  ['distal', 'lower'],
  ['acute', 'sudden'],
  ['chronic', 'for a long time'],
  ['intermittent', 'on and off'],
  ['onset', 'how it began'],
  ['radiat', 'spreads'],
  ['exacerbat', 'makes worse'],
  ['alleviat', 'eases'],
  ['localis', 'in one spot'],
  ['localiz', 'in one spot'],
  ['palpat', 'press'],
  ['oedema', 'swelling'],
  ['edema', 'swelling'],
  ['haematoma', 'bruise'],
  ['hematoma', 'bruise'],
  ['trauma', 'injury'],
  ['paraesthes', 'tingling'],
  ['paresthes', 'tingling'],
  ['neurolog', 'nerve'],
  ['ischi', 'sit bone'],
  ['ischaem', 'too little blood'],
  ['femor', 'thigh'],
  ['femur', 'thigh bone'],
  ['lumbar', 'low back'],
  ['sacr', 'base of the back'],
  ['gluteal', 'buttock'],
  ['popliteal', 'behind the knee'],
  ['thromb', 'clot'],
  ['embol', 'clot'],
  ['claudicat', 'pain that comes with walking'],
  ['analges', 'painkiller'],
  ['anticoag', 'blood thinner'],
  ['dyspn', 'short of breath'],
  ['syncop', 'fainting'],
  ['ambulat', 'walk'],
  ['musculoskeletal', 'muscles and bones'],
];

/** Texts that runners read must be readable at first sight. */
export function questionsArePlain(knowledge: ShapedKnowledge): readonly Mistake[] {
  return knowledge.findings.flatMap((file) =>
    textsOf(file.content).flatMap(({ text, path }) => [
      ...sentencesOf(text)
        .map((sentence) => ({ sentence, words: sentence.split(/\s+/).length }))
        .filter(({ words }) => words > MOST_WORDS)
        .map(({ sentence, words }) =>
          mistake(
            file,
            path,
            `sentences of at most ${MOST_WORDS} words`,
            `${words} words: ${sentence.slice(0, 40)}…`,
            'Split it, or move a part into the hint.',
          ),
        ),
      ...CLINICAL.filter(([start]) => new RegExp(`\\b${start}`, 'i').test(text)).map(([start, plain]) =>
        mistake(file, path, 'words that a runner of eleven knows', `${start}…`, `Say it plainly: ${plain}.`),
      ),
      ...unexplained(text).map((letters) =>
        mistake(
          file,
          path,
          'words instead of letters that stand for them',
          letters,
          'Write it out, or explain it in brackets right behind.',
        ),
      ),
    ]),
  );
}

function textsOf(finding: AuthoredFinding): readonly { readonly text: string; readonly path: Path }[] {
  const texts: { text: string; path: Path }[] = [];
  const add = (text: string | undefined, ...path: Path) => text !== undefined && texts.push({ text, path });
  for (const key of ['question', 'hint', 'why', 'item'] as const) add(finding[key], key);
  finding.states.forEach((state, index) => {
    for (const key of ['label', 'hint', 'says'] as const) add(state[key], 'states', index, key);
    state.parts?.forEach(({ label }, part) => {
      add(label, 'states', index, 'parts', part, 'label');
    });
  });
  finding.selfTest?.steps.forEach((step, index) => {
    add(step, 'selfTest', 'steps', index);
  });
  add(finding.selfTest?.stop, 'selfTest', 'stop');
  add(finding.selfTest?.accuracy, 'selfTest', 'accuracy');
  return texts;
}

function sentencesOf(text: string): readonly string[] {
  return text.split(/[.?!:;]+(?:\s+|$)/).filter((sentence) => sentence !== '');
}

/** Runs of capitals without brackets behind them. */
function unexplained(text: string): readonly string[] {
  return [...text.matchAll(/\b([A-Z]{2,})s?\b(?!\s*\()/g)].map(([, letters = '']) => letters);
}
