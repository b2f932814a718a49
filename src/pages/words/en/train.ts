// Runs and load: the overview, a run, typing one in, bringing files in, the coach's view, beliefs, staying well.

import { html } from 'hono/html';
import type { BeliefVerdict, Support } from '../../../knowledge/index.ts';
import type {
  CurveLoad,
  NoteKind,
  ReadRefusalKind,
  RunFormat,
  RunKind,
  RunNumber,
} from '../../../train/index.ts';
import type { DistanceUnit } from '../../../vocabulary/index.ts';

const kinds: Readonly<Record<RunKind, string>> = {
  run: 'Run',
  treadmill: 'Treadmill',
  trail: 'Trail run',
  walk: 'Walk',
  other: 'Something else',
};
const support: Readonly<Record<Support, string>> = {
  cohort: 'A study followed runners over time.',
  expert: 'It is an opinion of people who know the field.',
  weak: 'There is little to back it.',
  logic: 'It follows from how the number is made.',
};
const verdicts: Readonly<Record<BeliefVerdict, string>> = {
  contradicted: 'Studies say otherwise',
  'not-supported': 'Nothing shows it',
  qualified: 'In part',
};
const formats: Readonly<Record<RunFormat, string>> = {
  fit: 'a FIT file',
  gpx: 'a GPX file',
  tcx: 'a TCX file',
  manual: 'you typed it in',
};
const numbers: Readonly<Record<RunNumber, string>> = {
  start: 'Start',
  elapsedSeconds: 'Whole time',
  movingSeconds: 'Time in motion',
  distanceMetres: 'Distance',
  climbMetres: 'Uphill',
  descentMetres: 'Downhill',
  bestSpeed: 'Fastest ten seconds',
  metresBySpeed: 'Metres by speed',
  surges: 'Surges',
  secondsByHeartRate: 'Time by heart rate',
};
const refusals: Readonly<Record<ReadRefusalKind, string>> = {
  empty: 'There is nothing in it.',
  'too-large': 'It is larger than any run.',
  'unknown-format': 'It is no file of a run that we know.',
  damaged: 'It is cut off or was changed on the way.',
  hostile: 'It is built to do harm, so it was not read.',
  unsupported: 'It is packed or written in a way that we cannot read.',
  'no-run': 'It holds another sport, or no run at all.',
};
const noteKinds: Readonly<Record<NoteKind, string>> = {
  'clock-jump': 'The clock jumped; what came before was moved.',
  'points-out-of-order': 'Points out of the order of time were left out.',
  'gps-spikes': 'Places that nobody can have run to were left out.',
  'distance-jumps': 'Some stretches were faster than anybody runs; they count for the distance only.',
  'repeated-segments': 'Parts that were there twice were left out.',
  'distance-disagrees': 'The file has another distance too.',
  'elapsed-disagrees': 'The file has another whole time too.',
  'moving-disagrees': 'The file has another time in motion too.',
  'climb-disagrees': 'The file has another climb too.',
  'sport-unstated': 'The file does not say which sport it was.',
  'zone-unstated': 'The times have no zone; they were taken as world time.',
  'clock-unset': 'The device did not know the date.',
  'laps-missing': 'Some laps are missing, so the points were taken.',
  'no-session': 'The device did not sum the run up, so its end may be missing.',
};
const curveLoads: Readonly<Record<Exclude<CurveLoad, 'distance'>, string>> = {
  minutes: 'Minutes',
  effort: 'Effort times minutes',
  trimp: 'Heartbeat load',
};

export const train = {
  title: 'Your runs',
  tabs: { overview: 'Overview', all: 'All runs', add: 'Add a run', import: 'Bring in files' },
  nav: 'Your runs',
  kinds,
  support,
  unit: { km: 'Distances are in kilometres.', mi: 'Distances are in miles.' } satisfies Record<
    DistanceUnit,
    string
  >,
  showIn: { km: 'Show kilometres', mi: 'Show miles' } satisfies Record<DistanceUnit, string>,
  keptOnDevice: 'Your runs are kept on this device only. Where you ran is not kept at all.',
  keptInCookie:
    'Runs that you type in are kept in a sealed cookie of this browser, not on the server. Files are read on your device only.',
  none: 'There are no runs here yet.',
  bringIn: 'Bring in files from your watch',
  typeIn: 'Type a run in',
  lead: 'What you ran, week by week, and what stands out from your own usual. It explains; it cannot tell what will come.',
  lastRun: 'Your last run',
  thisWeek: 'These 7 days',
  before: 'The 7 days before',
  tells: (many: number, of: number): string => `told by ${many} of ${of} runs`,
  standsOut: 'What stands out',
  nothingStandsOut: 'Nothing stands out from your last 30 days.',
  ofLastDays: 'Of the last 30 days, the latest first.',
  hazard: (ratio: string, low: string, high: string): string =>
    `In a study of 5,205 runners, injuries came ${ratio} times as often with such a run. The true number may lie from ${low} to ${high}.`,
  longer: (percent: string, distance: string, longest: string, day: string): string =>
    `It was ${distance}: ${percent} more than your longest of the 30 days before (${longest} on ${day}).`,
  fast: (metres: string, most: string): string =>
    `You ran ${metres} fast. The most in a run of the 30 days before was ${most}.`,
  gap: (days: number, distance: string, most: string): string =>
    `You had ${days} days off, then ran ${distance}. Half of your usual was ${most}.`,
  few: (many: number): string =>
    `There ${many === 1 ? 'is 1 run' : `are ${many} runs`} in the 30 days before. It takes 4 to say what is usual.`,
  same: (value: string): string => `The sameness of your week is ${value}. The mark is 2.`,
  nights: (many: number): string => `You told of bad sleep with sore legs on ${many} of 7 mornings.`,
  backedBy: 'How well this is backed:',
  meansInNumbers: 'What such numbers mean, and what they cannot say',
  year: 'The last 12 months',
  weeks: 'Week by week',
  ratio: 'Each run against your longest',
  withPain: 'Runs and pain',
  onset: (day: string): string => `It began on ${day}`,
  changeTitle: 'What changed in the four weeks before it began',
  changeLead: 'A look back. It shows what was there before the pain, not why the pain came.',
  fourBefore: 'Four weeks before',
  fourEarlier: 'Four weeks before those',
  measure: 'Measure',
  noStandOut: 'No run of those four weeks stood out from your usual.',
  ranLonger: 'Runs of those four weeks that stood out:',
  markOnset: 'Did pain begin on some day?',
  onsetLabel: 'The day it began',
  mark: 'Mark it',
  startPlan: 'Begin a plan from these runs',
  morning: 'This morning',
  morningHint: 'Bad sleep together with sore legs is an early sign for some.',
  sleptBadly: 'I slept badly',
  sore: 'My legs are sore',
  more: 'More',
  coach: 'The coach’s view: curves and heartbeat load',
  beliefs: 'Beliefs about load, and what is known',
  prevention: 'Stay well: a plan for runners without pain',
  saveFile: 'Save your runs as a file',
  deleteTitle: 'Delete your runs',
  deleteText: 'This deletes every run that is kept here. Your plan and check-ins stay. It cannot be undone.',
  deleteAll: 'Delete all runs',
  allTitle: 'All runs',
  allIn: (year: string): string => `Your runs of ${year}`,
  years: 'Other years',
  done: {
    added: 'The run is in.',
    changed: 'Saved.',
    deleted: 'The run is deleted.',
    gone: 'Your runs are deleted. 0 runs are kept here.',
    shared: 'The files you shared have been read.',
    morning: 'Saved.',
    marked: 'Saved.',
  },
  planToday: 'Your plan of today',
};

export const loadChart = {
  axes: {
    week: (unit: string): string => `Distance a week, in ${unit}`,
    ratio: 'Times your longest of the 30 days before',
    pain: 'Pain, 0 to 10',
    runs: (unit: string): string => `Distance a day, in ${unit}`,
  },
  heat: (from: string, to: string, many: number, most: string): string =>
    `Days with a run from ${from} to ${to}: ${many}. The longest day has ${most}.`,
  weeks: (many: number, least: string, most: string, last: string): string =>
    `Distances of ${many} weeks: from ${least} to ${most}. The last week has ${last}.`,
  weeksFlagged: (many: number): string =>
    many === 1
      ? 'One week has a run that was longer than usual.'
      : `${many} weeks have a run that was longer than usual.`,
  ratios: (many: number, above: number): string =>
    `${many} runs against the longest of the 30 days before each: ${above} were more than 10 percent longer.`,
  noRatios: 'No run can be compared yet: it takes 4 runs in the 30 days before.',
  pains: (days: number, least: number, most: number): string =>
    `Worst pain of ${days} ${days === 1 ? 'day' : 'days'}: from ${least} to ${most}. Runs stand below as bars.`,
  noPain: 'There are no check-ins in these weeks, so there is no pain to show.',
  key: {
    more: 'Longer than usual',
    onset: 'It began',
    worst: 'Worst pain',
    run: 'Run',
    less: 'Less',
    lots: 'More',
  },
  sameInNumbers: 'The same in numbers',
  columns: {
    day: 'Day',
    week: 'Week from',
    distance: 'Distance',
    time: 'Time',
    runs: 'Runs',
    ratio: 'Ratio',
    pain: 'Worst pain',
    notes: 'Notes',
    kind: 'Kind',
    effort: 'Effort',
    load: 'Load',
    fitness: 'Fitness',
    fatigue: 'Tiredness',
    form: 'Form',
  },
  longer: 'longer than usual',
  unknown: 'not told',
};

export const runPage = {
  title: (kind: string, day: string): string => `${kind} on ${day}`,
  againstLongest: 'Against your longest',
  ratioIs: (ratio: string, longest: string, day: string): string =>
    `${ratio} times your longest of the 30 days before (${longest} on ${day}).`,
  silent: {
    'no-distance': 'This run has no distance, so it cannot be compared.',
    'few-runs': 'Fewer than 4 runs in the 30 days before: that is too few to compare.',
  },
  withPlan: 'Against your plan',
  numbers: 'Every number and where it came from',
  names: numbers,
  number: 'Number',
  value: 'Value',
  from: 'From',
  typed: 'You changed it',
  wasRead: (value: string): string => `it was ${value} first`,
  source: (format: string): string => `Where this run comes from: ${format}.`,
  formats,
  device: (name: string): string => `Recorded with: ${name}.`,
  notes: 'What was noticed on reading',
  noteKinds,
  edit: 'Change it',
  editHint: 'What was there first is kept; your change lies beside it.',
  kind: 'What was it?',
  distance: (unit: string): string => `Distance in ${unit}`,
  effort: 'How hard was it, from 0 (rest) to 10 (the most you can do)?',
  notRated: 'Not rated',
  delete: 'Delete this run',
  deleteHint: 'If you bring the same file in again, the run comes back.',
};

export const addRun = {
  title: 'Add a run',
  day: 'Day',
  minutes: 'Minutes',
  minutesHint: 'In motion, without breaks',
  distance: (unit: string): string => `Distance in ${unit}, if you know it`,
  climb: (unit: string): string => `Uphill in ${unit}, if you know it`,
  add: 'Add it',
  errors: {
    day: 'Choose a day up to today, not more than 10 years ago.',
    minutes: 'Minutes: write a number from 1 to 3,000.',
    distance: (unit: string, most: string): string =>
      `Distance: write ${unit} from 0 to ${most}, or leave it empty.`,
    climb: (unit: string, most: string): string =>
      `Uphill: write ${unit} from 0 to ${most}, or leave it empty.`,
    effort: 'Choose one of the efforts, or “Not rated”.',
    kind: 'Choose what it was.',
    highest: 'Highest heart rate: write a whole number from 100 to 240, or leave it empty.',
    resting: 'Resting heart rate: write a whole number from 25 to 120, or leave it empty.',
    order: 'The highest heart rate must lie above the resting one.',
    onset: 'The day it began: choose a day up to today.',
  },
};

export const importRuns = {
  title: 'Bring in files',
  lead: 'Choose files from your watch or your account. They are read here, on your device, and are never sent anywhere.',
  kinds: 'FIT, GPX and TCX files, packed or not, and the ZIP file of a whole account.',
  choose: 'Files',
  chooseFolder: 'Or a whole folder',
  read: 'Read them',
  cancel: 'Stop',
  needsScript:
    'Reading files needs JavaScript, which is off or not here yet. You can type your runs in instead.',
  needsDevice:
    'Reading files needs the app on your device. This browser does not have it yet, or does not allow it. Open the page again in a moment, or type your runs in.',
  typeIn: 'Type a run in',
  jsonTitle: 'A file that Backstride saved',
  json: html`A file with your plan or your runs that was saved here goes in <a href="/recover/more">under “More”</a>.`,
  whereTitle: 'Where to get the files',
  whyNot:
    'We do not ask for your account. Strava and Garmin let programs in only with an account of their own and, for most uses, a paid key. The file below holds the same runs and needs neither.',
  strava: 'Strava',
  stravaSteps: [
    'On the web, open Settings, then My Account.',
    'Under “Download or Delete Your Account”, choose Get Started. Nothing is deleted by this.',
    'Choose Request Your Archive. A mail with a link comes, often within hours.',
    'Bring the ZIP file in here as it is.',
  ],
  garmin: 'Garmin',
  garminSteps: [
    'One run: open it in Garmin Connect on the web, choose the gear wheel, then Export Original.',
    'All runs: ask for your data in the account management centre of Garmin. A mail with a link comes within days.',
    'Bring the ZIP file in here as it is.',
  ],
  mayChange: 'The names of the menus may change; we last wrote them down from memory.',
  shareHint: 'With the app installed, you can also share a run file to Backstride from another app.',
  report: 'What became of each file',
  sharedTitle: 'Files shared with Backstride',
  sharedNone: 'No run could be read from them.',
  bringThemIn: (many: number): string => (many === 1 ? 'Bring 1 run in' : `Bring ${many} runs in`),
  outcomes: {
    read: (many: number): string => (many === 1 ? 'read: 1 run' : `read: ${many} runs`),
    'passed-over': 'not a run, left alone',
  },
  refusals,
  script: {
    reading: 'Reading',
    stopped: 'Stopped. What was read before is kept.',
    finished: 'Done.',
    new: 'new runs',
    known: 'known already',
    refused: 'could not be read',
    failed: 'Something went wrong. What was read before is kept.',
    see: 'See your runs',
    runs: 'runs',
  },
};

export const coach = {
  title: 'The coach’s view',
  lead: 'For those who know these curves. They are made from your runs alone, and no study ties them to injuries.',
  of: 'Made of',
  loads: curveLoads,
  show: 'Show',
  formula: 'Each day: value = value + share × (load of the day − value).',
  constants: (fitness: string, fatigue: string, days: number, other: number): string =>
    `The share is ${fitness} for fitness (${days} days) and ${fatigue} for tiredness (${other} days). Form is fitness less tiredness.`,
  others: 'Other programs use the same names for other numbers. Do not compare them.',
  known: (many: number, of: number): string => `${many} of ${of} runs tell this load; the others count as 0.`,
  begins: 'The curves begin at 0 with your first run, so the first six weeks are too low.',
  chart: (fitness: string, fatigue: string, day: string): string =>
    `On ${day}, fitness is ${fitness} and tiredness is ${fatigue}.`,
  trimp: (factor: string, exponent: string): string =>
    `Heartbeat load: minutes × r × ${factor} × e to the power of ${exponent} × r. Here r is how far the heart rate lies between resting and highest.`,
  resting: 'Your heart rate at rest',
  highest: 'Your highest heart rate',
  highestSeen: (rate: number): string => `The highest in your runs is about ${rate}.`,
  heart: 'Your heart rates',
  measures: 'Every measure',
  window: 'Window',
  how: 'How it is made',
  strain: (monotony: string, strain: string): string =>
    `Sameness of this week: ${monotony}. Strain: ${strain}.`,
  table: 'The last 28 days',
};

export const loadBeliefs = {
  title: 'Beliefs about load',
  lead: 'Rules of thumb that many apps show as fact. They are not used here.',
  verdicts,
};

export const prevention = {
  title: 'Stay well',
  lead: 'For runners without pain: what is known to help, and how much of it.',
  week: (from: number): string => `From week ${from}`,
  dose: (sets: number, count: string, days: number): string =>
    `${sets} × ${count}, ${days === 1 ? 'once' : `${days} times`} a week`,
  reps: (many: number): string => (many === 1 ? 'once' : `${many} times`),
  seconds: (many: number): string => `${many} seconds`,
  metres: (many: number): string => `${many} metres`,
  exercise: 'Exercise',
  amount: 'How much',
  notReviewed: 'Not yet reviewed by a clinician.',
  print: 'You can print this page.',
  calendarName: 'Backstride: stay well',
  calendarHint: (weeks: number): string =>
    `A file with the first ${weeks} weeks, to open with your calendar. Move the days as they suit you.`,
  whichParts: 'Which parts?',
  firstDay: 'First day',
  inWeek: (week: number): string => `Week ${week}`,
  errors: {
    parts: 'Choose at least one part.',
    first: 'Choose a first day, from a month ago to a year from now.',
  },
};

export const runInPlan = {
  title: 'Your run of this day',
  ticked: (distance: string, time: string): string => `We found your run: ${distance}, ${time}.`,
  tickIt: 'Check in with this run',
  longer: (minutes: number, most: number): string =>
    `You ran for about ${minutes} minutes. This step allows ${most}.`,
  faster: (metres: string, percent: number): string =>
    `${metres} of it was above ${percent} of 100 parts of your best speed. This step does not ask for that yet.`,
  notPlanned: 'Your plan had no run for this day.',
  sayHow: 'Say in the check-in how it went. The plan goes by how the leg feels, not by the watch.',
  beforeRun: (most: number): string =>
    `Not longer than ${most} minutes of running, and easy. Your watch can count along.`,
  fill: 'Fill in from my runs',
  fillHint:
    'Takes your usual and your longest run, and your days a week, from the four weeks before it began.',
  filled: (many: number, from: string, to: string): string =>
    `Filled in from ${many === 1 ? '1 run' : `${many} runs`} between ${from} and ${to}. Change what is not right.`,
  fillNone: 'There are no runs in the four weeks before that day, so nothing was filled in.',
};
