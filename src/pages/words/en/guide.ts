// The pages around the guide: its index, a claim, verdicts, search. The guide itself stands in knowledge/guide, in English.

import type { AuthoredSource, GuidePart, Verdict } from '../../../knowledge/index.ts';
import { VERDICT_NAMES } from '../../../learn/index.ts';
import type { Certainty } from '../../../vocabulary/index.ts';

const parts: Readonly<Record<GuidePart, string>> = {
  first: 'Start here',
  causes: 'Causes',
  care: 'What helps',
  running: 'Running again',
  about: 'About this guide',
};

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

export const guide = {
  title: 'Guide',
  heading: 'Guide to pain at the back of the thigh',
  lead: 'Short pages about causes, first aid and the way back. Behind a claim stands a small link. It leads to what the evidence says, and to the sources.',
  inEnglish: '',
  parts,
  claims: 'All claims',
  verdicts: 'What a verdict means',
  search: 'Search the guide',
  searchFor: 'Search for',
  searchButton: 'Search',
  found: (n: number, query: string): string =>
    n === 0 ? `Nothing found for “${query}”` : `${count(n, 'place', 'places')} found for “${query}”`,
  foundPages: 'Pages',
  foundClaims: 'Claims',
  nothing: 'Try one plain word, for example: cramp, ice, sitting, tendon. Or look through the list of pages.',
  searchPrivate: 'What you search for is not written down.',
  feed: 'Changes as a feed (Atom)',
  balance: (claims: number, reviewed: number): string => {
    const said = count(claims, 'claim', 'claims');
    return reviewed === 0
      ? `${said} on this page. No clinician has reviewed ${claims === 1 ? 'it' : 'them'} yet.`
      : `${said} on this page, ${reviewed} of them reviewed by a clinician.`;
  },
  oldestReview: (date: string): string => `The oldest review is of ${date}.`,
  changed: (date: string): string => `Last changed on ${date}.`,
  nextReview: (date: string): string => `Next review by ${date}.`,
  claimsHere: 'The claims on this page',
  alsoOnThis: 'More on this',
  numbers: (name: string): string => `What the questions know about: ${name}`,
  plan: (name: string): string => `The plan: ${name}`,
  inGuide: (title: string): string => `In the guide: ${title}`,
  backToGuide: 'All pages of the guide',
};

const certainty: Readonly<Record<Certainty, string>> = {
  published: 'Read in the sources below.',
  derived: 'Worked out from figures in the sources below.',
  unverified:
    'Background knowledge: we have opened no source for it. It cannot be reviewed before somebody does.',
  estimate: 'Our own estimate.',
};

const read: Readonly<Record<AuthoredSource['read'], string>> = {
  full: 'read in full',
  abstract: 'only the summary was read',
  excerpt: 'only parts were read',
  secondary: 'only read in a page that quotes it',
  'not-read': 'not read',
};

const meaning: Readonly<Record<Verdict, string>> = {
  supported:
    'What we read shows it. That does not make it certain: the reason says how strong the studies are.',
  partly: 'Some of it holds, or it holds for some people, or the studies are too weak to say more.',
  unsupported: 'Nothing that we read shows it. It may still be true.',
  contradicted: 'What we read shows otherwise.',
  outdated: 'It was taught once. Newer studies or guidelines have replaced it.',
  advice: 'A rule for what to do. It is neither true nor false; the reason says why it is given.',
};

export const claims = {
  title: 'Claims',
  heading: 'All claims, with what the evidence says',
  lead: 'A claim is one sentence that can be checked. Each one has an address of its own, so it can be linked, doubted and mended.',
  one: 'One claim',
  verdictNames: VERDICT_NAMES as Readonly<Record<Verdict, string>>,
  meaning,
  verdict: 'What the evidence says',
  why: 'Why',
  sure: 'How we know',
  certainty,
  sources: 'Sources',
  read,
  noteForReviewers: 'For reviewers',
  departs: 'Other verdict than in our first table',
  used: 'Where it is used',
  keptWith: 'Kept with this page',
  inArticle: (numbers: string): string => `In the first article: ${numbers}.`,
  review: 'Review',
  notReviewed: 'Not yet reviewed by a clinician.',
  reviewedBy: (name: string, date: string): string => `Reviewed by ${name} on ${date}.`,
  overdue: 'This review is overdue.',
  nextReview: (date: string): string => `Next review by ${date}.`,
  author: (name: string): string => `Written by ${name}.`,
  history: 'History',
  report: 'Report this claim',
  reportText: 'Is it wrong, out of date or hard to read?',
  allClaims: 'All claims',
  reviewedOf: (claims: number, reviewed: number): string =>
    `${count(claims, 'claim', 'claims')}, ${reviewed} reviewed by a clinician.`,
};

export const verdicts = {
  title: 'What a verdict means',
  lead: 'Each claim gets one of six verdicts. This is the whole scale.',
  official: (term: string): string => `In our files: ${term}.`,
  howTitle: 'How a verdict is made',
  how: [
    'Somebody writes the claim as one sentence, looks for studies and guidelines, and notes how far each of them was read. Mostly that is the summary.',
    'The verdict says what they show, and the reason gives the figures.',
    'A clinician then reviews it. Until that has happened, the page says so. Nobody has reviewed any of them yet.',
    'Each claim is looked at again within a year, sooner where a mistake would do harm. A verdict changes only when a second reviewer agrees.',
    'What rests on background knowledge alone cannot be reviewed before a source has been read.',
  ],
};

/** A drawing of the three muscles, with the table that says the same. */
export const hamstrings = {
  caption: 'The right thigh from behind. The outer side is on the right.',
  head: ['Number', 'Name', 'Where it runs'],
  rows: [
    [
      '1',
      'Outer hamstring (biceps femoris)',
      'From the sit bone to the outer side below the knee. Its short head begins on the thigh bone.',
    ],
    [
      '2',
      'Inner hamstring with a long cord (semitendinosus)',
      'From the sit bone to the inner side below the knee.',
    ],
    [
      '3',
      'Deep inner hamstring (semimembranosus)',
      'From the sit bone to the inner side, just below the knee.',
    ],
    ['4', 'Sit bone', 'Where all three begin.'],
    ['5', 'Sciatic nerve (broken line)', 'From the low back down to the foot.'],
  ],
};
