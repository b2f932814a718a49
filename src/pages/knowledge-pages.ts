// The medical content for anybody to read: every cause, its numbers, where each comes from.

import { html } from 'hono/html';
import {
  ACTION_NAMES,
  type Basis,
  type Condition,
  type Gate,
  type KnowledgeBase,
  type Likelihood,
  type Presentation,
} from '../knowledge/index.ts';
import { backLink } from './components/form.ts';
import type { Html } from './components/html.ts';
import { layout } from './components/layout.ts';

export interface KnowledgePage {
  readonly knowledge: KnowledgeBase;
  readonly stylesheet: string;
}

export function knowledgePage({ knowledge, stylesheet }: KnowledgePage): Html {
  const conditions = [...knowledge.conditions].sort((a, b) => b.prior - a.prior);
  return layout({
    title: 'What it knows',
    stylesheet,
    main: html`<h1>What Backstride knows</h1>
<p>${knowledge.conditions.length} causes, ${knowledge.findings.length} findings, ${knowledge.redFlags.length} red flags, ${knowledge.gates.length} gates, ${Object.keys(knowledge.sources).length} sources. None of it has been reviewed by a clinician yet.</p>
<p><a href="/knowledge.json" download>Download all of it (JSON)</a>. Version ${knowledge.version}, ${knowledge.hash.slice(0, 12)}.</p>
<h2>Causes</h2>
<table><caption>Of 1,000 adult runners with this kind of pain</caption>
<thead><tr><th scope="col">Cause</th><th scope="col">How many</th></tr></thead>
<tbody>${conditions.map(
      (
        condition,
      ) => html`<tr><th scope="row"><a href="/knowledge/${condition.id}">${condition.name}</a> <span class="clinical">${condition.clinicalName}</span></th>
<td>${perThousand(condition.prior)}</td></tr>`,
    )}</tbody></table>
<h2>Red flags</h2>
<ul>${knowledge.redFlags.map((flag) => html`<li><strong>${flag.code}</strong> ${flag.name} (${flag.level}). ${flag.because} ${from(flag.basis)}</li>`)}</ul>
<h2>Gates</h2>
<p>Who you are and what you take change which advice is safe. Where an answer is missing, a gate counts as if it held, unless a condition is given.</p>
${knowledge.gates.map(gate)}`,
  });
}

const EFFECT_WORDS = { withhold: 'Not advised', ask: 'Ask first', caution: 'With this' } as const;

function gate({ id, rules, name, effects, tell, opens, safetyOnly }: Gate): Html {
  return html`<h3 id="gate-${id}">${name} <span class="clinical">(${rules.join(', ')})</span></h3>
<ul>${effects.map(
    (effect) =>
      html`<li><strong>${EFFECT_WORDS[effect.limit]}: ${effect.actions.map((action) => ACTION_NAMES[action]).join('; ')}.</strong> ${effect.text}${effect.ifUnknown ? html` While the answer is missing: ${effect.ifUnknown}` : ''} ${from(effect.basis)}</li>`,
  )}${tell.map((one) => html`<li>${one.text} ${from(one.basis)}</li>`)}${safetyOnly ? html`<li>${safetyOnly}</li>` : ''}</ul>
${opens ? html`<p>${opens}</p>` : ''}`;
}

function perThousand(prior: number): string {
  return String(Number((prior * 1000).toPrecision(2)));
}

export interface ConditionPage extends KnowledgePage {
  readonly condition: Condition;
}

export function conditionPage({ knowledge, condition, stylesheet }: ConditionPage): Html {
  const index = knowledge.conditions.indexOf(condition);
  const presentations = knowledge.presentations.filter((one) => one.condition === index);
  return layout({
    title: condition.name,
    stylesheet,
    main: html`${backLink('/knowledge')}
<h1>${condition.name}</h1>
<p class="clinical">${condition.clinicalName}${condition.aliases.length > 0 ? `; also ${condition.aliases.join(', ')}` : ''}. ${condition.codes.map(({ system, code, certainty }) => `${system} ${code} (${certainty})`).join(', ')}</p>
<p>${condition.summary}</p>
<p>About ${perThousand(condition.prior)} of 1,000 adult runners with this kind of pain. ${from(condition.priorBasis)} ${condition.priorBasis.note ?? ''}</p>
<p>${condition.outlook.text} ${from(condition.outlook.basis)}</p>
<h2>What helps</h2>
<ul>${condition.now.map((advice) => html`<li>${advice.text} ${from(advice.basis)}</li>`)}</ul>
${condition.avoid.length > 0 ? html`<h2>What to leave out</h2><ul>${condition.avoid.map((one) => html`<li>${one.text} ${from(one.basis)}</li>`)}</ul>` : ''}
${condition.forbids.length > 0 ? html`<h2>Not advised to anybody while this is possible</h2><ul>${condition.forbids.map((one) => html`<li>${ACTION_NAMES[one.action]}: ${one.because} ${from(one.basis)}</li>`)}</ul>` : ''}
<h2>Get help if</h2>
<ul>${condition.getHelp.map((one) => html`<li>${one.text} ${from(one.basis)}</li>`)}</ul>
<h2>How it shows itself</h2>
${presentations.map((presentation) => presentationTable(knowledge, presentation))}
<p>Review: ${condition.review.state}.</p>`,
  });
}

function presentationTable(knowledge: KnowledgeBase, presentation: Presentation): Html {
  const rows = knowledge.findings.flatMap((finding) => {
    const likelihood = presentation.likelihoods[finding.id];
    return likelihood ? [{ finding, likelihood }] : [];
  });
  return html`<h3>${presentation.name}</h3>
<p>${Math.round(presentation.share * 100)} of 100 with this cause; urgency: ${presentation.triage}.</p>
${
  rows.length === 0
    ? html`<p>Looks like nothing in particular: every answer is as common as in others.</p>`
    : html`<div class="scroll" role="region" aria-label="Numbers for ${presentation.name}" tabindex="0"><table>
<thead><tr><th scope="col">Finding</th><th scope="col">Of 100 with it</th><th scope="col">From</th></tr></thead>
<tbody>${rows.map(
        ({ finding, likelihood }) =>
          html`<tr><th scope="row">${finding.short}</th><td>${states(finding.states, likelihood)}</td><td>${from(likelihood.basis)}</td></tr>`,
      )}</tbody></table></div>`
}`;
}

function states(all: readonly { readonly label: string }[], { p }: Likelihood): string {
  const said = all.map(({ label }, index) => `${label}: ${Number(((p[index] ?? 0) * 100).toPrecision(2))}`);
  return all.length === 2 ? (said[1] ?? '') : said.join('; ');
}

function from(basis: Basis): Html {
  return html`<span class="cite">[${basis.certainty}: ${basis.sources.map((key, index) => html`${index > 0 ? ', ' : ''}<a href="/about#source-${key}">${key}</a>`)}]</span>`;
}
