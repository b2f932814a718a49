// The result. Order: what to do now; when to get help sooner; what it could be and why; what to do today; when to look
// again; how sure this is. A cause never shows without the urgency above it.

import { html } from 'hono/html';
import type { Candidate, Evidence, Outcome, Reasons, Withheld } from '../assess/index.ts';
import type { Basis, Place, RedFlag, SourcedText } from '../knowledge/index.ts';
import { peopleOfHundred, rangeOfHundred } from '../probability/index.ts';
import type { TriageLevel } from '../vocabulary/index.ts';
import { careCard } from './components/care-card.ts';
import { backLink, details } from './components/form.ts';
import { iconArray } from './components/frequency.ts';
import type { Html } from './components/html.ts';
import type { KeptIn } from './components/kept-line.ts';
import { layout } from './components/layout.ts';
import { sensitivityLines } from './sensitivity-lines.ts';

export interface ResultPage extends Outcome {
  readonly place: Place;
  readonly stylesheet: string;
  readonly keptIn: KeptIn;
}

export function resultPage(view: ResultPage): Html {
  return view.assessment.triage.floor === 'emergency' ? emergencyPage(view) : fullResultPage(view);
}

/** The number to call and what to do while waiting; nothing that distracts. */
function emergencyPage(view: ResultPage): Html {
  const { assessment, knowledge } = view;
  const flags = assessment.triage.fired.filter((flag) => flag.level === 'emergency');
  const text = knowledge.levels.emergency;
  return layout({
    title: text.title,
    stylesheet: view.stylesheet,
    quiet: true,
    main: html`${careCard(
      'emergency',
      text.title,
      html`<p class="call">Call <a href="tel:${view.place.emergency}">${view.place.emergency}</a> now</p>
<p>${text.action} ${text.where}</p>
${flags.map((flag) => html`<h2>${flag.because}</h2><p>While you wait:</p><ul>${firstAidOf(view, flag).map((step) => html`<li>${step}</li>`)}</ul>`)}`,
    )}
${placeForm(view)}
<p><a href="/assess/check">I answered by mistake: change an answer</a></p>`,
  });
}

function fullResultPage(view: ResultPage): Html {
  const { assessment, knowledge, reasons } = view;
  const { triage } = assessment;
  const text = knowledge.levels[triage.level];
  const flags = triage.fired.filter((flag) => flag.level === triage.level);
  return layout({
    title: `${text.title}: your result`,
    stylesheet: view.stylesheet,
    keptIn: view.keptIn,
    main: html`${backLink('/assess/check')}
${careCard(
  triage.level,
  text.title,
  html`<p>${text.action} ${text.where}</p>
${flags.map((flag) => html`<h2>${flag.because}</h2><ul>${firstAidOf(view, flag).map((step) => html`<li>${step}</li>`)}</ul>`)}
${flags.length === 0 && triage.level !== 'self-care' ? html`<p>${demandedBecause(view)}</p>` : ''}`,
)}
${alsoDo(view)}
<h2>Get help sooner if…</h2>
<ul>${text.safetyNet.map((line) => html`<li>${line}</li>`)}</ul>
${reasons.care.safetyOnly ? '' : [...view.leading, ...view.important].map((candidate) => helpSigns(candidate, text.safetyNet))}
<p>In an emergency call <a href="tel:${view.place.emergency}">${view.place.emergency}</a>${
      view.place.urgent
        ? html`. For urgent advice call <a href="tel:${view.place.urgent.number.replaceAll(' ', '')}">${view.place.urgent.number}</a> (${view.place.urgent.name})`
        : ''
    }.</p>
${placeForm(view)}
${doubts(view)}
${reasons.care.safetyOnly ? safetyOnly(reasons.care.safetyOnly) : causesAndCare(view)}
<h2>The way back</h2>
<p><a href="/assess/plan">What to do now, day by day</a></p>
<h2>Look again</h2>
<p>${text.recheck}</p>
${
  reasons.care.safetyOnly
    ? ''
    : html`${firmness(view)}
${pivot(view)}`
}
<h2>Keep this or delete it</h2>
<p><a href="/assess/summary">A summary for a clinician</a>: one page to print, show or paste.</p>
<p>Your answers are kept in one sealed cookie in this browser, for two hours at most. The server keeps nothing.</p>
<p><a href="/assess/check">Check or change your answers</a></p>
<form method="post" action="/assess/forget"><button type="submit" class="secondary">Delete my answers</button></form>
${howSure(view, reasons)}`,
  });
}

/** For those whom the causes do not fit: why there is no list and no care here. */
function safetyOnly({ name, because }: NonNullable<Reasons['care']['safetyOnly']>): Html {
  return html`<h2>${name}: no list of causes here</h2>
<p>${because}</p>`;
}

function causesAndCare(view: ResultPage): Html {
  const { assessment } = view;
  return html`<h2>What it could be</h2>
<p>Think of 100 runners who answer like you. This is how many of them would have each cause. ${
    assessment.twoAtOnce >= 0.05
      ? html`Some would have two at once (${peopleOfHundred(assessment.twoAtOnce)} of 100), so the numbers can add up to more than 100.`
      : ''
  }</p>
${view.leading.map((candidate, index) => cause(view, candidate, index))}
${
  view.important.length > 0
    ? html`<h3>Less likely, but important not to miss</h3>
<ul>${view.important.map((candidate) => html`<li><strong>${candidate.condition.name}</strong> (${candidate.condition.clinicalName}): ${peopleOfHundred(candidate.probability)} of 100. ${candidate.condition.getHelp[0]?.text ?? ''}</li>`)}</ul>`
    : ''
}
${today(view)}`;
}

/** What to do about a red flag, without what another one forbids. */
function firstAidOf({ reasons }: ResultPage, flag: RedFlag): readonly string[] {
  return reasons.care.firstAid[flag.id] ?? [];
}

/** Why the level is higher than any red flag made it. */
function demandedBecause(view: ResultPage): string {
  const { triage } = view.assessment;
  const share = peopleOfHundred(triage.atLeast[triage.level]);
  return `Of 100 runners who answer like you, ${share} have something that needs care this soon or sooner.`;
}

/** Signs of one cause, opened on demand: the general ones above hold for everybody. */
function helpSigns(candidate: Candidate, said: readonly string[]): Html {
  const signs = candidate.condition.getHelp.filter(({ text }) => !said.includes(text));
  if (signs.length === 0) return html``;
  return details(
    `Signs that matter with: ${candidate.condition.name}`,
    html`<ul>${signs.map((sign) => html`<li>${sign.text} ${cite(sign.basis)}</li>`)}</ul>`,
  );
}

/** Red flags below the level of the card still ask for something. */
function alsoDo(view: ResultPage): Html {
  const { triage } = view.assessment;
  const others = triage.fired.filter((flag) => flag.level !== triage.level || triage.level === 'self-care');
  if (others.length === 0) return html``;
  return html`<h2>Do this as well</h2>
${others.map(
  (flag) =>
    html`<h3>${flag.name}</h3><p>${flag.because}</p><ul>${firstAidOf(view, flag).map((step) => html`<li>${step}</li>`)}</ul>`,
)}`;
}

/** Red flags that hang on "not sure": not cleared, so said again. */
function doubts(view: ResultPage): Html {
  const { doubtful } = view.assessment.triage;
  if (doubtful.length === 0) return html``;
  return html`<section class="doubts" aria-labelledby="doubts-title"><h2 id="doubts-title">You were not sure about these</h2>
<p>“Not sure” is not a no. Check them again. If one is true, change your answer or get help.</p>
<ul>${doubtful.map((flag) => html`<li><strong>${flag.name}.</strong> ${flag.because} (${LEVEL_WORDS[flag.level]})</li>`)}</ul></section>`;
}

const LEVEL_WORDS: Readonly<Record<TriageLevel, string>> = {
  emergency: 'emergency',
  'same-day': 'be seen today',
  'within-days': 'be seen within days',
  routine: 'book a visit',
  'self-care': 'self-care',
};

function cause(view: ResultPage, candidate: Candidate, index: number): Html {
  const { condition, probability } = candidate;
  const explanation = view.reasons.explanations[index];
  const people = `${peopleOfHundred(probability)} of 100`;
  const range = view.reasons.stability.ranges[index];
  return html`<article class="cause">
<h3>${condition.name} <span class="clinical">(${condition.clinicalName})</span></h3>
<p class="people">${people}</p>
${iconArray(probability, `${people}: ${condition.name}`)}
${range ? html`<p class="hint">${rangeOfHundred(range.low, range.high)}</p>` : ''}
<p>${condition.summary}</p>
${candidate.presentation.probability >= 0.5 && candidate.presentation.name !== 'Not typical' ? html`<p>Most like: ${candidate.presentation.name}.</p>` : ''}
${evidenceList('Fits because', explanation?.for ?? [])}
${evidenceList('Does not fit because', explanation?.against ?? [])}
<p>${condition.outlook.text} ${cite(condition.outlook.basis)}</p>
</article>`;
}

const LINES = 5;

function evidenceList(title: string, evidence: readonly Evidence[]): Html {
  if (evidence.length === 0) return html``;
  const line = (one: Evidence) =>
    html`<li>${one.state.says} <span class="weight">${strength(one.weightBits)}</span> ${cite(one.basis)}</li>`;
  return html`<h4>${title}</h4><ul class="evidence">${evidence.slice(0, LINES).map(line)}</ul>
${evidence.length > LINES ? details(`${evidence.length - LINES} more`, html`<ul class="evidence">${evidence.slice(LINES).map(line)}</ul>`) : ''}`;
}

/** Words for a weight of evidence, always with the factor on the odds: 1 bit doubles or halves them. */
function strength(weightBits: number): string {
  const factor = 2 ** Math.abs(weightBits);
  const size = factor >= 8 ? 'strongly' : factor >= 2.5 ? 'clearly' : 'a little';
  const times = factor >= 10 ? factor.toFixed(0) : factor.toFixed(1);
  return `${size}: odds ${weightBits > 0 ? '×' : '÷'} ${times}`;
}

function cite(basis: Basis): Html {
  const label = basis.certainty === 'published' ? 'source' : basis.certainty;
  return html`<span class="cite">[<a href="#source-${basis.sources[0]}">${label}</a>]</span>`;
}

function today(view: ResultPage): Html {
  const { care } = view.reasons;
  const avoid = view.leading.flatMap((candidate) => candidate.condition.avoid);
  const avoidOnce = avoid.filter(
    (one, index) => avoid.findIndex((other) => other.text === one.text) === index,
  );
  return html`<h2>What to do today</h2>
${
  care.now.length > 0
    ? html`<ul>${care.now.map((advice) => html`<li>${advice.text} ${cite(advice.basis)}${cautions(advice.cautions)}</li>`)}</ul>`
    : html`<p>Rest the leg from running until you have been seen.</p>`
}
${care.told.length > 0 ? html`<h3>Because of your health and medicines</h3><ul>${care.told.map((one) => html`<li>${one.text} ${cite(one.basis)}</li>`)}</ul>` : ''}
${avoidOnce.length > 0 ? html`<h3>Leave out for now</h3><ul>${avoidOnce.map((one) => html`<li>${one.text} ${cite(one.basis)}</li>`)}</ul>` : ''}
${withheld(
  'Ask a pharmacist or doctor first',
  care.withheld.filter(({ limit }) => limit === 'ask'),
)}
${withheld(
  'Not advised for you now',
  care.withheld.filter(({ limit }) => limit === 'withhold'),
)}`;
}

/** What is not advised: what, why, and who or which answer would open it. */
function withheld(title: string, entries: readonly Withheld[]): Html {
  if (entries.length === 0) return html``;
  return html`<h3>${title}</h3>
<ul>${entries.map((one) => html`<li><strong>${one.name}.</strong> ${one.because.map(({ text, basis }) => html`${text} ${cite(basis)} `)}<span class="hint">${one.opens.join(' ')}</span></li>`)}</ul>`;
}

/** Under an advice: how to do it safely, and on which condition. */
function cautions(texts: readonly SourcedText[]): Html {
  return texts.length === 0
    ? html``
    : html`<ul>${texts.map(({ text, basis }) => html`<li>${text} ${cite(basis)}</li>`)}</ul>`;
}

function firmness({ knowledge, assessment, reasons }: ResultPage): Html {
  return html`<h2>How firm this is</h2>
${sensitivityLines(knowledge, assessment.triage, reasons.sensitivity).map((line) => html`<p>${line}</p>`)}`;
}

function pivot(view: ResultPage): Html {
  const { pivot: answer } = view.reasons;
  if (!answer || answer.change < 0.05) return html``;
  const condition = view.knowledge.conditions[answer.leads];
  return html`<p>The answer that would change this most: <strong>${answer.finding.short}</strong>. With “${answer.state.label}”, “${condition?.name ?? ''}” would ${condition === view.leading[0]?.condition ? 'still lead' : 'lead instead'} (${peopleOfHundred(answer.probability)} of 100).</p>`;
}

function placeForm(view: ResultPage): Html {
  return html`<form method="get" action="/assess/result" class="place">
<label for="place">Numbers for</label>
<select id="place" name="place">${view.knowledge.places.map(
    (place) =>
      html`<option value="${place.id}"${place.id === view.place.id ? html` selected` : ''}>${place.name}</option>`,
  )}</select>
<button type="submit" class="secondary">Show</button>
</form>`;
}

function howSure(view: ResultPage, reasons: Reasons): Html {
  const { knowledge } = view;
  const leading = reasons.care.safetyOnly ? [] : view.leading;
  const keys = new Set(
    [
      ...leading.flatMap(({ condition }) => [
        condition.outlook.basis,
        ...condition.avoid.map(({ basis }) => basis),
      ]),
      ...reasons.care.now.map(({ basis }) => basis),
      ...reasons.care.now.flatMap((advice) => advice.cautions.map(({ basis }) => basis)),
      ...reasons.care.withheld.flatMap(({ because }) => because.map(({ basis }) => basis)),
      ...reasons.care.told.map(({ basis }) => basis),
      ...reasons.explanations.flatMap((one) => [...one.for, ...one.against].map(({ basis }) => basis)),
    ].flatMap((basis) => basis.sources),
  );
  return html`<h2 id="how-sure">How sure is this?</h2>
<p>The numbers are worked out exactly from your answers, but most of the figures behind them are <strong>estimates</strong>: nobody has yet measured how often each cause and each answer go together in runners. Each line says where its figure comes from. Two causes at once are considered, three are not.</p>
<p>Knowledge ${knowledge.version} (${knowledge.hash.slice(0, 12)}), ${view.leading.every(({ condition }) => condition.review.state === 'reviewed') ? 'reviewed' : 'not yet reviewed by a clinician'}.</p>
<h3>Sources</h3>
<ol class="sources">${[...keys].sort().map((key) => {
    const source = knowledge.sources[key];
    if (!source) return html``;
    const link = source.doi ? `https://doi.org/${source.doi}` : source.url;
    return html`<li id="source-${key}">${source.authors}${source.year ? ` (${source.year})` : ''}. ${link ? html`<a href="${link}" rel="noreferrer">${source.title}</a>` : source.title}.${source.journal ? ` ${source.journal}.` : ''} <span class="hint">Read: ${source.read}.</span></li>`;
  })}</ol>`;
}
