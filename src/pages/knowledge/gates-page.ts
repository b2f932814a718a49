// The gates: who a runner is and what they take, and which advice that opens and closes.

import { html } from 'hono/html';
import { ACTION_NAMES, type Gate } from '../../knowledge/index.ts';
import type { Html } from '../components/html.ts';
import { from, type KnowledgePage, page, rule } from './parts.ts';

const LIMIT_WORDS = { withhold: 'Not advised', ask: 'Ask first', caution: 'With this' } as const;

export function gatesPage(view: KnowledgePage): Html {
  return page(
    view,
    'Who gets which advice',
    '/knowledge',
    html`<p>Who you are and what you take change which advice is safe. Where an answer is missing, a gate counts as if it held, unless its text says otherwise.</p>
${view.knowledge.gates.map((gate) => gateSection(view, gate))}`,
  );
}

function gateSection({ knowledge }: KnowledgePage, gate: Gate): Html {
  const { id, rules, name, when, effects, tell, opens, safetyOnly } = gate;
  return html`<h2 id="${id}">${name} <span class="clinical">(${rules.join(', ')})</span></h2>
${when ? html`<p>Holds when:</p>${rule(knowledge, when)}` : html`<p>Holds for everybody.</p>`}
<ul>${effects.map(
    ({ limit, actions, text, ifUnknown, basis }) =>
      html`<li><strong>${LIMIT_WORDS[limit]}: ${actions.map((action) => ACTION_NAMES[action]).join('; ')}.</strong> ${text}${ifUnknown ? ` While the answer is missing: ${ifUnknown}` : ''} ${from(basis)}</li>\n`,
  )}${tell.map(({ text, basis }) => html`<li>${text} ${from(basis)}</li>\n`)}${safetyOnly ? html`<li>${safetyOnly}</li>` : ''}</ul>
${opens ? html`<p>${opens}</p>` : ''}`;
}
