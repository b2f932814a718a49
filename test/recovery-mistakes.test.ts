// What an author of plans and exercises gets to read when something is wrong: the real wing, broken in one place.

import { beforeAll, describe, expect, test } from 'vitest';
import { type AuthoredFile, loadKnowledge, type Mistake } from '../src/knowledge/index.ts';
import { KNOWLEDGE_FOLDER, readKnowledgeFiles, sha256 } from '../src/store/index.ts';

let wing: readonly AuthoredFile[];

beforeAll(async () => {
  wing = await readKnowledgeFiles(KNOWLEDGE_FOLDER);
});

const STRAIN = 'plans/hamstring-strain.yaml';
const BONE = 'plans/bone-stress-injury.yaml';
const HINGE = 'exercises/romanian-deadlift.yaml';
const SHARED = 'recovery.yaml';

function mistakesAfter(path: string, edit: (text: string) => string): readonly Mistake[] {
  const before = wing.find((file) => file.path === path)?.text ?? '';
  expect(edit(before), `the edit of ${path} changes it`).not.toBe(before);
  const loaded = loadKnowledge(
    wing.map((file) => (file.path === path ? { path, text: edit(before) } : file)),
    sha256,
  );
  return loaded.ok ? [] : loaded.refusal;
}

describe('a mistake in a plan names file, line, what was expected and found, and what to do', () => {
  const cases: readonly [string, string, (text: string) => string, string, string][] = [
    [
      'an exercise that is not there',
      STRAIN,
      (text) => text.replace('exercise: prone-curl', 'exercise: prone-kurl'),
      'prone-kurl',
      'the id of an exercise',
    ],
    [
      'a criterion that a worse check-in meets',
      STRAIN,
      (text) => text.replace('measure: painWorst, atMost: 2', 'measure: painWorst, atLeast: 2'),
      'painWorst',
      'atMost, because painWorst is worse when higher',
    ],
    [
      'a limit that a better check-in hits',
      STRAIN,
      (text) => text.replace('measure: painDuring, atLeast: 5', 'measure: painDuring, atMost: 5'),
      'strain-during-red',
      'atLeast, because painDuring is worse when higher',
    ],
    [
      'a threshold outside the scale',
      STRAIN,
      (text) => text.replace('measure: painWorst, atMost: 2', 'measure: painWorst, atMost: 20'),
      'painWorst',
      'a value from 0 to 10',
    ],
    [
      'a threshold without a source',
      STRAIN,
      (text) => text.replace(/(measure: painWorst, atMost: 2), .* \}/, '$1 }'),
      'painWorst',
      'with source',
    ],
    [
      'a timer that runs longer than its step',
      'ladders/easy-run-20.yaml',
      (text) => text.replace('times: 6, run: 1', 'times: 6, run: 2'),
      'times: 6, run: 2',
      'times × run to be runMinutes, 6',
    ],
    [
      'a timer with a walk after the only run',
      'ladders/walk-jog-30.yaml',
      (text) => text.replace('times: 1, run: 5', 'times: 1, run: 5, walk: 5'),
      'run: 5, walk: 5',
      'walk where there are several runs',
    ],
    [
      'a dose in what the exercise is not measured in',
      STRAIN,
      (text) =>
        text.replace(
          'exercise: diver, dose: { sets: 3, reps: 6',
          'exercise: diver, dose: { sets: 3, metres: 6',
        ),
      'exercise: diver',
      'a dose in what diver is measured in',
    ],
    [
      'a plan that ends without staying well',
      STRAIN,
      (text) => text.replace('    keep: true\n', ''),
      'id: stay-well',
      'keep: true in the last stage',
    ],
    [
      'a stage that could not be left in time',
      STRAIN,
      (text) => text.replace('atMostDays: { value: 14', 'atMostDays: { value: 0'),
      'atMostDays',
      'at least one day and not less than atLeastDays',
    ],
    [
      'what the own cause forbids, without a clearance',
      BONE,
      (text) => text.replace(/^clearance: .*\n/m, '').replace('    clearance: exercise\n', ''),
      'exercise: double-leg-bridge',
      'no exercise of kind load',
    ],
    [
      'an exercise that the plan itself leaves out',
      STRAIN,
      (text) => text.replace('exercise: ankle-pump-heel-slide', 'exercise: foam-roll'),
      'exercise: foam-roll, dose',
      'no exercise that the plan leaves out',
    ],
    [
      'kit that nobody listed',
      HINGE,
      (text) => text.replace('kit: [weight]', 'kit: [anvil]'),
      'anvil',
      'kit in',
    ],
    [
      'one id for two kinds of kit',
      SHARED,
      (text) => text.replace('{ id: cold-pack,', '{ id: mat,'),
      '{ id: mat, name: Cold pack',
      'an id that no other kit has',
    ],
    [
      'an exercise that nobody has drawn',
      HINGE,
      (text) => text.replace(/^figure:\n(?: .*\n)+/m, ''),
      'id:',
      'figure',
    ],
    [
      'a knee that bends forward',
      HINGE,
      (text) => text.replace(/^ {6}leg: \[\S+ \S+/m, '      leg: [-20, 30,'),
      'leg: [-20, 30',
      'a knee bent by -5 to 160 degrees',
    ],
    [
      'an elbow that bends backward',
      HINGE,
      (text) => text.replace(/^ {6}arm: .*$/m, '      arm: [20, -20]'),
      'arm: [20, -20]',
      'an elbow bent by -5 to 165 degrees',
    ],
    [
      'a first position that says again what the start says',
      HINGE,
      (text) => text.replace('    - back:', '    - says: Stand tall with the weight.\n      back:'),
      'says: Stand tall',
      '`says` between the first and the last position and nowhere else',
    ],
    ['an unknown stop rule', HINGE, (text) => text.replace('sr4]', 'sr9]'), 'stop:', 'a stop rule'],
    [
      'a review that nobody signed',
      HINGE,
      (text) => text.replace('state: not yet reviewed', 'state: reviewed'),
      'review:',
      'the name of the reviewer',
    ],
    [
      'a rule of the day without words',
      SHARED,
      (text) => text.replace(/^ {2}masked: .*\n/m, ''),
      'rules:',
      'rules with masked',
    ],
    [
      'a figure that is missing',
      SHARED,
      (text) => text.replace(/^ {2}gapDays: .*\n/m, ''),
      'figures:',
      'figures with gapDays',
    ],
    [
      'a danger sign that is no finding',
      SHARED,
      (text) => text.replace('finding: dark-urine', 'finding: dark-mood'),
      'dark-mood',
      'a yes/no finding',
    ],
  ];

  test.each(cases)('%s', (_name, path, edit, part, expected) => {
    const mistakes = mistakesAfter(path, edit);
    const found = mistakes.find((one) => one.file === path && one.expected.includes(expected));
    expect(found, JSON.stringify(mistakes, null, 1)).toBeDefined();
    const text = edit(wing.find((file) => file.path === path)?.text ?? '').split('\n');
    expect(text[(found?.line ?? 0) - 1], `line ${found?.line}`).toContain(part);
    expect(found?.found).not.toBe('');
    expect(found?.remedy).not.toBe('');
  });

  test('plans without recovery.yaml', () => {
    const loaded = loadKnowledge(
      wing.filter(({ path }) => path !== SHARED),
      sha256,
    );
    expect(loaded.ok ? [] : loaded.refusal.map((one) => one.expected)).toContain(
      'recovery.yaml beside it, which every plan needs',
    );
  });
});

describe('the way back as committed', () => {
  test('has a plan for each cause once only', () => {
    const loaded = loadKnowledge(wing, sha256);
    if (!loaded.ok) throw new Error('The wing does not load.');
    const conditions = loaded.value.recovery.plans.flatMap((plan) => plan.conditions);
    expect(new Set(conditions).size).toBe(conditions.length);
  });

  test('calls no dose published that rests on the dossier alone', () => {
    const loaded = loadKnowledge(wing, sha256);
    if (!loaded.ok) throw new Error('The wing does not load.');
    const { plans, exercises } = loaded.value.recovery;
    const doses = [
      ...exercises.map((one) => one.dose),
      ...plans.flatMap((plan) => plan.stages.flatMap((stage) => stage.exercises.map((one) => one.dose))),
    ];
    for (const { basis } of doses) {
      if (basis.certainty === 'published') {
        expect(basis.sources.some((key) => !key.startsWith('dossier-'))).toBe(true);
      }
      for (const key of basis.sources) {
        if (basis.certainty === 'published') expect(loaded.value.sources[key]?.read).not.toBe('not-read');
      }
    }
  });
});
