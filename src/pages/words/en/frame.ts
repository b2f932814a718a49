// What every page has around it, and the small words that many pages share.

import { html } from 'hono/html';
import type { Action } from '../../../knowledge/index.ts';
import { ACTION_NAMES } from '../../../knowledge/index.ts';
import { peopleOfHundred, rangeOfHundred } from '../../../probability/index.ts';
import type { Side, TriageLevel } from '../../../vocabulary/index.ts';
import type { KeptIn } from '../../kept-in.ts';

const kept: Readonly<Record<KeptIn, string>> = {
  device: 'Your answers are kept on this device. They are not sent anywhere.',
  cookie: 'Your answers are in a sealed cookie in this browser for two hours.',
};

export const frame = {
  description:
    'For runners with pain at the back of the thigh: how urgent it is, what it could be, what to do now.',
  skip: 'Skip to main content',
  disclaimer: html`Research and education build. <strong>No clinician has reviewed it yet.</strong> It cannot examine you and does not replace a clinician.`,
  /** Said where the words themselves are a draft. */
  draft: '',
  about: 'About, privacy and sources',
  language: 'Language',
  back: 'Back',
  goOn: 'Continue',
  save: 'Save',
  change: 'Change',
  error: 'Error:',
  /** Before the title of a page that has errors. */
  errorTitle: (title: string): string => `Error: ${title}`,
  errors: 'There is a problem',
  or: 'or',
  colon: ': ',
  kept,
  moved: 'Your answers had moved on in another tab. This is where they stand.',
  today: html`<strong>From what you have said, be seen by a clinician today.</strong> <a href="/assess/result">See what to do now</a>. The next questions only help to tell why.`,
  callNow: (number: string) =>
    html`<strong>Call <a href="tel:${number}">${number}</a> now, if you have not.</strong> <a href="/assess/result">See what to do while you wait</a>. Leave these questions when help comes.`,
  notReviewed: 'Not yet reviewed by a clinician.',
  reviewed: 'Reviewed by a clinician.',
  deleteAnswers: 'Delete my answers',
};

export const answers = {
  yes: 'Yes',
  no: 'No',
  unsure: 'Not sure',
  /** As the last choice of a question. */
  iAmUnsure: 'I am not sure',
  ratherNot: 'I would rather not do this, or I am not sure',
  unsureOfSome: 'I am not sure about one or more of these',
  askedEach: 'The next page asks one by one',
  sides: {
    left: 'Left',
    right: 'Right',
    both: 'Both legs the same',
    middle: 'In the middle',
  } satisfies Readonly<Record<Side, string>>,
  onSide: (place: string, side: string): string => `${place} – ${side.toLowerCase()}`,
  noneOfThese: 'None of these',
  tickAll: 'Tick all that apply. A box left empty counts as no.',
  answerEach: 'Answer each one. “Not sure” is a real answer: it is never taken for a no.',
};

export const numbers = {
  /** For example `about 70`, to be followed by “of 100”. */
  people: (probability: number): string => peopleOfHundred(probability),
  range: (low: number, high: number): string => rangeOfHundred(low, high),
};

export const urgency: Readonly<Record<TriageLevel, string>> = {
  emergency: 'Emergency',
  'same-day': 'Urgent: today',
  'within-days': 'Soon: within days',
  routine: 'Not urgent',
  'self-care': 'Look after it yourself',
};

/** In brackets behind a danger sign. */
export const levelInBrackets: Readonly<Record<TriageLevel, string>> = {
  emergency: 'emergency',
  'same-day': 'be seen today',
  'within-days': 'be seen within days',
  routine: 'book a visit',
  'self-care': 'self-care',
};

export const actions: Readonly<Record<Action, string>> = ACTION_NAMES;
