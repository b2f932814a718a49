// One red flag: when it fires, why, what to do, what it suspects and how well that is known.

import { html } from 'hono/html';
import { ACTION_NAMES, conditionById, type RedFlag } from '../../knowledge/index.ts';
import type { Html } from '../components/html.ts';
import { conditionLink, from, type KnowledgePage, page, rule, threeDigits } from './parts.ts';

export interface RedFlagPage extends KnowledgePage {
  readonly flag: RedFlag;
}

export function redFlagPage(view: RedFlagPage): Html {
  const { knowledge, flag } = view;
  const suspects = flag.suspects.flatMap((id) => conditionById(knowledge, id) ?? []);
  return page(
    view,
    `${flag.code} ${flag.name}`,
    '/knowledge',
    html`<p>At least <strong>${flag.level}</strong>: ${knowledge.levels[flag.level].title}. Nothing else that is answered lowers it.</p>
<p>${flag.because} ${from(flag.basis)}</p>
${flag.accuracy ? html`<p>${flag.accuracy}</p>` : ''}
<h2>It fires when</h2>
${rule(knowledge, flag.when)}
<p>An answer that is missing or not sure is unknown, never “no”.</p>
<h2>What to do now</h2>
<ul>${flag.doNow.map(({ text }) => html`<li>${text}</li>`)}</ul>
${
  flag.forbids.length > 0
    ? html`<h2>Not advised once it has fired</h2>
<ul>${flag.forbids.map(
        (one) =>
          html`<li>${ACTION_NAMES[one.action]}: ${one.because} ${from(one.basis)}${one.when ? html` Holds unless this is known not to be so:${rule(knowledge, one.when)}` : ''}</li>\n`,
      )}</ul>`
    : ''
}
${
  suspects.length > 0
    ? html`<h2>What it suspects</h2>
<ul>${suspects.map((condition) => html`<li>${conditionLink(condition)}</li>`)}</ul>
${flag.share ? html`<p>Of 100 people for whom it fires at least ${threeDigits(flag.share.value * 100)} have one of these. ${from(flag.share.basis)}</p>` : ''}`
    : ''
}`,
  );
}
