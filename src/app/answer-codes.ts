// Answers by number: each finding has its place in the knowledge, each of its states a code. Two short forms are made of that: one that
// is the same for the same answers in whatever order, to find again what was worked out before, and one that keeps the order, for the
// cookie that travels with every request. Both mean something only beside the very same knowledge.

import type { KnowledgeBase } from '../knowledge/index.ts';
import { type Answers, SIDES, type Spot, UNSURE } from '../vocabulary/index.ts';
import type { AnswerSheet } from './answer-sheet.ts';

/** By finding in the order of the knowledge: its states and the parts of them, the code of each its place. */
interface Codes {
  readonly findings: readonly {
    readonly id: string;
    readonly states: readonly string[];
    readonly parts: readonly string[];
  }[];
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
    parts: states.flatMap(({ parts = [] }) => parts.map((part) => part.id)),
  }));
  if (
    findings.length > DIGITS ** 2 ||
    findings.some(({ states, parts }) => Math.max(states.length, parts.length + 1) > DIGITS)
  ) {
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

/** A sheet in as few characters as can be: three for each answer, four for where exactly one of them lies. */
export function shortOfSheet(knowledge: KnowledgeBase, sheet: AnswerSheet): string {
  const { places, findings } = codesOf(knowledge);
  const numberOf = (index: number) => index.toString(DIGITS).padStart(2, '0');
  let said = '';
  for (const [id, answer] of Object.entries(sheet.answers)) {
    const place = places.get(id);
    const code = place?.codes.get(answer);
    if (!place || code === undefined) throw new Error('An answer that the knowledge does not have.');
    said += numberOf(place.index) + code.toString(DIGITS);
  }
  let exactly = '';
  for (const [id, { part, side }] of Object.entries(sheet.spots ?? {})) {
    const index = places.get(id)?.index;
    if (index === undefined) throw new Error('A spot of a finding that the knowledge does not have.');
    // 0 stands for what was not told.
    const codes = [
      findings[index]?.parts.indexOf(part ?? '') ?? -1,
      side === undefined ? -1 : SIDES.indexOf(side),
    ];
    exactly += numberOf(index) + codes.map((code) => (code + 1).toString(DIGITS)).join('');
  }
  const more = sheet.tellsMore ? '+' : '';
  return [sheet.startedAt.toString(DIGITS), sheet.place ?? '', more, said, exactly].join('.');
}

/** Reads the short form; undefined for what is none of this knowledge. */
export function sheetFromShort(knowledge: KnowledgeBase, text: string): AnswerSheet | undefined {
  const { findings } = codesOf(knowledge);
  const [started = '', place = '', more, said, exactly, ...rest] = text.split('.');
  const startedAt = Number.parseInt(started, DIGITS);
  if (said === undefined || exactly === undefined || rest.length > 0) return undefined;
  if (!Number.isSafeInteger(startedAt) || said.length % 3 !== 0 || exactly.length % 4 !== 0) return undefined;
  const answers: Record<string, string> = {};
  for (let at = 0; at < said.length; at += 3) {
    const finding = findings[Number.parseInt(said.slice(at, at + 2), DIGITS)];
    const state = finding?.states[Number.parseInt(said.charAt(at + 2), DIGITS)];
    if (!finding || state === undefined) return undefined;
    answers[finding.id] = state;
  }
  const spots: Record<string, Spot> = {};
  for (let at = 0; at < exactly.length; at += 4) {
    const finding = findings[Number.parseInt(exactly.slice(at, at + 2), DIGITS)];
    const [partCode = 0, sideCode = 0] = [at + 2, at + 3].map((place) =>
      Number.parseInt(exactly.charAt(place), DIGITS),
    );
    if (!finding || !(partCode <= finding.parts.length && sideCode <= SIDES.length)) return undefined;
    const [part, side] = [finding.parts[partCode - 1], SIDES[sideCode - 1]];
    spots[finding.id] = { ...(part === undefined ? {} : { part }), ...(side === undefined ? {} : { side }) };
  }
  return {
    answers,
    ...(Object.keys(spots).length > 0 ? { spots } : {}),
    place: place === '' ? undefined : place,
    startedAt,
    ...(more === '+' ? { tellsMore: true } : {}),
  };
}
