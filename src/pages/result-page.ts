// The result. Order: what to do now; when to get help sooner; what it could be and why; what to do today; when to look
// again; how sure this is. A cause never shows without the urgency above it.

import { html } from 'hono/html';
import type { Candidate, Evidence, Outcome, Reasons, Withheld } from '../assess/index.ts';
import type { Basis, Place, RedFlag, SourcedText } from '../knowledge/index.ts';
import { careCard } from './components/care-card.ts';
import { backLink, details } from './components/form.ts';
import { iconArray } from './components/frequency.ts';
import { type FindGuideLink, guideLine } from './components/guide-link.ts';
import type { Html } from './components/html.ts';
import { type Frame, layout } from './components/layout.ts';
import type { KeptIn } from './kept-in.ts';
import { sensitivityLines } from './sensitivity-lines.ts';
import type { Words } from './words/index.ts';

export interface ResultPage extends Outcome, Frame {
  /** Whether there is something left to ask somebody who waits for help. */
  readonly more: boolean;
  readonly place: Place;
  readonly keptIn: KeptIn;
  readonly guideLink?: FindGuideLink;
}

export function resultPage(view: ResultPage): Html {
  return view.assessment.triage.floor === 'emergency' ? emergencyPage(view) : fullResultPage(view);
}

/** The number to call and what to do while waiting; nothing that distracts. */
function emergencyPage(view: ResultPage): Html {
  const { assessment, knowledge, words } = view;
  const says = words.result;
  const flags = assessment.triage.fired.filter((flag) => flag.level === 'emergency');
  const text = knowledge.levels.emergency;
  return layout({
    words,
    title: text.title,
    stylesheets: view.stylesheets,
    quiet: true,
    main: html`${careCard(
      words,
      'emergency',
      text.title,
      html`<p class="call">${says.callBefore} <a href="tel:${view.place.emergency}">${view.place.emergency}</a> ${says.callAfter}</p>
<p>${text.action} ${text.where}</p>
${flags.map((flag) => html`<h2>${flag.because}</h2><p>${says.whileWaiting}</p><ul>${firstAidOf(view, flag).map((step) => html`<li>${step}</li>`)}</ul>`)}`,
    )}
${placeForm(view)}
<p><a href="/assess/check">${says.byMistake}</a></p>
${
  view.more
    ? html`<form method="post" action="/assess/tell-more"><p class="hint">${says.tellMoreText}</p><button type="submit" class="secondary">${says.tellMore}</button></form>`
    : html`<p><a href="/assess/summary">${says.forHelpers}</a></p>`
}`,
  });
}

function fullResultPage(view: ResultPage): Html {
  const { assessment, knowledge, reasons, words } = view;
  const says = words.result;
  const { triage } = assessment;
  const text = knowledge.levels[triage.level];
  const flags = triage.fired.filter((flag) => flag.level === triage.level);
  return layout({
    words,
    title: says.title(text.title),
    stylesheets: view.stylesheets,
    keptIn: view.keptIn,
    main: html`${backLink(words, '/assess/check')}
${careCard(
  words,
  triage.level,
  text.title,
  html`<p>${text.action} ${text.where}</p>
${flags.map((flag) => html`<h2>${flag.because}</h2><ul>${firstAidOf(view, flag).map((step) => html`<li>${step}</li>`)}</ul>`)}
${flags.length === 0 && triage.level !== 'self-care' ? html`<p>${demandedBecause(view)}</p>` : ''}`,
)}
${alsoDo(view)}
<h2>${says.sooner}</h2>
<ul>${text.safetyNet.map((line) => html`<li>${line}</li>`)}</ul>
${reasons.care.safetyOnly ? '' : [...view.leading, ...view.important].map((candidate) => helpSigns(words, candidate, text.safetyNet))}
<p>${says.inEmergency} <a href="tel:${view.place.emergency}">${view.place.emergency}</a>${
      view.place.urgent
        ? html`. ${says.forAdvice} <a href="tel:${view.place.urgent.number.replaceAll(' ', '')}">${view.place.urgent.number}</a> (${view.place.urgent.name})`
        : ''
    }.</p>
${placeForm(view)}
${doubts(view)}
${reasons.care.safetyOnly ? safetyOnly(words, reasons.care.safetyOnly) : causesAndCare(view)}
<h2>${says.wayBack}</h2>
<p><a href="/assess/plan">${says.dayByDay}</a></p>
<h2>${says.lookAgain}</h2>
<p>${text.recheck}</p>
${
  reasons.care.safetyOnly
    ? ''
    : html`${firmness(view)}
${pivot(view)}`
}
<h2>${says.keep}</h2>
<p>${says.summary}</p>
<p>${says.kept[view.keptIn]}</p>
<p><a href="/assess/check">${says.checkAnswers}</a></p>
<form method="post" action="/assess/forget"><button type="submit" class="secondary">${words.frame.deleteAnswers}</button></form>
${howSure(view, reasons)}`,
  });
}

/** For those whom the causes do not fit: why there is no list and no care here. */
function safetyOnly(
  { result: says }: Words,
  { name, because }: NonNullable<Reasons['care']['safetyOnly']>,
): Html {
  return html`<h2>${says.noList(name)}</h2>
<p>${because}</p>`;
}

function causesAndCare(view: ResultPage): Html {
  const {
    assessment,
    words: { result: says, numbers },
  } = view;
  return html`<h2>${says.causes}</h2>
<p>${says.causesText} ${
    assessment.twoAtOnce >= 0.05 ? says.twoAtOnce(numbers.people(assessment.twoAtOnce)) : ''
  }</p>
${view.leading.map((candidate, index) => cause(view, candidate, index))}
${
  view.important.length > 0
    ? html`<h3>${says.important}</h3>
<ul>${view.important.map((candidate) => html`<li><strong>${candidate.condition.name}</strong> (${candidate.condition.clinicalName}): ${says.ofHundred(numbers.people(candidate.probability))}. ${candidate.condition.getHelp[0]?.text ?? ''}</li>`)}</ul>`
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
  const { result, numbers } = view.words;
  return result.ofHundredNeed(numbers.people(triage.atLeast[triage.level]));
}

/** Signs of one cause, opened on demand: the general ones above hold for everybody. */
function helpSigns(words: Words, candidate: Candidate, said: readonly string[]): Html {
  const signs = candidate.condition.getHelp.filter(({ text }) => !said.includes(text));
  if (signs.length === 0) return html``;
  return details(
    words.result.signsWith(candidate.condition.name),
    html`<ul>${signs.map((sign) => html`<li>${sign.text} ${cite(words, sign.basis)}</li>`)}</ul>`,
  );
}

/** Red flags below the level of the card still ask for something. */
function alsoDo(view: ResultPage): Html {
  const { triage } = view.assessment;
  const others = triage.fired.filter((flag) => flag.level !== triage.level || triage.level === 'self-care');
  if (others.length === 0) return html``;
  return html`<h2>${view.words.result.alsoDo}</h2>
${others.map(
  (flag) =>
    html`<h3>${flag.name}</h3><p>${flag.because}</p><ul>${firstAidOf(view, flag).map((step) => html`<li>${step}</li>`)}</ul>`,
)}`;
}

/** Red flags that hang on "not sure": not cleared, so said again. */
function doubts(view: ResultPage): Html {
  const { doubtful } = view.assessment.triage;
  if (doubtful.length === 0) return html``;
  return html`<section class="doubts" aria-labelledby="doubts-title"><h2 id="doubts-title">${view.words.result.doubts}</h2>
<p>${view.words.result.doubtsText}</p>
<ul>${doubtful.map((flag) => html`<li><strong>${flag.name}.</strong> ${flag.because} (${view.words.levelInBrackets[flag.level]})</li>`)}</ul></section>`;
}

function cause(view: ResultPage, candidate: Candidate, index: number): Html {
  const { condition, probability } = candidate;
  const { words } = view;
  const says = words.result;
  const explanation = view.reasons.explanations[index];
  const people = says.ofHundred(words.numbers.people(probability));
  const range = view.reasons.stability.ranges[index];
  return html`<article class="cause">
<h3>${condition.name} <span class="clinical">(${condition.clinicalName})</span></h3>
<p class="people">${people}</p>
${iconArray(probability, `${people}: ${condition.name}`)}
${range ? html`<p class="hint">${words.numbers.range(range.low, range.high)}</p>` : ''}
<p>${condition.summary}</p>
${candidate.presentation.probability >= 0.5 && candidate.presentation.name !== 'Not typical' ? html`<p>${says.mostLike(candidate.presentation.name)}</p>` : ''}
${evidenceList(words, says.fits, explanation?.for ?? [])}
${evidenceList(words, says.fitsNot, explanation?.against ?? [])}
<p>${condition.outlook.text} ${cite(words, condition.outlook.basis)}</p>
${guideLine(words, view.guideLink?.('conditions', condition.id))}
</article>`;
}

const LINES = 5;

function evidenceList(words: Words, title: string, evidence: readonly Evidence[]): Html {
  if (evidence.length === 0) return html``;
  const line = (one: Evidence) =>
    html`<li>${one.state.says} <span class="weight">${strength(words, one.weightBits)}</span> ${cite(words, one.basis)}</li>`;
  return html`<h4>${title}</h4><ul class="evidence">${evidence.slice(0, LINES).map(line)}</ul>
${evidence.length > LINES ? details(words.result.more(evidence.length - LINES), html`<ul class="evidence">${evidence.slice(LINES).map(line)}</ul>`) : ''}`;
}

/** Words for a weight of evidence, always with the factor on the odds: 1 bit doubles or halves them. */
function strength({ tongue, result }: Words, weightBits: number): string {
  const factor = 2 ** Math.abs(weightBits);
  const size = factor >= 8 ? 'strong' : factor >= 2.5 ? 'clear' : 'little';
  const digits = factor >= 10 ? 0 : 1;
  const times = factor.toLocaleString(tongue, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: false,
  });
  return result.strength(size, `${weightBits > 0 ? '×' : '÷'} ${times}`);
}

function cite({ result }: Words, { certainty, sources }: Basis): Html {
  return html`<span class="cite">[<a href="#source-${sources[0]}">${result.certainty[certainty]}</a>]</span>`;
}

function today(view: ResultPage): Html {
  const { care } = view.reasons;
  const { words } = view;
  const says = words.result;
  const avoid = view.leading.flatMap((candidate) => candidate.condition.avoid);
  const avoidOnce = avoid.filter(
    (one, index) => avoid.findIndex((other) => other.text === one.text) === index,
  );
  return html`<h2>${says.today}</h2>
${
  care.now.length > 0
    ? html`<ul>${care.now.map((advice) => html`<li>${advice.text} ${cite(words, advice.basis)}${cautions(words, advice.cautions)}</li>`)}</ul>`
    : html`<p>${says.restUntilSeen}</p>`
}
${care.told.length > 0 ? html`<h3>${says.because}</h3><ul>${care.told.map((one) => html`<li>${one.text} ${cite(words, one.basis)}</li>`)}</ul>` : ''}
${avoidOnce.length > 0 ? html`<h3>${says.leaveOut}</h3><ul>${avoidOnce.map((one) => html`<li>${one.text} ${cite(words, one.basis)}</li>`)}</ul>` : ''}
${withheld(
  words,
  says.askFirst,
  care.withheld.filter(({ limit }) => limit === 'ask'),
)}
${withheld(
  words,
  says.notForYou,
  care.withheld.filter(({ limit }) => limit === 'withhold'),
)}`;
}

/** What is not advised: what, why, and who or which answer would open it. */
function withheld(words: Words, title: string, entries: readonly Withheld[]): Html {
  if (entries.length === 0) return html``;
  return html`<h3>${title}</h3>
<ul>${entries.map((one) => html`<li><strong>${words.actions[one.action]}.</strong> ${one.because.map(({ text, basis }) => html`${text} ${cite(words, basis)} `)}<span class="hint">${one.opens.join(' ')}</span></li>`)}</ul>`;
}

/** Under an advice: how to do it safely, and on which condition. */
function cautions(words: Words, texts: readonly SourcedText[]): Html {
  return texts.length === 0
    ? html``
    : html`<ul>${texts.map(({ text, basis }) => html`<li>${text} ${cite(words, basis)}</li>`)}</ul>`;
}

function firmness({ knowledge, assessment, reasons, words }: ResultPage): Html {
  return html`<h2>${words.result.firm}</h2>
${sensitivityLines(knowledge, assessment.triage, reasons.sensitivity, words).map((line) => html`<p>${line}</p>`)}`;
}

function pivot(view: ResultPage): Html {
  const { pivot: answer } = view.reasons;
  if (!answer || answer.change < 0.05) return html``;
  const condition = view.knowledge.conditions[answer.leads];
  const { result, numbers } = view.words;
  const isLeading = condition === view.leading[0]?.condition;
  return html`<p>${result.pivot(answer.finding.short, answer.state.label, condition?.name ?? '', isLeading, numbers.people(answer.probability))}</p>`;
}

function placeForm(view: ResultPage): Html {
  return html`<form method="get" action="/assess/result" class="place">
<label for="place">${view.words.result.numbersFor}</label>
<select id="place" name="place">${view.knowledge.places.map(
    (place) =>
      html`<option value="${place.id}"${place.id === view.place.id ? html` selected` : ''}>${place.name}</option>`,
  )}</select>
<button type="submit" class="secondary">${view.words.result.show}</button>
</form>`;
}

function howSure(view: ResultPage, reasons: Reasons): Html {
  const { knowledge, words } = view;
  const says = words.result;
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
  return html`<h2 id="how-sure">${says.howSure}</h2>
<p>${says.howSureText}</p>
<p>${says.version(
    knowledge.version,
    knowledge.hash.slice(0, 12),
    view.leading.every(({ condition }) => condition.review.state === 'reviewed'),
  )}</p>
<h3>${words.about.sources}</h3>
<ol class="sources">${[...keys].sort().map((key) => {
    const source = knowledge.sources[key];
    if (!source) return html``;
    const link = source.doi ? `https://doi.org/${source.doi}` : source.url;
    return html`<li id="source-${key}">${source.authors}${source.year ? ` (${source.year})` : ''}. ${link ? html`<a href="${link}" rel="noreferrer">${source.title}</a>` : source.title}.${source.journal ? ` ${source.journal}.` : ''} <span class="hint">${words.about.readAs(source.read)}</span></li>`;
  })}</ol>`;
}
