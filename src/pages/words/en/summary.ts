// The summary for a clinician: the one page that is written for people who know the words of the clinic.

import { html } from 'hono/html';
import type { TriageLevel } from '../../../vocabulary/index.ts';
import type { Html } from '../../components/html.ts';

const levels: Readonly<Record<TriageLevel, string>> = {
  emergency: 'emergency',
  'same-day': 'same-day',
  'within-days': 'within-days',
  routine: 'routine',
  'self-care': 'self-care',
};

export const summary = {
  levels,
  title: 'Summary for a clinician',
  nature:
    'Self-reported by a runner with pain at the back of the thigh, sorted by Backstride. No examination, no diagnosis; not reviewed by a clinician.',
  made: (date: Html, knowledge: string): Html => html`Made on ${date} with knowledge ${knowledge}.`,
  print: (link: string): Html =>
    html`Print this page, save it as PDF, or <a href="${link}">open it as plain text</a> to paste. It leaves this device only if you send it.`,
  textTitle: (date: string): string => `SUMMARY FOR A CLINICIAN, ${date}`,
  textKnowledge: (knowledge: string): string => `Knowledge ${knowledge}`,
  who: 'Who',
  when: 'When and how it began',
  present: 'Danger signs present',
  denied: 'Danger signs denied',
  notSure: 'Not sure, or not asked (never taken for no)',
  isNotSure: (finding: string): string => `${finding} (not sure)`,
  reported: 'Reported',
  deniedFindings: 'Denied',
  selfTests: 'Home self-tests (modest accuracy)',
  health: 'Health and medicines',
  saidUnsure: 'not sure',
  told: (finding: string, answer: string): string => `${finding}: ${answer}`,
  urgency: 'Urgency',
  hangsOn: (flag: string): string => `${flag}: hangs on “not sure”`,
  causes: 'Causes',
  causesBy: 'Possible causes, by probability (most figures are estimates)',
  percent: (value: number): string =>
    value > 0.99 ? 'over 99 %' : `${(value * 100).toFixed(value < 0.1 ? 1 : 0)} %`,
  spread: (low: string, high: string): string => `, ${low} to ${high}`,
  cause: (clinical: string, name: string, percent: string, spread: string): string =>
    `${clinical} (${name}): ${percent}${spread}`,
  runner: 'The runner',
  about: (age: number, side: 'left' | 'right' | 'both', usual: number, longest: number): string =>
    `Age ${age}, sore leg: ${side}; before it began runs of ${usual} minutes, ${longest} at most`,
  beganOn: (date: string): string => `Began on ${date}`,
  toldBy: (cause: string, kind: string, date: string): string =>
    `Told by a clinician, as the runner reports: ${cause}${kind} (${date})`,
  cleared: (covers: string, date: string): string => `Cleared, as the runner reports: ${covers} (${date})`,
  plan: 'Plan and progress',
  where: (plan: string, day: number, stage: number, of: number, name: string): string =>
    `${plan}, day ${day}, stage ${stage} of ${of}: ${name}`,
  today: (reason: string): string => `Today: ${reason}`,
  painOn: (date: string, morning: string, worst: string): string =>
    `Pain on ${date}: ${morning} in the morning, ${worst} at worst (of 10)`,
  days: (checkIns: number, forward: number, back: number, pauses: number, stops: number): string =>
    `Days with a check-in: ${checkIns}; steps forward ${forward}, back ${back}, pauses ${pauses}, stops ${stops}`,
  onDay: (date: string, reason: string): string => `${date}: ${reason}`,
};
