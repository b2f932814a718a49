// `assess`: the interview, or the result for answers that are already there.

import { outcomeOf } from '../assess/index.ts';
import type { KnowledgeBase, Place } from '../knowledge/index.ts';
import { type Answers, ok, type Result, refuse } from '../vocabulary/index.ts';
import { formatInputMistake, parseAnswers, readInput } from './answers-file.ts';
import { type Command, type Given, JSON_OPTION, KNOWLEDGE_OPTION } from './command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { interviewInTerminal } from './interview.ts';
import { openLines } from './lines.ts';
import { openKnowledge } from './open-knowledge.ts';
import { placeFor } from './result.ts';
import { resultJson } from './result-json.ts';
import { resultText } from './result-text.ts';
import { columns, complain, print } from './terminal.ts';
import { count } from './text.ts';

export const ASSESS: Command = {
  name: 'assess',
  summary: 'Ask the questions, or take answers from a file, and say how urgent it is and what it could be.',
  about: [
    'Without --answers it asks, danger signs first, and reads one line a reply (also through a pipe). An ' +
      'answer that means an emergency ends the interview at once with the number to call. Answers are kept ' +
      'in memory only.',
    'With --answers FILE it prints the result for the answers in FILE, a JSON object {"finding": "state", ' +
      '…} or {"answers": {…}}; - is standard input. A finding that is left out has not been asked, and ' +
      '"unsure" is always accepted. See: backstride knowledge list findings.',
  ],
  operands: [],
  options: [
    { name: 'answers', value: 'FILE', means: 'Take the answers from a JSON file (- for standard input).' },
    { ...JSON_OPTION, means: 'Print the result as JSON (with --answers).' },
    {
      name: 'country',
      value: 'CC',
      means: 'Whose emergency number to show: CA, GB, DE, …; without it, other.',
    },
    KNOWLEDGE_OPTION,
  ],
  run: runAssess,
};

async function runAssess(given: Given): Promise<ExitCode> {
  const file = given.text('answers');
  if (file === undefined && given.has('json')) {
    complain('--json needs --answers FILE: an interview has one reader only.');
    return EXIT.badInput;
  }
  const opened = await openKnowledge(given);
  if (!opened.ok) return opened.refusal;
  const knowledge = opened.value;
  const country = given.text('country') ?? 'other';
  const place = placeFor(knowledge, country);
  if (!place) {
    const known = knowledge.places.map(({ id }) => id).join(', ');
    complain(`There is no number for the country ${country}. Known: ${known}.`);
    return EXIT.badInput;
  }
  return file === undefined ? ask(knowledge, place) : tell(knowledge, place, file, given.has('json'));
}

async function tell(knowledge: KnowledgeBase, place: Place, file: string, json: boolean): Promise<ExitCode> {
  const answers = await answersFrom(knowledge, file);
  if (!answers.ok) return answers.refusal;
  const outcome = { ...outcomeOf(knowledge, answers.value), place };
  print(json ? JSON.stringify(resultJson(outcome), null, 2) : resultText(outcome, columns()));
  return EXIT.done;
}

async function answersFrom(knowledge: KnowledgeBase, file: string): Promise<Result<Answers, ExitCode>> {
  const text = await readInput(file);
  const read = text.ok
    ? parseAnswers(text.value, file === '-' ? 'standard input' : file, knowledge)
    : refuse([text.refusal]);
  if (read.ok) return ok(read.value);
  complain(read.refusal.map(formatInputMistake).join('\n\n'));
  complain(`\nThe answers cannot be used: ${count(read.refusal.length, 'mistake')}.`);
  return refuse(EXIT.badInput);
}

async function ask(knowledge: KnowledgeBase, place: Place): Promise<ExitCode> {
  const lines = openLines();
  const end = await interviewInTerminal(knowledge, place, lines, columns());
  lines.close();
  switch (end.kind) {
    case 'result':
      print(`\n${resultText({ ...outcomeOf(knowledge, end.answers), place }, columns())}`);
      return EXIT.done;
    case 'input-ended':
      complain(
        'The input ended before the interview did, so there is no result. Nothing was stored.\n' +
          'To give all answers at once: backstride assess --answers FILE',
      );
      return EXIT.badInput;
    case 'quit':
    case 'interrupted':
      complain('You left the interview, so there is no result. Nothing was stored.');
      return EXIT.interrupted;
  }
}
