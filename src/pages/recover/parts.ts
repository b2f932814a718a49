// What the pages of the way back share: the frame with its few links, dates in words, decisions in words.

import { html } from 'hono/html';
import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { DecisionKind } from '../../recover/index.ts';
import { type LocalDate, weekdayOf } from '../../vocabulary/index.ts';
import type { Html } from '../components/html.ts';
import { layout } from '../components/layout.ts';

export interface RecoverPage {
  readonly knowledge: KnowledgeBase;
  readonly stylesheet: string;
  /** Where the plan is kept. */
  readonly kept: 'device' | 'cookie';
}

export type Tab = 'today' | 'plan' | 'progress' | 'more';

const TABS: readonly { readonly tab: Tab; readonly path: string; readonly name: string }[] = [
  { tab: 'today', path: '/recover', name: 'Today' },
  { tab: 'plan', path: '/recover/plan', name: 'Plan' },
  { tab: 'progress', path: '/recover/progress', name: 'Progress' },
  { tab: 'more', path: '/recover/more', name: 'More' },
];

/** A page of the way back; `tab` is where it belongs, undefined before there is a plan. */
export function recoverFrame(
  { stylesheet, kept }: RecoverPage,
  title: string,
  tab: Tab | undefined,
  body: Html,
  timer = false,
): Html {
  return layout({
    title,
    stylesheet,
    timer,
    main: html`${
      tab
        ? html`<nav class="tabs" aria-label="Your plan"><ul>${TABS.map(
            (one) =>
              html`<li><a href="${one.path}"${one.tab === tab ? html` aria-current="page"` : ''}>${one.name}</a></li>`,
          )}</ul></nav>`
        : ''
    }
${body}
<p class="hint kept">${
      kept === 'device'
        ? 'Your plan and check-ins are kept on this device only.'
        : html`Your plan and check-ins are kept in this browser’s sealed cookies, not on the server. <a href="/recover/more">Save them as a file</a> to be safe.`
    }</p>`,
  });
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** For example `Tuesday 24 November`. */
export function dateInWords(date: LocalDate): string {
  const month = MONTHS[Number(date.slice(5, 7)) - 1] ?? '';
  return `${WEEKDAYS[weekdayOf(date) - 1] ?? ''} ${Number(date.slice(8))} ${month}`;
}

export function dated(date: LocalDate): Html {
  return html`<time datetime="${date}">${dateInWords(date)}</time>`;
}

export const DECISION_WORDS: Readonly<Record<DecisionKind, string>> = {
  advance: 'Move on',
  hold: 'Stay at this step',
  'step-back': 'One step back',
  pause: 'Pause',
  'see-someone': 'Have it looked at',
};
