// `evaluate`: how well the assessment does on a file of cases with known outcomes.

import { type Case, evaluateCases } from '../evaluate/index.ts';
import { ok, type Result, refuse } from '../vocabulary/index.ts';
import { type Command, type Given, JSON_OPTION, KNOWLEDGE_OPTION } from './command.ts';
import { scoresJson, scoresText } from './evaluate-report.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { openKnowledge } from './open-knowledge.ts';
import { readCases } from './read-cases.ts';
import { ruleBreaches, ruleReport } from './rule-cases.ts';
import { columns, complain, print } from './terminal.ts';
import { count } from './text.ts';

export const EVALUATE: Command = {
  name: 'evaluate',
  summary: 'Score the assessment on a file of cases with known outcomes.',
  about: [
    'FILE is JSON Lines, one case a line (see cases/README.md); - is standard input. Every case is scored ' +
      'twice: with all its answers at once, and as an interview in which the program asks and the case ' +
      'answers. Causes are scored on the cases whose cause the knowledge covers, urgency on all. Intervals ' +
      'are 95 % (Wilson).',
    'The exit code is 0 whatever the scores: this measures, it does not judge. Cases of kind rule that ' +
      'name red flags which must fire or stay silent are compared with them, in the text only.',
  ],
  operands: [{ name: 'FILE' }],
  options: [
    { ...JSON_OPTION, means: 'Print the scores as JSON; what cannot be computed is null.' },
    { name: 'detail', value: 'TAGS', means: 'Only cases with at least one of these tags, as moderate,rich.' },
    { name: 'ordinary', means: 'Only cases tagged ordinary.' },
    { name: 'max-questions', value: 'N', means: 'Ask at most N adaptive questions in the interview.' },
    KNOWLEDGE_OPTION,
  ],
  run: runEvaluate,
};

async function runEvaluate(given: Given): Promise<ExitCode> {
  const limit = readLimit(given.text('max-questions'));
  if (!limit.ok) return limit.refusal;
  const opened = await openKnowledge(given);
  if (!opened.ok) return opened.refusal;
  const knowledge = opened.value;
  const read = await readCases(given.operands[0] ?? '', knowledge);
  if (!read.ok) return read.refusal;
  const cases = narrowed(read.value, given);
  if (!cases.ok) return cases.refusal;

  const scores = evaluateCases(
    knowledge,
    cases.value,
    limit.value === undefined ? {} : { maxQuestions: limit.value },
  );
  if (given.has('json')) {
    print(JSON.stringify(scoresJson(scores), null, 2));
    return EXIT.done;
  }
  print(scoresText(scores, columns()));
  const rules = ruleReport(ruleBreaches(knowledge, cases.value), columns());
  if (rules !== '') print(`\n${rules}`);
  return EXIT.done;
}

function readLimit(text: string | undefined): Result<number | undefined, ExitCode> {
  if (text === undefined) return ok(undefined);
  if (/^\d{1,4}$/.test(text)) return ok(Number(text));
  complain(`--max-questions wants a whole number from 0 on, not ${text}.`);
  return refuse(EXIT.badInput);
}

function narrowed(cases: readonly Case[], given: Given): Result<readonly Case[], ExitCode> {
  const wanted = (given.text('detail') ?? '')
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
  if (given.has('detail') && wanted.length === 0) {
    complain('--detail wants at least one tag, as moderate,rich.');
    return refuse(EXIT.badInput);
  }
  const left = cases.filter(
    ({ tags = [] }) =>
      (wanted.length === 0 || wanted.some((tag) => tags.includes(tag))) &&
      (!given.has('ordinary') || tags.includes('ordinary')),
  );
  if (left.length > 0) return ok(left);
  const by = [
    ...(wanted.length > 0 ? [`--detail ${wanted.join(',')}`] : []),
    ...(given.has('ordinary') ? ['--ordinary'] : []),
  ];
  const tags = [...new Set(cases.flatMap((one) => one.tags ?? []))].sort();
  complain(
    `Nothing to score: none of the ${count(cases.length, 'case')} is left after ${by.join(' and ')}.\n` +
      `Tags in the file: ${tags.length > 0 ? tags.join(', ') : 'none'}.`,
  );
  return refuse(EXIT.badInput);
}
