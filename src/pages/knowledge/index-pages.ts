// The ways in: everything there is to read, by kind.

import { html } from 'hono/html';
import type { AuthoredSource } from '../../knowledge/index.ts';
import type { Html } from '../components/html.ts';
import {
  conditionLink,
  findingLink,
  type KnowledgePage,
  openPage,
  page,
  redFlagLink,
  table,
  threeDigits,
} from './parts.ts';

export function knowledgePage(view: KnowledgePage): Html {
  const { knowledge } = view;
  const conditions = [...knowledge.conditions].sort((a, b) => b.prior - a.prior);
  const reviewed = conditions.filter(({ review }) => review.state === 'reviewed').length;
  return openPage(
    view,
    'What it knows',
    html`<h1>What Backstride knows</h1>
<p><strong>${reviewed === 0 ? 'Not yet reviewed by a clinician.' : `${reviewed} of ${conditions.length} causes have been reviewed by a clinician.`}</strong> Each number says how sure it is and where it comes from. “Estimate” means that we set it ourselves.</p>
<ul>
<li><a href="#causes">${conditions.length} causes</a></li>
<li><a href="#red-flags">${knowledge.redFlags.length} red flags</a></li>
<li><a href="/knowledge/questions">${knowledge.findings.length} questions and tests</a></li>
<li><a href="/knowledge/gates">${knowledge.gates.length} gates: who gets which advice</a></li>
<li><a href="/knowledge/plans">${knowledge.recovery.plans.length} plans for the way back</a></li>
<li><a href="/knowledge/exercises">${knowledge.recovery.exercises.length} exercises, drills and tests</a></li>
<li><a href="/knowledge/ladders">${knowledge.recovery.ladders.length} ladders: how running and speed come back</a></li>
<li><a href="/knowledge/check-ins">Check-ins and the rules of the day</a></li>
${knowledge.prognosis ? html`<li><a href="/knowledge/studies">${knowledge.prognosis.studies.length} studies of how long recovery takes</a>, and <a href="/knowledge/forecast">how they are read together</a></li>` : ''}
${knowledge.training ? html`<li><a href="/knowledge/training">Running load and staying well</a></li>` : ''}
<li><a href="/knowledge/sources">${Object.keys(knowledge.sources).length} sources</a></li>
<li><a href="/knowledge/interview">What is asked first, and what each urgency tells you to do</a></li>
<li><a href="/knowledge/model">The numbers that belong to no single cause</a></li>
<li><a href="/knowledge.json" download>Download all of it (JSON)</a>. Version ${knowledge.version}, ${knowledge.hash.slice(0, 12)}.</li>
</ul>
<h2 id="causes">Causes</h2>
${table({
  caption: 'Of 1,000 adult runners with this kind of pain',
  head: ['Cause', 'How many'],
  rows: conditions.map((condition) => [
    html`${conditionLink(condition)} <span class="clinical">${condition.clinicalName}</span>`,
    html`${threeDigits(condition.prior * 1000)} <span class="hint">(${condition.priorBasis.certainty})</span>`,
  ]),
})}
<h2 id="red-flags">Red flags</h2>
${table({
  caption: 'What sets how urgent it is at least, whatever else is answered',
  head: ['Red flag', 'At least'],
  rows: knowledge.redFlags.map((flag) => [redFlagLink(flag), flag.level]),
})}`,
  );
}

export function questionsPage(view: KnowledgePage): Html {
  const { knowledge } = view;
  return page(
    view,
    'Questions and tests',
    '/knowledge',
    table({
      caption: 'Everything that can be asked',
      head: ['Name', 'Question', 'Kind'],
      rows: knowledge.findings.map((finding) => [
        findingLink(knowledge, finding),
        finding.question,
        finding.kind,
      ]),
    }),
  );
}

export function sourcesPage(view: KnowledgePage): Html {
  return page(
    view,
    'Sources',
    '/knowledge',
    html`<p>How far each work was read is part of how far to trust it.</p>
<ul class="sources">${Object.values(view.knowledge.sources).map(
      (source) =>
        html`<li><a href="/knowledge/sources/${source.key}">${source.key}</a>: ${citation(source)} <span class="hint">Read: ${source.read}.</span></li>\n`,
    )}</ul>`,
  );
}

/** Authors, year, title and journal. */
export function citation({ authors, year, title, journal }: AuthoredSource): string {
  return `${authors}${year ? ` (${year})` : ''}. ${title}.${journal ? ` ${journal}.` : ''}`;
}
