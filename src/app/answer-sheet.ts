// What one runner has said so far, and the pages on which they said it. The order of the answers is the order in which
// they were first given, so the pages of the interview can be told from the answers alone.

import { checkAnswers, fittingSpots } from '../assess/index.ts';
import { evaluate, type Finding, findingById, type KnowledgeBase, type Screen } from '../knowledge/index.ts';
import { type Answer, type Answers, isAsked, knownState, type Spots } from '../vocabulary/index.ts';

export interface AnswerSheet {
  readonly answers: Answers;
  /** Where exactly some of the answers lie; undefined when that was told of none. */
  readonly spots?: Spots;
  /** Country whose telephone numbers are shown; undefined until chosen. */
  readonly place: string | undefined;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** Help is needed at once, and the runner chose to tell more while waiting for it. */
  readonly tellsMore?: true;
}

/** One page of the interview that has been answered, or is to be. */
export type Page =
  | { readonly kind: 'screen'; readonly screen: Screen }
  | { readonly kind: 'question'; readonly finding: Finding };

export function newSheet(startedAt: number, place: string | undefined): AnswerSheet {
  return { answers: {}, place, startedAt };
}

/** The pages answered so far, in their order; findings of a screen make one page. */
export function answeredPages(knowledge: KnowledgeBase, answers: Answers): readonly Page[] {
  const pages: Page[] = [];
  const screens = new Set<string>();
  for (const id of Object.keys(answers)) {
    const screen = screenOf(knowledge, id);
    if (screen) {
      if (!screens.has(screen.id)) pages.push({ kind: 'screen', screen });
      screens.add(screen.id);
      continue;
    }
    const finding = findingById(knowledge, id);
    if (finding) pages.push({ kind: 'question', finding });
  }
  return pages;
}

const screensOf = new WeakMap<KnowledgeBase, ReadonlyMap<string, Screen>>();

/** The screen on which a finding is asked, gathered once. */
function screenOf(knowledge: KnowledgeBase, id: string): Screen | undefined {
  const known =
    screensOf.get(knowledge) ??
    new Map(
      knowledge.screens
        .flatMap((screen) => screen.findings.map((finding) => [finding, screen] as const))
        .reverse(),
    );
  screensOf.set(knowledge, known);
  return known.get(id);
}

/**
 * Adds or changes answers; a changed answer keeps its place, and loses its spot unless that is told again. What no longer
 * applies is dropped, in turn.
 */
export function withAnswers(
  knowledge: KnowledgeBase,
  sheet: AnswerSheet,
  given: Readonly<Record<string, Answer>>,
  told: Spots = {},
): AnswerSheet {
  const answers = applying(knowledge, { ...sheet.answers, ...given });
  const kept = Object.entries(sheet.spots ?? {}).filter(([id]) => !Object.hasOwn(given, id));
  const { spots: _, ...rest } = sheet;
  return { ...rest, answers, ...spotsOf(knowledge, answers, { ...Object.fromEntries(kept), ...told }) };
}

function applying(knowledge: KnowledgeBase, given: Answers): Answers {
  let answers = given;
  for (;;) {
    const left = Object.entries(answers).filter(([id]) => applies(knowledge, answers, id));
    if (left.length === Object.keys(answers).length) return answers;
    answers = Object.fromEntries(left);
  }
}

function spotsOf(knowledge: KnowledgeBase, answers: Answers, written: unknown): { readonly spots?: Spots } {
  const spots = fittingSpots(knowledge, answers, written);
  return Object.keys(spots).length > 0 ? { spots } : {};
}

function applies(knowledge: KnowledgeBase, answers: Answers, id: string): boolean {
  const { asksWhen } = findingById(knowledge, id) ?? {};
  return !asksWhen || evaluate(asksWhen, answers) === 'true';
}

/** The sore leg, as far as it was told; undefined where it was not, or where it is neither leg. */
export function soreSide(
  knowledge: KnowledgeBase,
  { answers, spots = {} }: AnswerSheet,
): 'left' | 'right' | 'both' | undefined {
  const placed = knowledge.findings.find(({ sides }) => sides);
  if (!placed?.sides) return undefined;
  if (knownState(answers, placed.sides.both) === 'yes') return 'both';
  const side = spots[placed.id]?.side;
  return side === 'middle' ? undefined : side;
}

/** Reads a stored sheet; undefined when it is not one or does not fit this knowledge. */
export function parseSheet(text: string, knowledge: KnowledgeBase): AnswerSheet | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!value || typeof value !== 'object') return undefined;
  const { answers, spots, place, startedAt, tellsMore } = value as Record<string, unknown>;
  if (!answers || typeof answers !== 'object' || typeof startedAt !== 'number') return undefined;
  const checked = checkAnswers(knowledge, answers as Record<string, unknown>);
  if (!checked.ok) return undefined;
  return {
    answers: checked.value,
    ...spotsOf(knowledge, checked.value, spots),
    place: typeof place === 'string' ? place : undefined,
    startedAt,
    ...(tellsMore === true ? { tellsMore } : {}),
  };
}

export function formatSheet(sheet: AnswerSheet): string {
  return JSON.stringify(sheet);
}

/** Findings of a screen that have not been answered. */
export function openOn(knowledge: KnowledgeBase, screen: Screen, answers: Answers): readonly Finding[] {
  return screen.findings.flatMap((id) => {
    const finding = findingById(knowledge, id);
    return finding && !isAsked(answers, id) ? [finding] : [];
  });
}
