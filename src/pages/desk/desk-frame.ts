// The frame of the desk: who is signed in, the way to its parts, the way out.

import { html } from 'hono/html';
import { type Editor, may, type Role } from '../../learn/index.ts';
import type { Html } from '../components/html.ts';
import { layout } from '../components/layout.ts';
import { type DeskFrame, type Guarded, notice, tokenField } from './parts.ts';

export interface DeskPage extends DeskFrame, Guarded {
  readonly editor: Editor;
  /** Said at the top, once. */
  readonly note: string | undefined;
}

export type DeskTab = 'queue' | 'reports' | 'claims' | 'log' | 'account';

/** What an editor of this role alone sees. */
const ROLE_OF: Readonly<Partial<Record<DeskTab, Role>>> = { queue: 'moderator', claims: 'reviewer' };
const PATHS: Readonly<Record<DeskTab, string>> = {
  queue: '/desk',
  reports: '/desk/reports',
  claims: '/desk/claims',
  log: '/desk/log',
  account: '/desk/account',
};

export function deskFrame(
  view: DeskPage,
  title: string,
  tab: DeskTab,
  main: Html,
  more: { readonly passkey?: boolean } = {},
): Html {
  const { words, says, editor } = view;
  const tabs = (Object.keys(PATHS) as DeskTab[]).filter((one) => {
    const role = ROLE_OF[one];
    return role === undefined || may(editor, role);
  });
  return layout({
    words,
    stylesheets: view.stylesheets,
    sheet: 'learn',
    title: `${title} – ${says.desk.title}`,
    scripts: more.passkey ? ['passkey'] : [],
    main: html`<div class="desk-line"><p class="desk-who">${says.desk.as(editor.name)}</p>
<form method="post" action="/desk/sign-out">${tokenField(view)}<button type="submit" class="secondary">${says.desk.signOut}</button></form></div>
<nav class="tabs" aria-label="${says.desk.title}"><ul>${tabs.map(
      (one) =>
        html`<li><a href="${PATHS[one]}"${one === tab ? html` aria-current="page"` : ''}>${says.desk.tabs[one]}</a></li>`,
    )}</ul></nav>
${notice(view.note)}<h1>${title}</h1>
${main}`,
  });
}
