// From the first page to the list of answers.

import { html } from 'hono/html';
import type { KeptIn } from '../../kept-in.ts';

const keptAtHome: Readonly<Record<KeptIn, string>> = {
  device:
    'Your answers stay on this device until you delete them. They are not sent anywhere, and it works without a signal.',
  cookie:
    'Your answers stay in a sealed cookie in your browser for two hours. The server does not keep, log or share them.',
};

export const home = {
  title: 'Pain at the back of the thigh',
  heading: 'Pain at the back of your thigh from running?',
  planToday: 'Your plan for today',
  lead: 'Answer a few questions, the most serious first. You will see how urgent it is, what it could be and why, and what to do today.',
  callIf: 'Call the emergency number now if…',
  signs: [
    'you have chest pain, trouble breathing, or you fainted',
    'you are numb between the legs, or cannot hold or pass urine',
    'the leg is suddenly cold, pale or blue',
    'you are confused, very hot, or had a fit',
  ],
  goOn: 'Go on where you were',
  startAgain: 'Start again (deletes the answers so far)',
  start: 'Start now',
  runs: html`No pain now? See <a href="/train">your runs</a>, or <a href="/train/prevention">how to stay well</a>.`,
  known: html`You know what it is already? <a href="/recover/start">Begin a plan</a>, for what a clinician told you or for tight hamstrings.`,
  guide: html`Rather read first? The <a href="/guide">guide</a> tells of causes, first aid and the way back, claim by claim.`,
  before: 'Before you start',
  fiveMinutes:
    'It takes about five minutes. Some questions ask you to press on or move the leg; each says when not to.',
  adults: 'It is made for adults who run. Under 16: it only tells you when to see a clinician.',
  kept: keptAtHome,
  noExamination:
    'It cannot examine you, and no clinician has reviewed it yet. If you are worried, get help whatever it says.',
};

const keptAtAbout: Readonly<Record<KeptIn, string>> = {
  device:
    'Your answers and your plan stay on this device until you press “Delete my answers” and “Delete my plan”. Clearing this site from your browser deletes them as well. Nothing you answer leaves it.',
  cookie:
    'Your answers travel in one encrypted cookie that your browser deletes after two hours, or when you press “Delete my answers”. A plan with its check-ins travels in up to three such cookies, for at most 200 days, until you press “Delete my plan”.',
};

const languageKept: Readonly<Record<KeptIn, string>> = {
  device: 'The language you choose is kept there too.',
  cookie:
    'The language you choose is kept in a cookie of its own for a year; it says nothing about your health.',
};

export const about = {
  title: 'About',
  heading: 'About Backstride',
  what: 'What it is',
  whatText:
    'Backstride gives urgency advice and possible causes to adults who run and have pain at the back of the thigh. It is a research and education build, not a released medical device. It is no replacement for a clinician, and it cannot examine you.',
  how: 'How it works',
  howText: (causes: number, findings: number): string =>
    `Red flags come first. They set how urgent it is, and nothing can lower that. Then every further question is chosen for what it is expected to tell. Probabilities come from ${causes} causes and ${findings} findings, by exact arithmetic on figures that each name their source.`,
  read: 'Read what it knows: every cause, every number and its source',
  review: 'Review',
  reviewText: 'No clinician has reviewed the medical content yet. Most likelihoods are estimates and say so.',
  privacy: 'Your privacy',
  noAccount: 'No account, no tracking, nothing kept on the server.',
  kept: keptAtAbout,
  languageKept,
  noAnswersInLogs: 'Addresses of pages and the server’s logs hold no answers.',
  sources: 'Sources',
  cited: (works: number): string => `${works} works are cited.`,
  readAs: (how: string): string => `Read: ${how}.`,
  licence: (version: string, hash: string): string =>
    `Knowledge ${version}, ${hash}. Text of the knowledge: CC BY 4.0. Code: MIT.`,
};

export const question = {
  why: 'Why this question?',
  tryFirst: (test: string): string => `Try this first: ${test}`,
  stop: 'Stop:',
  striped: 'The striped leg is the sore one.',
  fromBehind: 'From behind',
  fromTheFront: 'From the front',
  /** One letter each beside the drawn legs. */
  sideMarks: { left: 'L', right: 'R' },
  press: 'Press the place, or use the list.',
  whichSide: 'Which side?',
  whichSideHint: 'Your own left and right; leave it out if you cannot say',
  /** Parts of the interview that an adaptive question belongs to. */
  parts: { context: 'About you', 'self-test': 'Try it', 'red-flag': 'Safety', pain: 'Your pain' },
  position: (part: string, at: number, most: number): string => `${part} – question ${at} of at most ${most}`,
};

export const screen = {
  page: (section: string, at: number, of: number): string => `${section} – page ${at} of ${of}`,
  why: 'Why these questions?',
};

export const check = {
  title: 'Check your answers',
  lead: 'Change anything that is not right. The other answers stay.',
  noTo: (many: number): string => (many === 1 ? 'No to:' : `No to these ${many}:`),
  ofThisList: 'the answers to this list',
  next: 'Answer the next question',
  orSee: 'Or see what the answers so far mean',
  result: 'See your result',
};
