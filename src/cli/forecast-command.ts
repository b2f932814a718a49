// `forecast`: when a runner with this cause is likely to be back.

import { type ForecastFacts, forecaster, forecastSentences, refusalSentence } from '../recover/index.ts';
import { ok, type Result, refuse } from '../vocabulary/index.ts';
import { formatInputMistake, readInput } from './answers-file.ts';
import { type Command, type Given, JSON_OPTION, KNOWLEDGE_OPTION } from './command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { didYouMean } from './nearest.ts';
import { openKnowledge } from './open-knowledge.ts';
import { columns, complain, print } from './terminal.ts';
import { wrap } from './text.ts';

const FACTS: Readonly<Record<keyof ForecastFacts, true>> = {
  presentation: true,
  level: true,
  age: true,
  daysToPainFreeWalking: true,
  kneeExtensionLackDegrees: true,
  ownPredictionDays: true,
  pastInjury: true,
  daySeven: true,
  stagesDone: true,
  daysSoFar: true,
  reached: true,
};

export const FORECAST: Command = {
  name: 'forecast',
  summary: 'Say when a runner with this cause is likely to run, train and race again, as ranges.',
  about: [
    'CAUSE is a condition, as hamstring-strain (see: backstride knowledge list conditions). --facts FILE is a JSON ' +
      `object with any of ${Object.keys(FACTS).join(', ')}; - is standard input. Days count from the start of the pain.`,
    'It never says whether running is safe: a forecast is not for somebody who should see a clinician first.',
  ],
  operands: [{ name: 'CAUSE' }],
  options: [
    { name: 'facts', value: 'FILE', means: 'What is known of the runner, as JSON.' },
    { ...JSON_OPTION, means: 'Print the forecast as JSON, in days.' },
    KNOWLEDGE_OPTION,
  ],
  run: runForecast,
};

async function runForecast(given: Given): Promise<ExitCode> {
  const opened = await openKnowledge(given);
  if (!opened.ok) return opened.refusal;
  const knowledge = opened.value;
  const [cause = ''] = given.operands;
  if (!knowledge.prognosis) {
    complain('This knowledge has no forecast.yaml, so there is no forecast.');
    return EXIT.badInput;
  }
  const condition = knowledge.conditions.find(({ id }) => id === cause);
  if (!condition) {
    const known = knowledge.conditions.map(({ id }) => id);
    complain(`There is no condition ${cause}. ${didYouMean(cause, known)}`.trim());
    return EXIT.badInput;
  }
  const facts = await factsFrom(given.text('facts'));
  if (!facts.ok) return facts.refusal;
  const forms = knowledge.presentations
    .filter(({ condition: index }) => knowledge.conditions[index]?.id === cause)
    .map(({ id }) => id.slice(cause.length + 1));
  const { presentation } = facts.value;
  if (presentation !== undefined && !forms.includes(presentation)) {
    complain(`presentation: expected one of ${forms.join(', ')}, found ${JSON.stringify(presentation)}.`);
    return EXIT.badInput;
  }
  const forecast = forecaster(knowledge.prognosis)(cause, facts.value);
  if (!forecast.ok) {
    if (forecast.refusal.kind === 'bad-fact') {
      complain(refusalSentence(forecast.refusal));
      return EXIT.badInput;
    }
    print(given.has('json') ? JSON.stringify(forecast.refusal, null, 2) : refusalSentence(forecast.refusal));
    return EXIT.done;
  }
  const sentences = forecastSentences(forecast.value, facts.value);
  print(
    given.has('json')
      ? JSON.stringify({ cause, ...forecast.value, sentences }, null, 2)
      : sentences.map((sentence) => wrap(sentence, columns())).join('\n'),
  );
  return EXIT.done;
}

async function factsFrom(file: string | undefined): Promise<Result<ForecastFacts, ExitCode>> {
  if (file === undefined) return ok({});
  const text = await readInput(file);
  if (!text.ok) {
    complain(formatInputMistake(text.refusal));
    return refuse(EXIT.badInput);
  }
  let value: unknown;
  try {
    value = JSON.parse(text.value);
  } catch {
    value = undefined;
  }
  const name = file === '-' ? 'standard input' : file;
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    complain(`${name}: expected a JSON object such as {"daysSoFar": 7}, found something else.`);
    return refuse(EXIT.badInput);
  }
  const unknown = Object.keys(value).filter((key) => !(key in FACTS));
  if (unknown.length === 0) return ok(value as ForecastFacts);
  complain(
    `${name}: there is no fact ${unknown.join(', ')}. ${didYouMean(unknown[0] ?? '', Object.keys(FACTS))} Known: ${Object.keys(FACTS).join(', ')}.`,
  );
  return refuse(EXIT.badInput);
}
