// One cause as a reviewer reads it: text, advice and every number with certainty and source.

import { html } from 'hono/html';
import {
  ACTION_NAMES,
  type Condition,
  type Finding,
  type KnowledgeBase,
  type Likelihood,
  type Presentation,
} from '../../knowledge/index.ts';
import { guideLine } from '../components/guide-link.ts';
import type { Html } from '../components/html.ts';
import { english } from '../words/index.ts';
import {
  conditionLink,
  findingLink,
  from,
  type KnowledgePage,
  ofHundred,
  page,
  people,
  redFlagLink,
  review,
  rule,
  table,
  threeDigits,
} from './parts.ts';
import { planLink } from './recovery-parts.ts';

export interface ConditionPage extends KnowledgePage {
  readonly condition: Condition;
}

export function conditionPage(view: ConditionPage): Html {
  const { knowledge, condition } = view;
  const index = knowledge.conditions.indexOf(condition);
  const presentations = knowledge.presentations.filter((one) => one.condition === index);
  return page(
    view,
    condition.name,
    '/knowledge',
    html`<p class="clinical">${condition.clinicalName}${condition.aliases.length > 0 ? `; also ${condition.aliases.join(', ')}` : ''}. ${condition.codes.map(({ system, code, certainty }) => `${system} ${code} (${certainty})`).join(', ')}</p>
${review(condition)}
<p>${condition.summary}</p>
${guideLine(english, view.guideLink?.('conditions', condition.id))}
<p>About ${threeDigits(condition.prior * 1000)} of 1,000 adult runners with this kind of pain. ${from(condition.priorBasis)}</p>
<p>${condition.outlook.text} ${from(condition.outlook.basis)}</p>
${care(view)}
<h2>How it shows itself</h2>
${numbers(knowledge, presentations)}
${company(view)}`,
  );
}

function care({ knowledge, condition }: ConditionPage): Html {
  const list = (title: string, items: readonly Html[]) =>
    items.length > 0
      ? html`<h2>${title}</h2>\n<ul>${items.map((item) => html`<li>${item}</li>\n`)}</ul>`
      : '';
  return html`${list(
    'What helps',
    condition.now.map(
      (one) =>
        html`${one.text} <span class="hint">(${ACTION_NAMES[one.action]})</span> ${from(one.basis)}${one.unless ? html` Told only when this is known not to be so:${rule(knowledge, one.unless)}` : ''}`,
    ),
  )}
${list(
  'What to leave out',
  condition.avoid.map((one) => html`${one.text} ${from(one.basis)}`),
)}
${list(
  'Not advised to anybody while this is possible',
  condition.forbids.map(
    (one) =>
      html`${ACTION_NAMES[one.action]}: ${one.because} ${from(one.basis)}${one.when ? html` Holds unless this is known not to be so:${rule(knowledge, one.when)}` : ''}`,
  ),
)}
${list(
  'Get help if',
  condition.getHelp.map((one) => html`${one.text} ${from(one.basis)}`),
)}`;
}

interface Row {
  readonly finding: Finding;
  readonly likelihood: Likelihood;
}

/** What a presentation says, split into who the runner is (context) and what is felt, seen or tested. */
function rowsOf(knowledge: KnowledgeBase, { likelihoods }: Presentation) {
  const rows = knowledge.findings.flatMap((finding): readonly Row[] => {
    const likelihood = likelihoods[finding.id];
    return likelihood ? [{ finding, likelihood }] : [];
  });
  return {
    context: rows.filter(({ finding }) => finding.combines === 'product'),
    shown: rows.filter(({ finding }) => finding.combines !== 'product'),
  };
}

function numbers(knowledge: KnowledgeBase, presentations: readonly Presentation[]): Html {
  const all = presentations.map((one) => ({ one, ...rowsOf(knowledge, one) }));
  const typical = all.filter(({ one }) => !one.id.endsWith('/atypical'));
  const isShared = ({ finding, likelihood }: Row) =>
    typical.length > 1 &&
    typical.every(({ one }) => JSON.stringify(one.likelihoods[finding.id]) === JSON.stringify(likelihood));
  const shared = (typical[0]?.shown ?? []).filter(isShared);
  return html`${table({
    caption: 'Ways in which it shows itself, of 100 with this cause',
    head: ['Way', 'Of 100', 'Urgency', 'From'],
    rows: presentations.map((one) => [one.name, threeDigits(one.share * 100), one.triage, from(one.basis)]),
  })}
<p>A question that is not in a table is answered as by people with other causes.</p>
${contextTable(knowledge, all[0]?.context ?? [])}
${likelihoodTable(knowledge, 'In every typical way', shared)}
${typical.map(({ one, shown }) =>
  likelihoodTable(
    knowledge,
    one.name,
    shown.filter((row) => !isShared(row)),
  ),
)}`;
}

function contextTable(knowledge: KnowledgeBase, rows: readonly Row[]): Html | string {
  if (rows.length === 0) return '';
  return table({
    caption: 'Who has it: how often each answer is given, against the average runner',
    head: ['Question', 'Times as often', 'From'],
    rows: rows.map(({ finding, likelihood: { p, basis } }) => [
      findingLink(knowledge, finding),
      finding.states
        .map(({ label }, index) => `${label} × ${times(p[index] ?? 0, finding.background[index] ?? 0)}`)
        .join('; '),
      from(basis),
    ]),
  });
}

function times(p: number, background: number): string {
  return background > 0 ? threeDigits(p / background) : '–';
}

function likelihoodTable(knowledge: KnowledgeBase, caption: string, rows: readonly Row[]): Html | string {
  if (rows.length === 0) return '';
  return table({
    caption,
    head: ['Question', 'Of 100 with it', 'Of 100 others', 'From'],
    rows: rows.map(({ finding, likelihood }) => [
      findingLink(knowledge, finding),
      `${ofHundred(finding, likelihood.p)}${people(likelihood)}`,
      ofHundred(finding, finding.background),
      from(likelihood.basis),
    ]),
  });
}

function company({ knowledge, condition }: ConditionPage): Html {
  const pairings = knowledge.pairings.filter(({ conditions }) => conditions.includes(condition.id));
  const flags = knowledge.redFlags.filter(({ suspects }) => suspects.includes(condition.id));
  const plans = knowledge.recovery.plans.filter(({ conditions }) => conditions.includes(condition.id));
  return html`${
    pairings.length > 0
      ? html`<h2>Together with another cause</h2>
<ul>${pairings.map(({ conditions, times: factor, basis }) => {
          const other = knowledge.conditions.find(({ id }) => id !== condition.id && conditions.includes(id));
          return html`<li>${other ? conditionLink(other) : ''}: ${factor} × as often as by chance ${from(basis)}</li>\n`;
        })}</ul>`
      : ''
  }
${
  plans.length > 0
    ? html`<h2>The way back</h2>
<ul>${plans.map((plan) => html`<li>${planLink(plan)}</li>\n`)}</ul>`
    : ''
}
${
  flags.length > 0
    ? html`<h2>Red flags that suspect it</h2>
<ul>${flags.map((flag) => html`<li>${redFlagLink(flag)} (${flag.level})</li>\n`)}</ul>`
    : ''
}`;
}

/** Conditions that say something about a finding, with each presentation's number, for the page of the finding. */
export function conditionsAbout(knowledge: KnowledgeBase, finding: Finding): Html | string {
  const rows = knowledge.presentations.flatMap((one) => {
    const likelihood = one.likelihoods[finding.id];
    const condition = knowledge.conditions[one.condition];
    if (!likelihood || !condition) return [];
    return [
      [
        html`${conditionLink(condition)} <span class="clinical">${one.name}</span>`,
        `${ofHundred(finding, likelihood.p)}${people(likelihood)}`,
        from(likelihood.basis),
      ],
    ];
  });
  if (rows.length === 0) return '';
  return table({
    caption: 'Causes that say something about it, each way in which they show themselves',
    head: ['Cause', 'Of 100 with it', 'From'],
    rows,
  });
}
