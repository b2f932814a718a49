// `plan`: the staged way back for a runner's answers or for a clinician's diagnosis, as it begins.

import { outcomeOf } from '../assess/index.ts';
import { beliefOf, decide, type EpisodeEvent, fold, logOf } from '../episode/index.ts';
import { CLEARANCES, type ClearanceKind, GOALS, type Goal, type KnowledgeBase } from '../knowledge/index.ts';
import {
  type Belief,
  type Log,
  type PlanView,
  planFor,
  type Runner,
  sessionsFor,
  suppliesFor,
} from '../recover/index.ts';
import {
  type Answers,
  addDays,
  dateInZone,
  isLocalDate,
  type LocalDate,
  ok,
  type Result,
  refuse,
} from '../vocabulary/index.ts';
import { formatInputMistake, parseAnswers, readInput } from './answers-file.ts';
import { type Command, type Given, JSON_OPTION, KNOWLEDGE_OPTION } from './command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { didYouMean } from './nearest.ts';
import { openKnowledge } from './open-knowledge.ts';
import { printCalendar } from './plan-calendar.ts';
import { planJson } from './plan-json.ts';
import { planText } from './plan-text.ts';
import { suppliesJson, suppliesText } from './supplies-text.ts';
import { columns, complain, print } from './terminal.ts';
import { count } from './text.ts';

export const PLAN: Command = {
  name: 'plan',
  summary: 'Make the staged way back to running for answers or for a diagnosis.',
  about: [
    'Takes the answers of an interview (as assess does) or a diagnosis that a clinician has made, and prints the plan as it ' +
      'begins: the first stage, this week, what is needed to move on, what is withheld and what would open it. While ' +
      'something urgent is possible the plan is locked and says why.',
    'The plan then changes with every check-in: see backstride replay.',
  ],
  operands: [],
  options: [
    { name: 'answers', value: 'FILE', means: 'Answers as JSON (- for standard input).' },
    { name: 'diagnosis', value: 'ID', means: 'A clinician’s diagnosis: the id of a condition.' },
    { name: 'grade', value: 'ID', means: 'Its grade or type, as mild, moderate, severe.' },
    { name: 'clearance', value: 'KIND', means: `What a clinician has cleared: ${CLEARANCES.join(', ')}.` },
    { name: 'start', value: 'DATE', means: 'First day of the plan; without it today.' },
    { name: 'days', value: 'N', means: 'Days a week for sessions, 1 to 7 (3).' },
    { name: 'usual', value: 'MINUTES', means: 'Your usual run before it began (30).' },
    { name: 'longest', value: 'MINUTES', means: 'Your longest run in the month before (45).' },
    { name: 'goal', value: 'GOAL', means: `${GOALS.join(', ')} (easy-run).` },
    { name: 'goal-date', value: 'DATE', means: 'When you want to be there.' },
    { name: 'age', value: 'YEARS', means: 'Your age (35).' },
    { name: 'side', value: 'SIDE', means: 'left, right or both (left).' },
    { name: 'kit', value: 'LIST', means: 'Kit at hand, with commas; without it all of it.' },
    {
      name: 'ics',
      means: 'Print the sessions of two weeks as a calendar file (iCalendar); again later, it updates them.',
    },
    {
      name: 'at',
      value: 'HH:MM',
      means: 'With --ics: the hour of every session; without it they take the day.',
    },
    { name: 'discreet', means: 'With --ics: say only “Training”, nothing of an injury.' },
    { name: 'rest-days', means: 'With --ics: rest days, too.' },
    { name: 'supplies', means: 'Print what the plan needs instead, as a list for the shop.' },
    JSON_OPTION,
    KNOWLEDGE_OPTION,
  ],
  run: runPlan,
};

async function runPlan(given: Given): Promise<ExitCode> {
  const opened = await openKnowledge(given);
  if (!opened.ok) return opened.refusal;
  const knowledge = opened.value;
  const file = given.text('answers');
  const diagnosis = given.text('diagnosis');
  if (file === undefined && diagnosis === undefined) {
    complain('A plan needs a cause: give --answers FILE or --diagnosis ID.');
    return EXIT.badInput;
  }
  const clash = clashOf(given);
  if (clash) return wrong(clash);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const start = given.text('start') ?? dateInZone(Date.now(), zone);
  const answers = file === undefined ? ok({} as Answers) : await answersFrom(knowledge, file);
  if (!answers.ok) return answers.refusal;
  const runner = runnerFrom(given);
  if (!isLocalDate(start)) return wrong(`--start ${start} is no date. Write it as 2026-03-01.`);
  if (typeof runner === 'string') return wrong(runner);
  const made = planAtStart(knowledge, answers.value, start, given, runner);
  if (!made.ok) return wrong(made.refusal);
  const { plan, belief, log } = made.value;
  if (given.has('ics')) return printCalendar(knowledge, plan, given);
  if (given.has('supplies') && plan.kind === 'open') {
    const care =
      Object.keys(answers.value).length > 0 ? outcomeOf(knowledge, answers.value).reasons.care.now : [];
    const supplies = suppliesFor(knowledge, belief, log, plan, care);
    print(
      given.has('json') ? JSON.stringify(suppliesJson(supplies), null, 2) : suppliesText(supplies, columns()),
    );
    return EXIT.done;
  }
  const week = sessionsFor(plan, start, addDays(start, 6));
  print(
    given.has('json')
      ? JSON.stringify(planJson(knowledge, plan, week), null, 2)
      : planText(knowledge, plan, week, columns()),
  );
  return EXIT.done;
}

/** Options that do not go together, in a sentence. */
function clashOf(given: Given): string | undefined {
  const ics = given.has('ics');
  const only = ['at', 'discreet', 'rest-days'].find((option) => given.has(option));
  if (only && !ics) return `--${only} is about the calendar file: give --ics as well, or leave it out.`;
  const other = ['json', 'supplies'].find((option) => given.has(option));
  if (other && ics) return `--ics and --${other} cannot both be printed: choose one.`;
  return undefined;
}

interface Begun {
  readonly plan: PlanView;
  readonly belief: Belief;
  readonly log: Log;
}

/** Begins an episode in memory with what was given, by the same commands as anywhere else. */
function planAtStart(
  knowledge: KnowledgeBase,
  answers: Answers,
  start: LocalDate,
  given: Given,
  runner: Runner,
): Result<Begun, string> {
  const diagnosis = given.text('diagnosis');
  const presentation = given.text('grade');
  const covers = given.text('clearance');
  if (covers !== undefined && !(CLEARANCES as readonly string[]).includes(covers)) {
    return refuse(`--clearance ${covers} is none of ${CLEARANCES.join(', ')}.`);
  }
  const commands = [
    ...(Object.keys(answers).length > 0
      ? [{ kind: 'give-answers', answers } as const, { kind: 'take-result' } as const]
      : []),
    ...(diagnosis === undefined
      ? []
      : [
          {
            kind: 'enter-diagnosis',
            condition: diagnosis,
            ...(presentation === undefined ? {} : { presentation }),
          } as const,
        ]),
    { kind: 'start-plan', runner } as const,
    ...(covers === undefined ? [] : [{ kind: 'give-clearance', covers: covers as ClearanceKind } as const]),
  ];
  let events: readonly EpisodeEvent[] = [];
  for (const [index, command] of commands.entries()) {
    const envelope = {
      id: `e${index}`,
      about: start,
      zone: 'UTC',
      recordedAt: `${start}T12:00:${String(index).padStart(2, '0')}Z`,
    };
    const decided = decide(knowledge, fold(knowledge, events), command, envelope);
    if (!decided.ok) {
      const { expected, found } = decided.refusal;
      const ids = knowledge.conditions.map(({ id }) => id);
      return refuse(`Expected ${expected}, found ${found}. ${didYouMean(found, ids)}`.trim());
    }
    events = [...events, ...decided.value];
  }
  const state = fold(knowledge, events);
  const log = logOf(state);
  if (!log) return refuse('No plan has begun.');
  const belief = beliefOf(knowledge, state);
  return ok({ plan: planFor(knowledge, belief, runner, log, start), belief, log });
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

/** The runner's circumstances from the options; a text says what is wrong. */
function runnerFrom(given: Given): Runner | string {
  const number = (option: string, otherwise: number) => {
    const text = given.text(option);
    return text === undefined ? otherwise : Number(text);
  };
  const goal = given.text('goal') ?? 'easy-run';
  const side = given.text('side') ?? 'left';
  const date = given.text('goal-date');
  const kit = given.text('kit');
  if (!(GOALS as readonly string[]).includes(goal)) return `--goal ${goal} is none of ${GOALS.join(', ')}.`;
  if (side !== 'left' && side !== 'right' && side !== 'both')
    return `--side ${side} is none of left, right, both.`;
  for (const option of ['days', 'usual', 'longest', 'age']) {
    if (Number.isNaN(number(option, 0))) return `--${option} ${given.text(option)} is no number.`;
  }
  return {
    daysAWeek: number('days', 3),
    usualRunMinutes: number('usual', 30),
    longestRunMinutes: number('longest', 45),
    goal: { kind: goal as Goal, ...(date === undefined ? {} : { date }) },
    side,
    age: number('age', 35),
    ...(kit === undefined
      ? {}
      : {
          kit: kit
            .split(',')
            .map((id) => id.trim())
            .filter((id) => id !== ''),
        }),
  };
}

function wrong(text: string): ExitCode {
  complain(text);
  return EXIT.badInput;
}
