// Every rule of sections 6 to 10 of the triage dossier, one row or more each: who the runner is, what becomes of an
// action, and what it was for the same runner without that. Rules about other matters (urgency, priors, self-tests) are
// named as such and tried where they are kept.

import { describe, expect, test } from 'vitest';
import { assess, type CareAdvice, careFor, gateRestrictions, outcomeOf } from '../src/assess/index.ts';
import {
  ACTION_NAMES,
  ACTIONS,
  type Action,
  evaluate,
  findingById,
  isGroup,
  measureAndWider,
} from '../src/knowledge/index.ts';
import { english, resultPage } from '../src/pages/index.ts';
import type { Answers } from '../src/vocabulary/index.ts';
import { realKnowledge } from './in-process.ts';

const knowledge = await realKnowledge();
const basis = { sources: ['dossier-triage'], certainty: 'estimate' } as const;

/** The real gates, flags and causes; but the leading cause would advise everything. */
const generous = {
  ...knowledge,
  conditions: knowledge.conditions.map((condition) => ({
    ...condition,
    now: ACTIONS.filter((action) => !isGroup(action)).map((action) => ({ text: action, action, basis })),
  })),
};

/** A healthy adult, sore in both thighs since the day after a hill run: as open as it gets. */
const HEALTHY: Answers = {
  ...Object.fromEntries(knowledge.screens.flatMap(({ findings }) => findings.map((id) => [id, 'no']))),
  age: '25-to-39',
  onset: 'next-day',
  duration: 'under-3-days',
  mechanism: 'new-load',
  'both-sides': 'yes',
  'worst-place': 'mid-thigh',
  'tingling-numbness': 'no',
  'heat-or-overdrinking': 'neither',
  'cannot-do-stairs': 'no',
  'one-spot-bone': 'no',
  'night-rest-pain': 'no',
  'spreads-below-knee': 'no',
  'groin-pain': 'no',
  'back-pain': 'no',
  'sitting-pain': 'no',
  'local-swelling': 'no',
  bruise: 'none',
  pop: 'no',
  limp: 'no',
  'tight-feeling': 'no',
  'cramp-knot': 'no',
};
const without = (...ids: readonly string[]): Answers =>
  Object.fromEntries(Object.entries(HEALTHY).filter(([id]) => !ids.includes(id)));
/** A sprinter who pulled a muscle an hour ago. */
const PULLED: Answers = {
  ...HEALTHY,
  onset: 'sudden',
  'both-sides': 'no',
  mechanism: 'sprinting',
  pop: 'yes',
};
const OLD_PULL: Answers = { ...PULLED, duration: 'under-2-weeks' };

const cares = new Map<Answers, CareAdvice>();
function careOf(answers: Answers): CareAdvice {
  const known = cares.get(answers);
  if (known) return known;
  const first = assess(generous, answers).differential[0]?.condition;
  const care = careFor(generous, answers, first ? [first] : []);
  cares.set(answers, care);
  return care;
}

/** What becomes of an action, with the words that go with it. */
function becomes(answers: Answers, action: Action): readonly [string, string] {
  const { now, withheld } = careOf(answers);
  const given = now.find((advice) => advice.action === action);
  if (given) return ['given', given.cautions.map(({ text }) => text).join(' ')];
  const closed = withheld.find((one) => measureAndWider(action).includes(one.action));
  return [
    closed?.limit ?? 'missing',
    [...(closed?.because ?? []).map(({ text }) => text), ...(closed?.opens ?? [])].join(' '),
  ];
}

type Row = readonly [
  rule: string,
  who: string,
  answers: Answers,
  action: Action,
  limit: string,
  words: RegExp,
];

const yes = (id: string): Answers => ({ ...HEALTHY, [id]: 'yes' });

const ROWS: readonly Row[] = [
  [
    'M1',
    'a stomach ulcer or kidney disease',
    yes('stomach-kidney-heart'),
    'anti-inflammatory-tablet',
    'withhold',
    /stomach ulcer/,
  ],
  ['M1', 'pregnant', yes('pregnant-or-birth'), 'anti-inflammatory-tablet', 'withhold', /week 20/],
  ['M1', 'a blood thinner', yes('blood-thinner'), 'anti-inflammatory-tablet', 'withhold', /bleed/],
  ['M1', 'steroid tablets', yes('immune-suppressed'), 'anti-inflammatory-tablet', 'withhold', /steroid/],
  [
    'M1',
    'an antidepressant or lithium',
    yes('other-medicine'),
    'anti-inflammatory-tablet',
    'withhold',
    /antidepressants, lithium/,
  ],
  ['M1', 'dark urine', yes('dark-urine'), 'anti-inflammatory-tablet', 'withhold', /kidneys/],
  ['M1', 'a swollen leg', yes('one-leg-swelling'), 'anti-inflammatory-tablet', 'withhold', /clot/],
  ['M1', 'fever', yes('fever'), 'anti-inflammatory-gel', 'withhold', /infection/],
  [
    'M1',
    'drank far too much',
    { ...HEALTHY, 'heat-or-overdrinking': 'drank-a-lot' },
    'anti-inflammatory-tablet',
    'withhold',
    /salt/,
  ],
  ['M2', '60 to 64', { ...HEALTHY, age: '60-to-64' }, 'anti-inflammatory-tablet', 'ask', /pharmacist/],
  [
    'M2',
    'asthma or high blood pressure',
    yes('painkiller-caution'),
    'anti-inflammatory-tablet',
    'ask',
    /asthma/,
  ],
  ['M2', 'sickle cell trait', yes('sickle-cell'), 'anti-inflammatory-tablet', 'ask', /kidneys/],
  ['M3', 'healthy', HEALTHY, 'anti-inflammatory-tablet', 'given', /Lowest dose.*black stools/s],
  ['M4', 'pulled an hour ago', PULLED, 'anti-inflammatory-tablet', 'withhold', /not certain/],
  ['M4', 'pulled an hour ago', PULLED, 'anti-inflammatory-gel', 'given', /whole skin/],
  ['M4', 'pulled an hour ago', PULLED, 'paracetamol', 'given', /4 hours apart/],
  ['M4', 'pulled last week', OLD_PULL, 'anti-inflammatory-tablet', 'given', /three days at most/],
  ['M5', 'healthy', HEALTHY, 'prescription-painkiller', 'withhold', /sciatica/],
  ['M6', 'pregnant', yes('pregnant-or-birth'), 'anti-inflammatory-gel', 'withhold', /week 20/],
  ['M6', 'pregnant', yes('pregnant-or-birth'), 'paracetamol', 'ask', /first choice in pregnancy/],
  ['M7', 'healthy', HEALTHY, 'paracetamol', 'given', /at most 4 times and 4 g.*emergency help/s],
  ['M7', 'alcohol most days or under 50 kg', yes('painkiller-caution'), 'paracetamol', 'ask', /50 kg/],
  ['M8', 'under 16', { ...HEALTHY, age: 'under-16' }, 'anti-inflammatory-tablet', 'withhold', /No aspirin/],
  ['M8', 'healthy', HEALTHY, 'prescription-painkiller', 'withhold', /alcohol or driving.*someone else/s],
  ['M10', 'under 16', { ...HEALTHY, age: 'under-16' }, 'paracetamol', 'withhold', /doses differ/],
  ['M10', 'pregnant', yes('pregnant-or-birth'), 'paracetamol', 'ask', /how much/],
  ['M10', 'breastfeeding', yes('painkiller-caution'), 'paracetamol', 'ask', /breastfeeding/],
  ['M10', '65 or older', { ...HEALTHY, age: '65-plus' }, 'paracetamol', 'ask', /right dose/],
  ['M10', 'liver disease', yes('stomach-kidney-heart'), 'paracetamol', 'ask', /liver/],
  ['M10', 'a weak defence', yes('immune-suppressed'), 'paracetamol', 'ask', /fever/],
  ['M11', 'healthy', HEALTHY, 'cramp-tablet', 'withhold', /Quinine/],
  ['M11', 'healthy', HEALTHY, 'stimulant', 'withhold', /Caffeine/],

  ['F1', 'healthy', HEALTHY, 'drink-to-thirst', 'given', /Thirst.*not weigh more/s],
  ['F2', 'healthy', HEALTHY, 'drink-to-thirst', 'given', /Sports drinks do not protect/],
  [
    'F3',
    'a cramp',
    { ...PULLED, 'cramp-knot': 'yes', pop: 'no' },
    'salt-tablet',
    'withhold',
    /not been shown to prevent cramps/,
  ],
  [
    'F4',
    'drank far too much',
    { ...HEALTHY, 'heat-or-overdrinking': 'drank-a-lot' },
    'drink-to-thirst',
    'withhold',
    /thins the salt/,
  ],
  ['F4', 'confused', yes('confusion-or-collapse'), 'drink-to-thirst', 'withhold', /confused/],
  ['F5', 'diabetes', yes('diabetes-or-numb-feet'), 'sports-drink', 'ask', /sugar/],
  [
    'F5',
    'kidney or heart disease',
    yes('stomach-kidney-heart'),
    'sports-drink',
    'ask',
    /salt or sports drinks/,
  ],
  [
    'F5',
    'kidney or heart disease',
    yes('stomach-kidney-heart'),
    'drink-to-thirst',
    'given',
    /amount that your doctor has set/,
  ],
  ['F5', 'pregnant', yes('pregnant-or-birth'), 'sports-drink', 'ask', /pregnancy/],
  ['F5', 'water tablets', yes('other-medicine'), 'sports-drink', 'ask', /water/],
  ['F6', 'healthy', HEALTHY, 'salt-tablet', 'withhold', /Salt tablets/],

  [
    'H1',
    'healthy',
    HEALTHY,
    'ice',
    'given',
    /cloth.*10 to 15 minutes, never more than 20.*2 to 3 hours.*sleep/s,
  ],
  ['H2', 'diabetes or numb feet', yes('diabetes-or-numb-feet'), 'ice', 'withhold', /feels little/],
  ['H2', 'both feet numb', yes('feet-numb-both'), 'heat', 'withhold', /feels little/],
  ['H2', 'a tingling leg', yes('tingling-numbness'), 'ice', 'withhold', /nerve/],
  ['H2', 'cold allergy or Raynaud (told with the ice)', HEALTHY, 'ice', 'given', /white/],
  ['H2', 'a foot that turns cold in effort', yes('cold-foot-effort'), 'ice', 'withhold', /short of blood/],
  ['H2', 'infected skin', yes('hot-red-swelling'), 'heat', 'withhold', /infected/],
  ['H2', 'a swollen leg', yes('one-leg-swelling'), 'ice', 'withhold', /swollen/],
  ['H2', 'a tense thigh', yes('tense-growing-pain'), 'ice', 'withhold', /very tight/],
  ['H2', 'a lump that grows', yes('growing-lump'), 'heat', 'withhold', /lump/],
  ['H2', 'cancer', yes('cancer-history'), 'heat', 'withhold', /After a cancer/],
  ['H2', 'sickle cell trait', yes('sickle-cell'), 'ice', 'ask', /Cold/],
  ['H3', 'pulled an hour ago', PULLED, 'heat', 'withhold', /first three days/],
  ['H3', 'pulled last week', OLD_PULL, 'heat', 'given', /Warm, not hot/],
  ['H3', 'a tingling leg', yes('tingling-numbness'), 'heat', 'given', /feels normal/],
  ['H4', 'a swollen leg', yes('one-leg-swelling'), 'massage', 'withhold', /clot/],
  ['H4', 'pulled an hour ago', PULLED, 'massage', 'withhold', /first three days/],
  ['H4', 'a blood thinner', yes('blood-thinner'), 'massage', 'withhold', /bleed inside/],
  ['H4', 'shingles blisters', yes('blister-rash'), 'massage', 'withhold', /shingles/],
  ['H4', 'a lump that grows', yes('growing-lump'), 'massage', 'withhold', /lump/],
  ['H4', 'a clot in the past', yes('past-clot'), 'massage', 'withhold', /clot/],
  ['H4', 'a tense thigh', yes('tense-growing-pain'), 'massage', 'withhold', /swelling muscle/],
  ['H4', 'pregnant', yes('pregnant-or-birth'), 'massage', 'withhold', /clots are more likely/],
  [
    'H4',
    'the same-day questions not asked',
    without('one-leg-swelling', 'red-cord', 'fever'),
    'massage',
    'withhold',
    /hangs on/,
  ],
  ['H4', 'oestrogen', yes('oestrogen'), 'massage', 'withhold', /Oestrogen/],
  ['H5', 'healthy', HEALTHY, 'compress', 'given', /Take it off/],
  ['H5', 'a tense thigh', yes('tense-growing-pain'), 'compress', 'withhold', /cut off its blood/],
  ['H5', 'a cold leg', yes('cold-pale-leg'), 'raise', 'withhold', /cold leg/],
  ['H5', 'poor blood flow', yes('cold-foot-effort'), 'compress', 'withhold', /cold/],
  ['H6', 'a tingling leg', yes('tingling-numbness'), 'hamstring-stretch', 'withhold', /nerve/],
  ['H6', 'pulled an hour ago', PULLED, 'hamstring-stretch', 'withhold', /fresh tear/],

  ['A1', 'under 16', { ...HEALTHY, age: 'under-16' }, 'run', 'withhold', /Below 16/],
  ['A1', 'under 16', { ...HEALTHY, age: 'under-16' }, 'massage', 'withhold', /Below 16/],
  ['A1', 'under 16', { ...HEALTHY, age: 'under-16' }, 'ice', 'withhold', /Below 16/],
  ['A2', '16 or 17', { ...HEALTHY, age: '16-to-17' }, 'paracetamol', 'given', /50 kg/],
  ['A2', '16 or 17', { ...HEALTHY, age: '16-to-17' }, 'anti-inflammatory-tablet', 'ask', /from 17/],
  ['A4', '60 to 64', { ...HEALTHY, age: '60-to-64' }, 'anti-inflammatory-tablet', 'ask', /From 60/],
  ['P2', 'pregnant', yes('pregnant-or-birth'), 'anti-inflammatory-tablet', 'withhold', /week 20/],
  ['P6', 'pregnant', yes('pregnant-or-birth'), 'hop', 'withhold', /no test/],
];

describe('a rule for advice', () => {
  test.each(ROWS)('%s: %s', (_rule, _who, answers, action, limit, words) => {
    const [found, text] = becomes(answers, action);
    expect({ found, text }).toEqual({ found: limit, text: expect.stringMatching(words) });
  });

  const changed = ROWS.filter(([, who, , , limit]) => limit !== 'given' && who !== 'healthy');
  test.each(changed.filter(([, , , action]) => !['salt-tablet'].includes(action)))(
    '%s: %s, and without that it is open',
    (_rule, _who, _answers, action) => {
      const [open] = becomes(
        action === 'hop' || action === 'run' || action === 'load' ? FREE : HEALTHY,
        action,
      );
      expect(open).toBe('given');
    },
  );
});

/** Running, hopping and strength work are withheld for reasons of the thigh while soreness is fresh: so an old tightness. */
const FREE: Answers = { ...HEALTHY, duration: 'over-6-weeks', onset: 'gradual', 'tight-feeling': 'yes' };

const fires = (answers: Answers): readonly string[] =>
  assess(knowledge, answers).triage.fired.map(({ code }) => code);
const oddsOf = (condition: string, answers: Answers): number => {
  const p =
    assess(knowledge, answers).differential.find((one) => one.condition.id === condition)?.probability ?? 0;
  return p / (1 - p);
};
/** How much more often than the average runner somebody with this cause is of this age. */
const ageFactor = (condition: string, state: string): number => {
  const age = findingById(knowledge, 'age');
  const index = age?.states.findIndex(({ id }) => id === state) ?? -1;
  const p = knowledge.presentations.find(({ id }) => id.startsWith(`${condition}/`))?.likelihoods.age?.p[
    index
  ];
  return (p ?? 0) / (age?.background[index] ?? 1);
};
const blocks = (test: string, answers: Answers): boolean => {
  const rule = findingById(knowledge, test)?.selfTest?.notIf;
  return rule !== undefined && evaluate(rule, answers) !== 'false';
};
const tells = (answers: Answers): string =>
  careOf(answers)
    .told.map(({ text }) => text)
    .join(' ');

/** Rules that are not about an advice: where they are kept, and that they are. */
const ELSEWHERE: readonly (readonly [rule: string, where: string, kept: () => void])[] = [
  [
    'M9',
    'told to whom it concerns',
    () => {
      expect(tells(yes('blood-thinner'))).toMatch(/Do not stop your blood thinner/);
      expect(tells(yes('statin'))).toMatch(/Do not stop your statin/);
      expect(tells(yes('quinolone-now'))).toMatch(/Do not stop the antibiotic.*today/);
      expect(tells(yes('immune-suppressed'))).toMatch(/Do not stop steroid/);
      expect(tells(HEALTHY)).toBe('');
    },
  ],
  [
    'F7',
    'told after a collapse',
    () => expect(tells(yes('confusion-or-collapse'))).toMatch(/as the clinician tells you/),
  ],
  [
    'A1',
    'the page shows urgency only',
    () => {
      const young = { ...HEALTHY, age: 'under-16' };
      expect(careOf(young).safetyOnly?.because).toMatch(/see a clinician/);
      expect(careOf(HEALTHY).safetyOnly).toBeUndefined();
      const html = pageOf(young);
      expect(html).toContain('no list of causes here');
      for (const shown of ['What it could be', 'What to do today', 'runners who answer like you']) {
        expect(html).not.toContain(shown);
      }
      expect(pageOf(HEALTHY)).toContain('What it could be');
    },
  ],
  [
    'A1',
    'self-tests: none below 16 but the calf measure',
    () => {
      const young = { ...HEALTHY, age: 'under-16' };
      const tests = knowledge.findings.filter(({ kind }) => kind === 'self-test').map(({ id }) => id);
      expect(tests.filter((id) => !blocks(id, young))).toEqual(['test-calf-measure']);
    },
  ],
  [
    'A2',
    'red flags: bone pain at 16 or 17 within 48 hours (D4)',
    () =>
      expect(
        fires({
          ...HEALTHY,
          age: '16-to-17',
          onset: 'gradual',
          mechanism: 'nothing',
          'night-rest-pain': 'yes',
        }).some((code) => code.startsWith('D4')),
      ).toBe(true),
  ],
  [
    'A3',
    'priors: a tumour is likelier at 50 to 59 than at 25 to 39',
    () => {
      for (const tumour of ['bone-tumour', 'soft-tissue-sarcoma'])
        expect(ageFactor(tumour, '50-to-59')).toBeGreaterThan(ageFactor(tumour, '25-to-39'));
    },
  ],
  [
    'A4',
    'odds: stenosis and narrow arteries; red flag: belly pain over 60 (E12)',
    () => {
      for (const cause of ['lumbar-stenosis', 'peripheral-artery-disease', 'antibiotic-tendon-injury'])
        expect(oddsOf(cause, { ...HEALTHY, age: '60-to-64' })).toBeGreaterThan(
          oddsOf(cause, { ...HEALTHY, age: '40-to-49' }),
        );
      expect(fires({ ...HEALTHY, age: '60-to-64', 'sudden-belly-pain': 'yes' })).toContain('E12');
    },
  ],
  [
    'A5',
    'odds: stenosis above 65 (over 70 is not asked)',
    () =>
      expect(oddsOf('lumbar-stenosis', { ...HEALTHY, age: '65-plus' })).toBeGreaterThan(
        1.5 * oddsOf('lumbar-stenosis', { ...HEALTHY, age: '60-to-64' }),
      ),
  ],
  [
    'P1',
    'red flags: leg pain that no injury explains in pregnancy (S2a), a calf difference (S1b)',
    () => {
      expect(
        fires({ ...HEALTHY, 'pregnant-or-birth': 'yes', onset: 'gradual', mechanism: 'nothing' }),
      ).toContain('S2a');
      expect(fires({ ...HEALTHY, 'pregnant-or-birth': 'yes', 'test-calf-measure': '1-to-3cm' })).toContain(
        'S1b',
      );
    },
  ],
  [
    'P3',
    'red flag: numb seat in pregnancy (E2)',
    () => expect(fires({ ...yes('pregnant-or-birth'), 'saddle-numbness': 'yes' })).toContain('E2'),
  ],
  [
    'P4',
    'red flags: pelvic pain does not excuse both legs or the bladder (E3, E2)',
    () => {
      expect(fires({ ...yes('pregnant-or-birth'), 'back-pain': 'yes', 'both-legs-nerve': 'yes' })).toContain(
        'E3',
      );
      expect(fires({ ...yes('pregnant-or-birth'), 'bladder-bowel-change': 'yes' })).toContain('E2');
    },
  ],
  [
    'P5',
    'red flag: bleeding, fluid, headache, fewer movements (E14)',
    () => expect(fires({ ...yes('pregnant-or-birth'), 'pregnancy-warning': 'yes' })).toContain('E14'),
  ],
  [
    'P6',
    'exercises: not for long on the back from week 28',
    () => {
      const gate = knowledge.gates.find(({ id }) => id === 'pregnancy-or-birth');
      if (!gate) throw new Error('The gate is gone.');
      const load = (answers: Answers) =>
        gateRestrictions(gate, answers).find(({ action }) => action === 'load');
      expect(load(yes('pregnant-or-birth'))?.text).toMatch(/week 28/);
      expect(load(without('pregnant-or-birth'))?.text).toMatch(/week 28/);
      expect(load(HEALTHY)).toBeUndefined();
    },
  ],
  [
    'P6',
    'self-tests: none lying on the back or hopping in pregnancy',
    () => {
      for (const id of ['test-hop', 'test-leg-raise', 'test-sacroiliac'])
        expect(blocks(id, yes('pregnant-or-birth'))).toBe(true);
      const steps = knowledge.findings.flatMap(({ id, selfTest }) =>
        selfTest ? [{ id, text: selfTest.steps.join(' ') }] : [],
      );
      const risky = steps.filter(({ text }) => /on your (back|belly|front)|\bhop\b|\bjump/i.test(text));
      expect(risky.filter(({ id }) => !blocks(id, yes('pregnant-or-birth')))).toEqual([]);
    },
  ],
];

function pageOf(answers: Answers): string {
  const place = knowledge.places[0];
  if (!place) throw new Error('There is no place.');
  return String(
    resultPage({
      ...outcomeOf(knowledge, answers),
      words: english,
      place,
      more: false,
      stylesheets: { common: '/s.css', plan: '/p.css', learn: '/l.css' },
      keptIn: 'cookie',
    }),
  );
}

describe('a rule about something else', () => {
  test.each(ELSEWHERE)('%s: %s', (_rule, _where, kept) => kept());
});

test('every rule of the dossier from M1 to P6 is tried here', () => {
  const upTo = (letter: string, last: number) => Array.from({ length: last }, (_, n) => `${letter}${n + 1}`);
  const all = [...upTo('M', 11), ...upTo('F', 7), ...upTo('H', 6), ...upTo('A', 5), ...upTo('P', 6)];
  const tried = new Set([...ROWS, ...ELSEWHERE].map(([rule]) => rule));
  expect(all.filter((rule) => !tried.has(rule))).toEqual([]);
  const carried = new Set(knowledge.gates.flatMap(({ rules }) => rules));
  const kept = new Set(ELSEWHERE.map(([rule]) => rule));
  expect(all.filter((rule) => !carried.has(rule) && !kept.has(rule))).toEqual([]);
});

describe('an unanswered question', () => {
  const guarded: readonly (readonly [string, string, Action])[] = [
    ['blood-thinner', 'Blood thinner', 'massage'],
    ['pregnant-or-birth', 'Pregnant or new birth', 'anti-inflammatory-tablet'],
    ['stomach-kidney-heart', 'Illness that limits painkillers', 'paracetamol'],
    ['other-medicine', 'Medicine that clashes with painkillers', 'anti-inflammatory-tablet'],
    ['painkiller-caution', 'Painkiller caution', 'anti-inflammatory-gel'],
    ['age', 'Age', 'paracetamol'],
    ['diabetes-or-numb-feet', 'Diabetes or numb feet', 'ice'],
    ['tense-growing-pain', '', 'compress'],
  ];
  test.each(guarded)('%s (%s) keeps %s closed, skipped or "not sure", and says so', (id, short, action) => {
    for (const answers of [without(id), { ...HEALTHY, [id]: 'unsure' }]) {
      const [limit, text] = becomes(answers, action);
      expect(limit).not.toBe('given');
      expect(text).toContain(short);
      const closed = careOf(answers).withheld.find((one) => measureAndWider(action).includes(one.action));
      expect(closed?.answers).toContain(id);
    }
  });

  test('lets advice that harms little through, with its condition', () => {
    expect(becomes(without('heat-or-overdrinking'), 'drink-to-thirst')).toEqual([
      'given',
      expect.stringMatching(/Not if you feel bloated/),
    ]);
    expect(becomes(without('tingling-numbness'), 'ice')).toEqual([
      'given',
      expect.stringMatching(/feels normal/),
    ]);
    expect(becomes(without('age'), 'walk')).toEqual(['given', 'Only if you are 16 or older.']);
  });
});

describe('the result', () => {
  test('names what is withheld in plain words, why, where that is from and what would open it', () => {
    const html = pageOf({ ...OLD_PULL, 'blood-thinner': 'yes' });
    expect(html).toContain('Not advised for you now');
    expect(html).toContain(ACTION_NAMES.massage);
    expect(html).toMatch(/a rubbed muscle can bleed inside\..{0,80}#source-dossier-triage/s);
    expect(html).toContain('The doctor who prescribes it, or a pharmacist, can tell you what is safe.');
  });

  test('warns of tablets nobody advised, because people take them unasked', () => {
    const care = outcomeOf(knowledge, { ...HEALTHY, 'stomach-kidney-heart': 'yes' }).reasons.care;
    expect(care.withheld.map(({ action }) => action)).toContain('anti-inflammatory');
  });

  test('of the real knowledge holds no dose for anybody who must ask first', () => {
    const asks = ['stomach-kidney-heart', 'pregnant-or-birth', 'painkiller-caution', 'immune-suppressed'];
    for (const answers of [
      ...asks.map(yes),
      { ...HEALTHY, age: '65-plus' },
      { ...HEALTHY, age: 'under-16' },
    ]) {
      const { now } = careFor(knowledge, answers, knowledge.conditions);
      expect(JSON.stringify(now)).not.toMatch(/\d ?(mg|g)\b/);
    }
  });
});
