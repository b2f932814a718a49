// Rules about the guide: every claim that a page makes is in a file, every claim in a file is made on a page, every page ends in
// a way on, and no review grows old unseen.

import { daysBetween, type LocalDate } from '../vocabulary/index.ts';
import type { AuthoredFile, Mistake } from './authored-files.ts';
import type { AuthoredClaim, AuthoredGuide } from './authored-guide.ts';
import type { Shaped } from './check-shape.ts';
import {
  BLOCK_MARK,
  CLAIM_MARK,
  claimsNamedIn,
  DRAWINGS,
  MARK_LIKE,
  PLACES_FINDING,
  proseOf,
} from './guide-marks.ts';
import type { KnowledgeBase } from './knowledge-base.ts';
import { mistake } from './mistakes.ts';

/** Days after the day of the next review until the checker refuses what it has warned of. Estimate. */
export const GRACE_DAYS = 90;
/** Where no day is given, none lies ahead. */
const LAST_DAY: LocalDate = '2199-12-31';
const FEWEST_WORDS = 200;
const MOST_WORDS = 800;
/** Where a page may lead at its end: the interview or the plan. */
const WAYS_ON = /\]\((\/|\/recover\/start)\)/;
/** Pages of the product that prose may link to, besides those of guide and knowledge. */
const PLACES = [
  '/',
  '/about',
  '/knowledge',
  '/guide',
  '/claims',
  '/guide/verdicts',
  '/guide/search',
  '/recover/start',
];

export interface WrittenPage {
  readonly facts: Shaped<AuthoredGuide>;
  readonly prose: AuthoredFile;
}

export interface GuideFindings {
  readonly mistakes: readonly Mistake[];
  /** What is still in its days of grace. */
  readonly warnings: readonly Mistake[];
}

/** @param today the day that reviews are measured against; without it their age is not judged */
export function checkGuide(
  pages: readonly WrittenPage[],
  knowledge: KnowledgeBase,
  today: LocalDate | undefined,
): GuideFindings {
  const reviews = today === undefined ? [] : pages.flatMap(({ facts }) => reviewsDue(facts, today));
  return {
    mistakes: [
      ...claimsStandOnce(pages),
      ...claimsAreUsed(pages),
      ...pages.flatMap((page) => [
        ...marksAreKnown(page, pages, knowledge),
        ...linksLeadSomewhere(page, pages, knowledge),
        ...proseIsWhole(page),
        ...factsAreKnown(page.facts, knowledge),
        ...reviewsHold(page.facts, today),
      ]),
      ...reviews.filter(({ isLate }) => isLate).map(({ said }) => said),
    ],
    warnings: reviews.filter(({ isLate }) => !isLate).map(({ said }) => said),
  };
}

const claimsOf = (pages: readonly WrittenPage[]) =>
  pages.flatMap(({ facts }) => facts.content.claims.map((claim, index) => ({ facts, claim, index })));

function claimsStandOnce(pages: readonly WrittenPage[]): readonly Mistake[] {
  const all = claimsOf(pages);
  return all
    .filter(({ claim }, index) => all.findIndex((one) => one.claim.id === claim.id) !== index)
    .map(({ facts, claim, index }) =>
      mistake(
        facts,
        ['claims', index, 'id'],
        'an id that no other claim has',
        claim.id,
        'Rename it, or use the other claim.',
      ),
    );
}

function claimsAreUsed(pages: readonly WrittenPage[]): readonly Mistake[] {
  const used = new Set(pages.flatMap(({ prose }) => claimsNamedIn(prose.text)));
  return claimsOf(pages)
    .filter(({ claim }) => !used.has(claim.id))
    .map(({ facts, claim, index }) =>
      mistake(
        facts,
        ['claims', index, 'id'],
        'a claim that a page makes',
        claim.id,
        `Write [claim:${claim.id}] behind the sentence that makes it, or remove the claim.`,
      ),
    );
}

function marksAreKnown({ prose }: WrittenPage, pages: readonly WrittenPage[], knowledge: KnowledgeBase) {
  const claims = new Set(claimsOf(pages).map(({ claim }) => claim.id));
  return linesOf(prose).flatMap(({ text, line }): readonly Mistake[] => {
    const block = BLOCK_MARK.exec(text.trim());
    if (block) {
      const drawing = block[2];
      return drawing === undefined || isDrawing(drawing, knowledge)
        ? []
        : [
            inProse(
              prose,
              line,
              `a drawing: ${DRAWINGS.join(', ')}, exercise/<id>, test/<id> or place/<answer>`,
              drawing,
              'Correct the name.',
            ),
          ];
    }
    const unknown = [...text.matchAll(CLAIM_MARK)]
      .filter(([, id = '']) => !claims.has(id))
      .map(([, id = '']) =>
        inProse(
          prose,
          line,
          'the id of a claim in a .claims.yaml file',
          id,
          'Add the claim or correct the id.',
        ),
      );
    const odd = [...text.replace(CLAIM_MARK, '').matchAll(MARK_LIKE)].map(([found]) =>
      inProse(
        prose,
        line,
        'a mark like [claim:id], or [figure:name] alone on its line',
        found,
        'Write it like that.',
      ),
    );
    return [...unknown, ...odd];
  });
}

function isDrawing(name: string, knowledge: KnowledgeBase): boolean {
  const [kind, id] = name.split('/');
  if (id === undefined) return (DRAWINGS as readonly string[]).includes(name);
  if (kind === 'exercise') return knowledge.recovery.exercises.some((one) => one.id === id);
  if (kind === 'place') {
    const states = knowledge.findings.find((one) => one.id === PLACES_FINDING)?.states ?? [];
    return states.some((state) => state.id === id && state.regions);
  }
  return kind === 'test' && knowledge.findings.some((one) => one.id === id && one.selfTest?.figure);
}

function linksLeadSomewhere({ prose }: WrittenPage, pages: readonly WrittenPage[], knowledge: KnowledgeBase) {
  const known = new Set([
    ...PLACES,
    ...pages.map(({ facts }) => `/guide/${facts.content.id}`),
    ...claimsOf(pages).map(({ claim }) => `/claims/${claim.id}`),
    ...knowledge.conditions.map(({ id }) => `/knowledge/${id}`),
    ...knowledge.recovery.exercises.map(({ id }) => `/knowledge/exercises/${id}`),
    ...knowledge.recovery.plans.map(({ id }) => `/knowledge/plans/${id}`),
  ]);
  return linesOf(prose).flatMap(({ text, line }) =>
    [...text.matchAll(/\]\(([^)\s]*)[^)]*\)/g)]
      .map(([, to = '']) => to)
      .filter((to) => !known.has(to.split('#')[0] ?? ''))
      .map((to) =>
        inProse(
          prose,
          line,
          'a link to a page of ours, as /guide/<page> or /knowledge/<cause>',
          to === '' ? 'an empty address' : to,
          'Correct it. What lies outside belongs into the sources of a claim.',
        ),
      ),
  );
}

function proseIsWhole({ prose, facts }: WrittenPage): readonly Mistake[] {
  const lines = linesOf(prose);
  const last = lines.at(-1)?.line ?? 1;
  const ending =
    prose.text
      .trim()
      .split(/\n\s*\n/)
      .at(-1) ?? '';
  const words = proseOf(prose.text).match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  const needsHelp = facts.content.part !== 'about' && !facts.content.getHelp;
  return [
    ...(WAYS_ON.test(ending)
      ? []
      : [
          inProse(
            prose,
            last,
            'a last paragraph with a link to the interview (/) or the plan (/recover/start)',
            ending.slice(0, 40) || 'nothing',
            'Tell the reader where to go on.',
          ),
        ]),
    ...(words < FEWEST_WORDS || words > MOST_WORDS
      ? [
          inProse(
            prose,
            1,
            `${FEWEST_WORDS} to ${MOST_WORDS} words`,
            `${words}`,
            'Split the page, or say more.',
          ),
        ]
      : []),
    ...lines
      .filter(({ text }) => /<\/?[a-z!]/i.test(text))
      .map(({ text, line }) =>
        inProse(
          prose,
          line,
          'Markdown without HTML',
          /<[^>]*>?/.exec(text)?.[0] ?? '',
          'Write it as Markdown.',
        ),
      ),
    ...lines
      .filter(({ text }) => /^#\s/.test(text))
      .map(({ text, line }) =>
        inProse(
          prose,
          line,
          'headings from ## on: the title stands in the .claims.yaml',
          text.slice(0, 40),
          'Begin it with ## or ###.',
        ),
      ),
    ...(needsHelp
      ? [
          mistake(
            facts,
            [],
            'getHelp: when to get help, said first',
            'nothing',
            'Add level, title and signs.',
          ),
        ]
      : []),
  ];
}

function factsAreKnown(facts: Shaped<AuthoredGuide>, knowledge: KnowledgeBase): readonly Mistake[] {
  const { conditions = [], plans = [], exercises = [] } = facts.content;
  const unknown = (key: string, named: readonly string[], known: readonly { readonly id: string }[]) =>
    named
      .map((id, index) => ({ id, index }))
      .filter(({ id }) => !known.some((one) => one.id === id))
      .map(({ id, index }) =>
        mistake(facts, [key, index], `the id of one of the ${key}`, id, 'Correct the id.'),
      );
  return [
    ...unknown('conditions', conditions, knowledge.conditions),
    ...unknown('plans', plans, knowledge.recovery.plans),
    ...unknown('exercises', exercises, knowledge.recovery.exercises),
  ];
}

/** A review is signed, rests on something that was read, and lies in the past. */
function reviewsHold(facts: Shaped<AuthoredGuide>, today = LAST_DAY): readonly Mistake[] {
  return facts.content.claims.flatMap(({ review, certainty, history }, index) => {
    const at = (path: readonly (string | number)[], expected: string, found: string, remedy: string) =>
      mistake(facts, ['claims', index, ...path], expected, found, remedy);
    const isReviewed = review.state === 'reviewed';
    const days = history.map(({ on }) => on);
    return [
      ...(isReviewed && !(review.by && review.on)
        ? [
            at(
              ['review'],
              'a review with the name of the reviewer and the day',
              'no name or day',
              'Set state: not yet reviewed, or add by and on.',
            ),
          ]
        : []),
      ...(isReviewed && certainty === 'unverified'
        ? [
            at(
              ['certainty'],
              'a source that was read, before anybody reviews it',
              'unverified',
              'Read a source and set certainty: published, or set review to not yet reviewed.',
            ),
          ]
        : []),
      ...(review.on !== undefined && review.on > today
        ? [at(['review', 'on'], `a day up to today, ${today}`, review.on, 'Correct the day.')]
        : []),
      ...(days.some((day, place) => day < (days[place - 1] ?? day)) || days.some((day) => day > today)
        ? [at(['history'], `days up to today, ${today}, oldest first`, days.join(', '), 'Put them in order.')]
        : []),
    ];
  });
}

function reviewsDue(facts: Shaped<AuthoredGuide>, today: LocalDate) {
  return facts.content.claims
    .map((claim: AuthoredClaim, index) => ({ claim, index, late: daysBetween(claim.nextReview, today) }))
    .filter(({ late }) => late > 0)
    .map(({ claim, index, late }) => ({
      isLate: late > GRACE_DAYS,
      said: mistake(
        facts,
        ['claims', index, 'nextReview'],
        `a review by ${claim.nextReview}${late > GRACE_DAYS ? `, at most ${GRACE_DAYS} days late` : ''}`,
        `none for ${late} days since (${claim.id})`,
        'Look at the sources again, note it in history and set the day of the next review.',
      ),
    }));
}

function inProse(
  prose: AuthoredFile,
  line: number,
  expected: string,
  found: string,
  remedy: string,
): Mistake {
  return { file: prose.path, line, expected, found, remedy };
}

function linesOf({ text }: AuthoredFile) {
  return text
    .split('\n')
    .map((one, index) => ({ text: one, line: index + 1 }))
    .filter((one) => one.text.trim() !== '');
}
