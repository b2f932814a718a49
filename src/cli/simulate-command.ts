// `simulate`: do the probabilities mean what they say, on runners made up from the knowledge?

import { moved, PERTURBED, SELF_CONSISTENT, type SimulationScores, simulate } from '../evaluate/index.ts';
import { randomFrom } from '../probability/index.ts';
import { ok, type Result, refuse } from '../vocabulary/index.ts';
import { type Command, type Given, JSON_OPTION, KNOWLEDGE_OPTION } from './command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { openKnowledge } from './open-knowledge.ts';
import { columns, complain, print } from './terminal.ts';
import { table } from './text.ts';

export const SIMULATE: Command = {
  name: 'simulate',
  summary: 'Check the calibration on runners made up from the knowledge.',
  about: [
    'Draws runners three ways and assesses them, half of the questions answered: from the model itself (tests the ' +
      'arithmetic); with findings of a group tied by a normal copula of 0.45 and twice the misreporting; and so with ' +
      'the authors’ numbers moved as their sample sizes allow. None of this says how real runners are. The same seed ' +
      'gives the same figures everywhere.',
  ],
  operands: [],
  options: [
    { name: 'runners', value: 'N', means: 'Runners for each way; 1000 unless given.' },
    { name: 'seed', value: 'S', means: 'Seed of the draws, a whole number; 1 unless given.' },
    { ...JSON_OPTION, means: 'Print the figures as JSON.' },
    KNOWLEDGE_OPTION,
  ],
  run: runSimulate,
};

async function runSimulate(given: Given): Promise<ExitCode> {
  const runners = wholeNumber('runners', given.text('runners') ?? '1000');
  if (!runners.ok) return runners.refusal;
  const seed = wholeNumber('seed', given.text('seed') ?? '1');
  if (!seed.ok) return seed.refusal;
  const opened = await openKnowledge(given);
  if (!opened.ok) return opened.refusal;
  const knowledge = opened.value;
  const other = moved(knowledge, randomFrom(seed.value + 1));
  const ways = [
    [
      'from the model itself',
      simulate(knowledge, knowledge, SELF_CONSISTENT, runners.value, randomFrom(seed.value)),
    ],
    [
      'tied and misreported',
      simulate(knowledge, knowledge, PERTURBED, runners.value, randomFrom(seed.value)),
    ],
    ['and with moved numbers', simulate(knowledge, other, PERTURBED, runners.value, randomFrom(seed.value))],
  ] as const;
  if (given.has('json')) {
    print(JSON.stringify({ seed: seed.value, ways: Object.fromEntries(ways) }, null, 2));
    return EXIT.done;
  }
  const rows = ways.map(([name, scores]) => [name, ...figures(scores)]);
  const head = ['runners drawn', 'cause first', 'in first three', 'calibration error', 'Brier'];
  print(table(head, rows, columns()).join('\n'));
  return EXIT.done;
}

function figures({ top1, top3, ece, brier }: SimulationScores): readonly string[] {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  return [percent(top1.value), percent(top3.value), ece.toFixed(3), brier.toFixed(3)];
}

function wholeNumber(name: string, text: string): Result<number, ExitCode> {
  if (/^[1-9]\d{0,6}$/.test(text)) return ok(Number(text));
  complain(`--${name} wants a whole number from 1 to 9999999, not ${text}.`);
  return refuse(EXIT.badInput);
}
