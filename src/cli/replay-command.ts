// `replay`: the decision of each day of a log, with its rule; and whether a story's days are as it expects.

import { beliefOf, fold, logOf } from '../episode/index.ts';
import type { KnowledgeBase } from '../knowledge/index.ts';
import { courseOf, type Decision, planFor } from '../recover/index.ts';
import { isLocalDate, type LocalDate } from '../vocabulary/index.ts';
import { formatInputMistake, readInput } from './answers-file.ts';
import { type Command, type Given, JSON_OPTION, KNOWLEDGE_OPTION } from './command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { type EpisodeLog, type Expected, parseLog } from './log-file.ts';
import { openKnowledge } from './open-knowledge.ts';
import { columns, complain, print } from './terminal.ts';
import { count, table } from './text.ts';

export const REPLAY: Command = {
  name: 'replay',
  summary: 'Print the decision of each day of a log, with the rule it rests on.',
  about: [
    'LOG is a file with one event a line, in JSON (- for standard input): answers or a diagnosis, the start of a plan, ' +
      'check-ins. The order of the lines does not matter. See cases/stories.',
    'Where the log says what it expects of a day, a decision that differs is marked and the command exits with 1.',
  ],
  operands: [{ name: 'LOG' }],
  options: [
    {
      name: 'until',
      value: 'DATE',
      means: 'The last day to show; without it the last day that the log is about.',
    },
    { ...JSON_OPTION, means: 'Print one JSON object a day instead of a table.' },
    KNOWLEDGE_OPTION,
  ],
  run: runReplay,
};

async function runReplay(given: Given): Promise<ExitCode> {
  const file = given.operands[0] ?? '-';
  const until = given.text('until');
  if (until !== undefined && !isLocalDate(until)) {
    complain(`--until ${until} is no date. Write it as 2026-03-01.`);
    return EXIT.badInput;
  }
  const opened = await openKnowledge(given);
  if (!opened.ok) return opened.refusal;
  const text = await readInput(file);
  const name = file === '-' ? 'standard input' : file;
  const read = text.ok
    ? parseLog(text.value, name, opened.value)
    : ({ ok: false, refusal: [text.refusal] } as const);
  if (!read.ok) {
    complain(read.refusal.map(formatInputMistake).join('\n\n'));
    complain(`\nThe log cannot be used: ${count(read.refusal.length, 'mistake')}.`);
    return EXIT.badInput;
  }
  return show(opened.value, read.value, until, given.has('json'));
}

function show(
  knowledge: KnowledgeBase,
  log: EpisodeLog,
  until: LocalDate | undefined,
  json: boolean,
): ExitCode {
  const replayed = replay(knowledge, log, until);
  if (typeof replayed === 'string') {
    complain(replayed);
    return EXIT.badInput;
  }
  const wrong = new Map(
    log.expected.flatMap((one) => {
      const decision = replayed.find(({ date }) => date === one.date);
      return decision?.kind === one.decision ? [] : [[one.date, one] as [LocalDate, Expected]];
    }),
  );
  if (json) {
    for (const decision of replayed) print(JSON.stringify(decision));
  } else {
    const rows = replayed.map(({ date, kind, rule, stage, step, reason }) => [
      date,
      kind,
      `${stage}${step === undefined ? '' : ` ${step}`}`,
      rule,
      `${reason}${wrong.has(date) ? ` [expected ${wrong.get(date)?.decision}]` : ''}`,
    ]);
    print(table(['date', 'decision', 'stage', 'rule', 'why'], rows, columns()).join('\n'));
  }
  if (log.expected.length > 0) {
    const right = log.expected.length - wrong.size;
    complain(`${right} of ${count(log.expected.length, 'day')} as expected.`);
  }
  return wrong.size > 0 ? EXIT.failed : EXIT.done;
}

/** The decisions from the first day of the plan to the last day that the log is about; or why there are none. */
export function replay(
  knowledge: KnowledgeBase,
  { events, expected }: EpisodeLog,
  until?: LocalDate,
): readonly Decision[] | string {
  const state = fold(knowledge, events);
  const log = logOf(state);
  if (!log || !state.plan) return 'The log holds no plan-started event, so there is nothing to decide.';
  const last =
    until ?? [...events.map(({ about }) => about), ...expected.map(({ date }) => date)].sort().at(-1);
  if (last === undefined || last < log.start)
    return `The plan begins on ${log.start}, after the last day to show.`;
  const belief = beliefOf(knowledge, state);
  const plan = planFor(knowledge, belief, state.plan.runner, log, last);
  if (plan.kind === 'none') return plan.because;
  const { route } = plan;
  return courseOf({ knowledge, route, runner: state.plan.runner, answers: belief.answers, log }, last)
    .decisions;
}
