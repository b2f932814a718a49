// What the studies of recovery found, row by row, with how far each was read; and how they are read together.

import { html } from 'hono/html';
import {
  conditionById,
  type ForecastModel,
  type KnowledgeBase,
  type Prognosis,
  type PrognosisRow,
  type RowStatus,
} from '../../knowledge/index.ts';
import type { Html } from '../components/html.ts';
import { conditionLink, from, type KnowledgePage, page, table, threeDigits } from './parts.ts';
import { listUnder } from './recovery-parts.ts';

export interface PrognosisPage extends KnowledgePage {
  readonly prognosis: Prognosis;
}

const STATUS_WORDS: Readonly<Record<RowStatus, string>> = {
  read: 'the figures were read in the source',
  'read-secondary': 'not read in the source, only in a summary of it',
  mixed: 'some figures read, some not',
  unverified: 'not read; from memory',
};

export function studiesPage(view: PrognosisPage): Html {
  const { rows, studies } = view.prognosis;
  const read = rows.filter(({ status }) => status === 'read').length;
  return page(
    view,
    'Studies of how long recovery takes',
    '/knowledge',
    html`<p><strong>Not yet reviewed by a clinician.</strong> ${rows.length} groups of people from ${studies.length} studies; of ${read} groups the figures were read at the source. <a href="/knowledge/forecast">How they are read together</a>.</p>
<dl>${Object.entries(STATUS_WORDS).map(([status, words]) => html`<dt>${status}</dt><dd>${words}</dd>\n`)}</dl>
${studies.map((study) => {
  const { name, cohort } = study;
  return html`<h2 id="${study.id}">${name}</h2>
${cohort ? html`<p class="hint">People or rules overlap with other studies: ${cohort}.</p>` : ''}
${table({
  caption: `${name}: what it found`,
  head: ['People', 'Who', 'With what', 'Published as', 'Days', 'Further', 'Status', 'From'],
  rows: rows
    .filter((row) => row.study === study.id)
    .map((row) => [
      html`${row.name} <span class="clinical">${row.id}</span>`,
      `${row.who}${row.people === undefined ? '' : ` (${row.people} people)`}; ${row.level}`,
      row.what,
      `${row.published}${row.endpoint ? `; stands for ${row.endpoint}` : ''}`,
      row.days === undefined ? '–' : `${threeDigits(row.days)} (${row.statistic ?? ''})`,
      html`${further(view.prognosis, row).map((one) => html`${one}<br>`)}`,
      row.status,
      from(row.basis),
    ]),
})}`;
})}`,
  );
}

function further({ groups }: Prognosis, row: PrognosisRow): readonly string[] {
  const { group, severity, sigma, learn, differs, notBack, hurtAgain } = row;
  return [
    ...(group ? [`Heals like: ${groups[group]?.name ?? group}.`] : []),
    ...(severity === undefined ? [] : [`Severity ${severity} of 3.`]),
    ...(sigma === undefined
      ? []
      : [`Spread between people: ${threeDigits(sigma)} (standard deviation of the logarithm of days).`]),
    ...(notBack ? [`${notBack.people} of ${notBack.of} did not return to their sport.`] : []),
    ...(hurtAgain
      ? [`Hurt again: ${hurtAgain.percent} %${hurtAgain.within ? `, within: ${hurtAgain.within}` : ''}.`]
      : []),
    ...(differs ? [differs] : []),
    ...(learn ? [] : ['Scored, never learned from.']),
  ];
}

const MODEL_WORDS: Readonly<Record<keyof ForecastModel, string>> = {
  within: 'Spread between people of one group',
  levels: 'How far groups and tissues differ',
  slopes: 'How much a step of severity, of return or of level of sport may matter',
  study: 'How far studies of the same thing differ',
  row: 'How far the arms of one study differ',
  tails: 'Degrees of freedom of the spread between studies',
  doubt: 'Added to rows not read in full',
  peopleUnstated: 'People behind a row that does not say',
  usualSeverity: 'Severity where no grade is given',
  severitySpread: 'What not knowing the grade costs',
};

export function forecastModelPage(view: PrognosisPage): Html {
  const { knowledge, prognosis } = view;
  const { groups, causes, model } = prognosis;
  return page(
    view,
    'How the studies are read together',
    '/knowledge/studies',
    html`<p><strong>Not yet reviewed by a clinician.</strong> Spreads are standard deviations of the natural logarithm of days: 0.5 means that two in three people lie between 0.6 and 1.65 times the middle.</p>
${table({
  caption: 'Numbers of the forecast',
  head: ['What', 'Value', 'From'],
  rows: (Object.keys(model) as (keyof ForecastModel)[]).map((name) => [
    MODEL_WORDS[name],
    String(model[name].value),
    from(model[name].basis),
  ]),
})}
${table({
  caption: 'What heals alike',
  head: ['Group', 'Tissue', 'From'],
  rows: Object.values(groups).map(({ name, tissue, basis }) => [name, tissue, from(basis)]),
})}
${table({
  caption: 'Which group speaks for a cause',
  head: ['Cause', 'Group', 'Severity', 'From'],
  rows: Object.entries(causes).map(([id, { group, severity, onlyAfterClearance, basis }]) => [
    causeNamed(knowledge, id),
    `${groups[group]?.name ?? group}${onlyAfterClearance ? '; no running before a clinician says so' : ''}`,
    Object.entries(severity)
      .map(([presentation, value]) => `${presentation}: ${value}`)
      .join('; ') || '–',
    from(basis),
  ]),
})}
${listUnder('What the log changes', facts(prognosis))}`,
  );
}

/** A condition, or one way in which it shows itself. */
function causeNamed(knowledge: KnowledgeBase, id: string): Html | string {
  const [condition = '', presentation] = id.split('/');
  const found = conditionById(knowledge, condition);
  if (!found) return id;
  const way = knowledge.presentations.find((one) => one.id === id);
  return html`${conditionLink(found)}${presentation ? ` (${way?.name ?? presentation})` : ''}`;
}

function facts({ facts: all, groups }: Prognosis): readonly Html[] {
  const { deficit, painFreeWalking, daySeven, ownPrediction, stage, studiedUpToAge } = all;
  const named = (ids: readonly string[]) => ids.map((id) => groups[id]?.name ?? id).join(', ');
  // Authored facts keep `certainty`, `source` and `note` beside their numbers.
  const basis = ({ certainty, source, note }: Pick<typeof stage, 'certainty' | 'source' | 'note'>) =>
    from({ certainty, sources: [source].flat(), ...(note === undefined ? {} : { note }) });
  return [
    html`Degrees lacking when the knee is straightened (${named(deficit.groups)}): ${deficit.bands.map(({ fromDegrees, severity }) => `from ${fromDegrees} degrees severity ${severity}`).join('; ')}. ${basis(deficit)}`,
    html`Walking without pain later than day ${painFreeWalking.lateAfterDays} (${named(painFreeWalking.groups)}) moves the logarithm of days by ${painFreeWalking.shift}. ${basis(painFreeWalking)}`,
    html`Better or worse than expected on day seven moves it by ${daySeven.shift}. ${basis(daySeven)}`,
    html`The runner’s own prediction weighs ${ownPrediction.weight} of 1. ${basis(ownPrediction)}`,
    html`The stage reached weighs ${stage.weight} of 1. ${basis(stage)}`,
    html`Above ${studiedUpToAge.value} years (${named(studiedUpToAge.groups)}) the spread grows by ${studiedUpToAge.widening}. ${basis(studiedUpToAge)}`,
  ];
}
