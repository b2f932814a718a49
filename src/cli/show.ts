// Shows one thing of the knowledge, each number with its certainty and source.

import type { AuthoredSource, Basis, Finding, Gate, KnowledgeBase, RedFlag } from '../knowledge/index.ts';
import { findingsIn } from '../knowledge/index.ts';
import { cite, citeFully } from './cite.ts';
import { formulaInWords } from './formula-words.ts';
import { showCondition } from './show-condition.ts';
import { showModel } from './show-model.ts';
import { showExercise, showPlan } from './show-recovery.ts';
import { strong } from './terminal.ts';
import { bullets, indented, numbered, table, wrap } from './text.ts';

/** Everything that goes by this id (a red flag also by its code), as text; empty when nothing does. */
export function showAll(knowledge: KnowledgeBase, id: string, width: number): readonly string[] {
  const source = knowledge.sources[id];
  return [
    ...knowledge.conditions.filter((one) => one.id === id).map((one) => showCondition(knowledge, one, width)),
    ...knowledge.findings.filter((one) => one.id === id).map((one) => showFinding(knowledge, one, width)),
    ...knowledge.redFlags
      .filter((one) => one.id === id || one.code === id)
      .map((one) => showRedFlag(knowledge, one, width)),
    ...knowledge.gates.filter((one) => one.id === id).map((one) => showGate(knowledge, one, width)),
    ...knowledge.recovery.plans.filter((one) => one.id === id).map((one) => showPlan(one, width)),
    ...knowledge.recovery.exercises
      .filter((one) => one.id === id)
      .map((one) => showExercise(knowledge.recovery, one, width)),
    ...(Object.hasOwn(knowledge.sources, id) && source ? [showSource(knowledge, source, width)] : []),
    ...(id === 'model' ? [showModel(knowledge, width)] : []),
  ];
}

function showFinding(knowledge: KnowledgeBase, finding: Finding, width: number): string {
  const misreport = knowledge.model.misreport[finding.kind];
  const percent = (p: number | undefined) => `${((p ?? 0) * 100).toFixed(1)} %`;
  const states = finding.states.map(({ id, label, says }, index) => [
    id,
    label,
    percent(finding.background[index]),
    says,
  ]);
  const conditions = knowledge.conditions.filter((_, index) =>
    knowledge.presentations.some((one) => one.condition === index && one.likelihoods[finding.id]),
  );
  const flags = knowledge.redFlags.filter(({ when }) => findingsIn(when).includes(finding.id));
  const gates = knowledge.gates.filter(({ when }) => when && findingsIn(when).includes(finding.id));
  return [
    `${strong(`${finding.id}: ${finding.short}`)} (finding, ${finding.kind})`,
    wrap(finding.question, width, 'Question: ', '  '),
    ...(finding.hint ? [wrap(finding.hint, width, 'Hint: ', '  ')] : []),
    wrap(finding.why, width, 'Why: ', '  '),
    ...(finding.item ? [wrap(finding.item, width, 'On a tick list: ', '  ')] : []),
    '',
    ...table(['state', 'label', 'background', 'says'], states, width),
    `Background: ${cite(finding.backgroundBasis)}`,
    ...note(finding.backgroundBasis, width),
    wrap(
      `Answers that name another state: ${percent(finding.misreport)}${misreport ? ` ${citeFully(misreport.basis)}` : ''}`,
      width,
      '',
      '  ',
    ),
    wrap(`Effort: ${finding.effort} s ${citeFully(finding.effortBasis)}`, width, '', '  '),
    `With two causes at once: ${finding.combines}.`,
    ...groupLines(knowledge, finding),
    ...(finding.asksWhen
      ? ['Asked only when', indented(formulaInWords(finding.asksWhen, knowledge, width - 2))]
      : []),
    ...(finding.selfTest ? ['', selfTest(knowledge, finding.selfTest, width)] : []),
    '',
    wrap(list(conditions.map(({ id }) => id)), width, 'Conditions that say something about it: ', '  '),
    wrap(list(flags.map(({ id, code }) => `${code} ${id}`)), width, 'Red flags that ask for it: ', '  '),
    wrap(list(gates.map(({ id }) => id)), width, 'Gates that ask for it: ', '  '),
  ].join('\n');
}

function groupLines(knowledge: KnowledgeBase, { group, mark, states }: Finding): readonly string[] {
  const spread = group === undefined ? undefined : knowledge.model.groups[group];
  return spread
    ? [
        `Travels with its group ${group}${mark === undefined ? '' : `, marked by ${states[mark]?.id}`}: spread ${spread.value} log odds ${cite(spread.basis)}`,
      ]
    : [];
}

function selfTest(knowledge: KnowledgeBase, test: NonNullable<Finding['selfTest']>, width: number): string {
  return [
    'Self-test',
    numbered(test.steps, width, '  '),
    wrap(test.stop, width, '  Stop: ', '    '),
    wrap(test.accuracy, width, '  Accuracy: ', '    '),
    wrap(citeFully(test.basis), width, '  '),
    '  Not offered unless this is known to be false',
    indented(formulaInWords(test.notIf, knowledge, width - 4), '    '),
  ].join('\n');
}

function showRedFlag(knowledge: KnowledgeBase, flag: RedFlag, width: number): string {
  return [
    strong(wrap(`${flag.code} ${flag.id}: ${flag.name} (red flag)`, width, '', '  ')),
    `Level: at least ${flag.level}`,
    wrap(flag.because, width, 'Because: ', '  '),
    `${cite(flag.basis)}`,
    ...note(flag.basis, width),
    '',
    'Fires when',
    indented(formulaInWords(flag.when, knowledge, width - 2)),
    '',
    'What to do now',
    bullets(
      flag.doNow.map(({ text, does }) => (does.length > 0 ? `${text} (${does.join(', ')})` : text)),
      width,
      '  ',
    ),
    ...(flag.accuracy ? [wrap(flag.accuracy, width, 'Accuracy: ', '  ')] : []),
    ...(flag.suspects.length > 0 ? [wrap(list(flag.suspects), width, 'Suspects: ', '  ')] : []),
    ...(flag.share
      ? [
          wrap(
            `${Number((flag.share.value * 100).toPrecision(3))} % at least have one of these ${citeFully(flag.share.basis)}`,
            width,
            'When it fires: ',
            '  ',
          ),
        ]
      : []),
    ...(flag.forbids.length > 0
      ? [
          'Forbids',
          bullets(
            flag.forbids.map((one) => `${one.action}: ${one.because} ${citeFully(one.basis)}`),
            width,
            '  ',
          ),
          ...flag.forbids.flatMap(({ action, when }) =>
            when
              ? [
                  `    ${action} only unless this is known to be false:`,
                  indented(formulaInWords(when, knowledge, width - 6), '      '),
                ]
              : [],
          ),
        ]
      : []),
  ].join('\n');
}

function showGate(knowledge: KnowledgeBase, gate: Gate, width: number): string {
  const effect = ({ actions, limit, text, ifUnknown, basis }: Gate['effects'][number]) =>
    `${limit} ${actions.join(', ')}: ${text} ${cite(basis)}${ifUnknown ? ` While the answer is missing: ${ifUnknown}` : ''}`;
  return [
    strong(wrap(`${gate.id}: ${gate.name} (gate)`, width, '', '  ')),
    `Carries out: ${gate.rules.join(', ')}`,
    '',
    ...(gate.when
      ? ['Holds when', indented(formulaInWords(gate.when, knowledge, width - 2))]
      : ['Holds for everybody']),
    ...(gate.effects.length > 0 ? ['', 'Changes', bullets(gate.effects.map(effect), width, '  ')] : []),
    ...(gate.tell.length > 0
      ? [
          '',
          'Tells',
          bullets(
            gate.tell.map(({ text, basis }) => `${text} ${cite(basis)}`),
            width,
            '  ',
          ),
        ]
      : []),
    ...(gate.safetyOnly ? ['', wrap(gate.safetyOnly, width, 'Shows urgency only: ', '  ')] : []),
    ...(gate.opens ? ['', wrap(gate.opens, width, 'Opens: ', '  ')] : []),
  ].join('\n');
}

function showSource(knowledge: KnowledgeBase, source: AuthoredSource, width: number): string {
  const place = source.doi ? `https://doi.org/${source.doi}` : source.url;
  const isCited = (value: unknown) => JSON.stringify(value).includes(JSON.stringify(source.key));
  const conditions = knowledge.conditions.filter(
    (condition, index) =>
      isCited(condition) || knowledge.presentations.some((one) => one.condition === index && isCited(one)),
  );
  const citing = [
    ...conditions,
    ...[...knowledge.findings, ...knowledge.redFlags, ...knowledge.gates].filter(isCited),
  ];
  return [
    `${strong(source.key)} (source, ${source.kind})`,
    wrap(
      `${source.authors}${source.year ? ` (${source.year})` : ''}. ${source.title}.` +
        (source.journal ? ` ${source.journal}.` : ''),
      width,
    ),
    ...(place ? [place] : []),
    ...(source.pmid ? [`PubMed ${source.pmid}`] : []),
    `Read: ${source.read}${source.readOn ? `, ${source.readOn}` : ''}`,
    ...(source.note ? [wrap(source.note, width)] : []),
    '',
    wrap(list(citing.map(({ id }) => id)), width, 'Cited by: ', '  '),
  ].join('\n');
}

function note({ note: text }: Basis, width: number): readonly string[] {
  return text ? [wrap(text, width, '  ')] : [];
}

function list(names: readonly string[]): string {
  return names.length > 0 ? names.join(', ') : 'none';
}
