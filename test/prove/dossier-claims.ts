// Claims that need no solver: texts are there, and each rule is what the triage dossier says. The dossier speaks here
// through the rule cases (which answers fire a rule and which just do not) and through two tables of first aid, read
// from it rule by rule; so a rule that loses a part, a level or a warning is noticed.

import type { Case } from '../../src/evaluate/index.ts';
import { evaluate, type KnowledgeBase, type Measure } from '../../src/knowledge/index.ts';
import { mostUrgent, TRIAGE_LEVELS, type TriageLevel } from '../../src/vocabulary/index.ts';

export interface DataClaim {
  readonly id: string;
  readonly says: string;
  readonly breaches: readonly string[];
}

/** The first letter of a rule's code is its level in the dossier. */
const LEVELS: Readonly<Record<string, TriageLevel>> = {
  E: 'emergency',
  S: 'same-day',
  D: 'within-days',
  R: 'routine',
};

/** Rules that this project split off from one of the dossier's, at another level; why stands in each rule's note. */
const OTHER_LEVELS: Readonly<Record<string, TriageLevel>> = {
  E2u: 'same-day',
  E3b: 'same-day',
  S2d: 'self-care',
};

/** "While waiting" in the dossier, by rule: what it warns of. */
export const WARNS: Readonly<Record<string, readonly Measure[]>> = {
  E1: ['massage'],
  E5: ['heat', 'ice', 'compress', 'raise'],
  E6a: ['compress', 'ice', 'raise'],
  E6b: ['compress', 'ice', 'raise'],
  E6c: ['compress', 'ice', 'raise'],
  E6d: ['compress', 'ice', 'raise'],
  E17: ['compress', 'massage', 'raise'],
  E7: ['anti-inflammatory', 'run'],
  E8: ['drink'],
  E13: ['drink'],
  S1a: ['massage'],
  S1b: ['massage'],
  S2a: ['massage'],
  S2b: ['massage'],
  S2c: ['massage'],
  S3a: ['massage'],
  S3b: ['massage'],
  S5: ['anti-inflammatory', 'heat'],
  S6: ['anti-inflammatory', 'run'],
  S6b: ['anti-inflammatory', 'run'],
  S7a: ['run', 'hop'],
  S7b: ['run', 'hop'],
  S9: ['massage'],
  S10: ['load'],
  S12: ['run'],
  S17: ['compress', 'ice', 'raise'],
  F4: ['drink'],
};

/** The same column: what it asks for. */
const ASKS: Readonly<Record<string, readonly Measure[]>> = {
  E1: ['sit-up', 'keep-still'],
  E5: ['leg-level'],
  E6a: ['take-off-bandage', 'leg-level'],
  E6b: ['take-off-bandage', 'leg-level'],
  E6c: ['take-off-bandage', 'leg-level'],
  E6d: ['take-off-bandage', 'leg-level'],
  E17: ['take-off-bandage', 'leg-level'],
  F4b: ['cool'],
  E8: ['cool'],
  E11: ['leave-leg'],
  E15: ['cool'],
  S1a: ['walk'],
  S9: ['walk'],
  S17: ['take-off-bandage', 'leg-level'],
};

export function textsClaim(knowledge: KnowledgeBase): DataClaim {
  const isEmpty = (...texts: readonly string[]) =>
    texts.length === 0 || texts.some((text) => text.trim() === '');
  return {
    id: 'texts',
    says: 'every level says what to do, where, and when to look again; every red flag why and what; every place whom to call',
    breaches: [
      ...TRIAGE_LEVELS.filter((level) => {
        const text = knowledge.levels[level];
        return !text || isEmpty(text.title, text.action, text.where, text.recheck, ...text.safetyNet);
      }).map((level) => `the level ${level} lacks a text`),
      ...knowledge.redFlags
        .filter(
          ({ name, because, doNow }) =>
            doNow.length === 0 || isEmpty(name, because, ...doNow.map(({ text }) => text)),
        )
        .map(({ id }) => `the red flag ${id} lacks a text`),
      ...knowledge.places
        .filter(({ emergency }) => isEmpty(emergency))
        .map(({ id }) => `the place ${id} lacks an emergency number`),
      ...(knowledge.places.length > 0 ? [] : ['there is no place with an emergency number']),
    ],
  };
}

export function dossierClaim(knowledge: KnowledgeBase, cases: readonly Case[]): DataClaim {
  const rules = cases.filter(({ kind, fires }) => kind === 'rule' && fires !== undefined);
  return {
    id: 'dossier',
    says: 'each rule fires, stays silent, warns and asks as the dossier and its rule cases say',
    breaches: [
      ...rules.flatMap((one) => {
        const fired = knowledge.redFlags.filter(({ when }) => evaluate(when, one.answers) === 'true');
        const ids = fired.map(({ id }) => id).sort();
        const floor = mostUrgent(fired.map(({ level }) => level));
        return [
          ...(ids.join() === [...(one.fires ?? [])].sort().join()
            ? []
            : [
                `case ${one.id}: ${one.fires?.join(', ') || 'nothing'} should fire, found ${ids.join(', ') || 'nothing'}`,
              ]),
          ...(floor === one.triage ? [] : [`case ${one.id}: should be ${one.triage}, found ${floor}`]),
        ];
      }),
      ...knowledge.redFlags.flatMap(({ id, code, level, forbids, doNow }) => [
        ...levelBreaches(id, code, level),
        ...(WARNS[code] ?? [])
          .filter((measure) => !forbids.some(({ action, when }) => action === measure && !when))
          .map((measure) => `${id} (${code}) does not warn of ${measure}`),
        ...(ASKS[code] ?? [])
          .filter((measure) => !doNow.some(({ does }) => does.includes(measure)))
          .map((measure) => `${id} (${code}) does not ask for ${measure}`),
      ]),
      ...Object.keys({ ...WARNS, ...ASKS })
        .filter((code) => !knowledge.redFlags.some((flag) => flag.code === code))
        .map((code) => `no red flag has the code ${code}`),
    ],
  };
}

function levelBreaches(id: string, code: string, level: TriageLevel): readonly string[] {
  const wanted = OTHER_LEVELS[code] ?? LEVELS[code.slice(0, 1)];
  return wanted && wanted !== level ? [`${id} (${code}) should be ${wanted}, found ${level}`] : [];
}
