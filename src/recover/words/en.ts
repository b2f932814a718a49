// The sentences that this room makes itself; those of the rules of the day stand in the knowledge.

import type { Endpoint } from '../../knowledge/index.ts';

const back: Readonly<Record<Endpoint, string>> = {
  running: 'back to easy running',
  training: 'back to full training, fast running too',
  racing: 'back to racing at their old level',
};
const what: Readonly<Record<Endpoint, string>> = {
  running: 'the first easy run',
  training: 'the return to full training',
  racing: 'the return to racing',
};

export const recoverEnglish = {
  noPlanFor: (cause: string): string =>
    `There is no plan for the most likely cause (${cause}). A clinician can make one with you.`,
  nothingKnown: 'Nothing is known yet about the cause. Answer the questions first.',
  askForWord: 'Ask the clinician who treats you what you may do, then enter their word here.',
  running: 'Running',
  notKnownSafe: (cause: string): string => `It is not known to be safe in case it is: ${cause}.`,
  beside: (level: string): string => `${level}. The plan goes beside that, not instead of it.`,
  goalPassed: (date: string): string => `The date of your goal, ${date}, has passed.`,
  goalTooSoon: (isRace: boolean, date: string, earliest: string): string =>
    `Your ${isRace ? 'race' : 'goal'} on ${date} cannot be met: even if every day goes well the criteria take until ${earliest} at least. Choose a later date.`,
  goalIsTight: (date: string): string =>
    `Your date, ${date}, is possible only if nearly every day goes well. Nobody can promise it.`,
  kitMissing: (names: string): string => `Left out because the kit is missing: ${names}.`,
  restIsPart: 'Rest is part of the plan today.',
  stepOf: (stage: string, step: number, of: number): string => `${stage}, step ${step} of ${of}`,
  dayOfStage: (day: number): string => `day ${day} of it`,
  wordNeeded: (what: string): string => `The next stage needs a clinician's word for: ${what}.`,
  sessions: { exercises: 'Exercises', rest: 'Rest day', usual: 'Run as usual', run: 'Run' },
  dose: {
    seconds: (range: string): string => `${range} seconds`,
    minutes: (range: string, isOne: boolean): string => `${range} ${isOne ? 'minute' : 'minutes'}`,
    metres: (range: string): string => `${range} metres`,
    of: ' of ',
    once: 'once',
    times: 'times',
    effort: (range: string): string => `at ${range} % effort`,
    aDay: (range: string): string => `${range} times a day`,
    whenNeeded: 'when needed',
    everyDay: 'every day',
    aWeek: (days: number): string => `${days} ${days === 1 ? 'day' : 'days'} a week`,
  },
  calendar: {
    plan: 'Backstride plan',
    training: 'Training',
    rest: 'Rest day',
    noLonger: 'No longer planned',
    step: (title: string, step: number, of: number): string => `${title}: step ${step} of ${of}`,
    whenToStop: 'When to stop',
    asPlanned: (date: string): string =>
      `As planned on ${date}. It may change with how you feel: check in first, and see today's plan.`,
    notReviewed: 'Not reviewed by a clinician.',
    side: (side: 'left' | 'right' | 'each'): string => (side === 'each' ? 'each side' : `${side} side`),
    instead: (use: string): string => `Instead: ${use}`,
    colon: ': ',
  },
  forecast: {
    nothingLeft: 'You are back to racing: there is nothing left to forecast.',
    beyond: 'It has already taken longer than in nearly everybody who was studied.',
    beyondHelp: 'A forecast no longer helps. Have it looked at by a clinician, if that has not been done.',
    afterClearance: 'Do not run before a clinician has cleared you. Then, as a guide:',
    onlyNotBack: 'This counts only people who were not back after as long as you.',
    most: (endpoint: Endpoint, eighty: string, fifty: string): string =>
      `Most people like this are ${back[endpoint]} between ${eighty} after it began. Half are between ${fifty}.`,
    noPromise: 'It is a range, not a promise. What your leg can do decides each step, not the calendar.',
    notBack: (ofTen: number): string =>
      `About ${ofTen} of 10 did not get back to their sport at all; the ranges are of those who did.`,
    neverTimed: (endpoints: readonly Endpoint[]): string =>
      `Nobody has timed ${listed(endpoints.map((one) => what[one]))} for it; that part is worked out from other injuries.`,
    over40: 'Hardly anybody over 40 was studied, so the ranges are wider.',
    pastInjury:
      'An injury there before does not make the wait longer as far as anybody knows, but it makes another one more likely: keep the exercises up.',
    noStudy: 'No study has timed the way back from this, so there is no forecast.',
    refused: (fact: string, expected: string, found: string, remedy: string): string =>
      `${fact}: expected ${expected}, found ${found}. ${remedy}`,
    between: (low: string, high: string): string => `${low} and ${high}`,
    aLittleMore: (low: string): string => `${low} and a little more`,
    days: (n: number): string => `${n} day${n === 1 ? '' : 's'}`,
    weeks: (n: number): string => `${n} week${n === 1 ? '' : 's'}`,
    months: (n: number): string => `${n} month${n === 1 ? '' : 's'}`,
    noneTimed: 'No study timed this. The range is wide because it rests on other injuries.',
    restsOn: (studies: number, group: string, people: number, athletes: boolean): string => {
      const who = `${people > 0 ? `, about ${people} people` : ''}${athletes ? ', mostly athletes who compete' : ''}`;
      return `It rests on ${studies === 1 ? '1 study' : `${studies} studies`} (“${group}”${who}).`;
    },
    thin: (studies: number, read: number): string =>
      `That is little${read < studies ? `, and ${read === 0 ? 'none' : `only ${read}`} of it was read at the source` : ''}, so the range is wide.`,
  },
};

export type RecoverWords = typeof recoverEnglish;

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
