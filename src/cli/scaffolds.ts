// The first text of a knowledge file. A key that is empty (or undecided, where empty has a meaning) is a
// decision that only the author can make: the checker refuses it and names its line. A key that is filled
// in here is a sensible beginning.

export const SCAFFOLD_KINDS = [
  'condition',
  'finding',
  'red-flag',
  'gate',
  'source',
  'exercise',
  'plan',
] as const;
export type ScaffoldKind = (typeof SCAFFOLD_KINDS)[number];

export function isScaffoldKind(text: string): text is ScaffoldKind {
  return (SCAFFOLD_KINDS as readonly string[]).includes(text);
}

/** The text of a new file. */
export function scaffold(kind: ScaffoldKind, id: string): string {
  const schema = `# yaml-language-server: $schema=../schemas/${kind}.schema.json\n`;
  return `${schema}${TEXTS[kind](id)}`;
}

const TEXTS: Readonly<Record<ScaffoldKind, (id: string) => string>> = {
  condition: (
    id,
  ) => `# Every number and advice has a source (a key of knowledge/sources, or several) and a certainty:
#   published   read in the source
#   derived     arithmetic on published figures
#   unverified  background, the source was not opened
#   estimate    ours, set for modelling
id: ${id}
name: # plain words, as a runner would say it
clinicalName: # the clinical term
aliases: [] # other names: [runner's word, another]
codes: [] # - { system: ICD-10, code: S76.3, certainty: published }
summary: # what it is, in two or three plain sentences (20 to 500 characters)
prior:
  perThousand: # of 1,000 adult runners with pain at the back of the thigh or buttock, how many have it
  source:
  certainty:
  # note: why this value, and what the source really says
# Share of cases that look like nothing in particular, 0.05 to 0.6; required when a presentation is emergency
# or same-day:
# atypical: { share: 0.2, source: key, certainty: estimate }
# What the runner is rather than feels, as factors on the odds; a state left out has factor 1:
# context:
#   - { finding: age, times: { 65-plus: 2 }, source: key, certainty: estimate }
# Conditions that occur with it more often than by chance (0: never together):
# occursWith:
#   - { condition: sciatica, times: 2, source: key, certainty: estimate }
presentations: # the typical ways it shows itself; the shares sum to 1
  - id: typical
    name: Typical
    share: 1
    triage: # emergency, same-day, within-days, routine or self-care
    source:
    certainty:
    # How often each finding occurs in it; one state may be left out and takes the rest. What is not here is
    # as in the background.
    #   pop: { p: { yes: 0.6 }, n: 10, source: key, certainty: estimate }
    findings: {}
# While it is possible these are not advised:
# forbids:
#   - { action: massage, because: "Massage may loosen a clot.", source: key, certainty: estimate }
care:
  now: # what to do today; the action says what the advice asks the body to do
    - text:
      action: # the one thing it asks the body to do: run, walk, load, hamstring-stretch, massage, heat, ice,
      #   compress, raise, paracetamol, anti-inflammatory-gel, drink-to-thirst, rest, seek-care, inform …
      source:
      certainty:
  avoid: # [] when there is nothing
    - text:
      source:
      certainty:
  getHelp: # when to be seen sooner; [] when there is nothing
    - text:
      source:
      certainty:
outlook:
  text: # how it usually goes, and how long it takes
  source:
  certainty:
review:
  state: not yet reviewed # reviewed, with by and on, once a clinician has
`,

  finding: (id) => `id: ${id}
kind: # symptom (felt), sign (seen), self-test, context (who the runner is) or red-flag (asked for safety)
short: # name in lists, at most 60 characters
question: # one question in plain words, at most 160 characters
# hint: one short line under the question
why: # why we ask, in one plain sentence
# item: the line beside the tick box, when it stands on a shared screen
states: # from least to most; "not sure" is always offered and never a state
  - id: no
    label: "No"
    says: # the answer as a sentence to the runner
  - id: yes
    label: "Yes"
    says:
    # regions: where on the body picture; then in every state
combines: strongest # with two causes at once; either: the answer comes from one of the two
# group: findings that travel together, a key of groups in model.yaml
# mark: the state that goes with the group, where states have no order
otherwise: # how often each state is given when the cause says nothing about it; one state may be left out
  p:
    yes: # 0 to 1
  # n: people behind the figure (an estimate: 10)
  source:
  certainty:
  # note: why this value
effort: # what answering costs, in seconds of an ordinary question
  seconds: 8
  source:
  certainty: estimate
# Asked only when this is true:
# asksWhen: { finding: onset, is: sudden }
# Only with kind: self-test, and then required:
# selfTest:
#   steps: [First do this., Then do that.]
#   stop: When to stop.
#   notIf: { finding: cannot-bear-weight, is: yes } # offered only when this is known to be false
#   accuracy: How far it can be trusted.
#   figure: drawings of two to four positions; see docs/authoring.md, Pictures
#   source: key
#   certainty: estimate
`,

  'red-flag': (id) => `id: ${id}
code: # rule number in the triage dossier: a capital and one or two digits, as E2
name: # short name
level: # the least urgent level it allows: emergency, same-day, within-days, routine or self-care
# One form, and forms may stand in each other: { finding: …, is: … or […, …] }, { all: […] }, { any: […] },
# { atLeast: 2, of: […] } or { not: {…} }. An answer that is missing or unsure makes a statement unknown,
# never false.
when:
  finding:
  is:
because: # why it matters, to the runner, in plain words
doNow: # what to do now and while waiting; one to six lines
  -
  # - { text: "Keep walking gently.", does: [walk] } # marked, so that no other flag asks for the opposite
# While it has fired or hangs on "not sure" these are not advised:
# forbids:
#   - { action: massage, because: "Massage may loosen a clot.", source: key, certainty: estimate }
# suspects: [deep-vein-thrombosis] # conditions it points to
# accuracy: what is known about how well it finds them
source:
certainty:
# note: what the source really says
`,

  gate: (id) => `id: ${id}
rules: # rules of the triage dossier that it carries out: a capital and a number, as M6; one or more
  -
name: # whom or what it is about, as a runner reads it
# Without when it holds for everybody. A missing answer counts as if it held:
when:
  finding:
  is:
effects: # what changes; [] when it only tells something
  - actions: # run, load, hop, stretch, massage, heat, ice, compress, raise, painkiller, anti-inflammatory, drink …
      -
    limit: # withhold (not advised), ask (a pharmacist or doctor first) or caution (advised with this text)
    text: # why, as a sentence that is also true while the answer is missing
    # Shown with the advice while the answer is missing; never for painkillers, massage or compression:
    # ifUnknown: Only if …
    source:
    certainty:
    # note: what the source really says
# Said to everybody for whom it is known to hold:
# tell:
#   - { text: Do not stop it without your prescriber., source: key, certainty: estimate }
opens: # who or what can lift it, as a sentence
`,

  source: (id) => `key: ${id}
kind: # article, guideline, web-page, book or dossier
authors: # as "Askling CM, Tengvar M, Thorstensson A"
year: undecided # a number, or null when there is none
title:
# journal:
# doi: 10.1136/…
# pmid: "12345678"
# url: https://…
read: # full, abstract, excerpt, secondary (only in a page that quotes it) or not-read
# readOn: 2026-01-31 # the day it was read
# note: what it says that is used here
`,

  exercise: (id) => `id: ${id}
name: # plain words, at most 120 characters
clinicalName:
kind: # exercise, drill, cardio, run or test
# What it asks the body to do (run, walk, stretch, load, hop, massage …); it is left out while something forbids it:
actions: undecided
# gentle: true # so mild that every cause allows it unless its action is forbidden
muscles: undecided # [hamstrings, …]
kit: [] # ids of kit in recovery.yaml
sides: # affected, each or together
start: # the start position as one would draw it, 20 to 400 characters
end: # the end position as one would draw it
steps: # two to seven
  -
  -
figure: # the start and the end position as angles; see docs/authoring.md, Pictures
  positions:
    - back: [180, 180]
      leg: [0, 0]
      otherLeg: [0, 0]
    - back: [180, 180]
      leg: [0, 0]
      otherLeg: [0, 0]
dose: # of: sets, reps, holdSeconds, minutes, metres, effortPercent, load, tempo, perDay, perWeek; [8, 12] is a span
  source:
  certainty:
easier: # and exercise: ID when there is one
  text:
harder:
  text:
stop: undecided # ids of stop rules in recovery.yaml
source:
certainty:
review:
  state: not yet reviewed
`,

  plan: (id) => `id: ${id}
name:
summary: # two plain sentences
conditions: undecided # ids of the conditions it is for
# Locked until a clinician has cleared this much (exercise, running or everything):
# clearance: { covers: exercise, because: "A clinician first.", source: key, certainty: estimate }
leaveOut: [] # - { exercise: ID, because: …, source: key, certainty: estimate }
# A limit is hit by worse values: atLeast where higher is worse, atMost where lower is.
# colour: refer (see someone), red (one step back) or amber (hold)
limits: [] # - { id: too-sore, colour: red, measure: painDuring, atLeast: 5, because: …, source: key, certainty: estimate }
stages:
  - id: first
    name:
    aim:
    atLeastDays: # the shortest and the longest time here, in days; after the longest it is referred
      value: undecided
      source:
      certainty:
    atMostDays:
      value: undecided
      source:
      certainty:
    # All must be met to move on: - { id: no-limp, says: You do not limp., measure: limp, atMost: 0, source: key, certainty: estimate }
    leave: []
    exercises: [] # - { exercise: ID, dose: { sets: 3, reps: [8, 12], perWeek: 3, source: key, certainty: estimate } }
    running: # kind: none, ladder (and ladder: ID) or usual
      kind:
      text:
      source:
      certainty:
    cross: []
    daily: [] # what is allowed at work and in daily life
    avoid: []
    keep: true # only in the last stage: staying well
source:
certainty:
review:
  state: not yet reviewed
`,
};
