// What the pages of the way back share: the frame with its few links, dates in words.

import { html } from 'hono/html';
import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { LocalDate } from '../../vocabulary/index.ts';
import type { Html } from '../components/html.ts';
import { type Frame, layout, type PageScript } from '../components/layout.ts';
import type { KeptIn } from '../kept-in.ts';
import type { Words } from '../words/index.ts';

export interface RecoverPage extends Frame {
  readonly knowledge: KnowledgeBase;
  /** Where the plan is kept. */
  readonly kept: KeptIn;
}

export type Tab = 'today' | 'plan' | 'progress' | 'more';

const TABS: readonly { readonly tab: Tab; readonly path: string }[] = [
  { tab: 'today', path: '/recover' },
  { tab: 'plan', path: '/recover/plan' },
  { tab: 'progress', path: '/recover/progress' },
  { tab: 'more', path: '/recover/more' },
];

/** A page of the way back; `tab` is where it belongs, undefined before there is a plan. */
export function recoverFrame(
  { words, stylesheets, kept }: RecoverPage,
  title: string,
  tab: Tab | undefined,
  body: Html,
  scripts: readonly PageScript[] = [],
): Html {
  const { recover } = words;
  return layout({
    words,
    title,
    stylesheets,
    sheet: 'plan',
    scripts,
    main: html`${
      tab
        ? html`<nav class="tabs" aria-label="${recover.nav}"><ul>${TABS.map(
            (one) =>
              html`<li><a href="${one.path}"${one.tab === tab ? html` aria-current="page"` : ''}>${recover.tabs[one.tab]}</a></li>`,
          )}</ul></nav>`
        : ''
    }
${body}
<p class="hint kept">${kept === 'device' ? recover.keptOnDevice : recover.keptInCookies}</p>`,
  });
}

export function dated({ dates }: Words, date: LocalDate): Html {
  return html`<time datetime="${date}">${dates.long(date)}</time>`;
}
