// The audit log as editors read it.

import { html } from 'hono/html';
import type { AuditLine } from '../../learn/index.ts';
import type { Html } from '../components/html.ts';
import { type DeskPage, deskFrame } from './desk-frame.ts';

export interface LogPage extends DeskPage {
  readonly lines: readonly AuditLine[];
  readonly whole: { readonly lines: number; readonly broken: number | undefined };
}

export function logPage(view: LogPage): Html {
  const { says, lines, whole } = view;
  const { log } = says;
  const last = lines.at(-1)?.seq ?? 1;
  return deskFrame(
    view,
    log.title,
    'log',
    html`<p>${log.lead}</p>
<p>${whole.broken === undefined ? log.whole(whole.lines) : html`<strong>${log.broken(whole.broken)}</strong>`}</p>
<section class="scroll" aria-label="${log.title}" tabindex="0"><table>
<thead><tr><th scope="col">${log.when}</th><th scope="col">${log.who}</th><th scope="col">${log.what}</th><th scope="col">${log.about}</th></tr></thead>
<tbody>${lines.map(
      ({ at, by, action, subject, detail }) =>
        html`<tr><td>${says.moments.minute(at)}</td><td>${by}</td><td>${log.actions[action]}</td><td>${subject} <span class="hint">${detail}</span></td></tr>\n`,
    )}</tbody></table></section>
${last > 1 ? html`<p><a href="/desk/log?before=${last}">${log.older}</a></p>` : ''}`,
  );
}
