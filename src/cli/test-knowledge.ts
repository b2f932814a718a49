// A tiny medical wing for the tests of the terminal: two causes, two red flags, one self-test. Its numbers
// mean nothing.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const BASIS = 'source: book, certainty: estimate';
const EFFORT = `effort: { seconds: 5, ${BASIS} }`;
const YES_NO = (yes: string, no: string) =>
  `states: [{ id: no, label: "No", says: "${no}" }, { id: yes, label: "Yes", says: "${yes}" }]`;

const level = (name: string, title: string) =>
  `  ${name}: { title: "${title}", action: "Do ${name}.", where: "Somewhere.", safetyNet: ["Watch it."],
    recheck: "Later.", ${BASIS} }`;

const advice = (text: string, action: string) => `{ text: "${text}", action: ${action}, ${BASIS} }`;

/** Files of the tiny knowledge by path. */
export const TINY: Readonly<Record<string, string>> = {
  'sources/book.yaml': `key: book
kind: book
authors: Nobody N
year: 2020
title: A book of invented numbers
read: full
`,
  'findings/numb.yaml': `id: numb
kind: red-flag
short: Numb seat
question: Is the seat numb?
why: It can mean squeezed nerves.
item: A numb seat
${YES_NO('Your seat is numb.', 'Your seat is not numb.')}
combines: strongest
otherwise: { p: { yes: 0.01 }, ${BASIS} }
${EFFORT}
`,
  'findings/swollen.yaml': `id: swollen
kind: red-flag
short: Swollen leg
question: Is one leg swollen?
why: It can mean a clot.
item: One swollen leg
${YES_NO('One leg is swollen.', 'No leg is swollen.')}
combines: strongest
otherwise: { p: { yes: 0.02 }, ${BASIS} }
${EFFORT}
`,
  'findings/age.yaml': `id: age
kind: context
short: Age
question: How old are you?
why: Age changes what is likely.
states:
  - { id: young, label: "Under 40", says: "You are under 40." }
  - { id: old, label: "40 or over", says: "You are 40 or over." }
combines: either
otherwise: { p: { old: 0.5 }, ${BASIS} }
${EFFORT}
`,
  'findings/onset.yaml': `id: onset
kind: symptom
short: Onset
question: How did it begin?
hint: The first moment
why: A sudden start points to a tear.
states:
  - { id: sudden, label: "Suddenly", says: "It began suddenly." }
  - { id: gradual, label: "Little by little", says: "It began little by little." }
  - { id: next-day, label: "The next day", says: "It began the next day." }
combines: either
otherwise: { p: { sudden: 0.3, gradual: 0.5 }, ${BASIS} }
${EFFORT}
`,
  'findings/press.yaml': `id: press
kind: self-test
short: Press
question: Does pressing hurt?
why: A sore spot points to a tear.
${YES_NO('Pressing hurts.', 'Pressing does not hurt.')}
combines: strongest
otherwise: { p: { yes: 0.2 }, ${BASIS} }
${EFFORT}
selfTest:
  steps: ["Sit down.", "Press the spot."]
  stop: "Stop at sharp pain."
  notIf: { finding: numb, is: yes }
  accuracy: "Nobody has measured it."
  source: book
  certainty: estimate
`,
  'conditions/strain.yaml': `id: strain
name: Pulled muscle
clinicalName: Muscle strain
codes: []
summary: Some fibres of the muscle are torn.
prior: { perThousand: 600, ${BASIS} }
context:
  - { finding: age, times: { old: 0.8 }, ${BASIS} }
presentations:
  - id: typical
    name: Typical
    share: 1
    triage: self-care
    source: book
    certainty: estimate
    findings:
      onset: { p: { sudden: 0.8, gradual: 0.1 }, n: 10, source: book, certainty: published }
      press: { p: { yes: 0.8 }, ${BASIS} }
care:
  now: [${advice('Walk a little.', 'walk')}, ${advice('Rub the muscle.', 'massage')}]
  avoid: [{ text: "No sprints.", ${BASIS} }]
  getHelp: [{ text: "You cannot walk.", ${BASIS} }]
outlook: { text: "Weeks.", ${BASIS} }
review: { state: not yet reviewed }
`,
  'conditions/clot.yaml': `id: clot
name: Blood clot
clinicalName: Deep vein thrombosis
codes: []
summary: A clot blocks a vein of the leg.
prior: { perThousand: 200, ${BASIS} }
atypical: { share: 0.2, ${BASIS} }
presentations:
  - id: typical
    name: Typical
    share: 1
    triage: same-day
    source: book
    certainty: estimate
    findings:
      onset: { p: { sudden: 0.1, gradual: 0.8 }, ${BASIS} }
      swollen: { p: { yes: 0.7 }, ${BASIS}, note: "Counted once." }
      press: { p: { yes: 0.3 }, ${BASIS} }
forbids: [{ action: massage, because: "Rubbing may loosen a clot.", ${BASIS} }]
care:
  now: [${advice('Be seen today.', 'seek-care')}]
  avoid: []
  getHelp: []
outlook: { text: "Treated, it goes.", ${BASIS} }
review: { state: not yet reviewed }
`,
  'red-flags/numb-seat.yaml': `id: numb-seat
code: E1
name: Numb seat
level: emergency
when: { any: [{ finding: numb, is: yes }] }
because: The nerves may be squeezed.
doNow: ["Go now."]
suspects: [clot]
source: book
certainty: estimate
`,
  'red-flags/swollen-leg.yaml': `id: swollen-leg
code: S1
name: Swollen leg
level: same-day
when: { all: [{ finding: swollen, is: yes }, { not: { finding: onset, is: [next-day] } }] }
because: It may be a clot.
doNow: ["Be seen today."]
source: book
certainty: estimate
`,
  'interview.yaml': `screens:
  - { id: now, title: "Is any of this so now?", section: Safety, findings: [numb, swollen], none: "None" }
first: [age]
levels:
${level('emergency', 'Get emergency help now')}
${level('same-day', 'Be seen today')}
${level('within-days', 'Be seen within days')}
${level('routine', 'Book a visit')}
${level('self-care', 'Look after it yourself')}
places:
  - { id: CA, name: Canada, emergency: "911", urgent: { number: "811", name: Advice line }, ${BASIS} }
  - { id: other, name: Another country, emergency: "112", ${BASIS} }
`,
  'model.yaml': `version: 0.0.1
twoCauses: { value: 0.1, ${BASIS} }
misreport:
  symptom: { value: 0.02, ${BASIS} }
  self-test: { value: 0.05, ${BASIS} }
  context: { value: 0.01, ${BASIS} }
  red-flag: { value: 0.01, ${BASIS} }
raise:
  same-day: { value: 0.5, ${BASIS} }
needless:
  same-day: { value: 0.5, ${BASIS} }
stillPossible: { value: 0.001, ${BASIS} }
stop:
  value: { value: 0.00001, ${BASIS} }
  cause: { value: 1, ${BASIS} }
  questions: { value: 5, ${BASIS} }
`,
};

const made: string[] = [];

/** Removes the folders made so far: for `afterAll`. */
export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** A new folder in the temporary directory with these files in it; returns its path. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'backstride-'));
  made.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
