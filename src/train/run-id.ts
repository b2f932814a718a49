// The name of a run: a hash of when it began, how long and how far it went, so that the same file read again has the same name, whatever it
// is called. It says nothing about the run and may stand in an address.

import type { Run } from './run.ts';

export function runId({
  start,
  elapsedSeconds,
  distanceMetres,
}: Pick<Run, 'start' | 'elapsedSeconds' | 'distanceMetres'>): string {
  const text = `${start}|${elapsedSeconds}|${distanceMetres ?? ''}`;
  return `run-${hash(text, 0x811c9dc5)}${hash(text, 0x1b873593)}`;
}

/** FNV-1a over 32 bits, mixed once more at the end (the finaliser of MurmurHash 3). */
function hash(text: string, seed: number): string {
  let value = seed;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return ((value ^ (value >>> 16)) >>> 0).toString(36).padStart(7, '0');
}
