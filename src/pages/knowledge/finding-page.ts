// One question: its wording, its numbers, what hangs on it.

import { html } from 'hono/html';
import { type Condition, type Finding, findingById, findingsIn } from '../../knowledge/index.ts';
import type { Html } from '../components/html.ts';
import { conditionsAbout } from './condition-page.ts';
import {
  conditionLink,
  findingLink,
  from,
  type KnowledgePage,
  page,
  redFlagLink,
  rule,
  table,
  threeDigits,
} from './parts.ts';

export interface FindingPage extends KnowledgePage {
  readonly finding: Finding;
}

const COMBINES: Readonly<Record<Finding['combines'], string>> = {
  strongest: 'the stronger effect shows',
  either: 'the answer comes from one of the two',
  product: 'their factors multiply',
};

export function findingPage(view: FindingPage): Html {
  const { knowledge, finding } = view;
  return page(
    view,
    finding.short,
    '/knowledge/questions',
    html`<p><strong>${finding.question}</strong>${finding.hint ? html` <span class="hint">${finding.hint}</span>` : ''}</p>
<p>${finding.why}</p>
${finding.item ? html`<p>On a list to tick: ${finding.item}</p>` : ''}
${table({
  caption: 'Answers, and of 100 people in whom the cause says nothing about it how many give them',
  head: ['Answer', 'Of 100', 'In a result'],
  rows: finding.states.map(({ label, hint, says }, index) => [
    html`${label}${hint ? html` <span class="hint">${hint}</span>` : ''}`,
    threeDigits((finding.background[index] ?? 0) * 100),
    says,
  ]),
})}
<p>${from(finding.backgroundBasis)}</p>
${parts(view)}
<p>“Not sure” can always be answered, and counts for nothing.</p>
${facts(view)}
${finding.asksWhen ? html`<h2>Asked only when</h2>${rule(knowledge, finding.asksWhen)}` : ''}
${selfTest(view)}
<h2>What hangs on it</h2>
${conditionsAbout(knowledge, finding)}
${rules(view)}`,
  );
}

/** Finer places, and the side: told to whoever reads the answers, and never part of a number. */
function parts({ knowledge, finding: { states, sides } }: FindingPage): Html | string {
  const parted = states.filter((state) => state.parts);
  if (parted.length === 0 && !sides) return '';
  const both = sides && findingById(knowledge, sides.both);
  return html`${parted.map(
    ({ label, parts = [] }) =>
      html`<p>${label}, more exactly: ${parts.map((part) => part.label).join('; ')}.</p>\n`,
  )}${both ? html`<p>The side is asked on the same page; both legs the same is a yes to ${findingLink(knowledge, both)}.</p>\n` : ''}<p>Parts and sides are told to a clinician and to the plan; no number hangs on them.</p>`;
}

function facts({ knowledge, finding }: FindingPage): Html {
  const { kind, misreport, effort, effortBasis, combines, group, mark, states } = finding;
  const marked = mark === undefined ? undefined : states[mark]?.label;
  const channel = knowledge.model.misreport[kind];
  const spread = group === undefined ? undefined : knowledge.model.groups[group];
  return html`<ul>
<li>Kind: ${kind}. ${askedWhere(knowledge, finding)}</li>
<li>${threeDigits(misreport * 100)} of 100 answers name another state than the true one. ${channel ? from(channel.basis) : ''}</li>
<li>Takes about ${effort} seconds. ${from(effortBasis)}</li>
<li>With two causes at once ${COMBINES[combines]}.</li>
${spread ? html`<li>Travels with the group “${group}”${marked ? ` by the answer “${marked}”` : ''}: ${spread.value} log odds up or down. ${from(spread.basis)}</li>` : ''}
</ul>`;
}

function askedWhere({ screens, first }: KnowledgePage['knowledge'], { id }: Finding): string {
  const screen = screens.find(({ findings }) => findings.includes(id));
  if (screen) return `Asked of everybody on the list “${screen.title}”.`;
  if (first.includes(id)) return 'Asked of everybody after the lists.';
  return 'Asked when it is expected to tell enough, or when a red flag hangs on it.';
}

function selfTest({ knowledge, finding: { selfTest: test } }: FindingPage): Html | string {
  if (!test) return '';
  return html`<h2>How to do the test</h2>
<ol>${test.steps.map((step) => html`<li>${step}</li>`)}</ol>
<p class="stop"><strong>Stop:</strong> ${test.stop}</p>
<p>${test.accuracy} ${from(test.basis)}</p>
<p>Offered only when this is known not to be so:</p>
${rule(knowledge, test.notIf)}`;
}

function rules({ knowledge, finding }: FindingPage): Html {
  const flags = knowledge.redFlags.filter(({ when }) => findingsIn(when).includes(finding.id));
  const guarded = knowledge.conditions.filter((condition) => isGuardedBy(condition, finding));
  return html`${
    flags.length > 0
      ? html`<h3>Red flags</h3>\n<ul>${flags.map((flag) => html`<li>${redFlagLink(flag)} (${flag.level})</li>\n`)}</ul>`
      : ''
  }
${
  guarded.length > 0
    ? html`<h3>Advice that depends on it</h3>\n<ul>${guarded.map((one) => html`<li>${conditionLink(one)}</li>\n`)}</ul>`
    : ''
}`;
}

function isGuardedBy({ now, forbids }: Condition, { id }: Finding): boolean {
  const formulas = [...now.map(({ unless }) => unless), ...forbids.map(({ when }) => when)];
  return formulas.some((formula) => formula !== undefined && findingsIn(formula).includes(id));
}
