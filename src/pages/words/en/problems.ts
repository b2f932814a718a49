// Pages and messages for what did not work: what it was, what to do.

import type { KeptIn } from '../../kept-in.ts';

interface Problem {
  readonly title: string;
  readonly message: string;
}

const lost: Readonly<Record<KeptIn, string>> = {
  device:
    'They are kept on this device until they are deleted. Either that has happened, or they do not fit this version any more. Start again; it takes about five minutes.',
  cookie:
    'They are kept in one cookie for two hours. Either that time is over, you deleted them, or this browser does not accept cookies from this page. Start again; it takes about five minutes.',
};
const gone: Readonly<Record<KeptIn, string>> = {
  device: 'They are gone from this device, and they were nowhere else.',
  cookie: 'The cookie that held them is gone from this browser. Nothing was kept on the server.',
};

export const problems = {
  doNotWait: 'If you need help now, do not wait for this page: call your emergency number.',
  toStart: 'Go to the start',
  stillHere: 'What you filled in is still here. It goes nowhere until you press the button.',
  sendAgain: 'Try again',
  tooMuch: {
    title: 'That was too much at once',
    message: 'The form was larger than this page can send. Go back and try again.',
  } as Problem,
  notFound: {
    title: 'Page not found',
    message: 'There is no page at this address. If you typed it, check the spelling.',
  } as Problem,
  guideNotHere: {
    title: 'The guide is not on this device yet',
    message: 'It comes by itself with the next connection. Everything else here works without it.',
  } as Problem,
  otherSite: {
    title: 'That form came from another site',
    message: 'For your safety it was not accepted. Open the page here and try again.',
  } as Problem,
  unreadable: {
    title: 'That could not be read',
    message: 'The request was not in a form this page understands. Go back and try again.',
  } as Problem,
  ours: {
    title: 'Something went wrong on our side',
    message: 'Nothing you said was kept. Go back and try again.',
  } as Problem,
  lostTitle: 'Your answers are not here any more',
  lost,
  goneTitle: 'Your answers are deleted',
  gone,
  noQuestion: {
    title: 'There is no such question',
    message: 'The form named a question that this version does not have. Go to the start of the interview.',
  } as Problem,
  notSavedTitle: 'That could not be saved',
  notSaved: (expected: string, found: string): string =>
    `Expected ${expected}; found ${found}. Nothing was saved. Go back and correct it.`,
  notATimeTitle: 'That is not a time',
  notATime: (found: string): string =>
    `Expected an hour as 07:30, from 00:00 to 23:59; found “${found}”. Go back and correct it, or leave it empty for the whole day.`,
  /** By the reason of what cannot be kept. */
  cannotKeep: {
    'no-room-in-cookies': {
      title: 'There is no room left',
      message:
        'This browser has no room for more check-ins, and nothing was saved now. Under “More”, save everything as a file. Then delete the plan here and bring the file into a browser that keeps it on the device.',
    },
    'no-room-for-runs': {
      title: 'There is no room for more runs',
      message:
        'This browser has no room for more typed runs, and nothing was saved now. Open the page in a browser that keeps runs on the device, or delete old ones first.',
    },
    'runs-need-device': {
      title: 'Runs from files are kept on a device only',
      message:
        'This browser keeps runs only if you type them in. Nothing was saved now. Open the page in a browser that keeps runs on the device, and bring the file in there.',
    },
    'no-room-on-device': {
      title: 'This device has no room left',
      message:
        'What you just filled in was not kept; everything before it is. Make room on the device, then try again.',
    },
    'newer-version': {
      title: 'A newer version has written here',
      message:
        'Your answers were kept by a newer version of Backstride, which this one cannot read. Nothing is lost. Close all its tabs and open it again while you are online.',
    },
    'cannot-open': {
      title: 'This browser does not let us read or keep your answers',
      message:
        'Its store for this site cannot be opened. Close other tabs of this site and try again. If that does not help, close the browser and open it again.',
    },
    damaged: {
      title: 'Your plan cannot be read',
      message:
        'What is kept on this device is damaged, or was not written by this version. So that nothing important is left out, none of it is used. Nothing was deleted.',
    },
  } as Readonly<
    Record<
      | 'no-room-in-cookies'
      | 'no-room-for-runs'
      | 'runs-need-device'
      | 'no-room-on-device'
      | 'newer-version'
      | 'cannot-open'
      | 'damaged',
      Problem
    >
  >,
};

/** What is wrong with a form, beside its field. */
export const forms = {
  choose: 'Choose an answer. If you cannot tell, choose the last one.',
  chooseHere: 'Choose one of the answers on this page.',
  onlyLines: 'Choose only lines of this page.',
  tick: (none: string): string => `Tick what applies, or “${none}”.`,
  notBoth: (none: string): string => `Tick either what applies or “${none}”, not both.`,
  chooseEach: (finding: string): string => `${finding}: choose yes, no or not sure.`,
  wholeNumber: (what: string, min: number, max: number): string =>
    `${what}: write a whole number from ${min} to ${max}.`,
  wholeNumberOrEmpty: (what: string, min: number, max: number): string =>
    `${what}: write a whole number from ${min} to ${max}, or leave it empty.`,
  yourAge: 'Your age',
  yourUsualRun: 'Your usual run',
  yourLongestRun: 'Your longest run',
  daysAWeek: 'Days a week',
  longestIsShorter: 'Your longest run cannot be shorter than your usual one.',
  side: 'Choose the sore leg.',
  goal: 'Choose what you want to get back to.',
  onset: 'The day it began: choose a day up to today, or leave it out.',
  goalDate: 'The date of your goal: choose a day from today on, or leave it out.',
  prediction: 'Your guess: write whole weeks from 0 to 520, or leave it out.',
  signsMissing: (many: number): string =>
    `Danger signs: ${many} not answered yet. “Not sure” is an answer too.`,
  signsOnlyLines: 'Danger signs: choose only lines of this page.',
  signsNotBoth: 'Danger signs: tick either what is so or “None of these”, not both.',
  signsEach: 'Danger signs: answer each one, so that nothing is overlooked.',
  signsTick: 'Danger signs: tick what is so, or “None of these”.',
  zone: 'Choose the time it is where you are.',
  answersGone: 'Your answers are not here any more. Answer the questions again, or choose another way.',
  noPlanYet: (because: string): string => `Your result allows no plan yet: ${because}`,
  chooseTold: 'Choose from the list what the clinician told you.',
  chooseCause: 'Choose what the plan is for.',
  chooseAllowed: 'Choose what they said you may do.',
  chooseFile: 'Choose a file first.',
  notJson: 'That is not a file of Backstride: it is not JSON. Choose the file that “Save everything” wrote.',
  notOurs: 'That is not a file of Backstride. Choose the file that “Save everything” wrote.',
  newerFile: (theirs: string, ours: number): string =>
    `The file is of a newer version (${theirs}) than this page can read (${ours}). Update first; the file stays as it is.`,
  tooManyEntries: (most: number): string => `The file has more than ${most} entries, which no plan has.`,
  badEntry: (at: number, expected: string, found: string): string =>
    `Entry ${at} of the file cannot be read: expected ${expected}; found ${found}. Nothing was brought in.`,
  badRun: (at: number, expected: string, found: string): string =>
    `Run ${at} of the file cannot be read: expected ${expected}; found ${found}. Nothing was brought in.`,
  nothingBroughtIn: (why: string): string => `${why}. Nothing was brought in.`,
};
