// Which total is taken where a file has several. The device's sum goes first: it knows of pauses, tunnels and a footpod what the points do not.
// It is compared with the other sums and with the points, and a difference is noted. A sum that nobody can have run is passed over.

import { formatNote, type NoteKind } from '../readers/notes.ts';
import type { Told, Totals } from '../readers/recording.ts';

interface Rule {
  readonly note: NoteKind;
  /** Differences below both are no news. */
  readonly share: number;
  readonly least: number;
}

export const RULES = {
  elapsedSeconds: { note: 'elapsed-disagrees', share: 0.02, least: 60 },
  movingSeconds: { note: 'moving-disagrees', share: 0.05, least: 60 },
  distanceMetres: { note: 'distance-disagrees', share: 0.02, least: 50 },
  climbMetres: { note: 'climb-disagrees', share: 0.5, least: 30 },
} as const satisfies Partial<Record<keyof Totals, Rule>>;

/** Takes the first that can be; the rest are compared with it. */
export function choose(
  key: keyof typeof RULES,
  totals: readonly Totals[],
  fromPoints: Told | null,
  isPossible: (value: number) => boolean,
): { readonly chosen: Told | null; readonly notes: readonly string[] } {
  const all = [...totals.map((one) => one[key]), fromPoints].filter((one) => one !== null);
  const chosen = all.find(({ value }) => isPossible(value));
  if (!chosen) return { chosen: null, notes: [] };
  const { note, share, least } = RULES[key];
  const worst = all
    .filter((one) => one !== chosen)
    .toSorted((a, b) => Math.abs(b.value - chosen.value) - Math.abs(a.value - chosen.value))[0];
  const gap = worst ? Math.abs(worst.value - chosen.value) : 0;
  const isNews = worst !== undefined && gap > least && gap > share * Math.max(worst.value, chosen.value);
  return { chosen, notes: isNews ? [formatNote(note, chosen.value, worst.value)] : [] };
}
