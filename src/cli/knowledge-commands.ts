// `knowledge check`, `show`, `list` and `schema`: reading the medical wing.

import { FILE_KINDS, type KnowledgeBase } from '../knowledge/index.ts';
import { type Command, type Given, KNOWLEDGE_OPTION } from './command.ts';
import { isFileKind, schemaText } from './editor-schema.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { didYouMean } from './nearest.ts';
import { checkedKnowledge, formatMistakes, knowledgeFolder, openKnowledge } from './open-knowledge.ts';
import { showAll } from './show.ts';
import { columns, complain, print, strong } from './terminal.ts';
import { count, indented, table } from './text.ts';

export const CHECK: Command = {
  name: 'knowledge check',
  summary: 'Check every file of the knowledge; list each mistake with its line and what to do.',
  about: ['Prints all mistakes at once and exits with 1 when there are any.'],
  operands: [],
  options: [KNOWLEDGE_OPTION],
  run: async (given) => {
    const folder = knowledgeFolder(given);
    const checked = await checkedKnowledge(folder);
    if (!checked.ok) return checked.refusal;
    if (!checked.value.ok) {
      print(formatMistakes(folder, checked.value.refusal));
      print(`\n${count(checked.value.refusal.length, 'mistake')}`);
      return EXIT.failed;
    }
    print(inOneLine(checked.value.value));
    return EXIT.done;
  },
};

function inOneLine(knowledge: KnowledgeBase): string {
  const { version, hash, conditions, presentations, findings, redFlags, sources, recovery } = knowledge;
  const counts = [
    count(conditions.length, 'condition'),
    count(presentations.length, 'presentation'),
    count(findings.length, 'finding'),
    count(redFlags.length, 'red flag'),
    ...(recovery.plans.length > 0
      ? [count(recovery.plans.length, 'plan'), count(recovery.exercises.length, 'exercise')]
      : []),
    count(Object.keys(sources).length, 'source'),
  ];
  return `Knowledge ${version}+${hash.slice(0, 12)}: no mistakes in ${counts.join(', ')}.`;
}

export const SHOW: Command = {
  name: 'knowledge show',
  summary: 'Show a condition, finding, red flag, plan, exercise or source, each number with its source.',
  about: [
    'ID is the id of a condition, finding, red flag, plan or exercise, the code of a red flag (E2), or the key of a ' +
      'source. Red flags and other rules are written out in words.',
  ],
  operands: [{ name: 'ID' }],
  options: [KNOWLEDGE_OPTION],
  run: async (given) => {
    const opened = await openKnowledge(given);
    if (!opened.ok) return opened.refusal;
    const knowledge = opened.value;
    const id = given.operands[0] ?? '';
    const shown = showAll(knowledge, id, columns());
    if (shown.length > 0) {
      print(shown.join('\n\n'));
      return EXIT.done;
    }
    const known = Object.values(listing(knowledge)).flatMap((rows) => rows.map(([first = '']) => first));
    complain(`Nothing goes by the id ${id}. ${didYouMean(id, known)}`.trim());
    complain('See: backstride knowledge list');
    return EXIT.badInput;
  },
};

type Listed = 'conditions' | 'findings' | 'red-flags' | 'plans' | 'exercises' | 'sources';

/** Rows of id and name, by kind. */
function listing(knowledge: KnowledgeBase): Readonly<Record<Listed, readonly (readonly string[])[]>> {
  return {
    conditions: knowledge.conditions.map(({ id, name, clinicalName }) => [id, `${name} (${clinicalName})`]),
    findings: knowledge.findings.map(({ id, short, states }) => [
      id,
      `${short}: ${states.map((state) => state.id).join(', ')}`,
    ]),
    'red-flags': knowledge.redFlags.map(({ id, code, level, name }) => [id, `${code} ${level}: ${name}`]),
    plans: knowledge.recovery.plans.map(({ id, name }) => [id, name]),
    exercises: knowledge.recovery.exercises.map(({ id, name, clinicalName }) => [
      id,
      `${name} (${clinicalName})`,
    ]),
    sources: Object.values(knowledge.sources).map(({ key, authors, year, title }) => [
      key,
      `${authors}${year ? ` (${year})` : ''}. ${title}`,
    ]),
  };
}

export const LIST: Command = {
  name: 'knowledge list',
  summary: 'List conditions, findings, red-flags, plans, exercises or sources; all of them without a kind.',
  about: ['KIND is conditions, findings, red-flags, plans, exercises or sources.'],
  operands: [{ name: 'KIND', optional: true }],
  options: [KNOWLEDGE_OPTION],
  run: runList,
};

async function runList(given: Given): Promise<ExitCode> {
  const opened = await openKnowledge(given);
  if (!opened.ok) return opened.refusal;
  const kind = given.operands[0];
  const all = listing(opened.value);
  const chosen = Object.entries(all).filter(([name]) => kind === undefined || name === kind);
  if (chosen.length === 0) {
    complain(`There is no list of ${kind}. There are: ${Object.keys(all).join(', ')}.`);
    return EXIT.badInput;
  }
  print(
    chosen
      .map(([name, rows]) => {
        const lines = indented(table(['', ''], rows, columns() - 2).join('\n'));
        return `${strong(`${name}: ${rows.length}`)}\n${lines}`;
      })
      .join('\n\n'),
  );
  return EXIT.done;
}

export const SCHEMA: Command = {
  name: 'knowledge schema',
  summary: 'Print the JSON Schema of one kind of file.',
  about: [`KIND is ${FILE_KINDS.join(', ')}.`],
  operands: [{ name: 'KIND' }],
  options: [],
  run: async (given) => {
    const kind = given.operands[0] ?? '';
    if (!isFileKind(kind)) {
      complain(`There is no schema of ${kind}. There are: ${FILE_KINDS.join(', ')}.`);
      return EXIT.badInput;
    }
    print(schemaText(kind).trimEnd());
    return EXIT.done;
  },
};
