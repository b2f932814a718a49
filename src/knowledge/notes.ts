// The authors' notes apart from the knowledge. A note says why a number is what it is; only the pages that show the knowledge itself
// show it, and the notes are a quarter of everything that a device has to bring. So a device gets the knowledge without them
// first, and the notes later.
//
// Both sides walk the knowledge in the same order, the order of its JSON. What travels is a list: a number passes over that many
// objects without a note, a text is the note of the next one.

import type { KnowledgeBase } from './knowledge-base.ts';

export type Notes = readonly (number | string)[];

type Thing = Record<string, unknown>;

/** The knowledge without any note, and the notes; neither is the other's, and both together are the whole. */
export function withoutNotes(knowledge: KnowledgeBase): {
  readonly knowledge: KnowledgeBase;
  readonly notes: Notes;
} {
  const notes: (number | string)[] = [];
  let passed = 0;
  const bare = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(bare);
    if (typeof value !== 'object' || value === null) return value;
    const { note, ...rest } = value as Thing;
    if (typeof note === 'string') {
      if (passed > 0) notes.push(passed);
      notes.push(note);
      passed = 0;
    } else passed += 1;
    return Object.fromEntries(Object.entries(rest).map(([key, one]) => [key, bare(one)]));
  };
  return { knowledge: bare(knowledge) as KnowledgeBase, notes };
}

/** The whole again. The notes must be those of exactly this knowledge. */
export function withNotes(knowledge: KnowledgeBase, notes: Notes): KnowledgeBase {
  let at = 0;
  let passing = 0;
  /** The note of the next object, if it has one. */
  const next = (): { readonly note?: string } => {
    const one = notes[at];
    if (passing === 0 && typeof one === 'number') passing = one;
    if (passing > 0) {
      passing -= 1;
      if (passing === 0) at += 1;
      return {};
    }
    if (typeof one !== 'string') return {};
    at += 1;
    return { note: one };
  };
  const whole = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(whole);
    if (typeof value !== 'object' || value === null) return value;
    const note = next();
    return { ...Object.fromEntries(Object.entries(value).map(([key, one]) => [key, whole(one)])), ...note };
  };
  return whole(knowledge) as KnowledgeBase;
}
