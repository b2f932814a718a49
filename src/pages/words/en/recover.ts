// The way back: begin, today, check in, the plan, progress, what is needed seldom.

import { html } from 'hono/html';
import type { Goal } from '../../../knowledge/index.ts';
import type { DecisionKind } from '../../../recover/index.ts';
import type { Html } from '../../components/html.ts';

const decisions: Readonly<Record<DecisionKind, string>> = {
  advance: 'Move on',
  hold: 'Stay at this step',
  'step-back': 'One step back',
  pause: 'Pause',
  'see-someone': 'Have it looked at',
};
const goals: Readonly<Record<Goal, string>> = {
  'easy-run': 'Run easily, without pain',
  race: 'Race, or train for a race',
  sprint: 'Sprint, or play a sport with sprints',
};

export const recover = {
  tabs: { today: 'Today', plan: 'Plan', progress: 'Progress', more: 'More' },
  nav: 'Your plan',
  keptOnDevice: 'Your plan and check-ins are kept on this device only.',
  keptInCookies: html`Your plan and check-ins are kept in this browser’s sealed cookies, not on the server. <a href="/recover/more">Save them as a file</a> to be safe.`,
  decisions,
  stopWhen: 'Stop when',
  moveOnWhen: 'You move on when',
  daily: 'Work and daily life',
  avoid: 'Leave out',
  running: 'Running:',
  whenBack: 'When you may be back',
  stageOf: (at: number, of: number, name: string): string => `Stage ${at} of ${of}: ${name}`,
  stepOf: (at: number, of: number | undefined): string =>
    of === undefined ? `Step ${at}.` : `Step ${at} of ${of}.`,
  atLeast: (value: number): string => `at least ${value}`,
  atMost: (value: number): string => `at most ${value}`,
  sides: { left: 'left leg', right: 'right leg', each: 'each side', both: '' },
  clinicianCan: 'A clinician can make a plan with you.',
};

export const start = {
  title: 'Begin your plan',
  lead: 'A plan goes in steps. Each day a check-in of half a minute decides: move on, stay, or step back. It stops you, and says so, where somebody should look at it first.',
  noPlanYet: 'Your result allows no plan yet.',
  ifSeen: 'If a clinician has seen you since, choose what they told you.',
  notSure: html`Not sure what it is? <a href="/">Answer the questions first</a>; it takes five minutes.`,
  begin: 'Begin',
  cause: 'What is the plan for?',
  byAnswers: 'Go by my answers',
  mostLikely: (cause: string): string => `Most likely: ${cause}`,
  told: 'A clinician told me what it is',
  toldHint: 'Choose it from the list below',
  justThis: (cause: string): string => `Just this: ${cause}`,
  withoutQuestions: 'Without the questions',
  whatTold: 'What the clinician told you',
  nothingChosen: 'Nothing chosen',
  gradeNotTold: (cause: string): string => `${cause}, grade or type not told`,
  allowed: 'What the clinician has allowed',
  didNotSay: 'They did not say',
  aboutYou: 'About you',
  age: 'Your age in years',
  side: 'Which leg is sore?',
  left: 'Left',
  right: 'Right',
  both: 'Both',
  onset: 'The day it began, if you know',
  yourRunning: 'Your running',
  usual: 'Minutes of your usual run before it began',
  longest: 'Minutes of your longest run in the month before',
  days: 'Days a week you have time for exercises or a run',
  goal: 'What do you want to get back to?',
  goals,
  goalDate: 'The date of your race or goal, if there is one',
  prediction: 'In how many weeks do you think you will run easily again?',
  predictionHint:
    'Your own guess is worth something: it goes into the forecast. Leave it out if you cannot say.',
  kit: 'Kit you have at hand',
  tickKit: 'Tick what you have',
  kitHint: 'Tick nothing and the plan takes what is in every house.',
  instead: (substitute: string): string => `Instead: ${substitute}`,
  activities: 'Three things you want to do again',
  activitiesHint: 'Your own words, such as “climb the stairs at work”. Once a week you say how well they go.',
  nth: ['First', 'Second', 'Third'],
  clock: 'What time is it where you are?',
  clockHint: 'So that your days begin when yours do.',
  chooseClock: 'Choose',
  clockOn: (time: string, day: string): string => `${time} on ${day}`,
};

export const checkIn = {
  today: 'Check in for today',
  earlier: 'Check in for an earlier day',
  replaces: 'You have checked in for this day; this replaces it.',
  otherDays: 'Another day, or another entry',
  second: (link: string): Html =>
    html`<a href="${link}">A second entry for this day</a>: of two values the worse counts.`,
  signs: 'Is any of this so today?',
  signsEach: 'Answer each one',
  askedEach: 'You will be asked one by one',
  ifSession: 'If you did a session',
  did: 'What did you do this day?',
  exercises: 'The exercises',
  run: 'A run',
  activities: 'How well can you do these? 0 is not at all, 10 is as before.',
  tests: 'Tests, once in a while',
  testsHint:
    'Skip them if you would rather not today. A step that asks for one waits until you have done it.',
  none: 'none',
  worst: 'the worst',
  notAtAll: 'not at all',
  fully: 'fully',
};

export const today = {
  done: {
    session: 'Well done. In an hour, and again tomorrow morning, say in a check-in how it was.',
    'check-in': 'Saved.',
    word: 'Saved. The plan goes by what the clinician said.',
  },
  change: 'Change today’s check-in',
  checkIn: 'Check in',
  missed: 'Yesterday has no check-in yet: add it',
  step: (at: number, of: number): string => `step ${at} of ${of}`,
  leftOut: (many: number): string =>
    `${many === 1 ? 'One thing is' : `${many} things are`} left out for now: see why`,
  noCheckIn: html`<strong>No check-in yet today.</strong> It takes half a minute, best after you got up and again after a session.`,
  rest: 'Rest day',
  restText:
    'No session today. Rest is when the muscle mends: walk and move as usual, as far as it stays easy.',
  isDone: 'Done.',
  notDone: 'Not done after all',
  markDone: 'Done',
  insteadOfKit: (uses: string): string => `Instead of the kit: ${uses}`,
  moveMore: 'If you want to move more, instead of running:',
  lockedUntil: 'There is no session, today or later, until a clinician has looked at it.',
  lookedAt: 'A clinician has looked at it',
  byMistake: 'I ticked it by mistake: change today’s check-in',
  calendar: html`<a href="/recover/calendar.ics">Take the sessions out of your calendar</a> <span class="hint">(a file, for those who put them there)</span>`,
  toldMe: 'A clinician has told me what it is',
  backToAnswers: 'Back to your answers',
};

export const exercise = {
  easier: 'Easier:',
  harder: 'Harder:',
  next: (name: string): string => `Then: ${name}, when the plan has it.`,
  sides: { left: 'Left leg', right: 'Right leg', each: 'Each side', both: 'Both legs at once' },
  notToday: 'This is not in your plan today. Do only what today’s page names.',
  start: 'Start.',
  between: 'Then.',
  end: 'End.',
  motion: 'In motion. Touch it or point at it to see it again.',
  back: 'Back to today',
  from: 'Where this comes from, and who has reviewed it',
};

export const overview = {
  title: 'Your plan',
  done: 'done',
  here: 'you are here',
  keptUp: (months: number): string => `Kept up for ${months} ${months === 1 ? 'month' : 'months'}.`,
  atLeastDays: (days: number, day: number | undefined): string =>
    `At least ${days} ${days === 1 ? 'day' : 'days'}${day === undefined ? '' : `; not before day ${day} of the plan`}.`,
  asks: 'What it asks and what ends it',
  steps: (many: number): string => `${many} ${many === 1 ? 'step' : 'steps'}.`,
  twoGood: 'Two good sessions in a row, each with a calm next morning.',
  week: 'The coming week',
  weekHint: 'At today’s step. How it goes decides, not the calendar.',
  to: 'to',
  calendar: 'In your calendar',
  calendarHint:
    'A file with two weeks of sessions. Open it with your calendar, and a new one each week: it updates what is there.',
  atWhatTime: 'At what time?',
  wholeDay: 'Leave it empty for the whole day.',
  discreet: 'Only say “Training”: others can see my calendar',
  getFile: 'Get the file',
  supplies: 'What you need for it: a list for the shop',
  leftOut: 'Left out for now',
  earliest: (date: Html): Html =>
    html`If every day from now on goes well, the criteria take until ${date} at least. It is not a promise.`,
  notKnownSafe: (causes: string): string => `It is not known to be safe if it is one of these: ${causes}.`,
  opensWith: (answers: string): string => `Answers that could open it: ${answers}.`,
  noOpener: 'No single answer opens it; a clinician can.',
  quoted: (text: string): string => `“${text}”`,
  youAreBack: 'You are back. What is left is staying well.',
  forecastFor: (cause: string, isDiagnosed: boolean, hasOnset: boolean): string =>
    `${isDiagnosed ? `This is for “${cause}”` : `This is for the most likely cause, “${cause}”, if that is what it is`}, counted from ${hasOnset ? 'the day it began' : 'the first day of the plan'}.`,
  forecastForLikely: (cause: string): string =>
    `This is for the most likely cause, “${cause}”, if that is what it is.`,
};

export const supplies = {
  title: 'What you need',
  lead: 'From where you are now to the end of the plan. No medicines: ask a pharmacist about those.',
  back: 'Back to the plan',
  nothing: 'You need nothing for this plan.',
  care: 'For the first days',
  shop: 'From a shop, unless something at home will do',
  house: 'Look at home',
  places: 'A place to go to',
  atHand: 'You have it',
  wait: 'Wait with these',
  waitWhy: 'Only exercises that are left out for now use them.',
  or: (substitute: string): string => `Or: ${substitute}`,
  nothingElse: 'Nothing else will do.',
  fromStage: (stage: number, name: string, usedBy: string): string =>
    `From stage ${stage}, ${name}: ${usedBy}`,
};

export const progress = {
  title: 'Progress',
  nothingYet:
    'Nothing to draw yet. After your first check-ins this shows your pain and your steps over time.',
  dayByDay: 'Day by day',
  runs: 'Your runs, and how they stand beside your pain',
  correct: 'Correct this check-in',
  add: 'Add a check-in',
  of: (date: string): string => `of ${date}`,
};

export const more = {
  title: 'More',
  word: 'A clinician’s word',
  wordLink: 'A clinician has looked at it, or told me what it is',
  visit: 'For your visit',
  summary: html`<a href="/recover/summary">A summary for a clinician</a>: one page to print, show or paste`,
  save: 'Save it, carry it over',
  entries: (many: number): string =>
    `${many} entries are kept. The file holds them all, in plain text that you can read.`,
  saveAll: 'Save everything as a file',
  bringIn: 'Bring in a file saved on another device',
  bringInHint: 'What is here already stays; what is in both is kept once.',
  bringItIn: 'Bring it in',
  remind: 'A reminder',
  remindLead:
    'Once a day this device can say that your page is ready, until you have checked in. It says no more than that. Nobody else is told.',
  reminder: {
    on: 'Remind me',
    off: 'Do not remind me any more',
    isOn: 'You will be reminded. Your device chooses the hour.',
    isOff: 'You will not be reminded.',
    denied: 'This browser does not let us remind you. Notifications are switched off for this page.',
    notInstalled: 'This browser reminds only when the app is installed: add it to your home screen first.',
  },
  deleteTitle: 'Delete it',
  deleteText:
    'This deletes the plan, every check-in, your runs and the answers it began with. It cannot be undone.',
  deletePlan: 'Delete my plan',
  fileIsIn: 'The file is in.',
  isGone: 'Your plan is deleted. This browser now keeps 0 entries; there is no copy anywhere else.',
  isNotGone: (many: number): string =>
    `Something is still here: ${many} entries. Delete again, or clear the data of this page in your browser.`,
  wordLead: 'Enter only what a clinician has told you after looking at you. The plan goes by it.',
  whatAllowed: 'What did they say you may do?',
  nothingAllowed: 'They did not say, or nothing yet',
  whatIsIt: 'Did they tell you what it is?',
  notInList: 'No, or it is not in this list',
};

/** What a locked phone shows: no word about health. */
export const reminder = { ready: 'Your page for today is ready.' };
