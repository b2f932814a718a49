// What an author gets to read when something is wrong: the real wing, broken in one place at a time.

import { beforeAll, describe, expect, test } from 'vitest';
import {
  type AuthoredFile,
  loadKnowledge,
  type Mistake,
  redFlagsAreTried,
  type TriedAnswers,
} from '../src/knowledge/index.ts';
import { KNOWLEDGE_FOLDER, readKnowledgeFiles, sha256 } from '../src/store/index.ts';

let wing: readonly AuthoredFile[];

beforeAll(async () => {
  wing = await readKnowledgeFiles(KNOWLEDGE_FOLDER);
});

const change = (path: string, edit: (text: string) => string): readonly AuthoredFile[] => {
  const edited = wing.map((file) => (file.path === path ? { path, text: edit(file.text) } : file));
  const before = wing.find((file) => file.path === path)?.text;
  expect(edited.find((file) => file.path === path)?.text, `the edit of ${path} changes it`).not.toBe(before);
  return edited;
};

const mistakesIn = (files: readonly AuthoredFile[]): readonly Mistake[] => {
  const loaded = loadKnowledge(files, sha256);
  return loaded.ok ? [] : loaded.refusal;
};

const lineWith = (files: readonly AuthoredFile[], path: string, part: string): number =>
  (files
    .find((file) => file.path === path)
    ?.text.split('\n')
    .findIndex((line) => line.includes(part)) ?? -2) + 1;

const POP = 'findings/pop.yaml';
const EASES = 'findings/eases-when.yaml';
const CRAMP = 'conditions/muscle-cramp.yaml';
const GATE = 'gates/blood-thinner.yaml';
const PLACE = 'findings/worst-place.yaml';
const HOP = 'findings/test-hop.yaml';
const FLAG = 'red-flags/saddle-or-bladder.yaml';

describe('the knowledge', () => {
  test('as committed has no mistakes', () => {
    expect(mistakesIn(wing)).toEqual([]);
  });

  test('compiles to the same hash whatever the order of its files', () => {
    const one = loadKnowledge(wing, sha256);
    const two = loadKnowledge([...wing].reverse(), sha256);
    expect(one.ok && two.ok && one.value.hash === two.value.hash).toBe(true);
  });

  test('has another hash when a single number changes', () => {
    const one = loadKnowledge(wing, sha256);
    const two = loadKnowledge(
      change(CRAMP, (text) => text.replace(/perThousand: ([\d.]+)/, 'perThousand: 41.5')),
      sha256,
    );
    expect(one.ok && two.ok && one.value.hash !== two.value.hash).toBe(true);
  });

  test('gives every presentation a probability for each state, summing to one', () => {
    const loaded = loadKnowledge(wing, sha256);
    if (!loaded.ok) throw new Error('The wing does not load.');
    for (const presentation of loaded.value.presentations) {
      for (const [finding, { p }] of Object.entries(presentation.likelihoods)) {
        const sum = p.reduce((total, one) => total + one, 0);
        expect(sum, `${presentation.id} ${finding}`).toBeCloseTo(1, 12);
      }
    }
  });
});

describe('a mistake names file, line, what was expected and found, and what to do', () => {
  const cases: readonly [string, string, (text: string) => string, string, string][] = [
    [
      'YAML that cannot be read',
      POP,
      (text) => text.replace('kind:', ' kind:'),
      'kind:',
      'YAML that can be read',
    ],
    [
      'a key that stands twice',
      POP,
      (text) => `${text}\nkind: symptom\n`,
      'kind: symptom',
      'YAML that can be read',
    ],
    ['an unknown key', POP, (text) => text.replace(/^why:/m, 'wy:'), 'wy:', 'only the keys'],
    [
      'a word that is not on the list',
      POP,
      (text) => text.replace(/^kind: .*/m, 'kind: smell'),
      'kind: smell',
      'one of symptom',
    ],
    [
      'a file named otherwise than its id',
      POP,
      (text) => text.replace(/^id: pop/m, 'id: bang'),
      'id: bang',
      'the name of the file',
    ],
    [
      'a likelihood without certainty',
      CRAMP,
      (text) => text.replace(/(sitting-pain: .*?), certainty: estimate/, '$1'),
      'sitting-pain:',
      'with certainty',
    ],
    [
      'a likelihood without a source',
      CRAMP,
      (text) => text.replace(/(sitting-pain: .*?), source: [a-z-]+/, '$1'),
      'sitting-pain:',
      'with source',
    ],
    [
      'a context effect without a source',
      CRAMP,
      (text) => text.replace(/(finding: sex\n.*\n.*certainty: estimate\n) {4}source: .*\n/, '$1'),
      '- finding: sex',
      'with source',
    ],
    [
      'a prior without certainty',
      CRAMP,
      (text) => text.replace(/(perThousand: .*\n) {2}certainty: .*\n/, '$1'),
      'prior:',
      'prior with certainty',
    ],
    [
      'advice without a source',
      CRAMP,
      (text) => text.replace(/(action: inform\n.*\n) {6}source: .*\n/, '$1'),
      'Note pace, heat',
      'with source',
    ],
    [
      'a warning without a source',
      CRAMP,
      (text) => text.replace(/(Do not take salt tablets.*\n.*\n) {6}source: .*\n/, '$1'),
      'Do not take salt tablets',
      'with source',
    ],
    [
      'something forbidden without a source',
      FLAG,
      (text) => text.replace(/(strong stretch pulls.*?), source: [a-z-]+/, '$1'),
      'strong stretch pulls',
      'with source',
    ],
    [
      'a red flag without a source',
      FLAG,
      (text) => text.replace(/^source: .*\n/m, ''),
      'yaml-language-server',
      'the file with source',
    ],
    [
      'a share of suspects without certainty',
      FLAG,
      (text) => text.replace('value: 0.075, certainty: published', 'value: 0.075'),
      'share:',
      'with certainty',
    ],
    [
      'a probability below zero',
      CRAMP,
      (text) => text.replace(/(sitting-pain: \{ p: \{ yes: )[\d.]+/, '$1-0.02'),
      'sitting-pain:',
      'must be >= 0',
    ],
    [
      'a share of suspects above one',
      FLAG,
      (text) => text.replace('value: 0.075', 'value: 7.5'),
      'share:',
      'must be < 1',
    ],
    [
      'a share of a presentation above one',
      CRAMP,
      (text) => text.replace(/share: 1$/m, 'share: 1.2'),
      'share:',
      'must be <= 1',
    ],
    [
      'states of "otherwise" that do not sum to one',
      POP,
      (text) => text.replace('p: { yes: 0.04 }', 'p: { no: 0.9, yes: 0.04 }'),
      'otherwise:',
      'sum to 1',
    ],
    [
      'a question with a sentence too long to read once',
      POP,
      (text) =>
        text.replace(
          /^question: .*/m,
          `question: "${'Did something pop or snap when the pain began, and '.repeat(3)}so?"`,
        ),
      'question:',
      'sentences of at most 25 words',
    ],
    [
      'a question with a word of the clinic',
      POP,
      (text) => text.replace(/^question: .*/m, 'question: "Were you diagnosed with a tear?"'),
      'question:',
      'words that a runner of eleven knows',
    ],
    [
      'an answer with letters that stand for words',
      POP,
      (text) => text.replace('You felt a pop or snap.', 'You felt a pop, and the MRI shows a tear.'),
      'id: yes',
      'words instead of letters',
    ],
    [
      'a probability above one',
      CRAMP,
      (text) => text.replace(/(sitting-pain: \{ p: \{ yes: )[\d.]+/, '$11.4'),
      'sitting-pain:',
      'must be <= 1',
    ],
    [
      'states that do not sum to one',
      CRAMP,
      (text) => text.replace(/(onset: \{ p: \{ sudden: )[\d.]+/, '$10.2'),
      'onset:',
      'sum to 1',
    ],
    [
      'an unknown state',
      CRAMP,
      (text) => text.replace(/(sitting-pain: \{ p: \{ )yes/, '$1maybe'),
      'sitting-pain:',
      'states of sitting-pain',
    ],
    [
      'an unknown finding',
      CRAMP,
      (text) => text.replace('sitting-pain:', 'standing-pain:'),
      'standing-pain:',
      'the id of a finding',
    ],
    [
      'an unknown source',
      CRAMP,
      (text) => text.replace(/source: [a-z]+\d{4}/, 'source: nobody1999'),
      'nobody1999',
      'a key of knowledge/sources',
    ],
    [
      'shares that do not sum to one',
      CRAMP,
      (text) => text.replace(/share: 1(\.0)?$/m, 'share: 0.7'),
      'presentations:',
      'shares that sum to 1',
    ],
    [
      'a formula about an unknown state',
      FLAG,
      (text) => text.replace('is: yes', 'is: perhaps'),
      'perhaps',
      'states of',
    ],
    [
      'two forms in one formula',
      FLAG,
      (text) => text.replace('when:', 'when:\n  not: { finding: pop, is: yes }'),
      'when:',
      'one form',
    ],
    [
      'a review that nobody signed',
      CRAMP,
      (text) => text.replace('state: not yet reviewed', 'state: reviewed'),
      'review:',
      'the name of the reviewer',
    ],
    [
      'a gate that nobody can open',
      GATE,
      (text) => text.replace(/^opens: .*/m, ''),
      'effects:',
      'who or what can lift the gate',
    ],
    [
      'a painkiller shown on trust',
      GATE,
      (text) =>
        text.replace(/^ {4}limit: withhold$/m, '    limit: withhold\n    ifUnknown: Only if all is well.'),
      'ifUnknown:',
      'no ifUnknown for painkiller',
    ],
    [
      'a gate for everybody that hangs on an answer',
      'gates/never-advised.yaml',
      (text) =>
        text.replace(/^ {4}limit: withhold$/m, '    limit: withhold\n    ifUnknown: Only if all is well.'),
      'ifUnknown:',
      'ifUnknown only in a gate with `when`',
    ],
    [
      'a gate that changes nothing',
      'gates/statin.yaml',
      (text) => text.replace(/^tell:[\s\S]*/m, ''),
      'effects:',
      'an effect or something to tell',
    ],
    [
      'a gate that keeps people from finding help',
      GATE,
      (text) => text.replace(/actions: \[.*\]/, 'actions: [seek-care]'),
      'seek-care',
      'one of run, walk',
    ],
    [
      'an advice that nobody could ever be given',
      CRAMP,
      (text) => text.replace('action: drink-to-thirst', 'action: salt-tablet'),
      'salt-tablet',
      'an action that somebody may be advised',
    ],
    [
      'a group whose mark is no state',
      EASES,
      (text) => text.replace('mark: sitting-or-leaning', 'mark: sitting'),
      'mark: sitting',
      'the state that goes with the group, one of standing-still',
    ],
    [
      'a group for states without an order and without a mark',
      EASES,
      (text) => text.replace('mark: sitting-or-leaning\n', ''),
      'group: posture',
      'the state that goes with the group, one of standing-still',
    ],
    [
      'a mark where states go from least to most',
      POP,
      (text) => text.replace('group: tear-size', 'group: tear-size\nmark: yes'),
      'mark: yes',
      'only for a finding of a group whose states do not go from least to most',
    ],
    [
      'a mark without a group',
      EASES,
      (text) => text.replace('group: posture\n', ''),
      'mark: sitting-or-leaning',
      'only for a finding of a group',
    ],
    [
      'an advice that names a group of things',
      CRAMP,
      (text) => text.replace('action: drink-to-thirst', 'action: drink'),
      'action: drink',
      'one of run, walk',
    ],
    [
      'a link to no condition',
      CRAMP,
      (text) =>
        `${text}\noccursWith:\n  - { condition: hiccups, times: 2, certainty: estimate, source: dossier-triage }\n`,
      'hiccups',
      'the id of a condition',
    ],
    [
      'a region that the body picture does not have',
      PLACE,
      (text) => text.replace('regions: [sit-bone]', 'regions: [elbow]'),
      'elbow',
      'one of low-back',
    ],
    [
      'a region that means two answers',
      PLACE,
      (text) => text.replace('regions: [sit-bone]', 'regions: [sit-bone, calf]'),
      'states:',
      'in one state only',
    ],
    [
      'an answer that is nowhere on the body picture',
      PLACE,
      (text) => text.replace(/\n *regions: \[sit-bone\]/, ''),
      'states:',
      'regions in every state',
    ],
    [
      'a part of a place that is drawn nowhere',
      PLACE,
      (text) => text.replace(/ {6}- \{ id: lower-outer.*\n/, ''),
      'parts:',
      'one part for each of upper-thigh-inner',
    ],
    [
      'a part that is called as another answer',
      PLACE,
      (text) => text.replace('id: lower-outer', 'id: sit-bone'),
      'region: lower-thigh-outer',
      'an id of its own',
    ],
    [
      'both sides that answer a question with more answers than yes and no',
      PLACE,
      (text) => text.replace('both: both-sides', 'both: worst-place'),
      'sides:',
      'the id of a yes/no finding',
    ],
    [
      'an arm with angles whose hand reaches for something',
      HOP,
      (text) => text.replace('arm:', 'hand: { to: sore-knee }\n      arm:'),
      'arm:',
      'what its hand reaches for',
    ],
    [
      'an arrow without a direction',
      HOP,
      (text) => text.replace(', towards: 180', ''),
      'marks:',
      'says `towards`',
    ],
  ];

  test.each(cases)('%s', (_name, path, edit, part, expected) => {
    const files = change(path, edit);
    const mistakes = mistakesIn(files).filter((one) => one.file === path);
    const found = mistakes.find((one) => one.expected.includes(expected));
    expect(mistakes, 'all mistakes of the file').not.toEqual([]);
    expect(
      found,
      mistakes.map((one) => `${one.line}: ${one.expected}; ${one.found}`).join('\n'),
    ).toBeDefined();
    const line = lineWith(files, path, part);
    expect(Math.abs((found?.line ?? 0) - line), `line ${found?.line} for ${line}`).toBeLessThanOrEqual(
      _name.includes('twice') || _name.includes('read') ? 40 : 1,
    );
    expect(found?.remedy).not.toBe('');
    expect(found?.found).not.toBe('');
  });

  test('a serious condition without an atypical share', () => {
    const files = change('conditions/deep-vein-thrombosis.yaml', (text) =>
      text.replace(/^atypical:\n( {2}.*\n)+/m, ''),
    );
    expect(mistakesIn(files).map((one) => one.expected)).toEqual([
      expect.stringContaining('`atypical` share'),
    ]);
  });

  test('a question on which nothing depends', () => {
    const idle = wing.find((file) => file.path === POP)?.text.replaceAll('pop', 'idle') ?? '';
    const mistakes = mistakesIn([
      ...wing,
      { path: 'findings/idle.yaml', text: idle.replace(/^id: .*/m, 'id: idle') },
    ]);
    expect(mistakes).toEqual([expect.objectContaining({ file: 'findings/idle.yaml', found: 'idle' })]);
  });

  test('a question that every cause answers alike, so that no probability depends on it', () => {
    const idle = `id: idle
kind: symptom
short: Idle
question: Is it idle?
why: To show the rule.
states: [{ id: no, label: "No", says: "It is not." }, { id: yes, label: "Yes", says: "It is." }]
combines: strongest
otherwise: { p: { yes: 0.25 }, source: dossier-triage, certainty: estimate }
effort: { seconds: 5, source: dossier-triage, certainty: estimate }
`;
    const withCramp = (yes: number) => [
      ...change(CRAMP, (text) =>
        text.replace(
          /^findings:$/m,
          `findings:\n  idle: { p: { yes: ${yes} }, source: dossier-triage, certainty: estimate }`,
        ),
      ),
      { path: 'findings/idle.yaml', text: idle },
    ];
    expect(mistakesIn(withCramp(0.25))).toEqual([
      {
        file: 'findings/idle.yaml',
        line: 1,
        expected: 'a finding on which the probability of a condition, a red flag or an advice depends',
        found: 'idle',
        remedy: expect.stringContaining('differs from `otherwise`'),
      },
    ]);
    expect(mistakesIn(withCramp(0.26))).toEqual([]);
  });

  test('first aid that speaks of a measure and does not say so', () => {
    const files = change(FLAG, (text) =>
      text.replace('"Do not drive yourself', '"Drink a little water. Do not drive'),
    );
    expect(mistakesIn(files)).toEqual([
      expect.objectContaining({
        file: FLAG,
        line: lineWith(files, FLAG, 'Drink a little'),
        expected: expect.stringContaining('does: [drink]'),
      }),
    ]);
  });

  test('opposites that give way to each other in a circle', () => {
    const files = change('interview.yaml', (text) =>
      text.replace(
        'opposites:\n',
        'opposites:\n  - { givesWay: sit-up, to: lie-down, certainty: estimate, source: dossier-triage }\n',
      ),
    );
    expect(mistakesIn(files)).toContainEqual(
      expect.objectContaining({ file: 'interview.yaml', found: expect.stringContaining('in a circle') }),
    );
  });

  test('a question that waits for its own answer', () => {
    const path = 'findings/cannot-do-stairs.yaml';
    const files = change(path, (text) =>
      text.replace(/^asksWhen: .*$/m, 'asksWhen: { finding: cannot-do-stairs, is: yes }'),
    );
    expect(mistakesIn(files)).toEqual([expect.objectContaining({ file: path, found: 'cannot-do-stairs' })]);
  });

  test('a source that nothing cites', () => {
    const source = wing.find((file) => file.path === 'sources/dossier-triage.yaml')?.text ?? '';
    const orphan = { path: 'sources/orphan2020.yaml', text: source.replace(/^key: .*/m, 'key: orphan2020') };
    expect(mistakesIn([...wing, orphan])).toEqual([
      expect.objectContaining({ file: orphan.path, found: 'orphan2020' }),
    ]);
  });

  test('a red flag that no case fires, or that has no near miss', () => {
    const loaded = loadKnowledge(wing, sha256);
    if (!loaded.ok) throw new Error('The wing does not load.');
    const tried = (cases: readonly TriedAnswers[]) =>
      redFlagsAreTried(loaded.value, wing, cases)
        .filter(({ file }) => file === FLAG)
        .map(({ expected }) => expected);
    const fires = { answers: { 'saddle-numbness': 'yes' } };
    const miss = { answers: { 'saddle-numbness': 'no' }, silent: ['saddle-or-bladder'] };
    const neverFires = 'a case that fires it';
    const noMiss = expect.stringContaining('a near miss');

    expect(tried([fires, miss])).toEqual([]);
    expect(tried([miss])).toEqual([neverFires]);
    expect(tried([fires])).toEqual([noMiss]);
    expect(tried([]), 'all at once').toEqual([neverFires, noMiss]);
    expect(tried([fires, { ...miss, answers: { pop: 'no' } }]), 'it must come near').toEqual([noMiss]);
    expect(tried([fires, { answers: miss.answers }]), 'it must be meant as one').toEqual([noMiss]);
    expect(tried([fires, { ...fires, silent: ['saddle-or-bladder'] }]), 'it must miss').toEqual([noMiss]);
    expect(redFlagsAreTried(loaded.value, wing, [])).toContainEqual({
      file: FLAG,
      line: lineWith(wing, FLAG, 'when:'),
      expected: neverFires,
      found: 'none',
      remedy: expect.stringContaining('fires: ["saddle-or-bladder"]'),
    });
  });

  test('several at once are all reported, by file and line', () => {
    const files = change(POP, (text) => text.replace(/^kind: .*/m, 'kind: smell')).map((file) =>
      file.path === CRAMP ? { ...file, text: file.text.replace(/^summary:/m, 'sumary:') } : file,
    );
    const found = mistakesIn(files).map((one) => one.file);
    expect(found).toContain(POP);
    expect(found).toContain(CRAMP);
    expect(found).toEqual([...found].sort());
  });

  test('an alias bomb is refused and not expanded', () => {
    const bomb = `a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n`;
    expect(mistakesIn([...wing, { path: 'findings/bomb.yaml', text: bomb }])).toEqual([
      expect.objectContaining({ file: 'findings/bomb.yaml', expected: 'a file without YAML aliases' }),
    ]);
  });

  test('a file in the wrong place', () => {
    expect(mistakesIn([...wing, { path: 'notes/x.yaml', text: 'a: 1' }])).toEqual([
      expect.objectContaining({ file: 'notes/x.yaml' }),
    ]);
  });
});
