// Answers by number: each finding has its place in the knowledge, each of its states a code. Two short forms are made of that: one that
// is the same for the same answers in whatever order, to find again what was worked out before, and one that keeps the order, for the
// cookie that travels with every request. Both mean something only beside the very same knowledge.

import type { KnowledgeBase } from '../knowledge/index.ts';
import { type Answers, UNSURE } from '../vocabulary/index.ts';
import type { AnswerSheet } from './answer-sheet.ts';

/** By finding in the order of the knowledge: its states, the code of each its place. */
interface Codes {
  readonly findings: readonly { readonly id: string; readonly states: readonly string[] }[];
  readonly places: ReadonlyMap<
    string,
    { readonly index: number; readonly codes: ReadonlyMap<string, number> }
  >;
}

const DIGITS = 36;
const known = new WeakMap<KnowledgeBase, Codes>();

function codesOf(knowledge: KnowledgeBase): Codes {
  const before = known.get(knowledge);
  if (before) return before;
  const findings = knowledge.findings.map(({ id, states }) => ({
    id,
    states: [UNSURE, ...states.map((state) => state.id)],
  }));
  if (findings.length > DIGITS ** 2 || findings.some(({ states }) => states.length > DIGITS)) {
    throw new Error('There are more findings or states than the short form of answers has room for.');
  }
  const places = new Map(
    findings.map(({ id, states }, index) => [
      id,
      { index, codes: new Map(states.map((state, code) => [state, code])) },
    ]),
  );
  const made = { findings, places };
  known.set(knowledge, made);
  return made;
}

/** One character for each finding: what was said about it, or that it was not asked. The order of answers plays no part. */
export function keyOfAnswers(knowledge: KnowledgeBase, answers: Answers): string {
  const { places, findings } = codesOf(knowledge);
  const said = new Array<number>(findings.length).fill(0);
  for (const id of Object.keys(answers)) {
    const place = places.get(id);
    if (place) said[place.index] = 1 + (place.codes.get(answers[id] ?? '') ?? -1);
  }
  return String.fromCharCode(...said);
}

/** A sheet in as few characters as can be: three for each answer. */
export function shortOfSheet(knowledge: KnowledgeBase, sheet: AnswerSheet): string {
  const { places } = codesOf(knowledge);
  let said = '';
  for (const [id, answer] of Object.entries(sheet.answers)) {
    const place = places.get(id);
    const code = place?.codes.get(answer);
    if (!place || code === undefined) throw new Error('An answer that the knowledge does not have.');
    said += place.index.toString(DIGITS).padStart(2, '0') + code.toString(DIGITS);
  }
  return [sheet.startedAt.toString(DIGITS), sheet.place ?? '', sheet.tellsMore ? '+' : '', said].join('.');
}

/** Reads the short form; undefined for what is none of this knowledge. */
export function sheetFromShort(knowledge: KnowledgeBase, text: string): AnswerSheet | undefined {
  const { findings } = codesOf(knowledge);
  const [started = '', place = '', more, said, ...rest] = text.split('.');
  const startedAt = Number.parseInt(started, DIGITS);
  if (said === undefined || rest.length > 0 || !Number.isSafeInteger(startedAt) || said.length % 3 !== 0) {
    return undefined;
  }
  const answers: Record<string, string> = {};
  for (let at = 0; at < said.length; at += 3) {
    const finding = findings[Number.parseInt(said.slice(at, at + 2), DIGITS)];
    const state = finding?.states[Number.parseInt(said.charAt(at + 2), DIGITS)];
    if (!finding || state === undefined) return undefined;
    answers[finding.id] = state;
  }
  return {
    answers,
    place: place === '' ? undefined : place,
    startedAt,
    ...(more === '+' ? { tellsMore: true } : {}),
  };
}
