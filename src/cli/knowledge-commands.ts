// `knowledge check`, `show`, `list` and `schema`: reading the medical wing.

import {
  FILE_KINDS,
  type GuideKnowledge,
  type KnowledgeBase,
  type Mistake,
  type Progress,
  redFlagsAreTried,
  translationsFit,
} from '../knowledge/index.ts';
import {
  KNOWLEDGE_FOLDER,
  RULE_CASES,
  readGuide,
  readKnowledgeFiles,
  readLanguageFiles,
} from '../store/index.ts';
import { dateInZone, isLocalDate } from '../vocabulary/index.ts';
import { type Command, type Given, KNOWLEDGE_OPTION } from './command.ts';
import { isFileKind, schemaText } from './editor-schema.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { didYouMean } from './nearest.ts';
import { checkedKnowledge, formatMistakes, knowledgeFolder, openKnowledge } from './open-knowledge.ts';
import { readCases } from './read-cases.ts';
import { showAll } from './show.ts';
import { columns, complain, print, strong } from './terminal.ts';
import { count, indented, table } from './text.ts';

export const CHECK: Command = {
  name: 'knowledge check',
  summary: 'Check every file of the knowledge; list each mistake with its line and what to do.',
  about: [
    'Prints all mistakes at once and exits with 1 when there are any.',
    'Translations in knowledge/languages must name texts that stand in the knowledge; what is missing is counted.',
    'The guide is checked as well: claims, marks, links, endings. A review that is due warns, one that is ' +
      'long overdue is a mistake; the day is that of this machine, or --today.',
    'Each red flag needs a case that fires it and a near miss. They are looked for in ' +
      'cases/triage-rules.jsonl; with --knowledge only in the file named by --cases.',
  ],
  operands: [],
  options: [
    { name: 'cases', value: 'FILE', means: 'Cases that try the red flags (JSON Lines).' },
    { name: 'today', value: 'DATE', means: 'The day that reviews are measured against, YYYY-MM-DD.' },
    KNOWLEDGE_OPTION,
  ],
  run: runCheck,
};

async function runCheck(given: Given): Promise<ExitCode> {
  const folder = knowledgeFolder(given);
  const checked = await checkedKnowledge(folder);
  if (!checked.ok) return checked.refusal;
  if (!checked.value.ok) return refused(folder, checked.value.refusal);
  const knowledge = checked.value.value;
  const { mistakes, progress } = translationsFit(knowledge, await readLanguageFiles(folder));
  if (mistakes.length > 0) return refused(folder, mistakes);
  const today = given.text('today') ?? dateInZone(Date.now(), 'UTC');
  if (!isLocalDate(today)) {
    complain(`--today wants a date that exists, as 2026-11-28, not ${today}.`);
    return EXIT.badInput;
  }
  const guide = await readGuide(knowledge, today, folder);
  if (!guide.ok) return refused(folder, guide.refusal);
  for (const one of progress) print(missingInOneLine(one));
  if (guide.value.warnings.length > 0) {
    print(
      `${formatMistakes(folder, guide.value.warnings)}\n\n${count(guide.value.warnings.length, 'warning')}`,
    );
  }
  if (guide.value.guide.pages.length > 0) print(guideInOneLine(guide.value.guide));
  const file = given.text('cases') ?? (folder === KNOWLEDGE_FOLDER ? RULE_CASES : undefined);
  if (file === undefined) {
    print(`${inOneLine(knowledge)} Red flags not tried: name cases with --cases.`);
    return EXIT.done;
  }
  const cases = await readCases(file, knowledge);
  if (!cases.ok) return cases.refusal;
  const untried = redFlagsAreTried(knowledge, await readKnowledgeFiles(folder), cases.value);
  if (untried.length > 0) return refused(folder, untried);
  print(`${inOneLine(knowledge)} Each red flag has a case that fires it and a near miss.`);
  return EXIT.done;
}

function refused(folder: string, mistakes: readonly Mistake[]): ExitCode {
  print(formatMistakes(folder, mistakes));
  print(`\n${count(mistakes.length, 'mistake')}`);
  return EXIT.failed;
}

function guideInOneLine({ pages, claims }: GuideKnowledge): string {
  const reviewed = claims.filter(({ review }) => review.state === 'reviewed').length;
  return `Guide: no mistakes in ${count(pages.length, 'page')} and ${count(claims.length, 'claim')}, ${reviewed} reviewed by a clinician.`;
}

function inOneLine(knowledge: KnowledgeBase): string {
  const { version, hash, conditions, presentations, findings, redFlags, gates, sources, recovery } =
    knowledge;
  const counts = [
    count(conditions.length, 'condition'),
    count(presentations.length, 'presentation'),
    count(findings.length, 'finding'),
    count(redFlags.length, 'red flag'),
    count(gates.length, 'gate'),
    ...(recovery.plans.length > 0
      ? [count(recovery.plans.length, 'plan'), count(recovery.exercises.length, 'exercise')]
      : []),
    count(Object.keys(sources).length, 'source'),
  ];
  return `Knowledge ${version}+${hash.slice(0, 12)}: no mistakes in ${counts.join(', ')}.`;
}

function missingInOneLine({ language, areas }: Progress): string {
  const open = areas.filter(({ missing }) => missing > 0);
  const said = open.map(({ area, texts, missing }) => `${missing} of ${texts} in ${area}`);
  return `${language}: ${said.length === 0 ? 'every text is translated' : `not translated ${said.join(', ')}`}.`;
}

export const SHOW: Command = {
  name: 'knowledge show',
  summary:
    'Show a condition, finding, red flag, gate, plan, exercise, source or the model, each number with its source.',
  about: [
    'ID is the id of a condition, finding, red flag, gate, plan or exercise, the code of a red flag (E2), or the ' +
      'key of a source; model stands for the numbers that belong to no single condition. Red flags and other ' +
      'rules are written out in words.',
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

type Listed = 'conditions' | 'findings' | 'red-flags' | 'gates' | 'plans' | 'exercises' | 'sources';

/** Rows of id and name, by kind. */
function listing(knowledge: KnowledgeBase): Readonly<Record<Listed, readonly (readonly string[])[]>> {
  return {
    conditions: knowledge.conditions.map(({ id, name, clinicalName }) => [id, `${name} (${clinicalName})`]),
    findings: knowledge.findings.map(({ id, short, states }) => [
      id,
      `${short}: ${states.map((state) => state.id).join(', ')}`,
    ]),
    'red-flags': knowledge.redFlags.map(({ id, code, level, name }) => [id, `${code} ${level}: ${name}`]),
    gates: knowledge.gates.map(({ id, rules, name }) => [id, `${rules.join(', ')}: ${name}`]),
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
  summary:
    'List conditions, findings, red-flags, gates, plans, exercises or sources; all of them without a kind.',
  about: ['KIND is conditions, findings, red-flags, gates, plans, exercises or sources.'],
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
