// What makes a comment look like spam, by heuristics alone: no third party sees what people write. A suspicion never throws
// anything away, it sorts the editors' queue and keeps the comment from being published unread. The bounds are estimates of
// ours; nobody has measured them on the comments of this site, of which there are none yet.

import type { Suspicion, Written } from './comment.ts';

/** Nobody reads a page, thinks and writes in less. Estimate. */
export const QUICKEST_SECONDS = 4;
/** A form that has been open for longer has to be sent once more. */
export const OLDEST_FORM_SECONDS = 24 * 60 * 60;
const MOST_LINKS = 1;
/** Shorter texts may well be a single shout. */
const SHOUTING_LETTERS = 40;
const SHOUTING_SHARE = 0.7;

export interface Circumstances {
  /** Whether the field that people do not see was filled in. */
  readonly honeypot: boolean;
  /** From the showing of the form to its sending. */
  readonly seconds: number;
  /** Whether the same text has come before. */
  readonly isDuplicate: boolean;
}

/** The reasons to look twice; empty when there is none. */
export function suspicionsOf({ text, name }: Written, about: Circumstances): readonly Suspicion[] {
  const links =
    text.match(/\bhttps?:|\bwww\.|\[url|<a\s|\b[a-z0-9-]+\.(?:ru|top|xyz|shop|click|bet)\b/gi) ?? [];
  const letters = text.match(/\p{L}/gu) ?? [];
  const capitals = text.match(/\p{Lu}/gu) ?? [];
  const found: readonly (readonly [Suspicion, boolean])[] = [
    ['honeypot', about.honeypot],
    ['too-quick', about.seconds < QUICKEST_SECONDS],
    ['links', links.length > MOST_LINKS || /https?:|www\./i.test(name)],
    ['duplicate', about.isDuplicate],
    ['shouting', letters.length >= SHOUTING_LETTERS && capitals.length / letters.length > SHOUTING_SHARE],
  ];
  return found.filter(([, is]) => is).map(([suspicion]) => suspicion);
}

/** Texts with the same essence differ in no more than spaces, case and signs. */
export function essenceOf(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}
