// The result: how urgent, what it could be, what to do, how sure; and the plan that begins from it.

import { html } from 'hono/html';
import type { Certainty } from '../../../vocabulary/index.ts';
import type { Html } from '../../components/html.ts';
import type { KeptIn } from '../../kept-in.ts';

const kept: Readonly<Record<KeptIn, string>> = {
  device: 'Your answers are kept on this device until you delete them. They are not sent anywhere.',
  cookie:
    'Your answers are kept in one sealed cookie in this browser, for two hours at most. The server keeps nothing.',
};

const certainty: Readonly<Record<Certainty, string>> = {
  published: 'source',
  derived: 'derived',
  unverified: 'unverified',
  estimate: 'estimate',
};

export const result = {
  title: (level: string): string => `${level}: your result`,
  callBefore: 'Call',
  callAfter: 'now',
  whileWaiting: 'While you wait:',
  tellMore: 'Help is on its way: tell more while I wait',
  tellMoreText:
    'Only when help is called. What you add is for whoever comes; it does not change what to do now.',
  forHelpers: 'A summary for whoever helps you',
  byMistake: 'I answered by mistake: change an answer',
  sooner: 'Get help sooner if…',
  inEmergency: 'In an emergency call',
  forAdvice: 'For urgent advice call',
  numbersFor: 'Numbers for',
  show: 'Show',
  ofHundredNeed: (people: string): string =>
    `Of 100 runners who answer like you, ${people} have something that needs care this soon or sooner.`,
  signsWith: (cause: string): string => `Signs that matter with: ${cause}`,
  alsoDo: 'Do this as well',
  doubts: 'You were not sure about these',
  doubtsText: '“Not sure” is not a no. Check them again. If one is true, change your answer or get help.',
  noList: (gate: string): string => `${gate}: no list of causes here`,
  causes: 'What it could be',
  causesText: 'Think of 100 runners who answer like you. This is how many of them would have each cause.',
  twoAtOnce: (people: string): string =>
    `Some would have two at once (${people} of 100), so the numbers can add up to more than 100.`,
  ofHundred: (people: string): string => `${people} of 100`,
  important: 'Less likely, but important not to miss',
  mostLike: (kind: string): string => `Most like: ${kind}.`,
  fits: 'Fits because',
  fitsNot: 'Does not fit because',
  more: (many: number): string => `${many} more`,
  strength: (size: 'strong' | 'clear' | 'little', odds: string): string =>
    `${{ strong: 'strongly', clear: 'clearly', little: 'a little' }[size]}: odds ${odds}`,
  certainty,
  today: 'What to do today',
  restUntilSeen: 'Rest the leg from running until you have been seen.',
  because: 'Because of your health and medicines',
  leaveOut: 'Leave out for now',
  askFirst: 'Ask a pharmacist or doctor first',
  notForYou: 'Not advised for you now',
  wayBack: 'The way back',
  dayByDay: 'What to do now, day by day',
  lookAgain: 'Look again',
  firm: 'How firm this is',
  pivot: (finding: string, label: string, cause: string, isLeading: boolean, people: string) =>
    html`The answer that would change this most: <strong>${finding}</strong>. With “${label}”, “${cause}” would ${isLeading ? 'still lead' : 'lead instead'} (${people} of 100).`,
  keep: 'Keep this or delete it',
  summary: html`<a href="/assess/summary">A summary for a clinician</a>: one page to print, show or paste.`,
  kept,
  checkAnswers: 'Check or change your answers',
  howSure: 'How sure is this?',
  howSureText: html`The numbers are worked out exactly from your answers. But most of the figures behind them are <strong>estimates</strong>: nobody has yet measured how often each cause and each answer go together in runners. Each line says where its figure comes from. Two causes at once are considered, three are not.`,
  version: (version: string, hash: string, isReviewed: boolean): string =>
    `Knowledge ${version} (${hash}), ${isReviewed ? 'reviewed' : 'not yet reviewed by a clinician'}.`,
};

/** How firmly a result stands. */
export const firmness = {
  onASign: 'How urgent this is rests on a sign that you named. No other answer makes it less urgent.',
  urgency: (many: number, otherwise: string, level: string): string =>
    `How urgent this is rests on ${many === 1 ? 'one answer' : many === 2 ? 'two answers' : 'three answers'}. ${otherwise}, it would be: ${level}.`,
  urgencyIsFirm:
    'How urgent this is would stay the same if any one of your answers were different, or the two or three that matter most.',
  leader: (many: number, otherwise: string, cause: string): string =>
    `Which cause comes first rests on ${many === 1 ? 'one answer' : many === 2 ? 'two answers' : 'three answers'}. ${otherwise}, it would be: ${cause}.`,
  leaderIsFirm:
    'Which cause comes first would stay the same if any one of your answers were different, or the two or three that matter most.',
  instead: (instead: string, given: string, question: string): string =>
    `“${instead}” instead of “${given}” to “${question}”`,
  hadYouAnswered: (parts: readonly string[]): string =>
    `Had you answered ${parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : (parts[0] ?? '')}`,
};

/** The plan of a result, before anything is kept. */
export const planOfResult = {
  locked: 'Your plan is locked',
  none: 'There is no plan for you here',
  withTheirWord: html`If a clinician has told you what it is, you can <a href="/recover/start">begin a plan with their word</a>.`,
  backToResult: 'Back to your result',
  firstWeek: html`This is the first week only, and it does not change with how you feel. If it gets worse, stop and <a href="/assess/check">check your answers</a> again.`,
  begin: 'Begin this plan with check-ins',
  runningNotNow: 'not now; see below why.',
  thisWeek: 'This week',
  everyDay: (from: Html, to: Html): Html => html`Every day from ${from} to ${to}`,
  insteadOfRunning: 'Instead of running',
  leftOut: 'Left out, because something else is still possible',
  after: 'After that',
  stageAfter: (name: string, aim: string, days: number): string =>
    `${name}: ${aim} (${days} ${days === 1 ? 'day' : 'days'} at least)`,
  assumed: 'What this takes for granted',
  assumptions: (age: number, isSideKnown: boolean): string[] => [
    'Three days a week for sessions; what is short and daily comes every day.',
    'Runs of 30 minutes as usual and 45 minutes at most before it began.',
    'The goal is an easy run. All kit is at hand, or something in the house.',
    `Your age is taken as ${age}, the lowest of what you chose; for the forecast, as the highest.`,
    ...(isSideKnown
      ? []
      : [
          'Where an exercise is for the sore leg it says each side, as this page does not know which side it is.',
        ]),
    'Days are those of UTC.',
  ],
  askWhoTreats:
    'Ask the clinician who treats you what you may do. Then begin the plan below and enter their word.',
  seeResult: 'What to do first stands on your result.',
  ageMissing: 'A plan needs your age, since bones that still grow need another one.',
  giveAge: 'Give your age among your answers, then come back.',
  noPlanFor: (gate: string, because: string): string => `${gate}: no plan here. ${because}`,
  inDoubt: '“Not sure” is not a no. Before there is a plan, check these again or have them looked at.',
};
