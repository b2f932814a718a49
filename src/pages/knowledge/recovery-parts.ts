// What the pages about plans, exercises and check-ins share: links, comparisons in words, numbers with where they come from.

import { html } from 'hono/html';
import {
  type Comparison,
  type Criterion,
  conditionById,
  type Exercise,
  exerciseById,
  type KnowledgeBase,
  type LeftOut,
  type Limit,
  type Parameter,
  type Plan,
  type SourcedText,
  type Stage,
} from '../../knowledge/index.ts';
import type { Html } from '../components/html.ts';
import { english, type Words } from '../words/index.ts';
import { conditionLink, from, table } from './parts.ts';

/** What a colour asks of the runner. */
export const COLOUR_WORDS: Readonly<Record<Limit['colour'], string>> = {
  refer: 'refer: see someone',
  red: 'red: one step back',
  amber: 'amber: hold',
};

export function planLink({ id, name }: Plan): Html {
  return html`<a href="/knowledge/plans/${id}">${name}</a>`;
}

export function exerciseLink({ id, name }: Exercise): Html {
  return html`<a href="/knowledge/exercises/${id}">${name}</a>`;
}

/** The exercise of this id as a link. */
export function exerciseNamed({ recovery }: KnowledgeBase, id: string): Html | string {
  const exercise = exerciseById(recovery, id);
  return exercise ? exerciseLink(exercise) : id;
}

/** The causes of these ids as links, with commas. */
export function conditionsNamed(
  knowledge: KnowledgeBase,
  ids: readonly string[],
): readonly (Html | string)[] {
  return ids.map((id, index) => {
    const condition = conditionById(knowledge, id);
    return html`${index > 0 ? ', ' : ''}${condition ? conditionLink(condition) : id}`;
  });
}

export function measureName({ recovery }: KnowledgeBase, id: string): string {
  return recovery.measures.find((measure) => measure.id === id)?.label ?? id;
}

/** For example `Pain this morning: at most 2`, and `Limp: no` where the answer is yes or no. */
export function compared(
  knowledge: KnowledgeBase,
  { measure, bound, value }: Comparison,
  { recover, frame, answers }: Words = english,
): string {
  const isYesOrNo = knowledge.recovery.measures.find(({ id }) => id === measure)?.max === 1;
  const said = isYesOrNo ? (value === 0 ? answers.no : answers.yes).toLowerCase() : recover[bound](value);
  return `${measureName(knowledge, measure)}${frame.colon}${said}`;
}

export function criterion(knowledge: KnowledgeBase, one: Criterion, words: Words = english): Html {
  return html`${one.says} <span class="hint">(${compared(knowledge, one, words)})</span> ${from(one.basis, words)}`;
}

/** A number of days, say, then where it comes from. */
export function figure({ value, basis }: Parameter): Html {
  return html`${value} ${from(basis)}`;
}

export function sourced({ text, basis }: SourcedText, words: Words = english): Html {
  return html`${text} ${from(basis, words)}`;
}

/** A list under a heading; nothing without items. */
export function listUnder(
  title: string,
  items: readonly (Html | string)[],
  level: 2 | 3 | 4 = 2,
): Html | string {
  if (items.length === 0) return '';
  const list = html`<ul>${items.map((item) => html`<li>${item}</li>\n`)}</ul>`;
  if (level === 2) return html`<h2>${title}</h2>\n${list}`;
  return level === 3 ? html`<h3>${title}</h3>\n${list}` : html`<h4>${title}</h4>\n${list}`;
}

export function leftOutItems(knowledge: KnowledgeBase, all: readonly LeftOut[]): readonly Html[] {
  return all.map(
    ({ exercise, because, basis }) => html`${exerciseNamed(knowledge, exercise)}: ${because} ${from(basis)}`,
  );
}

export function limitsTable(
  knowledge: KnowledgeBase,
  caption: string,
  limits: readonly Limit[],
  stages: readonly Stage[] = [],
): Html | string {
  if (limits.length === 0) return '';
  const where = ({ stages: only }: Limit) =>
    only ? only.map((id) => stages.find((stage) => stage.id === id)?.name ?? id).join('; ') : 'always';
  return table({
    caption,
    head: ['When', 'Then', 'Why', 'In', 'From'],
    rows: limits.map((limit) => [
      compared(knowledge, limit),
      COLOUR_WORDS[limit.colour],
      limit.because,
      where(limit),
      from(limit.basis),
    ]),
  });
}
