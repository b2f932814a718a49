// `evaluate-forecast`: how well the forecast of return meets studies it has not seen.

import { scoreForecast } from '../evaluate/index.ts';
import { type Command, type Given, JSON_OPTION, KNOWLEDGE_OPTION } from './command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { forecastScoresText } from './forecast-report.ts';
import { openKnowledge } from './open-knowledge.ts';
import { columns, complain, print } from './terminal.ts';

export const EVALUATE_FORECAST: Command = {
  name: 'evaluate-forecast',
  summary: 'Score the forecast of return on published studies, leaving one study out at a time.',
  about: [
    'Every published row that was read at its source and prints a median or a mean is forecast from all studies but ' +
      'its own. Baseline: one log-normal for all. The exit code is 0 whatever the scores: this measures, it does not judge.',
  ],
  operands: [],
  options: [{ ...JSON_OPTION, means: 'Print the scores as JSON.' }, KNOWLEDGE_OPTION],
  run: runEvaluateForecast,
};

async function runEvaluateForecast(given: Given): Promise<ExitCode> {
  const opened = await openKnowledge(given);
  if (!opened.ok) return opened.refusal;
  const { prognosis } = opened.value;
  if (!prognosis) {
    complain('This knowledge has no forecast.yaml, so there is nothing to score.');
    return EXIT.badInput;
  }
  const scores = scoreForecast(prognosis);
  print(given.has('json') ? JSON.stringify(scores, null, 2) : forecastScoresText(scores, columns()));
  return EXIT.done;
}
