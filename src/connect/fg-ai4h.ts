// The contract of the WHO/ITU FG-AI4H symptom benchmark: one case in, a triage class and ranked causes out, no dialogue.
// Written from a description of the contract (its repositories carry no licence, nothing was copied). Its three levels
// are coarser than ours: same-day care straddles its primary and emergency care, and is sent as emergency care here, the
// side on which nobody is sent home; `triageLevel` beside it keeps our own five.
// Limits: one of the benchmark's own case sets asks about the belly; of that we know nothing and say UNCERTAIN.

import { type Candidate, urgencyAndCauses } from '../assess/index.ts';
import { type Finding, findingById, type KnowledgeBase } from '../knowledge/index.ts';
import {
  type Answers,
  type FindingId,
  ok,
  type Result,
  refuse,
  type StateId,
  type TriageLevel,
  UNSURE,
} from '../vocabulary/index.ts';

/** SC self-care, PC primary care, EC emergency care. */
export type BenchmarkTriage = 'SC' | 'PC' | 'EC' | 'UNCERTAIN';

export interface BenchmarkFinding {
  /** One of our finding ids; others are passed over. */
  readonly id: string;
  readonly name: string;
  readonly state: 'present' | 'absent' | 'unsure';
  /** For a finding with more states than yes and no: one attribute whose value names the state. */
  readonly attributes?: readonly { readonly id: string; readonly value: { readonly id: string } }[];
}

export interface BenchmarkCase {
  readonly profileInformation: { readonly age: number; readonly biologicalSex: 'male' | 'female' };
  readonly presentingComplaints: readonly BenchmarkFinding[];
  readonly otherFeatures: readonly BenchmarkFinding[];
}

export interface BenchmarkSolution {
  readonly triage: BenchmarkTriage;
  /** Most probable first. */
  readonly conditions: readonly {
    readonly id: string;
    readonly name: string;
    readonly probability: number;
  }[];
  /** Ours, finer than the benchmark's. */
  readonly triageLevel: TriageLevel;
}

/** What a request must look like, in one sentence. */
export interface BenchmarkRefusal {
  readonly expected: string;
  readonly found: string;
}

const CLASS_OF: Readonly<Record<TriageLevel, BenchmarkTriage>> = {
  emergency: 'EC',
  'same-day': 'EC',
  'within-days': 'PC',
  routine: 'PC',
  'self-care': 'SC',
};

const MOST_CONDITIONS = 10;

/**
 * Solves one case of the benchmark.
 * @param request the body of `POST solve-case`: `{ caseData, aiImplementation }`
 */
export function solveBenchmarkCase(
  knowledge: KnowledgeBase,
  request: unknown,
): Result<BenchmarkSolution, BenchmarkRefusal> {
  const read = caseOf(request);
  if (!read.ok) return read;
  const answers = answersOf(knowledge, read.value);
  const { triage, differential } = urgencyAndCauses(knowledge, answers);
  const complaints = [...read.value.presentingComplaints, ...read.value.otherFeatures];
  const isKnown = complaints.some(({ id }) => Object.hasOwn(answers, id));
  return ok({
    triage: isKnown ? CLASS_OF[triage.level] : 'UNCERTAIN',
    conditions: isKnown ? differential.slice(0, MOST_CONDITIONS).map(conditionOf) : [],
    triageLevel: triage.level,
  });
}

/**
 * Writes answers as a case of the benchmark, the way back. Age becomes the middle of its band within 18–99, the ages the
 * benchmark knows; answers about age and sex are not repeated as findings.
 */
export function benchmarkCaseOf(knowledge: KnowledgeBase, answers: Answers): BenchmarkCase {
  const written = knowledge.findings.flatMap((finding): readonly BenchmarkFinding[] => {
    const answer = answers[finding.id];
    if (answer === undefined || finding.id === 'age' || finding.id === 'sex') return [];
    const { id, short: name } = finding;
    if (answer === UNSURE) return [{ id, name, state: 'unsure' }];
    if (isYesNo(finding)) return [{ id, name, state: answer === 'yes' ? 'present' : 'absent' }];
    return [{ id, name, state: 'present', attributes: [{ id: 'state', value: { id: answer } }] }];
  });
  return {
    profileInformation: {
      age: ageIn(answers.age),
      biologicalSex: answers.sex === 'female' ? 'female' : 'male',
    },
    presentingComplaints: written.slice(0, 1),
    otherFeatures: written.slice(1),
  };
}

function conditionOf({ condition, probability }: Candidate): BenchmarkSolution['conditions'][number] {
  return { id: condition.id, name: condition.name, probability };
}

function answersOf(knowledge: KnowledgeBase, one: BenchmarkCase): Answers {
  const answers: Record<FindingId, StateId> = {};
  for (const finding of knowledge.findings) {
    if (finding.id === 'age') {
      const band = bandOf(finding, one.profileInformation.age);
      if (band !== undefined) answers.age = band;
    } else if (finding.id === 'sex') {
      answers.sex = one.profileInformation.biologicalSex;
    }
  }
  for (const told of [...one.presentingComplaints, ...one.otherFeatures]) {
    const finding = findingById(knowledge, told.id);
    const state = finding && stateOf(finding, told);
    if (state !== undefined) answers[told.id] = state;
  }
  return answers;
}

/** The state that a benchmark finding names; undefined when it names none of ours (unknown is never "no"). */
function stateOf(finding: Finding, told: BenchmarkFinding): StateId | undefined {
  if (told.state === 'unsure') return UNSURE;
  if (isYesNo(finding)) return told.state === 'present' ? 'yes' : 'no';
  const named = (told.attributes ?? []).map(({ value }) => value.id);
  return told.state === 'present'
    ? finding.states.find(({ id }) => named.includes(id))?.id
    : finding.states.find(({ id }) => id === 'no' || id === 'none')?.id;
}

function isYesNo(finding: Finding): boolean {
  const states = finding.states.map(({ id }) => id);
  return states.length === 2 && states.includes('yes') && states.includes('no');
}

/** The age band of a finding whose states are named `under-16`, `16-to-17`, … `65-plus`. */
function bandOf(finding: Finding, age: number): StateId | undefined {
  return finding.states.find(({ id }) => {
    const [low, high] = boundsOf(id);
    return age >= low && age <= high;
  })?.id;
}

function boundsOf(band: StateId): readonly [number, number] {
  const [first = Number.NaN, second] = (band.match(/\d+/g) ?? []).map(Number);
  if (band.startsWith('under-')) return [0, first - 1];
  if (band.endsWith('-plus')) return [first, 150];
  return [first, second ?? first];
}

function ageIn(band: StateId | undefined): number {
  if (band === undefined || band === UNSURE) return 35;
  const [low, high] = boundsOf(band);
  return Math.round(Math.min(99, Math.max(18, (low + Math.min(high, 85)) / 2)));
}

function caseOf(request: unknown): Result<BenchmarkCase, BenchmarkRefusal> {
  const data = field(request, 'caseData');
  const profile = field(data, 'profileInformation');
  const age = field(profile, 'age');
  const sex = field(profile, 'biologicalSex');
  if (typeof age !== 'number' || !(age >= 0 && age <= 130)) {
    return refuse({
      expected: 'caseData.profileInformation.age, a number of years',
      found: kindOf(age),
    });
  }
  if (sex !== 'male' && sex !== 'female') {
    return refuse({
      expected: 'caseData.profileInformation.biologicalSex, male or female',
      found: kindOf(sex),
    });
  }
  const presenting = findingsOf(data, 'presentingComplaints');
  if (!presenting.ok) return presenting;
  const others = findingsOf(data, 'otherFeatures');
  if (!others.ok) return others;
  return ok({
    profileInformation: { age, biologicalSex: sex },
    presentingComplaints: presenting.value,
    otherFeatures: others.value,
  });
}

function findingsOf(data: unknown, key: string): Result<readonly BenchmarkFinding[], BenchmarkRefusal> {
  const list = field(data, key) ?? [];
  if (!Array.isArray(list)) return refuse({ expected: `caseData.${key}, a list`, found: kindOf(list) });
  const wrong = list.findIndex((one) => !isFinding(one));
  if (wrong >= 0) {
    return refuse({
      expected: `caseData.${key}[${wrong}] with id, and state present, absent or unsure`,
      found: kindOf(list[wrong]),
    });
  }
  return ok(list as readonly BenchmarkFinding[]);
}

function isFinding(one: unknown): boolean {
  const attributes = field(one, 'attributes') ?? [];
  return (
    typeof field(one, 'id') === 'string' &&
    ['present', 'absent', 'unsure'].includes(String(field(one, 'state'))) &&
    Array.isArray(attributes) &&
    attributes.every((attribute) => typeof field(field(attribute, 'value'), 'id') === 'string')
  );
}

function field(value: unknown, key: string): unknown {
  return value !== null && typeof value === 'object' && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

/** Says what was found without repeating it: what a case tells is about a person. */
function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}
