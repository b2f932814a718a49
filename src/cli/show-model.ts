// The numbers that belong to no single condition, each with certainty, source and note.

import type { KnowledgeBase, Parameter } from '../knowledge/index.ts';
import { citeFully } from './cite.ts';
import { strong } from './terminal.ts';
import { indented, table } from './text.ts';

export function showModel({ model, version }: KnowledgeBase, width: number): string {
  const rows = (all: Readonly<Record<string, Parameter>>) =>
    Object.entries(all).map(([name, { value, basis }]) => [name, String(value), citeFully(basis)]);
  const section = (title: string, all: Readonly<Record<string, Parameter>>) => [
    '',
    strong(title),
    indented(table(['', '', ''], rows(all), width - 2).join('\n')),
  ];
  return [
    strong(`model: the numbers that belong to no single condition (version ${version})`),
    ...section('Single numbers', {
      'two causes at once, against chance': model.twoCauses,
      'a cause is still possible from': model.stillPossible,
      'least worth of a second, bits about urgency': model.stop.value,
      'a bit about the cause, in bits about urgency': model.stop.cause,
      'most adaptive questions': model.stop.questions,
    }),
    ...section('Answers that name another state, by kind of finding', model.misreport),
    ...section('Probability of needing a level from which it is advised', model.raise),
    ...section('Cost of being sent to a level without need', model.needless),
    ...section('Groups of findings that travel together, log odds each way', model.groups),
  ].join('\n');
}
