// A condition as a reviewer reads it: every likelihood as a row, with certainty and source.

import { type Condition, findingById, type KnowledgeBase, type Presentation } from '../knowledge/index.ts';
import { cite, citeFully } from './cite.ts';
import { formulaInWords } from './formula-words.ts';
import { strong } from './terminal.ts';
import { bullets, count, indented, TOGETHER, table, wrap } from './text.ts';

export function showCondition(knowledge: KnowledgeBase, condition: Condition, width: number): string {
  const index = knowledge.conditions.indexOf(condition);
  const presentations = knowledge.presentations.filter((one) => one.condition === index);
  const { review } = condition;
  const section = (title: string, lines: readonly string[]) =>
    lines.length > 0 ? ['', strong(title), ...lines.map((line) => bullets([line], width, '  '))] : [];
  return [
    strong(
      wrap(`${condition.id}: ${condition.name} (${condition.clinicalName}; condition)`, width, '', '  '),
    ),
    ...(condition.aliases.length > 0
      ? [wrap(condition.aliases.join(', '), width, 'Also called: ', '  ')]
      : []),
    ...condition.codes.map(({ system, code, certainty }) => `${system} ${code} (${certainty})`),
    wrap(condition.summary, width),
    `Review: ${review.state}${review.state === 'reviewed' ? '' : ' by a clinician'}${review.by ? `, ${review.by}` : ''}${review.on ? `, ${review.on}` : ''}`,
    '',
    `Prior: ${Number((condition.prior * 1000).toPrecision(3))} of 1,000 runners with this kind of pain`,
    `  ${cite(condition.priorBasis)}`,
    ...(condition.priorBasis.note ? [wrap(condition.priorBasis.note, width, '  ')] : []),
    ...contextOf(knowledge, presentations, width),
    ...pairingsOf(knowledge, condition, width),
    ...presentations.flatMap((presentation) => ['', ...presentationTable(knowledge, presentation, width)]),
    ...notesOn(presentations, width),
    ...section(
      'Forbids while it is possible',
      condition.forbids.map((one) => `${one.action}: ${one.because} ${citeFully(one.basis)}`),
    ),
    ...forbidsWhen(knowledge, condition, width),
    ...section(
      'What to do now',
      condition.now.map((one) => `${one.text} (${one.action}) ${citeFully(one.basis)}`),
    ),
    ...condition.now.flatMap(({ action, unless }) =>
      unless
        ? [
            `    ${action} only when this is known to be false:`,
            indented(formulaInWords(unless, knowledge, width - 6), '      '),
          ]
        : [],
    ),
    ...section(
      'Avoid',
      condition.avoid.map(({ text, basis }) => `${text} ${citeFully(basis)}`),
    ),
    ...section(
      'Get help',
      condition.getHelp.map(({ text, basis }) => `${text} ${citeFully(basis)}`),
    ),
    ...section('Outlook', [`${condition.outlook.text} ${citeFully(condition.outlook.basis)}`]),
    ...section(
      'Red flags that suspect it',
      knowledge.redFlags
        .filter(({ suspects }) => suspects.includes(condition.id))
        .map(({ code, id, level }) => `${code} ${id} (${level})`),
    ),
  ].join('\n');
}

/** What the authors noted about single numbers, each note once. */
function notesOn(presentations: readonly Presentation[], width: number): readonly string[] {
  const notes = presentations.flatMap(({ id, basis, likelihoods }) => [
    ...(basis.note ? [`${id}: ${basis.note}`] : []),
    ...Object.entries(likelihoods).flatMap(([finding, own]) =>
      own.basis.note ? [`${finding}: ${own.basis.note}`] : [],
    ),
  ]);
  if (notes.length === 0) return [];
  return ['', strong('Notes on single numbers'), bullets([...new Set(notes)], width, '  ')];
}

/** What a runner is, rather than feels: the same in every presentation, as a factor on the background. */
function contextOf(
  knowledge: KnowledgeBase,
  presentations: readonly Presentation[],
  width: number,
): readonly string[] {
  const rows = Object.entries(presentations[0]?.likelihoods ?? {}).flatMap(([id, { p, basis }]) => {
    const finding = findingById(knowledge, id);
    if (finding?.combines !== 'product') return [];
    const factors = finding.states.map(({ id: state }, index) => {
      const background = finding.background[index] ?? 0;
      const factor = background > 0 ? ((p[index] ?? 0) / background).toFixed(2) : '–';
      return `${state} × ${factor}`.replaceAll(' ', TOGETHER);
    });
    return [[id, factors.join(', '), cite(basis)]];
  });
  if (rows.length === 0) return [];
  const title = strong('Context: how often each answer is given, against the average runner');
  return [
    '',
    title,
    indented(table(['finding', 'times', 'certainty and source'], rows, width - 2).join('\n')),
  ];
}

function pairingsOf(knowledge: KnowledgeBase, { id }: Condition, width: number): readonly string[] {
  const lines = knowledge.pairings
    .filter(({ conditions }) => conditions.includes(id))
    .map(({ conditions, times, basis }) => {
      const other = conditions.find((one) => one !== id) ?? id;
      return `${other}: ${times} × as often as by chance, ${citeFully(basis)}`;
    });
  return lines.length > 0 ? ['', strong('Occurs together with'), bullets(lines, width, '  ')] : [];
}

function presentationTable(
  knowledge: KnowledgeBase,
  presentation: Presentation,
  width: number,
): readonly string[] {
  const rows = Object.entries(presentation.likelihoods).flatMap(([id, { p, basis, n }]) => {
    const finding = findingById(knowledge, id);
    if (!finding || finding.combines === 'product') return [];
    const cells = finding.states.map((state, index) =>
      `${state.id} ${percent(p[index] ?? 0)}`.replaceAll(' ', TOGETHER),
    );
    return [[id, `${cells.join(', ')}${n === undefined ? '' : ` (n${TOGETHER}${n})`}`, cite(basis)]];
  });
  const share = `${percent(presentation.share)} of the cases, ${presentation.triage} ${cite(presentation.basis)}`;
  const title = strong(
    wrap(`Presentation ${presentation.id}: ${presentation.name}, ${share}`, width, '', '  '),
  );
  if (rows.length === 0) return [title, '  every finding as in the background'];
  return [
    title,
    indented(table(['finding', 'how often', 'certainty and source'], rows, width - 2).join('\n')),
    `  ${count(rows.length, 'finding')}; the rest as in the background`,
  ];
}

function forbidsWhen(knowledge: KnowledgeBase, { forbids }: Condition, width: number): readonly string[] {
  return forbids.flatMap(({ action, when }) =>
    when
      ? [
          `    ${action} only unless this is known to be false:`,
          indented(formulaInWords(when, knowledge, width - 6), '      '),
        ]
      : [],
  );
}

function percent(share: number): string {
  return `${Number((share * 100).toPrecision(3))} %`;
}
