// What belongs to no single cause: the parameters of the model; the lists asked first; the texts of the levels; whom to call.

import { html } from 'hono/html';
import { findingById, type Parameter } from '../../knowledge/index.ts';
import { TRIAGE_LEVELS } from '../../vocabulary/index.ts';
import type { Html } from '../components/html.ts';
import { findingLink, from, type KnowledgePage, page, table } from './parts.ts';

export function modelPage(view: KnowledgePage): Html {
  const { model } = view.knowledge;
  const row = (name: string, { value, basis }: Parameter) => [name, String(value), from(basis)];
  const rows = (all: Readonly<Record<string, Parameter>>) =>
    Object.entries(all).map(([name, one]) => row(name, one));
  const head = (first: string) => [first, 'Value', 'From'];
  return page(
    view,
    'Numbers that belong to no single cause',
    '/knowledge',
    html`${table({
      caption: 'Single numbers',
      head: head('What'),
      rows: [
        row('Two causes at once, against chance', model.twoCauses),
        row(
          'A cause is still possible, and forbids what could harm, from this probability on',
          model.stillPossible,
        ),
        row('A second of a question must be worth so much, in bits about the urgency', model.stop.value),
        row('A bit about the cause counts as so many bits about the urgency', model.stop.cause),
        row('Most questions chosen for the runner', model.stop.questions),
      ],
    })}
${table({ caption: 'Share of answers that name another state than the true one', head: head('Kind of question'), rows: rows(model.misreport) })}
${table({ caption: 'Probability of needing at least this urgency from which it is advised', head: head('Urgency'), rows: rows(model.raise) })}
${table({ caption: 'Cost of being sent there without need; one needless trip to an emergency department is 1', head: head('Urgency'), rows: rows(model.needless) })}
${table({ caption: 'Findings that travel together: log odds up in half of the cases, down in the other', head: head('Group'), rows: rows(model.groups) })}
<p>Which questions belong to a group stands on the page of each question.</p>`,
  );
}

export function interviewPage(view: KnowledgePage): Html {
  const { knowledge } = view;
  const links = (ids: readonly string[]) =>
    html`<ul>${ids.map((id) => {
      const finding = findingById(knowledge, id);
      return finding
        ? html`<li>${findingLink(knowledge, finding)}${finding.item ? `: ${finding.item}` : ''}</li>\n`
        : '';
    })}</ul>`;
  return page(
    view,
    'What is asked first, and what each urgency means',
    '/knowledge',
    html`<h2>Lists that everybody gets</h2>
${knowledge.screens.map(
  (screen) => html`<h3>${screen.title}</h3>
<p class="hint">${screen.section}. ${screen.intro ?? ''} If nothing applies: “${screen.none}”.</p>
${links(screen.findings)}`,
)}
<h2>Then asked of everybody</h2>
${links(knowledge.first)}
<h2>What each urgency tells you to do</h2>
${TRIAGE_LEVELS.map((level) => {
  const text = knowledge.levels[level];
  return html`<h3>${level}: ${text.title}</h3>
<p>${text.action} ${text.where} ${from(text.basis)}</p>
<ul>${text.safetyNet.map((one) => html`<li>${one}</li>`)}</ul>
<p>${text.recheck}</p>`;
})}
<h2>First aid that gives way</h2>
${table({
  caption: 'When two red flags ask for opposites, the first is not shown',
  head: ['Gives way', 'To', 'From'],
  rows: knowledge.opposites.map(({ givesWay, to, basis }) => [inWords(givesWay), inWords(to), from(basis)]),
})}
<h2>Whom to call</h2>
${table({
  caption: 'Telephone numbers by country',
  head: ['Country', 'Emergency', 'Urgent advice', 'From'],
  rows: knowledge.places.map(({ name, emergency, urgent, basis }) => [
    name,
    emergency,
    urgent ? `${urgent.number} (${urgent.name})` : '–',
    from(basis),
  ]),
})}`,
  );
}

/** A measure as words; its lines say it in full. */
function inWords(measure: string): string {
  return measure.replaceAll('-', ' ');
}
