// Sports as GPX and TCX write them: a word that no standard lists (TCX: Running, Biking, Other; GPX: whatever its producer likes).

import type { RunKind } from '../run.ts';

/** Numbers that Strava's GPX files had for a while. */
const NUMBERS: Readonly<Record<string, string>> = {
  '1': 'cycling',
  '4': 'hiking',
  '9': 'running',
  '10': 'walking',
};

const MEANINGS: readonly (readonly [RegExp, RunKind | null])[] = [
  [
    /wheelchair|dog ?sled|bik|cycl|ride|riding|swim|row|paddl|kayak|canoe|ski|board|skat|driv|motor|sail|fly|flight|golf|yoga|strength|elliptic/,
    null,
  ],
  [/treadmill|indoor.?run|virtual.?run|laufband/, 'treadmill'],
  [/trail|fell|cross.?country.?run/, 'trail'],
  [/run|jog|lauf|course à pied|corr/, 'run'],
  [/walk|hik|geh|wander|marche/, 'walk'],
];

export function kindOfWord(word: string): RunKind | 'unstated' | null {
  const lower = (NUMBERS[word.trim()] ?? word).trim().toLowerCase();
  if (lower === '') return 'unstated';
  const known = MEANINGS.find(([pattern]) => pattern.test(lower));
  return known ? known[1] : 'other';
}

/** A word fit to be shown: letters of any script, digits and a little more, and not long. */
export function shownWord(text: string, most = 40): string {
  return text
    .replace(/[^\p{L}\p{N} .,()+/_-]/gu, '')
    .trim()
    .slice(0, most);
}
